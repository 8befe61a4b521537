//! What no guard can stop: somebody drops the guards, makes the schema writable or has checks ignored, does
//! a deed and puts everything back as it was. `verify` names it, in every table and column.

use std::path::{Path, PathBuf};

use gongdan::{Hotline, Options};
use rusqlite::Connection;

use crate::in_every_table::{columns, in_every_table, tables};
use crate::lived::Lived;

/// A deed on a table, and how it is done.
struct Deed {
    table: String,
    what: String,
    sql: String,
}

/// What is found of a file, by opening and verifying it.
fn findings(path: &Path) -> Vec<String> {
    match Hotline::open_with(path, &Options::new().read_only()) {
        Ok(hotline) => {
            let report = hotline.verify(&mut |_, _| {}).expect("a report");
            report.findings.iter().map(ToString::to_string).collect()
        }
        Err(error) => vec![error.to_string()],
    }
}

/// The statements that make the objects of one sort that belong to a table, by name.
fn made(conn: &Connection, sort: &str, table: &str) -> Vec<(String, String)> {
    let sql = "SELECT name, sql FROM sqlite_schema WHERE type = ?1 AND tbl_name = ?2";
    let mut ask = conn.prepare(sql).expect("the schema");
    let rows = ask.query_map([sort, table], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    rows.collect::<rusqlite::Result<_>>().expect("rows")
}

/// One row of a table: the last by its key, where the column says something if it does anywhere.
fn row_with(conn: &Connection, table: &str, column: &str) -> String {
    let keys = "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk";
    let mut ask = conn.prepare(keys).expect("a table");
    let keys = ask.query_map([table], |row| row.get(0)).expect("its key");
    let keys: Vec<String> = keys.collect::<rusqlite::Result<_>>().expect("its key");
    let (own, last) = (keys.join(", "), keys.join(" DESC, "));
    format!(
        "({own}) IN (SELECT {own} FROM {table} ORDER BY {column} IS NOT NULL DESC, {last} DESC LIMIT 1)"
    )
}

/// Each column altered once, a row deleted and one added: guards dropped, checks ignored, guards put back.
fn deeds(conn: &Connection, table: &str) -> Vec<Deed> {
    let deed = |what: String, sql: String| Deed { table: table.to_owned(), what, sql };
    let (names, key): (Vec<String>, String) = (
        columns(conn, table).into_iter().map(|column| column.name).collect(),
        conn.query_row(
            "SELECT name FROM pragma_table_info(?1) ORDER BY pk DESC LIMIT 1",
            [table],
            |row| row.get(0),
        )
        .expect("its key"),
    );
    let altered = columns(conn, table).into_iter().map(|column| {
        let (name, other) = (&column.name, column.altered());
        let filter = row_with(conn, table, name);
        deed(name.clone(), format!("UPDATE {table} SET {name} = {other} WHERE {filter}"))
    });
    let emptied = columns(conn, table).into_iter().filter(|column| column.can_be_nothing);
    let emptied = emptied.map(|column| {
        let name = &column.name;
        deed(
            format!("{name} is nothing"),
            format!("UPDATE {table} SET {name} = NULL WHERE {name} IS NOT NULL"),
        )
    });
    let all = altered.chain(emptied);
    let cells = columns(conn, table).into_iter().map(|column| {
        match column.name == key || column.is_text() {
            true => column.altered(),
            false => column.name,
        }
    });
    let one = row_with(conn, table, &key);
    let cells = cells.collect::<Vec<_>>().join(", ");
    let added = format!(
        "INSERT INTO {table} ({}) SELECT {cells} FROM {table} WHERE {one}",
        names.join(", ")
    );
    let deleted = format!("DELETE FROM {table} WHERE {one}");
    all.chain([deed("a row deleted".into(), deleted), deed("a row added".into(), added)]).collect()
}

/// Does a deed with the guards of its table dropped and checks ignored, and puts the guards back.
fn without_guards(conn: &Connection, deed: &Deed) -> usize {
    let guards = made(conn, "trigger", &deed.table);
    assert_eq!(guards.len(), 3, "{} is not guarded", deed.table);
    conn.pragma_update(None, "foreign_keys", false).expect("keys off");
    conn.pragma_update(None, "ignore_check_constraints", true).expect("checks off");
    guards.iter().for_each(|(name, _)| {
        conn.execute(&format!("DROP TRIGGER {name}"), []).expect("dropped");
    });
    let changed =
        conn.execute(&deed.sql, []).unwrap_or_else(|error| panic!("{}: {error}", deed.sql));
    assert!(changed > 0 || deed.what.ends_with("nothing"), "{}: nothing was done", deed.sql);
    guards.iter().for_each(|(_, made)| {
        conn.execute(made, []).expect("put back");
    });
    changed
}

/// Writes what the table's definition forbids (nothing, or another sort of value), by a schema made
/// writable, and puts the definition back.
fn against_the_definition(conn: &Connection, table: &str, column: &str, value: &str) {
    let (_, whole) = made(conn, "table", table).remove(0);
    let loose = ["INTEGER", "TEXT   ", "BLOB   "]
        .into_iter()
        .fold(whole.clone(), |text, sort| text.replace(&format!("{sort} NOT NULL"), sort));
    let loose = loose.replace("STRICT, ", "").replace("STRICT", "");
    let rewrite = |text: &str| {
        conn.pragma_update(None, "writable_schema", true).expect("writable");
        let sql = "UPDATE sqlite_schema SET sql = ?1 WHERE type = 'table' AND name = ?2";
        assert_eq!(conn.execute(sql, [text, table]).expect("rewritten"), 1);
        conn.pragma_update(None, "writable_schema", "RESET").expect("read again");
    };
    rewrite(&loose);
    let sql =
        format!("UPDATE {table} SET {column} = {value} WHERE {}", row_with(conn, table, column));
    without_guards(conn, &Deed { table: table.into(), what: value.into(), sql });
    rewrite(&whole);
}

/// A copy of a file, and SQLite on it.
fn copy(whole: &Path, path: &Path) -> Connection {
    std::fs::copy(whole, path).expect("a copy");
    let conn = Connection::open(path).expect("SQLite opens it");
    conn.pragma_update(None, "synchronous", false).expect("in no hurry to the disk");
    conn
}

/// A file with something in every table, in one piece.
fn whole(name: &str) -> (Lived, PathBuf) {
    let mut lived = Lived::uncorrected(131, 450);
    let path = lived.folder.file(name);
    drop(in_every_table(&mut lived));
    lived.hotline.backup_to(&path).expect("a copy");
    assert_eq!(findings(&path), Vec::<String>::new());
    (lived, path)
}

#[test]
fn whatever_is_done_with_the_guards_dropped_is_named() {
    let (lived, whole) = whole("dropped.db");
    let path = lived.folder.file("done.db");
    let conn = copy(&whole, &path);
    let all: Vec<Deed> = tables(&conn).iter().flat_map(|table| deeds(&conn, table)).collect();
    drop(conn);
    let mut missed = Vec::new();
    for deed in all {
        let done = without_guards(&copy(&whole, &path), &deed);
        if done > 0 && findings(&path).is_empty() {
            missed.push(format!("{}: {}", deed.table, deed.what));
        }
    }
    assert!(missed.is_empty(), "not named:\n{}", missed.join("\n"));
}

#[test]
fn a_guard_that_is_gone_and_a_definition_that_was_loosened_are_named() {
    let (lived, whole) = whole("loosened.db");
    let path = lived.folder.file("done.db");
    let conn = copy(&whole, &path);
    for table in tables(&conn) {
        let guards = made(&conn, "trigger", &table);
        for (name, _) in &guards {
            let conn = copy(&whole, &path);
            conn.execute(&format!("DROP TRIGGER {name}"), []).expect("dropped");
            drop(conn);
            let found = findings(&path);
            assert!(found.iter().any(|what| what.contains(name)), "{name}: {found:?}");
        }
        for (index, value) in ["NULL", "x'09'"].into_iter().enumerate() {
            let columns = columns(&conn, &table);
            let column = &columns[columns.len() - 1 - index].name;
            against_the_definition(&copy(&whole, &path), &table, column, value);
            let found = findings(&path);
            assert!(!found.is_empty(), "{table}.{column} = {value} is not named");
        }
    }
}
