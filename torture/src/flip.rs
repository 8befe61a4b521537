//! Flipped bits: whatever bit of a file turns, the file is refused, `verify` reports it, or nothing
//! that anybody can see has changed (promise 9).

use std::ops::Range;
use std::path::Path;

use gongdan::{ErrorKind, Hotline, Options, TicketId};
use gongdan_tests::{Dice, place_in_use, visible};
use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, OpenFlags};

use crate::lived::{Lived, Verifier};
use crate::report::{Report, Trouble};
use crate::scratch;

/// How a refused file may be refused.
const CLEAR: [ErrorKind; 4] =
    [ErrorKind::Corrupt, ErrorKind::NotAHotline, ErrorKind::FileTooNew, ErrorKind::Io];

/// The tables of rows that are written from the journal and that figures are counted from: only the
/// fold of the events can tell what is wrong with one of them.
const ROWS: [&str; 7] =
    ["ticket", "assignment", "callback", "rework", "closure", "supervision", "attachment"];

/// Flips so many bits, one at a time. A verifier that skips rows gets them where the rows are: of
/// all the file's bits few are read by nothing but a row's comparison.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, flips: u64, verifier: Verifier) -> Result<Report, Trouble> {
    let mut report = Report::new(format!("flip{}", verifier.mutant()), seed);
    let lived = Lived::new(scratch::in_memory("flip"), seed, 120)?;
    let bytes = std::fs::read(&lived.whole)?;
    let shown = seen(&lived.whole, &lived.tickets)?;
    let aimed_at = match verifier {
        Verifier::Whole => std::iter::once(0..bytes.len()).collect(),
        Verifier::SkipsRows => pages_of_rows(&lived.whole)?,
    };
    let flipping = Flipping { lived, bytes, shown, verifier, aimed_at };
    let mut dice = Dice::new(seed);
    let mut counts = [0_u64; 3];
    for _ in 0..flips {
        report.rounds += 1;
        if let Some(fate) = flipping.flip(&mut dice, &mut report)? {
            counts[fate as usize] += 1;
        }
    }
    let [refused, reported, harmless] = counts;
    report.note(format!("{refused} refused at open, {reported} reported, {harmless} harmless"));
    let seen = refused + reported > flips / 2 || verifier == Verifier::SkipsRows;
    report.demand(seen, || "most flips were not seen at all".into());
    Ok(report)
}

/// Where in the file the rows stand, page by page.
fn pages_of_rows(file: &Path) -> Result<Vec<Range<usize>>, Trouble> {
    let conn = Connection::open(file)?;
    let sql = "SELECT pgoffset, pgsize FROM dbstat WHERE pagetype = 'leaf' AND name = ?1";
    let (mut ask, mut pages) = (conn.prepare(sql)?, Vec::new());
    for table in ROWS {
        let mut found = ask.query([table])?;
        while let Some(page) = found.next()? {
            let (start, size) = (page.get::<_, i64>(0)? as usize, page.get::<_, i64>(1)? as usize);
            pages.push(start..start + size);
        }
    }
    if pages.is_empty() { Err("the file has no rows".into()) } else { Ok(pages) }
}

/// Everything that anybody can see, and every value of every row: each is counted by some figure.
fn seen(file: &Path, tickets: &[TicketId]) -> Result<Vec<String>, Trouble> {
    let mut seen = visible(file, tickets)?;
    let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    for table in ROWS {
        let mut ask = conn.prepare(&format!("SELECT * FROM {table}"))?;
        let columns = ask.column_count();
        let mut rows = ask.query([])?;
        while let Some(row) = rows.next()? {
            let values = (0..columns).map(|column| row.get::<_, SqlValue>(column));
            seen.push(format!("{table} {:?}", values.collect::<Result<Vec<_>, _>>()?));
        }
    }
    Ok(seen)
}

/// What became of a flip.
#[derive(Clone, Copy)]
enum Fate {
    Refused = 0,
    Reported = 1,
    Harmless = 2,
}

struct Flipping {
    lived: Lived,
    bytes: Vec<u8>,
    shown: Vec<String>,
    verifier: Verifier,
    aimed_at: Vec<Range<usize>>,
}

impl Flipping {
    fn place(&self, dice: &mut Dice) -> usize {
        let part = dice.one_of(&self.aimed_at).clone();
        part.start + place_in_use(&self.bytes[part.clone()], dice)
    }

    fn flip(&self, dice: &mut Dice, report: &mut Report) -> Result<Option<Fate>, Trouble> {
        let (place, bit) = (self.place(dice), dice.below(8));
        let file = self.lived.folder.file("flipped.db");
        let mut flipped = self.bytes.clone();
        flipped[place] ^= 1 << bit;
        std::fs::write(&file, &flipped)?;
        let opened = Hotline::open_with(&file, &Options::new().read_only()).map(drop);
        let fate = match opened {
            Err(error) if CLEAR.contains(&error.kind()) => Some(Fate::Refused),
            Err(error) => {
                report.broken(format!("byte {place}, bit {bit}: refused as {error}"));
                Some(Fate::Refused)
            }
            Ok(()) if !self.verifier.findings(&file).is_empty() => Some(Fate::Reported),
            Ok(()) if seen(&file, &self.lived.tickets).is_ok_and(|now| now == self.shown) => {
                Some(Fate::Harmless)
            }
            Ok(()) => {
                report
                    .damage(format!("byte {place}, bit {bit}: changed what is seen, and is sound"));
                None
            }
        };
        let stayed = std::fs::read(&file)? == flipped;
        report.demand(stayed, || format!("byte {place}, bit {bit}: the file was changed"));
        Ok(fate)
    }
}
