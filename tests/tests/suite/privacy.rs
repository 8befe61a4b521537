//! Personal data: masked, shown with an event, exported for one person, erased without a trace of
//! the words and without a change to chain, figures or issues.

use std::path::Path;

use gongdan::{
    Caller, Command, ErrorKind, FileKind, Hotline, Intake, NewIssue, Options, Period, Question,
    Role, Stamp, Subject, TextField, TicketId,
};
use gongdan_tests::{Folder, at, found};

const NAME: &str = "欧阳若兰";
const PHONE: &str = "13807340417";
const ADDRESS: &str = "洣水镇衡岳北路四十四号";
const WORDS: &str = "若兰家门口的井盖碎裂已有三周";

fn desk(time: &str) -> Stamp {
    Stamp::centre("坐席07", at(time))
}

fn caller() -> Caller {
    Caller::named(NAME).phone(PHONE).address(ADDRESS)
}

/// A photograph of the person's door, and where it stays: all of it tells of the person.
const PHOTO: &str = "欧阳家门口.jpg";
const DIGEST: &str = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";
const PLACE: &str = "柜三第十二格";

fn photo() -> Command {
    Command::Attach {
        name: PHOTO.into(),
        file_kind: FileKind::Photo,
        size: 40_960,
        sha256: DIGEST.to_uppercase(),
        file_place: Some(PLACE.into()),
    }
}

/// A file in which one person has two tickets and another has one.
fn county(path: &Path) -> (Hotline, Vec<TicketId>) {
    let mut hotline = found(path).expect("a file");
    let mut take = |matter: &str, caller: Caller, time: &str, request: &str| {
        let intake = Intake::new("来电", matter).appeal(WORDS).caller(caller);
        let guard = |stamp: &Stamp| stamp.clone().request(request);
        hotline.intake(&guard(&desk(time)), &intake).expect("a ticket").ticket
    };
    let ids = vec![
        take("井盖碎裂", caller(), "2020-09-01 09:00", "r1"),
        take("路灯不亮", Caller::named("张三").phone("13900000001"), "2020-09-01 10:00", "r2"),
        take("井盖仍未修", caller().phone("+86 138-0734-0417"), "2020-09-02 09:00", "r3"),
    ];
    for id in &ids {
        let transfer = Command::transfer("县城管执法局");
        hotline.execute(*id, &desk("2020-09-03 09:00"), &transfer).expect("a transfer");
        let note = Command::Note { text: format!("{WORDS},请尽快") };
        hotline.execute(*id, &desk("2020-09-03 10:00"), &note).expect("a note");
    }
    (hotline, ids)
}

/// The forms in which a text could stand in a file.
fn forms(text: &str) -> Vec<Vec<u8>> {
    let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect();
    let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    let mut forms = vec![text.into(), utf16(u16::to_le_bytes), utf16(u16::to_be_bytes), hex.into()];
    forms.extend(gb18030(text));
    forms
}

/// GB18030 of the texts that these tests look for, as iconv writes them.
fn gb18030(text: &str) -> Option<Vec<u8>> {
    match text {
        NAME => Some(vec![0xc5, 0xb7, 0xd1, 0xf4, 0xc8, 0xf4, 0xc0, 0xbc]),
        _ => None,
    }
}

/// Where a text is found: the file, its log, its shared memory.
fn hits(path: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for ending in ["", "-wal", "-shm", "-journal"] {
        let Ok(bytes) = std::fs::read(format!("{}{ending}", path.display())) else { continue };
        for form in forms(text) {
            let hit = bytes.windows(form.len()).any(|window| window == form);
            found.extend(hit.then(|| format!("{text} in the file{ending}")));
        }
    }
    found
}

#[test]
fn a_caller_is_masked_and_seen_in_full_with_an_event_only() {
    let folder = Folder::new("masked");
    let (mut hotline, ids) = county(&folder.file("h.db"));
    let masked = hotline.caller(ids[0]).expect("a caller");
    assert_eq!(masked.name.as_deref(), Some("欧阳某"));
    assert!(masked.has_phone && masked.has_address && !masked.erased);
    let head = hotline.head().expect("a head");
    let late = desk("2020-09-04 09:00");
    let supervisor = Stamp::supervisor("督查员", at("2020-09-04 09:00"));
    for (stamp, reason) in [(&late, " "), (&supervisor, "想联系来电人")] {
        let refused = hotline.reveal(stamp, ids[0], reason).expect_err("a refusal");
        assert_eq!(refused.kind(), ErrorKind::Refused);
    }
    assert_eq!(hotline.head().expect("a head"), head, "a refusal shows and writes nothing");
    let seen = hotline.reveal(&late, ids[0], "核实地址").expect("the caller");
    assert!(seen == caller());
    let last = hotline.history(ids[0]).expect("a history").pop().expect("an event");
    assert_eq!(
        (last.event.word(), last.by.as_str(), last.role),
        ("revealed", "坐席07", Role::Centre)
    );
    assert_eq!(
        (last.texts[0].field, last.texts[0].content.as_str()),
        (TextField::Reason, "核实地址")
    );
    hotline.begin().expect("a batch");
    let refused = hotline.reveal(&late, ids[0], "核实地址").expect_err("no batch");
    assert_eq!(refused.kind(), ErrorKind::InvalidInput);
    hotline.roll_back().expect("taken back");
    assert!(hotline.verify(&mut |_, _| {}).expect("a report").is_sound());
}

#[test]
fn one_person_is_exported_whole_and_nobody_else() {
    let folder = Folder::new("subject");
    let (mut hotline, ids) = county(&folder.file("h.db"));
    let late = desk("2020-09-04 09:00");
    let records = hotline.subject_export(&late, "８６-138 0734 0417", "本人申请").expect("records");
    let exported: Vec<TicketId> = records.iter().map(|record| record.ticket.id).collect();
    assert_eq!(exported, [ids[0], ids[2]]);
    assert!(records.iter().all(|record| record.caller.name.as_deref() == Some(NAME)));
    let told =
        |text: &str| records[0].history.iter().any(|h| h.texts.iter().any(|t| t.content == text));
    assert!(told(WORDS) && told("井盖碎裂"));
    assert!(!format!("{records:?}").contains(PHONE), "debugging shows no telephone");
    for (id, events) in ids.iter().zip([1, 0, 1]) {
        let history = hotline.history(*id).expect("a history");
        let revealed = history.iter().filter(|entry| entry.event.word() == "revealed").count();
        assert_eq!(revealed, events, "{id}");
    }
    for form in ["①③⑧⓪⑦③④⓪④①⑦", "1\u{200b}3807340417", "一三八零七三四〇四幺七"]
    {
        let found = hotline.subject_export(&late, form, "本人申请").expect("records");
        assert_eq!(found.len(), 2, "{form}");
    }
    assert!(hotline.subject_export(&late, "13700000000", "查无此人").expect("none").is_empty());
}

#[test]
fn an_erased_person_is_in_no_byte_and_every_figure_stays() {
    let folder = Folder::new("erased");
    let path = folder.file("h.db");
    let (mut hotline, ids) = county(&path);
    hotline.execute(ids[0], &desk("2020-09-03 11:00"), &photo()).expect("a photograph");
    assert_eq!(hotline.ticket(ids[0]).expect("a ticket").attachments, 1);
    let month = Period::month(2020, 9).expect("a month");
    let question = Question::new(month, at("2020-09-03 12:00"));
    let as_of = at("2020-09-03 12:00");
    let issue =
        NewIssue { year: 2020, number: 9, period: month, as_of, answers_for: None, imprint: None };
    hotline.publish(&desk("2020-10-09 09:00"), &issue).expect("an issue");
    let before = hotline.figures(&question).expect("figures");
    assert_eq!(before.total.count(gongdan::Count::Citizens), 2);
    for text in [NAME, PHONE, ADDRESS, WORDS, PHOTO, DIGEST, PLACE] {
        assert!(!hits(&path, text).is_empty(), "{text} is there to be erased");
    }
    let late = desk("2020-10-10 09:00");
    let erasure = hotline.erase(&late, &Subject::Phone(PHONE.into()), "本人申请").expect("erased");
    assert_eq!(erasure.tickets, [ids[0], ids[2]]);
    assert!(erasure.log_emptied && erasure.texts == 15, "{erasure:?}");
    for text in [NAME, PHONE, ADDRESS, "井盖仍未修", PHOTO, DIGEST, PLACE] {
        assert_eq!(hits(&path, text), [""; 0], "{text}");
    }
    let after = hotline.figures(&question).expect("figures");
    assert_eq!((after.total, after.rows.len()), (before.total, before.rows.len()));
    let compared = hotline.compare(2020, 9).expect("a comparison");
    assert!(compared.corrections.is_empty() && compared.intact, "{compared:?}");
    let report = hotline.verify(&mut |_, _| {}).expect("a report");
    assert!(report.is_sound(), "{:?}", report.findings);
    assert_eq!(report.erased, 15);
    assert_eq!(
        hotline.ticket(ids[0]).expect("a ticket").attachments,
        1,
        "that one was there stays"
    );
    gone(&mut hotline, &ids);
}

/// What everybody sees once a person is erased, and what the other person keeps.
fn gone(hotline: &mut Hotline, ids: &[TicketId]) {
    assert_eq!(hotline.ticket(ids[0]).expect("a ticket").matter, None);
    let masked = hotline.caller(ids[0]).expect("a caller");
    assert!(masked.erased && masked.name.is_none() && !masked.has_phone);
    assert_eq!(hotline.caller(ids[1]).expect("a caller").name.as_deref(), Some("张某"));
    assert_eq!(hotline.texts(ids[1]).expect("texts").len(), 3);
    let late = desk("2020-10-11 09:00");
    let nobody = hotline.erase(&late, &Subject::Phone(PHONE.into()), "本人申请");
    assert_eq!(nobody.expect_err("nobody").kind(), ErrorKind::NotFound);
    let again = Intake::new("来电", "井盖碎裂").appeal(WORDS).caller(caller());
    let guard = |stamp: &Stamp| stamp.clone().request("r1");
    let again = hotline.intake(&guard(&desk("2020-09-01 09:00")), &again);
    let again = again.expect("the same answer");
    assert!(again.repeated && again.ticket == ids[0], "a retry has one effect after all");
}

#[test]
fn while_somebody_reads_an_older_state_the_log_waits_and_says_so() {
    let folder = Folder::new("waiting");
    let path = folder.file("h.db");
    let (hotline, ids) = county(&path);
    drop(hotline);
    let hurried = Options::new().patience(std::time::Duration::from_millis(30));
    let mut hotline = Hotline::open_with(&path, &hurried).expect("opens");
    let note = Command::Note { text: WORDS.into() };
    hotline.execute(ids[1], &desk("2020-09-05 09:00"), &note).expect("a note");
    let reader = rusqlite::Connection::open(&path).expect("SQLite opens it");
    reader.execute_batch("BEGIN; SELECT COUNT(*) FROM event").expect("an older state");
    let late = desk("2020-10-10 09:00");
    let erasure = hotline.erase(&late, &Subject::Ticket(ids[1]), "本人申请").expect("erased");
    assert!(!erasure.log_emptied);
    reader.execute_batch("COMMIT").expect("done reading");
    assert!(hotline.empty_log().expect("the log"));
    assert_eq!(hits(&path, "13900000001"), [""; 0]);
    assert!(hotline.verify(&mut |_, _| {}).expect("a report").is_sound());
}

#[test]
fn who_looked_at_whose_data_is_told_by_period_and_person() {
    let folder = Folder::new("exposed");
    let (mut hotline, ids) = county(&folder.file("h.db"));
    let stamp = |by: &str, time: &str| Stamp::centre(by, at(time));
    let reason = "核实地址,已回电13807340417";
    hotline.reveal(&stamp("坐席07", "2020-09-04 09:00"), ids[0], reason).expect("seen");
    hotline.reveal_history(&stamp("坐席08", "2020-09-30 23:59"), ids[1], "核对").expect("seen");
    let blank = hotline.subject_export(&stamp("坐席07", "2020-10-01 00:00"), PHONE, " ");
    let blank = blank.expect_err("no reason");
    assert_eq!(blank.invalid().map(|invalid| invalid.argument), Some("reason"));
    let export = hotline.subject_export(&stamp("坐席07", "2020-10-01 00:00"), PHONE, "本人申请");
    assert_eq!(export.expect("exported").len(), 2);
    let head = hotline.head().expect("a head");
    let told = |hotline: &Hotline, by: Option<&str>, period: &str| -> Vec<String> {
        let period = Period::parse(period).expect("a period");
        let found = hotline.reveals(by, &period).expect("a report");
        let reason = |reason: &Option<String>| reason.clone().unwrap_or("–".into());
        let place = |id| ids.iter().position(|each| *each == id).expect("one of ours");
        let line = |each: &gongdan::Exposure| {
            format!("{} {} {}", each.by, place(each.ticket), reason(&each.reason))
        };
        assert!(!format!("{found:?}").contains("核"), "debugging shows no reason");
        found.iter().map(line).collect()
    };
    let found = told(&hotline, None, "2020-09");
    assert_eq!(found.len(), 2);
    assert!(found[0].starts_with("坐席07 0 核实地址,已回电") && !found[0].contains(PHONE));
    assert_eq!(found[1], "坐席08 1 核对");
    assert_eq!(told(&hotline, Some(" 坐席08 "), "2020"), ["坐席08 1 核对"]);
    assert_eq!(told(&hotline, None, "2020-10"), ["坐席07 0 本人申请", "坐席07 2 本人申请"]);
    assert!(told(&hotline, Some("坐席"), "2020").is_empty(), "a name is the whole name");
    assert!(told(&hotline, None, "2020-11").is_empty());
    assert_eq!(hotline.head().expect("a head"), head, "to ask leaves no event");
    let erased = hotline.erase(&desk("2020-11-01 09:00"), &Subject::Ticket(ids[1]), "本人申请");
    assert!(erased.is_ok());
    assert_eq!(told(&hotline, Some("坐席08"), "2020"), ["坐席08 1 –"], "the look stays");
}
