//! The whole history as lines, and back: the same head, the same bytes when it is written again; a line that is
//! damaged, missing or doctored is named, and leaves no file.

use std::path::{Path, PathBuf};

use gongdan::{
    Command, Error, ErrorKind, FileKind, Hotline, Intake, Language, NewFile, Stamp, Subject, Viewer,
};
use gongdan_tests::{Dice, Folder, at, found};

use crate::lived::Lived;

fn write(hotline: &Hotline, to: &Path) -> (u64, String) {
    hotline.journal_to(to, &mut |_, _| {}).expect("lines")
}

fn read(lines: &Path, to: &Path) -> Result<Hotline, Error> {
    let report = Hotline::from_journal(lines, to, &mut |_, _| {})?;
    assert!(report.is_sound(), "{:?}", report.findings);
    Hotline::open(to)
}

/// No file.
const NONE: [PathBuf; 0] = [];

/// What stands in a folder of a name that begins so.
fn left(folder: &Folder, begins: &str) -> Vec<PathBuf> {
    let found =
        std::fs::read_dir(folder.path()).expect("a folder").map(|each| each.expect("one").path());
    found
        .filter(|each| {
            each.file_name().is_some_and(|name| name.to_string_lossy().starts_with(begins))
        })
        .collect()
}

#[test]
fn a_lived_file_comes_back_as_it_was() {
    for seed in [701, 702] {
        let lived = Lived::new(seed, 250);
        let (lines, again) = (lived.folder.file("a.jsonl"), lived.folder.file("b.jsonl"));
        let head = write(&lived.hotline, &lines);
        assert_eq!(head, lived.hotline.head().expect("a head"));
        let back = lived.folder.file("back.db");
        Hotline::from_journal(&lines, &back, &mut |_, _| {}).expect("it comes back");
        assert_eq!(left(&lived.folder, "back.db").len(), 1, "one file, and no log beside it");
        let back = Hotline::open(&back).expect("opens");
        assert_eq!(back.head().expect("a head"), head);
        assert_eq!(write(&back, &again), head);
        let bytes = [&lines, &again].map(|path| std::fs::read(path).expect("lines"));
        assert!(bytes[0] == bytes[1], "seed {seed}: written again it has other bytes");
        assert_eq!(
            back.find(&gongdan::Filter::new(), gongdan::Page::first(500)).expect("a list"),
            lived.hotline.find(&gongdan::Filter::new(), gongdan::Page::first(500)).expect("a list"),
        );
        let stands = lived.hotline.journal_to(&lines, &mut |_, _| {}).expect_err("it stands there");
        assert_eq!(stands.kind(), ErrorKind::Exists);
    }
}

/// A small file with what a journal's lines hold: an erased caller, files inside and beside, request ids.
fn county(folder: &Folder) -> Hotline {
    let desk = |time| Stamp::centre("坐席07", at(time));
    let mut hotline = found(&folder.file("h.db")).expect("a file");
    let caller = gongdan::Caller {
        name: Some("陶女士".to_owned()),
        phone: Some("13807340001".to_owned()),
        address: None,
    };
    let intake = Intake::new("来电", "井盖碎裂").caller(caller);
    let first = desk("2020-09-01 09:00").request("app-1");
    let id = hotline.intake(&first, &intake).expect("a ticket").ticket;
    hotline.intake(&desk("2020-09-01 09:10"), &intake).expect("a ticket");
    let transfer = Command::transfer("县城管执法局");
    hotline
        .execute(id, &desk("2020-09-01 10:00").request("desk-7#3"), &transfer)
        .expect("transferred");
    let photo = NewFile::new("井盖.jpg", FileKind::Photo);
    for (time, size) in [("2020-09-01 11:00", 700), ("2020-09-01 12:00", (1 << 20) + 1)] {
        hotline.attach_file(id, &desk(time), &photo, &vec![7; size]).expect("attached");
    }
    let erased = hotline.erase(&desk("2020-09-02 09:00"), &Subject::Ticket(id), "本人要求");
    assert_eq!(erased.expect("erased").tickets, [id]);
    let attached = hotline.attach_file(id, &desk("2020-09-02 10:00"), &photo, &[9; 700]);
    attached.expect("attached");
    hotline
        .attach_file(id, &desk("2020-09-02 11:00"), &photo, &vec![9; (1 << 20) + 1])
        .expect("attached");
    assert_eq!(hotline.verify(&mut |_, _| {}).expect("a report").findings, []);
    hotline
}

#[test]
fn requests_and_attached_files_come_back_and_what_was_erased_stays_so() {
    let folder = Folder::new("lines");
    let hotline = county(&folder);
    let lines = folder.file("全部.jsonl");
    let head = write(&hotline, &lines);
    let mut back = read(&lines, &folder.file("back.db")).expect("it comes back");
    let id = hotline.ticket_by_number("20200901-0001").expect("a ticket").id;
    for no in [3, 4] {
        let bytes = [&hotline, &back].map(|each| each.attached_file(id, no).expect("bytes"));
        assert!(bytes[0] == bytes[1], "{no}");
    }
    assert!(back.caller(id).expect("a caller").erased);
    let again = Stamp::centre("坐席07", at("2020-09-01 10:00")).request("desk-7#3");
    let receipt =
        back.execute(id, &again, &Command::transfer("县城管执法局")).expect("the same answer");
    assert_eq!((receipt.ticket, back.head().expect("a head")), (id, head));
    // Without what lies beside the lines nothing comes back.
    std::fs::remove_dir_all(folder.file("全部.jsonl.files")).expect("gone");
    let missing = read(&lines, &folder.file("new.db")).err().expect("a file is missing");
    assert_eq!(missing.kind(), ErrorKind::Corrupt, "{missing}");
    assert!(missing.to_string().starts_with("line "), "{missing}");
    assert_eq!(left(&folder, "new.db"), NONE);
}

/// The lines with one of them changed.
fn with(lines: &[Vec<u8>], at: usize, change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut changed = lines.to_vec();
    change(&mut changed[at]);
    changed.concat()
}

#[test]
fn a_line_that_is_damaged_or_missing_is_named_and_leaves_no_file() {
    let folder = Folder::new("damaged_lines");
    let whole = folder.file("whole.jsonl");
    let head = write(&county(&folder), &whole);
    let bytes = std::fs::read(&whole).expect("lines");
    let lines: Vec<Vec<u8>> =
        bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let events = head.0 as usize;
    let (hurt, new) = (folder.file("hurt.jsonl"), folder.file("new.db"));
    std::os::unix::fs::symlink(folder.file("whole.jsonl.files"), folder.file("hurt.jsonl.files"))
        .expect("a link");
    let mut dice = Dice::new(11);
    let named = |bytes: Vec<u8>, line: usize, what: &str| {
        std::fs::write(&hurt, bytes).expect("written");
        let error = read(&hurt, &new).err().unwrap_or_else(|| panic!("line {line}, {what}: taken"));
        let (english, chinese) = (error.to_string(), error.message(Language::Chinese));
        assert!(english.starts_with(&format!("line {line}: ")), "line {line}, {what}: {english}");
        assert!(chinese.starts_with(&format!("第 {line} 行:")), "{chinese}");
        assert_eq!((error.kind(), left(&folder, "new.db")), (ErrorKind::Corrupt, NONE.to_vec()));
    };
    // Beyond the first line every changed byte is found where it stands; in the last, too.
    for at in (1..lines.len()).filter(|at| *at < 4 || at % 7 == 0 || *at + 14 > events) {
        let place = dice.below(lines[at].len() - 1);
        named(with(&lines, at, |line| line[place] ^= 1), at + 1, "a byte");
    }
    for at in [1, 2, events / 2, events] {
        let next = if at == events { "a request where an event" } else { "the next event" };
        named(with(&lines, at, Vec::clear), at + 1, next);
        named(with(&lines, at, |line| line.extend(line.clone())), at + 2, "twice");
        named(with(&lines, at, |line| line.insert(1, b' ')), at + 1, "a blank");
        named([&lines[..at].concat()[..], b"{\"seq\":"].concat(), at + 1, "half a line");
        named(lines[..at].concat(), at + 1, "the rest is missing");
    }
    named(bytes.iter().copied().chain(*b"\n").collect(), lines.len() + 1, "one more");
    for (what, kind) in [
        ("{\"gongdan\":\"list\"", ErrorKind::NotAHotline),
        ("", ErrorKind::NotAHotline),
        ("{\"gongdan\":\"journal\",\"version\":2", ErrorKind::FileTooNew),
    ] {
        let cut = "{\"gongdan\":\"journal\",\"version\":1".len().min(bytes.len());
        let changed =
            if what.is_empty() { Vec::new() } else { [what.as_bytes(), &bytes[cut..]].concat() };
        std::fs::write(&hurt, changed).expect("written");
        assert_eq!(read(&hurt, &new).err().map(|error| error.kind()), Some(kind), "{what}");
        assert_eq!(left(&folder, "new.db"), NONE);
    }
    let missing = read(&folder.file("nothing.jsonl"), &new).err().expect("nothing there");
    assert_eq!(missing.kind(), ErrorKind::NotFound);
    std::fs::write(&new, "somebody's").expect("written");
    assert_eq!(read(&whole, &new).err().map(|error| error.kind()), Some(ErrorKind::Exists));
    assert_eq!(std::fs::read(&new).expect("it stands"), b"somebody's");
}

#[test]
fn the_whole_record_is_for_whoever_may_copy_the_file() {
    let folder = Folder::new("lines_for");
    let mut hotline = county(&folder);
    let to = folder.file("a.jsonl");
    for viewer in [Viewer::unit("县城管执法局"), Viewer::Analyst] {
        let refused =
            hotline.viewed_by(viewer).ask(|hotline| hotline.journal_to(&to, &mut |_, _| {}));
        assert_eq!(
            refused.expect_err("not for them").invalid().map(|wrong| wrong.argument),
            Some("viewer")
        );
    }
    hotline.begin().expect("a batch");
    let refused = hotline.journal_to(&to, &mut |_, _| {}).expect_err("inside a batch");
    assert_eq!(refused.invalid().map(|wrong| wrong.argument), Some("batch"));
    hotline.roll_back().expect("taken back");
    assert_eq!(left(&folder, "a.jsonl"), NONE);
    assert_eq!(left(&folder, ".a.jsonl"), NONE);
}
