//! Arguments as Python types them.

use gongdan::{Argument, Need, Takes};

use super::layout::bracketed;

/// The argument in a signature: name, type, and what it is when it is left out.
pub(super) fn parameter(argument: &Argument) -> String {
    let (name, annotation) = (argument.name, annotation(argument));
    match left_out(argument) {
        Some(default) => format!("{name}: {annotation} = {default}"),
        None => format!("{name}: {annotation}"),
    }
}

/// The argument handed on under its own name.
pub(super) fn handed_on(argument: &Argument) -> String {
    format!("{0}={0}", argument.name)
}

/// The argument in a docstring.
pub(super) fn told(argument: &Argument) -> String {
    format!("{}: {}. {}。", argument.name, argument.english, argument.chinese)
}

/// Its type.
pub(super) fn annotation(argument: &Argument) -> String {
    let one = one(argument.takes);
    match argument.need {
        Need::Optional => format!("Optional[{one}]"),
        Need::Several => format!("Some[{one}]"),
        Need::Required | Need::Default(_) => one.to_owned(),
    }
}

fn one(takes: Takes) -> &'static str {
    match takes {
        Takes::Text(_) | Takes::Name(_) | Takes::Label => "str",
        Takes::Ticket => "TicketLike",
        Takes::Number => "int",
        Takes::Flag | Takes::Answer => "bool",
        Takes::Word(list) => list.type_name,
        Takes::Moment | Takes::Beginning => "AsOf",
        Takes::Day => "Day",
        Takes::Period => "Period",
        Takes::Structure => "Mapping[str, Any]",
    }
}

fn left_out(argument: &Argument) -> Option<String> {
    match (argument.need, argument.takes) {
        (Need::Required, _) => None,
        (Need::Optional, _) => Some("None".to_owned()),
        (Need::Several, _) => Some("()".to_owned()),
        (Need::Default(word), Takes::Flag) => {
            Some(if word == "yes" { "True" } else { "False" }.to_owned())
        }
        (Need::Default(word), Takes::Number) => Some(word.to_owned()),
        (Need::Default(word), _) => Some(format!("\"{word}\"")),
    }
}

/// The lists that arguments take words of, by name.
fn lists(arguments: &[&Argument]) -> Vec<&'static str> {
    let list = |each: &&Argument| match each.takes {
        Takes::Word(list) => Some(list.type_name),
        _ => None,
    };
    let mut lists: Vec<&str> = arguments.iter().filter_map(list).collect();
    lists.sort_unstable();
    lists.dedup();
    lists
}

/// The import of the lists that arguments take words of.
pub(super) fn literals(arguments: &[&Argument]) -> String {
    lines(&lists(arguments).into_iter().map(|list| ("._literals", list)).collect::<Vec<_>>())
}

/// Where the types come from.
const TYPES: &[(&str, &[&str])] = &[
    ("typing", &["Any", "Mapping", "Optional"]),
    (".arguments", &["Some", "TicketLike"]),
    (".moments", &["AsOf", "Day", "Period"]),
];

/// What has to be imported for a text, where it uses it.
pub(super) fn imports(text: &str, arguments: &[&Argument], more: &[(&str, &str)]) -> String {
    let types = TYPES.iter().flat_map(|(module, names)| names.iter().map(|name| (*module, *name)));
    let mut from: Vec<_> = types.filter(|(_, name)| uses(text, name)).collect();
    from.extend(lists(arguments).into_iter().map(|list| ("._literals", list)));
    from.extend_from_slice(more);
    // Python's own modules come first, and the package's in the order of their names.
    from.sort_by_key(|(module, name)| (module.starts_with('.'), *module, *name));
    lines(&from)
}

/// Whether a type is used in a text.
fn uses(text: &str, name: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name)
}

fn lines(from: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for group in from.chunk_by(|one, other| one.0 == other.0) {
        let module = group[0].0;
        if module.starts_with('.') && text.starts_with("from t") && !text.contains("from .") {
            text.push('\n');
        }
        let names: Vec<String> = group.iter().map(|each| each.1.to_owned()).collect();
        text += &match names.join(", ") {
            all if all.len() + module.len() < 84 => format!("from {module} import {all}\n"),
            _ => bracketed(0, &format!("from {module} import ("), &names, ")"),
        };
    }
    text
}
