//! Migrations: a file of an older schema is opened to write, and on its way to the present one the
//! process is killed, any call to the machine fails, or the power goes. What is left is wholly old
//! or wholly new; opened again it is new, with the journal, figures and request ids it had
//! (promise 21).

use std::cell::Cell;
use std::io::Read as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use gongdan::{Grouping, Hotline, Outcome, Period, Question};
use gongdan_tests::{Dice, Folder, OLD_FILES, at};
use rusqlite::{Connection, OpenFlags};

use crate::fault::{Fault, KINDS};
use crate::log::{Deed, Disk, Image, Log, Survives};
use crate::report::{Report, Trouble};
use crate::standing::{Head, sound};
use crate::writes::options;
use crate::{scratch, shim};

/// How often the opening process is killed, for each older schema.
const KILLS: u64 = 40;

/// Migrates every older file under every fault.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, one_in: u64) -> Result<Report, Trouble> {
    shim::install()?;
    let mut report = Report::new("migrate", seed);
    let mut dice = Dice::new(seed);
    for (version, bytes) in OLD_FILES {
        let migration = Migration::of(scratch::in_memory("migrate"), *version, bytes)?;
        migration.fail(one_in, &mut dice, &mut report)?;
        migration.cut(one_in, &mut dice, &mut report)?;
        migration.kill(&mut dice, &mut report)?;
        let [old, new] = migration.found.each_ref().map(Cell::get);
        report.note(format!("schema {version}: {old} times found old, {new} times new"));
        report.demand(old > 0 && new > 0, || "the faults missed the migration".into());
    }
    report.demand(!OLD_FILES.is_empty(), || "there is no older file".into());
    Ok(report)
}

/// Opens a file as a process of its own, and says so.
///
/// # Errors
/// As [`Hotline::open_with`].
pub fn open(file: &Path) -> gongdan::Result<()> {
    let hotline = Hotline::open_with(file, &options())?;
    println!("opened");
    drop(hotline);
    Ok(())
}

/// What a file says of itself: its schema's number, and every object with its text.
type Schema = (i64, Vec<String>);

/// An older file, and what becomes of it when nothing fails.
struct Migration {
    folder: Folder,
    bytes: &'static [u8],
    old: Schema,
    new: Schema,
    head: Head,
    figures: String,
    /// How often it was found old, and new, after a fault.
    found: [Cell<u64>; 2],
}

impl Migration {
    fn of(folder: Folder, version: i64, bytes: &'static [u8]) -> Result<Self, Trouble> {
        let none = (0, Vec::new());
        let (head, figures) = ((0, String::new()), String::new());
        let found = Default::default();
        let mut own = Self { folder, bytes, old: none.clone(), new: none, head, figures, found };
        let file = own.put()?;
        own.old = schema(&file)?;
        let hotline = Hotline::open_with(&file, &options())?;
        (own.head, own.figures) = (hotline.head()?, figures_of(&hotline)?);
        drop(hotline);
        own.new = schema(&file)?;
        match own.old.0 == version && own.new.0 > version {
            true => Ok(own),
            false => Err(format!("schema {} became {}", own.old.0, own.new.0).into()),
        }
    }

    /// Puts the older file there, alone.
    fn put(&self) -> std::io::Result<PathBuf> {
        let folder = self.folder.file("old");
        std::fs::remove_dir_all(&folder).ok();
        std::fs::create_dir_all(&folder)?;
        let file = folder.join("old.db");
        std::fs::write(&file, self.bytes)?;
        Ok(file)
    }

    /// Every call to the machine fails, once and for ever.
    fn fail(&self, one_in: u64, dice: &mut Dice, report: &mut Report) -> Result<(), Trouble> {
        for (kind, for_ever) in KINDS.into_iter().flat_map(|kind| [(kind, false), (kind, true)]) {
            let mut at = 1 + dice.below(one_in as usize) as u64;
            loop {
                let file = self.put()?;
                shim::arm(Fault { kind, at, for_ever });
                let opened =
                    catch_unwind(AssertUnwindSafe(|| Hotline::open_with(&file, &options())));
                let opened = opened.map(|opened| opened.map(drop));
                let struck = shim::disarm() > 0;
                let what = format!("{} fails at call {at}, for ever: {for_ever}", kind.name);
                report.demand(opened.is_ok(), || format!("{what}: a panic"));
                let denied = matches!(&opened, Ok(Err(e)) if e.outcome() == Outcome::NotCommitted);
                let done = matches!(opened, Ok(Ok(())));
                report.demand(done || struck, || format!("{what}: failed without its fault"));
                self.judge(&file, Ended { done, denied }, &what, report);
                if !struck {
                    break;
                }
                at += 1 + dice.below(2 * one_in as usize - 1) as u64;
            }
        }
        Ok(())
    }

    /// The power goes after any write.
    fn cut(&self, one_in: u64, dice: &mut Dice, report: &mut Report) -> Result<(), Trouble> {
        let file = self.put()?;
        let before = Image::from([("old.db".to_owned(), self.bytes.to_vec())]);
        shim::record(Log::on(&before));
        let opened = Hotline::open_with(&file, &options());
        shim::acknowledged(self.head.0, self.head.1.clone());
        let closed = opened.map(drop);
        let log = shim::recorded();
        closed?;
        let (mut disk, mut done) = (Disk::holding(&before), false);
        for deed in &log.deeds {
            disk.follow(deed);
            done |= matches!(deed, Deed::Acknowledged(..));
            if dice.below(one_in as usize) > 0 {
                continue;
            }
            for survives in [Survives::Nothing, Survives::Everything, Survives::Some] {
                let file = self.put()?;
                for (name, bytes) in disk.cut(survives, dice) {
                    std::fs::write(file.with_file_name(name), bytes)?;
                }
                let what = format!("the power went, {survives:?} of what was not synced is left");
                self.judge(&file, Ended { done, denied: false }, &what, report);
            }
        }
        Ok(())
    }

    /// The process is killed at any moment.
    fn kill(&self, dice: &mut Dice, report: &mut Report) -> Result<(), Trouble> {
        for _ in 0..KILLS {
            let file = self.put()?;
            let mut child = Command::new(std::env::current_exe()?)
                .arg("migrate-open")
                .arg(&file)
                .stdout(Stdio::piped())
                .spawn()?;
            std::thread::sleep(Duration::from_micros(dice.below(25_000) as u64));
            child.kill()?;
            let mut said = String::new();
            child.stdout.take().ok_or("no output")?.read_to_string(&mut said)?;
            child.wait()?;
            let done = said.contains("opened");
            self.judge(&file, Ended { done, denied: false }, "killed", report);
        }
        Ok(())
    }

    /// Wholly old or wholly new, new when it was opened, old when the error said so; and opened
    /// again it is new, sound, and says what it said.
    fn judge(&self, file: &Path, ended: Ended, what: &str, report: &mut Report) {
        report.rounds += 1;
        report.acknowledged += u64::from(ended.done);
        match schema(file) {
            Ok(found) if found == self.old => {
                self.found[0].update(|count| count + 1);
                report.lose(u64::from(ended.done), || format!("{what}: opened, and old again"));
            }
            Ok(found) if found == self.new => {
                self.found[1].update(|count| count + 1);
                report.demand(!ended.denied, || format!("{what}: said to be old, and is new"));
                report.unknown += u64::from(!ended.done);
            }
            Ok((version, _)) => report.damage(format!("{what}: between, at schema {version}")),
            Err(why) => report.damage(format!("{what}: {why}")),
        }
        match self.is_as_it_was(file) {
            Ok(true) => {}
            Ok(false) => report.damage(format!("{what}: something else than before")),
            Err(why) => report.damage(format!("{what}: opened again: {why}")),
        }
    }

    fn is_as_it_was(&self, file: &Path) -> Result<bool, Trouble> {
        let hotline = Hotline::open_with(file, &options())?;
        let same = hotline.head()? == self.head && figures_of(&hotline)? == self.figures;
        drop(hotline);
        let head = sound(file).map_err(|unsound| unsound.to_string())?;
        Ok(same && head == self.head && schema(file)? == self.new)
    }
}

/// How an opening ended.
#[derive(Clone, Copy)]
struct Ended {
    done: bool,
    /// The error said that nothing was changed.
    denied: bool,
}

fn schema(file: &Path) -> Result<Schema, Trouble> {
    // To read a log it has to be opened to write; nothing is written.
    let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let version = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let mut ask = conn.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2")?;
    let rows = ask.query_map([], |row| {
        let (sort, name): (String, String) = (row.get(0)?, row.get(1)?);
        Ok(format!("{sort} {name} {}", row.get::<_, Option<String>>(2)?.unwrap_or_default()))
    })?;
    let objects = rows.collect::<rusqlite::Result<_>>()?;
    Ok((version, objects))
}

fn figures_of(hotline: &Hotline) -> gongdan::Result<String> {
    let question = Question::new(Period::parse("2020")?, at("2021-01-01 00:00"));
    let by_unit = hotline.figures(&question.clone().by(Grouping::Unit))?;
    let by_category = hotline.figures(&question.by(Grouping::Category))?;
    Ok(format!("{by_unit:?}{by_category:?}"))
}
