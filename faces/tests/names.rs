//! No writer, be it Rust or a template, names a command, an argument, a field, a measure or a word of a
//! list: what is special about one stands in its row.

use std::collections::BTreeSet;
use std::path::Path;

use gongdan::{COMMANDS, FILTER, LISTS, MEASURES, QUESTION, RANKING, Table, TicketView};
use gongdan_bulletin::BULLETIN;

/// Words that a writer means something else by: what Python calls its objects, a table that it
/// gives, a parameter of its own, what C calls that from which arguments are read, kinds of arguments
/// and fields, a table of the file, and plain English.
const COMMON: &[&str] =
    &["ticket", "tickets", "year_before", "given", "number", "text", "event", "no", "name"];

/// What writes no face: the program's own words, and the tables as they are.
const NO_WRITERS: &[&str] = &["main.rs", "tables.rs", "report.rs"];

fn names() -> BTreeSet<&'static str> {
    let verbs = COMMANDS.iter().map(|row| row.verb.word());
    let asked = [FILTER, QUESTION, RANKING, BULLETIN].into_iter().flatten();
    let rows = COMMANDS.iter().flat_map(|row| row.arguments).chain(asked);
    let words = LISTS.iter().flat_map(|(_, list)| list.words.iter().map(|word| word.word));
    let measures = MEASURES.iter().map(|each| each.name);
    let columns = Table::ALL.iter().flat_map(|table| table.columns());
    let fields = TicketView::fields().chain(columns).map(|field| field.name);
    let named = verbs.chain(rows.map(|row| row.name)).chain(words).chain(measures).chain(fields);
    named.filter(|name| !COMMON.contains(name)).collect()
}

/// What of a text names one: between quotes, as what is asked of a ticket in C, or in code that is
/// written, where the name is of two words.
fn named<'a>(text: &str, names: &BTreeSet<&'a str>) -> Vec<&'a str> {
    let code: BTreeSet<_> = text.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let asked: BTreeSet<_> =
        code.iter().filter_map(|word| word.strip_prefix("gd_ticket_")).collect();
    let quoted =
        |name: &&str| ["'", "\"", "`"].iter().any(|it| text.contains(&format!("{it}{name}{it}")));
    let named = |name: &&str| {
        quoted(name) || asked.contains(name) || name.contains('_') && code.contains(name)
    };
    names.iter().copied().filter(named).collect()
}

#[test]
fn a_name_is_found_however_a_writer_says_it() {
    let names = names();
    for (planted, name) in [
        ("{% if row.verb == 'transfer' %}", "transfer"),
        ("gd_ticket_close(hotline, id)", "close"),
        ("gd_ticket_sign_off(hotline, id)", "sign_off"),
        ("given.handle_by = 1", "handle_by"),
        ("with `urgency` left out", "urgency"),
        ("match name { \"closure_rate\" => 1 }", "closure_rate"),
        ("\"last_closed_at\"", "last_closed_at"),
        ("\"very_satisfied\"", "very_satisfied"),
    ] {
        assert_eq!(named(planted, &names), [name], "{planted}");
    }
    assert!(named("{{ row.verb }} of a ticket, to transfer it", &names).is_empty());
}

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("the sources can be listed") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        if path.is_dir() {
            sources(&path, found);
        } else if !NO_WRITERS.contains(&name) {
            let text = std::fs::read_to_string(&path).expect("a source can be read");
            found.push((path.display().to_string(), text));
        }
    }
}

#[test]
fn no_writer_names_what_stands_in_a_table() {
    let mut found = Vec::new();
    for folder in ["src", "templates"] {
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    }
    assert!(found.iter().filter(|(path, _)| path.ends_with(".j2")).count() > 5);
    let names = names();
    for (path, text) in found {
        let named = named(&text, &names);
        assert!(named.is_empty(), "{path} names {named:?}");
    }
}
