//! What happens around a `fork`: every thread comes out of SQLite, every connection at rest is
//! closed, and the gate opens again on both sides.

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
    use crate::{gate, line};
    use std::time::Duration;

    /// What SQLite does between two looks at the gate takes far less than this, even on a slow
    /// disk. After it the `fork` goes on, and the child is told that its SQLite is lost.
    const PATIENCE: Duration = Duration::from_millis(if cfg!(test) { 200 } else { 20_000 });

    pub(super) extern "C" fn before() {
        match gate::shut(PATIENCE) {
            true => line::close_all_at_rest(),
            false => line::give_up_in_child(),
        }
    }

    pub(super) extern "C" fn in_parent() {
        line::stay_in_parent();
        gate::open();
    }

    pub(super) extern "C" fn in_child() {
        line::leave_to_parent();
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
