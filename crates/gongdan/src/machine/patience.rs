//! Waiting for a locked file: short jittered sleeps up to a deadline, so that no writer starves
//! (SQLite's own handler backs off in long steps, and the last to come waits longest).

use std::cell::Cell;
use std::time::{Duration, Instant};

use crate::words::{ErrorKind, Result};

/// How long a caller waits for others by default.
pub(crate) const DEFAULT: Duration = Duration::from_secs(10);
/// How long one question may hold a state of the file by default.
pub(crate) const READING: Duration = Duration::from_secs(30);

/// When something has to be done by.
#[derive(Clone, Copy)]
pub(crate) struct Deadline(Option<Instant>);

impl Deadline {
    /// So long from now on.
    pub(crate) fn after(limit: Duration) -> Self {
        Self(Instant::now().checked_add(limit))
    }

    /// Whether it has passed.
    pub(crate) fn is_over(self) -> bool {
        self.0.is_some_and(|by| Instant::now() >= by)
    }
}

thread_local! {
    static SINCE: Cell<Option<Instant>> = const { Cell::new(None) };
    static LIMIT: Cell<Duration> = const { Cell::new(DEFAULT) };
    static YIELDS: Cell<bool> = const { Cell::new(false) };
    static READ_BY: Cell<Option<Deadline>> = const { Cell::new(None) };
}

/// Gives this thread's question so long from now on.
pub(crate) fn begin_reading(limit: Duration) {
    READ_BY.with(|cell| cell.set(Some(Deadline::after(limit))));
}

/// Ends the question; says whether its time was over.
pub(crate) fn end_reading() -> bool {
    let over = reading_is_over();
    READ_BY.with(|cell| cell.set(None));
    over
}

/// The progress handler: whether a question's time is over, so that it is stopped.
pub(crate) fn reading_is_over() -> bool {
    READ_BY.with(Cell::get).is_some_and(Deadline::is_over)
}

/// Sets how long this thread's next waits may take.
pub(crate) fn set_limit(limit: Duration) {
    LIMIT.with(|cell| cell.set(limit));
}

/// Begins something that nothing is lost by beginning again: while it waits for others it lets a
/// `fork` go first.
pub(crate) fn yielding<T>(limit: Duration, begin: impl Fn() -> Result<T>) -> Result<T> {
    let until = Instant::now().checked_add(limit);
    loop {
        let left = until.map_or(limit, |until| until.saturating_duration_since(Instant::now()));
        set_limit(left);
        YIELDS.with(|cell| cell.set(true));
        let begun = begin();
        YIELDS.with(|cell| cell.set(false));
        match begun {
            Err(error) if error.kind() == ErrorKind::Busy && gongdan_process::fork_is_waiting() => {
                gongdan_process::outside(|| ());
            }
            begun => return begun,
        }
    }
}

/// The busy handler: sleeps 0.2 to 8 ms and says whether to try again.
pub(crate) fn wait(attempt: i32) -> bool {
    let now = Instant::now();
    let since = SINCE.with(|cell| {
        let since = if attempt == 0 { now } else { cell.get().unwrap_or(now) };
        cell.set(Some(since));
        since
    });
    let yields = YIELDS.with(Cell::get) && gongdan_process::fork_is_waiting();
    let over = now.duration_since(since) >= LIMIT.with(Cell::get);
    if yields || over || crate::machine::watch::wants_to_stop() {
        return false;
    }
    let mut random = [0_u8; 2];
    let _ = getrandom::fill(&mut random);
    let micros = 200 + u64::from(u16::from_le_bytes(random)) * 7_800 / 65_536;
    std::thread::sleep(Duration::from_micros(micros));
    true
}
