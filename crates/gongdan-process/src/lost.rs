//! Whether this process can use SQLite at all: a child may not, when somebody stayed inside it while
//! the parent forked.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

/// Somebody did not come out of SQLite before a `fork`: the child can use nothing of it, and its
/// lists may be held by a thread that it does not have. It looks here before it locks them.
static CHILD_IS_LOST: AtomicBool = AtomicBool::new(false);
#[cfg(unix)]
static GIVEN_UP: AtomicBool = AtomicBool::new(false);

/// Whether this process was forked while somebody stayed inside SQLite.
pub(crate) fn is_lost() -> bool {
    CHILD_IS_LOST.load(SeqCst)
}

/// Before a `fork` that somebody inside did not let wait: the child will not use SQLite.
#[cfg(unix)]
pub(crate) fn give_up_in_child() {
    GIVEN_UP.store(true, SeqCst);
}

/// After a `fork`, in the parent.
#[cfg(unix)]
pub(crate) fn stay_in_parent() {
    GIVEN_UP.store(false, SeqCst);
}

/// After a `fork`, in the child.
#[cfg(unix)]
pub(crate) fn be_lost_if_given_up() {
    if GIVEN_UP.load(SeqCst) {
        CHILD_IS_LOST.store(true, SeqCst);
    }
}
