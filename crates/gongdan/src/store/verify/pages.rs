//! Verify the pages and the keys: what SQLite itself can say of a file.

use rusqlite::Connection;

use super::report::Verified;
use super::work::Reader;
use crate::words::Result;

/// Has SQLite look through every page, index and constraint, and at what rows point at.
pub(super) fn check(reader: &mut Reader<'_>) -> Verified {
    let mut report = Verified::default();
    let read = look_through(reader, &mut report);
    reader.passed("pages", read, &mut report);
    report
}

/// Lets go of every page in hand. What SQLite says of a damaged page depends on whether it has it,
/// and from what it was read for: a reader that begins anew says the same as any other.
pub(super) fn forget_pages(conn: &Connection) -> Result<()> {
    Ok(conn.execute_batch("PRAGMA shrink_memory")?)
}

fn look_through(reader: &Reader<'_>, report: &mut Verified) -> Result<()> {
    let mut ask = reader.conn.prepare("PRAGMA integrity_check(100)")?;
    let lines = ask.query_map([], |row| row.get::<_, String>(0))?;
    for line in lines {
        let line = line?;
        (line != "ok").then(|| report.find("page", line));
    }
    let mut ask = reader.conn.prepare("PRAGMA foreign_key_check")?;
    let mut rows = ask.query([])?;
    while let Some(row) = rows.next()? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        report.find("key", format!("a row of {table} points at no row of {parent}"));
    }
    Ok(())
}
