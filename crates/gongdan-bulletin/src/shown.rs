//! Values as they are shown.

use std::fmt::Display;

use serde::Serializer;

/// Writes a value as it is shown: days, moments, periods, words.
pub(crate) fn shown<T: Display, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(value)
}
