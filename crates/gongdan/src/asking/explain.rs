//! The promises of a ticket, explained day by day.

use gongdan_domain::{
    Calendar, Clock, DayLine, Invalid, Limit, Moment, Problem, Rulebook, Species, Ticket, TicketId,
    UnitId,
};
use serde::{Deserialize, Deserializer, Serialize};

use crate::hotline::Hotline;
use crate::words::Result;
use crate::words::known::{Known, known};

/// One promise of a ticket, day by day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Explained {
    /// Which promise: `sign_off`, `handle` or `rework`.
    #[serde(deserialize_with = "promise")]
    pub promise: Known,
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

/// The promises that are explained.
const PROMISES: [Known; 3] = ["sign_off", "handle", "rework"];

fn promise<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<Known, D::Error> {
    known(from, PROMISES.into_iter())
}

impl Hotline {
    /// The running promises of a ticket, day by day: which days counted, which were skipped, and
    /// why, under the calendar of the moment they were given.
    ///
    /// # Errors
    /// `NotFound`; `Io`, `Corrupt`.
    pub fn explain(&self, id: TicketId) -> Result<Vec<Explained>> {
        self.ask_now(|_, rules, _| {
            let held = self.store.load(id)?;
            explained(&held.ticket, rules)
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

/// Every promise of the legs in hand, and of the running rework.
fn explained(ticket: &Ticket, rules: &Rulebook) -> Result<Vec<Explained>> {
    let mut promises = Vec::new();
    for leg in ticket.legs.iter().filter(|leg| leg.is_current()) {
        let given = Given { from: leg.transferred_at, calendar: leg.calendar, unit: leg.unit };
        let sign = (leg.sign_off_limit, leg.sign_off_by);
        promises.push(given.explain("sign_off", sign, leg.sign_off_by, rules)?);
        let handle = (leg.handle_limit, leg.handle_by);
        promises.push(given.explain("handle", handle, leg.first_handle_by, rules)?);
    }
    if let Some(rework) = ticket.rework() {
        let given = Given { from: rework.ordered_at, calendar: rework.calendar, unit: rework.unit };
        let promise = (rework.limit, rework.rework_by);
        promises.push(given.explain("rework", promise, rework.rework_by, rules)?);
    }
    Ok(promises)
}

/// When a promise was given, under which calendar, to whom.
struct Given {
    from: Moment,
    calendar: u32,
    unit: UnitId,
}

impl Given {
    fn explain(
        &self,
        promise: &'static str,
        (limit, by): (Limit, Moment),
        first_by: Moment,
        rules: &Rulebook,
    ) -> Result<Explained> {
        let known = rules.calendar.notices().iter().take(self.calendar as usize).cloned();
        let calendar = Calendar::new(known.collect());
        let hours = rules.policy.hours(self.from);
        let clock = Clock { days: calendar.known_at(self.from), hours: &hours };
        Ok(Explained {
            promise,
            unit: rules.register.path(Species::Unit, self.unit, self.from),
            from: self.from,
            limit,
            calendar: self.calendar,
            days: days_of(clock.explain(self.from, limit))?,
            first_by,
            by,
        })
    }
}

/// A sign-off that was due with its reply, since nobody had published the year, has no days of its
/// own to show.
fn days_of(explained: std::result::Result<Vec<DayLine>, Invalid>) -> Result<Vec<DayLine>> {
    match explained {
        Err(Invalid { problem: Problem::UnknownYear { .. }, .. }) => Ok(Vec::new()),
        known => Ok(known?),
    }
}
