//! Request ids: the same id again has one effect and the same answer.

use gongdan_domain::{RegionId, TicketId};
use rusqlite::{OptionalExtension, Row, params};

use super::connection::Store;
use super::hash::Hash;
use super::head::Head;
use super::seal;
use crate::words::Result;
use crate::words::named::sql;

/// A keyed digest of what a request asked.
pub(crate) type Asked = [u8; 16];

/// What a request asked about a ticket whose texts were erased: nobody knows any more.
pub(crate) const FORGOTTEN: Asked = [0; 16];

/// What a request id stands for.
pub(crate) struct Answered {
    /// The id; of a request that its caller numbered the client, with its `#`.
    pub(crate) request: String,
    /// Its number, where its caller numbers them.
    pub(crate) number: Option<u64>,
    pub(crate) asked: Asked,
    pub(crate) subject: i64,
    pub(crate) first_seq: u64,
    pub(crate) last_seq: u64,
}

impl Answered {
    /// Of a row of `sql/seen.sql` or another statement with its columns.
    pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let number: Option<i64> = row.get("number")?;
        Ok(Self {
            request: row.get("request_id")?,
            number: number.map(|number| number as u64),
            asked: row.get("asked")?,
            subject: row.get("subject")?,
            first_seq: row.get::<_, i64>("first_seq")? as u64,
            last_seq: row.get::<_, i64>("last_seq")? as u64,
        })
    }

    /// Whether it was asked for the same; after an erasure nobody knows any more.
    pub(crate) fn is_asked_again(&self, asked: &Asked) -> bool {
        self.asked == *asked || self.asked == FORGOTTEN
    }

    /// Binds the row together, under the file's secret.
    pub(super) fn seal(&self, secret: &Hash) -> Asked {
        let number = self.number.map_or(-1, |number| number as i64);
        let numbers = [self.subject, self.first_seq as i64, self.last_seq as i64, number];
        let mut row = self.asked.to_vec();
        numbers.iter().for_each(|number| row.extend_from_slice(&number.to_be_bytes()));
        row.extend_from_slice(self.request.as_bytes());
        half(seal::keyed(secret, &row))
    }
}

/// Half of a hash is enough to tell requests apart.
fn half(hash: Hash) -> Asked {
    let mut half = [0; 16];
    half.copy_from_slice(&hash[..16]);
    half
}

impl Store {
    /// HMAC-SHA-256 of what a request asks, under the file's secret, cut in half.
    pub(crate) fn keyed(&self, secret: &Hash, asked: &[u8]) -> Asked {
        half(seal::keyed(secret, asked))
    }

    /// What a request id, or the last request of a client, stands for.
    pub(crate) fn seen(&self, region: RegionId, request: &str) -> Result<Option<Answered>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/seen.sql"))?;
        Ok(ask.query_row(params![region.0, request], Answered::from_row).optional()?)
    }

    /// Keeps what a request id stands for, and counts it in the head.
    pub(crate) fn keep_request(&self, head: &mut Head, answered: &Answered) -> Result<()> {
        self.write_request(sql!(file "sql/keep_request.sql"), head, answered)?;
        head.requests += 1;
        Ok(())
    }

    /// Keeps what the next request of a client stands for, in the place of its last.
    pub(crate) fn keep_next_request(&self, head: &Head, answered: &Answered) -> Result<()> {
        self.write_request(sql!(file "sql/keep_next_request.sql"), head, answered)
    }

    fn write_request(&self, sql: &str, head: &Head, answered: &Answered) -> Result<()> {
        self.conn()?.prepare_cached(sql)?.execute(params![
            head.region.0,
            answered.request,
            &answered.asked[..],
            answered.subject,
            answered.first_seq as i64,
            answered.last_seq as i64,
            &answered.seal(&head.secret)[..],
            answered.number.map(|number| number as i64)
        ])?;
        Ok(())
    }

    /// Empties what a ticket's requests asked, so that no guess at a text can be tried against it.
    pub(super) fn forget_asked(&self, head: &Head, id: TicketId) -> Result<()> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/requests_of.sql"))?;
        let rows = ask.query_map(params![head.region.0, id.0], Answered::from_row)?;
        let rows: Vec<Answered> = rows.collect::<rusqlite::Result<_>>()?;
        rows.into_iter().try_for_each(|answered| {
            self.keep_next_request(head, &Answered { asked: FORGOTTEN, ..answered })
        })
    }
}
