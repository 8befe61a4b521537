//! Words that stand in the program, read back from data.

use serde::de::{Deserialize, Deserializer, Error};

/// A word of the program. (Under another name than a reference, so that what is read is not taken to
/// be borrowed from where it was read.)
pub(crate) type Known = &'static str;

/// The word that was written, if it is one of these.
pub(crate) fn known<'de, D: Deserializer<'de>>(
    from: D,
    mut words: impl Iterator<Item = Known>,
) -> Result<Known, D::Error> {
    let text = String::deserialize(from)?;
    words.find(|word| *word == text).ok_or_else(|| D::Error::custom("a word that nobody knows"))
}
