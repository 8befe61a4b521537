//! Verify the tickets: the journal is walked ticket by ticket, and the tables beside it. What agrees
//! has been looked at once; a ticket with anything amiss is looked at again, one row at a time.

use gongdan_domain::{TicketEvent, TicketId};
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::{CachedStatement, Connection, Row, Rows, params};

use super::report::{ENOUGH, Verified};
use super::rows::{self, TABLES};
use super::work::{Reader, Stretch};
use crate::store::corrected::corrects;
use crate::store::event::Lent;
use crate::store::held::Held;
use crate::store::row::TableRow;
use crate::words::named::sql;
use crate::words::{ErrorKind, Result};

/// What was found of a stretch of tickets.
#[derive(Default)]
pub(super) struct Tickets {
    pub(super) report: Verified,
    /// The rows of these tickets in each of [`TABLES`]; not all, where findings are enough.
    pub(super) stored: [u64; TABLES.len()],
    /// Whether the stretch was read to its end.
    pub(super) read: bool,
}

/// Checks a stretch of tickets.
pub(super) fn check(reader: &mut Reader<'_>, stretch: Stretch) -> Tickets {
    let (mut found, mut left) = (Tickets::default(), stretch);
    let read = walk(reader, &mut left, &mut found).or_else(|error| match error.kind() {
        ErrorKind::Interrupted => Err(error),
        // Something on the way cannot be read: what is left is asked for row by row.
        _ => one_by_one(reader, &mut left, &mut found),
    });
    found.read = reader.passed("tickets", read, &mut found.report);
    reader.advance(found.report.tickets % STEP);
    found
}

/// Checks a stretch of tickets one row at a time.
pub(super) fn look_up(reader: &mut Reader<'_>, stretch: Stretch) -> Tickets {
    let (mut found, mut left) = (Tickets::default(), stretch);
    let read = one_by_one(reader, &mut left, &mut found);
    found.read = reader.passed("tickets", read, &mut found.report);
    found
}

/// How many tickets are checked between two tellings.
const STEP: u64 = 500;

/// Walks journal and tables side by side. What is left after an error begins with the ticket that
/// it was found at.
fn walk(reader: &mut Reader<'_>, left: &mut Stretch, found: &mut Tickets) -> Result<()> {
    let (conn, region) = (reader.conn, reader.work.head.region.0);
    let between = params![region, left.after, left.last];
    let mut asks = statements(conn)?;
    let mut tables = Vec::with_capacity(asks.len());
    for (ask, (table, _)) in asks.iter_mut().zip(TABLES) {
        tables.push(Walked::begin(table, ask.query(between)?)?);
    }
    let mut ask = conn.prepare_cached(sql!(file "../sql/events_by_subject.sql"))?;
    let mut events = ask.query(between)?;
    let mut fold: Option<Fold> = None;
    while let Some(row) = events.next()? {
        let subject = row.get(1)?;
        if fold.as_ref().is_some_and(|fold| fold.subject != subject) {
            let done = fold.take();
            done.map_or(Ok(()), |done| close(reader, done, &mut tables, left, found))?;
        }
        fold.get_or_insert_with(|| Fold::new(subject)).follow(row);
    }
    fold.map_or(Ok(()), |done| close(reader, done, &mut tables, left, found))
}

fn statements(conn: &Connection) -> Result<Vec<CachedStatement<'_>>> {
    let ask = |(table, key)| conn.prepare_cached(&statement(table, key));
    Ok(TABLES.into_iter().map(ask).collect::<rusqlite::Result<_>>()?)
}

/// The statement that walks a table of [`TABLES`].
pub(super) fn statement(table: &str, key: &str) -> String {
    format!(
        "SELECT ticket_id, * FROM {table} WHERE region_id = ?1 AND ticket_id > ?2 \
         AND ticket_id <= ?3 ORDER BY ticket_id, {key}"
    )
}

/// Holds a folded ticket against its rows, and looks closer where they do not agree.
fn close(
    reader: &mut Reader<'_>,
    fold: Fold,
    tables: &mut [Walked<'_>],
    left: &mut Stretch,
    found: &mut Tickets,
) -> Result<()> {
    let id = TicketId(fold.subject);
    if found.report.findings.len() < ENOUGH {
        let agreed = match fold.sound(reader) {
            Some(held) => agreed(held, tables)?,
            None => None,
        };
        match agreed {
            Some(stored) => found.count(stored),
            None => closer(reader, id, found)?,
        }
    }
    next(reader, id, left, found);
    Ok(())
}

fn closer(reader: &Reader<'_>, id: TicketId, found: &mut Tickets) -> Result<()> {
    let mut report = Verified::default();
    let stored = rows::check(reader.conn, id, &mut report)?;
    found.report.rows += report.rows;
    found.report.findings.append(&mut report.findings);
    found.stored.iter_mut().zip(stored).for_each(|(sum, rows)| *sum += rows);
    Ok(())
}

fn next(reader: &mut Reader<'_>, id: TicketId, left: &mut Stretch, found: &mut Tickets) {
    left.after = id.0;
    found.report.tickets += 1;
    found.report.tickets.is_multiple_of(STEP).then(|| reader.advance(STEP));
}

impl Tickets {
    /// So many rows of one more ticket are what the events say.
    fn count(&mut self, stored: [u64; TABLES.len()]) {
        self.report.rows += stored.iter().sum::<u64>();
        self.stored.iter_mut().zip(stored).for_each(|(sum, rows)| *sum += rows);
    }
}

/// Checks what is left of a stretch one ticket, and one row, at a time.
fn one_by_one(reader: &mut Reader<'_>, left: &mut Stretch, found: &mut Tickets) -> Result<()> {
    let mut ask = reader.conn.prepare(sql!(file "../sql/ticket_subjects_between.sql"))?;
    let mut subjects = ask.query(params![reader.work.head.region.0, left.after, left.last])?;
    while let Some(row) = subjects.next()? {
        let id = TicketId(row.get(0)?);
        if found.report.findings.len() < ENOUGH {
            closer(reader, id, found)?;
        }
        next(reader, id, left, found);
    }
    Ok(())
}

/// A ticket that is being folded from its events, as long as each is what the fold says of it. One that
/// was corrected is looked at closer: what its first events are only its last ones say.
struct Fold {
    subject: i64,
    held: Option<Held>,
    sound: bool,
}

impl Fold {
    fn new(subject: i64) -> Self {
        Self { subject, held: None, sound: true }
    }

    fn follow(&mut self, row: &Row<'_>) {
        self.sound = self.sound && self.take_in(row).is_some();
    }

    fn take_in(&mut self, row: &Row<'_>) -> Option<()> {
        let recorded = Lent::from_row(row).ok()?;
        let event = recorded.ticket_event().ok()?;
        let stored = (recorded.unit, recorded.late, recorded.later);
        let Some(held) = &mut self.held else {
            let TicketEvent::TakenIn(taken) = event else { return None };
            self.held = Some(Held::begin(TicketId(self.subject), &taken, &recorded));
            return (stored == (None, false, 0)).then_some(());
        };
        if corrects(recorded.kind) {
            return None;
        }
        let concern = held.ticket.concern(recorded.at, &event);
        held.follow(&event, &recorded);
        (stored == (concern.unit, concern.late, concern.later)).then_some(())
    }

    /// The ticket, if every event could be read and it is one of the file's own.
    fn sound(self, reader: &Reader<'_>) -> Option<Held> {
        let (id, head) = (TicketId(self.subject), &reader.work.head);
        let own = id.region() == head.region && (1..=head.tickets).contains(&id.number());
        self.held.filter(|_| self.sound && own)
    }
}

/// How many rows a ticket has in each table, if all are there, no others, and every cell is what
/// the events say.
fn agreed(mut held: Held, tables: &mut [Walked<'_>]) -> Result<Option<[u64; TABLES.len()]>> {
    let (id, mut stored) = (held.ticket.id.0, [0; TABLES.len()]);
    tables.iter_mut().try_for_each(|table| table.reach(id))?;
    for row in held.all_rows() {
        let Some(place) = tables.iter().position(|table| table.name == row.table) else {
            return Ok(None);
        };
        if !tables[place].shows(&row)? {
            return Ok(None);
        }
        stored[place] += 1;
    }
    let over = tables.iter().any(|table| table.ticket == Some(id));
    Ok(Some(stored).filter(|_| !over))
}

/// A table walked beside the journal, in the order of its key.
struct Walked<'a> {
    name: &'static str,
    rows: Rows<'a>,
    /// The ticket of the row in hand; nothing after the last.
    ticket: Option<i64>,
    /// Where the columns of a [`TableRow`] stand in it.
    places: Vec<usize>,
}

impl<'a> Walked<'a> {
    fn begin(name: &'static str, rows: Rows<'a>) -> Result<Self> {
        let mut table = Self { name, rows, ticket: None, places: Vec::new() };
        table.advance()?;
        Ok(table)
    }

    fn advance(&mut self) -> Result<()> {
        self.rows.advance()?;
        self.ticket = self.rows.get().map(|row| row.get(0)).transpose()?;
        Ok(())
    }

    /// Passes over the rows of tickets before this one.
    fn reach(&mut self, id: i64) -> Result<()> {
        while self.ticket.is_some_and(|ticket| ticket < id) {
            self.advance()?;
        }
        Ok(())
    }

    /// Whether the row in hand is this one; goes on to the next.
    fn shows(&mut self, wanted: &TableRow<'_>) -> Result<bool> {
        let Some(stored) = self.rows.get() else { return Ok(false) };
        if self.places.is_empty() {
            self.places = places(stored, wanted)?;
        }
        let mut cells = wanted.row.iter().zip(&self.places);
        let same = cells
            .all(|((_, cell), place)| stored.get_ref(*place).is_ok_and(|stored| cell.is(stored)));
        self.advance()?;
        Ok(same)
    }
}

fn places(stored: &Row<'_>, wanted: &TableRow<'_>) -> Result<Vec<usize>> {
    let place = |(name, _): &(&'static str, _)| stored.as_ref().column_index(name);
    Ok(wanted.row.iter().map(place).collect::<rusqlite::Result<_>>()?)
}
