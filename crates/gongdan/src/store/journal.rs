//! The journal: events in one sequence without holes, each hashed with the one before.

use gongdan_domain::{Moment, OfficeEvent, RegionId, Role, Text, TicketEvent, UnitId};
use rusqlite::{OptionalExtension, Row, params};

use super::connection::Store;
use super::seal::{self, Hash, Salts};
use crate::error::{Error, ErrorKind, Result};

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
    pub(crate) office_seq: u64,
    pub(crate) secret: Hash,
}

impl Head {
    /// The head before a file's first event.
    pub(crate) fn new(region: RegionId, secret: Hash) -> Self {
        let (last_hash, last_at) = (seal::GENESIS, Moment::MIN);
        Self { region, last_seq: 0, last_hash, last_at, office_seq: 0, secret }
    }

    /// Moves along after an event that was written.
    pub(super) fn follow(&mut self, event: &Recorded) {
        self.last_seq = event.seq;
        self.last_hash = event.hash;
        self.last_at = self.last_at.max(event.at);
        if event.subject == OFFICE {
            self.office_seq = event.seq;
        }
    }
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

    /// Of a row of `sql/events_between.sql` or `sql/events_of.sql`, whose columns stand in this order:
    /// looking each up by its name took a sixth of a verification.
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let unit = |column: usize| {
            let unit = row.get::<_, Option<u32>>(column)?;
            Ok::<_, rusqlite::Error>(unit.map(gongdan_domain::EntryId))
        };
        Ok(Self {
            seq: place(row.get(0)?)?,
            subject: row.get(1)?,
            at: moment(row.get(2)?)?,
            kind: row.get(3)?,
            by: row.get(4)?,
            role: Role::from_code(row.get(5)?).ok_or(rusqlite::Error::InvalidQuery)?,
            actor_unit: unit(6)?,
            unit: unit(7)?,
            late: row.get(8)?,
            satisfied: row.get(9)?,
            body: row.get(10)?,
            commitments: row.get::<_, Option<Vec<u8>>>(11)?.unwrap_or_default(),
            hash: row.get(12)?,
        })
    }
}

/// A stored moment; one outside the allowed years is damage.
pub(super) fn moment(ms: i64) -> rusqlite::Result<Moment> {
    Moment::from_ms("at", ms).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, ms))
}

/// A stored place in the journal; one before its beginning is damage.
fn place(seq: i64) -> rusqlite::Result<u64> {
    u64::try_from(seq).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, seq))
}

impl Store {
    /// The head of the journal; nothing in a file that was never founded.
    pub(crate) fn head(&self) -> Result<Option<Head>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(include_str!("sql/head.sql"))?;
        let head = ask.query_row([], |row| {
            Ok(Head {
                region: RegionId(row.get("region_id")?),
                last_seq: place(row.get("last_seq")?)?,
                last_hash: row.get("last_hash")?,
                last_at: moment(row.get("last_at")?)?,
                office_seq: place(row.get("office_seq")?)?,
                secret: row.get("secret")?,
            })
        });
        Ok(head.optional()?)
    }

    /// Writes the first head: the file belongs to its region from now on.
    pub(crate) fn found(&self, head: &Head, name: &str, office: &str) -> Result<()> {
        let office = Some(office).filter(|office| !office.trim().is_empty());
        let hash = &head.last_hash[..];
        let conn = self.conn()?;
        conn.execute(
            include_str!("sql/found.sql"),
            params![head.region.0, name, office, hash, head.last_at.ms(), &head.secret[..]],
        )?;
        Ok(())
    }

    /// Writes the head after the last event of a transaction.
    pub(crate) fn save_head(&self, head: &Head) -> Result<()> {
        let conn = self.conn()?;
        let mut save = conn.prepare_cached(include_str!("sql/save_head.sql"))?;
        save.execute(params![
            head.region.0,
            head.last_seq as i64,
            &head.last_hash[..],
            head.last_at.ms(),
            head.office_seq as i64
        ])?;
        Ok(())
    }

    /// Appends an event and its texts, and moves the head along in memory.
    pub(crate) fn append(
        &self,
        head: &mut Head,
        new: NewEvent<'_>,
        salts: &Salts,
    ) -> Result<Recorded> {
        let seq = head.last_seq + 1;
        let mut commitments = Vec::with_capacity(new.texts.len() * seal::COMMITMENT);
        let mut salted = Vec::with_capacity(new.texts.len());
        for (text, salt) in new.texts.iter().zip(salts.salts(seq, new.texts)?) {
            commitments.extend(seal::commitment(&salt, text.field, &text.content));
            salted.push((salt, text));
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
        recorded.hash = seal::event_hash(&head.last_hash, head.region.0, &recorded);
        self.insert(head.region, &recorded)?;
        self.insert_texts(head, seq, &salted)?;
        head.follow(&recorded);
        Ok(recorded)
    }

    /// Writes an event as it stands.
    pub(super) fn insert(&self, region: RegionId, event: &Recorded) -> Result<()> {
        let conn = self.conn()?;
        let mut insert = conn.prepare_cached(include_str!("sql/append_event.sql"))?;
        let commitments = Some(&event.commitments).filter(|bytes| !bytes.is_empty());
        insert.execute(params![
            region.0,
            event.seq as i64,
            event.subject,
            event.at.ms(),
            event.kind,
            event.by,
            event.role.code(),
            event.actor_unit.map(|unit| unit.0),
            event.unit.map(|unit| unit.0),
            event.late,
            event.satisfied,
            event.body,
            commitments,
            &event.hash[..]
        ])?;
        Ok(())
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
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(include_str!("sql/events_of.sql"))?;
        let rows = ask.query_map(params![region.0, subject, seq as i64], Recorded::from_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
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
        let mut ask = conn.prepare_cached(include_str!("sql/events_between.sql"))?;
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
        let mut ask = conn.prepare_cached(include_str!("sql/events_between.sql"))?;
        let until = i64::try_from(events).unwrap_or(i64::MAX);
        for event in ask.query_map(params![region.0, 0, until], Recorded::from_row)? {
            let Ok(event) = event else { return Ok(None) };
            (last, hash) = (last + 1, seal::event_hash(&hash, region.0, &event));
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
        let mut ask = conn.prepare_cached(include_str!("sql/events_between.sql"))?;
        let mut rows = ask.query(params![region.0, 0, i64::MAX])?;
        while let Some(row) = rows.next()? {
            take(place(row.get(0)?)?, Recorded::from_row(row));
        }
        Ok(())
    }
}

pub(super) fn corrupt(message: &str) -> Error {
    Error::plain(ErrorKind::Corrupt, message)
}
