//! Clocks and zones: the machine's zone and clock never enter a file or a bulletin. The same work
//! is done in processes of other zones, with clocks that are wrong by years and with one that is
//! moved in the midst of the work; head and printed bytes are the same (promise 20).

use std::io::Write as _;
use std::process::{Command, Stdio};

use gongdan::{Moment, Options, Period};
use gongdan_bulletin::{Bulletin, BulletinQuestion};
use gongdan_tests::{Actors, Players, found_with};

use crate::clock_life;
use crate::machine::{Clock, Machine};
use crate::report::{Report, Trouble};
use crate::scratch;

/// Zones with daylight saving, half hours, the other side of the date line, and none at all.
const ZONES: [&str; 7] = [
    "UTC",
    "Asia/Shanghai",
    "America/New_York",
    "Asia/Kathmandu",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "No/Such_Zone",
];

/// A day in milliseconds.
pub(crate) const DAY: i64 = 86_400_000;

/// How wrong clocks are: more than a year slow, and nine years fast.
const WRONG_BY: [i64; 2] = [-400 * DAY, 9 * 365 * DAY];

/// Compares every zone and every clock, and lets an office live on a clock that is moved.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64) -> Result<Report, Trouble> {
    let mut report = Report::new("clock", seed);
    let first = printed(&mut asked("clock-print", seed)?)?;
    report.demand(first.contains("通报"), || "no bulletin was printed".into());
    for zone in ZONES {
        report.rounds += 1;
        let same = printed(asked("clock-print", seed)?.env("TZ", zone))? == first;
        report.demand(same, || format!("TZ={zone} prints other bytes"));
    }
    match Machine::new()? {
        Err(why) => report.note(format!("clocks not moved: {why}")),
        Ok(machine) => moved(&machine, seed, &first, &mut report)?,
    }
    Ok(report)
}

fn moved(machine: &Machine, seed: u64, first: &str, report: &mut Report) -> Result<(), Trouble> {
    for wrong_by in WRONG_BY {
        let mut command = asked("clock-print", seed)?;
        machine.lend(&mut command, wrong_by)?;
        let expected = gongdan::now().ms() + wrong_by;
        report.rounds += 1;
        let same = printed(command.args(["--now", &expected.to_string()]))? == first;
        report.demand(same, || format!("a clock wrong by {wrong_by} ms prints other bytes"));
    }
    let mut command = asked("clock-print", seed)?;
    machine.lend(&mut command, 0)?;
    report.rounds += 1;
    let same = printed(command.arg("--moving"))? == first;
    report.demand(same, || "a clock that is moved prints other bytes".into());
    let mut command = asked("clock-live", seed)?;
    machine.lend(&mut command, 0)?;
    report.rounds += 1;
    let status = command.status()?;
    report.demand(status.success(), || format!("life on a moved clock ended with {status}"));
    report.note(format!("{} clocks moved", WRONG_BY.len() + 2));
    Ok(())
}

/// This program with another command.
fn asked(what: &str, seed: u64) -> Result<Command, Trouble> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args([what, "--seed", &seed.to_string()]).stderr(Stdio::inherit());
    Ok(command)
}

fn printed(command: &mut Command) -> Result<String, Trouble> {
    Ok(String::from_utf8(command.output()?.stdout)?)
}

/// Does the work and prints head, bulletin, and some moments of summers with daylight saving. With
/// `expected`, the clock must stand there, within an hour; `moving` has it jump all the time.
///
/// # Errors
/// When the machine fails, or the clock is not where it was moved to.
pub fn print(seed: u64, expected: Option<i64>, moving: bool) -> Result<(), Trouble> {
    let off = expected.map_or(0, |expected| (gongdan::now().ms() - expected).abs());
    if off > DAY / 24 {
        return Err(format!("the clock is {off} ms from where it was moved to").into());
    }
    let clock = moving.then(Clock::of_this_process).transpose()?;
    let folder = scratch::in_memory("clock");
    let mut hotline = found_with(&folder.file("clock.db"), &Options::new().seeded_salts(seed))?;
    let (mut actors, mut players) = (Actors::new(seed), Players::default());
    for sitting in 0..40 {
        clock.iter().try_for_each(|clock| clock.step(clock_life::somewhere(sitting)))?;
        hotline.batch(|batch| {
            for _ in 0..10 {
                let play = actors.next_play();
                if let Ok(receipt) = players.perform(batch, &play) {
                    actors.note(&play, receipt.as_ref());
                }
            }
            Ok(())
        })?;
    }
    let as_of = Moment::parse_as_of("2020-10-09")?;
    let issue = BulletinQuestion::new(Period::month(2020, 9)?, as_of).issue()?;
    let bulletin = Bulletin::collect(&hotline, &issue)?;
    let ((seq, hash), mut out) = (hotline.head()?, std::io::stdout().lock());
    let document = bulletin.document()?;
    writeln!(out, "{seq} {hash}\n{}\n{}", document.markdown(), document.html())?;
    for summer in ["1986-07-01 12:00", "1991-08-15 23:59", "2020-07-01 00:00"] {
        let moment = Moment::parse("at", summer)?;
        writeln!(out, "{summer} {} {moment}", moment.ms())?;
    }
    Ok(())
}
