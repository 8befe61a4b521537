//! Attached files, bytes and all: inside the file up to a megabyte, in a folder beside it above; whole, checked, shown
//! to whom they are for, and gone when they are erased.

use std::path::{Path, PathBuf};

use gongdan::{
    Command, ErrorKind, FileKind, Hotline, Intake, NewFile, Stamp, Subject, TicketId, Viewer,
};
use gongdan_tests::{Folder, at, found};

const UNIT: &str = "县城管执法局";

fn desk(time: &str) -> Stamp {
    Stamp::centre("坐席07", at(time))
}

fn unit(time: &str) -> Stamp {
    Stamp::unit(UNIT, "李四", at(time))
}

/// So many bytes that stand nowhere else, each piece of them.
fn bytes(count: usize) -> Vec<u8> {
    (0..).flat_map(|line: u32| format!("洣水{line:08}岸").into_bytes()).take(count).collect()
}

const SMALL: usize = 40_000;
const LARGE: usize = (1 << 20) + 1;

fn photo() -> NewFile {
    NewFile::new("修复后.jpg", FileKind::Photo)
}

fn beside(path: &Path) -> PathBuf {
    PathBuf::from(format!("{}.files", path.display()))
}

/// A ticket that a unit has, to which the centre attached a small file and the unit a large one.
fn county(path: &Path) -> (Hotline, TicketId) {
    let mut hotline = found(path).expect("a file");
    let intake = Intake::new("来电", "井盖碎裂");
    let id = hotline.intake(&desk("2020-09-01 09:00"), &intake).expect("a ticket").ticket;
    let transfer = Command::transfer(UNIT);
    hotline.execute(id, &desk("2020-09-01 10:00"), &transfer).expect("transferred");
    let small = hotline.attach_file(id, &desk("2020-09-01 11:00"), &photo(), &bytes(SMALL));
    assert_eq!(small.expect("attached").entries[0].event, "attached");
    let large = hotline.attach_file(id, &unit("2020-09-01 12:00"), &photo(), &bytes(LARGE));
    large.expect("attached");
    (hotline, id)
}

fn findings(hotline: &Hotline) -> Vec<String> {
    let report = hotline.verify(&mut |_, _| {}).expect("a report");
    report.findings.iter().map(ToString::to_string).collect()
}

#[test]
fn a_file_comes_out_as_it_went_in_and_so_does_its_copy() {
    let folder = Folder::new("attached");
    let path = folder.file("h.db");
    let (hotline, id) = county(&path);
    let whole = |hotline: &Hotline| {
        assert!(hotline.attached_file(id, 1).expect("bytes") == bytes(SMALL));
        assert!(hotline.attached_file(id, 2).expect("bytes") == bytes(LARGE));
        assert_eq!(findings(hotline), [""; 0]);
        assert_eq!(hotline.ticket(id).expect("a ticket").attachments, 2);
    };
    whole(&hotline);
    assert_eq!(
        std::fs::read_dir(beside(&path)).expect("a folder").count(),
        1,
        "the large one alone"
    );
    assert_eq!(hotline.attached_file(id, 3).expect_err("none").kind(), ErrorKind::NotFound);
    let copy = folder.file("copy.db");
    hotline.backup_to(&copy).expect("a copy");
    whole(&Hotline::open(&copy).expect("opens"));
}

#[test]
fn a_copy_that_fails_leaves_nobody_s_bytes_behind() {
    let folder = Folder::new("half_a_copy");
    let path = folder.file("h.db");
    let (mut hotline, id) = county(&path);
    let second = hotline.attach_file(id, &desk("2020-09-01 13:00"), &photo(), &bytes(LARGE + 1));
    second.expect("attached");
    let last = hotline.head().expect("a head").0.to_string();
    let copy = folder.file("copy.db");
    std::fs::create_dir(beside(&copy)).expect("a folder");
    std::fs::write(beside(&copy).join("1"), "somebody's").expect("written");
    let stands = hotline.backup_to(&copy).expect_err("something stands there");
    assert_eq!((stands.kind(), copy.exists()), (ErrorKind::Exists, false));
    std::fs::remove_dir_all(beside(&copy)).expect("gone");
    // A folder in place of the last file's bytes cannot be copied; the first large one was by then.
    let kept = beside(&path).join(&last);
    let aside = folder.file("aside");
    std::fs::rename(&kept, &aside).expect("moved");
    std::os::unix::fs::symlink("/proc/self/mem", &kept).expect("what cannot be read");
    hotline.backup_to(&copy).expect_err("a file cannot be read");
    assert_eq!((copy.exists(), beside(&copy).exists()), (false, false));
    std::fs::remove_file(&kept).expect("gone");
    std::fs::rename(&aside, &kept).expect("moved back");
    hotline.backup_verified(&copy).expect("the same backup, tried again");
}

#[test]
fn what_is_changed_or_missing_is_named() {
    let folder = Folder::new("changed");
    let path = folder.file("h.db");
    let (hotline, id) = county(&path);
    let seq = |no: usize| {
        let history = hotline.history(id).expect("a history");
        let attached = history.iter().filter(|entry| entry.event.word() == "attached");
        attached.map(|entry| entry.seq).nth(no - 1).expect("attached")
    };
    let (inside, large) = (seq(1), beside(&path).join(seq(2).to_string()));
    let mut changed = bytes(LARGE);
    changed[LARGE / 2] ^= 1;
    std::fs::write(&large, &changed).expect("written");
    assert_eq!(
        findings(&hotline),
        [format!("file, event {}: an attached file was changed", seq(2))]
    );
    assert_eq!(hotline.attached_file(id, 2).expect_err("changed").kind(), ErrorKind::Corrupt);
    std::fs::remove_file(&large).expect("gone");
    let missing =
        |seq: u64| format!("file, event {seq}: the bytes of an attached file are missing");
    assert_eq!(findings(&hotline), [missing(seq(2))]);
    let foreign = rusqlite::Connection::open(&path).expect("SQLite opens it");
    let stopped = foreign.execute("DELETE FROM file", []).expect_err("a guard");
    assert!(stopped.to_string().contains("nobody else writes here"), "{stopped}");
    foreign
        .execute_batch("DROP TRIGGER file_is_never_deleted; DELETE FROM file")
        .expect("on purpose");
    drop(foreign);
    assert!(findings(&hotline).contains(&missing(inside)));
}

#[test]
fn an_erased_person_s_files_are_in_no_byte_and_no_folder() {
    let folder = Folder::new("gone");
    let path = folder.file("h.db");
    let (mut hotline, id) = county(&path);
    let pieces: Vec<Vec<u8>> = bytes(SMALL).chunks(900).map(<[u8]>::to_vec).collect();
    let hits = || {
        let all = ["", "-wal", "-shm"].map(|end| std::fs::read(format!("{}{end}", path.display())));
        let all: Vec<u8> = all.into_iter().flatten().flatten().collect();
        let hit = |piece: &&Vec<u8>| all.windows(60).any(|window| window == &piece[..60]);
        pieces.iter().filter(hit).count()
    };
    assert!(hits() > 10, "they are there to be erased");
    let erased = hotline.erase(&desk("2020-10-10 09:00"), &Subject::Ticket(id), "本人申请");
    assert!(erased.expect("erased").log_emptied);
    assert_eq!(hits(), 0);
    assert_eq!(std::fs::read_dir(beside(&path)).expect("a folder").count(), 0);
    assert_eq!(findings(&hotline), [""; 0]);
    assert_eq!(hotline.attached_file(id, 1).expect_err("erased").kind(), ErrorKind::NotFound);
    std::fs::write(beside(&path).join("读我.txt"), "no file of ours").expect("written");
    assert_eq!(findings(&hotline), [""; 0], "what else stands in the folder is nobody's");
    std::fs::write(beside(&path).join("1"), "of no attachment").expect("written");
    assert_eq!(
        findings(&hotline),
        ["extra, event 1: bytes stand beside the file of no attached file"]
    );
}

/// A writer that was killed between the bytes beside the file and their event leaves bytes that nobody would erase with a
/// person. They may as well be those of a later day, where an older copy was put back: nothing is taken away.
#[test]
fn what_a_killed_writer_put_beside_is_named_and_stays() {
    let folder = Folder::new("unsaid");
    let path = folder.file("h.db");
    let (mut hotline, id) = county(&path);
    let next = hotline.head().expect("a head").0 + 1;
    let place = beside(&path).join(next.to_string());
    std::fs::write(&place, bytes(SMALL)).expect("put there by the killed one");
    assert_eq!(findings(&hotline), [""; 0], "its event may be on its way");
    let note = Command::Note { text: "来电".into() };
    hotline.execute(id, &desk("2020-09-01 13:00"), &note).expect("noted");
    let told = format!("extra, event {next}: bytes stand beside the file of no attached file");
    assert_eq!(findings(&hotline), [told]);
    let mut again = Hotline::open(&path).expect("opens");
    again.execute(id, &desk("2020-09-01 13:01"), &note).expect("noted");
    assert_eq!(std::fs::read(&place).expect("it stands"), bytes(SMALL));
}

#[test]
fn a_file_is_for_whom_its_texts_are() {
    let folder = Folder::new("for_whom");
    let (mut hotline, id) = county(&folder.file("h.db"));
    let read = |hotline: &Hotline, name: &str, no: u32| {
        let read = hotline.viewed_by(Viewer::unit(name)).attached_file(id, no);
        read.map(|bytes| bytes.len()).map_err(|error| error.kind())
    };
    assert_eq!((read(&hotline, UNIT, 1), read(&hotline, UNIT, 2)), (Ok(SMALL), Ok(LARGE)));
    assert_eq!(read(&hotline, "县住建局", 1), Err(ErrorKind::NotFound));
    let redispatch = Command::Redispatch { to: "县住建局".into(), remark: "请核实".into() };
    hotline.execute(id, &desk("2020-09-02 09:00"), &redispatch).expect("given to another");
    let own = (read(&hotline, "县住建局", 1), read(&hotline, "县住建局", 2));
    assert_eq!(own, (Ok(SMALL), Err(ErrorKind::NotFound)), "the centre's, not the other unit's");
    let secret = Command::Confidential { confidential: true };
    hotline.execute(id, &desk("2020-09-02 10:00"), &secret).expect("confidential");
    assert_eq!(read(&hotline, UNIT, 1), Err(ErrorKind::NotFound));
}

#[test]
fn what_is_refused_or_taken_back_leaves_nothing_behind() {
    let folder = Folder::new("taken_back");
    let path = folder.file("h.db");
    let (mut hotline, id) = county(&path);
    let head = hotline.head().expect("a head");
    let large = vec![7; 21 << 20];
    let refused = hotline.attach_file(id, &desk("2020-09-01 13:00"), &photo(), &large);
    assert_eq!(refused.expect_err("too large").invalid().map(|wrong| wrong.argument), Some("size"));
    hotline.begin().expect("a batch");
    let again = hotline.attach_file(id, &desk("2020-09-01 13:00"), &photo(), &bytes(LARGE));
    again.expect("attached");
    assert_eq!(std::fs::read_dir(beside(&path)).expect("a folder").count(), 2);
    hotline.roll_back().expect("taken back");
    assert_eq!(std::fs::read_dir(beside(&path)).expect("a folder").count(), 1);
    assert_eq!(hotline.head().expect("a head"), head);
    let once = desk("2020-09-01 13:00").request("r-1");
    let mut attach = || hotline.attach_file(id, &once, &photo(), &bytes(SMALL)).expect("attached");
    assert_eq!((attach().repeated, attach().repeated), (false, true));
    assert_eq!(hotline.ticket(id).expect("a ticket").attachments, 3);
}
