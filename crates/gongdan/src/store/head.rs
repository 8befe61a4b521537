//! The head of the journal: how far it goes, and the hash that all of it leads to.

use gongdan_domain::{EventKind, Moment, RegionId};
use rusqlite::{Connection, OptionalExtension};

use super::event::{OFFICE, Recorded, is_fact, moment, place};
use super::hash::{GENESIS, Hash};
use crate::words::Result;
use crate::words::named::sql;

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
    /// How many request ids are kept.
    pub(crate) requests: u64,
    pub(crate) office_seq: u64,
    pub(crate) secret: Hash,
}

impl Head {
    /// The head before a file's first event.
    pub(crate) fn new(region: RegionId, secret: Hash) -> Self {
        let (last_hash, last_at) = (GENESIS, Moment::MIN);
        let (fact_at, tickets, requests) = (Moment::MIN, 0, 0);
        let (last_seq, office_seq) = (0, 0);
        Self {
            region,
            last_seq,
            last_hash,
            last_at,
            fact_at,
            tickets,
            requests,
            office_seq,
            secret,
        }
    }

    /// Moves along after an event that was written.
    pub(super) fn follow(&mut self, event: &Recorded, hash: Hash) {
        self.last_seq = event.seq;
        self.last_hash = hash;
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
            requests: place(row.get(8)?)?,
        })
    });
    Ok(head.optional()?)
}
