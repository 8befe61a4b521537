//! Whether the file and its log still stand where they were opened. Another program may have taken
//! one away or put another in its place: what is written then goes to a file without a name.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::words::{Error, ErrorKind, Result};

/// The file and its log by the numbers that their names cannot change.
#[derive(Debug, Default)]
pub(super) struct InPlace {
    seen: Mutex<Option<[Numbers; 2]>>,
}

/// Device and inode; nothing when there is no such file.
type Numbers = Option<(u64, u64)>;

impl InPlace {
    /// Forgets what stood here: file and log are being opened anew.
    pub(super) fn forget(&self) {
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Compares with what stood here first.
    pub(super) fn check(&self, path: &Path) -> Result<()> {
        let now = [numbers(path), numbers(&log(path))];
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match *seen.get_or_insert(now) == now {
            true => Ok(()),
            false => {
                let message = format!(
                    "another program has taken away or replaced {} or its log: nothing more is \
                     written; close it everywhere, look at it with verify, and open it again",
                    path.display()
                );
                Err(Error::plain(ErrorKind::Replaced, message))
            }
        }
    }
}

/// The log beside a file.
fn log(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

/// Asks for the numbers alone: whoever looks at a file's times has Linux keep finer ones of the next
/// write, and with them each commit put more on disk (a durable command took a third longer).
#[cfg(target_os = "linux")]
fn numbers(path: &Path) -> Numbers {
    use rustix::fs::{AtFlags, CWD, StatxFlags, statx};
    let found = statx(CWD, path, AtFlags::STATX_DONT_SYNC, StatxFlags::INO).ok()?;
    let device = (u64::from(found.stx_dev_major) << 32) | u64::from(found.stx_dev_minor);
    Some((device, found.stx_ino))
}

#[cfg(all(unix, not(target_os = "linux")))]
fn numbers(path: &Path) -> Numbers {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|found| (found.dev(), found.ino()))
}

/// Elsewhere an open file cannot be taken away.
#[cfg(not(unix))]
fn numbers(_: &Path) -> Numbers {
    None
}
