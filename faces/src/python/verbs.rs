//! The actors' verbs: for each role a class with every command that it may ever ask.

use gongdan::{Answers, Argument, COMMANDS, Chapter, CommandRow, Role};

use super::layout::{bracketed, docstring};
use super::types::{handed_on, imports, parameter, told};

/// The module of a role.
pub(super) fn module(role: Role) -> String {
    let rows: Vec<&CommandRow> =
        COMMANDS.iter().filter(|row| row.who.roles().contains(&role)).collect();
    let (class, term) = (class(role), role.term());
    let methods: String = Chapter::ALL.iter().map(|each| chapter(*each, &rows)).collect();
    let arguments: Vec<&Argument> = rows.iter().flat_map(|row| row.arguments).collect();
    let mut more = vec![(".actor", "Actor"), (".ticket", "Ticket")];
    if rows.iter().any(|row| row.answers == Answers::Caller) {
        more.push((".answers", answer(Answers::Caller)));
    }
    let imports = imports(&methods, &arguments, &more);
    format!(
        "\"\"\"{term}: what it may ask of a ticket.\n\n\
         Written from the table of commands by `make faces`; do not edit.\n\"\"\"\n\n\
         from __future__ import annotations\n\n{imports}\n\n\
         class {class}(Actor):\n    \"\"\"Every command that the role may ever ask ({term}).\"\"\"\n\
         {methods}"
    )
}

fn class(role: Role) -> String {
    let (first, rest) = role.word().split_at(1);
    format!("{}{rest}Verbs", first.to_uppercase())
}

fn chapter(chapter: Chapter, rows: &[&CommandRow]) -> String {
    let own = rows.iter().filter(|row| row.chapter == chapter);
    let methods: String = own.map(|row| format!("\n{}", method(row))).collect();
    match methods.is_empty() {
        true => methods,
        false => format!("\n    # {} {}\n{methods}", chapter.term(), chapter.word()),
    }
}

fn method(row: &CommandRow) -> String {
    let mut parts = vec!["self".to_owned()];
    let mut named = row.arguments;
    match (row.on_ticket(), row.arguments.split_first()) {
        (false, Some((first, rest))) => {
            parts.push(parameter(first));
            named = rest;
        }
        _ => parts.push("ticket: TicketLike".to_owned()),
    }
    if !named.is_empty() {
        parts.push("*".to_owned());
    }
    parts.extend(named.iter().map(parameter));
    let (word, answer) = (row.verb.word(), answer(row.answers));
    let signature = bracketed(4, &format!("def {word}("), &parts, &format!(") -> {answer}:"));
    let says = [format!("{}: {}.", row.verb.term(), row.english), format!("{}。", row.chinese)];
    let list: Vec<String> = row.arguments.iter().map(told).collect();
    signature + &docstring(8, &says, &list) + &body(row)
}

fn answer(answers: Answers) -> &'static str {
    match answers {
        Answers::Ticket => "Ticket",
        Answers::Caller => "Caller",
    }
}

fn body(row: &CommandRow) -> String {
    let mut parts = match row.on_ticket() {
        true => vec!["ticket".to_owned(), format!("\"{}\"", row.verb.word())],
        false => Vec::new(),
    };
    parts.extend(row.arguments.iter().map(handed_on));
    let helper = match (row.on_ticket(), row.answers) {
        (false, _) => "_take_in",
        (true, Answers::Ticket) => "_execute",
        (true, Answers::Caller) => "_show",
    };
    bracketed(8, &format!("return self.{helper}("), &parts, ")")
}
