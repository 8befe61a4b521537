//! Where a file lies: on a local disk, or on a file system that other machines share, where
//! SQLite's locks and its shared memory do not hold.

use std::path::{Path, PathBuf};

use crate::words::{Error, ErrorKind, Result};

/// File systems that other machines share, by the names Linux gives them.
const SHARED: &[&str] = &[
    "9p",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "drvfs",
    "gfs",
    "gfs2",
    "glusterfs",
    "gpfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "ocfs2",
    "orangefs",
    "prl_fs",
    "pvfs2",
    "smb2",
    "smb3",
    "smbfs",
    "vboxsf",
    "vmhgfs",
];
/// The same, where a program in user space serves them (`fuse.NAME`).
const SERVED: &[&str] = &[
    "ceph",
    "davfs2",
    "gcsfuse",
    "glusterfs",
    "goofys",
    "juicefs",
    "moosefs",
    "rclone",
    "s3fs",
    "smbnetfs",
    "sshfs",
    "vmhgfs-fuse",
];

/// Refuses a file on a file system that other machines share. Where the machine does not say
/// (`/proc` is missing), nothing is refused.
pub(super) fn check(path: &Path) -> Result<()> {
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    match file_system(&mounts, path).filter(|name| is_shared(name)) {
        None => Ok(()),
        Some(name) => {
            let path = path.display();
            let message = format!(
                "{path} lies on a network file system ({name}), where locks and shared memory do \
                 not hold and written work can be lost: move the file to a local disk"
            );
            Err(Error::plain(ErrorKind::Io, message))
        }
    }
}

/// Whether a file system is one that other machines share.
fn is_shared(name: &str) -> bool {
    match name.strip_prefix("fuse.") {
        Some(served) => SERVED.contains(&served),
        None => SHARED.contains(&name),
    }
}

/// The file system of the mount that holds a path: the longest mount point above it, and of two
/// the later one, which hides the other.
fn file_system<'a>(mounts: &'a str, path: &Path) -> Option<&'a str> {
    let above = mounts.lines().filter_map(mount).filter(|(point, _)| path.starts_with(point));
    above.max_by_key(|(point, _)| point.components().count()).map(|(_, name)| name)
}

/// A line of mountinfo (proc(5)): its mount point, and its file system's name after the dash.
fn mount(line: &str) -> Option<(PathBuf, &str)> {
    let (before, after) = line.split_once(" - ")?;
    let point = before.split(' ').nth(4)?;
    Some((PathBuf::from(unescaped(point)), after.split(' ').next()?))
}

/// Blanks, tabs, newlines and backslashes are written in octal there.
fn unescaped(point: &str) -> String {
    let escapes = [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")];
    escapes.iter().fold(point.to_owned(), |text, (code, plain)| text.replace(code, plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
31 22 0:40 / /srv/共享 rw - nfs4 server:/export rw,vers=4.2
32 22 0:41 / /mnt/my\\040share rw - cifs //server/share rw
33 22 0:42 / /home/a/remote rw - fuse.sshfs a@b: rw
34 22 0:43 / /home/a/crypt rw - fuse.gocryptfs /x rw
35 31 8:2 / /srv/共享/local rw - xfs /dev/sdb1 rw
36 22 0:44 / /data rw - ext4 /dev/sdc1 rw
37 36 0:45 / /data rw - nfs server:/data rw";

    fn shared(path: &str) -> bool {
        file_system(MOUNTS, Path::new(path)).is_some_and(is_shared)
    }

    #[test]
    fn a_file_on_a_network_mount_is_told_from_its_neighbours() {
        for path in ["/srv/共享/a.db", "/mnt/my share/a.db", "/home/a/remote/x/a.db", "/data/a.db"]
        {
            assert!(shared(path), "{path}");
        }
        let local = ["/a.db", "/srv/共享2/a.db", "/srv/共享/local/a.db", "/home/a/crypt/a.db"];
        for path in local {
            assert!(!shared(path), "{path}");
        }
    }

    #[test]
    fn every_name_of_the_tables_is_refused_and_the_local_ones_are_not() {
        for name in SHARED {
            assert!(is_shared(name), "{name}");
        }
        for name in SERVED {
            assert!(is_shared(&format!("fuse.{name}")), "{name}");
        }
        for name in ["ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "f2fs", "fuseblk", "vfat"] {
            assert!(!is_shared(name), "{name}");
        }
    }

    #[test]
    fn this_machine_says_where_a_file_lies() {
        let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        let found = file_system(&mounts, Path::new("/proc/self"));
        assert!(mounts.is_empty() || found == Some("proc"), "{found:?}");
        assert!(
            file_system("", Path::new("/a")).is_none()
                && file_system("x - ", Path::new("/")).is_none()
        );
    }
}
