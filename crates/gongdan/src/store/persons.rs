//! Persons: what is known of a caller, the tickets of a telephone number, and erasing both.

use gongdan_domain::{Caller, RegionId, TextField, TicketId};
use rusqlite::params;

use super::connection::Store;
use super::head::Head;
use super::seal;
use crate::words::Result;
use crate::words::named::sql;

impl Store {
    /// A ticket's caller as told, and whether anything of it was erased.
    pub(crate) fn caller(&self, region: RegionId, id: TicketId) -> Result<(Caller, bool)> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/caller.sql"))?;
        let mut rows = ask.query(params![region.0, id.0])?;
        let (mut caller, mut erased) = (Caller::default(), false);
        while let Some(row) = rows.next()? {
            let content: Option<String> = row.get("content")?;
            erased |= content.is_none();
            let part = match TextField::from_code(row.get("field")?) {
                Some(TextField::CallerName) => &mut caller.name,
                Some(TextField::CallerPhone) => &mut caller.phone,
                _ => &mut caller.address,
            };
            *part = content.or(part.take());
        }
        Ok((caller, erased))
    }

    /// The tickets whose caller gave this telephone number, oldest first.
    pub(crate) fn tickets_of_phone(&self, head: &Head, phone: &str) -> Result<Vec<TicketId>> {
        let Some(lookup) = seal::phone_lookup(&head.secret, phone) else { return Ok(Vec::new()) };
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/subjects_of_lookup.sql"))?;
        let rows = ask.query_map(params![head.region.0, lookup], |row| row.get(0).map(TicketId))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Empties texts of the events of a ticket before `seq`, with their salts and look-ups, and
    /// what the ticket's requests asked. `citizen` is the event under which the person is counted
    /// from now on. Says how many texts were emptied.
    pub(crate) fn erase_texts(
        &self,
        head: &Head,
        id: TicketId,
        seq: u64,
        fields: &[TextField],
        citizen: u64,
    ) -> Result<u64> {
        let conn = self.conn()?;
        let mut erase = conn.prepare_cached(sql!(file "sql/erase_texts.sql"))?;
        let citizen = -i64::try_from(citizen).unwrap_or(i64::MAX);
        let mut erased = 0;
        for field in fields {
            let (before, field) = (seq as i64, field.code());
            erased += erase.execute(params![head.region.0, field, id.0, before, citizen])? as u64;
        }
        self.forget_asked(head, id)?;
        Ok(erased)
    }

    /// Empties the log into the file, so that nothing erased is left in it; says whether it could,
    /// which it cannot while somebody reads an older state.
    pub(crate) fn empty_log(&self) -> Result<bool> {
        let conn = self.conn()?;
        let busy: i64 = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        Ok(busy == 0)
    }
}
