//! At the desk: answered at once, merged, or known already.

use crate::ids::TicketId;
use crate::life::event::TicketEvent;
use crate::life::refusal::{Denied, RefusalCode};
use crate::life::ticket::Ticket;
use crate::vocabulary::{Stage, TextField};

use super::case::Case;
use super::promise::Moved;
use super::verdict::{Verdict, one};

impl Case<'_> {
    pub(super) fn resolve_online(&self, answer: Option<&str>) -> Verdict {
        self.with_optional_text(TicketEvent::ResolvedOnline, "answer", TextField::Answer, answer)
    }

    pub(super) fn merge(&self, id: TicketId, main: Option<&Ticket>) -> Verdict {
        self.ensure_other(id, main)?;
        one(TicketEvent::Merged { main: id })
    }

    /// It goes on as it stood, and its limits get back the time that the merger took; one that was
    /// off the clock already still is, and gets all of it back when it is resumed.
    pub(super) fn unmerge(&self) -> Verdict {
        self.unmerged().map(|unmerged| vec![unmerged.into()])
    }

    pub(super) fn unmerged(&self) -> Result<TicketEvent, Denied> {
        let merged = self.ticket.merged_at.filter(|_| self.ticket.suspended_at.is_none());
        let since = merged.filter(|since| *since < self.at);
        let moved = since.map(|since| self.after_pause(since)).transpose()?;
        let Moved { limits, total_by, rework_by } = moved.unwrap_or_default();
        Ok(TicketEvent::Unmerged { limits, total_by, rework_by })
    }

    pub(super) fn repeat(&self, id: TicketId, main: Option<&Ticket>) -> Verdict {
        self.ensure_other(id, main)?;
        self.ensure(self.ticket.repeat_of != Some(id), RefusalCode::NothingChanges)?;
        one(TicketEvent::MarkedRepeat { main: id })
    }

    pub(super) fn unrepeat(&self) -> Verdict {
        self.ensure(self.ticket.repeat_of.is_some(), RefusalCode::NothingChanges)?;
        one(TicketEvent::UnmarkedRepeat)
    }

    /// Of the same contact: the first ticket of it stands for all. `main` is that one, whichever ticket of the
    /// contact was named; the ticket itself can be it, and then there is nothing to say.
    pub(super) fn relate(&self, named: TicketId, main: Option<&Ticket>) -> Verdict {
        self.ensure(named != self.ticket.id, RefusalCode::RelatedToItself)?;
        let first = main.map_or(named, |main| main.id);
        let changes = first != self.ticket.id && self.ticket.related_to != Some(first);
        self.ensure(changes, RefusalCode::NothingChanges)?;
        one(TicketEvent::Related { main: first })
    }

    pub(super) fn unrelate(&self) -> Verdict {
        self.ensure(self.ticket.related_to.is_some(), RefusalCode::NothingChanges)?;
        one(TicketEvent::Unrelated)
    }

    /// The main ticket must be another one, and stand for itself: pointers never form a chain.
    fn ensure_other(&self, id: TicketId, main: Option<&Ticket>) -> Result<(), Denied> {
        self.ensure(id != self.ticket.id, RefusalCode::MergeIntoItself)?;
        let stands =
            main.is_some_and(|main| main.stage != Stage::Merged && main.repeat_of.is_none());
        self.ensure(stands, RefusalCode::MainIsMerged)
    }
}
