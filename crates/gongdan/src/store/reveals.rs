//! Looks at personal data, as the journal has them.

use gongdan_domain::{Period, RegionId, Role, TextField, TicketEvent, TicketId};
use rusqlite::params;

use super::connection::Store;
use super::journal::moment;
use crate::error::Result;
use crate::exposure::Exposure;

impl Store {
    /// Every look of a period, in order: by everybody, or by one person.
    pub(crate) fn reveals(
        &self,
        region: RegionId,
        by: Option<&str>,
        period: &Period,
    ) -> Result<Vec<Exposure>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(include_str!("sql/reveals.sql"))?;
        let (from, to) = (period.from().ms(), period.to().ms());
        let (kind, field) = (TicketEvent::Revealed.code(), TextField::Reason.code());
        let rows = ask.query_map(params![region.0, kind, from, to, field, by], |row| {
            let role = Role::from_code(row.get("role")?);
            Ok(Exposure {
                seq: row.get::<_, i64>("seq")? as u64,
                at: moment(row.get("at")?)?,
                by: row.get("by")?,
                role: role.ok_or(rusqlite::Error::InvalidQuery)?,
                ticket: TicketId(row.get("subject")?),
                number: row.get("number")?,
                reason: row.get("reason")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
