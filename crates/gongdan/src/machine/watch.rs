//! Stopping long work: what runs on a thread can be watched, and is asked now and then whether
//! somebody wants it to stop (Ctrl-C in a face that has one).

use std::cell::RefCell;

type Watcher = Box<dyn FnMut() -> bool>;

thread_local! {
    static WATCHER: RefCell<Option<Watcher>> = const { RefCell::new(None) };
}

/// How many instructions of SQLite's virtual machine pass between two looks at the watcher: well
/// under a millisecond.
pub(crate) const STRIDE: i32 = 10_000;

/// Puts the watcher of before back, whatever happens.
struct Before(Option<Watcher>);

impl Drop for Before {
    fn drop(&mut self) {
        WATCHER.set(self.0.take());
    }
}

/// Runs work on this thread and asks `stop` often, many times a millisecond, whether it should
/// end. Once it says yes, what is running fails with [`ErrorKind::Interrupted`], or with `Busy`
/// when it was only waiting for others; a batch is taken back, as after any failure of the
/// machine.
///
/// ```
/// let answer = gongdan::watched(|| false, || 7);
/// assert_eq!(answer, 7);
/// ```
///
/// [`ErrorKind::Interrupted`]: crate::ErrorKind::Interrupted
pub fn watched<T>(stop: impl FnMut() -> bool + 'static, work: impl FnOnce() -> T) -> T {
    let _before = Before(WATCHER.replace(Some(Box::new(stop))));
    work()
}

/// Whether this thread's watcher wants the work to stop.
pub(crate) fn wants_to_stop() -> bool {
    WATCHER.with_borrow_mut(|watcher| watcher.as_mut().is_some_and(|stop| stop()))
}

/// For a watcher that must wait for others to answer, as an interpreter's does for its lock:
/// meanwhile the process may be forked. What was under way goes on in the parent; in the child it
/// stops.
pub fn asked_outside(ask: impl FnOnce() -> bool) -> bool {
    let process = std::process::id();
    gongdan_process::outside(ask) || std::process::id() != process
}
