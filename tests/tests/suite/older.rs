//! A file that an older release wrote (tests/files): read as it stands, brought up to date when it is
//! opened to write, and either way it says what it said before.

use std::path::{Path, PathBuf};

use gongdan::{
    Basis, Caller, Count, Figures, Grouping, Hotline, Intake, Options, Period, Question, Stamp,
};
use gongdan_tests::{Folder, OLD_FILES, at};

/// What the release that wrote the file said of it.
const SAID: &str = include_str!("../../files/schema-1.txt");

fn put(folder: &Folder, bytes: &[u8]) -> PathBuf {
    let path = folder.file("old.db");
    std::fs::write(&path, bytes).expect("a copy");
    path
}

fn figures(hotline: &Hotline, by: &str, basis: &str) -> Figures {
    let period = Period::parse("2020-09").expect("a period");
    let question = Question::new(period, at("2020-10-09 23:59"));
    let by = Grouping::parse(by).expect("a grouping");
    let basis = Basis::parse(basis).expect("a basis");
    hotline.figures(&question.by(by).basis(basis)).expect("figures")
}

/// Every count that was printed, of every row, is the count now.
fn says_what_it_said(hotline: &Hotline) {
    let mut asked: Option<Figures> = None;
    let mut compared = 0;
    for line in SAID.lines() {
        let (name, rest) = line.split_once(' ').expect("a name and more");
        match (name, &asked) {
            ("head", _) => {
                let (seq, hash) = hotline.head().expect("a head");
                assert_eq!(format!("{seq} {hash}"), rest);
            }
            ("figures", _) => {
                let (by, basis) = rest.split_once(' ').expect("grouping and basis");
                asked = Some(figures(hotline, by, basis));
            }
            (key, Some(figures)) => {
                let row = figures.rows.iter().find(|row| row.keys[0].name == key);
                let tally = row.map_or(&figures.total, |row| &row.tally);
                assert!(row.is_some() || key == "total", "{key} is missing");
                for pair in rest.split(' ') {
                    let (word, value) = pair.split_once('=').expect("a count");
                    let count = Count::parse(word).expect("a count's name");
                    assert_eq!(tally.count(count).to_string(), value, "{key}, {word}");
                    compared += 1;
                }
            }
            _ => unreachable!("rows come after their figures"),
        }
    }
    assert!(compared > 200, "{compared} counts");
}

fn is_whole(hotline: &Hotline) {
    let report = hotline.verify(&mut |_, _| {}).expect("a report");
    assert!(report.is_sound(), "{:?}", report.findings);
    let compared = hotline.compare(2020, 9).expect("the issue");
    assert!(compared.intact && compared.corrections.is_empty());
    says_what_it_said(hotline);
}

#[test]
fn an_older_file_is_read_as_it_stands() {
    let folder = Folder::new("older-read");
    for (version, bytes) in OLD_FILES {
        let path = put(&folder, bytes);
        let hotline = Hotline::open_with(&path, &Options::new().read_only()).expect("it is read");
        assert_eq!(hotline.health().expect("its health").schema, *version);
        is_whole(&hotline);
        drop(hotline);
        assert!(std::fs::read(&path).is_ok_and(|now| now == *bytes), "it is not changed");
    }
}

#[test]
fn an_older_file_is_brought_up_to_date_and_goes_on() {
    let folder = Folder::new("older-written");
    let present = present(&folder.file("new.db"));
    for (_, bytes) in OLD_FILES {
        let path = put(&folder, bytes);
        let mut hotline = Hotline::open(&path).expect("it opens");
        assert_eq!(hotline.health().expect("its health").schema, present);
        is_whole(&hotline);
        asked_again(&mut hotline);
        drop(hotline);
        is_whole(&Hotline::open(&path).expect("it opens again"));
    }
}

/// The schema of a new file.
fn present(path: &Path) -> i64 {
    let hotline = gongdan_tests::found(path).expect("a file");
    hotline.health().expect("its health").schema
}

/// A request that the older release granted is known.
fn asked_again(hotline: &mut Hotline) {
    let head = hotline.head().expect("a head");
    let caller = Caller::named("陶女士").phone("13800001111");
    let intake = Intake::new("来电", "第1件:路灯不亮").appeal("请尽快修复");
    let intake = intake.category("城市管理").caller(caller);
    let desk = Stamp::centre("坐席07", at("2020-10-10 09:00"));
    let guard = |stamp: &Stamp| stamp.clone().request("in-1");
    let receipt = hotline.intake(&guard(&desk), &intake).expect("answered");
    assert!(receipt.repeated && receipt.number == "20200901-0001", "{receipt:?}");
    assert_eq!(hotline.head().expect("a head"), head, "it has one effect");
}

#[test]
fn an_older_file_that_is_damaged_is_refused_and_stays_as_it_is() {
    let folder = Folder::new("older-damaged");
    // Where the rows of the tickets lie: the step to schema 2 reads them.
    let (mut bytes, page) = (OLD_FILES[0].1.to_vec(), 43 * 4_096);
    bytes[page] = 0;
    let path = put(&folder, &bytes);
    let refused = Hotline::open(&path).map(drop).expect_err("it is damaged");
    assert_eq!(refused.kind(), gongdan::ErrorKind::Corrupt, "{refused}");
    assert!(std::fs::read(&path).expect("its bytes") == bytes, "a refusal changed the file");
}
