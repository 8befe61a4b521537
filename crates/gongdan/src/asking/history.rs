//! A ticket's texts, and its deadlines explained.

use gongdan_domain::{DayLine, Limit, Moment, TextField};
use serde::Serialize;

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
