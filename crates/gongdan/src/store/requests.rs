//! Request ids: the same id again has one effect and the same answer.

use gongdan_domain::{RegionId, TicketId};
use rusqlite::{OptionalExtension, params};

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
    pub(crate) asked: Asked,
    pub(crate) subject: i64,
    pub(crate) first_seq: u64,
    pub(crate) last_seq: u64,
}

impl Answered {
    /// Binds the row together, under the file's secret.
    pub(super) fn seal(&self, secret: &Hash, request: &str) -> Asked {
        let numbers = [self.subject, self.first_seq as i64, self.last_seq as i64];
        let mut row = self.asked.to_vec();
        numbers.iter().for_each(|number| row.extend_from_slice(&number.to_be_bytes()));
        row.extend_from_slice(request.as_bytes());
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

    /// What a request id stands for, if it was seen.
    pub(crate) fn seen(&self, region: RegionId, request: &str) -> Result<Option<Answered>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/seen.sql"))?;
        let found = ask.query_row(params![region.0, request], |row| {
            Ok(Answered {
                asked: row.get("asked")?,
                subject: row.get("subject")?,
                first_seq: row.get::<_, i64>("first_seq")? as u64,
                last_seq: row.get::<_, i64>("last_seq")? as u64,
            })
        });
        Ok(found.optional()?)
    }

    /// Keeps what a request id stands for, and counts it in the head.
    pub(crate) fn keep_request(
        &self,
        head: &mut Head,
        request: &str,
        answered: &Answered,
    ) -> Result<()> {
        let conn = self.conn()?;
        conn.prepare_cached(sql!(file "sql/keep_request.sql"))?.execute(params![
            head.region.0,
            request,
            &answered.asked[..],
            answered.subject,
            answered.first_seq as i64,
            answered.last_seq as i64,
            &answered.seal(&head.secret, request)[..]
        ])?;
        head.requests += 1;
        Ok(())
    }

    /// Empties what a ticket's requests asked.
    pub(super) fn forget_asked(&self, head: &Head, id: TicketId) -> Result<()> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/requests_of.sql"))?;
        let rows = ask.query_map(params![head.region.0, id.0], |row| {
            let (first_seq, last_seq) =
                (row.get::<_, i64>(1)? as u64, row.get::<_, i64>(2)? as u64);
            Ok((row.get(0)?, Answered { asked: FORGOTTEN, subject: id.0, first_seq, last_seq }))
        })?;
        let rows: Vec<(String, Answered)> = rows.collect::<rusqlite::Result<_>>()?;
        let mut forget = conn.prepare_cached(sql!(file "sql/forget_asked.sql"))?;
        for (request, answered) in rows {
            let seal = answered.seal(&head.secret, &request);
            forget.execute(params![head.region.0, request, &FORGOTTEN[..], &seal[..]])?;
        }
        Ok(())
    }
}
