//! The journal: events in one sequence without holes, each hashed with the one before.

use std::sync::Arc;

use gongdan_domain::{Moment, RegionId, Role, Text, UnitId};
use rusqlite::{Connection, params};

use super::connection::Store;
use super::event::{Recorded, corrupt, place};
use super::hash::{GENESIS, Hash, Kept, WHOLE_EVERY};
use super::head::{Head, head};
use super::seal;
use super::waiting::Beside;
use crate::words::Result;
use crate::words::named::sql;

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
    pub(crate) later: i64,
    pub(crate) body: Option<String>,
    pub(crate) texts: &'a [Text],
}

impl Store {
    /// The head of the journal; nothing in a file that was never founded.
    pub(crate) fn head(&self) -> Result<Option<Head>> {
        head(&*self.conn()?)
    }

    /// Goes on to the latest state, inside [`Store::read_unhurried`]; its head.
    pub(super) fn read_on(&self) -> Result<Head> {
        self.go_on()?;
        self.head()?.ok_or_else(|| corrupt("the file has no head"))
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
            head.tickets as i64,
            head.requests as i64
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
            later: new.later,
            body: new.body,
            commitments,
            kept: Kept::of(seq, &GENESIS),
        };
        let hash = seal::event_hash(&head.last_hash, head.region.0, &recorded.lent());
        recorded.kept = Kept::of(seq, &hash);
        let recorded = Arc::new(recorded);
        let texts = salted().map(|(text, salt)| Beside::of(head, seq, text, *salt));
        self.wait(head.region, Arc::clone(&recorded), texts)?;
        head.follow(&recorded, hash);
        Ok(recorded)
    }

    /// Has an event and its texts written with the next that is asked of the file, or when enough
    /// wait for a statement of their own.
    pub(super) fn wait(
        &self,
        region: RegionId,
        event: Arc<Recorded>,
        texts: impl Iterator<Item = Beside>,
    ) -> Result<()> {
        match self.waiting.add(region, event, texts) {
            true => self.waiting.write_most(&*self.at_hand()?),
            false => Ok(()),
        }
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
    pub(crate) fn rehashed(&self, region: RegionId, events: u64) -> Result<Option<Hash>> {
        let (mut last, mut hash) = (0, GENESIS);
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/events_between.sql"))?;
        let until = i64::try_from(events).unwrap_or(i64::MAX);
        for event in ask.query_map(params![region.0, 0, until], Recorded::from_row)? {
            let Ok(event) = event else { return Ok(None) };
            (last, hash) = (last + 1, seal::event_hash(&hash, region.0, &event.lent()));
        }
        Ok(Some(hash).filter(|_| last == events))
    }

    /// The hash of an event, worked out from the last whole one that stands before it; nothing when the
    /// journal has no such event.
    pub(crate) fn hash_at(&self, region: RegionId, seq: u64) -> Result<Option<Hash>> {
        let whole = seq - seq % WHOLE_EVERY;
        let mut last = (whole == 0).then_some((0, GENESIS));
        if seq == 0 {
            return Ok(None);
        }
        for event in self.events_between(region, whole, seq)? {
            let chained = last.map(|(_, hash)| seal::event_hash(&hash, region.0, &event.lent()));
            last = event.kept.whole(event.seq).or(chained).map(|hash| (event.seq, hash));
        }
        Ok(last.filter(|(last, _)| *last == seq).map(|(_, hash)| hash))
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
