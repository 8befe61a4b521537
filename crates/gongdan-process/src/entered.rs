//! The way in: everything that calls SQLite goes through it.

use crate::gate::{self, Inside};
use crate::{fork, locks, lost};

/// Enters SQLite: until the guard is dropped no `fork` goes through. For what is done with a
/// connection before it becomes a [`Lease`](crate::Lease), and for anything else that calls SQLite.
pub fn entered() -> Inside {
    fork::watch_for_forks();
    let inside = gate::enter();
    if !lost::is_lost() {
        locks::belong_to_the_file();
    }
    inside
}

/// How many bytes SQLite holds in this process, for all its connections together.
#[allow(unsafe_code, reason = "rusqlite has no safe door to it")]
pub fn memory_held() -> u64 {
    // SAFETY: reads one number that SQLite keeps under its own mutex; nothing is passed.
    let held = unsafe { rusqlite::ffi::sqlite3_memory_used() };
    held.unsigned_abs()
}
