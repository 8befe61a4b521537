//! An event as it stands in the journal: kept, or lent where millions are read one after the other.

use gongdan_domain::{EventKind, Moment, OfficeEvent, Role, TicketEvent, UnitId};
use rusqlite::Row;

use super::body;
use super::hash::Kept;
use crate::words::{Error, ErrorKind, Result};

/// The subject of events about the office's rules.
pub(crate) const OFFICE: i64 = 0;
/// The subject of events that count contacts.
pub(crate) const CONTACTS: i64 = 1;
/// The subject of events that publish issues.
pub(crate) const ISSUES: i64 = 2;

/// Whether an event is a fact of a ticket's life with a place in its order.
pub(super) fn is_fact(subject: i64, kind: i64) -> bool {
    let ordered = |kind: EventKind| kind.depends_on_order();
    subject > ISSUES && EventKind::from_code(kind).is_some_and(ordered)
}

/// An event as it stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recorded {
    pub(crate) seq: u64,
    pub(crate) subject: i64,
    pub(crate) at: Moment,
    pub(crate) kind: i64,
    pub(crate) by: String,
    pub(crate) role: Role,
    pub(crate) actor_unit: Option<UnitId>,
    pub(crate) unit: Option<UnitId>,
    pub(crate) late: bool,
    pub(crate) later: i64,
    pub(crate) body: Option<String>,
    pub(crate) commitments: Vec<u8>,
    pub(crate) kept: Kept,
}

impl Recorded {
    /// From when it counts: its own moment, or that of the fact it answers.
    pub(crate) fn counts_at(&self) -> Moment {
        self.at.plus_ms(self.later)
    }

    pub(crate) fn ticket_event(&self) -> Result<TicketEvent> {
        body::ticket_event(self.kind, self.body.as_deref())
    }

    pub(crate) fn office_event(&self) -> Result<OfficeEvent> {
        Ok(serde_json::from_str(self.body.as_deref().unwrap_or_default())?)
    }

    /// Of a row of `sql/events_between.sql` or another statement with its columns.
    pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Lent::from_row(row).map(|lent| lent.kept())
    }

    /// The event without a copy of what it holds.
    pub(crate) fn lent(&self) -> Lent<'_> {
        Lent {
            seq: self.seq,
            subject: self.subject,
            at: self.at,
            kind: self.kind,
            by: &self.by,
            role: self.role,
            actor_unit: self.actor_unit,
            unit: self.unit,
            late: self.late,
            later: self.later,
            body: self.body.as_deref(),
            commitments: &self.commitments,
            kept: self.kept,
        }
    }
}

/// An event lent by whoever holds it: a row of SQLite's for as long as it stands, or a
/// [`Recorded`].
#[derive(Clone, Copy)]
pub(crate) struct Lent<'a> {
    pub(crate) seq: u64,
    pub(crate) subject: i64,
    pub(crate) at: Moment,
    pub(crate) kind: i64,
    pub(crate) by: &'a str,
    pub(crate) role: Role,
    pub(crate) actor_unit: Option<UnitId>,
    pub(crate) unit: Option<UnitId>,
    pub(crate) late: bool,
    pub(crate) later: i64,
    pub(crate) body: Option<&'a str>,
    pub(crate) commitments: &'a [u8],
    pub(crate) kept: Kept,
}

impl<'a> Lent<'a> {
    pub(crate) fn ticket_event(&self) -> Result<TicketEvent> {
        body::ticket_event(self.kind, self.body)
    }

    /// Of a row of `sql/events_between.sql` or another statement with its columns in this order:
    /// looking each up by its name took a sixth of a verification.
    pub(super) fn from_row(row: &'a Row<'_>) -> rusqlite::Result<Self> {
        let unit = |column: usize| {
            let unit = row.get::<_, Option<u32>>(column)?;
            Ok::<_, rusqlite::Error>(unit.map(gongdan_domain::EntryId))
        };
        Ok(Self {
            seq: place(row.get(0)?)?,
            subject: row.get(1)?,
            at: moment(row.get(2)?)?,
            kind: row.get::<_, u8>(3)?.into(),
            by: lent_text(row, 4)?,
            role: Role::from_code(row.get(5)?).ok_or(rusqlite::Error::InvalidQuery)?,
            actor_unit: unit(6)?,
            unit: unit(7)?,
            late: row.get(8)?,
            later: row.get(9)?,
            body: lent_text_or_nothing(row, 10)?,
            commitments: lent_bytes(row, 11)?,
            kept: Kept::read(lent_bytes(row, 12)?).ok_or(rusqlite::Error::InvalidQuery)?,
        })
    }

    /// A copy that stays.
    pub(super) fn kept(&self) -> Recorded {
        Recorded {
            seq: self.seq,
            subject: self.subject,
            at: self.at,
            kind: self.kind,
            by: self.by.to_owned(),
            role: self.role,
            actor_unit: self.actor_unit,
            unit: self.unit,
            late: self.late,
            later: self.later,
            body: self.body.map(str::to_owned),
            commitments: self.commitments.to_owned(),
            kept: self.kept,
        }
    }
}

/// A text of a row; what is none fails as it would if it were copied.
fn lent_text<'a>(row: &'a Row<'_>, column: usize) -> rusqlite::Result<&'a str> {
    let lent = row.get_ref(column)?.as_str();
    lent.or_else(|_| row.get::<_, String>(column).map(|_| ""))
}

/// A text of a row, where there is one.
fn lent_text_or_nothing<'a>(row: &'a Row<'_>, column: usize) -> rusqlite::Result<Option<&'a str>> {
    let lent = row.get_ref(column)?.as_str_or_null();
    lent.or_else(|_| row.get::<_, Option<String>>(column).map(|_| None))
}

/// Bytes of a row, none where there is nothing; what are no bytes fail as if they were copied.
pub(super) fn lent_bytes<'a>(row: &'a Row<'_>, column: usize) -> rusqlite::Result<&'a [u8]> {
    let lent = row.get_ref(column)?.as_blob_or_null();
    let lent = lent.or_else(|_| row.get::<_, Option<Vec<u8>>>(column).map(|_| None));
    Ok(lent?.unwrap_or_default())
}

/// A stored moment; one outside the allowed years is damage.
pub(super) fn moment(ms: i64) -> rusqlite::Result<Moment> {
    Moment::from_ms("at", ms).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, ms))
}

/// A stored place in the journal; one before its beginning is damage.
pub(super) fn place(seq: i64) -> rusqlite::Result<u64> {
    u64::try_from(seq).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, seq))
}

pub(super) fn corrupt(message: &str) -> Error {
    Error::plain(ErrorKind::Corrupt, message)
}
