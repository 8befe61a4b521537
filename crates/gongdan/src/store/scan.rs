//! Reading a whole table: one statement on a connection of its own, row by row into columns.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use gongdan_domain::{Day, Problem};
use gongdan_process::Reading;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, OpenFlags, Rows, Statement, params_from_iter};

use super::chunk::{Cells, Chunk, Given};
use super::connection::Store;
use super::find::Found;
use super::masked::give_masking;
use super::sight::{among, shown};
use crate::fields::{Field, FieldKind, shown as whole};
use crate::machine::{patience, watch};
use crate::words::Class;
use crate::words::Table;
use crate::words::{Error, ErrorKind, Result};

/// The words or names of a column: their places in its dictionary, by code.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    places: HashMap<i64, u32>,
    words: Arc<Vec<String>>,
}

impl Names {
    pub(crate) fn of(list: impl Iterator<Item = (i64, String)>) -> Self {
        let (mut places, mut words) = (HashMap::new(), Vec::new());
        for (place, (code, word)) in (0..).zip(list) {
            places.insert(code, place);
            words.push(word);
        }
        Self { places, words: Arc::new(words) }
    }

    pub(crate) fn words(&self) -> Arc<Vec<String>> {
        Arc::clone(&self.words)
    }
}

/// A table about to be read: one state of the file, from now on.
pub(crate) struct Sheet {
    conn: Connection,
    _reading: Reading,
    statement: String,
    values: Vec<Value>,
    columns: Vec<Form>,
    /// How long each batch may take to be read, and then to be taken.
    limit: Duration,
}

/// How the cells of a column are read.
struct Form {
    kind: FieldKind,
    names: Names,
    /// Without telephone numbers.
    masked: bool,
}

impl Sheet {
    /// Fixes the state that is read, on a connection of its own.
    pub(crate) fn open(
        store: &Store,
        (table, newest_first): (Table, bool),
        columns: &[&'static Field],
        names: Vec<Names>,
        found: &Found,
    ) -> Result<Self> {
        let _inside = gongdan_process::entered();
        let reading = Reading::begin::<Error>(&store.path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut conn = Connection::open_with_flags(&store.path, flags)?;
        patience::set_limit(store.patience);
        conn.busy_handler(Some(patience::wait))?;
        conn.progress_handler(watch::STRIDE, Some(patience::reading_is_over))?;
        conn.pragma_update(None, "temp_store", "MEMORY")?;
        conn.pragma_update(None, "cache_size", -16_384)?;
        give_masking(&conn)?;
        conn.execute_batch("BEGIN")?;
        let region: i64 =
            conn.query_row("SELECT region_id FROM region", [], |row| row.get("region_id"))?;
        let (filter, mut values) = narrowed(table, found)?;
        values.insert(0, Value::Integer(region));
        let (name, key) = (table.stored(), key(table, newest_first));
        let from: Vec<String> =
            columns.iter().filter_map(|column| shown(&found.sight, column)).collect();
        let statement = format!(
            "SELECT {} FROM {name} WHERE {name}.region_id = ?{filter} ORDER BY {key}",
            from.join(", ")
        );
        let form = |(column, names): (&&'static Field, Names)| Form {
            kind: column.kind,
            names,
            // In the digits of a digest no telephone number stands, whatever they look like.
            masked: column.class >= Class::Personal && column.name != "file_digest",
        };
        let columns = columns.iter().zip(names).map(form).collect();
        let limit = store.reading;
        Ok(Self { conn, _reading: reading, statement, values, columns, limit })
    }

    /// Reads batch after batch, until the last or until nobody wants more, and closes. `give` is
    /// told how long it may wait for somebody to take one.
    pub(crate) fn read(
        self,
        batch: usize,
        give: &mut dyn FnMut(Chunk, Duration) -> Given,
    ) -> Result<()> {
        let _inside = gongdan_process::entered();
        let sheet = self;
        let limit = sheet.limit;
        sheet.read_inside(batch, &mut |chunk| gongdan_process::outside(|| give(chunk, limit)))
    }

    fn read_inside(&self, batch: usize, give: &mut dyn FnMut(Chunk) -> Given) -> Result<()> {
        let mut ask: Statement<'_> = self.conn.prepare(&self.statement)?;
        let mut rows = ask.query(params_from_iter(&self.values))?;
        loop {
            let chunk = self.in_time(|| self.next_batch(&mut rows, batch))?;
            let last = chunk.rows < batch;
            let given = if chunk.rows == 0 { Given::Unwanted } else { give(chunk) };
            match given {
                Given::More if !last => {}
                Given::More | Given::Unwanted => return Ok(()),
                Given::Forgotten => return Err(self.forgotten("was taken")),
            }
        }
    }

    fn next_batch(&self, rows: &mut Rows<'_>, batch: usize) -> Result<Chunk> {
        let mut chunk = self.empty(batch);
        while chunk.rows < batch
            && let Some(row) = rows.next()?
        {
            let columns = chunk.columns.iter_mut().zip(&self.columns);
            for (index, (cells, form)) in columns.enumerate() {
                push(cells, form, row.get_ref(index)?)?;
            }
            chunk.rows += 1;
        }
        Ok(chunk)
    }

    /// Reads for as long as a question may take.
    fn in_time<T>(&self, read: impl FnOnce() -> Result<T>) -> Result<T> {
        patience::begin_reading(self.limit);
        let read = read();
        match patience::end_reading() {
            true if read.is_err() => Err(self.forgotten("could be read")),
            _ => read,
        }
    }

    /// The table was let go, so that the log can be emptied.
    fn forgotten(&self, what: &str) -> Error {
        let seconds = self.limit.as_secs_f32();
        let message = format!(
            "no batch of the table {what} for as long as the reading deadline ({seconds} s): the \
             rest is no longer there, read it again"
        );
        Error::plain(ErrorKind::InvalidInput, message)
    }

    fn empty(&self, batch: usize) -> Chunk {
        let room = batch.min(65_536);
        let cells = |form: &Form| match form.kind {
            FieldKind::Flag => Cells::Flags(Vec::with_capacity(room)),
            FieldKind::Text | FieldKind::Texts | FieldKind::Entries => {
                Cells::Texts(Vec::with_capacity(room))
            }
            FieldKind::Name(_) | FieldKind::Word(_) => Cells::Words(Vec::with_capacity(room)),
            FieldKind::Names(_) => Cells::Several(Vec::with_capacity(room)),
            FieldKind::Id | FieldKind::Number | FieldKind::Moment | FieldKind::Day => {
                Cells::Numbers(Vec::with_capacity(room))
            }
        };
        Chunk { rows: 0, columns: self.columns.iter().map(cells).collect() }
    }
}

/// Puts one value at the end of a column.
fn push(cells: &mut Cells, form: &Form, value: ValueRef<'_>) -> Result<()> {
    let number = || value.as_i64_or_null().map_err(|_| damaged());
    match cells {
        Cells::Numbers(cells) if form.kind == FieldKind::Day => {
            cells.push(number()?.and_then(days_since_1970))
        }
        Cells::Numbers(cells) => cells.push(number()?),
        Cells::Flags(cells) => cells.push(number()?.map(|flag| flag != 0)),
        Cells::Words(cells) => {
            cells.push(number()?.and_then(|code| form.names.places.get(&code).copied()))
        }
        Cells::Several(cells) => {
            let joined = value.as_str_or_null().map_err(|_| damaged())?;
            let codes = joined.into_iter().flat_map(|joined| joined.split(','));
            let places = codes.filter_map(|code| form.names.places.get(&code.parse().ok()?));
            cells.push(places.copied().collect());
        }
        Cells::Texts(cells) => {
            let text = value.as_str_or_null().map_err(|_| damaged())?;
            let shown = |text: &str| match form.masked {
                true => whole(text),
                false => text.to_owned(),
            };
            cells.push(text.map(shown));
        }
    }
    Ok(())
}

/// `20200930` as days since 1970-01-01.
fn days_since_1970(key: i64) -> Option<i64> {
    let part = |part: i64| u32::try_from(part % 100).ok();
    let year = i32::try_from(key / 10_000).ok()?;
    let day = Day::from_ymd_opt(year, part(key / 100)?, part(key)?)?;
    Some((day - Day::default()).num_days())
}

fn damaged() -> Error {
    Error::plain(crate::ErrorKind::Corrupt, "a cell is not of its column's sort")
}

/// The key that a table is read by.
fn key(table: Table, newest_first: bool) -> &'static str {
    match table {
        Table::Tickets if newest_first => "ticket.accepted_at DESC, ticket.ticket_id DESC",
        Table::Tickets => "ticket.ticket_id",
        Table::Assignments => "assignment.ticket_id, assignment.leg",
        Table::Events => "event.seq",
        Table::Contacts => "contact.seq",
        Table::Callbacks => "callback.ticket_id, callback.attempt",
        Table::Closures => "closure.ticket_id, closure.round",
        Table::Reworks => "rework.ticket_id, rework.round",
        Table::Supervisions => "supervision.ticket_id, supervision.no",
        Table::Attachments => "attachment.ticket_id, attachment.no",
    }
}

/// What a filter adds to the statement, and its values.
fn narrowed(table: Table, found: &Found) -> Result<(String, Vec<Value>)> {
    if table == Table::Contacts {
        return contacts_narrowed(found);
    }
    let (conditions, values) = found.conditions();
    let all: String = conditions.iter().map(|condition| format!(" AND {condition}")).collect();
    let of_tickets = |key: &str| {
        format!(
            " AND {key} IN (SELECT ticket.ticket_id FROM ticket \
              WHERE ticket.region_id = (SELECT region_id FROM region){all})"
        )
    };
    let filter = match (table, conditions.is_empty()) {
        (Table::Events, true) => format!(" AND event.subject > {OFFICE_SUBJECTS}"),
        (_, true) => String::new(),
        (Table::Tickets, false) => all,
        (Table::Events, false) => of_tickets("event.subject"),
        (_, false) => of_tickets(&format!("{}.ticket_id", table.stored())),
    };
    Ok((filter, values))
}

/// Subjects up to this one are the office's own.
const OFFICE_SUBJECTS: i64 = 2;

/// Contacts belong to no ticket: a channel and days are all that can narrow them.
fn contacts_narrowed(found: &Found) -> Result<(String, Vec<Value>)> {
    if !found.is_of_channel_and_days() {
        let rule = "contacts are narrowed by channel and days only";
        return Err(Error::invalid_input("filter", Problem::Rule { rule }));
    }
    let channel = found.channel.iter().map(|ids| format!(" AND channel_id {}", among(ids)));
    let (mut filter, mut values) = (channel.collect::<String>(), Vec::new());
    let mut add = |condition: &str, value: i64| {
        filter.push_str(condition);
        values.push(Value::Integer(value));
    };
    found.accepted_from.into_iter().for_each(|from| add(" AND day >= ?", from.day_key()));
    found.accepted_to.into_iter().for_each(|to| add(" AND day < ?", to.day_key()));
    Ok((filter, values))
}
