//! The tables as data: what the templates see, and what a comparison of a face reads, whatever
//! language it is written in.

use std::collections::BTreeMap;

use gongdan::{
    COMMANDS, Class, CommandRow, FILTER, Field, LISTS, List, MEASURES, QUESTION, Role, Table,
    TicketView, Word,
};
use serde::Serialize;
use serde_json::{Value, json};

/// A command, and what follows from its row.
#[derive(Serialize)]
struct Command {
    #[serde(flatten)]
    row: &'static CommandRow,
    variant: String,
    code: i64,
    term: &'static str,
    roles: &'static [Role],
    on_ticket: bool,
}

/// A closed list with its number.
#[derive(Serialize)]
struct Numbered {
    number: i64,
    #[serde(flatten)]
    list: &'static List,
}

/// A column of a table, and what follows from its row.
#[derive(Serialize)]
struct Column {
    #[serde(flatten)]
    field: &'static Field,
    sorts: bool,
    sql: Option<String>,
    personal: bool,
}

/// Commands, filter, question, a ticket's fields, closed lists and measures.
pub(crate) fn told() -> Value {
    json!({
        "commands": COMMANDS.iter().map(command).collect::<Vec<_>>(),
        "filter": FILTER,
        "question": QUESTION,
        "fields": TicketView::fields().collect::<Vec<_>>(),
        "lists": LISTS.iter().map(|(number, list)| Numbered { number: *number, list }).collect::<Vec<_>>(),
        "measures": MEASURES.iter().map(|each| each.name).collect::<Vec<_>>(),
    })
}

/// What the templates see beside them: lists and words by name, and the tables that leave a file.
pub(crate) fn beside() -> Value {
    let lists = LISTS.iter().map(|(_, list)| (list.name, *list));
    let words = |list: &'static List| list.words.iter().map(|each| (each.word, each));
    json!({
        "list": lists.clone().collect::<BTreeMap<&str, &List>>(),
        "words": lists
            .map(|(name, list)| (name, words(list).collect()))
            .collect::<BTreeMap<&str, BTreeMap<&str, &Word>>>(),
        "tables": Table::ALL.iter().map(|each| table(*each)).collect::<Vec<_>>(),
    })
}

fn command(row: &'static CommandRow) -> Command {
    Command {
        row,
        variant: format!("{:?}", row.verb),
        code: row.verb.code(),
        term: row.verb.term(),
        roles: row.who.roles(),
        on_ticket: row.on_ticket(),
    }
}

fn table(table: Table) -> Value {
    json!({
        "word": table.word(),
        "term": table.term(),
        "note": table.note(),
        "view": table.view(),
        "stored": table.stored(),
        "columns": table.columns().iter().map(column).collect::<Vec<_>>(),
    })
}

fn column(field: &'static Field) -> Column {
    let personal = field.class > Class::Internal;
    Column { field, sorts: field.sorts(), sql: field.sql(), personal }
}
