//! The schema of a new file, and what makes a file one of ours.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row};

use crate::words::named::sql;
use crate::words::{Error, ErrorKind, Result};

/// `GONG`: what marks a file as ours.
const APPLICATION_ID: i64 = 0x474F_4E47;

/// The version of the schema that a file says it has.
pub(super) fn version(conn: &Connection) -> Result<i64> {
    Ok(conn.prepare_cached("PRAGMA user_version")?.query_row([], |row| row.get(0))?)
}

/// Marks a file as ours.
pub(super) fn mark_as_ours(conn: &Connection) -> Result<()> {
    Ok(conn.pragma_update(None, "application_id", APPLICATION_ID)?)
}

/// Writes the version of the schema, in the caller's transaction.
pub(super) fn set_version(conn: &Connection, version: i64) -> Result<()> {
    Ok(conn.pragma_update(None, "user_version", version)?)
}

/// Refuses a file that is not marked as ours.
pub(super) fn check_is_ours(conn: &Connection) -> Result<()> {
    let id: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    match id == APPLICATION_ID {
        true => Ok(()),
        false => Err(Error::plain(ErrorKind::NotAHotline, "the file is no gongdan file")),
    }
}

/// Every table, index, trigger and view of a file by its sort and name, with the table it belongs
/// to and its text.
pub(super) type Objects = BTreeMap<String, (String, String)>;

/// Every object of a file.
pub(super) fn objects(conn: &Connection) -> Result<Objects> {
    let mut ask = conn.prepare(sql!(file "sql/schema_objects.sql"))?;
    let rows = ask.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether a file's objects are exactly these: every opening asks, so none is copied.
pub(super) fn matches(conn: &Connection, wanted: &Objects) -> Result<bool> {
    let mut ask = conn.prepare(sql!(file "sql/schema_objects.sql"))?;
    let (mut rows, mut found) = (ask.query([])?, 0);
    while let Some(row) = rows.next()? {
        let same = |(owner, definition): &(String, String)| {
            text(row, 1) == Some(owner) && text(row, 2) == Some(definition)
        };
        if !text(row, 0).and_then(|name| wanted.get(name)).is_some_and(same) {
            return Ok(false);
        }
        found += 1;
    }
    Ok(found == wanted.len())
}

fn text<'a>(row: &'a Row<'_>, column: usize) -> Option<&'a str> {
    row.get_ref(column).ok()?.as_str().ok()
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

/// Whether the file holds nothing at all.
pub(crate) fn is_empty(conn: &Connection) -> Result<bool> {
    let objects: i64 =
        conn.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(objects == 0)
}
