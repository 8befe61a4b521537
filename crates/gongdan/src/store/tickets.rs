//! Tickets: loaded by folding their events, saved as the rows that SQL reads.

use gongdan_domain::{ChannelId, TicketId};
use rusqlite::{OptionalExtension, params, params_from_iter};

use super::connection::Store;
use super::held::{Held, Saved};
use super::many::{Binding, portion};
use super::row::{TableRow, Writing};
use crate::words::named::sql;
use crate::words::{Error, Result};

impl Store {
    /// Loads a ticket by folding its events.
    pub(crate) fn load(&self, id: TicketId) -> Result<Held> {
        let events = self.life_in_sight(id.region(), id, None)?;
        Held::fold(id, &events)?.ok_or_else(|| Error::no_ticket(id))
    }

    /// Saves the rows of tickets, and says what they show then, for each to note ([`Held::note_saved`]).
    pub(crate) fn save(&self, tickets: &[&Held]) -> Result<Vec<Saved>> {
        let (rows, saved): (Vec<_>, Vec<_>) = tickets.iter().map(|held| held.rows()).unzip();
        let mut rows: Vec<TableRow<'_>> = rows.into_iter().flatten().collect();
        rows.sort_by_key(TableRow::sort);
        rows.chunk_by(|one, next| one.sort() == next.sort()).try_for_each(|same| match same {
            [first, _, ..] if first.writing == Writing::New => self.add_rows(same),
            _ => same.iter().try_for_each(|row| self.write_row(row)),
        })?;
        Ok(saved)
    }

    /// Adds rows of one table.
    fn add_rows(&self, mut rows: &[TableRow<'_>]) -> Result<()> {
        let conn = self.conn()?;
        while let [first, ..] = rows {
            let (now, later) = rows.split_at(portion(rows.len(), first.row.len()));
            let statement = self.statements.insert(first.table, &first.row, now.len());
            let mut write = conn.prepare_cached(&statement)?;
            let mut binding = Binding::new(&mut write);
            let mut cells = now.iter().flat_map(|row| &row.row);
            cells.try_for_each(|(_, cell)| binding.next(cell))?;
            write.raw_execute()?;
            rows = later;
        }
        Ok(())
    }

    pub(super) fn write_row(&self, row: &TableRow<'_>) -> Result<()> {
        let statement = self.statements.write(row);
        let conn = self.conn()?;
        let mut write = conn.prepare_cached(&statement)?;
        write.execute(params_from_iter(row.cells().map(|(_, cell)| cell)))?;
        Ok(())
    }

    /// The ticket of a printed number.
    pub(crate) fn id_of_number(&self, number: &str) -> Result<Option<TicketId>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/id_of_number.sql"))?;
        self.pointer(ask.query_row([number], |row| row.get(0).map(TicketId)).optional()?)
    }

    /// The printed number of a ticket.
    pub(crate) fn number_of(&self, id: TicketId) -> Result<Option<String>> {
        let conn = self.conn()?;
        if !self.sees(id)? {
            return Ok(None);
        }
        let mut ask = conn.prepare_cached(sql!(file "sql/number_of.sql"))?;
        Ok(ask.query_row(params![id.region().0, id.0], |row| row.get(0)).optional()?)
    }

    /// The tickets of another platform's number: one a channel.
    pub(crate) fn ids_of_external(
        &self,
        external: &str,
        channel: Option<ChannelId>,
    ) -> Result<Vec<TicketId>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/id_of_external.sql"))?;
        let asked = params![external, channel.map(|channel| channel.0)];
        let rows = ask.query_map(asked, |row| row.get(0).map(TicketId))?;
        self.in_sight(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many tickets a day has so far.
    pub(crate) fn tickets_of_day(&self, day: i64) -> Result<u32> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/tickets_of_day.sql"))?;
        Ok(ask.query_row([day], |row| row.get(0)).optional()?.unwrap_or(0))
    }

    /// Writes how many tickets a day has now.
    pub(crate) fn count_ticket_of_day(&self, region: u32, day: i64, tickets: u32) -> Result<()> {
        let conn = self.conn()?;
        let mut save = conn.prepare_cached(sql!(file "sql/save_day_counter.sql"))?;
        save.execute(params![region, day, tickets])?;
        Ok(())
    }
}
