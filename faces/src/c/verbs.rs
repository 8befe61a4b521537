//! A function of C for every command that answers with its ticket.

use gongdan::{Answers, COMMANDS, Chapter, CommandRow, Need, State};

use super::ABI;
use super::asked::{declared, member};
use super::given::{item, places, read};
use super::prose::{ascii, comment, inside};
use super::source::Source;

/// What every export of a command uses.
const EVERY: &[(&str, &str)] = &[
    ("crate::hotline", "gd_hotline"),
    ("crate::stamp", "gd_stamp"),
    ("crate::status", "gd_status"),
    ("crate::ticket", "gd_ticket"),
];

/// A source for each chapter.
pub(super) fn sources() -> Result<Vec<Source>, String> {
    Chapter::ALL.iter().map(|chapter| told(*chapter)).collect()
}

fn told(chapter: Chapter) -> Result<Source, String> {
    let mut source = Source::new(chapter.word(), &format!("Commands: {}", inside(chapter.note())));
    for row in
        COMMANDS.iter().filter(|row| row.chapter == chapter && row.answers == Answers::Ticket)
    {
        command(&mut source, row)?;
    }
    Ok(source)
}

/// Whether so much may be left out that the arguments come in a struct.
fn in_struct(row: &CommandRow) -> bool {
    row.arguments.iter().filter(|argument| argument.need != Need::Required).count() >= 3
}

fn command(source: &mut Source, row: &CommandRow) -> Result<(), String> {
    let made = if row.on_ticket() { "Command".to_owned() } else { variant(row) };
    source.uses("gongdan", &made);
    source.uses("crate::ticket", way(row));
    for (module, name) in EVERY {
        source.uses(module, name);
    }
    let word = row.verb.word();
    let mut said = vec![format!("{}. By {}", ascii(row.english), inside(row.who.note()))];
    if row.state != State::Stable {
        said.push("It may still change.".to_owned());
    }
    let mut given = String::new();
    if in_struct(row) {
        let opening = format!("What gd_ticket_{word} takes");
        declared(source, word, &opening, row.arguments, &[]);
        given = format!("{word}: *const gd_{word},\n");
    } else {
        for place in row.arguments.iter().flat_map(|argument| places(source, argument)) {
            said.push(item(&place));
            given += &format!("{}: {},\n", place.name, place.kind);
        }
    }
    let id = if row.on_ticket() { "id: i64,\n" } else { "" };
    let body = body(source, row)?;
    source.say(&comment("", &said));
    source.say(&format!(
        "#[unsafe(no_mangle)]\npub unsafe extern \"{ABI}\" fn gd_ticket_{word}(\nhotline: *mut gd_hotline,\n{id}\
         stamp: *const gd_stamp,\n{given}ticket: *mut *mut gd_ticket,\n) -> gd_status {{\n{body}\n}}\n\n"
    ));
    Ok(())
}

fn way(row: &CommandRow) -> &'static str {
    if row.on_ticket() { "command" } else { "take_in" }
}

/// The name of what is asked, in Rust.
fn variant(row: &CommandRow) -> String {
    format!("{:?}", row.verb)
}

fn body(source: &mut Source, row: &CommandRow) -> Result<String, String> {
    let word = row.verb.word();
    let at = if in_struct(row) { format!("{word}.") } else { String::new() };
    let mut made =
        if row.on_ticket() { format!("Command::{}", variant(row)) } else { variant(row) };
    let mut members = String::new();
    for argument in row.arguments {
        members += &member(argument.name, &read(source, argument, &at)?);
    }
    if !members.is_empty() {
        made = format!("{made} {{ {members} }}");
    }
    let reader = if members.contains("given.") { "given" } else { "_" };
    let id = if row.on_ticket() { "id, " } else { "" };
    let mut done = format!("Ok({made})");
    if in_struct(row) {
        done = format!("{{ let {word} = sized::read({word})?; {done} }}");
    }
    Ok(format!("{}(hotline, {id}stamp, ticket, |{reader}| {done})", way(row)))
}
