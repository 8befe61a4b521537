//! What a harness answers: how much it did, what it counted, and which promises were broken.

use std::fmt;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Whatever stops a harness itself.
pub type Trouble = Box<dyn std::error::Error + Send + Sync>;

/// No more broken promises than this are printed.
const ENOUGH: usize = 10;

/// The answer of one harness.
pub struct Report {
    harness: String,
    seed: u64,
    started: Instant,
    /// Faults, cuts, kills or copies made.
    pub rounds: u64,
    /// Events or commands that were acknowledged.
    pub acknowledged: u64,
    /// Acknowledged ones that are not there, or not once.
    pub lost: u64,
    /// Files that `verify` does not call sound, or that do not open.
    pub corrupt: u64,
    /// Failures after which the command stood all the same: allowed, a retry tells.
    pub unknown: u64,
    /// The longest that anybody waited.
    pub worst_wait: Option<Duration>,
    /// Jain's index of what each process got done, in thousandths.
    pub fairness: Option<u64>,
    /// Anything else that was counted.
    pub notes: Vec<String>,
    broken: Vec<String>,
    more_broken: usize,
}

impl Report {
    /// Of a harness that begins now.
    pub fn new(harness: impl Into<String>, seed: u64) -> Self {
        Self {
            harness: harness.into(),
            seed,
            started: Instant::now(),
            rounds: 0,
            acknowledged: 0,
            lost: 0,
            corrupt: 0,
            unknown: 0,
            worst_wait: None,
            fairness: None,
            notes: Vec::new(),
            broken: Vec::new(),
            more_broken: 0,
        }
    }

    /// The seed of everything random.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// An acknowledged command is lost.
    pub fn lose(&mut self, lost: u64, what: impl FnOnce() -> String) {
        if lost > 0 {
            self.lost += lost;
            self.broken(what());
        }
    }

    /// A file is not sound.
    pub fn damage(&mut self, what: impl Into<String>) {
        self.corrupt += 1;
        self.broken(what);
    }

    /// Any promise is broken.
    pub fn broken(&mut self, what: impl Into<String>) {
        match self.broken.len() < ENOUGH {
            true => self.broken.push(what.into()),
            false => self.more_broken += 1,
        }
    }

    /// Any promise is broken unless this holds.
    pub fn demand(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.broken(what());
        }
    }

    /// Adds a number or a remark to the line.
    pub fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }

    /// Someone waited.
    pub fn waited(&mut self, wait: Duration) {
        self.worst_wait = self.worst_wait.max(Some(wait));
    }

    /// Whether no promise was broken.
    pub fn kept(&self) -> bool {
        self.broken.is_empty()
    }

    /// Prints it; a broken promise is a failure.
    pub fn close(self) -> ExitCode {
        println!("{self}");
        if self.kept() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    /// Prints it for a mutant: one that breaks no promise was not caught, and that is a failure.
    pub fn close_mutant(mut self) -> ExitCode {
        let caught = !self.kept();
        self.note(if caught { "the mutant was caught" } else { "THE MUTANT WAS NOT CAUGHT" });
        self.broken.truncate(1);
        println!("{self}");
        if caught { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { harness, seed, rounds, acknowledged, lost, corrupt, unknown, .. } = self;
        write!(f, "{harness}: seed {seed}, {rounds} rounds, {acknowledged} acknowledged, ")?;
        write!(f, "{lost} lost, {corrupt} corrupt, {unknown} unknown")?;
        if let Some(wait) = self.worst_wait {
            write!(f, ", worst wait {} ms", wait.as_millis())?;
        }
        if let Some(fairness) = self.fairness {
            write!(f, ", fairness 0.{fairness:03}")?;
        }
        self.notes.iter().try_for_each(|note| write!(f, ", {note}"))?;
        let took = self.started.elapsed();
        write!(f, ", {}.{} s", took.as_secs(), took.subsec_millis() / 100)?;
        self.broken.iter().try_for_each(|broken| write!(f, "\n  broken: {broken}"))?;
        match self.more_broken {
            0 => Ok(()),
            more => write!(f, "\n  broken: {more} more"),
        }
    }
}
