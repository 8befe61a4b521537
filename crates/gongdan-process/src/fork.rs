//! What happens around a `fork`: every thread comes out of SQLite, whoever has connections closes
//! those at rest, and the gate opens again on both sides.

#[cfg(unix)]
use std::sync::OnceLock;

/// What whoever has connections does around a `fork`.
#[cfg(unix)]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Around {
    /// Before it, with nobody inside.
    pub(crate) before: fn(),
    /// After it, in the child.
    pub(crate) in_child: fn(),
}

#[cfg(unix)]
static AROUND: OnceLock<Around> = OnceLock::new();

/// Says what is done around each `fork` from now on; the first says it for the process.
#[cfg(unix)]
pub(crate) fn tell_before_and_after(around: Around) {
    AROUND.get_or_init(|| around);
}

/// Registers the handlers, once a process.
#[cfg(unix)]
#[allow(unsafe_code)]
pub(crate) fn watch_for_forks() {
    use std::sync::atomic::{AtomicBool, Ordering};

    static DONE: AtomicBool = AtomicBool::new(false);
    if DONE.load(Ordering::SeqCst) || DONE.swap(true, Ordering::SeqCst) {
        return;
    }
    // SAFETY: the three are functions of this program, live as long as it, take nothing and do
    // not unwind: they touch atomics, one mutex that nobody can hold by then, and SQLite's close.
    unsafe { libc::pthread_atfork(Some(before), Some(in_parent), Some(in_child)) };
}

#[cfg(not(unix))]
pub(crate) fn watch_for_forks() {}

#[cfg(unix)]
mod handlers {
    use std::time::Duration;

    use super::AROUND;
    use crate::{gate, lost};

    /// What SQLite does between two looks at the gate takes far less than this, even on a slow
    /// disk. After it the `fork` goes on, and the child is told that its SQLite is lost.
    const PATIENCE: Duration = Duration::from_millis(if cfg!(test) { 200 } else { 20_000 });

    pub(super) extern "C" fn before() {
        match gate::shut(PATIENCE) {
            true => AROUND.get().map_or((), |around| (around.before)()),
            false => lost::give_up_in_child(),
        }
    }

    pub(super) extern "C" fn in_parent() {
        lost::stay_in_parent();
        gate::open();
    }

    pub(super) extern "C" fn in_child() {
        lost::be_lost_if_given_up();
        if let Some(around) = AROUND.get() {
            (around.in_child)();
        }
        gate::open_in_child();
    }
}

#[cfg(unix)]
use handlers::{before, in_child, in_parent};

/// The gate and the flag of a lost child are one for the process: their tests run one by one.
#[cfg(all(test, unix))]
pub(crate) fn alone() -> std::sync::MutexGuard<'static, ()> {
    static ONE: std::sync::Mutex<()> = std::sync::Mutex::new(());
    ONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
