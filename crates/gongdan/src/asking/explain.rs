//! The promises of a ticket, explained day by day.

use gongdan_domain::{
    Calendar, Clock, DayLine, EventKind, Invalid, Limit, Moment, Move, Problem, Promise, Promised,
    Rulebook, Species, TicketId, promised,
};
use serde::{Deserialize, Deserializer, Serialize};

use crate::hotline::Hotline;
use crate::words::known::{Known, known};
use crate::words::{Error, Result};

/// One promise of a ticket, day by day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Explained {
    /// Which promise: `sign_off`, `handle`, `report`, `rework` or `total`.
    #[serde(deserialize_with = "promise")]
    pub promise: Known,
    /// The unit it was given to; nothing for the citizen's own limit.
    pub unit: Option<String>,
    /// From when it counts.
    pub from: Moment,
    /// The rule it follows.
    pub limit: Limit,
    /// How many notices the calendar had when it was given.
    pub calendar: u32,
    /// Every day counted or skipped up to where it ends now, and why.
    pub days: Vec<DayLine>,
    /// The promise as it was first given.
    pub first_by: Moment,
    /// The promise now, after extensions, pauses and reschedulings.
    pub by: Moment,
    /// Since when the centre holds it: while it does, it does not end.
    pub held_since: Option<Moment>,
    /// What moved it, in order.
    pub moves: Vec<LimitMove>,
}

/// What moved a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitMove {
    /// The event, by the word of its kind.
    #[serde(deserialize_with = "event")]
    pub event: Known,
    /// From when it counts.
    pub at: Moment,
    /// Where the promise ended from then on.
    pub by: Moment,
}

pub(super) fn promise<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<Known, D::Error> {
    known(from, Promise::ALL.iter().map(|promise| promise.word()))
}

fn event<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<Known, D::Error> {
    known(from, EventKind::ALL.iter().map(|kind| kind.word()))
}

impl Hotline {
    /// The running promises of a ticket, day by day: which days counted, which were skipped, and
    /// why, under the calendar of the moment they were given, and what moved them since.
    ///
    /// # Errors
    /// `NotFound`; `Io`, `Corrupt`.
    pub fn explain(&self, id: TicketId) -> Result<Vec<Explained>> {
        self.ask_now(|region, rules, _| {
            let events = match id.region() == region {
                true => self.store.life_in_sight(region, id, None)?,
                false => Vec::new(),
            };
            if events.is_empty() {
                return Err(Error::no_ticket(id));
            }
            let facts = events.iter().map(|event| Ok((event.at, event.ticket_event()?)));
            let facts = facts.collect::<Result<Vec<_>>>()?;
            promised(id, &facts, rules).iter().map(|each| explained(each, rules)).collect()
        })
    }

    /// When a limit that is given at a moment ends, by the calendar and office hours of then.
    ///
    /// # Errors
    /// `InvalidInput` for a limit out of range, or a year that nobody has published; `Io`.
    pub fn end_of(&self, limit: Limit, given: Moment) -> Result<Moment> {
        self.ask_now(|_, rules, _| {
            let hours = rules.policy.hours(given);
            let clock = Clock { days: rules.calendar.known_at(given), hours: &hours };
            Ok(clock.limit(given, limit)?)
        })
    }
}

fn explained(promised: &Promised, rules: &Rulebook) -> Result<Explained> {
    let Promised { promise, unit, from, limit, calendar, first_by, by, held_since, .. } = *promised;
    let moved = |each: &Move| LimitMove { event: each.event.word(), at: each.at, by: each.by };
    Ok(Explained {
        promise: promise.word(),
        unit: unit.map(|unit| rules.register.path(Species::Unit, unit, from)),
        from,
        limit,
        calendar,
        days: days_of(days(promised, rules))?,
        first_by,
        by,
        held_since,
        moves: promised.moves.iter().map(moved).collect(),
    })
}

fn days(promised: &Promised, rules: &Rulebook) -> std::result::Result<Vec<DayLine>, Invalid> {
    clocked(promised, rules, |given, moved| promised.days(given, moved))
}

/// What the clocks of a promise say: by the notices of when it was given, and by those of when it last moved.
pub(super) fn clocked<T>(
    promised: &Promised,
    rules: &Rulebook,
    read: impl FnOnce(&Clock<'_>, &Clock<'_>) -> T,
) -> T {
    let (from, moved) = (promised.from, promised.moved_at());
    let known = rules.calendar.notices().iter().take(promised.calendar as usize).cloned();
    let calendar = Calendar::new(known.collect());
    let (hours, later) = (rules.policy.hours(from), rules.policy.hours(moved));
    let given = Clock { days: calendar.known_at(from), hours: &hours };
    read(&given, &Clock { days: rules.calendar.known_at(moved), hours: &later })
}

/// A sign-off that was due with its reply, since nobody had published the year, has no days of its
/// own to show.
fn days_of(explained: std::result::Result<Vec<DayLine>, Invalid>) -> Result<Vec<DayLine>> {
    match explained {
        Err(Invalid { problem: Problem::UnknownYear { .. }, .. }) => Ok(Vec::new()),
        known => Ok(known?),
    }
}
