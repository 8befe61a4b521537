//! Values as people and programs see them, whatever field they are of.

use gongdan::{Field, FieldKind, Language, Moment, Shown, TicketView};
use serde_json::{Map, Value, json};

use crate::grid::{Grid, shortened};

/// A field and its value.
pub(crate) type Valued<'a> = (&'static Field, Shown<'a>);

/// A value for programs.
pub(crate) fn value(shown: &Shown<'_>) -> Value {
    match shown {
        Shown::Nothing => Value::Null,
        Shown::Flag(flag) => json!(flag),
        Shown::Number(number) => json!(number),
        Shown::Text(text) => json!(text),
        Shown::Names(names) => json!(names),
        Shown::Word(word) => json!(word.word),
        Shown::Moment(at) => json!(stamped(*at)),
        Shown::Texts(texts) => {
            let text = |text: &gongdan::TicketText| json!({ "field": text.field.word(), "content": text.content });
            texts.iter().map(text).collect()
        }
        Shown::Entries(entries) => {
            entries.iter().map(|each| json!({ "seq": each.seq, "event": each.event })).collect()
        }
    }
}

/// A value for people; empty when there is nothing to say.
pub(crate) fn text(shown: &Shown<'_>, language: Language) -> String {
    match (shown, language) {
        (Shown::Nothing | Shown::Flag(false), _) => String::new(),
        (Shown::Flag(true), Language::Chinese) => "是".to_owned(),
        (Shown::Flag(true), Language::English) => "yes".to_owned(),
        (Shown::Number(number), _) => number.to_string(),
        (Shown::Text(text), _) => (*text).to_owned(),
        (Shown::Word(word), Language::Chinese) => word.term.to_owned(),
        (Shown::Word(word), Language::English) => word.word.to_owned(),
        (Shown::Moment(at), _) => at.to_string(),
        (Shown::Names(names), _) => names.join("、"),
        (Shown::Texts(texts), language) => {
            let field = |text: &gongdan::TicketText| match language {
                Language::Chinese => text.field.term(),
                Language::English => text.field.word(),
            };
            let texts = texts.iter().map(|text| format!("{}: {}", field(text), text.content));
            texts.collect::<Vec<_>>().join(" ")
        }
        (Shown::Entries(entries), _) => {
            entries.iter().map(|each| each.event).collect::<Vec<_>>().join(" ")
        }
    }
}

/// What stands over a field.
pub(crate) fn heading(field: &Field, language: Language) -> &'static str {
    match language {
        Language::Chinese => field.heading,
        Language::English => field.name,
    }
}

/// Rows as a table for people, each the same fields: what is told of numbers stands to the right, and
/// no text is wider than so many cells.
pub(crate) fn grid(rows: Vec<Vec<Valued<'_>>>, language: Language, widest: usize) -> Grid {
    let mut grid = Grid::new();
    for (field, _) in rows.first().into_iter().flatten() {
        let heading = heading(field, language);
        grid = match field.kind {
            FieldKind::Id | FieldKind::Number => grid.number(heading),
            _ => grid.text(heading),
        };
    }
    for row in rows {
        grid.row(row.iter().map(|(_, shown)| shortened(&text(shown, language), widest)));
    }
    grid
}

/// A moment for programs: RFC 3339 in Beijing time, to the millisecond where it is not zero.
pub(crate) fn stamped(at: Moment) -> String {
    at.local().format("%Y-%m-%dT%H:%M:%S%.f+08:00").to_string()
}

/// A ticket as a JSON object.
pub(crate) fn ticket(ticket: &TicketView) -> Value {
    object(ticket.values())
}

/// Fields with their values as a JSON object.
pub(crate) fn object<'a>(values: impl Iterator<Item = Valued<'a>>) -> Value {
    let pairs = values.map(|(field, shown)| (field.name.to_owned(), value(&shown)));
    Value::Object(pairs.collect::<Map<_, _>>())
}
