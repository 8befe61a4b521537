//! The way in: everything that calls SQLite goes through it.

use crate::gate::{self, Inside};
use crate::{fork, locks, lost};

/// Enters SQLite: until the guard is dropped no `fork` goes through. For what is done with a
/// connection before it becomes a [`Line`](crate::Line), and for anything else that calls SQLite.
pub fn entered() -> Inside {
    fork::watch_for_forks();
    let inside = gate::enter();
    if !lost::is_lost() {
        locks::belong_to_the_file();
    }
    inside
}
