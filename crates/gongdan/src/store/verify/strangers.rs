//! Verify that nothing stands in the file under another region than its own.

use super::report::Verified;
use crate::store::Store;
use crate::store::head::Head;
use crate::words::Result;

/// The tables that the other passes walk by their region.
const TABLES: [&str; 4] = ["region", "event", "text", "file"];

impl Store {
    /// What belongs to another region belongs to nothing.
    pub(super) fn verify_strangers(&self, head: &Head, report: &mut Verified) -> Result<()> {
        let conn = self.conn()?;
        for table in TABLES {
            let sql = format!(
                "SELECT (SELECT COUNT(*) FROM {table} WHERE region_id < ?1)
                      + (SELECT COUNT(*) FROM {table} WHERE region_id > ?1)"
            );
            let rows: i64 = conn.query_row(&sql, [head.region.0], |row| row.get(0))?;
            let what = || format!("{rows} rows of {table} belong to another region");
            (rows > 0).then(|| report.find("extra", what()));
        }
        Ok(())
    }
}
