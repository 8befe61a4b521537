//! A ticket's history, its texts, and its deadlines explained.

use gongdan_domain::{DayLine, Limit, Moment, Role, TextField, TicketEvent};
use serde::Serialize;

/// One event of a ticket, as people read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HistoryEntry {
    /// Its place in the journal.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// Who.
    pub by: String,
    /// In which declared role.
    pub role: Role,
    /// For which unit, in the role of a unit.
    pub acting_unit: Option<String>,
    /// The unit the event concerns.
    pub unit: Option<String>,
    /// What happened.
    pub event: TicketEvent,
    /// Whether it came after the promise it answers.
    pub late: bool,
    /// The texts that stand beside it, by what they are; never the caller's data.
    pub texts: Vec<TicketText>,
}

/// A text of a ticket.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct TicketText {
    /// The event it belongs to.
    pub seq: u64,
    /// What it is.
    pub field: TextField,
    /// What was typed.
    pub content: String,
}

impl std::fmt::Debug for TicketText {
    /// Never shows the content: it can hold personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TicketText({}, event {})", self.field, self.seq)
    }
}

/// One promise of a ticket, day by day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explained {
    /// Which promise: `sign_off`, `handle` or `rework`.
    pub promise: &'static str,
    /// The unit it was given to.
    pub unit: String,
    /// From when it counts.
    pub from: Moment,
    /// The rule it follows.
    pub limit: Limit,
    /// How many notices the calendar had when it was given.
    pub calendar: u32,
    /// Every day counted or skipped, and why.
    pub days: Vec<DayLine>,
    /// The promise as it was first given.
    pub first_by: Moment,
    /// The promise now, after extensions, pauses and reschedulings.
    pub by: Moment,
}
