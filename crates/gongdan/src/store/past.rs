//! The past: how tickets stood at a moment. The rows say how they stand now; the few tickets with
//! a later event are folded again up to the moment, into temporary tables of the same shape.
//! All others are read as they stand, and the texts of the figures do not change.

use gongdan_domain::{Moment, Period, RegionId, Rulebook, TicketEvent, TicketId, under_rules};
use rusqlite::{params, params_from_iter};

use super::connection::Store;
use super::event::{Recorded, corrupt};
use super::held::Held;
use crate::words::Result;
use crate::words::named::sql;

/// The temporary tables that hold a past.
const FORGOTTEN: [&str; 7] = [
    "cut_off",
    "recounted",
    "ticket_past",
    "assignment_past",
    "callback_past",
    "rework_past",
    "closure_past",
];

/// What is looked at, and through which glass.
#[derive(Clone, Copy)]
pub(crate) struct Past<'a> {
    pub(crate) region: RegionId,
    pub(crate) period: &'a Period,
    /// Nothing later is seen.
    pub(crate) as_of: Moment,
    /// No event after this one is seen.
    pub(crate) seen: Option<u64>,
    /// Promises are worked out under these rules instead of those of their time.
    pub(crate) rules: Option<&'a Rulebook>,
    /// Tickets taken in before the period are looked at too, as far as they matter to what happened
    /// since this moment.
    pub(crate) carried: Option<Moment>,
}

/// Where a journal ends.
struct LastEvents {
    /// The last event, also of an open batch.
    seq: i64,
    /// The latest moment of all events; not known while a batch is open.
    at: Option<i64>,
}

impl Past<'_> {
    /// From when on tickets are looked at.
    fn from(&self) -> Moment {
        if self.carried.is_some() { Moment::MIN } else { self.period.from() }
    }

    /// Whether the file stands as the view shows it: no event is later, no rule is another.
    fn changed_nothing(&self, last: &LastEvents) -> bool {
        let all_seen = last.seq <= self.last_seen();
        self.rules.is_none() && all_seen && last.at.is_some_and(|at| at <= self.as_of.ms())
    }

    /// The last event that is seen, as a parameter.
    pub(super) fn last_seen(&self) -> i64 {
        self.seen.map_or(i64::MAX, |seen| i64::try_from(seen).unwrap_or(i64::MAX))
    }
}

impl Store {
    /// Makes `ticket_as_of`, `alive_as_of` and their like show the view. What they show already is
    /// not looked up again.
    pub(crate) fn look_back(&self, view: &Past<'_>) -> Result<()> {
        self.conn()?.execute_batch(sql!(file "sql/past.sql"))?;
        let last = self.last_events(view.region)?;
        self.look_between(view, last.seq)?;
        view.carried.map_or(Ok(()), |since| self.look_alive(view, since, last.seq))?;
        if self.still_shown(view, last.seq)? {
            return Ok(());
        }
        self.forget_shown()?;
        if !view.changed_nothing(&last) {
            self.fold_again(view)?;
        }
        // Last: what stopped half-way is not taken for shown.
        self.cut_off(view, last.seq)
    }

    fn last_events(&self, region: RegionId) -> Result<LastEvents> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/last_events.sql"))?;
        Ok(ask.query_row([region.0], |row| {
            Ok(LastEvents { seq: row.get("seq")?, at: row.get("last_at")? })
        })?)
    }

    /// Finds between which ids the tickets of the view lie.
    fn look_between(&self, view: &Past<'_>, last_seq: i64) -> Result<()> {
        let conn = self.conn()?;
        let asked = params![view.region.0, view.from().ms(), view.period.to().ms(), last_seq];
        let mut ask = conn.prepare_cached(sql!(file "sql/still_in_span.sql"))?;
        if ask.query_row(asked, |row| row.get(0))? {
            return Ok(());
        }
        conn.prepare_cached("DELETE FROM temp.span")?.execute([])?;
        conn.prepare_cached(sql!(file "sql/span.sql"))?.execute(asked)?;
        Ok(())
    }

    /// Finds the tickets that matter to what happened since a moment.
    fn look_alive(&self, view: &Past<'_>, since: Moment, last_seq: i64) -> Result<()> {
        let conn = self.conn()?;
        let (region, to) = (view.region.0, view.period.to().ms());
        let (since, seen, rewritten) = (since.ms(), view.last_seen(), view.rules.is_some());
        let mut ask = conn.prepare_cached(sql!(file "sql/still_alive.sql"))?;
        if ask.query_row(params![region, to, since, seen, rewritten, last_seq], |row| row.get(0))? {
            return Ok(());
        }
        for table in ["alive_since", "alive"] {
            conn.prepare_cached(&format!("DELETE FROM temp.{table}"))?.execute([])?;
        }
        let mut find = conn.prepare_cached(sql!(file "sql/alive.sql"))?;
        find.execute(params![region, to, since, seen, rewritten])?;
        // Last: what stopped half-way is not taken for found.
        let mut note = conn.prepare_cached(sql!(file "sql/alive_since.sql"))?;
        note.execute(params![region, to, since, seen, rewritten, last_seq])?;
        Ok(())
    }

    fn still_shown(&self, view: &Past<'_>, last_seq: i64) -> Result<bool> {
        if view.rules.is_some() {
            return Ok(false);
        }
        let (from, to) = (view.from().ms(), view.period.to().ms());
        let (as_of, seen) = (view.as_of.ms(), view.last_seen());
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/still_shown.sql"))?;
        let asked = params![view.region.0, from, to, as_of, seen, last_seq];
        Ok(ask.query_row(asked, |row| row.get(0))?)
    }

    fn forget_shown(&self) -> Result<()> {
        let conn = self.conn()?;
        for table in FORGOTTEN {
            conn.prepare_cached(&format!("DELETE FROM temp.{table}"))?.execute([])?;
        }
        Ok(())
    }

    /// Cuts off at the view's moment, once everything before it is folded.
    fn cut_off(&self, view: &Past<'_>, last_seq: i64) -> Result<()> {
        let conn = self.conn()?;
        let (from, to) = (view.from().ms(), view.period.to().ms());
        let (as_of, seen, rewritten) = (view.as_of.ms(), view.last_seen(), view.rules.is_some());
        let mut write = conn.prepare_cached(sql!(file "sql/cut_off.sql"))?;
        write.execute(params![view.region.0, from, to, as_of, seen, rewritten, last_seq])?;
        Ok(())
    }

    /// Folds the tickets that changed after the view's moment again, up to it.
    fn fold_again(&self, view: &Past<'_>) -> Result<()> {
        let unseen = match view.seen {
            Some(seen) => self.corrected_since(view.region, seen)?,
            None => Vec::new(),
        };
        let mut changed = self.changed_since(view)?;
        // Where the intake was corrected, the row shows another period than is asked of.
        changed
            .extend(unseen.iter().filter(|id| !changed.contains(id)).copied().collect::<Vec<_>>());
        for id in changed {
            let mut events = self.life_of(view.region, id, view.seen)?;
            if unseen.contains(&id) {
                self.recount(&events)?;
            }
            events.retain(|event| event.counts_at() <= view.as_of);
            let held = match view.rules {
                Some(rules) => self.fold_otherwise(id, &events, rules)?,
                None => Held::fold(id, &events)?,
            };
            if let Some(mut held) = held {
                self.write_past(&mut held)?;
            }
        }
        Ok(())
    }

    /// Notes from when events counted, since what stands beside them tells of corrections that are not
    /// seen.
    fn recount(&self, events: &[Recorded]) -> Result<()> {
        let conn = self.conn()?;
        let mut note = conn.prepare_cached(sql!(file "sql/recount.sql"))?;
        for event in events {
            note.execute(params![event.seq as i64, event.counts_at().ms()])?;
        }
        Ok(())
    }

    fn changed_since(&self, view: &Past<'_>) -> Result<Vec<TicketId>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(match view.carried {
            Some(_) => sql!(file "sql/changed_since_alive.sql"),
            None => sql!(file "sql/changed_since.sql"),
        })?;
        let rows = ask.query_map(
            params![
                view.region.0,
                view.region.0,
                view.from().ms(),
                view.period.to().ms(),
                view.as_of.ms(),
                view.last_seen(),
                view.rules.is_some()
            ],
            |row| row.get(0).map(TicketId),
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A ticket as its events would have made it under other rules.
    fn fold_otherwise(
        &self,
        id: TicketId,
        events: &[Recorded],
        rules: &Rulebook,
    ) -> Result<Option<Held>> {
        let Some((first, rest)) = events.split_first() else { return Ok(None) };
        let TicketEvent::TakenIn(taken) = first.ticket_event()? else {
            return Err(corrupt("a ticket's first event is no intake"));
        };
        let ticket = gongdan_domain::Ticket::taken_in(id, first.at, &taken);
        let mut held = Held::taken_in(ticket, first.seq, &[]);
        for recorded in rest {
            let event = under_rules(&held.ticket, recorded.at, recorded.ticket_event()?, rules)?;
            held.follow(&event, &recorded.lent());
        }
        Ok(Some(held))
    }

    fn write_past(&self, held: &mut Held) -> Result<()> {
        let region = held.ticket.id.region().0;
        for mut row in held.all_rows() {
            // In the file it is read from the ticket's id.
            row.row.push(("region_id", region.into()));
            let table = match row.table {
                "ticket" => "temp.ticket_past",
                "assignment" => "temp.assignment_past",
                "callback" => "temp.callback_past",
                "rework" => "temp.rework_past",
                "closure" => "temp.closure_past",
                _ => continue,
            };
            let statement = self.statements.insert(table, &row.row, 1);
            let conn = self.conn()?;
            let mut write = conn.prepare_cached(&statement)?;
            write.execute(params_from_iter(row.row.iter().map(|(_, cell)| cell)))?;
        }
        Ok(())
    }

    /// The tickets open at the moment shown, taken in before the period's end.
    pub(crate) fn open_tickets(&self, view: &Past<'_>) -> Result<Vec<TicketId>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/open_tickets.sql"))?;
        let (region, to) = (view.region.0, view.period.to().ms());
        let parameters = params![region, region, Moment::MIN.ms(), to, view.as_of.ms()];
        let rows = ask.query_map(parameters, |row| row.get(0).map(TicketId))?;
        self.in_sight(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Who took the tickets of the period in: how many, how many of them were inspected, what that gave and could have.
    pub(crate) fn seats<T>(
        &self,
        view: &Past<'_>,
        seat: impl Fn([i64; 4], String) -> T,
    ) -> Result<Vec<T>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/seats.sql"))?;
        let (from, to) = (view.period.from().ms(), view.period.to().ms());
        let parameters = params![view.region.0, view.region.0, from, to, view.as_of.ms()];
        let rows = ask.query_map(parameters, |row| {
            let number = |place| row.get::<_, i64>(place);
            Ok(seat([number(1)?, number(2)?, number(3)?, number(4)?], row.get(0)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The tickets taken in before the period that were opened again or unmerged in it.
    pub(crate) fn brought_back(&self, view: &Past<'_>) -> Result<Vec<TicketId>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/brought_back.sql"))?;
        let (from, to) = (view.period.from().ms(), view.period.to().ms());
        let parameters = params![view.region.0, view.region.0, from, to, view.as_of.ms()];
        let rows = ask.query_map(parameters, |row| row.get(0).map(TicketId))?;
        self.in_sight(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Distinct citizens behind the tickets of the period; only of those that are neither rejected
    /// nor merged, if asked so.
    pub(crate) fn citizens(&self, view: &Past<'_>, effective: bool) -> Result<i64> {
        let conn = self.conn()?;
        let seen = self.seen_by("ticket_as_of.ticket_id").map(|seen| format!(" AND {seen}"));
        // Without a limit SQLite would hand on the whole row of each ticket, of which it needs two columns.
        let (each, seen) = (sql!(file "sql/citizens.sql"), seen.unwrap_or_default());
        let mut ask =
            conn.prepare_cached(&format!("SELECT lookup FROM ({each}{seen} LIMIT -1)"))?;
        let (from, to) = (view.period.from().ms(), view.period.to().ms());
        let as_of = view.as_of.ms();
        let parameters = params![view.region.0, view.region.0, from, to, as_of, effective];
        let rows = ask.query_map(parameters, |row| row.get(0))?;
        let lookups: rusqlite::Result<Vec<Option<i64>>> = rows.collect();
        // (To count distinct ones SQLite puts each into a tree of its own: a fifth more for all of this.)
        let mut lookups: Vec<i64> = lookups?.into_iter().flatten().collect();
        lookups.sort_unstable();
        lookups.dedup();
        Ok(lookups.len() as i64)
    }
}
