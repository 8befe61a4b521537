//! The past: how tickets stood at a moment. The rows say how they stand now; the few tickets with
//! a later event are folded again up to the moment, into temporary tables of the same shape.
//! All others are read as they stand, and the texts of the figures do not change.

use gongdan_domain::{Moment, Period, RegionId, TicketId};
use rusqlite::{params, params_from_iter};

use super::connection::Store;
use super::journal::Recorded;
use super::tickets::Held;
use crate::error::Result;

impl Store {
    /// Makes `ticket_as_of` and `assignment_as_of` show the moment, for tickets taken in during
    /// the period (`carried` = also for those taken in before it).
    pub(super) fn look_back(
        &self,
        region: RegionId,
        period: &Period,
        as_of: Moment,
        carried: bool,
    ) -> Result<()> {
        self.conn.execute_batch(include_str!("sql/past.sql"))?;
        self.conn.execute("INSERT INTO temp.cut_off (as_of) VALUES (?1)", [as_of.ms()])?;
        let from = if carried { Moment::MIN } else { period.from() };
        for id in self.changed_since(region, from, period.to(), as_of)? {
            let mut events = self.events_of(region, id.0)?;
            events.retain(|event: &Recorded| event.at <= as_of);
            if let Some(mut held) = Held::fold(id, &events)? {
                self.write_past(&mut held)?;
            }
        }
        Ok(())
    }

    /// The tickets taken in between two moments that have an event after the cut-off.
    fn changed_since(
        &self,
        region: RegionId,
        from: Moment,
        to: Moment,
        as_of: Moment,
    ) -> Result<Vec<TicketId>> {
        let mut ask = self.conn.prepare_cached(include_str!("sql/changed_since.sql"))?;
        let rows = ask
            .query_map(params![region.0, region.0, from.ms(), to.ms(), as_of.ms()], |row| {
                row.get(0).map(TicketId)
            })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn write_past(&self, held: &mut Held) -> Result<()> {
        for row in held.all_rows() {
            let table = match row.table {
                "ticket" => "temp.ticket_past",
                "assignment" => "temp.assignment_past",
                _ => continue,
            };
            let statement = self.statements.insert(table, &row.row);
            let mut write = self.conn.prepare_cached(&statement)?;
            write.execute(params_from_iter(row.row.iter().map(|(_, cell)| cell)))?;
        }
        Ok(())
    }
}
