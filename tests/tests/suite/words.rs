//! The closed lists of words: each code, word and term stands for one thing, and SQL names codes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use gongdan::{LISTS, Table};

fn distinct<T: Ord>(all: impl Iterator<Item = T>) -> usize {
    all.collect::<BTreeSet<_>>().len()
}

fn is_a_name(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

#[test]
fn every_word_has_its_own_code_and_term() {
    assert_eq!(distinct(LISTS.iter().map(|(number, _)| number)), LISTS.len());
    assert_eq!(distinct(LISTS.iter().map(|(_, list)| list.name)), LISTS.len());
    for (number, list) in LISTS {
        assert!(*number > 0 && is_a_name(list.name) && list.note.ends_with('.'), "{}", list.name);
        let words = list.words;
        assert_eq!(distinct(words.iter().map(|each| each.code)), words.len(), "{}", list.name);
        assert_eq!(distinct(words.iter().map(|each| each.word)), words.len(), "{}", list.name);
        assert_eq!(distinct(words.iter().map(|each| each.term)), words.len(), "{}", list.name);
        for each in words {
            assert!(each.code > 0 && is_a_name(each.word), "{}: {}", list.name, each.word);
            assert_eq!((list.of_code(each.code), list.find(each.term)), (Some(each), Some(each)));
        }
    }
}

/// The columns that hold codes of a list.
const CODED: &[&str] = &[
    "attitude",
    "channel_kind",
    "close_outcome",
    "ended_how",
    "field",
    "kind",
    "outcome",
    "part",
    "role",
    "satisfaction",
    "species",
    "stage",
    "urgency",
];

/// Where a text compares a column of codes with a number.
fn naked(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in CODED.iter().flat_map(|column| text.match_indices(column)) {
        let rest = &text[at..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        let before = text[..at].chars().next_back().unwrap_or(' ');
        if !CODED.contains(&&rest[..end]) || before.is_ascii_alphanumeric() || before == '_' {
            continue;
        }
        let compared =
            ["= ", "<> ", "< ", "> ", ">= ", "<= ", "IN (", "NOT IN (", "BETWEEN ", "WHEN "];
        let behind = rest[end..].trim_start();
        let value = compared.iter().find_map(|sign| behind.strip_prefix(sign));
        if value.is_some_and(|value| value.trim_start().starts_with(|c: char| c.is_ascii_digit())) {
            found.push(rest.chars().take(40).collect());
        }
    }
    found
}

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|ending| ending == "sql" || ending == "rs") {
            out.push(path);
        }
    }
}

/// The codes of a list, each by its number and its name, as a schema that any tool can read has them:
/// `7 /* stage.closed */`.
fn named_codes() -> Vec<String> {
    let of = |list: &'static gongdan::List| {
        list.words
            .iter()
            .map(move |each| format!("{} /* {}.{} */", each.code, list.name, each.word))
    };
    LISTS.iter().flat_map(|(_, list)| of(list)).collect()
}

/// Takes the flags with their names out of a schema, `3 /* ticket.effective | open */`, each as it has to be.
fn flags_of(schema: &mut String) {
    let mut found = 0;
    for table in [Table::Tickets, Table::Assignments] {
        let begin = format!("/* {}.", table.stored());
        while let Some(at) = schema.find(&begin) {
            let end = at + schema[at..].find(" */").expect("an end");
            let names = schema[at + begin.len()..end].split(" | ");
            let bit =
                |name: &str| table.flags().iter().position(|own| *own == name).expect("a flag");
            let worth: u64 = names.map(|name| 1 << bit(name)).sum();
            let from =
                schema[..at - 1].rfind(|each: char| !each.is_ascii_digit()).expect("a number") + 1;
            assert_eq!(schema[from..at - 1], worth.to_string(), "{}", &schema[from..end]);
            schema.replace_range(from..end + 3, "FLAGS");
            found += 1;
        }
    }
    assert!(found > 60, "{found}");
}

#[test]
fn the_schema_says_what_its_codes_are() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema.sql");
    let mut schema = std::fs::read_to_string(path).expect("the schema");
    let (begin, end) = (schema.find("written:begin views"), schema.find("written:end views"));
    let (begin, end) = (begin.expect("a mark"), end.expect("a mark"));
    assert!(!naked(&schema[begin..end]).is_empty(), "what is written from the lists has them");
    schema.replace_range(begin..end, "");
    flags_of(&mut schema);
    let codes = schema.matches("/* ").count();
    named_codes().iter().for_each(|named| schema = schema.replace(named, "NAMED"));
    assert_eq!(schema.matches("NAMED").count(), codes, "a comment that names another code");
    assert!(codes > 15, "{codes}");
    assert!(naked(&schema).is_empty(), "{:?}", naked(&schema));
}

#[test]
fn sql_names_codes_and_numbers_none() {
    assert_eq!(naked("event.kind = 38 AND stage NOT IN (7, 8) AND at = 1 AND kinds = 3").len(), 2);
    assert_eq!(naked("CASE role WHEN 1 THEN 'centre' END").len(), 1);
    assert!(naked("kind = {event.revealed} AND part = ?4 AND field IN (?1)").is_empty());
    let mut all = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/gongdan/src"), &mut all);
    assert!(all.len() > 100, "{}", all.len());
    all.retain(|path| path.file_name().is_none_or(|name| name != "tests.rs"));
    for path in all {
        let text = std::fs::read_to_string(&path).expect("a text");
        let product = text.split("#[cfg(test)]").next().unwrap_or_default();
        assert!(naked(product).is_empty(), "{}: {:?}", path.display(), naked(product));
    }
}
