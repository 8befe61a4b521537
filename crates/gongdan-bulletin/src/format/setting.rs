//! What is being printed, and how.

use std::sync::Arc;

use super::by::Wanted;
use super::desk::Desk;
use crate::model::Bulletin;

/// A bulletin, and how the format prints its figures.
pub(super) struct Setting<'a> {
    pub(super) bulletin: &'a Bulletin,
    pub(super) satisfaction: Option<&'a str>,
    /// The rows that the format names.
    pub(super) rows: Vec<(String, Wanted)>,
    pub(super) desk: Arc<Desk>,
}
