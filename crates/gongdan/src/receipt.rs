//! What a command answers: that it is done, and what it wrote.

use gongdan_domain::{Stage, TicketId};
use serde::Serialize;

/// One event that was (or, in a dry run, would be) written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its place in the journal.
    pub seq: u64,
    /// Its name, as in the table of events.
    pub event: &'static str,
}

/// The answer to a command on a ticket. Once it is given outside a batch, the command is on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// The ticket.
    pub ticket: TicketId,
    /// Its printed number.
    pub number: String,
    /// The version it is at now.
    pub version: u32,
    /// The stage it is in now.
    pub stage: Stage,
    /// What was written, in order; empty when nothing was.
    pub entries: Vec<Entry>,
    /// Whether this was done before: the same request id, or the same external number.
    pub repeated: bool,
}
