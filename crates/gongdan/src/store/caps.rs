//! What a query of somebody's own may cost: rows, bytes, memory, time and steps, each with a cap that is
//! named when it is met.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering::Relaxed};
use std::time::Duration;

use crate::machine::patience::Deadline;
use crate::machine::watch;
use crate::words::{Error, ErrorKind};

/// The most rows of an answer.
const MOST_ROWS: usize = 1_000_000;

/// The most bytes of an answer, and of SQLite's memory while it is looked for.
const MOST_BYTES: usize = 268_435_456;

/// The longest value that a query may make: so much can be made between two looks at the memory.
pub(super) const LONGEST_VALUE: i32 = 16_777_216;

/// How many virtual-machine instructions pass between two looks at the caps.
pub(super) const STRIDE: i32 = 100;

/// How many looks pass between two at whoever watches.
const WATCHED: u64 = 100;

const STEPS: u8 = 1;
const TIME: u8 = 2;
const MEMORY: u8 = 3;
const WATCHER: u8 = 4;

/// The caps of one query.
#[derive(Clone)]
pub(super) struct Caps {
    steps: u64,
    time: Duration,
    until: Deadline,
    held_before: u64,
    looks: Arc<AtomicU64>,
    met: Arc<AtomicU8>,
}

impl Caps {
    /// Those of a query that begins now.
    pub(super) fn begin(steps: u64, time: Duration) -> Self {
        let (held_before, until) = (gongdan_process::memory_held(), Deadline::after(time));
        let (looks, met) = (Arc::default(), Arc::default());
        Self { steps, time, until, held_before, looks, met }
    }

    /// Whether a cap is met; asked every [`STRIDE`] instructions.
    pub(super) fn are_met(&self) -> bool {
        let looks = self.looks.fetch_add(1, Relaxed) + 1;
        let held = gongdan_process::memory_held().saturating_sub(self.held_before);
        let met = if looks > self.steps / STRIDE.unsigned_abs() as u64 {
            STEPS
        } else if self.until.is_over() {
            TIME
        } else if held > MOST_BYTES as u64 {
            MEMORY
        } else if looks.is_multiple_of(WATCHED) && watch::wants_to_stop() {
            WATCHER
        } else {
            return false;
        };
        self.met.store(met, Relaxed);
        true
    }

    /// Refuses an answer that has grown too large.
    pub(super) fn check_answer(&self, rows: usize, bytes: usize) -> Result<(), Error> {
        let most = MOST_BYTES / 1_048_576;
        match (rows > MOST_ROWS, bytes > MOST_BYTES) {
            (true, _) => Err(stopped(&format!("its answer has more than {MOST_ROWS} rows"))),
            (_, true) => Err(stopped(&format!("its answer has more than {most} MiB"))),
            _ => Ok(()),
        }
    }

    /// What a query that was stopped is answered.
    pub(super) fn told(&self) -> Error {
        let most = MOST_BYTES / 1_048_576;
        match self.met.load(Relaxed) {
            TIME => {
                let seconds = self.time.as_secs_f32();
                stopped(&format!("it takes more time than the reading deadline ({seconds} s)"))
            }
            MEMORY => stopped(&format!("it takes more than {most} MiB of memory")),
            WATCHER => Error::plain(ErrorKind::Interrupted, "the query was stopped"),
            _ => stopped(&format!("it takes too many steps (more than {})", self.steps)),
        }
    }

    /// What a query is answered that made too long a value.
    pub(super) fn too_long() -> Error {
        let most = LONGEST_VALUE / 1_048_576;
        stopped(&format!("one of its values has more than {most} MiB"))
    }
}

fn stopped(why: &str) -> Error {
    Error::plain(ErrorKind::InvalidInput, format!("the query was stopped: {why}"))
}
