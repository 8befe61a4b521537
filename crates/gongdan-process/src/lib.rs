//! What a process may do beneath an open SQLite file without losing a byte of it: fork, and hold
//! a second copy of SQLite.
//!
//! Two things are amiss with SQLite's own locks. POSIX locks belong to the process: when anybody
//! in it closes any descriptor of the file, all of them are gone, and a second copy of SQLite
//! (Python's `sqlite3` beside this library) does just that. And SQLite's mutexes and descriptors
//! come over a `fork` as they stood: a child may wait for ever for a thread that it does not have,
//! or act under its parent's locks.
//!
//! The cure has two halves, and one without the other is worse than neither:
//! - [`locks`](Lease) of the open file description instead of the process (Linux), put in through
//!   SQLite's own table of system calls. Alone, they would be shared with forked children.
//! - Before a `fork`, every thread is led out of SQLite and every connection at rest is closed;
//!   parent and child open it again when they next need it. A file with a transaction under way
//!   stays the parent's, and the child is told so whenever it asks for it.
//!
//! This crate, beside `bindings/c`, is the one place where `unsafe` stands: registering the fork
//! handlers, putting in the system call, and lending a connection that the handlers may take away
//! are not to be had without it. Each block says why it is sound.

mod entered;
mod fork;
mod gate;
mod line;
mod locks;
mod lost;

pub use entered::{entered, memory_held};
pub use gate::{Inside, fork_is_waiting, outside};
pub use line::{Lease, Lost, Reading, Using};
