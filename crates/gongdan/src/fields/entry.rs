//! What a command wrote.

use serde::Serialize;

/// One event that was (or, in a dry run, would be) written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its place in the journal.
    pub seq: u64,
    /// Its name, as in the table of events.
    pub event: &'static str,
}
