//! Anchors: a tail cut off and a journal rewritten whole agree with themselves; a hash kept
//! elsewhere finds them.

use gongdan::{ErrorKind, Hotline, Intake, NewIssue, Options, Period, Stamp, Verified};
use gongdan_tests::{Folder, at, found};
use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::lived::Lived;

fn against(hotline: &Hotline, anchors: &[(u64, String)]) -> Verified {
    hotline.verify_against(anchors, &mut |_, _| {}).expect("a report")
}

/// The events of the findings about anchors.
fn anchored(report: &Verified) -> Vec<Option<u64>> {
    let own = report.findings.iter().filter(|finding| finding.kind == "anchor");
    own.map(|finding| finding.seq).collect()
}

#[test]
fn another_journal_of_the_same_life_is_found_by_an_anchor_alone() {
    let lived = Lived::new(201, 150);
    let head = lived.hotline.head().expect("a head");
    // The same commands with other salts: sound in itself, and not the journal that was printed.
    let (rewritten, _) = lived.again_until(202, lived.now, "rewritten.db");
    let alone = against(&rewritten, &[]);
    assert!(alone.is_sound() && alone.anchors == 0);
    assert!(alone.not_checked.iter().any(|what| what.contains("rewritten")), "said, not passed");
    assert_eq!(anchored(&against(&rewritten, std::slice::from_ref(&head))), [Some(head.0)]);
    let short = (head.0, head.1[..16].to_ascii_uppercase());
    let sound = against(&lived.hotline, &[head, short]);
    assert!(sound.is_sound() && sound.anchors == 2);
    assert!(!sound.not_checked.iter().any(|what| what.contains("rewritten")));
}

#[test]
fn a_tail_cut_off_is_found_by_an_anchor_alone() {
    let folder = Folder::new("cut-tail");
    let (source, path) = (folder.file("source.db"), folder.file("cut.db"));
    let hotline = found(&source).expect("a file");
    let head = hotline.head().expect("a head");
    let before = hotline.hash_at(head.0 - 1).expect("a hash").expect("an event");
    hotline.backup_to(&path).expect("a copy");
    let conn = Connection::open(&path).expect("SQLite opens it");
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false).expect("triggers off");
    // The last entry of the register, its rows, and the head: as if it had never been.
    conn.execute_batch(&format!(
        "DELETE FROM entry_name WHERE (species, entry_id) IN \
           (SELECT species, entry_id FROM entry WHERE last_seq = (SELECT last_seq FROM region)); \
         DELETE FROM entry WHERE last_seq = (SELECT last_seq FROM region); \
         DELETE FROM event WHERE seq = (SELECT last_seq FROM region); \
         UPDATE region SET last_seq = last_seq - 1, office_seq = office_seq - 1, last_hash = x'{before}'"
    ))
    .expect("a cut");
    drop(conn);
    let cut = Hotline::open_with(&path, &Options::new().read_only()).expect("opens");
    let alone = against(&cut, &[]);
    assert!(alone.is_sound(), "{:?}", alone.findings);
    assert_eq!(anchored(&against(&cut, std::slice::from_ref(&head))), [Some(head.0)]);
    assert!(against(&hotline, &[head]).is_sound());
}

#[test]
fn every_event_has_the_hash_that_the_head_had_with_it() {
    let folder = Folder::new("hash-at");
    let mut hotline = found(&folder.file("h.db")).expect("a file");
    let desk = Stamp::centre("坐席07", at("2020-10-09 09:00"));
    let heads: Vec<(u64, String)> = (0..140)
        .map(|_| {
            hotline.intake(&desk, &Intake::new("来电", "路灯不亮")).expect("a ticket");
            hotline.head().expect("a head")
        })
        .collect();
    for (seq, hash) in &heads {
        assert_eq!(hotline.hash_at(*seq).expect("a hash").as_ref(), Some(hash), "{seq}");
    }
    let last = heads.last().map_or(0, |head| head.0);
    for seq in [0, last + 1, last + 64, u64::MAX] {
        assert_eq!(hotline.hash_at(seq).expect("an answer"), None, "{seq}");
    }
    let report = against(&hotline, &heads);
    assert!(report.is_sound() && report.anchors == 140, "{:?}", report.findings);
}

#[test]
fn the_issues_of_a_file_are_anchors_and_bad_anchors_are_refused() {
    let folder = Folder::new("issue-anchor");
    let mut hotline = found(&folder.file("h.db")).expect("a file");
    let desk = Stamp::centre("坐席07", at("2020-10-09 09:00"));
    let (period, as_of) = (Period::month(2020, 9).expect("a month"), at("2020-10-01 00:00"));
    let issue = NewIssue { year: 2020, number: 9, period, as_of, answers_for: None, imprint: None };
    hotline.publish(&desk, &issue).expect("an issue");
    let report = against(&hotline, &[]);
    assert!(report.is_sound() && report.anchors == 1);
    for bad in ["", "abc", "xyzxyzxyzxyzxyzxyz", &"a".repeat(65)] {
        let refused = hotline.verify_against(&[(1, bad.to_owned())], &mut |_, _| {});
        assert_eq!(refused.expect_err("no hash").kind(), ErrorKind::InvalidInput, "{bad}");
    }
}

#[test]
fn a_backup_is_verified_and_a_file_says_how_it_stands() {
    let folder = Folder::new("verified-backup");
    let hotline = found(&folder.file("h.db")).expect("a file");
    let report = hotline.backup_verified(folder.file("copy.db")).expect("a sound copy");
    assert_eq!(report.head, hotline.head().expect("a head"));
    assert!(against(&hotline, std::slice::from_ref(&report.head)).is_sound());
    let health = hotline.health().expect("its health");
    assert_eq!((health.schema, health.page_size), (1, 2_048));
    assert!(health.pages > 10 && health.log_bytes > 0 && !health.log_is_stuck());
    assert!(!health.another_sqlite, "only ours is here");
    let copy = Hotline::open_with(folder.file("copy.db"), &Options::new().read_only());
    assert_eq!(copy.expect("opens").health().expect("its health").log_bytes, 0);
}
