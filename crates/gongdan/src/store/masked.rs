//! Texts as whoever may not see the caller reads them, for SQL to ask.

use gongdan_domain::without_person;
use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};

use crate::words::Result;

/// Gives a connection `without_person(text, name)`: the text without numbers of persons, and the name
/// masked in it where there is one.
pub(super) fn give_masking(conn: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    Ok(conn.create_scalar_function("without_person", 2, flags, masked)?)
}

fn masked(given: &mut Context<'_>) -> rusqlite::Result<String> {
    let (text, name) = (given.get_raw(0).as_str()?, given.get_raw(1).as_str_or_null()?);
    Ok(without_person(text, name).into_owned())
}
