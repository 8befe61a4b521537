//! 督办: what somebody demands of a unit, or of the centre, about a ticket.

use crate::ids::UnitId;
use crate::moment::Moment;
use crate::vocabulary::SupervisionKind;

/// One demand (督办).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supervision {
    /// Its number on the ticket, from 1.
    pub no: u32,
    /// When.
    pub at: Moment,
    /// The unit it is demanded of.
    pub unit: Option<UnitId>,
    /// Whose demand it is.
    pub kind: SupervisionKind,
    /// The last moment in which an answer is in time, where one was set.
    pub answer_by: Option<Moment>,
    /// When it was answered.
    pub answered_at: Option<Moment>,
    /// When it was taken back, as made by mistake.
    pub lifted_at: Option<Moment>,
    /// How often somebody was reminded of it.
    pub reminders: u32,
    /// The ticket's version when it last changed.
    pub version: u32,
}

impl Supervision {
    /// Whether somebody has to answer it.
    pub fn waits(&self) -> bool {
        self.answered_at.is_none() && self.lifted_at.is_none()
    }

    /// Whether the answer came after the limit that was set.
    pub fn answered_late(&self) -> bool {
        self.answered_at.is_some_and(|at| self.is_late(at))
    }

    /// Whether an answer at a moment is late; without a limit none is.
    pub fn is_late(&self, at: Moment) -> bool {
        self.answer_by.is_some_and(|by| at > by)
    }
}
