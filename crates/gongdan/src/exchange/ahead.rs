//! Batches on their way from the thread that reads to whoever asked: two wait at most, and nobody
//! waits for a reader who was forgotten longer than the reading deadline.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::machine::watch;
use crate::store::{Chunk, Given};
use crate::words::{Error, ErrorKind, Result};

/// How many batches wait to be taken.
const AHEAD: usize = 2;
/// How often whoever waits for a batch looks whether it is to stop.
const LOOK: Duration = Duration::from_millis(50);

fn stopped() -> Error {
    Error::plain(ErrorKind::Interrupted, "the reading was stopped")
}

#[derive(Default)]
struct Waiting {
    chunks: VecDeque<Chunk>,
    failed: Option<Error>,
    giver_gone: bool,
    taker_gone: bool,
}

#[derive(Default)]
struct Shared {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

impl Shared {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut Waiting)) {
        change(&mut self.waiting());
        self.changed.notify_all();
    }
}

/// The two sides of a table on its way.
pub(super) fn ahead() -> (Giver, Taker) {
    let shared = Arc::<Shared>::default();
    (Giver(Arc::clone(&shared)), Taker { shared, process: std::process::id() })
}

/// The side that reads.
pub(super) struct Giver(Arc<Shared>);

impl Giver {
    /// Hands a batch over, as soon as there is room for it and at most so late.
    pub(super) fn give(&self, chunk: Chunk, limit: Duration) -> Given {
        let full = |waiting: &mut Waiting| waiting.chunks.len() >= AHEAD && !waiting.taker_gone;
        let waited = self.0.changed.wait_timeout_while(self.0.waiting(), limit, full);
        let (mut waiting, waited) = waited.unwrap_or_else(PoisonError::into_inner);
        if waiting.taker_gone {
            return Given::Unwanted;
        }
        if waited.timed_out() && waiting.chunks.len() >= AHEAD {
            return Given::Forgotten;
        }
        waiting.chunks.push_back(chunk);
        drop(waiting);
        self.0.changed.notify_all();
        Given::More
    }

    /// Ends with an error, after the batches that wait.
    pub(super) fn fail(&self, error: Error) {
        self.0.change(|waiting| waiting.failed = Some(error));
    }
}

impl Drop for Giver {
    fn drop(&mut self) {
        self.0.change(|waiting| waiting.giver_gone = true);
    }
}

/// The side that asked.
pub(super) struct Taker {
    shared: Arc<Shared>,
    /// The thread that reads is this process's: a child made by `fork` has none.
    process: u32,
}

impl Taker {
    /// The next batch; nothing after the last, and after an error.
    pub(super) fn take(&self) -> Option<Result<Chunk>> {
        if watch::wants_to_stop() {
            return Some(Err(stopped()));
        }
        if !self.has_a_reader() {
            let message = "the table was half read when the process was forked: it is the parent's";
            return Some(Err(Error::plain(ErrorKind::Forked, message)));
        }
        let none = |waiting: &mut Waiting| waiting.chunks.is_empty() && !waiting.giver_gone;
        let mut waiting = self.shared.waiting();
        while none(&mut waiting) {
            let waited = self.shared.changed.wait_timeout(waiting, LOOK);
            waiting = waited.unwrap_or_else(PoisonError::into_inner).0;
            if watch::wants_to_stop() {
                return Some(Err(stopped()));
            }
        }
        let taken = waiting.chunks.pop_front().map(Ok);
        let taken = taken.or_else(|| waiting.failed.take().map(Err));
        drop(waiting);
        self.shared.changed.notify_all();
        taken
    }

    fn has_a_reader(&self) -> bool {
        std::process::id() == self.process
    }
}

impl Drop for Taker {
    fn drop(&mut self) {
        if self.has_a_reader() {
            self.shared.change(|waiting| waiting.taker_gone = true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Duration = Duration::ZERO;

    fn chunk(rows: usize) -> Chunk {
        Chunk { rows, columns: Vec::new() }
    }

    fn rows(taken: Option<Result<Chunk>>) -> Option<usize> {
        taken.map(|chunk| chunk.expect("a batch").rows)
    }

    #[test]
    fn two_wait_and_a_third_is_forgotten_when_nobody_takes_one() {
        let (giver, taker) = ahead();
        assert_eq!([1, 2, 3].map(|rows| giver.give(chunk(rows), NOW)), {
            [Given::More, Given::More, Given::Forgotten]
        });
        assert_eq!(rows(taker.take()), Some(1));
        assert_eq!(giver.give(chunk(4), NOW), Given::More);
        giver.fail(Error::plain(ErrorKind::Io, "it failed"));
        drop(giver);
        assert_eq!([taker.take(), taker.take()].map(rows), [Some(2), Some(4)]);
        assert!(taker.take().is_some_and(|last| last.is_err()), "the error comes last");
        assert!(taker.take().is_none(), "and once");
    }

    #[test]
    fn who_waits_is_woken_by_the_other_side() {
        let (giver, taker) = ahead();
        let gives = std::thread::spawn(move || {
            (0..50).map(|rows| giver.give(chunk(rows), Duration::MAX)).collect::<Vec<_>>()
        });
        assert_eq!((0..50).map(|_| rows(taker.take())).collect::<Vec<_>>(), {
            (0..50).map(Some).collect::<Vec<_>>()
        });
        assert_eq!(gives.join().expect("it ended"), vec![Given::More; 50]);
        assert_eq!(rows(taker.take()), None);
        let (giver, taker) = ahead();
        (0..2).for_each(|rows| assert_eq!(giver.give(chunk(rows), NOW), Given::More));
        drop(taker);
        assert_eq!(giver.give(chunk(2), Duration::MAX), Given::Unwanted);
    }
}
