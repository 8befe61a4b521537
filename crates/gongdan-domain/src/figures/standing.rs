//! How a ticket or an assignment stands: every predicate of the counts, in one place.
//!
//! What does not depend on a moment is answered by the fold alone and stored as it is; what does
//! is stored as the promise it hangs on, and asked with a moment.

use crate::ids::UnitId;
use crate::life::{Callback, Inspection, Leg, Rework, Supervision, Ticket};
use crate::moment::Moment;
use crate::vocabulary::{CallbackOutcome, Card, CloseOutcome, LegEnd, Satisfaction, Stage};

use super::count::Count;

/// A number for each count.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Numbers([i64; Count::ROOM]);

impl Numbers {
    const fn none() -> Self {
        Self([0; Count::ROOM])
    }

    fn get(&self, count: Count) -> i64 {
        self.0[count as usize]
    }

    fn set(&mut self, count: Count, holds: bool) {
        self.0[count as usize] = i64::from(holds);
    }

    fn set_all(&mut self, rows: &[(Count, bool)]) {
        rows.iter().for_each(|(count, holds)| self.set(*count, *holds));
    }

    fn add(&mut self, count: Count, number: usize) {
        self.0[count as usize] = number as i64;
    }

    /// How long a standing reply took, where the calendar knows it.
    fn set_minutes(&mut self, worked: Option<i64>) {
        self.set(Count::Timed, worked.is_some());
        self.0[Count::HandlingMinutes as usize] = worked.unwrap_or(0);
        let within = [
            (1, Count::Within1),
            (2, Count::Within2),
            (3, Count::Within3),
            (5, Count::Within5),
            (7, Count::Within7),
            (10, Count::Within10),
            (15, Count::Within15),
        ];
        for (days, count) in within {
            self.set(count, worked.is_some_and(|minutes| minutes <= days * 1_440));
        }
    }

    fn set_times(&mut self, once: Count, times: Count, number: usize) {
        self.set(once, number > 0);
        self.add(times, number);
    }
}

/// What the citizen said in some callbacks, and unasked at last.
struct Answers<'a>(Vec<&'a Callback>, Option<&'a Callback>);

impl<'a> Answers<'a> {
    fn of(said: impl Iterator<Item = &'a Callback>) -> Self {
        let (own, calls): (Vec<_>, Vec<_>) = said.partition(|each| each.is_own());
        Self(calls, own.last().copied())
    }

    fn last_rating(&self) -> Option<&'a Callback> {
        self.0.iter().rev().find(|each| each.rates()).copied()
    }

    fn count(&self, numbers: &mut Numbers) {
        let reached = |each: &&Callback| {
            matches!(each.outcome, CallbackOutcome::Reached | CallbackOutcome::Disputed)
        };
        let rating = self.last_rating();
        let solved = self.0.iter().rev().find_map(|each| each.solved);
        numbers.set_all(&[
            (Count::CalledBack, !self.0.is_empty()),
            (Count::Reached, self.0.iter().any(reached)),
            (Count::Rated, rating.is_some()),
            (Count::Satisfied, rating.is_some_and(|rating| rating.satisfied)),
            (Count::Unsatisfied, rating.is_some_and(|rating| !rating.satisfied)),
            (Count::AskedSolved, solved.is_some()),
            (Count::Solved, solved == Some(true)),
        ]);
        self.levels(numbers, rating);
        self.unasked(numbers, rating);
    }

    /// What was said unasked, and that or else what was said in a callback.
    fn unasked(&self, numbers: &mut Numbers, rating: Option<&Callback>) {
        let own = self.1;
        let either = own.or(rating);
        numbers.set_all(&[
            (Count::OwnRated, own.is_some()),
            (Count::OwnSatisfied, own.is_some_and(|own| own.satisfied)),
            (Count::EitherRated, either.is_some()),
            (Count::EitherSatisfied, either.is_some_and(|either| either.satisfied)),
        ]);
    }

    /// Level by level, on both axes, and what was said first.
    fn levels(&self, numbers: &mut Numbers, rating: Option<&Callback>) {
        let mut rates = self.0.iter().filter(|each| each.rates());
        numbers.set(Count::FirstSatisfied, rates.next().is_some_and(|first| first.satisfied));
        let manner = self.0.iter().rev().find_map(|each| each.manner());
        numbers.set(Count::MannerRated, manner.is_some());
        let levels = [
            (Satisfaction::VerySatisfied, Count::RatedVerySatisfied, Count::MannerVerySatisfied),
            (Satisfaction::Satisfied, Count::RatedSatisfied, Count::MannerSatisfied),
            (
                Satisfaction::BasicallySatisfied,
                Count::RatedBasicallySatisfied,
                Count::MannerBasicallySatisfied,
            ),
            (Satisfaction::Dissatisfied, Count::RatedDissatisfied, Count::MannerDissatisfied),
            (
                Satisfaction::VeryDissatisfied,
                Count::RatedVeryDissatisfied,
                Count::MannerVeryDissatisfied,
            ),
        ];
        let result = rating.and_then(|rating| rating.satisfaction);
        for (level, rated, mannered) in levels {
            numbers.set(rated, result == Some(level));
            numbers.set(mannered, manner == Some(level));
        }
    }
}

/// The figures of one ticket as its events so far make them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    numbers: Numbers,
    /// The unit it is counted for: its lead, or nothing when no unit has it.
    pub lead_unit: Option<UnitId>,
    /// The limit of a first reply that is owed: past it, the ticket is open late.
    pub pending_by: Option<Moment>,
    /// The citizen's own limit, while no reply stands and nothing holds it.
    pub total_open_by: Option<Moment>,
    /// When the reply stood, or it ended without one, after the citizen's own limit.
    pub total_late_at: Option<Moment>,
    /// The first limit of a demand that nobody has answered.
    pub demand_open_by: Option<Moment>,
}

impl Standing {
    /// The standing of a ticket.
    pub fn of(ticket: &Ticket) -> Self {
        let mut standing = Self {
            numbers: Numbers::none(),
            lead_unit: ticket.lead().map(|leg| leg.unit),
            pending_by: ticket.running_limit().filter(|_| ticket.is_pending()),
            total_open_by: ticket.total_runs(),
            total_late_at: ticket.total_late_at(),
            demand_open_by: ticket.demand_runs(),
        };
        let numbers = &mut standing.numbers;
        way(numbers, ticket);
        handling(numbers, ticket);
        asking(numbers, ticket);
        Answers::of(ticket.callbacks.iter()).count(numbers);
        inspected(numbers, ticket.inspections.last());
        closing(numbers, ticket);
        overlays(numbers, ticket);
        standing
    }

    /// Whether a ticket is neither rejected nor merged (有效工单).
    pub fn is_effective(ticket: &Ticket) -> bool {
        !matches!(ticket.stage, Stage::Rejected | Stage::Merged)
    }

    /// Whether no assessed measure has it: the leg that replied, or else the present one, is exempt.
    pub fn is_unassessed(ticket: &Ticket) -> bool {
        ticket.lead().is_some_and(|leg| leg.exempt)
    }

    /// A count of this ticket at a moment.
    pub fn count(&self, count: Count, as_of: Moment) -> i64 {
        let late = self.pending_by.is_some_and(|by| as_of > by);
        match count {
            Count::OpenLate => i64::from(late),
            Count::PendingInTime => self.stored(Count::Pending) - i64::from(late),
            Count::TotalOpenLate => i64::from(self.total_open_by.is_some_and(|by| as_of > by)),
            Count::SupervisionsOpenLate => {
                i64::from(self.demand_open_by.is_some_and(|by| as_of > by))
            }
            _ => self.stored(count),
        }
    }

    /// A count that no moment changes, as the flat row stores it.
    pub fn stored(&self, count: Count) -> i64 {
        self.numbers.get(count)
    }
}

/// Exactly one way each: answered online, transferred, ended at the centre, or waiting.
fn way(numbers: &mut Numbers, ticket: &Ticket) {
    let transferred = !ticket.legs.is_empty();
    let online = ticket.resolved_online_at().is_some();
    let turned_away = matches!(ticket.stage, Stage::Rejected | Stage::Merged);
    let unknown = ticket.unknown.way && !online && !turned_away;
    numbers.set_all(&[
        (Count::Accepted, true),
        (Count::Effective, Standing::is_effective(ticket)),
        (Count::Transferred, transferred),
        (Count::ResolvedOnline, !transferred && online),
        (Count::Rejected, ticket.stage == Stage::Rejected),
        (Count::Merged, ticket.stage == Stage::Merged),
        (Count::EndedAtCentre, !transferred && !online && ticket.is_ended() && !unknown),
        (Count::Waiting, !transferred && !ticket.is_ended() && !unknown),
        (Count::WayUnknown, unknown),
    ]);
}

/// Of the transferred, exactly one: handled, pending, at the centre (difficult or not), or ended
/// with no standing reply.
fn handling(numbers: &mut Numbers, ticket: &Ticket) {
    let transferred = !ticket.legs.is_empty();
    let replied = ticket.lead().filter(|leg| leg.handled_at.is_some());
    let lead = ticket.lead().map(|leg| leg.unknown).unwrap_or_default();
    let owing = transferred && replied.is_none() && !lead.reply;
    let centre = matches!(ticket.stage, Stage::Accepted | Stage::Difficult);
    numbers.set_all(&[
        (Count::Handled, replied.is_some()),
        (Count::HandledLate, ticket.handled_late()),
        (Count::Pending, owing && ticket.is_pending()),
        (Count::Difficult, ticket.stage == Stage::Difficult),
        (Count::AtCentre, owing && centre),
        (Count::EndedUnreplied, owing && ticket.is_ended()),
        (Count::ReplyUnknown, lead.reply),
        (Count::HandlingUnknown, lead.handling),
        (Count::InRework, ticket.stage == Stage::Rework),
        (Count::TotalLate, ticket.total_late_at().is_some()),
    ]);
    numbers.set_minutes(replied.and_then(|leg| leg.worked_minutes));
    let ordered = ticket.reworks.iter().filter(|rework| !rework.reopened).count();
    numbers.set_times(Count::ReworkTickets, Count::ReworkTimes, ordered);
    numbers.set_times(Count::SentBackTickets, Count::SentBackTimes, ticket.sent_back.len());
}

/// What units asked of the centre, and what it decided.
fn asking(numbers: &mut Numbers, ticket: &Ticket) {
    let returned = |leg: &&Leg| leg.leads() && leg.ended_how() == Some(LegEnd::Returned);
    let returns = ticket.legs.iter().filter(returned).count();
    numbers.set_times(Count::Returned, Count::ReturnTimes, returns);
    let redispatched = |leg: &&Leg| leg.ended_how() == Some(LegEnd::Redispatched);
    let redispatches = ticket.legs.iter().filter(redispatched).count();
    numbers.set_times(Count::Redispatched, Count::RedispatchTimes, redispatches);
    let sum = |of: fn(&Leg) -> u32| ticket.legs.iter().map(|leg| of(leg) as usize).sum::<usize>();
    let granted = sum(|leg| leg.extensions);
    numbers.set_times(Count::Extended, Count::ExtensionsGranted, granted);
    numbers.add(Count::ExtensionsAsked, sum(|leg| leg.extension_requests));
    numbers.add(Count::ExtensionsDenied, sum(|leg| leg.extensions_denied));
    numbers.add(Count::DecidedLate, sum(|leg| leg.decided_late));
    let waits = |leg: &Leg| leg.return_pending || leg.extension_pending.is_some();
    let undecided = ticket.legs.iter().any(|leg| leg.is_current() && waits(leg));
    numbers.set(Count::Undecided, undecided && !ticket.is_ended());
}

/// Whether a reply stands that the centre has not reviewed.
fn awaits_review(ticket: &Ticket) -> bool {
    ticket.stage == Stage::Handled && ticket.under_review
}

/// Whether a reply stands about which nobody was asked.
fn awaits_callback(ticket: &Ticket) -> bool {
    let called = ticket.called_back_since_reply();
    ticket.stage == Stage::Handled && !ticket.under_review && !called
}

fn closing(numbers: &mut Numbers, ticket: &Ticket) {
    let awaiting = awaits_callback(ticket);
    let closed = ticket.stage == Stage::Closed;
    let last = ticket.closures.last().filter(|_| closed);
    let with = |outcome| last.is_some_and(|closure| closure.outcome == outcome);
    let again = ticket.closures.len() > 1 || (!ticket.closures.is_empty() && !closed);
    numbers.set_all(&[
        (Count::AwaitingReview, awaits_review(ticket)),
        (Count::AwaitingCallback, awaiting),
        (Count::Closed, closed),
        (Count::Open, !ticket.is_ended()),
        (Count::ClosedLate, last.is_some_and(|closure| closure.late)),
        (Count::ClosedUnknown, last.is_some_and(|closure| closure.unknown)),
        (Count::ClosedUnstated, with(CloseOutcome::Unstated)),
        (Count::ClosedSolved, with(CloseOutcome::Solved)),
        (Count::ClosedExplained, with(CloseOutcome::Explained)),
        (Count::ClosedUnreachable, with(CloseOutcome::Unreachable)),
        (Count::ClosedNotAccepted, with(CloseOutcome::NotAccepted)),
        (Count::ClosedDuplicate, with(CloseOutcome::Duplicate)),
        (Count::ClosedWithdrawn, with(CloseOutcome::Withdrawn)),
        (Count::ClosedTerminated, with(CloseOutcome::Terminated)),
        (Count::Reopened, again),
    ]);
    numbers.add(Count::CloseTimes, ticket.closures.len());
}

/// What the inspection that stands gave.
fn inspected(numbers: &mut Numbers, inspection: Option<&Inspection>) {
    let (given, most) = inspection.map_or((0, 0), |each| (each.given, each.most));
    numbers.set(Count::Inspected, inspection.is_some());
    numbers.add(Count::InspectionPoints, given as usize);
    numbers.add(Count::InspectionMost, most as usize);
}

fn overlays(numbers: &mut Numbers, ticket: &Ticket) {
    let own = ticket.repeat_of.is_none() && ticket.merged_into.is_none();
    numbers.set_all(&[
        (Count::Supervised, ticket.supervisions.iter().any(|each| each.lifted_at.is_none())),
        (Count::Confidential, ticket.confidential),
        (Count::Exempt, ticket.legs.iter().any(|leg| leg.exempt)),
        (Count::ExemptionsUndecided, ticket.legs.iter().any(|leg| leg.exemption_asked)),
        (Count::Corrected, ticket.corrections > 0),
        (Count::Imported, ticket.imports > 0),
        (Count::Repeats, ticket.repeat_of.is_some()),
        (Count::Related, ticket.related_to.is_some()),
        (Count::DistinctMatters, own),
    ]);
    numbers.set_times(Count::Urged, Count::UrgeTimes, ticket.urged.len());
    let demands =
        |of: fn(&Supervision) -> bool| ticket.supervisions.iter().filter(|each| of(each)).count();
    numbers.add(Count::SupervisionsUnanswered, demands(Supervision::waits));
    numbers.add(Count::SupervisionsAnswered, demands(|each| each.answered_at.is_some()));
    numbers.add(Count::SupervisionsAnsweredLate, demands(Supervision::answered_late));
    let cards = |wanted| ticket.cards.iter().filter(|(card, _)| *card == wanted).count();
    numbers.add(Count::YellowCards, cards(Card::Yellow));
    numbers.add(Count::RedCards, cards(Card::Red));
}

/// The figures of one assignment: whose promise it was has its verdict, also when it has gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegStanding {
    numbers: Numbers,
    /// The limit of a first reply that the unit owes.
    pub pending_by: Option<Moment>,
    /// The limit of a sign-off that the unit owes.
    pub unsigned_by: Option<Moment>,
    /// The limit of a rework that the unit owes.
    pub rework_by: Option<Moment>,
    /// The limit of a report that the unit owes.
    pub report_by: Option<Moment>,
}

impl LegStanding {
    /// The standing of a leg of a ticket.
    pub fn of(ticket: &Ticket, leg: &Leg) -> Self {
        let mut numbers = Numbers::none();
        given(&mut numbers, leg);
        promises(&mut numbers, ticket, leg);
        reworks(&mut numbers, ticket, leg);
        let own = ticket.callbacks.iter().filter(|each| each.leg == Some(leg.leg));
        Answers::of(own).count(&mut numbers);
        let mut inspections = ticket.inspections.iter().rev();
        inspected(&mut numbers, inspections.find(|each| each.leg == Some(leg.leg)));
        closed_on(&mut numbers, ticket, leg);
        let effective = numbers.get(Count::Accepted) == 1 && Standing::is_effective(ticket);
        numbers.set(Count::Effective, effective);
        let runs = ticket.handling_runs(leg);
        let rework = ticket.rework().filter(|rework| rework.leg == leg.leg);
        Self {
            numbers,
            pending_by: runs.filter(|_| leg.leads()),
            unsigned_by: ticket.sign_off_runs(leg),
            rework_by: rework.and_then(|rework| ticket.rework_runs(rework)),
            report_by: runs.filter(|_| !leg.leads()),
        }
    }

    /// A count of this assignment at a moment.
    pub fn count(&self, count: Count, as_of: Moment) -> i64 {
        let passed = |by: Option<Moment>| i64::from(by.is_some_and(|by| as_of > by));
        let unsigned = || passed(self.unsigned_by) + self.stored(Count::SignOffMissing);
        match count {
            Count::OpenLate => passed(self.pending_by),
            Count::PendingInTime => self.stored(Count::Pending) - passed(self.pending_by),
            Count::SignOffMissing => unsigned(),
            Count::NotSignedInTime => unsigned() + self.stored(Count::SignOffLate),
            Count::ReworkOpenLate => passed(self.rework_by),
            Count::ReportOpenLate => passed(self.report_by),
            Count::LateNow => {
                [self.pending_by, self.rework_by, self.report_by].map(passed).iter().sum()
            }
            _ => self.stored(count),
        }
    }

    /// A count that no moment changes, as the flat row stores it; of the unsigned, those that have
    /// gone.
    pub fn stored(&self, count: Count) -> i64 {
        self.numbers.get(count)
    }
}

/// What became of it: accepted, returned, taken back or ended.
fn given(numbers: &mut Numbers, leg: &Leg) {
    let (leads, how) = (leg.leads(), leg.ended_how());
    let gone = matches!(
        how,
        Some(LegEnd::Returned | LegEnd::Recalled | LegEnd::Redispatched | LegEnd::Excused)
    );
    numbers.set_all(&[
        (Count::GivenAny, true),
        (Count::Given, leads),
        (Count::Transferred, leads),
        (Count::Known, leads && !leg.unknown.handling),
        (Count::HandlingUnknown, leg.unknown.handling),
        (Count::Accepted, leads && !gone && how != Some(LegEnd::Ended)),
        (Count::Returned, leads && how == Some(LegEnd::Returned)),
        (Count::TakenBack, leads && matches!(how, Some(LegEnd::Recalled | LegEnd::Redispatched))),
        (Count::Ended, leads && how == Some(LegEnd::Ended)),
        (Count::Assisting, !leads && !gone),
        (Count::ReturnedLate, leads && leg.returned_late_at.is_some()),
        (Count::Extended, leg.extensions > 0),
        (Count::Exempt, leg.exempt),
    ]);
}

/// What was promised, and kept or broken.
fn promises(numbers: &mut Numbers, ticket: &Ticket, leg: &Leg) {
    let (leads, signed) = (leg.leads(), leg.signed_off_at.is_some());
    let (sign_off_broken, gone) = (leg.sign_off_broken.is_some(), !leg.is_current());
    let replied = leg.handled_at.is_some();
    let missed = gone && !replied && leg.handling_broken.is_some();
    let unknown = leg.unknown;
    numbers.set_all(&[
        (Count::Signed, signed),
        (Count::Unsigned, !signed && !gone && !unknown.sign_off),
        (Count::SignOffUnknown, unknown.sign_off),
        (Count::SignedInTime, signed && !sign_off_broken && !unknown.sign_off),
        (Count::SignOffLate, signed && sign_off_broken),
        (Count::SignOffMissing, !signed && gone && sign_off_broken),
        (Count::Pending, leads && leg.owes() && ticket.is_pending() && !unknown.reply),
        (Count::ReplyUnknown, unknown.reply),
        (Count::Handled, leads && replied),
        (Count::HandledLate, leads && leg.handled_late()),
        (Count::HandlingMissed, leads && missed),
        (Count::ReportLate, !leads && leg.handled_late()),
        (Count::ReportMissed, !leads && missed),
    ]);
    numbers.set_minutes(leg.worked_minutes.filter(|_| leads && replied));
}

fn reworks(numbers: &mut Numbers, ticket: &Ticket, leg: &Leg) {
    let own = || ticket.reworks.iter().filter(|rework| rework.leg == leg.leg);
    let ordered = own().filter(|rework| !rework.reopened).count();
    numbers.set_times(Count::ReworkTickets, Count::ReworkTimes, ordered);
    let missed = |rework: &&Rework| rework.ended_at.is_some() && rework.broken.is_some();
    numbers.add(Count::ReworkLate, own().filter(|rework| rework.late()).count());
    numbers.add(Count::ReworkMissed, own().filter(missed).count());
    numbers.set(Count::InRework, ticket.rework().is_some_and(|rework| rework.leg == leg.leg));
    let sent_back = ticket.sent_back.iter().filter(|each| **each == leg.leg).count();
    numbers.set_times(Count::SentBackTickets, Count::SentBackTimes, sent_back);
}

/// The ticket's closing stands for the leg whose reply it was closed on.
fn closed_on(numbers: &mut Numbers, ticket: &Ticket, leg: &Leg) {
    let last = ticket.closures.last().filter(|_| ticket.stage == Stage::Closed);
    let own = last.filter(|closure| closure.leg == Some(leg.leg));
    let (awaits, review) = (awaits_callback(ticket), awaits_review(ticket));
    let lead = ticket.lead().is_some_and(|lead| lead.leg == leg.leg);
    numbers.set_all(&[
        (Count::Closed, own.is_some()),
        (Count::ClosedLate, own.is_some_and(|closure| closure.late)),
        (Count::ClosedUnknown, own.is_some_and(|closure| closure.unknown)),
        (Count::AwaitingCallback, awaits && lead),
        (Count::AwaitingReview, review && lead),
        (Count::Reviewed, leg.first_review.is_some()),
        (Count::PassedFirst, leg.first_review.is_some_and(|(_, passed)| passed)),
    ]);
}
