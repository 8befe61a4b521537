//! The terminal against the tables: what `--help` tells of names, defaults and needs is what they
//! say, both ways, and each bad value is refused under the name by which it was typed.

#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::collections::BTreeSet;

use common::Folder;
use gongdan::{
    Answers, Argument, COMMANDS, CommandRow, FILTER, Need, QUESTION, RANKING, Role, Stage, Takes,
};
use gongdan_bulletin::BULLETIN;

/// What is told of one option: its name, what it is when left out, whether it has to be given.
type Told = (String, Option<String>, bool);

fn dashed(name: &str) -> String {
    name.replace('_', "-")
}

/// What the table says of its rows.
fn of_rows(rows: &[Argument]) -> BTreeSet<Told> {
    let told = |row: &Argument| {
        let default = match row.need {
            Need::Default(word) => Some(word.to_owned()),
            _ => None,
        };
        let now = row.takes == Takes::Moment;
        (dashed(row.name), default, row.need == Need::Required && !now)
    };
    rows.iter().map(told).collect()
}

/// What `--help` says of its options.
fn of_help(help: &str, required: &str) -> BTreeSet<Told> {
    let mut told: Vec<(String, String)> = Vec::new();
    let options =
        help.lines().take_while(|line| !line.contains("Example: ") && !line.contains("例: "));
    for line in options {
        let text = line.trim_start();
        let option = text.strip_prefix("-h, ").or(text.strip_prefix("-V, ")).unwrap_or(text);
        match (option.strip_prefix("--"), told.last_mut()) {
            (Some(option), _) => {
                let name = option.split([' ', '=', '[']).next().unwrap_or_default();
                told.push((name.to_owned(), option.to_owned()));
            }
            (None, Some((_, said))) if !text.is_empty() && line.starts_with("   ") => {
                said.push(' ');
                said.push_str(text);
            }
            _ => {}
        }
    }
    let told = told.into_iter().map(|(name, said)| {
        let default = said.split("[default: ").nth(1).and_then(|rest| rest.split(']').next());
        (name, default.map(str::to_owned), said.contains(required))
    });
    told.collect()
}

/// The options that come from no table.
fn shared(row: Option<&CommandRow>) -> BTreeSet<Told> {
    let mut names = vec!["json", "lang", "help"];
    let mut told = BTreeSet::new();
    if let Some(row) = row {
        told.insert(("by".to_owned(), None, true));
        names.extend(["at", "meant", "request", "dry-run"]);
        names.extend(row.on_ticket().then_some("seen"));
        names.extend(row.who.roles().contains(&Role::Unit).then_some("unit"));
        names.extend(row.who.roles().contains(&Role::Supervisor).then_some("supervisor"));
    }
    told.extend(names.into_iter().map(|name| (name.to_owned(), None, false)));
    told
}

fn compare(folder: &Folder, verb: &str, rows: &[Argument], shared: &BTreeSet<Told>) {
    for (locale, required) in [("C.UTF-8", "[required]"), ("zh_CN.UTF-8", "[必填]")] {
        let help = folder.run_in(locale, &[verb, "--help"]);
        let told = of_help(&help.out, required);
        let wanted: BTreeSet<Told> = of_rows(rows).union(shared).cloned().collect();
        assert_eq!(told, wanted, "{verb} in {locale}:\n{}", help.out);
    }
}

fn on_the_line() -> impl Iterator<Item = &'static CommandRow> {
    COMMANDS.iter().filter(|row| row.answers == Answers::Ticket)
}

#[test]
fn what_help_tells_of_every_command_is_what_the_table_says() {
    let folder = Folder::new();
    for row in on_the_line() {
        compare(&folder, &dashed(row.verb.word()), row.arguments, &shared(Some(row)));
    }
}

#[test]
fn what_help_tells_of_filter_and_question_is_what_the_tables_say() {
    let folder = Folder::new();
    let with = |names: &[(&str, Option<&str>)]| {
        let own = names
            .iter()
            .map(|(name, default)| ((*name).to_owned(), default.map(str::to_owned), false));
        shared(None).into_iter().chain(own).collect()
    };
    let viewer = ("as", Some("centre"));
    let own = ["limit", "offset", "out", "overwrite", "columns", "by", "reason"];
    let own = own.map(|name| (name, None));
    compare(&folder, "find", FILTER, &with(&[&own[..], &[viewer]].concat()));
    let own = ["count", "tickets", "unit", "category", "channel", "out", "overwrite"];
    let own = own.map(|name| (name, None));
    compare(&folder, "figures", QUESTION, &with(&[&own[..], &[viewer]].concat()));
    compare(
        &folder,
        "rank",
        RANKING,
        &with(&[("explain", None), ("out", None), ("overwrite", None), viewer]),
    );
    let own =
        ["issue", "values", "format", "docx", "xlsx", "html", "pdf", "png", "fonts", "overwrite"];
    let own = own.map(|name| (name, None)).into_iter().chain([("out", Some("-")), viewer]);
    compare(&folder, "bulletin", BULLETIN, &with(&own.collect::<Vec<_>>()));
}

/// A value that no argument of this sort takes.
fn bad(row: &Argument) -> String {
    match row.takes {
        Takes::Text(_) => "\u{1}".to_owned(),
        Takes::Label => "字".repeat(1_001),
        Takes::Name(_) => "查无此名".to_owned(),
        Takes::Ticket => "20990101-0001".to_owned(),
        Takes::Number => "-1".to_owned(),
        Takes::Flag | Takes::Answer => "maybe".to_owned(),
        Takes::Word(_) => "no-such-word".to_owned(),
        Takes::Instant | Takes::Moment | Takes::Beginning | Takes::Day => "2020-13-01".to_owned(),
        Takes::Period => "2020-13".to_owned(),
        Takes::Structure => "{".to_owned(),
    }
}

/// The arguments of a row with one of them bad, the others as they have to be.
fn typed(rows: &[Argument], wrong: &Argument) -> Vec<String> {
    let given = rows.iter().filter(|row| row.name == wrong.name || row.need == Need::Required);
    given
        .map(|row| {
            let value =
                if row.name == wrong.name { bad(row) } else { row.takes.example().to_owned() };
            format!("--{}={value}", dashed(row.name))
        })
        .collect()
}

/// Runs a line, and says under which name it was refused.
fn refused(folder: &Folder, line: &[String]) -> (i32, serde_json::Value) {
    let line: Vec<&str> = line.iter().map(String::as_str).collect();
    let ran = folder.run(&line);
    (ran.code, ran.error()["argument"].clone())
}

struct Office {
    folder: Folder,
    /// Each with its stage; in some a request waits.
    tickets: Vec<(Stage, String)>,
}

impl Office {
    /// A ticket in each stage, reached by commands.
    fn new() -> Self {
        let folder = Folder::founded();
        folder.ticket();
        let mut office = Self { folder, tickets: Vec::new() };
        for (stage, waits) in Stage::ALL.iter().flat_map(|stage| [(*stage, true), (*stage, false)])
        {
            let number = office.folder.ticket();
            office.reach(&number, stage, waits);
            office.tickets.push((stage, number));
        }
        office
    }

    fn step(&self, number: &str, line: &[&str]) {
        let (verb, rest) = line.split_first().expect("a verb");
        let by = ["--by=李四", "--at=2020-09-01 10:00"];
        self.folder.done(&[&[*verb, "h.db", number], rest, &by].concat());
    }

    fn reach(&self, number: &str, stage: Stage, waits: bool) {
        let with = ["transfer", "--lead=县城管执法局", "--assisting=县住建局"];
        let unit = "--unit=县城管执法局";
        let helper = "--unit=县住建局";
        let all: &[&[&str]] = &[
            &with,
            &["sign-off", unit],
            &["sign-off", helper],
            &["report", helper, "--result=已核实"],
            &["handle", unit, "--result=已修复"],
        ];
        let (many, last): (usize, &[&str]) = match stage {
            Stage::Accepted => (0, &[]),
            Stage::Transferred => (1, &[]),
            Stage::SignedOff => (3, &["supervise", "--demand=请报告"]),
            Stage::Handled => (5, &[]),
            Stage::Rework => (5, &["rework", "--reason=未修好"]),
            Stage::Difficult => (0, &["mark-difficult", "--reason=无主管"]),
            Stage::Closed => (5, &["callback", "--satisfaction=satisfied"]),
            Stage::Rejected => (0, &["reject", "--reason=属司法途径"]),
            Stage::Merged => (0, &["merge", "--main=20200901-0001"]),
        };
        all[..many].iter().for_each(|line| self.step(number, line));
        if !last.is_empty() {
            self.step(number, last);
        }
        match stage {
            Stage::Closed => self.step(number, &["close", "--outcome=solved"]),
            Stage::SignedOff if waits => {
                self.step(number, &["request-extension", unit, "--days=2", "--reason=雨"])
            }
            Stage::Transferred if waits => {
                self.step(number, &["request-return", unit, "--reason=不属"])
            }
            _ => {}
        }
    }

    /// The tickets on which a command may be tried, and on whose behalf.
    fn places(&self, row: &CommandRow) -> Vec<Vec<String>> {
        let unit = match row.who.roles() {
            [Role::Unit] if row.who.word() == "assisting_unit" => Some("--unit=县住建局"),
            [Role::Unit] => Some("--unit=县城管执法局"),
            _ => None,
        };
        if !row.on_ticket() {
            return vec![Vec::new()];
        }
        let fitting = self.tickets.iter().filter(|(stage, _)| row.stages.contains(stage));
        let place = fitting.map(|(_, number)| {
            std::iter::once(number.clone()).chain(unit.map(str::to_owned)).collect()
        });
        place.collect()
    }

    /// Tries a command with one bad argument on each of its tickets, until one is refused for it: on
    /// others a rule of the life may come first, or that the ticket does not exist to the unit.
    fn named(&self, row: &CommandRow, wrong: &Argument) -> serde_json::Value {
        for place in self.places(row) {
            let mut line = vec![dashed(row.verb.word()), "h.db".to_owned()];
            line.extend(place);
            line.extend(typed(row.arguments, wrong));
            line.extend(["--by=陈静", "--at=2020-09-01 11:00", "--json"].map(str::to_owned));
            match refused(&self.folder, &line) {
                (1 | 3, _) => {}
                (code, named) => {
                    assert_eq!(code, 2, "{line:?}");
                    return named;
                }
            }
        }
        panic!("{} is refused everywhere before {} is read", row.verb, wrong.name);
    }
}

#[test]
fn every_bad_argument_of_every_command_is_named_as_it_was_typed() {
    let office = Office::new();
    for row in on_the_line() {
        for wrong in row.arguments {
            assert_eq!(office.named(row, wrong), wrong.name, "{}", row.verb);
        }
    }
}

#[test]
fn every_bad_argument_of_filter_and_question_is_named_as_it_was_typed() {
    let folder = Folder::founded();
    let asked =
        [("find", FILTER), ("figures", QUESTION), ("rank", RANKING), ("bulletin", BULLETIN)];
    for (verb, rows) in asked {
        for wrong in rows {
            let mut line = vec![verb.to_owned(), "h.db".to_owned(), "--json".to_owned()];
            line.extend(typed(rows, wrong));
            let (code, named) = refused(&folder, &line);
            assert_eq!((code, named), (2, wrong.name.into()), "{line:?}");
        }
    }
}
