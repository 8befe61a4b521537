//! Texts that can hold personal data: beside the journal, each with its salt.

use gongdan_domain::{RegionId, Text, TextField, TicketId};
use rusqlite::{OptionalExtension, params};

use super::connection::Store;
use crate::words::Result;
use crate::words::named::sql;

impl Store {
    /// One text of one event; nothing when there is none or it was erased.
    pub(crate) fn text(
        &self,
        region: RegionId,
        seq: u64,
        field: TextField,
    ) -> Result<Option<String>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/text.sql"))?;
        let found = ask.query_row(params![region.0, seq as i64, field.code()], |row| row.get(0));
        Ok(found.optional()?.flatten())
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
