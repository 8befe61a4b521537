//! A nightly job: a copy that is verified, its anchor, what is overdue, whose data may be erased, how the
//! file stands. It ends with 1 when somebody has to look.
//!
//!     cargo run -p gongdan --example nightly_job                  # on an invented file
//!     cargo run -p gongdan --example nightly_job h.db backups/

use std::error::Error;
use std::fs::{OpenOptions, create_dir_all};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use gongdan::{Filter, Hotline, Moment, Options, Page, Period, Result};

/// How long the office keeps callers' data, in months after a ticket's end.
const KEPT: u32 = 36;

fn main() -> ExitCode {
    let done = match std::env::args().skip(1).collect::<Vec<_>>().as_slice() {
        [file, backups] => tonight(Path::new(file), Path::new(backups), gongdan::now()),
        _ => invented(),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(wrong) => {
            eprintln!("{wrong}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all is well.
fn tonight(file: &Path, backups: &Path, now: Moment) -> std::result::Result<bool, Box<dyn Error>> {
    let hotline = Hotline::open_with(file, &Options::new().read_only())?;
    let sound = copied(&hotline, backups, now)?;
    report(&hotline, now)?;
    let health = hotline.health()?;
    println!("log: {} bytes, free pages: {}", health.log_bytes, health.free_pages);
    Ok(sound && !health.log_is_stuck() && !health.another_sqlite)
}

/// Copies the file, verifies the copy against every anchor of the nights before, and notes its own.
fn copied(
    hotline: &Hotline,
    backups: &Path,
    now: Moment,
) -> std::result::Result<bool, Box<dyn Error>> {
    create_dir_all(backups)?;
    let copy = backups.join(format!("{}.db", now.day_key()));
    let report = hotline.backup_verified(&copy)?;
    let (events, hash) = &report.head;
    println!("{}: {events} events, {} tickets", copy.display(), report.tickets);
    let anchors = backups.join("anchors.txt"); // a copy of it belongs on another machine
    let kept = std::fs::read_to_string(&anchors).unwrap_or_default();
    let kept = kept.lines().filter_map(|line| line.split_once(' '));
    let kept = kept.filter_map(|(seq, hash)| Some((seq.parse().ok()?, hash.to_owned())));
    let kept: Vec<(u64, String)> = kept.collect();
    let found = hotline.verify_against(&kept, &mut |_, _| ())?.findings;
    found.iter().for_each(|finding| println!("{finding}"));
    writeln!(OpenOptions::new().create(true).append(true).open(anchors)?, "{events} {hash}")?;
    Ok(found.is_empty())
}

/// What the morning has to know. No text of a ticket goes into a log.
fn report(hotline: &Hotline, now: Moment) -> Result<()> {
    let late = hotline.find(&Filter::new().overdue_on(now), Page::first(20))?;
    println!("overdue: {}", late.total);
    for ticket in &late.tickets {
        println!("  {} {}", ticket.number, ticket.unit.as_deref().unwrap_or("—"));
    }
    println!("may be erased: {}", hotline.retention(now, KEPT)?.len());
    let month = Period::days(now.day(), now.day())?;
    println!("looked at in full today: {}", hotline.reveals(None, &month)?.len());
    Ok(())
}

/// Two nights of an invented city.
fn invented() -> std::result::Result<bool, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let (file, backups) = (folder.path().join("h.db"), folder.path().join("backups"));
    let city = gongdan_sample::City::new(7, 200, Period::month(2020, 9)?)?;
    drop(gongdan_sample::city_file(&file, &city, &mut |_, _| ())?);
    let nights = ["2020-10-09 02:00", "2020-10-10 02:00"].map(|night| Moment::parse("at", night));
    let mut well = true;
    for night in nights {
        well &= tonight(&file, &backups, night?)?;
    }
    Ok(well)
}

#[test]
fn two_nights_are_well() {
    assert!(invented().expect("two nights"));
}
