//! Tickets: loaded by folding their events, saved as the rows that SQL reads.

use gongdan_domain::{ChannelId, Moment, TakenIn, Text, TextField, Ticket, TicketEvent, TicketId};
use rusqlite::{OptionalExtension, params, params_from_iter};

use super::columns::{self, Row, Writing};
use super::connection::Store;
use super::journal::{Recorded, corrupt};
use super::lent::Lent;
use super::many::{Binding, portion};
use super::named::sql;
use super::seal;
use crate::words::{Error, Result};

/// A ticket in hand, with the sequences that the fold itself does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) ticket: Ticket,
    /// The sequence of its intake.
    pub(crate) first_seq: u64,
    /// The sequence of its last event.
    pub(crate) last_seq: u64,
    /// The event whose text is its matter now.
    pub(crate) matter_seq: u64,
    /// The event whose text is its appeal now.
    pub(crate) appeal_seq: Option<u64>,
    /// The event whose text is its last result.
    pub(crate) result_seq: Option<u64>,
    /// The version that the rows show.
    saved_version: u32,
    /// How many assignments have a row.
    saved_legs: usize,
    /// The running limit that the row shows.
    saved_running: Option<Moment>,
}

impl Held {
    /// A ticket just taken in.
    pub(crate) fn taken_in(ticket: Ticket, seq: u64, texts: &[Text]) -> Self {
        let mut held = Self {
            ticket,
            first_seq: seq,
            last_seq: seq,
            matter_seq: seq,
            appeal_seq: None,
            result_seq: None,
            saved_version: 0,
            saved_legs: 0,
            saved_running: None,
        };
        held.note_texts(seq, texts.iter().map(|text| text.field));
        held
    }

    /// The ticket that a recorded intake makes.
    pub(super) fn begin(id: TicketId, taken: &TakenIn, recorded: &Lent<'_>) -> Self {
        let ticket = Ticket::taken_in(id, recorded.at, taken);
        let mut held = Self::taken_in(ticket, recorded.seq, &[]);
        held.note_texts(recorded.seq, seal::committed_fields(recorded.commitments));
        held
    }

    /// Follows one more event.
    pub(crate) fn follow(&mut self, event: &TicketEvent, recorded: &Lent<'_>) {
        self.ticket.apply(recorded.at, event);
        self.last_seq = recorded.seq;
        if !matches!(event, TicketEvent::Featured { .. }) {
            self.note_texts(recorded.seq, seal::committed_fields(recorded.commitments));
        }
    }

    fn note_texts(&mut self, seq: u64, fields: impl Iterator<Item = TextField>) {
        for field in fields {
            match field {
                TextField::Matter => self.matter_seq = seq,
                TextField::Appeal => self.appeal_seq = Some(seq),
                TextField::Result | TextField::Answer => self.result_seq = Some(seq),
                _ => {}
            }
        }
    }

    /// The ticket that recorded events make; nothing when there are none.
    pub(crate) fn fold(id: TicketId, events: &[Recorded]) -> Result<Option<Self>> {
        let Some((first, rest)) = events.split_first() else { return Ok(None) };
        let TicketEvent::TakenIn(taken) = first.ticket_event()? else {
            return Err(corrupt("a ticket's first event is no intake"));
        };
        let mut held = Self::begin(id, &taken, &first.lent());
        for event in rest {
            held.follow(&event.ticket_event()?, &event.lent());
        }
        held.note_saved();
        Ok(Some(held))
    }

    /// Notes that the rows show the ticket as it stands.
    pub(crate) fn note_saved(&mut self) {
        self.saved_version = self.ticket.version;
        self.saved_legs = self.ticket.legs.len();
        self.saved_running = self.ticket.late_by();
    }

    /// Whether the rows lag behind.
    pub(crate) fn is_unsaved(&self) -> bool {
        self.saved_version < self.ticket.version
    }

    /// Every row that differs from what was saved, with its table and key.
    pub(super) fn rows(&self) -> Vec<TableRow<'_>> {
        let ticket = &self.ticket;
        let new = |version: u32| version > self.saved_version;
        let own = columns::ticket_row(self);
        let mut own = TableRow::new("ticket", "ticket_id", own, self.saved_version > 0);
        if own.writing == Writing::Over && self.saved_running == ticket.late_by() {
            own.writing = Writing::OverUnmoved;
        }
        let mut rows = vec![own];
        rows.extend(ticket.legs.iter().enumerate().map(|(index, leg)| {
            let row = columns::assignment_row(self, leg);
            TableRow::new("assignment", "leg", row, index < self.saved_legs)
        }));
        for (index, each) in ticket.callbacks.iter().enumerate().filter(|(_, c)| new(c.version)) {
            let row = columns::callback_row(ticket, index + 1, each);
            rows.push(TableRow::new("callback", "attempt", row, false));
        }
        for (index, each) in ticket.closures.iter().enumerate().filter(|(_, c)| new(c.version)) {
            let row = columns::closure_row(ticket, index + 1, each);
            rows.push(TableRow::new("closure", "round", row, false));
        }
        rows.extend(self.changing_rows());
        rows
    }

    /// The rows of facts that have a beginning and an end: whether they stand already is not
    /// known here.
    fn changing_rows(&self) -> Vec<TableRow<'_>> {
        let ticket = &self.ticket;
        let new = |version: u32| version > self.saved_version;
        let mut rows = Vec::new();
        for (index, each) in ticket.reworks.iter().enumerate().filter(|(_, r)| new(r.version)) {
            let row = columns::rework_row(ticket, index + 1, each);
            rows.push(TableRow::either("rework", "round", row));
        }
        for each in ticket.supervisions.iter().filter(|each| new(each.version)) {
            let row = columns::supervision_row(ticket, each);
            rows.push(TableRow::either("supervision", "no", row));
        }
        rows
    }

    /// Every row, as a file that lost them all would need them.
    pub(super) fn all_rows(&mut self) -> Vec<TableRow<'_>> {
        (self.saved_version, self.saved_legs) = (0, 0);
        self.rows()
    }
}

/// A row, the table it stands in, the last column of its key, and how it is written.
pub(super) struct TableRow<'a> {
    pub(super) table: &'static str,
    pub(super) last_key: &'static str,
    pub(super) row: Row<'a>,
    pub(super) writing: Writing,
}

impl<'a> TableRow<'a> {
    fn new(table: &'static str, last_key: &'static str, row: Row<'a>, stands: bool) -> Self {
        let writing = if stands { Writing::Over } else { Writing::New };
        Self { table, last_key, row, writing }
    }

    fn either(table: &'static str, last_key: &'static str, row: Row<'a>) -> Self {
        Self { table, last_key, row, writing: Writing::Either }
    }

    /// What can be written together: rows of one table, in one way.
    fn sort(&self) -> (&'static str, Writing) {
        (self.table, self.writing)
    }

    /// The columns of the key.
    pub(super) fn keys(&self) -> Vec<&'static str> {
        match self.table {
            "ticket" => vec!["region_id", "ticket_id"],
            _ => vec!["region_id", "ticket_id", self.last_key],
        }
    }
}

impl Store {
    /// Loads a ticket by folding its events.
    pub(crate) fn load(&self, id: TicketId) -> Result<Held> {
        let events = self.events_of(id.region(), id.0)?;
        Held::fold(id, &events)?.ok_or_else(|| Error::no_ticket(id))
    }

    /// Saves the rows of tickets; each notes it itself ([`Held::note_saved`]).
    pub(crate) fn save(&self, tickets: &[&Held]) -> Result<()> {
        let mut rows: Vec<TableRow<'_>> = tickets.iter().flat_map(|held| held.rows()).collect();
        rows.sort_by_key(TableRow::sort);
        rows.chunk_by(|one, next| one.sort() == next.sort()).try_for_each(|same| match same {
            [first, _, ..] if first.writing == Writing::New => self.add_rows(same),
            _ => same.iter().try_for_each(|row| self.write_row(row)),
        })
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
        write.execute(params_from_iter(row.row.iter().map(|(_, cell)| cell)))?;
        Ok(())
    }

    /// The ticket of a printed number.
    pub(crate) fn id_of_number(&self, number: &str) -> Result<Option<TicketId>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/id_of_number.sql"))?;
        Ok(ask.query_row([number], |row| row.get(0).map(TicketId)).optional()?)
    }

    /// The printed number of a ticket.
    pub(crate) fn number_of(&self, id: TicketId) -> Result<Option<String>> {
        let conn = self.conn()?;
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
        Ok(rows.collect::<rusqlite::Result<_>>()?)
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
