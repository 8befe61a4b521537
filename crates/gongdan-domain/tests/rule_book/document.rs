//! docs/life.md is printed from the tables, so it cannot say anything else.
#![allow(clippy::disallowed_methods, reason = "the test reads the document, the library no file")]

use std::fmt::Write;

use gongdan_domain::{COMMANDS, RefusalCode, Role, Stage, Verb, Who};

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/life.md");

const HEAD: &str = "# The life of a ticket\n\n\
    Printed from the tables of `gongdan-domain`; do not edit. Write it anew with\n\
    `UPDATE_DOCS=1 cargo test -p gongdan-domain --test rule_book document`.\n\n\
    That a verb *may* be asked in a stage does not mean it is granted: caps, windows and pending\n\
    requests refuse it with codes of their own (last table). `intake` (受理) makes a ticket and has\n\
    no row. Overdue is no stage: it is a question with a moment.\n";

fn rendered() -> String {
    let mut page = HEAD.to_owned();
    let stages = Stage::ALL.iter().map(|each| [each.word(), each.term()].map(str::to_owned));
    table(&mut page, "Stages", ["stage", "office term"], stages);
    let roles = Role::ALL.iter().map(|each| [each.word(), each.term()].map(str::to_owned));
    table(&mut page, "Roles", ["role", "office term"], roles);
    let edges = COMMANDS.iter().filter(|row| row.on_ticket()).map(|row| {
        let who = format!("{} {}", row.who.word().replace('_', " "), row.who.term());
        [row.verb.word().to_owned(), row.verb.term().to_owned(), who, stage_list(row.stages)]
    });
    table(&mut page, "Verbs", ["verb", "office term", "who", "stages"], edges);
    let codes = RefusalCode::ALL.iter();
    let codes = codes.map(|code| [code.code().to_string(), code.word().into(), code.term().into()]);
    table(&mut page, "Refusals", ["code", "name", "office words"], codes);
    page
}

fn stage_list(stages: &[Stage]) -> String {
    if stages == Stage::ALL {
        return "any".to_owned();
    }
    stages.iter().map(|stage| stage.word()).collect::<Vec<_>>().join(", ")
}

fn table<const N: usize>(
    page: &mut String,
    title: &str,
    head: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) {
    write!(page, "\n## {title}\n\n| {} |\n|{}\n", head.join(" | "), "---|".repeat(N)).unwrap();
    for row in rows {
        writeln!(page, "| {} |", row.join(" | ")).unwrap();
    }
}

#[test]
fn the_document_says_what_the_tables_say() {
    let wanted = rendered();
    if std::env::var("UPDATE_DOCS").is_ok() {
        std::fs::write(DOCUMENT, &wanted).unwrap();
    }
    let committed = std::fs::read_to_string(DOCUMENT).unwrap_or_default().replace("\r\n", "\n");
    let advice = "docs/life.md is stale; write it anew with UPDATE_DOCS=1 \
                  cargo test -p gongdan-domain --test rule_book document";
    assert!(committed == wanted, "{advice}");
}

#[test]
fn every_word_has_one_office_term_within_its_table() {
    fn unique<T: Ord>(each: impl Iterator<Item = T>) -> bool {
        let all: Vec<T> = each.collect();
        all.iter().collect::<std::collections::BTreeSet<_>>().len() == all.len()
    }
    assert!(unique(Verb::ALL.iter().map(|each| each.term())));
    assert!(unique(Stage::ALL.iter().map(|each| each.term())));
    assert!(unique(Who::ALL.iter().map(|each| each.term())));
    assert!(unique(RefusalCode::ALL.iter().map(|each| each.term())));
}
