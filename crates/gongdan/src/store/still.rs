//! Reading where nobody may write: a file in a folder, or on a mount, that is for reading only. SQLite makes a
//! log and its index beside a file that keeps one, also to read it; where it cannot, the file can be read as one
//! that nobody changes, if no log with work of its own stands there.

use std::path::{Path, PathBuf};

use rusqlite::OpenFlags;

use crate::words::{Error, ErrorKind, Result};

/// Marks a file that is opened as one that nobody changes.
pub(super) const UNCHANGED: OpenFlags = OpenFlags::SQLITE_OPEN_URI;

/// Whether a file may not have opened since nothing can be written beside it.
pub(super) fn may_be_the_place(why: &Error) -> bool {
    matches!(why.kind(), ErrorKind::Io | ErrorKind::ReadOnly)
}

/// Refuses a file beside which a log stands that holds more than the file itself, or takes back what half
/// stands in it: a writer or a migration was killed, and nothing can be mended here.
pub(super) fn check_no_log(path: &Path) -> Result<()> {
    let beside = ["-wal", "-journal"].map(|ending| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    });
    let stands = |log: &&PathBuf| log.metadata().is_ok_and(|found| found.len() > 0);
    match beside.iter().find(stands) {
        None => Ok(()),
        Some(log) => Err(left_behind(path, log)),
    }
}

fn left_behind(path: &Path, log: &Path) -> Error {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = path.parent().unwrap_or(path).display();
    let (file, log) = (name(path), name(log));
    let message = format!(
        "{folder} cannot be written, and {log} stands there: whoever wrote {file} last was cut short, and what \
         it holds is not in {file} yet. Copy {file} and all that begins with its name to a folder that can be \
         written, and open it there"
    );
    Error::plain(ErrorKind::ReadOnly, message)
}

/// A path as SQLite's URI of a file that nobody changes: every sign but the plainest in hexadecimal.
pub(super) fn uri(path: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.".contains(&byte);
    let signs = path.as_os_str().as_encoded_bytes().iter().map(|byte| match plain(*byte) {
        true => char::from(*byte).to_string(),
        false => format!("%{byte:02X}"),
    });
    format!("file:{}?immutable=1", signs.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_uri_of_nothing_else() {
        let path = Path::new("/srv/热线?mode=memory#a%20b.db");
        assert_eq!(
            uri(path),
            "file:/srv/%E7%83%AD%E7%BA%BF%3Fmode%3Dmemory%23a%2520b.db?immutable=1"
        );
    }
}
