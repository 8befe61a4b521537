//! Who reads, and in how many parts, changes nothing in the report.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use gongdan_tests::{DEEDS, Dice, Folder, hurt, lived_file, place_in_use};

use super::anchors::Anchors;
use super::beside::Beside;
use super::parts::Found;
use super::report::{ENOUGH, Verified};
use super::rows::TABLES;
use super::whole::Manner;
use super::work::{Reader, Stretch, Work};
use super::{events, texts, tickets, work};
use crate::hotline::Hotline;
use crate::store::Store;
use crate::store::options::Options;
use crate::words::named::sql;
use crate::words::{ErrorKind, Result};

const ALONE: Manner = Manner { parts: 1, two: false };
const IN_PARTS: Manner = Manner { parts: 7, two: false };
const BY_TWO: Manner = Manner { parts: 7, two: true };

fn lived(commands: usize) -> (Folder, PathBuf) {
    let folder = Folder::new("manners");
    let path = folder.file("lived.db");
    lived_file(&path, 18, commands).expect("a life");
    (folder, path)
}

fn opened(path: &Path) -> Result<Hotline> {
    Hotline::open_with(path, &Options::new().read_only())
}

fn verified(hotline: &Hotline, manner: Manner) -> Result<Verified> {
    let given = [(5, "0".repeat(16)), (1_000_000, "1".repeat(16))];
    hotline.store.read_damaged(|store| {
        let head = hotline.current_head()?;
        store.verify_so(manner, head, &given, &mut |_, _| {})
    })
}

fn report(path: &Path, manner: Manner) -> std::result::Result<Verified, String> {
    opened(path).and_then(|open| verified(&open, manner)).map_err(|error| error.to_string())
}

/// What walks and what looks every ticket up find the same.
fn walked_as_looked_up(path: &Path) -> bool {
    let hotline = opened(path).expect("it opens");
    let head = hotline.current_head().expect("a head");
    let conn = hotline.store.conn().expect("a connection");
    let work = Work::new(head, Anchors::new(&[], &[]), Vec::new());
    let mut reader = Reader { conn: &conn, work: &work, tick: &mut || {} };
    let all = Stretch { after: 2, last: i64::MAX };
    let walked = tickets::check(&mut reader, all);
    let looked_up = tickets::look_up(&mut reader, all);
    let texts = events::check(&mut reader, Stretch { after: -1, ..all }).texts;
    let of_an_event = |report: Verified| {
        let found = report.findings.into_iter();
        found.filter(|each| !each.what.ends_with("beside no event")).collect::<Vec<_>>()
    };
    let texts_up = texts::look_up(&mut reader, Stretch { after: -1, ..all });
    walked.report == looked_up.report
        && walked.stored == looked_up.stored
        && of_an_event(texts) == of_an_event(texts_up)
}

#[test]
fn a_sound_file_is_sound_in_every_manner() {
    let (_folder, path) = lived(600);
    let hotline = opened(&path).expect("it opens");
    let alone = verified(&hotline, ALONE).expect("a report");
    assert_eq!(alone.findings.len(), 2, "the two false anchors: {:?}", alone.findings);
    assert!(alone.events > 400 && alone.rows > alone.tickets && alone.texts > 100, "{alone:?}");
    assert_eq!(alone, verified(&hotline, IN_PARTS).expect("a report"));
    assert_eq!(alone, verified(&hotline, BY_TWO).expect("a report"));
    assert!(walked_as_looked_up(&path));
}

#[test]
fn every_deed_is_found_alike_in_every_manner() {
    let (folder, path) = lived(400);
    for (nth, deed) in DEEDS.iter().enumerate() {
        let file = folder.file(&format!("hurt-{nth}.db"));
        hurt(&path, &file, deed.sql);
        let alone = report(&file, ALONE);
        assert_eq!(alone, report(&file, IN_PARTS), "{}", deed.what);
        assert_eq!(alone, report(&file, BY_TWO), "{}", deed.what);
        if alone.is_ok() {
            assert!(walked_as_looked_up(&file), "{}", deed.what);
        }
    }
}

#[test]
fn what_was_altered_is_named_and_the_next_whole_hash_goes_on() {
    let (folder, path) = lived(400);
    let file = folder.file("hurt.db");
    for (sql, named) in [
        ("UPDATE event SET at = at + 1 WHERE seq IN (70, 71, 140)", vec![70, 140]),
        ("UPDATE event SET at = at + 1 WHERE seq IN (128, 129, 191)", vec![128, 129]),
        ("UPDATE event SET hash = substr(hash, 1, 3) WHERE seq = 130", vec![130]),
        ("UPDATE event SET hash = substr(hash, 1, 4) WHERE seq = 128", vec![128]),
        ("UPDATE event SET hash = zeroblob(32) WHERE seq IN (128, 190)", vec![128, 129]),
        ("UPDATE event SET hash = zeroblob(4) WHERE seq = 127", vec![127]),
    ] {
        hurt(&path, &file, sql);
        for manner in [ALONE, IN_PARTS] {
            let report = report(&file, manner).expect("a report");
            let found = report.findings.iter().filter(|each| each.kind == "hash");
            assert_eq!(found.filter_map(|each| each.seq).collect::<Vec<_>>(), named, "{sql}");
        }
    }
}

#[test]
fn a_damaged_file_has_one_report_whoever_reads() {
    let (folder, path) = lived(300);
    let (bytes, mut dice) = (std::fs::read(&path).expect("its bytes"), Dice::new(19));
    let mut found = 0;
    for _ in 0..60 {
        let (mut flipped, file) = (bytes.clone(), folder.file("flipped.db"));
        let place = place_in_use(&bytes, &mut dice);
        flipped[place] ^= 1 << dice.below(8);
        std::fs::write(&file, flipped).expect("it is written");
        let (one, two) = (report(&file, IN_PARTS), report(&file, BY_TWO));
        assert_eq!(one, two, "byte {place}");
        found += usize::from(one.is_ok_and(|one| one.findings.len() > 2));
    }
    assert!(found > 10, "too few flips were found to say anything: {found}");
}

#[test]
fn a_wrecked_file_has_one_list_that_ends() {
    let (folder, path) = lived(600);
    let file = folder.file("wrecked.db");
    let all = "UPDATE ticket SET version = version + 1, last_seq = last_seq + 1, kind = 7, \
               last_at = last_at + 1, matter_seq = matter_seq + 1, flags = flags + (1 << 45), channel_id = channel_id + 90, \
               handling_minutes = handling_minutes + 1, urgency = 9, area_id = 99";
    hurt(&path, &file, all);
    let [alone, one, two] = [ALONE, IN_PARTS, BY_TWO].map(|manner| report(&file, manner));
    assert_eq!(one, two);
    let [alone, two] = [alone, two].map(|report| report.expect("a report").findings);
    assert_eq!(alone, two);
    assert_eq!(alone.len(), ENOUGH);
}

#[test]
fn rows_of_no_ticket_and_texts_of_no_event_are_found() {
    let (folder, path) = lived(300);
    for (deed, named) in [
        (
            "INSERT INTO callback SELECT ticket_id + 5000, attempt, version, at, \
             outcome, 1, attitude, solved, 1, unit_id, leg FROM callback LIMIT 1",
            "of them of tickets of the journal",
        ),
        (
            "INSERT INTO text SELECT region_id, seq + 90000, field, salt, content, NULL FROM text \
             LIMIT 1",
            "a text stands beside no event",
        ),
    ] {
        let file = folder.file("stray.db");
        hurt(&path, &file, deed);
        let report = report(&file, BY_TWO).expect("a report");
        assert!(report.findings.iter().any(|each| each.what.contains(named)), "{report:?}");
    }
}

#[test]
fn a_walk_sorts_nothing_and_begins_where_its_stretch_does() {
    let (_folder, path) = lived(50);
    let hotline = opened(&path).expect("it opens");
    let conn = hotline.store.conn().expect("a connection");
    let mut walks: Vec<String> =
        TABLES.into_iter().map(|(table, key)| tickets::statement(table, key)).collect();
    walks.push(sql!(file "../sql/events_by_subject.sql").to_owned());
    walks.push(sql!(file "../sql/events_between.sql").to_owned());
    walks.push(sql!(file "../sql/texts_between.sql").to_owned());
    for walk in walks {
        let mut ask = conn.prepare(&format!("EXPLAIN QUERY PLAN {walk}")).expect(&walk);
        let steps = ask.query_map([1_i64, 2, 3], |row| row.get::<_, String>(3)).expect(&walk);
        let steps: Vec<String> = steps.collect::<rusqlite::Result<_>>().expect(&walk);
        let ranged = |step: &str| step.starts_with("SEARCH") && step.matches('?').count() >= 2;
        assert!(matches!(&steps[..], [step] if ranged(step)), "{walk}: {steps:?}");
    }
}

#[test]
fn what_is_told_grows_to_the_whole() {
    let (_folder, path) = lived(600);
    let hotline = opened(&path).expect("it opens");
    for manner in [ALONE, IN_PARTS, BY_TWO] {
        let mut told = Vec::new();
        let mut tell = |done, of| told.push((done, of));
        let head = hotline.current_head().expect("a head");
        let read =
            hotline.store.read_damaged(|store| store.verify_so(manner, head, &[], &mut tell));
        assert!(read.expect("a report").is_sound());
        assert!(told.is_sorted() && told.last().is_some_and(|(done, of)| done == of), "{told:?}");
    }
}

#[test]
fn who_watches_can_stop_both_readers() {
    let (_folder, path) = lived(600);
    let hotline = opened(&path).expect("it opens");
    for manner in [IN_PARTS, BY_TWO] {
        let stopped = crate::watched(|| true, || verified(&hotline, manner));
        assert_eq!(stopped.expect_err("stopped").kind(), ErrorKind::Interrupted);
        assert_eq!(verified(&hotline, manner).expect("a report").findings.len(), 2);
    }
}

#[test]
fn the_second_reader_sees_what_the_first_one_does() {
    let (_folder, path) = lived(50);
    let mut writer = Hotline::open(&path).expect("it opens");
    let reader = opened(&path).expect("it opens");
    let before = reader.current_head().expect("a head");
    let beside = Beside::open(&reader.store).expect("a second one");
    assert!(beside.reads_at(&before).expect("it reads"), "nobody wrote");
    drop(beside);
    let stamp = gongdan_domain::Stamp::centre("坐席07", before.last_at);
    let intake = gongdan_domain::Intake::new("来电", "路灯不亮");
    writer.intake(&stamp, &intake).expect("a ticket");
    let beside = Beside::open(&reader.store).expect("a second one");
    assert!(!beside.reads_at(&before).expect("it reads"), "it is further");
    // The head of before is not that of the file by now: both readers go on to the same one.
    let verified = reader
        .store
        .read_damaged(|store| store.verify_so(BY_TWO, before.clone(), &[], &mut |_, _| {}));
    let verified = verified.expect("a report");
    assert!(verified.is_sound() && verified.events > before.last_seq, "{verified:?}");
}

#[test]
fn a_store_in_memory_and_a_reader_that_does_nothing_leave_all_to_the_first() {
    assert!(Beside::open(&Store::in_memory().expect("memory")).is_err());
    let (_folder, path) = lived(100);
    let hotline = opened(&path).expect("it opens");
    let head = hotline.current_head().expect("a head");
    let beside = Beside::open(&hotline.store).expect("a second one");
    assert!(beside.reads_at(&head).expect("it reads"));
    let parts = work::parts(&hotline.store.conn().expect("open"), &head, 3);
    let work = Arc::new(Work::new(head, Anchors::new(&[], &[]), parts));
    let first = work.take().expect("a part");
    let helping = beside.start(&work, first).expect("a thread");
    let mut helped = helping.gather(&mut || {});
    assert_eq!(helped.len(), work.parts(), "alone it does everything, once");
    helped.sort_by_key(|(part, _)| *part);
    assert!(matches!(helped.first(), Some((0, Found::Pages(_)))));
}
