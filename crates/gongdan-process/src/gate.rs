//! The gate that every use of SQLite goes through: a `fork` shuts it and waits until nobody is
//! inside, so that no mutex of SQLite is held and no call half done when the process is doubled.
//!
//! It is made of atomics and short sleeps alone: a lock here would itself come over a `fork`.

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::time::Duration;
#[cfg(unix)]
use std::time::Instant;

static SHUT: AtomicBool = AtomicBool::new(false);
static THREADS_INSIDE: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    /// How often this thread has entered and not left.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

const PAUSE: Duration = Duration::from_micros(50);

/// This thread is inside SQLite.
#[must_use = "dropping it leaves the gate"]
#[derive(Debug)]
pub struct Inside(PhantomData<*const ()>);

impl Drop for Inside {
    fn drop(&mut self) {
        let depth = DEPTH.get().saturating_sub(1);
        DEPTH.set(depth);
        if depth == 0 {
            step_out();
        }
    }
}

/// Goes in; waits while a `fork` is under way. Who is inside already goes deeper at once.
pub(crate) fn enter() -> Inside {
    if DEPTH.get() == 0 {
        step_in();
    }
    DEPTH.set(DEPTH.get() + 1);
    Inside(PhantomData)
}

/// Whether a `fork` waits for the threads inside to come out.
pub fn fork_is_waiting() -> bool {
    SHUT.load(SeqCst)
}

/// Does other work in the midst of a use of SQLite — asks a caller's function, waits for another
/// thread — so that a `fork` need not wait for it. If one goes through meanwhile, the file stays
/// the parent's, since what is under way cannot be closed. With nothing under way it only lets a
/// waiting `fork` through.
pub fn outside<T>(work: impl FnOnce() -> T) -> T {
    let _back = Back(DEPTH.replace(0));
    if _back.0 > 0 {
        step_out();
    }
    work()
}

/// Goes back to where the thread was, whatever happens.
struct Back(usize);

impl Drop for Back {
    fn drop(&mut self) {
        if self.0 > 0 {
            step_in();
        }
        DEPTH.set(self.0);
    }
}

fn step_in() {
    loop {
        THREADS_INSIDE.fetch_add(1, SeqCst);
        if !SHUT.load(SeqCst) {
            return;
        }
        step_out();
        while SHUT.load(SeqCst) {
            std::thread::sleep(PAUSE);
        }
    }
}

fn step_out() {
    THREADS_INSIDE.fetch_sub(1, SeqCst);
}

/// Shuts the gate and waits for all others to come out; whether they did in time.
#[cfg(unix)]
pub(crate) fn shut(patience: Duration) -> bool {
    while SHUT.swap(true, SeqCst) {
        std::thread::sleep(PAUSE); // another thread forks
    }
    let since = Instant::now();
    while THREADS_INSIDE.load(SeqCst) > own() {
        if since.elapsed() > patience {
            return false;
        }
        std::thread::sleep(PAUSE);
    }
    true
}

/// Opens the gate again.
#[cfg(unix)]
pub(crate) fn open() {
    SHUT.store(false, SeqCst);
}

/// Opens the gate in a new process, where this is the only thread.
#[cfg(unix)]
pub(crate) fn open_in_child() {
    THREADS_INSIDE.store(own(), SeqCst);
    open();
}

/// How much this thread counts among those inside.
#[cfg(unix)]
fn own() -> usize {
    usize::from(DEPTH.get() > 0)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    // The gate is one for the process, so its rules are one test.
    #[test]
    fn a_shut_gate_lets_threads_out_and_none_in() {
        let _alone = crate::fork::alone();
        let (tell, told) = std::sync::mpsc::channel();
        let inside = enter();
        let other = std::thread::spawn(move || {
            let came_out = shut(Duration::from_secs(20));
            tell.send(()).ok();
            std::thread::sleep(Duration::from_millis(50));
            open();
            came_out
        });
        while !SHUT.load(SeqCst) {
            std::thread::yield_now();
        }
        drop(enter()); // deeper: no waiting
        assert!(told.try_recv().is_err(), "it waits for who is inside");
        outside(|| told.recv().ok());
        assert!(!SHUT.load(SeqCst), "whoever comes back waits until it is open");
        assert!(other.join().expect("it ended"));
        drop(inside);
        assert_eq!(THREADS_INSIDE.load(SeqCst), 0);
        let held = enter();
        let late = std::thread::spawn(|| {
            let came_out = shut(Duration::from_millis(20));
            open();
            came_out
        });
        assert!(!late.join().expect("it ended"), "nobody waits for ever");
        drop(held);
    }
}
