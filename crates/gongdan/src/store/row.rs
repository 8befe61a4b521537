//! A row: each column's name and value, the table it stands in, and how it is written.

use gongdan_domain::Moment;
use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, ValueRef};

/// One value of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell<'a> {
    Null,
    Int(i64),
    Text(&'a str),
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

impl Cell<'_> {
    /// Whether a stored value is this one.
    pub(super) fn is(&self, stored: ValueRef<'_>) -> bool {
        match (*self, stored) {
            (Self::Null, ValueRef::Null) => true,
            (Self::Int(own), ValueRef::Integer(stored)) => own == stored,
            (Self::Text(own), ValueRef::Text(stored)) => own.as_bytes() == stored,
            _ => false,
        }
    }
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<bool> for Cell<'_> {
    fn from(flag: bool) -> Self {
        Self::Int(i64::from(flag))
    }
}

impl From<Moment> for Cell<'_> {
    fn from(moment: Moment) -> Self {
        Self::Int(moment.ms())
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Self::Int(i64::from(number))
    }
}

impl From<u64> for Cell<'_> {
    fn from(number: u64) -> Self {
        Self::Int(number as i64)
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// A row: each column's name and value.
pub(super) type Row<'a> = Vec<(&'static str, Cell<'a>)>;

/// What a row shows, cell by cell; its texts never change, and are not told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown(Box<[i64]>);

impl Shown {
    pub(super) fn of(row: &Row<'_>) -> Self {
        Self(row.iter().map(|(_, cell)| mark(cell)).collect())
    }

    /// In which places two rows of a table differ. (No table has more columns than a number has bits.)
    fn differs(&self, other: &Self) -> u128 {
        let pairs = self.0.iter().zip(&other.0).enumerate();
        pairs.fold(0, |places, (place, (one, other))| places | u128::from(one != other) << place)
    }
}

fn mark(cell: &Cell<'_>) -> i64 {
    match cell {
        Cell::Null => i64::MIN,
        Cell::Int(number) => *number,
        Cell::Text(_) => 0,
    }
}

/// How a row is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Writing {
    /// Added: none stands.
    New,
    /// One stands, in which the cells of these places change.
    Changed(u128),
    /// Added, or written over if one stands.
    Either,
}

/// A row, the table it stands in, the last column of its key, and how it is written.
pub(super) struct TableRow<'a> {
    pub(super) table: &'static str,
    pub(super) last_key: &'static str,
    pub(super) row: Row<'a>,
    pub(super) writing: Writing,
}

impl<'a> TableRow<'a> {
    pub(super) fn new(
        table: &'static str,
        last_key: &'static str,
        row: Row<'a>,
        shown: [Option<&Shown>; 2],
    ) -> Self {
        let writing = match shown {
            [Some(before), Some(now)] => Writing::Changed(before.differs(now)),
            _ => Writing::New,
        };
        Self { table, last_key, row, writing }
    }

    /// The cells that are written: of a row that stands its key, which comes first, and what changed.
    pub(super) fn cells(&self) -> impl Iterator<Item = &(&'static str, Cell<'a>)> {
        let (keys, changed) = match self.writing {
            Writing::Changed(changed) => (self.keys().len(), changed),
            Writing::New | Writing::Either => (0, u128::MAX),
        };
        let is_written = move |place: usize| place < keys || changed >> place & 1 == 1;
        self.row.iter().enumerate().filter(move |(place, _)| is_written(*place)).map(|(_, c)| c)
    }

    pub(super) fn either(table: &'static str, last_key: &'static str, row: Row<'a>) -> Self {
        Self { table, last_key, row, writing: Writing::Either }
    }

    /// A row of a fact that only a correction changes: new, or written over as a whole.
    pub(super) fn fact(
        table: &'static str,
        last_key: &'static str,
        row: Row<'a>,
        new: bool,
    ) -> Self {
        match new {
            true => Self::new(table, last_key, row, [None; 2]),
            false => Self::either(table, last_key, row),
        }
    }

    /// What can be written together: rows of one table, in one way.
    pub(super) fn sort(&self) -> (&'static str, Writing) {
        (self.table, self.writing)
    }

    /// The columns of the key.
    pub(super) fn keys(&self) -> Vec<&'static str> {
        match self.table {
            "ticket" => vec!["ticket_id"],
            _ => vec!["ticket_id", self.last_key],
        }
    }
}
