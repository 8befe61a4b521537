//! Health: how large file and log are, and what a clean-up would gain.

use serde::{Deserialize, Serialize};

use super::connection::Store;
use super::lineage::OURS;
use super::second;
use crate::words::Result;

/// How a file stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Health {
    /// The schema the file has; the library's own or an older one.
    pub schema: i64,
    /// The bytes of one page.
    pub page_size: u64,
    /// The pages of the file, the log left out.
    pub pages: u64,
    /// The pages that hold nothing.
    pub free_pages: u64,
    /// The bytes of the log beside the file (`-wal`). It is emptied into the file from 16 MB on;
    /// one far larger means that somebody has been reading an old state for long.
    pub log_bytes: u64,
    /// Whether another copy of SQLite in this process has the file open (seen on Linux). Nothing is
    /// lost by it there, so that nothing is refused; it should not be: close it, and use this
    /// library's own doors.
    pub another_sqlite: bool,
}

impl Health {
    /// Whether the log is larger than writing alone makes it (64 MiB).
    pub fn log_is_stuck(&self) -> bool {
        self.log_bytes > 67_108_864
    }
}

impl Store {
    /// How the file stands now.
    pub(crate) fn health(&self) -> Result<Health> {
        let ask = |name| -> Result<i64> {
            let conn = self.conn()?;
            Ok(conn.pragma_query_value(None, name, |row| row.get(0))?)
        };
        let mut log = self.path.clone().into_os_string();
        log.push("-wal");
        Ok(Health {
            schema: ask("user_version")?.min(OURS.version()),
            page_size: ask("page_size")?.unsigned_abs(),
            pages: ask("page_count")?.unsigned_abs(),
            free_pages: ask("freelist_count")?.unsigned_abs(),
            log_bytes: std::fs::metadata(log).map_or(0, |found| found.len()),
            another_sqlite: second::is_here(&self.path),
        })
    }
}
