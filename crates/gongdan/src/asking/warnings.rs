//! 预警: the limits that run and of which a share has passed, as of a moment; nobody is late yet.

use gongdan_domain::{
    Moment, Period, Promised, RegionId, Rulebook, Species, Ticket, TicketEvent, TicketId, promised,
};
use serde::{Deserialize, Serialize};

use super::explain::{clocked, promise};
use crate::hotline::Hotline;
use crate::store::{Held, Past};
use crate::words::Result;
use crate::words::known::Known;

/// A limit that runs and of which a share has passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LimitWarning {
    /// The ticket.
    pub ticket: TicketId,
    /// Its printed number.
    pub number: String,
    /// Which promise: `sign_off`, `handle`, `report`, `rework` or `total`.
    #[serde(deserialize_with = "promise")]
    pub promise: Known,
    /// The unit it was given to, who is to be warned; nothing for the citizen's own limit, which is the centre's.
    pub unit: Option<String>,
    /// From when it counts.
    pub from: Moment,
    /// Where it ends now.
    pub by: Moment,
    /// The largest share that has passed of those that the policy sets (`warn_at`), in per cent.
    pub share: u32,
    /// How many minutes of its working time have run; a day of a day limit is worth 1,440.
    pub run_minutes: i64,
    /// How many it has in all.
    pub whole_minutes: i64,
}

/// Milliseconds of a minute.
const MINUTE_MS: i64 = 60_000;

impl Hotline {
    /// The limits that run at a moment and of which a share of the working time has passed, as the policy's
    /// `warn_at` of that moment sets it for such a ticket; the first to end comes first. What is over is in the list
    /// of the overdue, what the centre holds does not run.
    ///
    /// # Errors
    /// `InvalidInput` names `calendar` for a limit in a year that nobody has published; `Io`, `Corrupt`.
    pub fn warnings(&self, as_of: Moment) -> Result<Vec<LimitWarning>> {
        self.ask_now(|region, rules, _| {
            let mut found = Vec::new();
            for id in self.open_then(region, as_of)? {
                found.extend(self.warnings_of(region, id, rules, as_of)?);
            }
            found.sort_by_key(|each| (each.by, each.ticket));
            Ok(found)
        })
    }

    /// The tickets open at a moment that whoever asks may see.
    fn open_then(&self, region: RegionId, as_of: Moment) -> Result<Vec<TicketId>> {
        let period = Period::days(as_of.day(), as_of.day())?;
        let (period, carried, seen, rules) = (&period, Some(period.from()), None, None);
        let past = Past { region, period, as_of, seen, rules, carried };
        self.store.look_back(&past)?;
        self.store.open_tickets(&past)
    }

    fn warnings_of(
        &self,
        region: RegionId,
        id: TicketId,
        rules: &Rulebook,
        as_of: Moment,
    ) -> Result<Vec<LimitWarning>> {
        let mut events = self.store.life_in_sight(region, id, None)?;
        events.retain(|event| event.counts_at() <= as_of);
        let Some(held) = Held::fold(id, &events)? else { return Ok(Vec::new()) };
        let facts = events.iter().map(|event| Ok((event.at, event.ticket_event()?)));
        of_ticket(&held.ticket, &facts.collect::<Result<Vec<_>>>()?, rules, as_of)
    }
}

fn of_ticket(
    ticket: &Ticket,
    facts: &[(Moment, TicketEvent)],
    rules: &Rulebook,
    as_of: Moment,
) -> Result<Vec<LimitWarning>> {
    let shares = rules.policy.warn_at(&ticket.scope(), as_of);
    let mut found = Vec::new();
    for each in promised(ticket.id, facts, rules).iter().filter(|each| each.runs) {
        let run = clocked(each, rules, |given, moved| each.run(given, moved, as_of))?;
        let share = shares.iter().rev().find(|share| has_run(run, **share)).copied();
        let share = share.filter(|_| as_of <= each.by);
        found.extend(share.map(|share| warning(ticket, each, rules, (share, run))));
    }
    Ok(found)
}

/// Whether a share of the whole has run.
fn has_run((run, whole): (i64, i64), share: u32) -> bool {
    run.saturating_mul(100) >= whole.saturating_mul(i64::from(share))
}

fn warning(
    ticket: &Ticket,
    promised: &Promised,
    rules: &Rulebook,
    (share, (run, whole)): (u32, (i64, i64)),
) -> LimitWarning {
    let Promised { promise, unit, from, by, .. } = *promised;
    LimitWarning {
        ticket: ticket.id,
        number: ticket.number.clone(),
        promise: promise.word(),
        unit: unit.map(|unit| rules.register.path(Species::Unit, unit, from)),
        from,
        by,
        share,
        run_minutes: run / MINUTE_MS,
        whole_minutes: whole / MINUTE_MS,
    }
}
