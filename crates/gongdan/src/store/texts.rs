//! Texts that can hold personal data: beside the journal, each with its salt.

use gongdan_domain::{RegionId, Text, TextField, TicketId};
use rusqlite::params;

use super::connection::Store;
use crate::words::Result;
use crate::words::named::sql;

impl Store {
    /// What a ticket is about, and its caller's name, by the events that told them; nothing where there is none or
    /// it was erased.
    pub(crate) fn matter_and_name(
        &self,
        region: RegionId,
        (matter, name): (u64, u64),
    ) -> Result<(Option<String>, Option<String>)> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/matter_and_name.sql"))?;
        let asked = params![region.0, matter as i64, name as i64];
        Ok(ask.query_row(asked, |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Every text of a ticket, in the order of its events.
    pub(crate) fn texts_of(&self, region: RegionId, id: TicketId) -> Result<Vec<(u64, Text)>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/texts_of.sql"))?;
        let rows = ask.query_map(params![region.0, id.0], |row| {
            let field = TextField::from_code(row.get("field")?);
            let field = field.ok_or(rusqlite::Error::InvalidQuery)?;
            Ok((row.get::<_, i64>("seq")? as u64, Text { field, content: row.get("content")? }))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
