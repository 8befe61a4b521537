//! Why a ticket stands between two figures: how it stood at the cut-off.

use std::collections::HashMap;

use gongdan::{Cell, Count, Figures, Hotline, Result, TicketId};
use serde::Serialize;

/// How a ticket stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Sent for rework: the unit's first reply stands, the centre has not closed it.
    InRework,
    /// Replied, the citizen not yet called back.
    AwaitingCallback,
    /// Replied and called back, not yet closed.
    AwaitingClosure,
    /// A unit has it and owes its first reply.
    Pending,
    /// No unit takes it.
    Difficult,
    /// Back at the centre after some unit had it.
    AtCentre,
    /// At the centre, no unit ever had it.
    Waiting,
    /// Rejected.
    Rejected,
    /// Merged into another ticket.
    Merged,
    /// Ended with no standing reply of a unit.
    EndedUnreplied,
    /// Nobody knows which way it went.
    WayUnknown,
    /// Nobody knows whether the unit replied.
    ReplyUnknown,
    /// Closed by the centre.
    Closed,
}

/// The standings that a count names, the first that fits a ticket first.
const CLASSES: &[(Count, Reason)] = &[
    (Count::InRework, Reason::InRework),
    (Count::Pending, Reason::Pending),
    (Count::Rejected, Reason::Rejected),
    (Count::Merged, Reason::Merged),
    (Count::Difficult, Reason::Difficult),
    (Count::AtCentre, Reason::AtCentre),
    (Count::Waiting, Reason::Waiting),
    (Count::EndedUnreplied, Reason::EndedUnreplied),
    (Count::WayUnknown, Reason::WayUnknown),
    (Count::ReplyUnknown, Reason::ReplyUnknown),
    (Count::AwaitingCallback, Reason::AwaitingCallback),
];

/// The reasons of every ticket of the period that is not closed.
pub(crate) struct Reasons(HashMap<TicketId, Reason>);

impl Reasons {
    /// Looks every ticket that is not closed up.
    pub(crate) fn look_up(hotline: &Hotline, all: &Figures) -> Result<Self> {
        let open = hotline.between(&all.question, Count::Accepted, Count::Closed)?;
        let mut reasons: HashMap<_, _> =
            open.into_iter().map(|ticket| (ticket.id, Reason::AwaitingClosure)).collect();
        let cells: Vec<Cell<'_>> = CLASSES.iter().map(|(count, _)| (None, *count)).collect();
        let standing = hotline.behind_each(all, &cells)?;
        for (tickets, (_, reason)) in standing.iter().zip(CLASSES).rev() {
            for ticket in tickets {
                reasons.entry(ticket.id).and_modify(|standing| *standing = *reason);
            }
        }
        Ok(Self(reasons))
    }

    /// How a ticket stands.
    pub(crate) fn of(&self, ticket: TicketId) -> Reason {
        self.0.get(&ticket).copied().unwrap_or(Reason::Closed)
    }
}
