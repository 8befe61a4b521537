//! The tables as JSON: what a comparison of a face reads, whatever language it is written in.

use gongdan::{
    Argument, COMMANDS, CommandRow, FILTER, Field, FieldKind, LISTS, List, MEASURES, Need,
    QUESTION, Takes, TicketView, Word,
};
use serde_json::{Value, json};

/// Prints commands, filter, question, a ticket's fields, closed lists and measures.
pub(crate) fn print() -> Result<(), String> {
    let text = serde_json::to_string_pretty(&json!({
        "commands": COMMANDS.iter().map(command).collect::<Vec<_>>(),
        "filter": arguments(FILTER),
        "question": arguments(QUESTION),
        "fields": TicketView::fields().map(field).collect::<Vec<_>>(),
        "lists": LISTS.iter().map(list).collect::<Vec<_>>(),
        "measures": MEASURES.iter().map(|each| each.name).collect::<Vec<_>>(),
    }));
    println!("{}", text.map_err(|error| error.to_string())?);
    Ok(())
}

fn command(row: &CommandRow) -> Value {
    json!({
        "verb": row.verb.word(),
        "code": row.verb.code(),
        "term": row.verb.term(),
        "chapter": row.chapter.word(),
        "who": row.who.word(),
        "roles": row.who.roles().iter().map(|role| role.word()).collect::<Vec<_>>(),
        "roles": row.who.roles().iter().map(|role| role.word()).collect::<Vec<_>>(),
        "stages": row.stages.iter().map(|stage| stage.word()).collect::<Vec<_>>(),
        "on_ticket": row.on_ticket(),
        "answers": row.answers.word(),
        "since": row.since,
        "state": row.state.word(),
        "english": row.english,
        "chinese": row.chinese,
        "arguments": arguments(row.arguments),
    })
}

fn field(row: &Field) -> Value {
    let (kind, of) = match row.kind {
        FieldKind::Id => ("id", None),
        FieldKind::Number => ("number", None),
        FieldKind::Flag => ("flag", None),
        FieldKind::Moment => ("moment", None),
        FieldKind::Day => ("day", None),
        FieldKind::Names(species) => ("names", Some(species.word())),
        FieldKind::Name(species) => ("name", Some(species.word())),
        FieldKind::Word(list) => ("word", Some(list.name)),
        FieldKind::Text | FieldKind::Texts | FieldKind::Entries => ("text", None),
    };
    json!({
        "name": row.name,
        "heading": row.heading,
        "kind": kind,
        "of": of,
        "class": row.class.word(),
        "optional": row.optional,
        "note": row.note,
    })
}

fn arguments(rows: &[Argument]) -> Vec<Value> {
    rows.iter().map(argument).collect()
}

fn argument(row: &Argument) -> Value {
    let (takes, of) = takes(row.takes);
    let (need, default) = match row.need {
        Need::Required => ("required", None),
        Need::Optional => ("optional", None),
        Need::Several => ("several", None),
        Need::Default(word) => ("default", Some(word)),
    };
    json!({
        "name": row.name,
        "takes": takes,
        "of": of,
        "need": need,
        "default": default,
        "english": row.english,
        "chinese": row.chinese,
    })
}

/// What an argument takes, and of which field, sort of name or list it is.
fn takes(takes: Takes) -> (&'static str, Option<&'static str>) {
    match takes {
        Takes::Text(field) => ("text", Some(field.word())),
        Takes::Name(species) => ("name", Some(species.word())),
        Takes::Word(list) => ("word", Some(list.name)),
        Takes::Label => ("label", None),
        Takes::Ticket => ("ticket", None),
        Takes::Number => ("number", None),
        Takes::Flag => ("flag", None),
        Takes::Answer => ("answer", None),
        Takes::Moment => ("moment", None),
        Takes::Beginning => ("beginning", None),
        Takes::Day => ("day", None),
        Takes::Period => ("period", None),
        Takes::Structure => ("structure", None),
    }
}

fn list((number, list): &(i64, &List)) -> Value {
    json!({
        "number": number,
        "name": list.name,
        "type": list.type_name,
        "note": list.note,
        "words": list.words.iter().map(word).collect::<Vec<_>>(),
    })
}

fn word(word: &Word) -> Value {
    json!({ "code": word.code, "word": word.word, "term": word.term, "note": word.note })
}
