//! The journal: events in one sequence without holes, each hashed with the one before.

use std::sync::Arc;

use gongdan_domain::{EventKind, Moment, OfficeEvent, RegionId, Role, Text, TicketEvent, UnitId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::connection::Store;
use super::lent::Lent;
use super::named::sql;
use super::seal::{self, Hash};
use super::waiting::Beside;
use crate::words::{Error, ErrorKind, Result};

/// The subject of events about the office's rules.
pub(crate) const OFFICE: i64 = 0;
/// The subject of events that count contacts.
pub(crate) const CONTACTS: i64 = 1;

/// The subject of events that publish issues.
pub(crate) const ISSUES: i64 = 2;

/// The head of the journal: its region, last sequence and last hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) region: RegionId,
    pub(crate) last_seq: u64,
    pub(crate) last_hash: Hash,
    pub(crate) last_at: Moment,
    /// The newest fact of any ticket; what has no place in a life's order does not count.
    pub(crate) fact_at: Moment,
    /// How many tickets were taken in.
    pub(crate) tickets: u64,
    pub(crate) office_seq: u64,
    pub(crate) secret: Hash,
}

impl Head {
    /// The head before a file's first event.
    pub(crate) fn new(region: RegionId, secret: Hash) -> Self {
        let (last_hash, last_at) = (seal::GENESIS, Moment::MIN);
        let (fact_at, tickets) = (Moment::MIN, 0);
        Self { region, last_seq: 0, last_hash, last_at, fact_at, tickets, office_seq: 0, secret }
    }

    /// Moves along after an event that was written.
    pub(super) fn follow(&mut self, event: &Recorded) {
        self.last_seq = event.seq;
        self.last_hash = event.hash;
        self.last_at = self.last_at.max(event.at);
        if is_fact(event.subject, event.kind) {
            self.fact_at = self.fact_at.max(event.at);
        }
        self.tickets += u64::from(event.kind == EventKind::TakenIn.code());
        if event.subject == OFFICE {
            self.office_seq = event.seq;
        }
    }
}

/// Whether an event is a fact of a ticket's life with a place in its order.
pub(super) fn is_fact(subject: i64, kind: i64) -> bool {
    let ordered = |kind: EventKind| kind.depends_on_order();
    subject > ISSUES && EventKind::from_code(kind).is_some_and(ordered)
}

/// An event about to be written.
pub(crate) struct NewEvent<'a> {
    pub(crate) subject: i64,
    pub(crate) at: Moment,
    pub(crate) kind: i64,
    pub(crate) by: &'a str,
    pub(crate) role: Role,
    pub(crate) actor_unit: Option<UnitId>,
    pub(crate) unit: Option<UnitId>,
    pub(crate) late: bool,
    pub(crate) satisfied: bool,
    pub(crate) body: String,
    pub(crate) texts: &'a [Text],
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
    pub(crate) satisfied: bool,
    pub(crate) body: String,
    pub(crate) commitments: Vec<u8>,
    pub(crate) hash: Hash,
}

impl Recorded {
    pub(crate) fn ticket_event(&self) -> Result<TicketEvent> {
        Ok(serde_json::from_str(&self.body)?)
    }

    pub(crate) fn office_event(&self) -> Result<OfficeEvent> {
        Ok(serde_json::from_str(&self.body)?)
    }

    /// Of a row of `sql/events_between.sql` or another statement with its columns.
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
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
            satisfied: self.satisfied,
            body: &self.body,
            commitments: &self.commitments,
            hash: self.hash,
        }
    }
}

/// A stored moment; one outside the allowed years is damage.
pub(super) fn moment(ms: i64) -> rusqlite::Result<Moment> {
    Moment::from_ms("at", ms).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, ms))
}

/// A stored place in the journal; one before its beginning is damage.
pub(super) fn place(seq: i64) -> rusqlite::Result<u64> {
    u64::try_from(seq).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, seq))
}

impl Store {
    /// The head of the journal; nothing in a file that was never founded.
    pub(crate) fn head(&self) -> Result<Option<Head>> {
        head(&*self.conn()?)
    }

    /// Writes the first head: the file belongs to its region from now on.
    pub(crate) fn found(&self, head: &Head, name: &str, office: &str) -> Result<()> {
        let office = Some(office).filter(|office| !office.trim().is_empty());
        let hash = &head.last_hash[..];
        let conn = self.conn()?;
        conn.execute(
            sql!(file "sql/found.sql"),
            params![
                head.region.0,
                name,
                office,
                hash,
                head.last_at.ms(),
                &head.secret[..],
                head.fact_at.ms()
            ],
        )?;
        Ok(())
    }

    /// Writes the head after the last event of a transaction.
    pub(crate) fn save_head(&self, head: &Head) -> Result<()> {
        let conn = self.conn()?;
        let mut save = conn.prepare_cached(sql!(file "sql/save_head.sql"))?;
        save.execute(params![
            head.region.0,
            head.last_seq as i64,
            &head.last_hash[..],
            head.last_at.ms(),
            head.office_seq as i64,
            head.fact_at.ms(),
            head.tickets as i64
        ])?;
        Ok(())
    }

    /// Appends an event and its texts, and moves the head along in memory. They are written with what
    /// is next asked of the file.
    pub(crate) fn append(
        &self,
        head: &mut Head,
        new: NewEvent<'_>,
        salts: Vec<[u8; 16]>,
    ) -> Result<Arc<Recorded>> {
        let seq = head.last_seq + 1;
        let salted = || new.texts.iter().zip(&salts);
        let mut commitments = Vec::with_capacity(new.texts.len() * seal::COMMITMENT);
        for (text, salt) in salted() {
            commitments.extend_from_slice(&seal::commitment(salt, text.field, &text.content));
        }
        let mut recorded = Recorded {
            seq,
            subject: new.subject,
            at: new.at,
            kind: new.kind,
            by: new.by.to_owned(),
            role: new.role,
            actor_unit: new.actor_unit,
            unit: new.unit,
            late: new.late,
            satisfied: new.satisfied,
            body: new.body,
            commitments,
            hash: seal::GENESIS,
        };
        recorded.hash = seal::event_hash(&head.last_hash, head.region.0, &recorded.lent());
        let recorded = Arc::new(recorded);
        let texts = salted().map(|(text, salt)| Beside::of(head, seq, text, *salt));
        self.wait(head.region, Arc::clone(&recorded), texts)?;
        head.follow(&recorded);
        Ok(recorded)
    }

    /// Every event about a subject, in order.
    pub(crate) fn events_of(&self, region: RegionId, subject: i64) -> Result<Vec<Recorded>> {
        self.events_of_after(region, subject, 0)
    }

    /// The events about a subject after a sequence, in order.
    pub(crate) fn events_of_after(
        &self,
        region: RegionId,
        subject: i64,
        seq: u64,
    ) -> Result<Vec<Recorded>> {
        events_of_after(&*self.conn()?, region, subject, seq)
    }

    /// The events of a stretch of the sequence, both ends included.
    pub(crate) fn events_between(
        &self,
        region: RegionId,
        first: u64,
        last: u64,
    ) -> Result<Vec<Recorded>> {
        let mut events = Vec::new();
        let last = i64::try_from(last).unwrap_or(i64::MAX);
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/events_between.sql"))?;
        let rows = ask.query_map(params![region.0, first as i64, last], Recorded::from_row)?;
        for event in rows {
            events.push(event?);
        }
        Ok(events)
    }

    /// The hash of the first so many events, worked out anew from what they say; nothing when
    /// one of them is missing or cannot be read.
    pub(crate) fn rehashed(&self, region: RegionId, events: u64) -> Result<Option<seal::Hash>> {
        let (mut last, mut hash) = (0, seal::GENESIS);
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/events_between.sql"))?;
        let until = i64::try_from(events).unwrap_or(i64::MAX);
        for event in ask.query_map(params![region.0, 0, until], Recorded::from_row)? {
            let Ok(event) = event else { return Ok(None) };
            (last, hash) = (last + 1, seal::event_hash(&hash, region.0, &event.lent()));
        }
        Ok(Some(hash).filter(|_| last == events))
    }

    /// Hands every event, in order, to `take`, also those that cannot be read.
    pub(super) fn feed_raw(
        &self,
        region: RegionId,
        mut take: impl FnMut(u64, rusqlite::Result<Recorded>),
    ) -> Result<()> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/events_between.sql"))?;
        let mut rows = ask.query(params![region.0, 0, i64::MAX])?;
        while let Some(row) = rows.next()? {
            take(place(row.get(0)?)?, Recorded::from_row(row));
        }
        Ok(())
    }
}

/// The head of the journal, by any connection.
pub(super) fn head(conn: &Connection) -> Result<Option<Head>> {
    let mut ask = conn.prepare_cached(sql!(file "sql/head.sql"))?;
    let head = ask.query_row([], |row| {
        Ok(Head {
            region: RegionId(row.get(0)?),
            last_seq: place(row.get(1)?)?,
            last_hash: row.get(2)?,
            last_at: moment(row.get(3)?)?,
            office_seq: place(row.get(4)?)?,
            secret: row.get(5)?,
            fact_at: moment(row.get(6)?)?,
            tickets: place(row.get(7)?)?,
        })
    });
    Ok(head.optional()?)
}

/// The events about a subject after a sequence, in order, by any connection.
pub(super) fn events_of_after(
    conn: &Connection,
    region: RegionId,
    subject: i64,
    seq: u64,
) -> Result<Vec<Recorded>> {
    let mut ask = conn.prepare_cached(sql!(file "sql/events_of.sql"))?;
    let rows = ask.query_map(params![region.0, subject, seq as i64], Recorded::from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn corrupt(message: &str) -> Error {
    Error::plain(ErrorKind::Corrupt, message)
}
