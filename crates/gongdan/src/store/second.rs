//! A second SQLite in this process: another library has mapped the log's index beside ours.

use std::path::Path;

/// Whether another copy of SQLite in this process has the file open. Asked while ours has it open.
/// SQLite maps an index once a file and process, so that two mappings of its beginning are two
/// copies of SQLite.
#[cfg(target_os = "linux")]
pub(super) fn is_here(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let mut index = path.as_os_str().to_owned();
    index.push("-shm");
    // Nothing is ever written to the index as a file: its times may be looked at.
    let Ok(found) = std::fs::metadata(&index) else { return false };
    let maps = std::fs::read("/proc/self/maps").unwrap_or_default();
    beginnings(&String::from_utf8_lossy(&maps), found.ino()) > 1
}

/// Elsewhere nobody says what is mapped.
#[cfg(not(target_os = "linux"))]
pub(super) fn is_here(_: &Path) -> bool {
    false
}

/// How many mappings (proc(5), `maps`: addresses, rights, offset, device, inode, name) begin at the
/// beginning of a log's index with this inode.
#[cfg(target_os = "linux")]
fn beginnings(maps: &str, inode: u64) -> usize {
    let begins = |line: &&str| {
        let mut parts = line.split_ascii_whitespace().skip(2);
        let (offset, inode_there) = (parts.next(), parts.nth(1));
        offset.is_some_and(|offset| offset.bytes().all(|digit| digit == b'0'))
            && inode_there.and_then(|text| text.parse().ok()) == Some(inode)
            && line.contains("-shm")
    };
    maps.lines().filter(begins).count()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    const MAPS: &str = "\
7f10c0000000-7f10c0008000 rw-s 00000000 08:01 4711                       /srv/热线.db-shm
7f10c0008000-7f10c0010000 rw-s 00008000 08:01 4711                       /srv/热线.db-shm
7f10c0010000-7f10c0018000 rw-s 00000000 08:01 4712                       /srv/other.db-shm
7f10c0018000-7f10c0020000 rw-s 00000000 08:01 4711                       /srv/热线.db-shm
7f10c1000000-7f10c1008000 r--p 00000000 08:01 4713                       /usr/lib/libc.so.6
7f10c2000000-7f10c2008000 rw-p 00000000 00:00 0
";

    #[test]
    fn only_beginnings_of_the_index_are_counted() {
        assert_eq!([4711, 4712, 4713, 0].map(|inode| beginnings(MAPS, inode)), [2, 1, 0, 0]);
        assert_eq!(beginnings("", 4711), 0);
    }
}
