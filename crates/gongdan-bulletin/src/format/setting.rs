//! What is being printed, and how.

use std::sync::Arc;

use gongdan::Rounding;

use super::ink::Ink;
use crate::model::Bulletin;

/// A bulletin, and how the format prints its figures.
pub(super) struct Setting<'a> {
    pub(super) bulletin: &'a Bulletin,
    pub(super) rounding: Rounding,
    pub(super) satisfaction: Option<&'a str>,
    pub(super) ink: Arc<Ink>,
}
