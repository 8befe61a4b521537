//! Real forks of a real process over a real file.
#![cfg(unix)]
#![allow(unsafe_code, clippy::panic)]

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use gongdan_process::{Lease, Lost, Reading, outside};
use rusqlite::Connection;

/// One fork at a time, so that each test counts its own.
static ONE: Mutex<()> = Mutex::new(());

fn file(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("gongdan-forks-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("rows.db");
    for ending in ["", "-wal", "-shm"] {
        std::fs::remove_file(format!("{}{ending}", path.display())).ok();
    }
    path
}

fn line(path: &Path) -> Lease<rusqlite::Error> {
    opened(path).expect("it opens")
}

fn opened(path: &Path) -> Result<Lease<rusqlite::Error>, Lost<rusqlite::Error>> {
    let place = path.to_owned();
    Lease::open(path, move || {
        let connection = Connection::open(&place)?;
        connection.busy_timeout(std::time::Duration::from_secs(10))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "OFF")?; // locks are tried here, not disks
        connection.execute_batch("CREATE TABLE IF NOT EXISTS row (who TEXT) STRICT")?;
        Ok(connection)
    })
}

fn add(line: &Lease<rusqlite::Error>, who: &str) -> Result<(), Lost<rusqlite::Error>> {
    let added = line.using()?.execute("INSERT INTO row VALUES (?1)", [who]);
    added.map(|_| ()).map_err(Lost::NotOpened)
}

fn count(line: &Lease<rusqlite::Error>) -> i64 {
    let using = line.using().expect("this is the parent");
    using.query_row("SELECT COUNT(*) FROM row", [], |row| row.get(0)).expect("rows are counted")
}

/// Forks; the child does its part, within 60 seconds, and its answer is what it ends with.
fn in_child(part: impl FnOnce() -> bool) -> bool {
    // SAFETY: the child calls nothing but its part and `_exit`; no destructor of the parent runs.
    unsafe {
        match libc::fork() {
            0 => {
                libc::alarm(60);
                let done = part();
                libc::_exit(if done { 0 } else { 1 })
            }
            child => {
                let mut status = 0;
                assert_eq!(libc::waitpid(child, &mut status, 0), child);
                libc::WIFEXITED(status) && libc::WEXITSTATUS(status) == 0
            }
        }
    }
}

#[test]
fn parent_and_child_go_on_with_the_same_line() {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let line = line(&file("both"));
    add(&line, "before").expect("written");
    assert!(in_child(|| add(&line, "child").is_ok() && count(&line) == 2));
    add(&line, "parent").expect("written");
    assert_eq!(count(&line), 3);
}

#[test]
fn a_transaction_under_way_stays_the_parents() {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let path = file("transaction");
    let own = line(&path);
    own.using().expect("open").execute_batch("BEGIN IMMEDIATE").expect("begun");
    add(&own, "half").expect("written");
    assert!(in_child(|| matches!(own.using(), Err(Lost::Forked))));
    assert!(in_child(|| matches!(opened(&path), Err(Lost::Forked))), "nor by another line");
    let other = line(&file("beside"));
    assert!(in_child(|| add(&other, "child").is_ok()), "another file is free");
    own.using().expect("still the parent's").execute_batch("COMMIT").expect("committed");
    assert_eq!(count(&own), 1);
}

#[test]
fn a_fork_beside_threads_that_are_inside_leaves_nobody_waiting() {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let path = file("threads");
    let own = line(&path);
    let stop = Arc::new(AtomicBool::new(false));
    let write = |number: usize| {
        let (line, stop) = (line(&path), Arc::clone(&stop));
        std::thread::spawn(move || {
            let mut written = 0;
            while !stop.load(Ordering::SeqCst) {
                add(&line, &number.to_string()).expect("written");
                written += 1;
                // SQLite's own busy handler lets the hasty starve the others.
                std::thread::sleep(std::time::Duration::from_millis(2));
            }
            written
        })
    };
    let writers: Vec<_> = (0..3).map(write).collect();
    for _ in 0..60 {
        assert!(in_child(|| add(&own, "child").inspect_err(|why| eprintln!("{why:?}")).is_ok()));
    }
    stop.store(true, Ordering::SeqCst);
    let written: i64 = writers.into_iter().map(|each| each.join().expect("it ended")).sum();
    assert_eq!(count(&own), written + 60);
    let sound: String = own
        .using()
        .expect("open")
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .expect("checked");
    assert_eq!(sound, "ok");
}

#[test]
fn a_fork_need_not_wait_for_who_waits_outside() {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let own = line(&file("outside"));
    add(&own, "one").expect("written");
    let using = own.using().expect("open");
    let mut ask = using.prepare("SELECT who FROM row").expect("prepared");
    let mut rows = ask.query([]).expect("asked");
    assert!(rows.next().expect("read").is_some());
    let told = outside(|| in_child(|| matches!(own.using(), Err(Lost::Forked))));
    assert!(told, "a statement under way stays the parent's");
    assert!(rows.next().expect("it goes on").is_none());
    drop(rows);
    drop(ask);
    drop(using);
    let reading = Reading::begin::<()>(Path::new("some.db")).expect("ours");
    assert!(in_child(|| Reading::begin::<()>(Path::new("some.db")).is_err()));
    drop(reading);
    assert!(in_child(|| Reading::begin::<()>(Path::new("some.db")).is_ok()));
}

#[cfg(target_os = "linux")]
#[test]
fn closing_another_descriptor_drops_no_lock() {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let path = file("locks");
    let own = line(&path);
    add(&own, "one").expect("written");
    let shm = PathBuf::from(format!("{}-shm", path.display()));
    let ours = || in_child_asked(&shm);
    assert!(ours(), "the log's index is locked while the file is open");
    drop(std::fs::File::options().read(true).write(true).open(&shm).expect("opened"));
    drop(std::fs::File::open(&path).expect("opened"));
    assert!(ours(), "and still is");
    drop(own);
    assert!(!shm.exists(), "the last to close takes it away");
}

/// Whether anybody holds a lock on any of the index's lock bytes, asked by a new description.
#[cfg(target_os = "linux")]
fn in_child_asked(shm: &Path) -> bool {
    use std::os::fd::AsRawFd;
    let file = std::fs::File::options().read(true).write(true).open(shm).expect("opened");
    (120..129).any(|byte| {
        // SAFETY: `flock` is plain numbers, and the descriptor is open.
        unsafe {
            let mut asked: libc::flock = std::mem::zeroed();
            (asked.l_type, asked.l_start, asked.l_len) = (libc::F_WRLCK as _, byte, 1);
            assert_eq!(libc::fcntl(file.as_raw_fd(), libc::F_OFD_GETLK, &mut asked), 0);
            asked.l_type != libc::F_UNLCK as libc::c_short
        }
    })
}
