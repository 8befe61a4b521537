//! Looks at personal data, as the journal has them.

use gongdan_domain::{Period, RegionId, Role, TextField, TicketId};
use rusqlite::params;

use super::connection::Store;
use super::event::moment;
use super::exposure::Exposure;
use crate::words::Result;
use crate::words::named::sql;

impl Store {
    /// Every look of a period, in order: by everybody, or by one person.
    pub(crate) fn reveals(
        &self,
        region: RegionId,
        by: Option<&str>,
        period: &Period,
    ) -> Result<Vec<Exposure>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/reveals.sql"))?;
        let (from, to) = (period.from().ms(), period.to().ms());
        let field = TextField::Reason.code();
        let rows = ask.query_map(params![region.0, from, to, field, by], |row| {
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

#[cfg(test)]
mod tests {
    use gongdan_domain::TicketEvent;
    use rusqlite::params;

    use super::super::connection::Store;
    use crate::words::named::sql;

    #[test]
    fn the_journal_is_not_read_whole_for_it() {
        let code = format!("event.kind = {} ", TicketEvent::Revealed.code());
        let sql = sql!(file "sql/reveals.sql");
        assert!(sql.contains(&code), "the code is written out: {code}");
        let store = Store::in_memory().expect("a store");
        let conn = store.conn().expect("open");
        let mut ask = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("a plan");
        let lines = ask.query_map(params![0, 0, 0, 0, ""], |row| row.get::<_, String>("detail"));
        let plan: Vec<String> = lines.expect("lines").map(|line| line.expect("a line")).collect();
        assert!(plan.iter().any(|line| line.contains("event_revealed")), "{plan:?}");
    }
}
