//! Reading where nobody may write: a folder on a mount that is for reading only. A file that was closed is read,
//! one beside which a log stands is read with its log or refused, and the error says what to do.
//!
//! Whoever runs the tests may be allowed to write anywhere (root is), so the folder is mounted for reading only;
//! where that cannot be done, it is said what was not shown.

use std::path::{Path, PathBuf};
use std::process::Command;

use gongdan::{Error, ErrorKind, Hotline, Intake, Options, Stamp};
use gongdan_tests::{Folder, at, found};
use rusqlite::Connection;

const STEPS: u64 = 1_000_000;

/// A folder that is mounted for reading only, until it is dropped.
struct Mounted(PathBuf);

impl Mounted {
    fn new(folder: &Path) -> Option<Self> {
        let mount = |arguments: &[&str]| {
            Command::new("mount")
                .args(arguments)
                .arg(folder)
                .status()
                .is_ok_and(|status| status.success())
        };
        let bound = mount(&["--bind", folder.to_str()?]);
        let mounted = bound.then(|| Self(folder.to_owned()))?;
        if mount(&["-o", "remount,ro,bind"]) { Some(mounted) } else { None }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        Command::new("umount").arg(&self.0).status().expect("unmounted");
    }
}

/// A file with two tickets, the second of which stands in the log alone, and whoever has it open.
fn half_in_the_log(folder: &Folder) -> Hotline {
    let path = folder.file("热线.db");
    let desk = Stamp::centre("坐席07", at("2020-09-01 09:00"));
    let mut hotline = found(&path).expect("a file");
    hotline.intake(&desk, &Intake::new("来电", "路灯不亮")).expect("a ticket");
    drop(hotline);
    let mut hotline = Hotline::open(&path).expect("opens again");
    hotline.intake(&desk, &Intake::new("来电", "井盖丢失")).expect("another ticket");
    hotline
}

/// Copies a file and what stands beside it with these endings to a folder of its own.
fn copied(from: &Folder, endings: &[&str]) -> (Folder, PathBuf) {
    let folder = Folder::new("still");
    for ending in endings {
        let name = format!("热线.db{ending}");
        std::fs::copy(from.file(&name), folder.file(&name)).expect(&name);
    }
    let path = folder.file("热线.db");
    (folder, path)
}

fn read(path: &Path) -> Result<Hotline, Error> {
    Hotline::open_with(path, &Options::new().read_only())
}

/// How many tickets a file shows by the figures' way, by SQL and to whoever verifies it.
fn tickets(hotline: &Hotline) -> u64 {
    let report = hotline.verify(&mut |_, _| {}).expect("a report");
    assert!(report.is_sound(), "{:?}", report.findings);
    let rows = hotline.query("SELECT COUNT(*) FROM v1_tickets", &[], STEPS).expect("an answer");
    assert_eq!(rows.rows, [[gongdan::Datum::Integer(report.tickets as i64)]]);
    report.tickets
}

/// Refused with the folder and what to do.
fn is_refused(path: &Path, log: &str) {
    let error = read(path).err().expect("there is a log");
    let (said, folder) = (error.to_string(), path.parent().expect("a folder"));
    assert_eq!(error.kind(), ErrorKind::ReadOnly, "{said}");
    for part in [&*folder.to_string_lossy(), log, "can be written"] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn a_file_is_read_where_nothing_can_be_written() {
    let source = Folder::new("still-source");
    let hotline = half_in_the_log(&source);
    let (with_log, whole) = copied(&source, &["", "-wal", "-shm"]);
    let (log_alone, torn) = copied(&source, &["", "-wal"]);
    drop(hotline);
    let (closed, plain) = copied(&source, &[""]);
    let (emptied, beside_an_empty_log) = copied(&source, &[""]);
    std::fs::write(emptied.file("热线.db-wal"), []).expect("an empty log");
    let mounts: Vec<_> =
        [&with_log, &log_alone, &closed, &emptied].map(|each| Mounted::new(each.path())).into();
    if mounts.iter().any(Option::is_none) {
        println!("skipped: no folder can be mounted for reading only here");
        return;
    }
    assert!(std::fs::write(closed.file("x"), []).is_err(), "something can be written");
    assert_eq!(tickets(&read(&plain).expect("closed in peace")), 2);
    assert_eq!(tickets(&read(&beside_an_empty_log).expect("nothing is in the log")), 2);
    assert_eq!(tickets(&read(&whole).expect("the writer was killed, its log is whole")), 2);
    is_refused(&torn, "热线.db-wal");
    let mut refused = read(&plain).expect("it opens");
    assert_eq!(refused.begin().expect_err("read only").kind(), ErrorKind::ReadOnly);
    drop((refused, mounts));
    assert_eq!(tickets(&read(&torn).expect("here it can be mended")), 2);
}

#[test]
fn a_migration_that_was_killed_is_refused_and_mended_elsewhere() {
    let source = Folder::new("still-migrated");
    let path = source.file("热线.db");
    let hotline = half_in_the_log(&source);
    hotline.backup_to(source.file("copy.db")).expect("a copy");
    drop(hotline);
    std::fs::rename(source.file("copy.db"), &path).expect("in its place");
    // A copy keeps no log: what changes it keeps what stood there in a journal, and is killed.
    let conn = Connection::open(&path).expect("SQLite opens it");
    conn.pragma_update(None, "cache_size", 1).expect("little memory");
    conn.pragma_update(None, "cache_spill", 1).expect("spilling");
    conn.execute_batch(
        "BEGIN; CREATE TABLE more AS SELECT zeroblob(9000) AS z FROM v1_events; \
                        DROP TABLE more; CREATE INDEX late ON event (late, at, hash)",
    )
    .expect("half a change");
    conn.cache_flush().expect("in the file");
    let (folder, torn) = copied(&source, &["", "-journal"]);
    drop(conn);
    let Some(mounted) = Mounted::new(folder.path()) else {
        println!("skipped: no folder can be mounted for reading only here");
        return;
    };
    is_refused(&torn, "热线.db-journal");
    drop(mounted);
    assert_eq!(tickets(&Hotline::open(&torn).expect("mended")), 2);
}
