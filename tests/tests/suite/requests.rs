//! One request has one effect; a stale caller is told; a batch is all or nothing; a dry run
//! writes nothing.

use gongdan::{
    CloseOutcome, Command, Error, ErrorKind, Hotline, Intake, OfficeCommand, Period, RefusalCode,
    Stage, Stamp, TicketId,
};
use gongdan_tests::{Folder, at, found};

fn desk(time: &str) -> Stamp {
    Stamp::centre("坐席07", at(time))
}

fn asked(text: &str) -> Intake {
    Intake::new("来电", text)
}

fn kind<T: std::fmt::Debug>(done: Result<T, Error>) -> ErrorKind {
    done.expect_err("an error").kind()
}

fn head(hotline: &Hotline) -> (u64, String) {
    hotline.head().expect("a head")
}

/// A file with one ticket at a unit.
fn transferred(folder: &Folder) -> (Hotline, TicketId) {
    let mut hotline = found(&folder.file("requests.db")).expect("a file");
    let intake = hotline.intake(&desk("2020-09-01 09:00"), &asked("路灯不亮")).expect("a ticket");
    let transfer = Command::transfer("县城管执法局");
    hotline.execute(intake.ticket, &desk("2020-09-01 09:10"), &transfer).expect("a transfer");
    (hotline, intake.ticket)
}

#[test]
fn the_same_request_has_one_effect_and_the_same_answer() {
    let folder = Folder::new("once");
    let (mut hotline, ticket) = transferred(&folder);
    let guard = |stamp: &Stamp| stamp.clone().request("app-7f3a");
    let note = Command::Note { text: "已电话联系".into() };
    let first = hotline.execute(ticket, &guard(&desk("2020-09-01 10:00")), &note);
    let first = first.expect("a note");
    assert!(!first.repeated);
    let after = head(&hotline);

    let later = desk("2020-09-01 10:05");
    let again = hotline.execute(ticket, &guard(&later), &note).expect("the same answer");
    assert!(again.repeated);
    assert_eq!((again.entries, again.version), (first.entries.clone(), first.version));

    drop(hotline);
    let mut hotline = Hotline::open(folder.file("requests.db")).expect("opens again");
    let again = hotline.execute(ticket, &guard(&later), &note).expect("the same answer");
    assert!(again.repeated);
    assert_eq!(again.entries, first.entries);

    let mut other = Hotline::open(folder.file("requests.db")).expect("a second handle");
    let again = other.execute(ticket, &guard(&later), &note).expect("the same answer");
    assert_eq!(again.entries, first.entries);
    assert_eq!(head(&other), after, "nothing more was written");
}

#[test]
fn a_request_id_stands_for_one_command_only() {
    let folder = Folder::new("reused");
    let (mut hotline, ticket) = transferred(&folder);
    let guard = |stamp: &Stamp| stamp.clone().request("app-7f3a");
    let (stamp, note) = (desk("2020-09-01 10:00"), Command::Note { text: "甲".into() });
    hotline.execute(ticket, &guard(&stamp), &note).expect("a note");
    let before = head(&hotline);

    let other = Command::Note { text: "乙".into() };
    assert_eq!(kind(hotline.execute(ticket, &guard(&stamp), &other)), ErrorKind::Conflict);
    let somebody = Stamp::centre("坐席08", at("2020-09-01 10:00"));
    assert_eq!(kind(hotline.execute(ticket, &guard(&somebody), &note)), ErrorKind::Conflict);
    let intake = asked("路灯不亮");
    assert_eq!(kind(hotline.intake(&guard(&stamp), &intake)), ErrorKind::Conflict);
    assert_eq!(head(&hotline), before);
}

#[test]
fn contacts_under_a_request_id_count_once() {
    let folder = Folder::new("contacts-once");
    let mut hotline = found(&folder.file("requests.db")).expect("a file");
    let guard = |stamp: &Stamp| stamp.clone().request("tally-0901");
    let morning = desk("2020-09-01 09:00");
    let counted = |count| {
        let day = morning.at().day();
        OfficeCommand::RecordContacts { channel: "来电".into(), day, count }
    };
    let first = hotline.office(&guard(&morning), counted(25)).expect("contacts");
    let after = head(&hotline);
    let later = desk("2020-09-01 09:05");
    let again = hotline.office(&guard(&later), counted(25)).expect("the same answer");
    assert_eq!((again, head(&hotline)), (first, after.clone()));
    let other = hotline.office(&guard(&later), counted(26));
    assert_eq!((kind(other), head(&hotline)), (ErrorKind::Conflict, after));
    let ticket = hotline.intake(&guard(&later), &asked("路灯不亮"));
    assert_eq!(kind(ticket), ErrorKind::Conflict);
    let period = Period::parse("2020-09-01").expect("a day");
    let contacts = hotline.contacts(&period, at("2020-09-02 00:00")).expect("contacts");
    assert_eq!(contacts.iter().map(|(_, count)| count).sum::<i64>(), 25);
}

#[test]
fn of_a_client_that_numbers_its_requests_one_row_is_kept() {
    let folder = Folder::new("numbered");
    let (mut hotline, ticket) = transferred(&folder);
    let path = folder.file("requests.db");
    let rows = || {
        let conn = rusqlite::Connection::open(&path).expect("SQLite opens it");
        let sql = "SELECT (SELECT COUNT(*) FROM request), (SELECT requests FROM region)";
        let counts =
            conn.query_row(sql, [], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)));
        counts.expect("counts")
    };
    let numbered = |client: &str, number| desk("2020-09-01 10:00").numbered(client, number);
    let note = |text: &str| Command::Note { text: text.into() };
    for number in [3, 4, 9, 10] {
        let (stamp, note) = (numbered("desk-7", number), note(&format!("第{number}次")));
        let first = hotline.execute(ticket, &stamp, &note).expect("the next one");
        let again = hotline.execute(ticket, &stamp, &note).expect("the same answer");
        assert!(!first.repeated && again.repeated, "{number}");
        assert_eq!(again.entries, first.entries);
    }
    assert_eq!(rows(), (1, 1));
    let before = head(&hotline);
    let passed =
        hotline.execute(ticket, &numbered("desk-7", 9), &note("第9次")).expect_err("passed");
    assert_eq!(passed.kind(), ErrorKind::Conflict);
    assert!(passed.to_string().contains("number 10"), "{passed}");
    let other = hotline.execute(ticket, &numbered("desk-7", 10), &note("别的"));
    assert_eq!(kind(other), ErrorKind::Conflict);
    let close = Command::close(CloseOutcome::Solved);
    assert_eq!(kind(hotline.execute(ticket, &numbered("desk-7", 11), &close)), ErrorKind::Refused);
    assert_eq!(head(&hotline), before);

    // A refusal takes no number; a free id and another client are others; a batch goes on counting.
    hotline.execute(ticket, &numbered("desk-7", 11), &note("第11次")).expect("still free");
    hotline.execute(ticket, &numbered("desk-8", 1), &note("甲")).expect("another client");
    let free = desk("2020-09-01 10:00").request("desk-7");
    hotline.execute(ticket, &free, &note("乙")).expect("a free id");
    let by_hand = desk("2020-09-01 10:00").request("desk-8#2");
    hotline.execute(ticket, &by_hand, &note("丙")).expect("written as an id");
    let batch = hotline.batch(|batch| {
        batch.execute(ticket, &numbered("desk-8", 3), &note("丁"))?;
        batch.execute(ticket, &numbered("desk-8", 4), &note("戊"))
    });
    assert!(!batch.expect("both").repeated);
    assert_eq!(rows(), (3, 3));
    let taken_back =
        hotline.dry_run(|batch| batch.execute(ticket, &numbered("desk-8", 9), &note("己")));
    taken_back.expect("a dry run");
    assert!(!hotline.execute(ticket, &numbered("desk-8", 5), &note("庚")).expect("free").repeated);
    for id in ["desk-7#", "#1", "desk-7#01", "desk-7#x", "a#b#1", "desk-7#1000000000000000"] {
        let guarded = desk("2020-09-01 10:00").request(id);
        assert_eq!(
            kind(hotline.execute(ticket, &guarded, &note("甲"))),
            ErrorKind::InvalidInput,
            "{id}"
        );
    }
    assert!(hotline.verify(&mut |_, _| {}).expect("a report").is_sound());
}

/// What was asked by these requests, digested under a kept secret: the form of a request is settled, and
/// whoever changes one of these takes it from every caller who waits for an answer.
const KEPT: &[(&str, &str)] = &[
    ("callback", "c66f82b60f2eca3e5966023a92724685"),
    ("close", "98226ec3cf60872bc987a689a4221fe8"),
    ("contacts", "94d3ef41fd0a7cfa8493fcf2b0312325"),
    ("handle", "c57da12b21d7b5ac1de944b17ae97c96"),
    ("intake", "d78aa0ee3cb94bbab61735883713961a"),
    ("intake-plain", "ae860070a35a345da0bc8d582ccdb4f5"),
    ("note", "cfd8a5a71a8962358a2571bb1378b6c4"),
    ("sign-off", "71350ced609c47741a79d400569d7ad4"),
    ("transfer", "459f917278d92c1821e5320ef922f973"),
];

#[test]
fn the_digest_of_a_request_is_what_it_was() {
    let folder = Folder::new("digests");
    let path = folder.file("requests.db");
    let options = gongdan::Options::new().seeded_salts(7);
    let mut hotline = gongdan_tests::found_with(&path, &options).expect("a file");
    let guard = |stamp: Stamp, id: &str| stamp.request(id);
    let morning = || desk("2020-09-01 09:00");
    let caller = gongdan::Caller::named("欧阳青禾").phone("13912345678").address("永安街9号");
    let whole = asked("路灯不亮").category("市政设施").appeal("尽快修复").caller(caller);
    let ticket = hotline.intake(&guard(morning(), "intake"), &whole).expect("a ticket").ticket;
    hotline.intake(&guard(morning(), "intake-plain"), &asked("井盖丢失")).expect("a ticket");
    let unit = |time: &str| Stamp::unit("县城管执法局", "李四", at(time));
    let transfer = Command::transfer("县城管执法局");
    let note = Command::Note { text: "已电话联系".into() };
    for (stamp, id, command) in [
        (morning(), "transfer", transfer),
        (unit("2020-09-01 10:00"), "sign-off", Command::SignOff),
        (unit("2020-09-01 11:00"), "note", note),
        (unit("2020-09-02 10:00"), "handle", Command::handle("已修复")),
        (desk("2020-09-02 11:00"), "callback", Command::reached(gongdan::Satisfaction::Satisfied)),
        (desk("2020-09-02 12:00"), "close", Command::close(CloseOutcome::Solved)),
    ] {
        hotline.execute(ticket, &guard(stamp, id), &command).expect(id);
    }
    let (channel, day) = ("来电".to_owned(), at("2020-09-01 00:00").day());
    let contacts = OfficeCommand::RecordContacts { channel, day, count: 25 };
    hotline.office(&guard(desk("2020-09-02 12:00"), "contacts"), contacts).expect("contacts");
    let conn = rusqlite::Connection::open(&path).expect("SQLite opens it");
    let mut ask = conn.prepare("SELECT request_id, lower(hex(asked)) FROM request").expect("rows");
    let rows = ask.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    let rows: Vec<(String, String)> = rows.collect::<rusqlite::Result<_>>().expect("rows");
    let rows: Vec<_> = rows.iter().map(|(id, asked)| (id.as_str(), asked.as_str())).collect();
    assert_eq!(rows, KEPT);
}

#[test]
fn a_refused_request_leaves_its_id_free() {
    let folder = Folder::new("free");
    let (mut hotline, ticket) = transferred(&folder);
    let guard = |stamp: &Stamp| stamp.clone().request("sign-1");
    let close = Command::close(CloseOutcome::Solved);
    let stamp = desk("2020-09-01 10:00");
    assert_eq!(kind(hotline.execute(ticket, &guard(&stamp), &close)), ErrorKind::Refused);
    let signer = Stamp::unit("县城管执法局", "李", at("2020-09-01 10:00"));
    let signed = hotline.execute(ticket, &guard(&signer), &Command::SignOff);
    assert!(!signed.expect("a sign-off").repeated);
}

#[test]
fn a_request_id_is_short_printable_ascii() {
    let folder = Folder::new("ascii");
    let (mut hotline, ticket) = transferred(&folder);
    let before = head(&hotline);
    let stamp = desk("2020-09-01 10:00");
    let note = Command::Note { text: "甲".into() };
    for id in ["", "有字", "two words", &"x".repeat(65), "tab\t"] {
        let guard = |stamp: &Stamp| stamp.clone().request(id);
        let done = hotline.execute(ticket, &guard(&stamp), &note);
        assert_eq!(kind(done), ErrorKind::InvalidInput, "{id:?}");
    }
    assert_eq!(head(&hotline), before);
    let guard = |stamp: &Stamp| stamp.clone().request("x".repeat(64));
    assert!(hotline.execute(ticket, &guard(&stamp), &note).is_ok());
}

#[test]
fn a_stale_caller_gets_both_versions() {
    let folder = Folder::new("stale");
    let (mut hotline, ticket) = transferred(&folder);
    let mut other = Hotline::open(folder.file("requests.db")).expect("a second handle");
    let seen = other.ticket(ticket).expect("a ticket").version;
    let note = Command::Note { text: "甲".into() };
    hotline.execute(ticket, &desk("2020-09-01 10:00"), &note).expect("a note");
    let guard = |stamp: &Stamp| stamp.clone().seen(seen);
    let error =
        other.execute(ticket, &guard(&desk("2020-09-01 10:01")), &note).expect_err("a conflict");
    assert_eq!(error.kind(), ErrorKind::Conflict);
    assert_eq!(error.versions(), Some((seen, seen + 1)));
    let guard = |stamp: &Stamp| stamp.clone().seen(seen + 1);
    assert!(other.execute(ticket, &guard(&desk("2020-09-01 10:01")), &note).is_ok());
}

#[test]
fn a_batch_that_fails_in_the_middle_leaves_nothing() {
    let folder = Folder::new("whole");
    let (mut hotline, ticket) = transferred(&folder);
    let before = head(&hotline);
    let stamp = desk("2020-09-01 11:00");
    let failed: Result<(), Error> = hotline.batch(|batch| {
        batch.intake(&stamp, &asked("井盖缺失"))?;
        batch.execute(ticket, &stamp, &Command::close(CloseOutcome::Solved))?;
        batch.intake(&stamp, &asked("不会走到这里"))?;
        Ok(())
    });
    assert_eq!(kind(failed), ErrorKind::Refused);
    assert_eq!(head(&hotline), before);
    let next = hotline.intake(&stamp, &asked("井盖缺失")).expect("a ticket");
    assert_eq!(next.number, "20200901-0002", "the lost ticket's number was not used up");
}

#[test]
fn a_refusal_inside_a_batch_costs_the_others_nothing() {
    let folder = Folder::new("goes-on");
    let (mut hotline, ticket) = transferred(&folder);
    let (before, _) = head(&hotline);
    let stamp = desk("2020-09-01 11:00");
    let code = hotline.batch(|batch| {
        batch.intake(&stamp, &asked("井盖缺失"))?;
        let refused = batch.execute(ticket, &stamp, &Command::close(CloseOutcome::Solved));
        let code = refused.expect_err("a refusal").refusal().map(|refusal| refusal.code);
        let unknown = batch.execute(ticket, &stamp, &Command::transfer("没有的单位"));
        assert!(unknown.is_err());
        batch.execute(ticket, &stamp, &Command::Urge { text: None })?;
        Ok(code)
    });
    assert_eq!(code.expect("a commit"), Some(RefusalCode::WrongStage));
    assert_eq!(head(&hotline).0, before + 2);
    assert!(hotline.verify(&mut |_, _| {}).expect("a report").is_sound());
}

#[test]
fn a_batch_sees_its_own_work_and_nobody_else_does_before_the_commit() {
    let folder = Folder::new("own-work");
    let (mut hotline, ticket) = transferred(&folder);
    let other = Hotline::open(folder.file("requests.db")).expect("a second handle");
    let signer = Stamp::unit("县城管执法局", "李", at("2020-09-01 10:00"));
    hotline
        .batch(|batch| {
            batch.execute(ticket, &signer, &Command::SignOff)?;
            assert_eq!(batch.hotline().ticket(ticket)?.stage, Stage::SignedOff);
            assert_eq!(other.ticket(ticket)?.stage, Stage::Transferred);
            Ok(())
        })
        .expect("a commit");
    assert_eq!(other.ticket(ticket).expect("a ticket").stage, Stage::SignedOff);
}

#[test]
fn a_dry_run_lists_what_it_would_write_and_writes_nothing() {
    let folder = Folder::new("dry");
    let (mut hotline, ticket) = transferred(&folder);
    let before = head(&hotline);
    let signer = Stamp::unit("县城管执法局", "李", at("2020-09-01 10:00"));
    let (receipt, entries) = hotline
        .dry_run(|batch| {
            batch.execute(ticket, &signer, &Command::SignOff)?;
            batch.intake(&desk("2020-09-01 10:30"), &asked("井盖缺失"))
        })
        .expect("a dry run");
    let events: Vec<&str> = entries.iter().map(|entry| entry.event).collect();
    assert_eq!(events, ["signed_off", "taken_in"]);
    assert_eq!(entries[0].seq, before.0 + 1);
    assert_eq!(head(&hotline), before);
    assert_eq!(hotline.ticket(ticket).expect("a ticket").stage, Stage::Transferred);
    assert_eq!(kind(hotline.ticket(receipt.ticket)), ErrorKind::NotFound);
    assert_eq!(kind(hotline.ticket_by_number(&receipt.number)), ErrorKind::NotFound);
    let wrong = hotline.dry_run(|batch| batch.execute(ticket, &signer, &Command::Recall));
    assert_eq!(kind(wrong), ErrorKind::Refused, "a dry run refuses what would be refused");
}

#[test]
fn an_external_number_seen_before_answers_with_the_ticket_that_stands() {
    let folder = Folder::new("external");
    let (mut hotline, _) = transferred(&folder);
    let intake = asked("噪音扰民").external(" SZ-2020-1 ");
    let first = hotline.intake(&desk("2020-09-02 09:00"), &intake).expect("a ticket");
    let before = head(&hotline);
    let other = asked(" 噪音扰民　").external("SZ-2020-1");
    let again = hotline.intake(&desk("2020-09-03 09:00"), &other).expect("the same ticket");
    assert!(again.repeated && again.entries.is_empty());
    assert_eq!((again.ticket, again.number), (first.ticket, first.number));
    assert_eq!(head(&hotline), before);
    let twice = hotline.batch(|batch| {
        let one = batch.intake(&desk("2020-09-03 10:00"), &asked("甲").external("SZ-9"))?;
        let two = batch.intake(&desk("2020-09-03 10:00"), &asked("甲").external("SZ-9"))?;
        Ok((one.ticket, two.ticket, two.repeated))
    });
    let (one, two, repeated) = twice.expect("a commit");
    assert!(one == two && repeated, "inside one batch, too");
}

#[test]
fn an_external_number_is_its_channels_and_another_matter_is_a_conflict() {
    let folder = Folder::new("external-channels");
    let (mut hotline, _) = transferred(&folder);
    let of = |channel: &str, matter: &str| Intake::new(channel, matter).external("1001");
    let first = hotline.intake(&desk("2020-09-02 09:00"), &of("县长信箱", "学校收费"));
    let second = hotline.intake(&desk("2020-09-02 10:00"), &of("市12345平台", "路灯不亮"));
    let (first, second) = (first.expect("a ticket"), second.expect("another"));
    assert_ne!(first.ticket, second.ticket, "two platforms count alike");
    let conflict = hotline.intake(&desk("2020-09-02 11:00"), &of("县长信箱", "拖欠工资"));
    let conflict = conflict.expect_err("another matter");
    assert_eq!(conflict.kind(), ErrorKind::Conflict);
    let said = conflict.to_string();
    assert!(said.contains("1001") && said.contains(&first.number), "{said}");
    assert!(!said.contains("学校收费") && !said.contains("拖欠工资"), "{said}");
    assert_eq!(kind(hotline.ticket_by_number("1001")), ErrorKind::InvalidInput);
    let found = hotline.ticket_by_number("市12345平台:1001").expect("the second");
    assert_eq!(found.id, second.ticket);
    let erase = Command::Erase { fields: Vec::new(), reason: "本人要求".into() };
    hotline.execute(first.ticket, &desk("2020-09-02 12:00"), &erase).expect("erased");
    let again = hotline.intake(&desk("2020-09-02 13:00"), &of("县长信箱", "拖欠工资"));
    assert_eq!(again.expect("nothing to compare").ticket, first.ticket);
}

#[test]
fn the_day_counts_its_tickets_across_commits_handles_and_days() {
    let folder = Folder::new("numbers");
    let (mut hotline, _) = transferred(&folder);
    let numbers = hotline.batch(|batch| {
        ["2020-09-01 12:00", "2020-09-02 08:00", "2020-09-01 13:00"]
            .iter()
            .map(|time| batch.intake(&desk(time), &asked("甲")).map(|receipt| receipt.number))
            .collect::<gongdan::Result<Vec<String>>>()
    });
    let expected = ["20200901-0002", "20200902-0001", "20200901-0003"];
    assert_eq!(numbers.expect("a commit"), expected);
    let mut other = Hotline::open(folder.file("requests.db")).expect("a second handle");
    let fourth = other.intake(&desk("2020-09-01 14:00"), &asked("甲")).expect("a ticket");
    assert_eq!(fourth.number, "20200901-0004");
    let fifth = hotline.intake(&desk("2020-09-01 14:00"), &asked("甲")).expect("a ticket");
    assert_eq!(fifth.number, "20200901-0005");
}

/// Intakes in one batch, with a question among them that is stopped at its so-many-th look.
fn stopped_in_a_batch(hotline: &mut Hotline, looks: u32) -> (bool, Result<(), Error>) {
    let (mut left, mut stopped) = (looks, false);
    let stop = move || {
        left = left.saturating_sub(1);
        left == 0
    };
    let done = hotline.batch(|batch| {
        for _ in 0..300 {
            batch.intake(&desk("2020-09-02 09:00"), &asked("路灯不亮"))?;
        }
        let period = Period::month(2020, 9).expect("a month");
        let question = gongdan::Question::new(period, at("2020-09-30 18:00"));
        stopped = gongdan::watched(stop, || batch.hotline().figures(&question)).is_err();
        batch.intake(&desk("2020-09-02 10:00"), &asked("路灯还不亮")).map(|_| ())
    });
    (stopped, done)
}

#[test]
fn a_question_stopped_inside_a_batch_leaves_all_of_the_batch_or_nothing() {
    let folder = Folder::new("stopped-in-a-batch");
    let (mut all, mut none) = (0, 0);
    for looks in 1..24 {
        let file = folder.file(&format!("{looks}.db"));
        let mut hotline = found(&file).expect("a file");
        let before = head(&hotline).0;
        let (stopped, done) = stopped_in_a_batch(&mut hotline, looks);
        let kept = head(&hotline).0 - before;
        assert_eq!(kept, if done.is_ok() { 301 } else { 0 }, "{looks}: {done:?}");
        assert!(done.is_ok() || stopped, "{looks}: {done:?}");
        hotline.intake(&desk("2020-09-03 09:00"), &asked("井盖缺失")).expect("work goes on");
        assert!(hotline.verify(&mut |_, _| {}).expect("a report").is_sound(), "{looks}");
        (all, none) = (all + usize::from(kept > 0), none + usize::from(kept == 0));
    }
    assert!(all > 0 && none > 0, "{all} kept, {none} taken back");
}

#[test]
fn what_stands_already_is_refused_and_the_batch_goes_on() {
    let folder = Folder::new("batch-goes-on");
    let mut hotline = found(&folder.file("requests.db")).expect("a file");
    let stamp = desk("2020-09-01 09:00");
    hotline.intake(&stamp, &asked("路灯不亮").external("1001")).expect("a ticket");
    let before = head(&hotline);
    let other = asked("拖欠工资").external("1001");
    let done = hotline.batch(|batch| {
        batch.intake(&stamp, &asked("井盖缺失"))?;
        assert_eq!(kind(batch.intake(&stamp, &other)), ErrorKind::Conflict);
        batch.intake(&stamp, &asked("垃圾无人清运"))?;
        Err::<(), _>(Error::from(gongdan::Invalid::new("reason", gongdan::Problem::Empty)))
    });
    assert_eq!(kind(done), ErrorKind::InvalidInput, "the batch went on to its own end");
    assert_eq!(head(&hotline), before, "all of it was taken back, also what came after");
}
