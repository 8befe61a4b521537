//! Tickets that are at their end, and since when.

use gongdan_domain::{Moment, RegionId, TicketId};
use rusqlite::params;

use super::connection::Store;
use crate::words::Result;
use crate::words::named::sql;

/// A ticket that is at its end now.
pub(crate) struct Ended {
    pub(crate) ticket: TicketId,
    pub(crate) number: String,
    pub(crate) at: Moment,
    /// The main ticket, of one that was merged.
    pub(crate) merged_into: Option<TicketId>,
    /// Whether a text of it still stands.
    pub(crate) has_texts: bool,
}

impl Store {
    /// Every ticket that is at its end now, the first that ended first.
    pub(crate) fn ended(&self, region: RegionId) -> Result<Vec<Ended>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/ended_tickets.sql"))?;
        let mut rows = ask.query(params![region.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(Ended {
                ticket: TicketId(row.get("ticket_id")?),
                number: row.get("number")?,
                at: Moment::from_ms("at", row.get("ended_at")?)?,
                merged_into: row.get::<_, Option<i64>>("merged_into")?.map(TicketId),
                has_texts: row.get("has_texts")?,
            });
        }
        Ok(found)
    }
}
