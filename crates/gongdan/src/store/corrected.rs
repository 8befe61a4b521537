//! Tickets of which a fact was corrected: their events as they stand, and what hangs on them made anew.

use gongdan_domain::{
    Concern, EventKind, Moment, RegionId, Ticket, TicketEvent, TicketId, as_corrected,
};
use rusqlite::params;

use super::body;
use super::connection::Store;
use super::event::{ISSUES, Recorded, is_fact, moment};
use super::held::Held;
use crate::words::Result;
use crate::words::named::sql;

/// An event as it stands: from when, what it says, and what the fold says of it.
type Stands = (Moment, TicketEvent, Concern);

/// Whether an event corrects another of its ticket.
pub(super) fn corrects(kind: i64) -> bool {
    kind == EventKind::Corrected.code()
}

/// The events of a ticket, all from its intake on, as they stand corrected: with their true moments, and
/// what follows from them. Where nothing is corrected they are as they were recorded.
pub(crate) fn as_they_stand(mut events: Vec<Recorded>) -> Result<Vec<Recorded>> {
    if events.iter().any(|event| corrects(event.kind)) {
        stand_anew(&mut events)?;
    }
    Ok(events)
}

fn stand_anew(events: &mut [Recorded]) -> Result<()> {
    let stand = standing(events)?;
    for (event, (at, said, concern)) in events.iter_mut().zip(stand) {
        event.body = body::of(&said)?;
        event.at = at;
        (event.unit, event.late, event.later) = (concern.unit, concern.late, concern.later);
    }
    Ok(())
}

/// The events of a ticket as they were recorded, with what the fold says of each beside it.
pub(crate) fn judged(mut events: Vec<Recorded>) -> Result<Vec<Recorded>> {
    let stand = standing(&events)?;
    for (event, (at, _, concern)) in events.iter_mut().zip(stand) {
        (event.unit, event.late) = (concern.unit, concern.late);
        event.later = at.ms() + concern.later - event.at.ms();
    }
    Ok(events)
}

fn standing(events: &[Recorded]) -> Result<Vec<Stands>> {
    let said = |event: &Recorded| Ok((event.at, event.ticket_event()?));
    let mut facts = events.iter().map(said).collect::<Result<Vec<_>>>()?;
    as_corrected(&mut facts);
    let mut ticket: Option<Ticket> = None;
    let stands = |(at, event): (Moment, TicketEvent)| {
        let concern = follow(&mut ticket, at, &event);
        (at, event, concern)
    };
    Ok(facts.into_iter().map(stands).collect())
}

/// Follows one more event; what the fold says of it.
fn follow(ticket: &mut Option<Ticket>, at: Moment, event: &TicketEvent) -> Concern {
    match (ticket, event) {
        (Some(ticket), event) => {
            let concern = ticket.concern(at, event);
            ticket.apply(at, event);
            concern
        }
        (none, TicketEvent::TakenIn(taken)) => {
            *none = Some(Ticket::taken_in(TicketId(0), at, taken));
            Concern::default()
        }
        _ => Concern::default(),
    }
}

impl Store {
    /// The events that make a ticket, as far as they are seen, as they stand corrected.
    pub(crate) fn life_of(
        &self,
        region: RegionId,
        id: TicketId,
        seen: Option<u64>,
    ) -> Result<Vec<Recorded>> {
        let mut events = self.events_of(region, id.0)?;
        // What stands beside an event tells of every correction, also of those that are not seen.
        let corrected = events.iter().any(|event| corrects(event.kind));
        events.retain(|event| seen.is_none_or(|seen| event.seq <= seen));
        if corrected {
            stand_anew(&mut events)?;
        }
        Ok(events)
    }

    /// … of a ticket that may be seen; none of another.
    pub(crate) fn life_in_sight(
        &self,
        region: RegionId,
        id: TicketId,
        seen: Option<u64>,
    ) -> Result<Vec<Recorded>> {
        match self.sees(id)? {
            true => self.life_of(region, id, seen),
            false => Ok(Vec::new()),
        }
    }

    /// Folds a ticket anew after a correction, and writes beside its events what is said of them now.
    pub(crate) fn fold_anew(&self, region: RegionId, id: TicketId) -> Result<Option<Held>> {
        let events = self.events_of(region, id.0)?;
        let now = judged(events.clone())?;
        let changed = events.iter().zip(now).filter(|(before, now)| *before != now);
        changed.map(|(_, now)| now).try_for_each(|event| self.write_verdict(region, &event))?;
        Held::fold(id, &as_they_stand(events)?)
    }

    /// Writes beside an event what the fold says of it.
    pub(super) fn write_verdict(&self, region: RegionId, event: &Recorded) -> Result<()> {
        let conn = self.conn()?;
        let mut write = conn.prepare_cached(sql!(file "sql/write_verdict.sql"))?;
        let (seq, unit) = (event.seq as i64, event.unit.map(|unit| unit.0));
        write.execute(params![region.0, seq, unit, event.late, event.later])?;
        Ok(())
    }

    /// The newest fact of any ticket, as facts stand corrected.
    pub(crate) fn newest_fact(&self, region: RegionId) -> Result<Option<Moment>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/newest_fact.sql"))?;
        let rows = ask.query_map([region.0], |row| Ok((row.get(0)?, moment(row.get(1)?)?)))?;
        let newest: Vec<(i64, Moment)> = rows.collect::<rusqlite::Result<_>>()?;
        let facts = newest.into_iter().filter(|(kind, _)| is_fact(ISSUES + 1, *kind));
        Ok(facts.map(|(_, at)| at).max())
    }

    /// The tickets of which a fact was corrected after an event.
    pub(crate) fn corrected_since(&self, region: RegionId, seen: u64) -> Result<Vec<TicketId>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/corrected_since.sql"))?;
        let seen = i64::try_from(seen).unwrap_or(i64::MAX);
        let rows = ask.query_map(params![region.0, seen], |row| row.get(0).map(TicketId))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
