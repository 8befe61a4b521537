//! What a ticket says, as attributes that an editor completes and a checker knows.

use gongdan::{Field, FieldKind, TicketView};

use super::layout::bracketed;
use crate::page::Page;

const MODULE: &str = "bindings/python/python/gongdan/ticket.py";

/// The attributes of a ticket, and the lists that they take their words from.
pub(super) fn attributes() -> [Page; 2] {
    let mut lists: Vec<String> = TicketView::fields().filter_map(list).collect();
    lists.sort_unstable();
    lists.dedup();
    let lists = bracketed(0, "from ._literals import ", &lists, "");
    let text = TicketView::fields().map(attribute).collect();
    [Page::part(MODULE, "lists", lists), Page::part(MODULE, "attributes", text)]
}

fn list(field: &Field) -> Option<String> {
    match field.kind {
        FieldKind::Word(list) => Some(list.type_name.to_owned()),
        _ => None,
    }
}

fn attribute(field: &Field) -> String {
    let (of, one) = match field.kind {
        FieldKind::Id | FieldKind::Number => ("_Field", "int"),
        FieldKind::Flag => ("_Field", "bool"),
        FieldKind::Moment => ("_Moment", "datetime"),
        FieldKind::Names(_) => ("_Names", "Tuple[str, ...]"),
        FieldKind::Word(list) => ("_Field", list.type_name),
        _ => ("_Field", "str"),
    };
    let kind = if field.optional { format!("Optional[{one}]") } else { one.to_owned() };
    let said = [format!("\"{}\"", field.note)];
    let line = bracketed(4, &format!("{} = {of}[{kind}](", field.name), &said, ")");
    // What a formatter leaves alone: a call of one argument has no comma behind it.
    line.replace(",\n    )", "\n    )")
}
