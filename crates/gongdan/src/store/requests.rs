//! Request ids: the same id again has one effect and the same answer.

use gongdan_domain::RegionId;
use rusqlite::{OptionalExtension, params};

use super::connection::Store;
use super::hash::Hash;
use super::seal;
use crate::words::Result;
use crate::words::named::sql;

/// What a request id stands for.
pub(crate) struct Answered {
    pub(crate) digest: Hash,
    pub(crate) subject: i64,
    pub(crate) first_seq: u64,
    pub(crate) last_seq: u64,
}

impl Store {
    /// HMAC-SHA-256 of what a request asks, under the file's secret.
    pub(crate) fn keyed(&self, secret: &Hash, asked: &[u8]) -> Hash {
        seal::keyed(secret, asked)
    }

    /// What a request id stands for, if it was seen.
    pub(crate) fn seen(&self, region: RegionId, request: &str) -> Result<Option<Answered>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/seen.sql"))?;
        let found = ask.query_row(params![region.0, request], |row| {
            Ok(Answered {
                digest: row.get("digest")?,
                subject: row.get("subject")?,
                first_seq: row.get::<_, i64>("first_seq")? as u64,
                last_seq: row.get::<_, i64>("last_seq")? as u64,
            })
        });
        Ok(found.optional()?)
    }

    /// Keeps what a request id stands for.
    pub(crate) fn keep_request(
        &self,
        region: RegionId,
        request: &str,
        answered: &Answered,
    ) -> Result<()> {
        let conn = self.conn()?;
        conn.prepare_cached(sql!(file "sql/keep_request.sql"))?.execute(params![
            region.0,
            request,
            &answered.digest[..],
            answered.subject,
            answered.first_seq as i64,
            answered.last_seq as i64
        ])?;
        Ok(())
    }
}
