//! Hostile files: bytes of a sound file are changed where they hurt — header, schema, pages,
//! records — and the file is opened to read and to write. Each is a clear error or a working file;
//! whoever only looked, or was refused, changed no byte; nothing hangs and nothing panics
//! (promise 26).

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use gongdan::{
    Command, ErrorKind, Filter, Grouping, Hotline, Intake, Options, Page, Period, Question, Stamp,
    TicketId,
};
use gongdan_tests::{Dice, at, place_in_use};

use crate::lived::Lived;
use crate::report::{Report, Trouble};
use crate::scratch;

/// How an error may name what is wrong with a file. A mistake of the library's own is none of them.
const CLEAR: [ErrorKind; 9] = [
    ErrorKind::ReadOnly, // as SQLite takes a header of a version that it does not write
    ErrorKind::Corrupt,
    ErrorKind::NotAHotline,
    ErrorKind::FileTooNew,
    ErrorKind::Io,
    ErrorKind::NotFound,
    ErrorKind::InvalidInput,
    ErrorKind::Refused,
    ErrorKind::Conflict,
];

/// No file takes longer; far above what any needs.
const LIMIT: Duration = Duration::from_secs(60);

/// Looks at so many changed files.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, files: u64) -> Result<Report, Trouble> {
    let mut report = Report::new("hostile", seed);
    let lived = Lived::new(scratch::in_memory("hostile"), seed, 60)?;
    let bytes = std::fs::read(&lived.whole)?;
    let (tell, told) = channel();
    let (file, tickets) = (lived.folder.file("hostile.db"), lived.tickets.clone());
    std::thread::spawn(move || {
        let mut dice = Dice::new(seed);
        for nth in 0..files {
            let (what, changed) = changed(&bytes, &mut dice);
            if tell.send(Told::Begins(nth, what)).is_err() {
                return;
            }
            look(&file, &changed, &tickets, &tell);
        }
    });
    listen(&told, &mut report)?;
    report.demand(report.rounds == files, || "the files were not all looked at".into());
    Ok(report)
}

/// What the thread that looks says.
enum Told {
    /// A file, and what was done to it.
    Begins(u64, String),
    /// One use of it, how it ended, and how long it took.
    Ended(&'static str, Fate, Duration),
}

/// How a use of a file ended.
enum Fate {
    Answered,
    Refused(ErrorKind, String),
    Panicked,
    Changed,
}

fn listen(told: &Receiver<Told>, report: &mut Report) -> Result<(), Trouble> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    let (mut current, mut slowest) = (String::new(), Duration::ZERO);
    loop {
        match told.recv_timeout(LIMIT) {
            Ok(Told::Begins(nth, what)) => {
                report.rounds += 1;
                current = format!("file {nth} ({what})");
            }
            Ok(Told::Ended(using, fate, took)) => {
                slowest = slowest.max(took);
                let word = judged(&fate, &format!("{current}, {using}"), report);
                *counts.entry(format!("{using} {word}")).or_default() += 1;
            }
            Err(RecvTimeoutError::Timeout) => {
                report.broken(format!("{current}: hangs"));
                break;
            }
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    counts.iter().for_each(|(what, count)| report.note(format!("{count} {what}")));
    report.note(format!("slowest {} ms", slowest.as_millis()));
    Ok(())
}

fn judged(fate: &Fate, using: &str, report: &mut Report) -> &'static str {
    match fate {
        Fate::Answered => "answered",
        Fate::Refused(kind, _) if CLEAR.contains(kind) => "refused",
        Fate::Refused(kind, why) => {
            report.broken(format!("{using}: refused as {}: {why}", kind.word()));
            "unclear"
        }
        Fate::Panicked => {
            report.damage(format!("{using}: a panic"));
            "panicked"
        }
        Fate::Changed => {
            report.damage(format!("{using}: the file was changed"));
            "changed"
        }
    }
}

/// Uses a file in every way, and says how each went.
fn look(file: &Path, bytes: &[u8], tickets: &[TicketId], tell: &Sender<Told>) {
    for (using, read_only) in [("reading", true), ("writing", false)] {
        put(file, bytes);
        let started = Instant::now();
        let options = Options::new().patience(Duration::from_millis(50));
        let options = if read_only { options.read_only() } else { options };
        let mut opened = false;
        let done = catch_unwind(AssertUnwindSafe(|| {
            let mut hotline = Hotline::open_with(file, &options)?;
            opened = true;
            let asked = ask(&hotline, tickets);
            if read_only { asked } else { asked.and(write(&mut hotline, tickets)) }
        }));
        let may_change = opened && !read_only;
        let stayed = may_change || std::fs::read(file).is_ok_and(|now| now == bytes);
        let fate = match done {
            Err(_) => Fate::Panicked,
            Ok(_) if !stayed => Fate::Changed,
            Ok(Ok(())) => Fate::Answered,
            Ok(Err(error)) => Fate::Refused(error.kind(), error.to_string()),
        };
        if tell.send(Told::Ended(using, fate, started.elapsed())).is_err() {
            return;
        }
    }
}

fn put(file: &Path, bytes: &[u8]) {
    for ending in ["-wal", "-shm", "-journal"] {
        let mut beside = file.as_os_str().to_owned();
        beside.push(ending);
        std::fs::remove_file(PathBuf::from(beside)).ok();
    }
    std::fs::write(file, bytes).ok();
}

/// Every sort of question; the first that is not answered ends it, but all are asked.
fn ask(hotline: &Hotline, tickets: &[TicketId]) -> gongdan::Result<()> {
    let question = Question::new(Period::parse("2020")?, at("2021-01-01 00:00"));
    let mut asked = vec![
        hotline.verify(&mut |_, _| {}).map(drop),
        hotline.find(&Filter::new().text("灯"), Page::first(20)).map(drop),
        hotline.figures(&question.clone().by(Grouping::Unit)).map(drop),
        hotline.rulebook().map(drop),
        hotline.reveals(None, &question.period).map(drop),
        hotline.query("SELECT * FROM v1_tickets", &[], 1_000_000).map(drop),
        hotline.health().map(drop),
    ];
    for id in tickets.iter().take(3) {
        asked.push(hotline.ticket(*id).map(drop));
        asked.push(hotline.history(*id).map(drop));
    }
    asked.into_iter().collect()
}

/// A new ticket, and a note on an old one.
fn write(hotline: &mut Hotline, tickets: &[TicketId]) -> gongdan::Result<()> {
    let desk = Stamp::centre("坐席07", at("2021-01-02 09:00"));
    hotline.intake(&desk, &Intake::new("来电", "路灯不亮"))?;
    let note = Command::Note { text: "已联系".into() };
    tickets.first().map_or(Ok(()), |id| hotline.execute(*id, &desk, &note).map(drop))
}

/// A change of one to four places, and what it is.
fn changed(bytes: &[u8], dice: &mut Dice) -> (String, Vec<u8>) {
    let mut changed = bytes.to_vec();
    let mut what = Vec::new();
    for _ in 0..=dice.below(4) {
        what.push(change(&mut changed, dice));
        if changed.len() < 512 {
            break;
        }
    }
    (what.join(", "), changed)
}

const PAGE: usize = 2_048;

fn change(bytes: &mut Vec<u8>, dice: &mut Dice) -> String {
    let pages = (bytes.len() / PAGE).max(1);
    let page = dice.below(pages) * PAGE;
    match dice.below(8) {
        0 => set("header", bytes, dice.below(100), dice),
        1 => {
            let place = 100 + dice.below(24 * PAGE - 100);
            set("schema", bytes, place, dice)
        }
        2 => set("head of a page", bytes, page + dice.below(12), dice),
        3 => set("cells of a page", bytes, page + 8 + dice.below(200), dice),
        4 => {
            let place = place_in_use(bytes, dice);
            set("record", bytes, place, dice)
        }
        5 => {
            let from = dice.below(pages) * PAGE;
            let length = PAGE.min(bytes.len() - from.max(page));
            bytes.copy_within(from..from + length, page);
            format!("page {} in the place of {}", from / PAGE, page / PAGE)
        }
        6 => {
            let length = dice.below(bytes.len());
            bytes.truncate(length);
            format!("cut to {length}")
        }
        _ => {
            let (place, length) = (place_in_use(bytes, dice), 1 + dice.below(64));
            let end = (place + length).min(bytes.len());
            bytes[place..end].fill([0, 0xff][dice.below(2)]);
            format!("{length} bytes wiped at {place}")
        }
    }
}

/// One to four bytes become what hurts numbers, lengths and pointers.
fn set(what: &str, bytes: &mut [u8], place: usize, dice: &mut Dice) -> String {
    let place = place.min(bytes.len() - 1);
    let end = (place + 1 + dice.below(4)).min(bytes.len());
    let odd = [0, 1, 0x7f, 0x80, 0x81, 0xfe, 0xff];
    for byte in &mut bytes[place..end] {
        *byte = match dice.below(3) {
            0 => odd[dice.below(odd.len())],
            1 => *byte ^ (1 << dice.below(8)),
            _ => dice.below(256) as u8,
        };
    }
    format!("{what} at {place}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn hostile_files_are_refused_or_work() {
        let report = super::run(26, 60).expect("it runs");
        assert!(report.kept(), "{report}");
    }
}
