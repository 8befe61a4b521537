//! The tables as data: what the templates see, and what a comparison of a face reads, whatever
//! language it is written in.

use std::collections::BTreeMap;

use gongdan::{
    COMMANDS, Class, CommandRow, FILTER, Field, LISTS, List, MEASURES, QUESTION, RANKING, Table,
    TicketView, Word, figures_told,
};
use gongdan_bulletin::BULLETIN;
use serde::Serialize;
use serde_json::{Value, json};

/// Commands, filter, question, a ticket's fields, closed lists, measures, and the tables that leave a file.
pub(crate) fn told() -> Value {
    let list = |(number, list): &(i64, &List)| with(list, json!({ "number": number }));
    json!({
        "commands": COMMANDS.iter().map(command).collect::<Vec<_>>(),
        "filter": FILTER,
        "question": QUESTION,
        "ranking": RANKING,
        "bulletin": BULLETIN,
        "fields": TicketView::fields().collect::<Vec<_>>(),
        "lists": LISTS.iter().map(list).collect::<Vec<_>>(),
        "tables": Table::ALL.iter().map(table).collect::<Vec<_>>(),
        "measures": MEASURES.iter().map(|each| each.name).collect::<Vec<_>>(),
    })
}

/// What the templates see beside them: lists and words by name, and what measures are.
pub(crate) fn beside() -> Value {
    let words = |list: &'static List| list.words.iter().map(|each| (each.word, each)).collect();
    let words = LISTS.iter().map(|(_, list)| (list.name, words(list)));
    let figures = figures_told();
    json!({
        "list": LISTS.iter().map(|(_, list)| (list.name, *list)).collect::<BTreeMap<_, _>>(),
        "words": words.collect::<BTreeMap<_, BTreeMap<&str, &Word>>>(),
        "counts": figures["counts"],
        "formulas": figures["measures"],
    })
}

/// A row, and what follows from it.
fn with(row: &impl Serialize, more: Value) -> Value {
    let mut told = json!(row);
    if let (Value::Object(told), Value::Object(more)) = (&mut told, more) {
        told.extend(more);
    }
    told
}

fn command(row: &CommandRow) -> Value {
    let follows = json!({
        "code": row.verb.code(),
        "term": row.verb.term(),
        "variant": format!("{:?}", row.verb),
        "roles": row.who.roles(),
        "on_ticket": row.on_ticket(),
    });
    with(row, follows)
}

fn table(table: &Table) -> Value {
    let columns: Vec<Value> = table.columns().iter().map(column).collect();
    let (view, stored, flags) = (table.view(), table.stored(), table.flags());
    let follows = json!({ "view": view, "stored": stored, "columns": columns, "flags": flags });
    with(table.listed(), follows)
}

fn column(field: &Field) -> Value {
    let personal = field.class > Class::Internal;
    with(field, json!({ "sorts": field.sorts(), "sql": field.sql(), "personal": personal }))
}
