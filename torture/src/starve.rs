//! Starvation of the checkpoint: a reader that somebody forgot keeps the log growing; when it
//! ends, the log stops growing and is used again from its beginning. The library's own questions
//! are ended by their deadline (promise 14).

use std::path::Path;
use std::time::Duration;

use gongdan::{ErrorKind, Filter, Hotline, Options, Page};
use gongdan_tests::found;
use rusqlite::Connection;

use crate::report::{Report, Trouble};
use crate::scratch;
use crate::standing::sound;
use crate::writer::request;

/// What the library lets its log keep once it is used again.
const LOG_LIMIT: u64 = 67_108_864;

/// Writes so many requests while the reader reads, and as many when it has ended.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, requests: u64) -> Result<Report, Trouble> {
    let folder = scratch::in_memory("starve");
    let file = folder.file("starved.db");
    drop(found(&file)?);
    let mut hotline = Hotline::open(&file)?;
    let mut report = Report::new("starve", seed);
    let reader = Connection::open(&file)?;
    reader.execute_batch("BEGIN; SELECT COUNT(*) FROM event;")?;
    write(&mut hotline, seed, 1..=requests, &mut report)?;
    let grown = log_size(&file)?;
    reader.execute_batch("COMMIT")?;
    drop(reader);
    write(&mut hotline, seed, requests + 1..=2 * requests, &mut report)?;
    let after = log_size(&file)?;
    report.note(format!("log {grown} bytes while it read, {after} after as many commits more"));
    let bounded = after <= grown + 4 * 1_048_576;
    report.demand(bounded, || format!("the log grew on from {grown} to {after} bytes"));
    stopped(&file, &mut hotline, requests, &mut report)?;
    let in_the_end = log_size(&file)?;
    let bounded = in_the_end <= after.max(LOG_LIMIT);
    report.demand(bounded, || format!("the log grew on to {in_the_end} bytes after a deadline"));
    drop(hotline);
    let left = log_size(&file)?;
    report.demand(left == 0, || format!("{left} bytes of log are left when all is closed"));
    sound(&file).map(drop).unwrap_or_else(|unsound| report.damage(unsound.to_string()));
    Ok(report)
}

/// A question that runs out of time lets the state of the file go, though its handle stays open.
fn stopped(
    file: &Path,
    hotline: &mut Hotline,
    requests: u64,
    report: &mut Report,
) -> Result<(), Trouble> {
    let options = Options::new().reading_deadline(Duration::ZERO);
    let asker = Hotline::open_with(file, &options)?;
    let asked = asker.find(&Filter::new().text("没有这句话"), Page::all());
    let kind = asked.err().map(|error| error.kind());
    let ended = kind == Some(ErrorKind::InvalidInput);
    report.demand(ended, || format!("a question without time ended with {kind:?}"));
    write(hotline, report.seed() * 2 + 1, 1..=requests, report)?;
    drop(asker);
    Ok(())
}

fn write(
    hotline: &mut Hotline,
    seed: u64,
    numbers: std::ops::RangeInclusive<u64>,
    report: &mut Report,
) -> gongdan::Result<()> {
    for number in numbers {
        request(hotline, seed, number, None)?;
        report.acknowledged += 1;
        report.rounds += 1;
    }
    Ok(())
}

fn log_size(file: &Path) -> std::io::Result<u64> {
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    match std::fs::metadata(log) {
        Ok(found) => Ok(found.len()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(0),
        Err(error) => Err(error),
    }
}
