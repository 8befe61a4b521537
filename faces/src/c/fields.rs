//! What a ticket says: one function a field, and where its strings stand.

use gongdan::{Field, FieldKind, List, TicketView};

use super::ABI;
use super::prose::{ascii, comment};
use super::source::Source;
use super::words::{constant, type_of};

/// What stands where there is nothing, and how a doc says so.
const NO_NUMBER: (&str, &str) = ("0", "0 when there is none.");
const NO_MOMENT: (&str, &str) = ("GD_NO_MOMENT", "GD_NO_MOMENT when there is none.");
const NO_TEXT: (&str, &str) = ("std::ptr::null()", "NULL when there is none.");

/// The functions of a ticket's fields.
pub(super) fn sources() -> Vec<Source> {
    let opening =
        "What a ticket says: one function a field. All strings are borrowed from the ticket.";
    let mut source = Source::new("ticket", opening);
    for (module, name) in [
        ("std::ffi", "c_char"),
        ("gongdan", "TicketView"),
        ("crate::door", "item"),
        ("crate::door", "peek"),
        ("crate::error", "Fault"),
        ("crate::moment", "GD_NO_MOMENT"),
        ("crate::strings", "Span"),
        ("crate::strings", "Texts"),
        ("crate::ticket", "gd_ticket"),
    ] {
        source.uses(module, name);
    }
    strings(&mut source);
    TicketView::fields().for_each(|field| function(&mut source, field));
    vec![source]
}

/// Where the strings stand.
fn strings(source: &mut Source) {
    let (mut places, mut put) = (String::new(), String::new());
    for field in TicketView::fields() {
        let name = field.name;
        let (sort, way) = match (field.kind, field.optional) {
            (FieldKind::Text | FieldKind::Name(_), false) => {
                ("Span", format!("texts.put({name:?}, &view.{name})?"))
            }
            (FieldKind::Text | FieldKind::Name(_), true) => {
                ("Span", format!("texts.put_any({name:?}, view.{name}.as_deref())?"))
            }
            (FieldKind::Names(_), _) => {
                let each = format!("|each| texts.put({name:?}, each)");
                ("Vec<Span>", format!("view.{name}.iter().map({each}).collect::<Result<_, _>>()?"))
            }
            _ => continue,
        };
        places += &format!("{name}: {sort},\n");
        put += &format!("{name}: {way},\n");
    }
    source.say("/// Where a ticket's strings stand.\n");
    source.say(&format!("pub(crate) struct Words {{\n{places}}}\n\n"));
    source.say("impl Words {\n/// Puts them where they stand.\n");
    source
        .say("pub(crate) fn put(view: &TicketView, texts: &mut Texts) -> Result<Self, Fault> {\n");
    source.say(&format!("Ok(Self {{\n{put}}})\n}}\n}}\n\n"));
}

fn function(source: &mut Source, field: &Field) {
    let (name, note) = (field.name, ascii(field.note));
    let view = format!("ticket.view.{name}");
    let or = |value: &str, each: &str| match field.optional {
        true => format!("{view}.map_or({value}, |each| {each})"),
        false => each.replace("each", &view),
    };
    let (of, none, value) = match field.kind {
        FieldKind::Id => ("i64", NO_NUMBER, or("0", "each.0")),
        FieldKind::Number if field.optional => ("u32", NO_NUMBER, format!("{view}.unwrap_or(0)")),
        FieldKind::Number => ("u32", NO_NUMBER, view),
        FieldKind::Flag => ("i32", NO_NUMBER, format!("i32::from({view})")),
        FieldKind::Moment => ("i64", NO_MOMENT, or("GD_NO_MOMENT", "each.ms()")),
        FieldKind::Word(list) => return word(source, field, list, &or("0", "each.code() as i32")),
        FieldKind::Names(_) => return names(source, name, note.trim_end_matches('.')),
        _ => ("*const c_char", NO_TEXT, format!("ticket.texts.get(ticket.words.{name})")),
    };
    // A flag is asked by what is so; a command may be called by the same word.
    let flag = matches!(field.kind, FieldKind::Flag);
    let asked = if flag { format!("is_{name}") } else { name.to_owned() };
    let yes = flag.then(|| "1 for yes.".to_owned());
    export(source, (&asked, ""), of, none.0, &value, &told(note, yes, field, none));
}

/// What a function's comment says.
fn told(note: String, more: Option<String>, field: &Field, none: (&str, &str)) -> String {
    let none = field.optional.then(|| none.1.to_owned());
    [Some(note), more, none].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn word(source: &mut Source, field: &Field, list: &List, value: &str) {
    let (of, note) = (type_of(list), ascii(field.note));
    source.uses("crate::written::words", &of);
    let one = format!("One of {}.", constant(list, ""));
    export(source, (field.name, ""), &of, "0", value, &told(note, Some(one), field, NO_NUMBER));
}

fn names(source: &mut Source, name: &str, note: &str) {
    let (words, count) = (format!("ticket.words.{name}"), format!("{note}: how many there are."));
    export(
        source,
        (&format!("{name}_count"), ""),
        "u64",
        "0",
        &format!("{words}.len() as u64"),
        &count,
    );
    let one = format!("{note}: one of them; NULL past the last one.");
    let value = format!("ticket.texts.get(*item(&{words}, index)?)");
    export(
        source,
        (&format!("{name}_at"), ", index: u64"),
        "*const c_char",
        NO_TEXT.0,
        &value,
        &one,
    );
}

/// One function: its name and what it takes more, what it gives, what where there is no ticket.
fn export(
    source: &mut Source,
    (name, more): (&str, &str),
    of: &str,
    none: &str,
    value: &str,
    said: &str,
) {
    source.say(&comment("", &[said.to_owned()]));
    source.say(&format!(
        "#[unsafe(no_mangle)]\npub unsafe extern \"{ABI}\" fn gd_ticket_{name}(\
         ticket: *const gd_ticket{more}) -> {of} {{\n\
         peek(ticket, {none}, |ticket| Ok({value}))\n}}\n\n"
    ));
}
