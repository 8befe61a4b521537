//! Files that are not ours, newer, damaged, read-only or oddly named: each gets its own clear
//! answer, and no file is changed by being refused.

use std::path::Path;

use gongdan::{
    Command, ErrorKind, Grouping, Hotline, Intake, Options, Period, Question, Stage, Stamp,
};
use gongdan_tests::{Folder, at, found, founding};
use rusqlite::Connection;

fn refused(path: &Path) -> ErrorKind {
    Hotline::open(path).err().expect("a refusal").kind()
}

/// Opening the file is refused with this kind, reading only too, and changes none of its bytes.
fn refused_unchanged(path: &Path, kind: ErrorKind) {
    let before = std::fs::read(path).expect("its bytes");
    assert_eq!(refused(path), kind, "{}", path.display());
    let reading = Hotline::open_with(path, &Options::new().read_only());
    assert_eq!(reading.err().expect("a refusal").kind(), kind, "{}", path.display());
    assert_eq!(std::fs::read(path).expect("its bytes"), before, "{}", path.display());
}

fn desk(time: &str) -> Stamp {
    Stamp::centre("坐席07", at(time))
}

/// A founded file with one ticket, everything in the one file.
fn one_ticket(path: &Path) {
    let mut hotline = found(path).expect("a file");
    hotline.intake(&desk("2020-09-01 09:00"), &Intake::new("来电", "路灯不亮")).expect("a ticket");
    drop(hotline);
    let conn = Connection::open(path).expect("SQLite opens it");
    conn.pragma_update(None, "journal_mode", "DELETE").expect("one file");
}

#[test]
fn a_newer_file_is_left_alone() {
    let folder = Folder::new("newer");
    let path = folder.file("newer.db");
    one_ticket(&path);
    let conn = Connection::open(&path).expect("SQLite opens it");
    let version: i64 =
        conn.pragma_query_value(None, "user_version", |row| row.get(0)).expect("one");
    conn.pragma_update(None, "user_version", version + 1).expect("a newer version");
    drop(conn);
    refused_unchanged(&path, ErrorKind::FileTooNew);
}

#[test]
fn files_of_others_are_left_alone() {
    let folder = Folder::new("others");
    let foreign = folder.file("foreign.db");
    let conn = Connection::open(&foreign).expect("a database");
    conn.execute_batch("CREATE TABLE t (a); INSERT INTO t VALUES (1);").expect("a table");
    drop(conn);
    refused_unchanged(&foreign, ErrorKind::NotAHotline);

    let text = folder.file("letter.txt");
    std::fs::write(&text, "这是一封来信,不是数据库。".repeat(400)).expect("a text");
    refused_unchanged(&text, ErrorKind::NotAHotline);

    let empty = folder.file("empty.db");
    std::fs::write(&empty, b"").expect("an empty file");
    refused_unchanged(&empty, ErrorKind::NotAHotline);

    assert_eq!(refused(&folder.file("missing.db")), ErrorKind::NotFound);
    assert!(!folder.file("missing.db").exists(), "opening made a file");
    assert_eq!(refused(folder.path()), ErrorKind::NotFound, "a folder is no file");
}

#[test]
fn a_file_cut_short_is_corrupt_and_stays_as_it_is() {
    let folder = Folder::new("cut");
    let path = folder.file("cut.db");
    one_ticket(&path);
    let whole = std::fs::read(&path).expect("its bytes");
    for length in [4_096, 8_192, whole.len() / 2] {
        std::fs::write(&path, &whole[..length]).expect("a shorter file");
        match Hotline::open(&path) {
            Err(error) => assert_eq!(error.kind(), ErrorKind::Corrupt, "{length}: {error}"),
            Ok(hotline) => {
                let sound = hotline.verify(&mut |_, _| {}).is_ok_and(|report| report.is_sound());
                assert!(!sound, "{length} of {} bytes pass for the whole", whole.len());
            }
        }
    }
    std::fs::write(&path, &whole).expect("the whole file again");
    assert!(Hotline::open(&path).is_ok());
}

#[test]
fn reading_only_refuses_to_write_and_answers_the_past() {
    let folder = Folder::new("reading");
    let path = folder.file("reading.db");
    let mut hotline = found(&path).expect("a file");
    let ticket = hotline.intake(&desk("2020-09-01 09:00"), &Intake::new("来电", "路灯不亮"));
    let ticket = ticket.expect("a ticket").ticket;
    let transfer = Command::transfer("县城管执法局");
    hotline.execute(ticket, &desk("2020-09-02 09:00"), &transfer).expect("a transfer");

    let mut reader = Hotline::open_with(&path, &Options::new().read_only()).expect("a reader");
    let month = Period::month(2020, 9).expect("a month");
    let before = Question::new(month, at("2020-09-01 12:00")).by(Grouping::Channel);
    let past = reader.figures(&before).expect("figures of the past");
    assert_eq!(past.total.count(gongdan::Count::Waiting), 1);
    let now = Question::new(month, at("2020-09-03 12:00"));
    assert_eq!(reader.figures(&now).expect("figures").total.count(gongdan::Count::Pending), 1);
    assert_eq!(reader.ticket(ticket).expect("a ticket").stage, Stage::Transferred);

    let head = reader.head().expect("a head");
    let intake = Intake::new("来电", "井盖缺失");
    let error = reader.intake(&desk("2020-09-03 09:00"), &intake).expect_err("a refusal");
    assert_eq!(error.kind(), ErrorKind::ReadOnly);
    let error = reader.begin().expect_err("a refusal");
    assert_eq!(error.kind(), ErrorKind::ReadOnly);
    assert_eq!(reader.head().expect("a head"), head);
    hotline.intake(&desk("2020-09-03 09:00"), &intake).expect("the writer goes on");
    assert_eq!(reader.head().expect("a head").0, head.0 + 1, "a reader sees what others write");
}

#[test]
fn create_never_writes_over_anything() {
    let folder = Folder::new("create");
    let stamp = desk("2020-08-20 08:00");
    let create =
        |path: &Path| Hotline::create(path, &founding(), &stamp).err().expect("a refusal").kind();
    let hotline = folder.file("hotline.db");
    one_ticket(&hotline);
    let text = folder.file("letter.txt");
    std::fs::write(&text, "一封信").expect("a text");
    for path in [&hotline, &text] {
        let before = std::fs::read(path).expect("its bytes");
        assert_eq!(create(path), ErrorKind::Exists, "{}", path.display());
        assert_eq!(std::fs::read(path).expect("its bytes"), before);
    }
    let nowhere = folder.file("no/such/folder/x.db");
    assert_eq!(create(&nowhere), ErrorKind::Io);
    let reader = found(&folder.file("backup-source.db")).expect("a file");
    let error = reader.backup_to(&text).expect_err("a refusal");
    assert_eq!(error.kind(), ErrorKind::Exists);
}

#[test]
fn a_name_that_looks_like_a_uri_is_just_a_name() {
    let folder = Folder::new("uri");
    for name in ["file:x?mode=memory", "file:y.db?nolock=1&vfs=unix-none", "100%.db", "#1.db"] {
        let path = folder.file(name);
        let mut hotline = found(&path).expect("a file");
        let intake = Intake::new("来电", "路灯不亮");
        hotline.intake(&desk("2020-09-01 09:00"), &intake).expect("a ticket");
        let head = hotline.head().expect("a head");
        drop(hotline);
        assert!(path.is_file(), "{name} is on disk under its own name");
        let hotline = Hotline::open(&path).expect("opens again");
        assert_eq!(hotline.head().expect("a head"), head, "{name}");
    }
}

#[test]
fn a_new_file_has_the_schema_that_is_written_down() {
    let folder = Folder::new("schema");
    let path = folder.file("new.db");
    drop(found(&path).expect("a file"));
    let objects = |conn: &Connection| -> Vec<(String, String, Option<String>)> {
        let sql = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name";
        let mut ask = conn.prepare(sql).expect("the schema");
        let rows = ask.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
        rows.expect("rows").collect::<rusqlite::Result<_>>().expect("objects")
    };
    let written = Connection::open_in_memory().expect("a database");
    written.execute_batch(include_str!("../../../schema.sql")).expect("schema.sql");
    let ours = Connection::open(&path).expect("SQLite opens it");
    assert_eq!(objects(&ours), objects(&written));
    assert!(objects(&ours).len() > 40);
}

#[test]
fn a_backup_is_complete_and_carries_on_by_itself() {
    let folder = Folder::new("backup");
    let mut hotline = found(&folder.file("source.db")).expect("a file");
    let intake = Intake::new("来电", "路灯不亮");
    hotline.intake(&desk("2020-09-01 09:00"), &intake).expect("a ticket");
    hotline.backup_to(folder.file("copy.db")).expect("a copy");
    let mut copy = Hotline::open(folder.file("copy.db")).expect("the copy opens");
    assert_eq!(copy.head().expect("a head"), hotline.head().expect("a head"));
    assert!(copy.verify(&mut |_, _| {}).expect("a report").is_sound());
    let next = copy.intake(&desk("2020-09-01 10:00"), &intake).expect("the copy goes on");
    assert_eq!(next.number, "20200901-0002");
}

#[test]
#[cfg(unix)]
fn a_backup_neither_fills_nor_removes_what_is_no_file() {
    let folder = Folder::new("backup-socket");
    let hotline = found(&folder.file("source.db")).expect("a file");
    let socket = folder.file("socket");
    let listening = std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
    for place in [&socket, &folder.file(".")] {
        let error = hotline.backup_to(place).expect_err("a refusal");
        assert_eq!(error.kind(), ErrorKind::Exists);
    }
    assert!(listening.local_addr().is_ok() && socket.exists(), "what stood there stands");
}

#[test]
fn inside_a_batch_the_file_is_neither_verified_nor_copied() {
    let folder = Folder::new("batch-files");
    let mut hotline = found(&folder.file("source.db")).expect("a file");
    hotline.begin().expect("a batch");
    let intake = Intake::new("来电", "路灯不亮");
    hotline.intake(&desk("2020-09-01 09:00"), &intake).expect("a ticket");
    let verified = hotline.verify(&mut |_, _| {}).expect_err("a refusal");
    let copied = hotline.backup_to(folder.file("copy.db")).expect_err("a refusal");
    assert_eq!(
        (verified.kind(), copied.kind()),
        (ErrorKind::InvalidInput, ErrorKind::InvalidInput)
    );
    assert!(!folder.file("copy.db").exists());
    hotline.commit().expect("the batch goes on to its end");
    assert!(hotline.verify(&mut |_, _| {}).expect("a report").is_sound());
    hotline.backup_to(folder.file("copy.db")).expect("a copy of what is committed");
}
