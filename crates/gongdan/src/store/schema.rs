//! The schema of a new file, and what makes a file one of ours.

use std::collections::BTreeMap;
use std::sync::OnceLock;

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

/// Every table, index, trigger and view of a file by its sort and name, with the table it belongs
/// to and its text.
pub(super) type Objects = BTreeMap<String, (String, String)>;

/// Every object of a file.
pub(super) fn objects(conn: &Connection) -> Result<Objects> {
    let mut ask = conn.prepare(include_str!("sql/schema_objects.sql"))?;
    let rows = ask.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The objects that a file of this library holds, from an empty one in memory.
pub(super) fn wanted() -> Result<&'static Objects> {
    static WANTED: OnceLock<Objects> = OnceLock::new();
    if let Some(wanted) = WANTED.get() {
        return Ok(wanted);
    }
    let conn = Connection::open_in_memory()?;
    create(&conn)?;
    let wanted = objects(&conn)?;
    Ok(WANTED.get_or_init(|| wanted))
}

/// What a file's objects have too much, too little or otherwise, one sentence each.
pub(super) fn differences(stored: &Objects, wanted: &Objects) -> Vec<String> {
    let ours = stored.iter().filter_map(|(name, found)| match wanted.get(name) {
        Some(wanted) if wanted == found => None,
        Some(_) => Some(format!("{name} is not defined as in schema.sql")),
        None => Some(format!("{name} is not in schema.sql")),
    });
    let missing = wanted.keys().filter(|name| !stored.contains_key(*name));
    ours.chain(missing.map(|name| format!("{name} is missing"))).collect()
}

/// Refuses a file that is not ours, newer than this library, or whose tables, indexes, triggers
/// or views are not exactly those of schema.sql; nothing is written.
pub(crate) fn check(conn: &Connection) -> Result<()> {
    let id: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if id != APPLICATION_ID {
        return Err(Error::plain(ErrorKind::NotAHotline, "the file is no gongdan file"));
    }
    let found: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > VERSION {
        return Err(Error::too_new(found, VERSION));
    }
    check_objects(conn)
}

/// A trigger, view or table of somebody else's could act when we write: such a file is not opened.
fn check_objects(conn: &Connection) -> Result<()> {
    let differences = differences(&objects(conn)?, wanted()?);
    match differences.first() {
        None => Ok(()),
        Some(first) => {
            let first: String = first.chars().filter(|c| !c.is_control()).take(120).collect();
            let (count, kind) = (differences.len(), ErrorKind::Corrupt);
            Err(Error::plain(kind, format!("the schema was changed ({count} places): {first}")))
        }
    }
}

/// Whether the file holds nothing at all.
pub(crate) fn is_empty(conn: &Connection) -> Result<bool> {
    let objects: i64 =
        conn.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(objects == 0)
}
