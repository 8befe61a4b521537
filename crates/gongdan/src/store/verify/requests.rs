//! Verify the request ids: each stands for events that are there, as it was kept, and none is missing.

use gongdan_domain::RegionId;
use rusqlite::Row;

use super::report::{ENOUGH, Verified};
use crate::store::Store;
use crate::store::head::Head;
use crate::store::requests::Answered;
use crate::words::Result;
use crate::words::named::sql;

impl Store {
    /// Checks every request id, and that there are as many as the head says.
    pub(super) fn verify_requests(&self, head: &Head, report: &mut Verified) -> Result<()> {
        let conn = self.conn()?;
        let mut ask = conn.prepare(sql!(file "../sql/requests.sql"))?;
        let (mut rows, mut found) = (ask.query([])?, 0);
        while let Some(row) = rows.next()? {
            found += 1;
            let is_kept = is_as_kept(row, head).unwrap_or(false);
            if !is_kept && report.findings.len() < ENOUGH {
                let seq = row.get::<_, i64>("last_seq").unwrap_or(0);
                report.find_at("row", seq as u64, "a request id is not what it was kept as");
            }
        }
        report.rows += found;
        let kind = if found < head.requests { "missing" } else { "extra" };
        let what = || format!("{found} request ids are kept, {} were given", head.requests);
        (found != head.requests).then(|| report.find(kind, what()));
        Ok(())
    }
}

fn is_as_kept(row: &Row<'_>, head: &Head) -> rusqlite::Result<bool> {
    let (region, answered) = (RegionId(row.get("region_id")?), Answered::from_row(row)?);
    let seal: [u8; 16] = row.get("seal")?;
    Ok(region == head.region
        && answered.last_seq <= head.last_seq
        && answered.seal(&head.secret) == seal)
}
