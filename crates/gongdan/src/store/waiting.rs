//! What was appended and waits to be written: events and their texts. A batch appends hundreds of
//! them before anybody asks; whoever takes the connection (`Store::conn`) finds all of it written.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use gongdan_domain::{RegionId, Text, TextField};
use rusqlite::Connection;

use super::event::Recorded;
use super::head::Head;
use super::many::{Binding, MOST, portion, repeated};
use super::seal;
use crate::words::Result;
use crate::words::named::sql;

/// A text that stands beside its event.
pub(super) struct Beside {
    pub(super) seq: u64,
    pub(super) field: TextField,
    pub(super) salt: [u8; 16],
    pub(super) content: String,
    pub(super) lookup: Option<i64>,
}

impl Beside {
    /// A text of the event that comes next.
    pub(super) fn of(head: &Head, seq: u64, text: &Text, salt: [u8; 16]) -> Self {
        let lookup = match text.field {
            TextField::CallerPhone => seal::phone_lookup(&head.secret, &text.content),
            _ => None,
        };
        Self { seq, field: text.field, salt, content: text.content.clone(), lookup }
    }
}

/// What waits, and the statements that write it.
pub(super) struct Waiting {
    rows: RefCell<Rows>,
    events: Sort,
    texts: Sort,
}

impl Default for Waiting {
    fn default() -> Self {
        let events = Sort::of(sql!(file "sql/append_event.sql"));
        let texts = Sort::of(sql!(file "sql/insert_text.sql"));
        Self { rows: RefCell::default(), events, texts }
    }
}

#[derive(Default)]
struct Rows {
    region: u32,
    events: Vec<Arc<Recorded>>,
    texts: Vec<Beside>,
}

impl Waiting {
    /// Forgets what waits: its transaction is taken back.
    pub(super) fn clear(&self) {
        self.rows.take();
    }

    /// Writes everything that waits, in order.
    pub(super) fn write(&self, conn: &Connection) -> Result<()> {
        self.write_until(conn, 1)
    }

    /// Takes an event and its texts in; whether enough wait for a statement of their own.
    pub(super) fn add(
        &self,
        region: RegionId,
        event: Arc<Recorded>,
        texts: impl Iterator<Item = Beside>,
    ) -> bool {
        let mut rows = self.rows.borrow_mut();
        rows.region = region.0;
        rows.events.push(event);
        rows.texts.extend(texts);
        rows.events.len() >= MOST || rows.texts.len() >= MOST
    }

    /// Writes what fills statements of the largest sort.
    pub(super) fn write_most(&self, conn: &Connection) -> Result<()> {
        self.write_until(conn, MOST)
    }

    fn write_until(&self, conn: &Connection, fewer_than: usize) -> Result<()> {
        let mut rows = self.rows.borrow_mut();
        let Rows { region, events, texts } = &mut *rows;
        self.events
            .write(conn, events, fewer_than, |row, event| bind_event(row, *region, event))?;
        self.texts.write(conn, texts, fewer_than, |row, text| bind_text(row, *region, text))
    }
}

/// One sort of rows, and the statements that add them, by how many at once.
struct Sort {
    one: &'static str,
    columns: usize,
    made: RefCell<BTreeMap<usize, Arc<str>>>,
}

impl Sort {
    fn of(one: &'static str) -> Self {
        let columns = one.bytes().filter(|byte| *byte == b'?').count();
        Self { one, columns, made: RefCell::default() }
    }

    /// Adds rows until fewer than so many are left; what a failure leaves unwritten waits on.
    fn write<T>(
        &self,
        conn: &Connection,
        rows: &mut Vec<T>,
        fewer_than: usize,
        bind: impl Fn(&mut Binding<'_, '_>, &T) -> rusqlite::Result<()>,
    ) -> Result<()> {
        while rows.len() >= fewer_than {
            let now = portion(rows.len(), self.columns);
            let mut write = conn.prepare_cached(&self.statement(now))?;
            let mut binding = Binding::new(&mut write);
            rows[..now].iter().try_for_each(|row| bind(&mut binding, row))?;
            write.raw_execute()?;
            rows.drain(..now);
        }
        Ok(())
    }

    fn statement(&self, rows: usize) -> Arc<str> {
        let mut made = self.made.borrow_mut();
        made.entry(rows).or_insert_with(|| repeated(self.one, rows).into()).clone()
    }
}

/// In the order of `sql/append_event.sql`.
fn bind_event(row: &mut Binding<'_, '_>, region: u32, event: &Recorded) -> rusqlite::Result<()> {
    row.next(region)?;
    row.next(event.seq as i64)?;
    row.next(event.subject)?;
    row.next(event.at.ms())?;
    row.next(event.kind)?;
    row.next(&event.by)?;
    row.next(event.role.code())?;
    row.next(event.actor_unit.map(|unit| unit.0))?;
    row.next(event.unit.map(|unit| unit.0))?;
    row.next(event.late)?;
    row.next(event.later)?;
    row.next(&event.body)?;
    row.next(Some(&event.commitments).filter(|bytes| !bytes.is_empty()))?;
    row.next(event.kept.bytes())
}

/// In the order of `sql/insert_text.sql`.
fn bind_text(row: &mut Binding<'_, '_>, region: u32, text: &Beside) -> rusqlite::Result<()> {
    row.next(region)?;
    row.next(text.seq as i64)?;
    row.next(text.field.code())?;
    row.next(&text.salt[..])?;
    row.next(&text.content)?;
    row.next(text.lookup)
}
