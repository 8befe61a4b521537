//! The schema of a new file, and what makes a file one of ours.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::error::{Error, ErrorKind, Result};

/// `GONG`: what marks a file as ours.
const APPLICATION_ID: i64 = 0x474F_4E47;
/// The schema this library writes.
pub(crate) const VERSION: i64 = 1;

const SCHEMA: &str = include_str!("../../../../schema.sql");

/// Gives an empty file its schema, in the caller's transaction.
pub(crate) fn create(conn: &Connection) -> Result<()> {
    conn.execute_batch(SCHEMA)?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", VERSION)?;
    Ok(())
}

/// Every table, index, trigger and view of a file with its text, but for what SQLite itself made.
pub(super) fn objects(conn: &Connection) -> Result<BTreeMap<String, String>> {
    let mut ask = conn.prepare(include_str!("sql/schema_objects.sql"))?;
    let rows = ask.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Refuses a file that is not ours, or newer than this library; nothing is written.
pub(crate) fn check(conn: &Connection) -> Result<()> {
    let id: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if id != APPLICATION_ID {
        return Err(Error::plain(ErrorKind::NotAHotline, "the file is no gongdan file"));
    }
    let found: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > VERSION {
        return Err(Error::too_new(found, VERSION));
    }
    Ok(())
}

/// Whether the file holds nothing at all.
pub(crate) fn is_empty(conn: &Connection) -> Result<bool> {
    let objects: i64 =
        conn.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(objects == 0)
}
