//! A process that writes until it is killed or its time is up: `writer HOW FILE SECONDS`. It prints
//! each request as `number ticket sequence hash microseconds` after it was acknowledged, and at its
//! end how long it waited.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use gongdan::{Command, ErrorKind, Hotline, Intake, Receipt, Result, Stamp, TicketId};
use gongdan_tests::{Dice, at};
use rusqlite::Connection;

use crate::report::Trouble;

/// How it writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum How {
    /// One request after the other, and now and then a checkpoint.
    Careful,
    /// Mutant: says that ten requests are done before their commit.
    AckFirst,
    /// As fast as it can, measuring every wait.
    Crowd,
    /// Some four hundred requests a second at most.
    Steady,
    /// So many requests a second, each at its moment; one that comes late does not move the next.
    Paced,
}

impl How {
    /// Its name on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Careful => "careful",
            Self::AckFirst => "ack-first",
            Self::Crowd => "crowd",
            Self::Steady => "steady",
            Self::Paced => "paced",
        }
    }
}

/// The n-th request of a writer: a new ticket, or a note on its last one. The same request again
/// has no second effect.
///
/// # Errors
/// As the command's own.
pub fn request(
    hotline: &mut Hotline,
    seed: u64,
    number: u64,
    ticket: Option<TicketId>,
) -> Result<Receipt> {
    let guard = |stamp: &Stamp| stamp.clone().request(format!("w{seed}-{number}"));
    let stamp = Stamp::centre(format!("坐席{seed}"), at("2020-09-01 09:00"));
    match ticket.filter(|_| number % 3 != 1) {
        Some(ticket) => {
            let note = Command::Note { text: format!("第{number}次联系") };
            hotline.execute(ticket, &guard(&stamp), &note)
        }
        None => hotline.intake(&guard(&stamp), &Intake::new("来电", "路灯不亮")),
    }
}

/// Writes; the rate is that of a paced writer.
///
/// # Errors
/// When anything fails but waiting.
pub fn run(
    how: How,
    file: PathBuf,
    seed: u64,
    seconds: u64,
    rate: u64,
) -> std::result::Result<(), Trouble> {
    let hotline = Hotline::open(&file)?;
    let until = Instant::now() + Duration::from_secs(seconds);
    let mut pace = Pace::new(seed, rate);
    let mut writer =
        Writer { hotline, file, seed, number: 0, ticket: None, worst: Duration::ZERO, busy: 0 };
    while Instant::now() < until {
        match how {
            How::Careful => writer.careful()?,
            How::AckFirst => writer.boast()?,
            How::Crowd => writer.one()?,
            How::Steady => {
                writer.one()?;
                std::thread::sleep(Duration::from_micros(2_000));
            }
            How::Paced => {
                pace.await_next();
                writer.one()?;
            }
        }
    }
    println!("waited {} {}", writer.worst.as_micros(), writer.busy);
    Ok(())
}

/// The moments of a paced writer.
struct Pace {
    next: Instant,
    between: Duration,
}

impl Pace {
    /// No two writers begin at the same moment.
    fn new(seed: u64, rate: u64) -> Self {
        let between = 1_000_000 / rate.max(1);
        let first = Dice::new(seed).below(between as usize) as u64;
        let next = Instant::now() + Duration::from_micros(first);
        Self { next, between: Duration::from_micros(between) }
    }

    fn await_next(&mut self) {
        std::thread::sleep(self.next.saturating_duration_since(Instant::now()));
        self.next += self.between;
    }
}

struct Writer {
    hotline: Hotline,
    file: PathBuf,
    seed: u64,
    number: u64,
    ticket: Option<TicketId>,
    worst: Duration,
    busy: u64,
}

impl Writer {
    fn write(&mut self) -> Result<Receipt> {
        self.number += 1;
        let receipt = request(&mut self.hotline, self.seed, self.number, self.ticket)?;
        self.ticket = Some(receipt.ticket);
        Ok(receipt)
    }

    fn print(&self, receipt: &Receipt, took: Duration) -> Result<()> {
        let seq = receipt.entries.last().map_or(0, |entry| entry.seq);
        let hash = self.hotline.hash_at(seq)?.unwrap_or_default();
        let mut out = std::io::stdout().lock();
        let (number, ticket, took) = (self.number, receipt.ticket.0, took.as_micros());
        let heard = writeln!(out, "{number} {ticket} {seq} {hash} {took}");
        match heard.and_then(|()| out.flush()) {
            Ok(()) => Ok(()),
            Err(_) => std::process::exit(3), // whoever started it is gone
        }
    }

    /// One request; that others held the file for too long is counted, not an error.
    fn one(&mut self) -> Result<()> {
        let started = Instant::now();
        let done = self.write();
        let took = started.elapsed();
        self.worst = self.worst.max(took);
        match done {
            Ok(receipt) => self.print(&receipt, took),
            Err(error) if error.kind() == ErrorKind::Busy => {
                self.busy += 1;
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    fn careful(&mut self) -> std::result::Result<(), Trouble> {
        self.one()?;
        if self.number.is_multiple_of(20) {
            checkpoint(&self.file, "PASSIVE")?;
        }
        Ok(())
    }

    /// Ten requests in one commit, each said to be done before it is.
    fn boast(&mut self) -> Result<()> {
        self.hotline.begin()?;
        for _ in 0..10 {
            let receipt = self.write()?;
            self.print(&receipt, Duration::ZERO)?;
        }
        self.hotline.commit()
    }
}

/// A checkpoint as another process of ours would make it.
///
/// # Errors
/// SQLite's own.
pub fn checkpoint(file: &Path, mode: &str) -> rusqlite::Result<()> {
    let conn = Connection::open(file)?;
    conn.query_row(&format!("PRAGMA wal_checkpoint({mode})"), [], |_| Ok(()))
}
