//! Clocks and zones: the machine's zone and clock never enter a file or a bulletin. The same work
//! is done in processes of other zones, and a year back where the machine can fake that; head and
//! printed bytes are the same (promise 20).

use std::process::{Command, Stdio};

use gongdan::{Moment, Options, Period};
use gongdan_bulletin::{Bulletin, Issue};
use gongdan_tests::{Actors, Players, found_with};

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

/// The clocks to fake: a year back, and in 2035.
const CLOCKS: [&str; 2] = ["-400d", "2035-03-01 12:00:00"];

/// Compares every zone, and every clock where `faketime` is there.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64) -> Result<Report, Trouble> {
    let mut report = Report::new("clock", seed);
    let here = std::env::current_exe()?;
    let printed = |mut command: Command| -> Result<String, Trouble> {
        let command = command.args(["clock-print", "--seed", &seed.to_string()]);
        let out = command.stderr(Stdio::inherit()).output()?;
        Ok(String::from_utf8(out.stdout)?)
    };
    let first = printed(Command::new(&here))?;
    report.demand(first.contains("通报"), || "no bulletin was printed".into());
    for zone in ZONES {
        let mut command = Command::new(&here);
        command.env("TZ", zone);
        report.rounds += 1;
        let same = printed(command)? == first;
        report.demand(same, || format!("TZ={zone} prints other bytes"));
    }
    if Command::new("faketime").arg("--version").output().is_err() {
        report.note("clocks not faked: no faketime here");
        return Ok(report);
    }
    for clock in CLOCKS {
        let mut command = Command::new("faketime");
        command.arg(clock).arg(&here);
        report.rounds += 1;
        let same = printed(command)? == first;
        report.demand(same, || format!("the clock at {clock} prints other bytes"));
    }
    Ok(report)
}

/// Does the work and prints head, bulletin, and some moments of summers with daylight saving.
///
/// # Errors
/// When the machine fails.
pub fn print(seed: u64) -> Result<(), Trouble> {
    let folder = scratch::in_memory("clock");
    let mut hotline = found_with(&folder.file("clock.db"), &Options::new().seeded_salts(seed))?;
    let (mut actors, mut players) = (Actors::new(seed), Players::default());
    hotline.batch(|batch| {
        for _ in 0..400 {
            let play = actors.next_play();
            if let Ok(receipt) = players.perform(batch, &play) {
                actors.note(&play, receipt.as_ref());
            }
        }
        Ok(())
    })?;
    let issue = Issue::new(Period::month(2020, 9)?, Moment::parse_as_of("2020-10-09")?, 9);
    let bulletin = Bulletin::collect(&hotline, &issue)?;
    let (seq, hash) = hotline.head()?;
    println!("{seq} {hash}\n{}\n{}", bulletin.markdown(), bulletin.html());
    for summer in ["1986-07-01 12:00", "1991-08-15 23:59", "2020-07-01 00:00"] {
        let moment = Moment::parse("at", summer)?;
        println!("{summer} {} {moment}", moment.ms());
    }
    Ok(())
}
