//! How a ticket or an assignment stands: every predicate of the counts, in one place.
//!
//! What does not depend on a moment is answered by the fold alone and stored as it is; what does
//! is stored as the promise it hangs on, and asked with a moment.

use crate::ids::UnitId;
use crate::life::{Leg, Ticket};
use crate::moment::Moment;
use crate::vocabulary::{CallbackOutcome, CloseOutcome, LegEnd, Part, Stage};

use super::count::Count;

/// The figures of one ticket as its events so far make them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    counts: [i64; Count::ROOM],
    /// The unit it is counted for: its lead, or nothing when no unit has it.
    pub lead_unit: Option<UnitId>,
    /// The limit of a reply that is owed: past it, the ticket is open late.
    pub pending_by: Option<Moment>,
}

impl Standing {
    /// The standing of a ticket.
    pub fn of(ticket: &Ticket) -> Self {
        let mut standing = Self {
            counts: [0; Count::ROOM],
            lead_unit: ticket.lead().map(|leg| leg.unit),
            pending_by: ticket.running_limit().filter(|_| ticket.is_pending()),
        };
        standing.set(Count::Accepted, true);
        standing.way(ticket);
        standing.handling(ticket);
        standing.answers(ticket);
        standing.closing(ticket);
        standing.overlays(ticket);
        standing
    }

    /// A count of this ticket at a moment.
    pub fn count(&self, count: Count, as_of: Moment) -> i64 {
        let late = self.pending_by.is_some_and(|by| as_of > by);
        match count {
            Count::OpenLate => i64::from(late),
            Count::PendingInTime => self.stored(Count::Pending) - i64::from(late),
            _ => self.stored(count),
        }
    }

    /// A count that no moment changes, as the flat row stores it.
    pub fn stored(&self, count: Count) -> i64 {
        self.counts[count as usize]
    }

    fn set(&mut self, count: Count, holds: bool) {
        self.counts[count as usize] = i64::from(holds);
    }

    fn set_times(&mut self, once: Count, times: Count, number: usize) {
        self.set(once, number > 0);
        self.counts[times as usize] = number as i64;
    }

    /// Exactly one way each: answered online, transferred, ended at the centre, or waiting.
    fn way(&mut self, ticket: &Ticket) {
        let transferred = !ticket.legs.is_empty();
        let online = ticket.resolved_online_at().is_some();
        self.set(Count::Transferred, transferred);
        self.set(Count::ResolvedOnline, !transferred && online);
        self.set(Count::Rejected, ticket.stage == Stage::Rejected);
        self.set(Count::Merged, ticket.stage == Stage::Merged);
        self.set(Count::EndedAtCentre, !transferred && !online && ticket.is_ended());
        self.set(Count::Waiting, !transferred && !ticket.is_ended());
    }

    /// Of the transferred, exactly one: handled, pending, at the centre (difficult or not), or
    /// ended with no standing reply.
    fn handling(&mut self, ticket: &Ticket) {
        let transferred = !ticket.legs.is_empty();
        let replied = ticket.lead().is_some_and(|leg| leg.handled_at.is_some());
        let owing = transferred && !replied;
        self.set(Count::Handled, replied);
        self.set(Count::HandledLate, ticket.handled_late());
        let worked = ticket.lead().filter(|_| replied).and_then(|leg| leg.worked_minutes);
        self.counts[Count::HandlingMinutes as usize] = worked.unwrap_or(0);
        self.set(Count::Pending, owing && ticket.is_pending());
        self.set(Count::Difficult, ticket.stage == Stage::Difficult);
        let centre = matches!(ticket.stage, Stage::Accepted | Stage::Difficult);
        self.set(Count::AtCentre, owing && centre);
        let reopened = owing && ticket.stage == Stage::Rework;
        self.set(Count::EndedUnreplied, owing && (ticket.is_ended() || reopened));
        self.set(Count::InRework, ticket.stage == Stage::Rework);
        let returned = |leg: &&Leg| matches!(leg.ended, Some((_, LegEnd::Returned)));
        let returns = ticket.legs.iter().filter(returned).count();
        self.set_times(Count::Returned, Count::ReturnTimes, returns);
        self.set(Count::Extended, ticket.legs.iter().any(|leg| leg.extensions > 0));
        let ordered = ticket.reworks.iter().filter(|rework| !rework.reopened).count();
        self.set_times(Count::ReworkTickets, Count::ReworkTimes, ordered);
    }

    fn answers(&mut self, ticket: &Ticket) {
        let reached =
            |outcome| matches!(outcome, CallbackOutcome::Reached | CallbackOutcome::Disputed);
        let awaiting = ticket.stage == Stage::Handled && !ticket.called_back_since_reply();
        self.set(Count::AwaitingCallback, awaiting);
        self.set(Count::CalledBack, !ticket.callbacks.is_empty());
        self.set(Count::Reached, ticket.callbacks.iter().any(|each| reached(each.outcome)));
        let rating = ticket.rating();
        self.set(Count::Rated, rating.is_some());
        self.set(Count::Satisfied, rating.is_some_and(|rating| rating.satisfied));
        self.set(Count::Unsatisfied, rating.is_some_and(|rating| !rating.satisfied));
        self.set(Count::Assessed, ticket.solved().is_some());
        self.set(Count::Solved, ticket.solved() == Some(true));
    }

    fn closing(&mut self, ticket: &Ticket) {
        let closed = ticket.stage == Stage::Closed;
        let last = ticket.closures.last().filter(|_| closed);
        let with = |outcome| last.is_some_and(|closure| closure.outcome == outcome);
        self.set(Count::Closed, closed);
        self.set(Count::Open, !ticket.is_ended());
        self.set(Count::ClosedLate, last.is_some_and(|closure| closure.late));
        self.set(Count::ClosedSolved, with(CloseOutcome::Solved));
        self.set(Count::ClosedExplained, with(CloseOutcome::Explained));
        self.counts[Count::CloseTimes as usize] = ticket.closures.len() as i64;
        let again = ticket.closures.len() > 1 || (!ticket.closures.is_empty() && !closed);
        self.set(Count::Reopened, again);
    }

    fn overlays(&mut self, ticket: &Ticket) {
        self.set(Count::Urged, !ticket.urged.is_empty());
        self.set(Count::Supervised, !ticket.supervisions.is_empty());
        self.set(Count::Confidential, ticket.confidential);
        self.set(Count::Repeats, ticket.repeat_of.is_some());
        let own = ticket.repeat_of.is_none() && ticket.merged_into.is_none();
        self.set(Count::DistinctMatters, own);
    }
}

/// The figures of one assignment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegStanding {
    counts: [i64; Count::ROOM],
    /// The limit of a reply that the unit owes.
    pub pending_by: Option<Moment>,
    /// The limit of a sign-off that the unit owes.
    pub unsigned_by: Option<Moment>,
}

impl LegStanding {
    /// The standing of a leg of a ticket.
    pub fn of(ticket: &Ticket, leg: &Leg) -> Self {
        let leads = leg.part == Part::Lead && leg.is_current();
        let pending = leads && leg.handled_at.is_none() && ticket.is_pending();
        let unsigned = leads && leg.signed_off_at.is_none() && ticket.is_pending();
        let returned = matches!(leg.ended, Some((_, LegEnd::Returned)));
        let own = |rework: &&crate::life::Rework| rework.leg == leg.leg && !rework.reopened;
        let reworks = ticket.reworks.iter().filter(own).count();
        let rows = [
            (Count::Accepted, leads),
            (Count::Pending, pending),
            (Count::SignedOff, leads && leg.signed_off_at.is_some()),
            (Count::SignOffLate, leads && leg.signed_off_late()),
            (Count::Handled, leads && leg.handled_at.is_some()),
            (Count::HandledLate, leads && leg.handled_late),
            (Count::Assisting, leg.part == Part::Assisting && leg.is_current()),
            (Count::Returned, returned),
            (Count::ReturnedLate, returned && leg.returned_late),
            (Count::Extended, leads && leg.extensions > 0),
            (Count::ReworkTickets, leads && reworks > 0),
        ];
        let mut counts = [0; Count::ROOM];
        rows.iter().for_each(|(count, holds)| counts[*count as usize] = i64::from(*holds));
        counts[Count::ReworkTimes as usize] = if leads { reworks as i64 } else { 0 };
        Self {
            counts,
            pending_by: ticket.running_limit().filter(|_| pending),
            unsigned_by: unsigned.then_some(leg.sign_off_by),
        }
    }

    /// A count of this assignment at a moment.
    pub fn count(&self, count: Count, as_of: Moment) -> i64 {
        let passed = |by: Option<Moment>| i64::from(by.is_some_and(|by| as_of > by));
        match count {
            Count::OpenLate => passed(self.pending_by),
            Count::PendingInTime => self.stored(Count::Pending) - passed(self.pending_by),
            Count::SignOffMissing => passed(self.unsigned_by),
            _ => self.stored(count),
        }
    }

    /// A count that no moment changes, as the flat row stores it.
    pub fn stored(&self, count: Count) -> i64 {
        self.counts[count as usize]
    }
}
