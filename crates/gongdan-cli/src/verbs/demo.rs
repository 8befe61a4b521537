//! `gongdan demo`: an invented September 2020, lived command by command, and its bulletin.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;
use gongdan::{
    Durability, Founding, Hotline, Moment, OfficeCommand, Options, RegionId, Result, Stamp,
};
use gongdan_bulletin::Issue;
use gongdan_sample::{Lived, live_golden, reference_entries};
use serde_json::{Map, Value, json};

use super::bulletin::{Printed, save};
use super::open;
use crate::exit::{Exit, Failure, Outcome};
use crate::progress::Progress;
use crate::screen::Screen;
use crate::words;

/// The demo's own hand: it founds the file, and only a file it founded is replaced.
const MAKER: &str = "gongdan demo";
/// The first line of the demo's Markdown.
const MARK: &str = "<!-- gongdan demo -->";
/// The first key of the demo's JSON.
const MADE_BY: &str = "made_by";
/// Salts from a seed: the demo's file is the same on every machine.
const SALTS: u64 = 202_009;
const FOUNDED_AT: &str = "2020-08-01 09:00";
const AS_OF: &str = "2020-10-09";
const ISSUE: u32 = 9;

/// Where the demo goes.
#[derive(Args, Debug)]
pub(crate) struct Demo {
    /// The folder to make it in; nothing that the demo did not make is replaced
    #[arg(long, value_name = "DIR", default_value = "demo")]
    out: PathBuf,
}

/// The files of the demo.
struct Files {
    hotline: PathBuf,
    markdown: PathBuf,
    json: PathBuf,
}

impl Demo {
    /// Lives the month and writes its bulletin.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        std::fs::create_dir_all(&self.out).map_err(Failure::file(&self.out))?;
        let files = Files {
            hotline: self.out.join("hengdong.db"),
            markdown: self.out.join("2020-09.md"),
            json: self.out.join("2020-09.json"),
        };
        files.check()?;
        files.clear()?;
        let mut hotline = found(&files.hotline)?;
        let progress = Progress::begin(screen.word(words::LIVING));
        let lived = live_golden(&mut hotline, &mut |done, of| progress.at(done, of))?;
        drop(progress);
        let period = gongdan::Period::month(2020, 9)?;
        let issue = Issue::new(period, Moment::parse_as_of(AS_OF)?, ISSUE);
        let printed = Printed::collect(&hotline, &issue)?;
        save(&files.markdown, &format!("{MARK}\n{}", printed.markdown), true)?;
        save(&files.json, &marked(&printed.json)?, true)?;
        files.tell(screen, lived)?;
        Ok(Exit::Done)
    }
}

fn found(path: &Path) -> Result<Hotline> {
    let options = Options::new().seeded_salts(SALTS).durability(Durability::Normal);
    let stamp = Stamp::centre(MAKER, Moment::parse("at", FOUNDED_AT)?);
    let founding = Founding {
        region: RegionId(430_424),
        name: words::DEMO_REGION.to_owned(),
        office: words::DEMO_OFFICE.to_owned(),
    };
    let mut hotline = Hotline::create_with(path, &founding, &stamp, &options)?;
    hotline.batch(|batch| {
        let mut entries = reference_entries().into_iter().map(OfficeCommand::Add);
        entries.try_for_each(|entry| batch.office(&stamp, entry).map(|_| ()))
    })?;
    Ok(hotline)
}

/// The bulletin's JSON with the demo's mark before everything else.
fn marked(json: &str) -> Result<String> {
    let bulletin: Map<String, Value> = serde_json::from_str(json)?;
    let mut marked = Map::new();
    marked.insert(MADE_BY.to_owned(), json!(MAKER));
    marked.extend(bulletin);
    Ok(format!("{:#}\n", Value::Object(marked)))
}

impl Files {
    /// Refuses whatever the demo did not make, before anything is touched.
    fn check(&self) -> std::result::Result<(), Failure> {
        if stands(&self.hotline) {
            self.check_hotline()?;
        }
        let marked = |text: &str| text.lines().next() == Some(MARK);
        check_text(&self.markdown, marked)?;
        check_text(&self.json, |text| {
            serde_json::from_str::<Value>(text).is_ok_and(|value| value[MADE_BY] == MAKER)
        })
    }

    fn check_hotline(&self) -> std::result::Result<(), Failure> {
        let refused = |why| Failure::InTheWay(self.hotline.clone(), why);
        let hotline = open::reading(&self.hotline).map_err(|_| refused(words::NOT_OF_DEMO))?;
        if hotline.founder()? != MAKER {
            return Err(refused(words::NOT_OF_DEMO));
        }
        match hotline.last_at()? > Moment::parse_as_of(AS_OF)? {
            true => Err(refused(words::WORKED_ON)),
            false => Ok(()),
        }
    }

    /// Takes an earlier demo's file away; its bulletin is written over.
    fn clear(&self) -> std::result::Result<(), Failure> {
        let ends: &[&str] = if stands(&self.hotline) { &["", "-wal", "-shm"] } else { &[] };
        for end in ends {
            let mut name = self.hotline.clone().into_os_string();
            name.push(end);
            let path = PathBuf::from(name);
            match std::fs::remove_file(&path) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(Failure::File(path, error));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn tell(&self, screen: &Screen, lived: Lived) -> std::result::Result<(), Failure> {
        let files = [&self.hotline, &self.markdown, &self.json];
        let files = files.map(|path| path.display().to_string());
        if screen.json {
            return screen.value(&json!({
                "tickets": lived.tickets,
                "commands": lived.commands,
                "files": files,
            }));
        }
        let word = |pair| screen.word(pair);
        let (tickets, commands) = (word(words::LIVED), word(words::COMMANDS));
        screen
            .line(format_args!("{tickets}: {}, {commands}: {}", lived.tickets, lived.commands))?;
        screen.line(format_args!("{}:", word(words::MADE)))?;
        files.iter().try_for_each(|file| screen.line(format_args!("  {file}")))?;
        screen.line(format_args!("{}:", word(words::TRY)))?;
        let file = &files[0];
        [
            format!("gongdan figures {file} --period 2020-09 --as-of {AS_OF} --by unit"),
            format!("gongdan overdue {file} --as-of {AS_OF}"),
            format!("gongdan verify {file}"),
        ]
        .iter()
        .try_for_each(|hint| screen.line(format_args!("  {hint}")))
    }
}

/// Whether anything stands there, a broken link included.
fn stands(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

fn check_text(path: &Path, ours: impl Fn(&str) -> bool) -> std::result::Result<(), Failure> {
    let made_by_demo = || std::fs::read_to_string(path).is_ok_and(|text| ours(&text));
    match stands(path) && !made_by_demo() {
        true => Err(Failure::InTheWay(path.to_owned(), words::NOT_OF_DEMO)),
        false => Ok(()),
    }
}
