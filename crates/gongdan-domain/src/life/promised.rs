//! The promises of a ticket with all that moved them: what a limit that runs now is explained from.

use std::collections::BTreeMap;

use crate::deadline::{Clock, DAY_MS, Limit};
use crate::explain::{DayLine, Moved};
use crate::ids::{TicketId, UnitId};
use crate::invalid::Invalid;
use crate::moment::Moment;
use crate::office::Rulebook;
use crate::policy::Setting;

use super::event::TicketEvent;
use super::event_kind::EventKind;
use super::ticket::{Leg, Rework, Ticket};

/// Which promise it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Promise {
    /// A unit's sign-off.
    SignOff,
    /// The lead's first reply.
    Handle,
    /// An assisting unit's report.
    Report,
    /// A rework.
    Rework,
    /// The citizen's own limit, whoever has the ticket.
    Total,
}

impl Promise {
    /// All of them.
    pub const ALL: &[Self] =
        &[Self::SignOff, Self::Handle, Self::Report, Self::Rework, Self::Total];

    /// Its word: that of the limit which lists are asked by.
    pub fn word(self) -> &'static str {
        match self {
            Self::SignOff => "sign_off",
            Self::Handle => "handle",
            Self::Report => "report",
            Self::Rework => "rework",
            Self::Total => "total",
        }
    }
}

/// One event that moved a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// What moved it.
    pub event: EventKind,
    /// From when the event counts.
    pub at: Moment,
    /// Where the limit ended from then on.
    pub by: Moment,
}

/// A promise of a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    /// Which one.
    pub promise: Promise,
    /// The unit it was given to; nothing for the citizen's own.
    pub unit: Option<UnitId>,
    /// From when it counts.
    pub from: Moment,
    /// The rule it follows.
    pub limit: Limit,
    /// How many notices the calendar had when it was given.
    pub calendar: u32,
    /// Where it first ended.
    pub first_by: Moment,
    /// Where it ends now.
    pub by: Moment,
    /// Since when the centre holds it, if it does.
    pub held_since: Option<Moment>,
    /// Whether it still has to be kept: nobody has done it, nothing holds it and no event came after its end.
    pub runs: bool,
    /// What moved it, in order.
    pub moves: Vec<Move>,
    holds: Vec<(Moment, Moment)>,
}

impl Promised {
    /// Every day from its giving to where it ends now, counted or skipped, and why: by the clock of the
    /// moment it was given, and after its first end by that of the moment it last moved.
    ///
    /// # Errors
    /// As [`Clock::explain`].
    pub fn days(&self, given: &Clock<'_>, moved: &Clock<'_>) -> Result<Vec<DayLine>, Invalid> {
        if self.moves.is_empty() {
            return given.explain(self.from, self.limit);
        }
        let (begin, holds) = (self.limit.begins(self.from), &self.holds[..]);
        let limit = Moved { limit: self.limit, begin, by: self.by, holds };
        moved.explain_moved(given, self.first_by, &limit)
    }

    /// How much of its working time had run at a moment, and how much it is in all, in milliseconds: of a day limit
    /// each day is worth 24 hours. What was given back (a pause, an extension) is counted as [`Promised::days`]
    /// tells it; nothing has run before it began.
    ///
    /// # Errors
    /// As [`Clock::explain`].
    pub fn run(
        &self,
        given: &Clock<'_>,
        moved: &Clock<'_>,
        at: Moment,
    ) -> Result<(i64, i64), Invalid> {
        let (at, begin) = (at.min(self.by), self.limit.begins(self.from));
        let until = |by| {
            let limit = Moved { limit: self.limit, begin, by, holds: &self.holds };
            moved.explain_moved(given, self.first_by, &limit)
        };
        let sum = |days: &[DayLine]| days.iter().map(|day| day.counted_ms).sum::<i64>();
        let whole = sum(&until(self.by)?);
        if at <= begin {
            return Ok((0, whole));
        }
        let days = until(at)?;
        let ahead = days.last().map_or(0, |day| self.ahead(day, at));
        Ok((sum(&days) - ahead, whole))
    }

    /// What of a day that counts as a whole still lies ahead of a moment on it.
    fn ahead(&self, day: &DayLine, at: Moment) -> i64 {
        let end = Moment::start_of(day.day).plus_ms(DAY_MS);
        match self.limit {
            Limit::WorkingDays(_) if day.counted_ms > 0 => end.ms() - at.ms(),
            _ => 0,
        }
    }

    /// When it last moved: when it was given, if it never did.
    pub fn moved_at(&self) -> Moment {
        self.moves.last().map_or(self.from, |last| last.at)
    }
}

/// A promise among those of a ticket: the number of the leg, or of the rework.
type Key = (Promise, u32);

/// What became of a limit so far.
struct Path {
    first_by: Moment,
    by: Moment,
    moves: Vec<Move>,
    holds: Vec<(Moment, Moment)>,
}

/// The promises of the units that have a ticket, of its running rework, and of the citizen, as its
/// events made and moved them; none of what is no ticket.
pub fn promised(id: TicketId, events: &[(Moment, TicketEvent)], rules: &Rulebook) -> Vec<Promised> {
    let Some((first, rest)) = events.split_first() else { return Vec::new() };
    let Some(mut ticket) = Ticket::fold(id, [first.clone()]) else { return Vec::new() };
    let mut told = Told::default();
    for (at, event) in rest {
        let (from, hold) = (ticket.counts_from(*at, event), hold(&ticket, event));
        let total = rules.policy.limit(Setting::TotalLimit, &ticket.scope(), from);
        ticket.apply(*at, event);
        told.follow(&ticket, event.kind(), from, hold);
        told.total = told.total.or_else(|| ticket.total_by.and(total));
    }
    told.running(&ticket)
}

/// Since when the centre held the limits that an event gives back.
fn hold(before: &Ticket, event: &TicketEvent) -> Option<Moment> {
    match event {
        TicketEvent::Resumed { .. } => before.suspended_at,
        TicketEvent::Unmerged { .. } => before.merged_at,
        TicketEvent::SentBack { leg, .. } => {
            let rework = before.reworks.last().filter(|rework| rework.leg == *leg);
            rework.map_or_else(|| before.leg(*leg)?.handled_at, |rework| rework.handled_at)
        }
        _ => None,
    }
}

#[derive(Default)]
struct Told {
    paths: BTreeMap<Key, Path>,
    /// The rule of the citizen's own limit.
    total: Option<Limit>,
}

impl Told {
    fn follow(&mut self, ticket: &Ticket, event: EventKind, at: Moment, hold: Option<Moment>) {
        for (key, by) in limits(ticket) {
            let path = self.paths.entry(key).or_insert_with(|| Path::begun(by));
            if path.by != by {
                path.moves.push(Move { event, at, by });
                path.holds.extend(hold.map(|since| (since, at)));
                path.by = by;
            }
        }
    }

    fn running(mut self, ticket: &Ticket) -> Vec<Promised> {
        let mut running = Vec::new();
        for leg in ticket.legs.iter().filter(|leg| leg.is_current()) {
            running.extend(self.sign_off(ticket, leg));
            running.extend(self.reply(ticket, leg));
        }
        running.extend(ticket.rework().and_then(|rework| self.rework(ticket, rework)));
        running.extend(self.citizens(ticket));
        running
    }

    fn sign_off(&mut self, ticket: &Ticket, leg: &Leg) -> Option<Promised> {
        leg.sign_off_limit_at()?;
        let (owed, by) = (leg.signed_off_at.is_none(), leg.sign_off_by);
        let held = ticket.held_since(leg, by).filter(|_| owed);
        let runs = ticket.sign_off_runs(leg) == Some(by);
        let (unit, limit) = (Some(leg.unit), leg.sign_off_limit);
        let given = Given { unit, limit, held, runs, ..leg.into() };
        self.told((Promise::SignOff, leg.leg), given)
    }

    fn reply(&mut self, ticket: &Ticket, leg: &Leg) -> Option<Promised> {
        leg.handle_limit_at()?;
        let held = ticket.held_since(leg, leg.handle_by).filter(|_| leg.owes());
        let runs = ticket.handling_runs(leg) == Some(leg.handle_by);
        self.told((reply_of(leg), leg.leg), Given { held, runs, ..leg.into() })
    }

    fn rework(&mut self, ticket: &Ticket, rework: &Rework) -> Option<Promised> {
        let round = u32::try_from(ticket.reworks.len()).unwrap_or(u32::MAX);
        let given = Given {
            unit: Some(rework.unit),
            from: rework.ordered_at,
            limit: rework.limit,
            calendar: rework.calendar,
            held: ticket.suspended_at.filter(|since| *since <= rework.rework_by),
            runs: ticket.rework_runs(rework) == Some(rework.rework_by),
        };
        self.told((Promise::Rework, round), given)
    }

    fn citizens(&mut self, ticket: &Ticket) -> Option<Promised> {
        let by = ticket.total_by.filter(|_| !ticket.is_ended())?;
        let first = ticket.legs.first()?;
        let limit = self.total.unwrap_or(first.handle_limit);
        let held = ticket.total_held_since(by);
        let runs = ticket.total_runs() == Some(by);
        let given = Given { unit: None, limit, held, runs, ..first.into() };
        self.told((Promise::Total, 0), given)
    }

    fn told(&mut self, key: Key, given: Given) -> Option<Promised> {
        let Path { first_by, by, moves, holds } = self.paths.remove(&key)?;
        let Given { unit, from, limit, calendar, held: held_since, runs } = given;
        let promise = key.0;
        Some(Promised {
            promise,
            unit,
            from,
            limit,
            calendar,
            first_by,
            by,
            held_since,
            runs,
            moves,
            holds,
        })
    }
}

impl Path {
    fn begun(by: Moment) -> Self {
        Self { first_by: by, by, moves: Vec::new(), holds: Vec::new() }
    }
}

/// What was promised, to whom.
struct Given {
    unit: Option<UnitId>,
    from: Moment,
    limit: Limit,
    calendar: u32,
    held: Option<Moment>,
    runs: bool,
}

impl From<&Leg> for Given {
    fn from(leg: &Leg) -> Self {
        let (unit, limit, calendar) = (Some(leg.unit), leg.handle_limit, leg.calendar);
        Self { unit, from: leg.transferred_at, limit, calendar, held: None, runs: false }
    }
}

fn reply_of(leg: &Leg) -> Promise {
    if leg.leads() { Promise::Handle } else { Promise::Report }
}

/// Where every promise of a ticket ends.
fn limits(ticket: &Ticket) -> Vec<(Key, Moment)> {
    let legs = ticket.legs.iter().flat_map(|leg| {
        let (sign_off, reply) = ((Promise::SignOff, leg.leg), (reply_of(leg), leg.leg));
        [(sign_off, leg.sign_off_by), (reply, leg.handle_by)]
    });
    let reworks = (1..).zip(&ticket.reworks);
    let reworks = reworks.map(|(round, rework)| ((Promise::Rework, round), rework.rework_by));
    let total = ticket.total_by.map(|by| ((Promise::Total, 0), by));
    legs.chain(reworks).chain(total).collect()
}
