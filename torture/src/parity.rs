//! Parity: random commands, and everything they leave, written down so that other languages can do
//! the same. `tests/parity` lets Python and C repeat the script and compares the journal's head, the
//! bulletin and the tables byte for byte (promise 22).

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use gongdan::{Batch, Datum, Durability, Error, Hotline, Moment, Options, Period, Receipt, Stamp};
use gongdan_bulletin::{Bulletin, BulletinQuestion};
use gongdan_tests::{Act, Actors, Asked, County, Play, Players, at, founding};
use serde_json::{Value, json};

use crate::report::{Report, Trouble};

/// So many commands share a commit.
const TOGETHER: u64 = 250;

/// Every table that anybody may ask for.
const TABLES: [&str; 11] = [
    "v1_tickets",
    "v1_assignments",
    "v1_events",
    "v1_callbacks",
    "v1_closures",
    "v1_reworks",
    "v1_supervisions",
    "v1_attachments",
    "v1_by_category",
    "v1_by_unit",
    "v1_by_channel",
];

/// Lives so many commands in a folder and writes the script and the answers there.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, commands: u64, folder: &Path) -> Result<Report, Trouble> {
    let mut report = Report::new(format!("parity --commands {commands}"), seed);
    std::fs::create_dir_all(folder)?;
    let desk = Stamp::centre("坐席01", at("2020-08-20 08:00"));
    let options = Options::new().durability(Durability::Normal);
    let hotline = Hotline::create_with(folder.join("rust.db"), &founding(), &desk, &options)?;
    let script = BufWriter::new(File::create(folder.join("script.jsonl"))?);
    let mut scribe = Scribe { script, hotline, players: Players::default() };
    scribe.found(&desk)?;
    let mut actors = Actors::new(seed);
    while report.rounds < commands {
        let together = TOGETHER.min(commands - report.rounds);
        report.acknowledged += scribe.sit(&mut actors, together)?;
        report.rounds += together;
    }
    scribe.script.flush()?;
    answers(&scribe.hotline, &folder.join("rust"))?;
    let (seq, hash) = scribe.hotline.head()?;
    report.note(format!("head {seq} {hash}"));
    Ok(report)
}

struct Scribe {
    script: BufWriter<File>,
    hotline: Hotline,
    players: Players,
}

impl Scribe {
    /// The county's reference data, in one commit.
    fn found(&mut self, desk: &Stamp) -> Result<(), Trouble> {
        let script = &mut self.script;
        let entries = County::entries().into_iter().map(gongdan::OfficeCommand::Add);
        let told = self.hotline.batch(|batch| {
            let mut told = Vec::new();
            for command in entries {
                let (play, done) = office(batch, desk, command);
                told.push((play, done));
            }
            Ok(told)
        })?;
        for (play, done) in told {
            write(script, &play, &[], &done)?;
        }
        commit(script)
    }

    /// So many commands in one commit; says how many were granted.
    fn sit(&mut self, actors: &mut Actors, commands: u64) -> Result<u64, Trouble> {
        let Self { script, hotline, players } = self;
        let told = hotline.batch(|batch| {
            let mut told = Vec::new();
            for _ in 0..commands {
                let play = actors.next_play();
                let ids = players.ids.clone();
                let done = players.perform(batch, &play);
                if let Ok(receipt) = &done {
                    actors.note(&play, receipt.as_ref());
                }
                told.push((play, ids, done));
            }
            Ok(told)
        })?;
        for (play, ids, done) in &told {
            write(script, play, ids, done)?;
        }
        commit(script)?;
        Ok(told.iter().filter(|(_, _, done)| done.is_ok()).count() as u64)
    }
}

type Done = gongdan::Result<Option<Receipt>>;

fn office(batch: &mut Batch<'_>, stamp: &Stamp, command: gongdan::OfficeCommand) -> (Play, Done) {
    let play = Play { stamp: stamp.clone(), act: Act::Office(command) };
    let done = Players::default().perform(batch, &play);
    (play, done)
}

fn commit(script: &mut impl Write) -> Result<(), Trouble> {
    Ok(writeln!(script, "{}", json!({"commit": true}))?)
}

/// One line of the script: who, what, and what came of it.
fn write(
    script: &mut impl Write,
    play: &Play,
    ids: &[gongdan::TicketId],
    done: &Done,
) -> Result<(), Trouble> {
    let stamp = &play.stamp;
    let mut line = json!({
        "at": stamp.at().ms(),
        "by": stamp.by(),
        "role": stamp.role().word(),
        "unit": stamp.unit_name(),
        "came": done.as_ref().map_or_else(came, |_| "ok".to_owned()),
    });
    match &play.act {
        Act::Office(command) => line["office"] = serde_json::to_value(command)?,
        Act::Intake(intake) => line["intake"] = serde_json::to_value(intake)?,
        Act::Ticket(ticket, asked) => {
            line["ticket"] = json!(ids[*ticket].0);
            line["command"] = command(asked, ids)?;
        }
    }
    Ok(writeln!(script, "{line}")?)
}

fn command(asked: &Asked, ids: &[gongdan::TicketId]) -> Result<Value, Trouble> {
    Ok(match asked {
        Asked::Plain(command) => serde_json::to_value(command)?,
        Asked::Merge(main) => json!({"merge": {"main": ids[*main].0}}),
        Asked::Repeat(main) => json!({"repeat": {"main": ids[*main].0}}),
        Asked::Relate(main) => json!({"relate": {"main": ids[*main].0}}),
    })
}

/// The name of what went wrong, the same in every face: the rule that refused, or the kind.
fn came(error: &Error) -> String {
    let refused = error.refusal().map(|refusal| refusal.code.word());
    refused.unwrap_or(error.kind().word()).to_owned()
}

/// Head, bulletin and tables of a file, each in a file of its own.
fn answers(hotline: &Hotline, folder: &Path) -> Result<(), Trouble> {
    std::fs::create_dir_all(folder)?;
    let (seq, hash) = hotline.head()?;
    std::fs::write(folder.join("head"), format!("{seq} {hash}\n"))?;
    let as_of = Moment::parse_as_of("2020-10-09")?;
    let issue = BulletinQuestion::new(Period::month(2020, 9)?, as_of).issue()?;
    let bulletin = Bulletin::collect(hotline, &issue)?;
    std::fs::write(folder.join("bulletin.md"), bulletin.document()?.markdown())?;
    std::fs::write(folder.join("bulletin.json"), bulletin.json()?)?;
    for table in TABLES {
        let rows = hotline.query(&format!("SELECT * FROM {table}"), &[], u64::MAX)?;
        let mut out = BufWriter::new(File::create(folder.join(table))?);
        for row in rows.rows {
            let values: Vec<String> = row.iter().map(shown).collect();
            writeln!(out, "{}", values.join("\t"))?;
        }
        out.flush()?;
    }
    Ok(())
}

fn shown(value: &Datum) -> String {
    match value {
        Datum::Integer(number) => number.to_string(),
        Datum::Text(text) => text.clone(),
        Datum::Real(_) => "a real number".to_owned(),
        Datum::Null => String::new(),
    }
}
