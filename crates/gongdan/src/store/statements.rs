//! The statements that write rows and read them back: made of the rows' own columns, each once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::many::repeated;
use super::row::{Row, TableRow, Writing};

/// A table, how its rows are written, and how many at once.
type Sort = (&'static str, Writing, usize);

/// The statements that write rows, each made once from a table's own columns.
#[derive(Default)]
pub(super) struct Statements {
    made: RefCell<HashMap<Sort, Arc<str>>>,
}

impl Statements {
    /// The statement that writes a row.
    pub(super) fn write(&self, row: &TableRow<'_>) -> Arc<str> {
        self.once((row.table, row.writing, 1), || match row.writing {
            Writing::New => insert(row.table, &row.row),
            Writing::Changed(_) => update(row),
            Writing::Either => upsert(row.table, &row.keys(), &row.row),
        })
    }

    /// The statement that adds so many rows of a table's columns.
    pub(super) fn insert(&self, table: &'static str, row: &Row<'_>, rows: usize) -> Arc<str> {
        self.once((table, Writing::New, rows), || repeated(&insert(table, row), rows))
    }

    fn once(&self, key: Sort, make: impl FnOnce() -> String) -> Arc<str> {
        self.made.borrow_mut().entry(key).or_insert_with(|| make().into()).clone()
    }
}

fn insert(table: &str, row: &Row<'_>) -> String {
    let names: Vec<&str> = row.iter().map(|(name, _)| *name).collect();
    let marks = vec!["?"; names.len()].join(", ");
    format!("INSERT INTO {table} ({}) VALUES ({marks})", names.join(", "))
}

fn update(row: &TableRow<'_>) -> String {
    let (table, keys) = (row.table, row.keys());
    let numbered = row.cells().zip(1..).map(|((name, _), number)| (*name, number));
    let set = |(name, number): (&str, i32)| format!("{name} = ?{number}");
    let (own, others): (Vec<_>, Vec<_>) = numbered.partition(|(name, _)| keys.contains(name));
    let changes: Vec<String> = others.into_iter().map(set).collect();
    let filter: Vec<String> = own.into_iter().map(set).collect();
    format!("UPDATE {table} SET {} WHERE {}", changes.join(", "), filter.join(" AND "))
}

fn upsert(table: &str, keys: &[&str], row: &Row<'_>) -> String {
    let names = row.iter().map(|(name, _)| *name);
    let changes: Vec<String> = names
        .filter(|name| !keys.contains(name))
        .map(|name| format!("{name} = excluded.{name}"))
        .collect();
    let (insert, keys, changes) = (insert(table, row), keys.join(", "), changes.join(", "));
    format!("{insert} ON CONFLICT ({keys}) DO UPDATE SET {changes}")
}

/// The statement that reads rows of these columns back.
pub(super) fn select(table: &str, row: &Row<'_>, filter: &str) -> String {
    let names: Vec<&str> = row.iter().map(|(name, _)| *name).collect();
    format!("SELECT {} FROM {table} WHERE {filter}", names.join(", "))
}
