//! How the file stands, and a read-only door for SQL.

use crate::hotline::Hotline;
use crate::store::{Datum, Health, Rows};
use crate::words::Result;

impl Hotline {
    /// Answers one SELECT on the documented views `v1_…` (see schema.sql), read-only, as the file
    /// was last committed. A query that takes more than `steps` instructions of SQLite's virtual
    /// machine is stopped; ten million are about a second. So is one whose answer has more than a million
    /// rows or 256 MiB, that takes more than 256 MiB of SQLite's memory, makes a value of more than 16 MiB,
    /// or takes longer than [`Options::reading_deadline`](crate::Options::reading_deadline).
    ///
    /// # Errors
    /// `InvalidInput` for anything but such a SELECT, or naming the cap that it met; `Interrupted`, `Busy`.
    pub fn query(&self, sql: &str, values: &[Datum], steps: u64) -> Result<Rows> {
        self.ensure_all_tickets()?;
        self.store.query(sql, values, steps)
    }

    /// How the file stands: its size, its log, its free pages.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn health(&self) -> Result<Health> {
        self.ensure_all_tickets()?;
        self.store.health()
    }
}
