//! Salvage: what can be read of a damaged file lives on in a new one; the damaged one is untouched.

use std::path::{Path, PathBuf};

use gongdan::{ErrorKind, Hotline, Options};
use gongdan_tests::Dice;
use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::lived::Lived;

fn whole(lived: &Lived) -> PathBuf {
    let path = lived.folder.file("whole.db");
    lived.hotline.backup_to(&path).expect("a copy");
    path
}

/// Changes a copy by hand, all guards off.
fn hurt(whole: &Path, path: &Path, sql: &str) {
    std::fs::copy(whole, path).expect("a copy");
    let conn = Connection::open(path).expect("SQLite opens it");
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false).expect("triggers off");
    conn.execute_batch(sql).expect(sql);
}

fn hash_at(hotline: &Hotline, seq: u64) -> String {
    hotline.hash_at(seq).expect("a hash").expect("an event")
}

#[test]
fn a_sound_file_is_salvaged_whole() {
    let lived = Lived::new(301, 250);
    let to = lived.folder.file("new.db");
    let head = lived.hotline.head().expect("a head");
    let kept = Hotline::salvage(whole(&lived), &to).expect("salvaged");
    assert_eq!((kept.events, kept.events_before, kept.texts_lost), (head.0, Some(head.0), 0));
    let new = Hotline::open(&to).expect("opens");
    let report = new.verify(&mut |_, _| {}).expect("a report");
    assert!(report.is_sound(), "{:?}", report.findings);
    assert_eq!((report.head, report.tickets, report.texts), (head, kept.tickets, kept.texts));
    let again = Hotline::salvage(lived.folder.file("whole.db"), &to).expect_err("not written over");
    assert_eq!(again.kind(), ErrorKind::Exists);
}

#[test]
fn what_has_no_place_in_a_life_s_order_is_no_newest_fact_of_a_salvaged_file_either() {
    let folder = gongdan_tests::Folder::new("newest_fact");
    let desk = |time| gongdan::Stamp::centre("坐席07", gongdan_tests::at(time));
    let mut hotline = gongdan_tests::found(&folder.file("h.db")).expect("a file");
    let intake = gongdan::Intake::new("来电", "井盖碎裂");
    let id = hotline.intake(&desk("2020-09-01 09:00"), &intake).expect("a ticket").ticket;
    let photo = gongdan::NewFile::new("井盖.jpg", gongdan::FileKind::Photo);
    hotline.attach_file(id, &desk("2020-09-02 09:00"), &photo, &[7; 70]).expect("attached");
    Hotline::salvage(folder.file("h.db"), folder.file("new.db")).expect("salvaged");
    let new = Hotline::open(folder.file("new.db")).expect("opens");
    assert_eq!(new.verify(&mut |_, _| {}).expect("a report").findings, []);
}

#[test]
fn events_are_kept_up_to_the_damage_and_rows_are_folded_anew() {
    let lived = Lived::new(302, 250);
    let whole = whole(&lived);
    for (index, (sql, kept_events)) in [
        ("UPDATE event SET by = '王五' WHERE seq = 120", Some(119)),
        ("DELETE FROM event WHERE seq = 150", Some(149)),
        (
            "UPDATE ticket SET stage = 7, flags = (flags & ~2) | 268435456, closed_at = 1, close_outcome = 1",
            None,
        ),
        ("UPDATE event SET late = 1 - late, later = later + 1, unit_id = 1", None),
        ("DROP TABLE ticket", None),
        ("DELETE FROM region", None),
        ("CREATE TRIGGER mine AFTER INSERT ON text BEGIN SELECT 1; END", None),
    ]
    .into_iter()
    .enumerate()
    {
        let (path, to) = (lived.folder.file("hurt.db"), lived.folder.file(&format!("{index}.db")));
        hurt(
            &whole,
            &path,
            &format!("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; {sql}"),
        );
        let before = std::fs::read(&path).expect("its bytes");
        let kept = Hotline::salvage(&path, &to).expect(sql);
        assert_eq!(std::fs::read(&path).expect("its bytes"), before, "{sql}");
        let all = lived.hotline.head().expect("a head").0;
        assert_eq!((kept.events, kept.texts_lost), (kept_events.unwrap_or(all), 0), "{sql}");
        let new = Hotline::open(&to).expect(sql);
        assert_eq!(hash_at(&new, kept.events), hash_at(&lived.hotline, kept.events), "{sql}");
        let report = new.verify(&mut |_, _| {}).expect("a report");
        assert!(report.is_sound(), "{sql}: {:?}", report.findings);
    }
    assert!(!lived.folder.file("0.db.damaged-copy").exists(), "the copy is gone");
}

#[test]
fn a_lost_text_is_counted_and_named_by_the_next_verification() {
    let lived = Lived::new(303, 120);
    let (path, to) = (lived.folder.file("hurt.db"), lived.folder.file("new.db"));
    let sql = "UPDATE text SET content = '改过' WHERE (seq, field) = \
               (SELECT MAX(seq), MIN(field) FROM text WHERE seq = (SELECT MAX(seq) FROM text))";
    hurt(&whole(&lived), &path, sql);
    let kept = Hotline::salvage(&path, &to).expect("salvaged");
    assert_eq!(kept.texts_lost, 1);
    let report = Hotline::open(&to).expect("opens").verify(&mut |_, _| {}).expect("a report");
    let kinds: Vec<&str> = report.findings.iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, ["text"], "{:?}", report.findings);
}

#[test]
fn random_damage_never_hurts_the_damaged_file_and_never_makes_a_false_one() {
    let lived = Lived::new(304, 1_300);
    let bytes = std::fs::read(whole(&lived)).expect("its bytes");
    let (path, to) = (lived.folder.file("hurt.db"), lived.folder.file("new.db"));
    let mut dice = Dice::new(304);
    let (mut salvaged, mut kept_events) = (0, 0);
    for _ in 0..40 {
        let mut damaged = bytes.clone();
        let page = 1 + dice.below(bytes.len() / 2_048 - 1);
        damaged[page * 2_048..(page + 1) * 2_048].fill(0);
        std::fs::write(&path, &damaged).expect("a file");
        match Hotline::salvage(&path, &to) {
            Ok(kept) => {
                salvaged += 1;
                kept_events += kept.events;
                let new = Hotline::open_with(&to, &Options::new().read_only()).expect("opens");
                assert_eq!(hash_at(&new, kept.events), hash_at(&lived.hotline, kept.events));
                let report = new.verify(&mut |_, _| {}).expect("a report");
                let texts = report.findings.iter().filter(|finding| finding.kind == "text").count();
                assert_eq!((texts as u64, report.findings.len()), (kept.texts_lost, texts));
            }
            Err(error) => assert!(
                matches!(error.kind(), ErrorKind::Corrupt | ErrorKind::NotAHotline | ErrorKind::Io),
                "page {page}: {error:?}"
            ),
        }
        assert_eq!(std::fs::read(&path).expect("its bytes"), damaged, "page {page}");
        std::fs::remove_file(&to).ok();
        std::fs::remove_file(lived.folder.file("new.db-wal")).ok();
        std::fs::remove_file(lived.folder.file("new.db-shm")).ok();
    }
    assert!(salvaged > 13 && kept_events > 0, "{salvaged} of 40 files gave anything");
}
