//! A text that is looked for is text: over random strings made of what means something to LIKE, FTS
//! and SQL, each finds exactly the tickets that have it, and none is an error.

use std::collections::BTreeSet;

use gongdan::{
    Caller, Filter, Hotline, Intake, Page, Problem, ScanOptions, Stamp, Table, TicketId, Viewer,
    command_of,
};
use gongdan_tests::{Dice, Folder, at, found};
use serde_json::json;

/// How many strings are looked for.
const STRINGS: usize = 20_000;

/// Pieces that a search string or a matter is made of: wildcards, escapes, quotes, comments,
/// operators of full-text search, digits in several scripts, marks that combine or cannot be seen.
const PIECES: [&str; 56] = [
    "%",
    "_",
    "\\",
    "\\%",
    "\\_",
    "\\\\",
    "'",
    "''",
    "\"",
    "\"\"",
    "`",
    "[",
    "]",
    "[a-z]",
    "^",
    "*",
    "?",
    "(",
    ")",
    "{",
    "}",
    ":",
    "-",
    "--",
    "/*",
    "*/",
    ";",
    ",",
    "+",
    "NEAR(",
    "NEAR/2",
    " AND ",
    " OR ",
    " NOT ",
    "matter:",
    "MATCH",
    "GLOB",
    "ESCAPE '\\'",
    "?1",
    "?99",
    ":a",
    "@a",
    "$a",
    "0x",
    "x'41'",
    "灯",
    "路灯",
    "１",
    "①",
    "\u{301}",
    "\u{200b}",
    "\u{202e}",
    "👩‍👧",
    "A",
    "a",
    "É",
];

fn text(dice: &mut Dice, most: usize) -> String {
    (0..=dice.below(most)).map(|_| PIECES[dice.below(PIECES.len())]).collect()
}

/// As LIKE compares: only the letters of ASCII are the same in both cases.
fn has(held: &str, wanted: &str) -> bool {
    held.to_ascii_lowercase().contains(&wanted.to_ascii_lowercase())
}

#[test]
fn every_string_finds_what_has_it_and_nothing_else() {
    let (seed, folder) = (30, Folder::new("searching"));
    let mut hotline = found(&folder.file("h.db")).expect("a file");
    let mut dice = Dice::new(seed);
    let held = taken_in(&mut hotline, &mut dice);
    let (mut hits, mut misses) = (0, 0);
    for nth in 0..STRINGS {
        let wanted = text(&mut dice, 3);
        let expected: BTreeSet<TicketId> = match wanted.trim().is_empty() {
            true => held.iter().map(|(id, _)| *id).collect(),
            false => held
                .iter()
                .filter(|(_, texts)| texts.iter().any(|held| has(held, &wanted)))
                .map(|(id, _)| *id)
                .collect(),
        };
        let tickets = hotline.find(&Filter::new().text(&wanted), Page::all());
        let tickets = tickets.unwrap_or_else(|why| panic!("seed {seed}, {wanted:?}: {why}"));
        let ids: BTreeSet<TicketId> = tickets.tickets.iter().map(|each| each.id).collect();
        assert_eq!(ids, expected, "seed {seed}, string {nth}: {wanted:?}");
        assert_eq!(tickets.total as usize, expected.len(), "seed {seed}: {wanted:?}");
        *(if ids.is_empty() { &mut misses } else { &mut hits }) += 1;
    }
    assert!(hits > STRINGS / 20 && misses > STRINGS / 20, "{hits} hits, {misses} misses");
    assert!(hotline.verify(&mut |_, _| {}).expect("a report").is_sound());
}

/// Everything that stands in a text between two of its characters.
fn pieces(text: &str) -> BTreeSet<String> {
    let letters: Vec<char> = text.chars().collect();
    let from = |from: usize| (from + 1..=letters.len()).map(move |to| (from, to));
    let bounds = (0..letters.len()).flat_map(from);
    bounds.map(|(from, to)| letters[from..to].iter().collect()).collect()
}

/// Else a name and a number that are masked could be guessed, a digit at a time.
#[test]
fn a_unit_finds_a_text_by_what_it_may_read_of_it() {
    let folder = Folder::new("searching-masked");
    let mut hotline = found(&folder.file("h.db")).expect("a file");
    let desk = Stamp::centre("坐席07", at("2020-09-01 09:00"));
    let typed = "欧阳若兰说井盖碎裂,回13807340417";
    let caller = Caller { name: Some("欧阳若兰".into()), ..Caller::default() };
    let matter = Intake::new("来电", typed).caller(caller).appeal("速办");
    let ticket = hotline.intake(&desk, &matter).expect("kept").ticket;
    let transfer =
        json!({ "transfer": { "lead": "县住建局", "remark": "问欧阳若兰 13807340417" } });
    hotline.execute(ticket, &desk, &command_of(&transfer).expect("a command")).expect("given");
    let unit = hotline.viewed_by(Viewer::unit("县住建局"));
    let read: Vec<String> =
        unit.texts(ticket).expect("its").into_iter().map(|t| t.content).collect();
    assert_eq!(read, ["欧阳某说井盖碎裂,回***********", "速办", "问欧阳某 ***********"]);
    let (mut hits, mut masked) = (0, 0);
    for wanted in pieces(typed).into_iter().filter(|wanted| !wanted.trim().is_empty()) {
        let filter = Filter::new().text(&wanted);
        let told = unit.find(&filter, Page::all()).expect("an answer").total;
        let listed = unit.ask(|hotline| rows(hotline, &filter)).expect("a table");
        let may_be =
            read.iter().any(|text| text.contains(&wanted)) || "20200901-0001".contains(&wanted);
        assert_eq!((told, listed), (u64::from(may_be), usize::from(may_be)), "{wanted:?}");
        assert_eq!(hotline.find(&filter, Page::all()).expect("an answer").total, 1, "{wanted:?}");
        *(if may_be { &mut hits } else { &mut masked }) += 1;
    }
    assert!(hits > 20 && masked > 200, "{hits} found, {masked} masked");
}

/// How many tickets a table of them has.
fn rows(hotline: &Hotline, filter: &Filter) -> gongdan::Result<usize> {
    let scan = hotline.scan(Table::Tickets, filter, &ScanOptions::default())?;
    scan.map(|chunk| chunk.map(|chunk| chunk.rows)).sum()
}

/// Tickets with a number, a matter and an appeal each.
fn taken_in(hotline: &mut Hotline, dice: &mut Dice) -> Vec<(TicketId, [String; 3])> {
    let desk = Stamp::centre("坐席07", at("2020-09-01 09:00"));
    (0..12)
        .map(|_| {
            let (matter, appeal) = (format!("灯{}", text(dice, 5)), format!("亮{}", text(dice, 9)));
            let intake = Intake::new("来电", &matter).appeal(&appeal);
            let receipt = hotline.intake(&desk, &intake).expect("kept");
            (receipt.ticket, [receipt.number, matter, appeal])
        })
        .collect()
}

#[test]
fn a_zero_byte_finds_nothing_and_a_text_too_long_is_refused_by_name() {
    let folder = Folder::new("searching-odd");
    let mut hotline = found(&folder.file("h.db")).expect("a file");
    let desk = Stamp::centre("坐席07", at("2020-09-01 09:00"));
    hotline.intake(&desk, &Intake::new("来电", "路灯不亮")).expect("a ticket");
    for text in ["\0", "路灯\0", "\0路灯", "路灯不亮\0", "%\0"] {
        let found = hotline.find(&Filter::new().text(text), Page::all()).expect("an answer");
        assert_eq!((found.total, found.tickets.len()), (0, 0), "{text:?}");
    }
    let longest = "%".repeat(1_000);
    assert_eq!(hotline.find(&Filter::new().text(&longest), Page::all()).expect("none").total, 0);
    for much in [1_001, 60_000, 1_000_000] {
        let error = hotline.find(&Filter::new().text("灯".repeat(much)), Page::all());
        let error = error.expect_err("too long");
        let invalid = error.invalid().expect("an argument");
        assert_eq!(
            (invalid.argument, &invalid.problem),
            ("text", &Problem::TooLong { max: 1_000 })
        );
    }
}
