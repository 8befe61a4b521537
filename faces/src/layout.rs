//! How text is laid out: what the templates ask for beside the tables.

use std::collections::BTreeSet;

use minijinja::value::Value;
use minijinja::{Environment, Error, context};

/// The widest line.
const WIDTH: usize = 100;

/// Lets the templates ask for it.
pub(crate) fn add(templates: &mut Environment<'_>) {
    templates.add_filter("ascii", ascii);
    templates.add_filter("wrapped", wrapped);
    templates.add_filter("folded", folded);
    templates.add_filter("bracketed", bracketed);
    templates.add_filter("used", used);
    templates.add_filter("places", places);
    templates.add_test("plain", str::is_ascii);
}

/// A text in lines that begin with `first`, and go on with `next`.
fn wrapped(text: &str, first: &str, next: Option<&str>, width: Option<usize>) -> String {
    let (next, width) = (next.unwrap_or(first), width.unwrap_or(WIDTH));
    let mut words = text.split_ascii_whitespace();
    let mut lines = vec![format!("{first}{}", words.next().unwrap_or_default())];
    for word in words {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                *line += " ";
                *line += word;
            }
            _ => lines.push(format!("{next}{word}")),
        }
    }
    lines.join("\n")
}

/// A text whose lines are broken where they are too wide, and go on deeper.
fn folded(text: &str) -> String {
    let broken = text.lines().map(|line| {
        let indent = &line[..line.len() - line.trim_start().len()];
        wrapped(line, indent, Some(&format!("{indent}    ")), None)
    });
    broken.collect::<Vec<_>>().join("\n")
}

/// The parts of a call or a signature in one line if they fit, else a line each, as they are given.
fn bracketed(parts: &str, head: &str, tail: &str) -> String {
    let parts: Vec<&str> = parts.lines().map(str::trim).filter(|part| !part.is_empty()).collect();
    let line = format!("{head}{}{tail}", parts.join(", "));
    if line.chars().count() <= WIDTH {
        return line + "\n";
    }
    let pad = &head[..head.len() - head.trim_start().len()];
    let lines: String = parts.iter().map(|part| format!("{pad}    {part},\n")).collect();
    format!("{head}\n{lines}{pad}{tail}\n")
}

/// A sentence without the Chinese terms that stand in brackets: what C is told is plain ASCII.
fn ascii(text: &str) -> String {
    let part = |(nth, part): (usize, &str)| match part.split_once(')') {
        Some((bracket, rest)) if nth > 0 && !bracket.is_ascii() => rest.to_owned(),
        _ if nth > 0 => format!(" ({part}"),
        _ => part.to_owned(),
    };
    text.split(" (").enumerate().map(part).collect()
}

/// Of imports, a line each, those that a text uses outside its comments.
fn used(imports: &str, text: &str) -> String {
    let code = text.split("\"\"\"").step_by(2).flat_map(str::lines);
    let code = code.filter(|line| !line.trim_start().starts_with("//"));
    let names = code.flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_'));
    let names: BTreeSet<&str> = names.collect();
    let group = |group: &str| {
        let lines = group.lines().filter_map(|line| import(line, &names));
        lines.collect::<Vec<_>>().join("\n")
    };
    let groups = imports.split("\n\n").map(group).filter(|group| !group.is_empty());
    groups.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// An import of those names that are used, if any is.
fn import(line: &str, used: &BTreeSet<&str>) -> Option<String> {
    let behind = |mark: &str| line.rfind(mark).map(|at| at + mark.len());
    let (head, rest) = line.split_at(behind("{").or(behind("import ")).or(behind("::"))?);
    let names = rest.trim_end_matches(['}', ';']);
    let own: Vec<&str> = names.split(", ").filter(|name| used.contains(name)).collect();
    let whole = format!("{head}{}{}", own.join(", "), &rest[names.len()..]);
    match own.is_empty() {
        true => None,
        false if whole.len() <= WIDTH || line.ends_with(';') => Some(whole),
        false => Some(bracketed(&own.join("\n"), &format!("{head}("), ")").trim_end().to_owned()),
    }
}

/// Where arguments stand in C: themselves, and behind several of a kind how many there are.
fn places(arguments: Vec<Value>) -> Result<Vec<Value>, Error> {
    let mut places = Vec::new();
    for argument in arguments {
        let (name, need) = (argument.get_attr("name")?, argument.get_attr("need")?);
        places.push(argument);
        if need.as_str() == Some("several") {
            let english = format!("How many there are in `{name}`");
            let name = format!("{name}_count");
            places.push(context!(name, english, takes => "count", need => "required"));
        }
    }
    Ok(places)
}
