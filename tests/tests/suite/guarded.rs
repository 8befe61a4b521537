//! Opening: what a hostile file holds beside ours is refused before anything of it can act, links
//! are followed to the file itself, and a question that holds the file too long is stopped.

use std::time::Duration;

use gongdan::{ErrorKind, Grouping, Hotline, Options, Period, Question};
use gongdan_tests::{Folder, at, found};
use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::lived::Lived;

/// What somebody put into the file's schema.
const PLANTED: &[&str] = &[
    "CREATE TRIGGER copy_out AFTER INSERT ON text BEGIN SELECT 1; END",
    "CREATE TRIGGER event BEFORE INSERT ON event BEGIN SELECT 1; END",
    "CREATE VIEW v1_callers AS SELECT content FROM text WHERE field = 4",
    "CREATE TABLE loot (content TEXT)",
    "CREATE INDEX by_body ON event (body)",
    "CREATE VIRTUAL TABLE words USING dbstat",
    "DROP VIEW v1_tickets; CREATE VIEW v1_tickets AS SELECT content AS number FROM text",
    "DROP TRIGGER event_is_never_deleted",
    "DROP INDEX event_of_subject",
    "ALTER TABLE contact ADD COLUMN twice INTEGER GENERATED ALWAYS AS (contacts * 2)",
];

#[test]
fn a_schema_that_somebody_changed_is_refused_and_the_file_stays_as_it_is() {
    let folder = Folder::new("planted");
    let whole = folder.file("whole.db");
    found(&folder.file("source.db")).expect("a file").backup_to(&whole).expect("a copy");
    for (index, sql) in PLANTED.iter().enumerate() {
        let path = folder.file(&format!("planted-{index}.db"));
        std::fs::copy(&whole, &path).expect("a copy");
        let conn = Connection::open(&path).expect("SQLite opens it");
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false).expect("triggers off");
        conn.execute_batch(sql).expect(sql);
        drop(conn);
        let before = std::fs::read(&path).expect("its bytes");
        for options in [Options::new(), Options::new().read_only()] {
            let error = Hotline::open_with(&path, &options).err().expect(sql);
            assert_eq!(error.kind(), ErrorKind::Corrupt, "{sql}: {error}");
            assert!(error.to_string().contains("schema was changed"), "{sql}: {error}");
        }
        assert_eq!(std::fs::read(&path).expect("its bytes"), before, "{sql}");
    }
}

#[test]
fn a_journal_that_ends_before_its_beginning_is_refused() {
    let folder = Folder::new("before-the-beginning");
    let path = folder.file("negative.db");
    drop(found(&path).expect("a file"));
    let conn = Connection::open(&path).expect("SQLite opens it");
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false).expect("triggers off");
    let sql = "PRAGMA ignore_check_constraints = ON; UPDATE region SET last_seq = -1";
    conn.execute_batch(sql).expect(sql);
    drop(conn);
    for options in [Options::new(), Options::new().read_only()] {
        let error = Hotline::open_with(&path, &options).map(drop).expect_err("it is damaged");
        assert_eq!(error.kind(), ErrorKind::Corrupt, "{error}");
    }
}

#[test]
fn statistics_that_sqlite_itself_makes_are_no_change() {
    let folder = Folder::new("analysed");
    let path = folder.file("analysed.db");
    drop(found(&path).expect("a file"));
    Connection::open(&path).expect("SQLite opens it").execute_batch("ANALYZE").expect("statistics");
    assert!(Hotline::open(&path).is_ok());
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_to_the_file_and_locks_are_shared_by_all_its_names() {
    let folder = Folder::new("link");
    let (path, link) = (folder.file("real.db"), folder.file("link.db"));
    let mut hotline = found(&path).expect("a file");
    std::os::unix::fs::symlink(&path, &link).expect("a link");
    let other = Hotline::open_with(&link, &Options::new().patience(Duration::from_millis(50)));
    let mut other = other.expect("opens by its other name");
    hotline.begin().expect("a batch");
    assert_eq!(other.begin().expect_err("a lock").kind(), ErrorKind::Busy);
    hotline.roll_back().expect("taken back");
    assert!(!folder.file("link.db-wal").exists(), "the log stands beside the file itself");
    let dangling = folder.file("dangling.db");
    std::os::unix::fs::symlink(folder.file("nowhere.db"), &dangling).expect("a link");
    assert!(found(&dangling).is_err(), "nothing is made through a link");
    assert!(!folder.file("nowhere.db").exists());
}

#[test]
fn a_question_that_takes_too_long_is_stopped_and_the_next_one_is_answered() {
    let lived = Lived::new(7, 2_000);
    let path = lived.folder.file("slow.db");
    lived.hotline.backup_to(&path).expect("a copy");
    let question = Question::new(Period::parse("2020").expect("a year"), at("2021-01-01 00:00"));
    let question = question.by(Grouping::Unit);
    let none = Options::new().reading_deadline(Duration::ZERO);
    let hurried = Hotline::open_with(&path, &Options::new()).expect("opens");
    assert!(hurried.figures(&question).is_ok());
    match Hotline::open_with(&path, &none) {
        Ok(hurried) => {
            let error = hurried.figures(&question).expect_err("no time at all");
            assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
            assert!(error.to_string().contains("reading deadline"), "{error}");
            assert!(hurried.verify(&mut |_, _| {}).expect("a report").is_sound());
        }
        Err(error) => assert!(error.to_string().contains("reading deadline"), "{error}"),
    }
    assert!(hurried.figures(&question).is_ok(), "the thread's next question has its own time");
}

#[test]
fn a_question_that_was_stopped_half_way_leaves_nothing_half_looked_up() {
    let lived = Lived::new(11, 2_000);
    let path = lived.folder.file("stopped.db");
    lived.hotline.backup_to(&path).expect("a copy");
    let period = Period::parse("2020").expect("a year");
    let (events, _) = lived.hotline.head().expect("a head");
    let question = Question::new(period, lived.now).seen(events / 2).by(Grouping::Unit);
    let expected = Hotline::open(&path).expect("opens").figures(&question).expect("figures");
    let mut stopped = 0;
    for looks in 0..40 {
        let hotline = Hotline::open(&path).expect("opens");
        let mut left = looks;
        let stop = move || {
            left -= 1;
            left < 0
        };
        stopped += usize::from(gongdan::watched(stop, || hotline.figures(&question)).is_err());
        assert_eq!(hotline.figures(&question).expect("figures"), expected, "after {looks} looks");
    }
    assert!(stopped > 0, "some question was stopped");
}
