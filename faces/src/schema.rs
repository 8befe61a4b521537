//! The views of the schema that show each table under the names of every face: texts instead of codes,
//! names instead of numbers, Beijing time.

use std::fmt::Write;

use gongdan::{Class, Field, FieldKind, List, Species, Table};

use crate::page::Page;

/// The widest line of a statement.
const WIDTH: usize = 100;

/// The page of the views.
pub(crate) fn pages() -> Vec<Page> {
    let views: Vec<String> = Table::ALL.iter().map(|table| view(*table)).collect();
    vec![Page::part("schema.sql", "views", views.join("\n"))]
}

fn view(table: Table) -> String {
    let shown = table.columns().iter().filter(|field| field.class <= Class::Internal);
    let columns: Vec<String> =
        shown.filter_map(|field| Some(column(table, field, &own(table, &field.sql()?)))).collect();
    let note = table.note();
    let (name, stored, columns) = (table.view(), table.stored(), listed(&columns));
    let tickets = tickets_only(table);
    let text =
        format!("-- {note}\nCREATE VIEW {name} AS\nSELECT {columns}\nFROM {stored}{tickets};\n");
    text.lines().map(folded).collect()
}

/// A column of the table itself needs no other name: whoever opens the file reads every view.
fn own(table: Table, sql: &str) -> String {
    let column = sql.strip_prefix(table.stored()).and_then(|rest| rest.strip_prefix('.'));
    column.filter(|column| !column.contains(['.', ' '])).unwrap_or(sql).to_owned()
}

/// Columns that are shown as they stand share lines, all others have their own.
fn listed(columns: &[String]) -> String {
    let bare = |column: &String| !column.contains([' ', '(']);
    let mut text = String::new();
    for (at, column) in columns.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| bare(&columns[before]) && bare(column));
        text += before.map_or("", |beside| if beside { ", " } else { ",\n       " });
        text += column;
    }
    text
}

/// A line, broken where it is too wide.
fn folded(line: &str) -> String {
    let indent = line.len() - line.trim_start().len() + 4;
    let (mut text, mut width) = (String::new(), 0);
    for word in line.split_inclusive(' ') {
        if width + word.trim_end().len() > WIDTH && width > indent {
            text.truncate(text.trim_end().len());
            let _ = write!(text, "\n{:indent$}", "");
            width = indent;
        }
        width += word.len();
        text.push_str(word);
    }
    text + "\n"
}

/// Events of the office are no ticket's; a ticket's id is above its region's.
fn tickets_only(table: Table) -> &'static str {
    match table {
        Table::Events => "\nWHERE subject > region_id",
        _ => "",
    }
}

/// A field as a view shows it, under its name.
fn column(table: Table, field: &Field, sql: &str) -> String {
    let shown = match field.kind {
        FieldKind::Moment => format!("datetime({} / 1000, 'unixepoch', '+8 hours')", plain(sql)),
        FieldKind::Day => day(sql),
        FieldKind::Name(species) => name(table, species, sql),
        FieldKind::Names(species) => names(table, species, sql),
        FieldKind::Word(list) => word(list, sql),
        _ => sql.to_owned(),
    };
    match shown == field.name {
        true => shown,
        false => format!("{shown} AS {}", field.name),
    }
}

/// An expression that needs no parentheses, or has them.
fn plain(sql: &str) -> String {
    if sql.contains(' ') { format!("({sql})") } else { sql.to_owned() }
}

/// `20200930` as `2020-09-30`.
fn day(sql: &str) -> String {
    format!("substr({sql}, 1, 4) || '-' || substr({sql}, 5, 2) || '-' || substr({sql}, 7, 2)")
}

fn name(table: Table, species: Species, sql: &str) -> String {
    let region = format!("{}.region_id", table.stored());
    let code = species.code();
    format!(
        "(SELECT name FROM entry WHERE region_id = {region}\n            \
         AND species = {code} AND entry_id = {sql})"
    )
}

/// Several names in their order.
fn names(table: Table, species: Species, sql: &str) -> String {
    let region = format!("{}.region_id", table.stored());
    let code = species.code();
    format!(
        "(SELECT group_concat(name, '、') FROM\n           \
         (SELECT entry.name FROM json_each('[' || ({sql}) || ']') AS each\n            \
         JOIN entry ON entry.region_id = {region} AND entry.species = {code}\n                      \
         AND entry.entry_id = each.value\n            \
         ORDER BY each.key))"
    )
}

/// The word of a code.
fn word(list: &List, sql: &str) -> String {
    let mut text = format!("CASE {}", plain(sql));
    let mut width = text.len();
    for each in list.words {
        let when = format!(" WHEN {} THEN '{}'", each.code, each.word);
        if width + when.len() > WIDTH - 20 {
            let _ = write!(text, "\n           ");
            width = 12;
        }
        width += when.len();
        text.push_str(&when);
    }
    text.push_str(" END");
    text
}
