//! gongdan-torture: breaks the machine under the library, one way per command, and says whether
//! every promise was kept. Each command prints its seed and what it counted, and ends with 1 when
//! a promise is broken; with a mutant, it ends with 1 when the mutant is not caught.
#![forbid(unsafe_code)]

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Parser, Subcommand};
use gongdan_torture::iofault::During;
use gongdan_torture::lived::Verifier;
use gongdan_torture::powercut::{Plan, Sync};
use gongdan_torture::report::{Report, Trouble};
use gongdan_torture::writer::{self, How};
use gongdan_torture::{
    backup, clock, clock_life, contend, flip, full, hostile, iofault, kill, oom, paced, parity,
    powercut, soak, starve, tamper,
};

/// Breaks the machine under gongdan and counts what is lost.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    harness: Harness,
    /// The seed of everything random.
    #[arg(long, global = true, default_value_t = 1)]
    seed: u64,
}

#[derive(Subcommand)]
enum Harness {
    /// Writers are killed at any moment.
    Kill {
        /// How often.
        #[arg(long, default_value_t = 60)]
        rounds: u64,
        /// How many write at once.
        #[arg(long, default_value_t = 3)]
        writers: u64,
        /// Let the writers do wrong: `ack-first` acknowledges before the commit.
        #[arg(long, value_parser = ["ack-first"])]
        mutant: Option<String>,
    },
    /// Every call of every write to the machine fails, once and for ever.
    Iofault {
        /// Let one in so many faults loose.
        #[arg(long, default_value_t = 1)]
        one_in: u64,
        /// When they strike.
        #[arg(long, value_enum, default_value = "opening")]
        during: During,
    },
    /// SQLite is refused memory at every request of every write, once and for ever.
    Oom {
        /// Refuse one in so many requests.
        #[arg(long, default_value_t = 1)]
        one_in: u64,
    },
    #[command(hide = true)]
    OomSweep {
        #[arg(long, default_value_t = 1)]
        one_in: u64,
    },
    /// The power fails after every write to the disk.
    Powercut {
        /// Commits in the day that is cut.
        #[arg(long, default_value_t = 150)]
        commits: u64,
        /// Look at one in so many cut points.
        #[arg(long, default_value_t = 1)]
        one_in: u64,
        /// Cut one in so many images again while they recover; 0 for none.
        #[arg(long, default_value_t = 50)]
        nested: u64,
        /// How sure the writer is of its disk; anything but full is a mutant.
        #[arg(long, value_enum, default_value = "full")]
        sync: Sync,
    },
    /// The disk is full, and has space again.
    Full {
        /// How often.
        #[arg(long, default_value_t = 40)]
        rounds: u64,
    },
    /// Several processes write as fast as they can, or at a rate.
    Contend {
        /// How many.
        #[arg(long, default_value_t = 8)]
        processes: u64,
        /// How long.
        #[arg(long, default_value_t = 10)]
        seconds: u64,
        /// The least that is fair, in thousandths of Jain's index.
        #[arg(long, default_value_t = 850)]
        fair: u64,
        /// How many commands a second each of them makes; without it, as many as it can.
        #[arg(long)]
        rate: Option<u64>,
    },
    /// One process works on and on: its memory and open files stay what they were.
    Soak {
        /// How long.
        #[arg(long, default_value_t = 0)]
        hours: u64,
        /// How long, beside the hours.
        #[arg(long, default_value_t = 0)]
        minutes: u64,
        /// How long, beside the minutes.
        #[arg(long, default_value_t = 0)]
        seconds: u64,
    },
    /// Random commands are written down with all their answers, for other languages to repeat.
    Parity {
        /// How many.
        #[arg(long, default_value_t = 600)]
        commands: u64,
        /// Where to; nothing of the kind may be there yet.
        #[arg(long)]
        folder: PathBuf,
    },
    /// A forgotten reader keeps the log from being emptied.
    Starve {
        /// Commits while it reads, and again when it has ended.
        #[arg(long, default_value_t = 3_000)]
        requests: u64,
    },
    /// Copies are made while somebody writes.
    Backup {
        /// How many.
        #[arg(long, default_value_t = 200)]
        copies: u64,
    },
    /// Every bit turns, one at a time.
    Flip {
        /// How many.
        #[arg(long, default_value_t = 600)]
        flips: u64,
        /// Let the verifier do wrong: `skip-rows` passes over what is wrong with a row.
        #[arg(long, value_parser = ["skip-rows"])]
        mutant: Option<String>,
    },
    /// Bytes of a file become what hurts most.
    Hostile {
        /// How many files.
        #[arg(long, default_value_t = 600)]
        files: u64,
    },
    /// Somebody who knows the file changes it by hand.
    Tamper {
        /// Let the verifier do wrong: `skip-rows` passes over what is wrong with a row.
        #[arg(long, value_parser = ["skip-rows"])]
        mutant: Option<String>,
    },
    /// The machine stands in other zones and years.
    Clock,
    #[command(hide = true)]
    ClockPrint {
        #[arg(long)]
        now: Option<i64>,
        #[arg(long)]
        moving: bool,
    },
    #[command(hide = true)]
    ClockLive,
    #[command(hide = true)]
    Writer {
        seconds: u64,
        #[arg(long, value_enum)]
        how: How,
        #[arg(long)]
        file: PathBuf,
        #[arg(long, default_value_t = 10)]
        rate: u64,
    },
}

impl Harness {
    fn is_mutant(&self) -> bool {
        match self {
            Self::Kill { mutant, .. } | Self::Flip { mutant, .. } | Self::Tamper { mutant } => {
                mutant.is_some()
            }
            Self::Powercut { sync, .. } => *sync != Sync::Full,
            _ => false,
        }
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mutant = arguments.harness.is_mutant();
    match run(arguments) {
        Ok(Some(report)) if mutant => report.close_mutant(),
        Ok(Some(report)) => report.close(),
        Ok(None) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("gongdan-torture: {trouble}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: Arguments) -> Result<Option<Report>, Trouble> {
    let seed = arguments.seed;
    let report = match arguments.harness {
        Harness::Kill { rounds, writers, mutant } => {
            let how = if mutant.is_some() { How::AckFirst } else { How::Careful };
            kill::run(seed, rounds, writers, how)?
        }
        Harness::Iofault { one_in, during } => iofault::run(seed, one_in.max(1), during)?,
        Harness::Oom { one_in } => return oom::run(seed, one_in),
        Harness::OomSweep { one_in } => oom::sweep(seed, one_in.max(1))?,
        Harness::Powercut { commits, one_in, nested, sync } => {
            powercut::run(Plan { seed, commits, sync, one_in: one_in.max(1), nested })?
        }
        Harness::Full { rounds } => full::run(seed, rounds)?,
        Harness::Contend { processes, seconds, rate: Some(rate), .. } => {
            paced::run(seed, processes, seconds, rate.max(1))?
        }
        Harness::Contend { processes, seconds, fair, rate: None } => {
            contend::run(seed, processes, seconds, fair)?
        }
        Harness::Soak { hours, minutes, seconds } => {
            soak::run(seed, Duration::from_secs(hours * 3_600 + minutes * 60 + seconds))?
        }
        Harness::Parity { commands, folder } => parity::run(seed, commands, &folder)?,
        Harness::Starve { requests } => starve::run(seed, requests)?,
        Harness::Backup { copies } => backup::run(seed, copies)?,
        Harness::Flip { flips, mutant } => flip::run(seed, flips, verifier(mutant.as_ref()))?,
        Harness::Hostile { files } => hostile::run(seed, files)?,
        Harness::Tamper { mutant } => tamper::run(seed, verifier(mutant.as_ref()))?,
        Harness::Clock => clock::run(seed)?,
        Harness::ClockPrint { now, moving } => {
            clock::print(seed, now, moving)?;
            return Ok(None);
        }
        Harness::ClockLive => clock_life::run(seed)?,
        Harness::Writer { how, file, seconds, rate } => {
            writer::run(how, file, seed, seconds, rate)?;
            return Ok(None);
        }
    };
    Ok(Some(report))
}

fn verifier(mutant: Option<&String>) -> Verifier {
    if mutant.is_some() { Verifier::SkipsRows } else { Verifier::Whole }
}
