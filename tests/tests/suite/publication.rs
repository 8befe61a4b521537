//! Publication: an issue stays what it was, whatever is written afterwards; what would be printed
//! otherwise today is listed by ticket; and an issue that was tampered with is not intact.

use gongdan::{
    Command, Correction, Count, Filter, FrozenTable, Hotline, Intake, Issue, Moment, NewIssue,
    OfficeCommand, Page, Period, Question, Species, Stage, Stamp,
};
use gongdan_tests::{County, hurt};

use crate::lived::{Lived, questions, rows};

const HOUR: i64 = 3_600_000;

/// The whole period lived, as of ten days before its end.
fn new_issue(lived: &Lived) -> NewIssue {
    let period = Period::parse("2020").expect("a period");
    let as_of = lived.now.plus_ms(-240 * HOUR);
    NewIssue {
        year: 2020,
        number: 9,
        period,
        as_of,
        answers_for: Some("张主任".into()),
        imprint: None,
    }
}

fn editor(lived: &Lived) -> Stamp {
    Stamp::centre("编辑", lived.now)
}

fn published(seed: u64) -> (Lived, Issue) {
    let mut lived = Lived::new(seed, 600);
    let (stamp, new) = (editor(&lived), new_issue(&lived));
    let issue = lived.hotline.publish(&stamp, &new).expect("an issue");
    (lived, issue)
}

fn asked(issue: &Issue) -> (Period, Moment) {
    (Period::parse(&issue.published.period).expect("a period"), issue.published.as_of)
}

/// A ticket that a unit has and owes a reply to at the cut-off, and that nobody touched since.
fn owed(lived: &Lived, issue: &Issue) -> (gongdan::TicketId, String, Moment) {
    let found = lived.hotline.find(&Filter::new().stage(Stage::SignedOff), Page::all());
    let mut tickets = found.expect("tickets").tickets.into_iter();
    let ours = tickets.find(|ticket| {
        ticket.last_at.plus_ms(HOUR) < issue.published.as_of
            && ticket.assistants.is_empty()
            && !ticket.return_pending
            && ticket.suspended_at.is_none()
            && ticket.handled_at.is_none()
    });
    let ours = ours.expect("a ticket that a unit has");
    (ours.id, ours.unit.expect("its unit"), ours.last_at.plus_ms(HOUR))
}

fn of_all(corrections: &[Correction], count: Count) -> &Correction {
    let found = corrections.iter().find(|each| each.by == "all" && each.count == count);
    found.unwrap_or_else(|| panic!("no correction of {count}"))
}

#[test]
fn what_is_written_later_is_a_correction_by_ticket() {
    let (mut lived, issue) = published(141);
    assert_eq!(lived.hotline.compare(2020, 9).expect("compared").corrections, []);
    let early = Stamp::centre("坐席07", issue.published.as_of.plus_ms(-HOUR));
    let late_entry = Intake::new(County::CHANNELS[0], "补录的来电");
    let new = lived.hotline.intake(&early, &late_entry).expect("taken in");
    let (owed, unit, when) = owed(&lived, &issue);
    let stamp = Stamp::unit(unit, "经办人", when);
    lived.hotline.execute(owed, &stamp, &Command::handle("补录办结")).expect("handled");

    let compared = lived.hotline.compare(2020, 9).expect("compared");
    assert!(compared.intact, "a correction is no tampering");
    assert_eq!(compared.issue, issue);
    let ids = |tickets: &[gongdan::TicketRef]| tickets.iter().map(|t| t.id).collect::<Vec<_>>();
    let accepted = of_all(&compared.corrections, Count::Accepted);
    assert_eq!((ids(&accepted.appeared), ids(&accepted.gone)), (vec![new.ticket], vec![]));
    let pending = of_all(&compared.corrections, Count::Pending);
    assert_eq!((ids(&pending.appeared), ids(&pending.gone)), (vec![], vec![owed]));
    let handled = of_all(&compared.corrections, Count::Handled);
    assert_eq!((ids(&handled.appeared), ids(&handled.gone)), (vec![owed], vec![]));
    for each in &compared.corrections {
        let printed = cell(&issue.published.tables, &each.by, &each.key, each.count);
        assert_eq!(each.printed, printed, "{each:?}");
        if !each.count.is_times() && each.count != Count::Citizens {
            let moved = each.appeared.len() as i64 - each.gone.len() as i64;
            assert_eq!(each.today - each.printed, moved, "{each:?}");
        }
    }
}

fn cell(tables: &[FrozenTable], by: &str, key: &str, count: Count) -> i64 {
    let table = tables.iter().find(|table| table.by == by).expect("a frozen table");
    let row = table.rows.iter().find(|row| row.key == key);
    row.and_then(|row| row.counts.get(count.word())).copied().unwrap_or(0)
}

/// What an issue tells of a ticket is lost to an erasure and to confidentiality: both are named, and
/// of a ticket that the issue does not tell of neither is.
#[test]
fn what_was_told_of_a_ticket_and_is_told_no_longer_is_named() {
    let mut lived = Lived::new(152, 600);
    let (stamp, new) = (editor(&lived), new_issue(&lived));
    let closed = Filter::new().stage(Stage::Closed);
    let mut closed = lived.hotline.find(&closed, Page::all()).expect("tickets").tickets;
    closed.retain(|ticket| ticket.last_at < new.as_of && !ticket.featured && !ticket.confidential);
    // Whoever is erased is counted apart since from others who rang from the same number: these left none.
    closed.retain(|ticket| !lived.hotline.caller(ticket.id).expect("a caller").has_phone);
    let [erased, hidden, other] = [closed[0].id, closed[1].id, closed[2].id];
    let pick = Stamp::centre("编辑", new.as_of);
    for id in [erased, hidden] {
        lived.hotline.execute(id, &pick, &Command::feature(true)).expect("picked");
    }
    lived.hotline.publish(&stamp, &new).expect("an issue");
    assert_eq!(lived.hotline.compare(2020, 9).expect("compared").withheld, []);
    for id in [erased, other] {
        lived.hotline.erase(&stamp, &gongdan::Subject::Ticket(id), "本人申请").expect("erased");
    }
    let hide = Command::Confidential { confidential: true };
    lived.hotline.execute(hidden, &stamp, &hide).expect("hidden");
    let compared = lived.hotline.compare(2020, 9).expect("compared");
    assert!(compared.intact, "neither is tampering");
    let named: Vec<_> =
        compared.withheld.iter().map(|each| (each.ticket.id, each.fields.is_empty())).collect();
    let mut right = vec![(erased, false), (hidden, true)];
    right.sort();
    assert_eq!(named, right);
}

#[test]
fn names_and_mergers_of_later_change_no_issue() {
    let (mut lived, issue) = published(142);
    let (period, as_of) = asked(&issue);
    let all = || questions(period, as_of).into_iter().map(|each| each.seen(issue.published.seen));
    let printed = |hotline: &Hotline| -> Vec<_> {
        all().map(|question| rows(&hotline.figures(&question).expect("figures"))).collect()
    };
    let before = printed(&lived.hotline);
    let contacts = |hotline: &Hotline| {
        let question = Question::new(period, as_of).seen(issue.published.seen);
        hotline.contacts_of(&question).expect("contacts")
    };
    let contacts_before = contacts(&lived.hotline);
    changed_since(&mut lived);
    assert_eq!(printed(&lived.hotline), before);
    assert_eq!(contacts(&lived.hotline), contacts_before);
    let today = lived.hotline.figures(&Question::new(period, as_of).by(gongdan::Grouping::Unit));
    let today = rows(&today.expect("figures"));
    assert!(!before.contains(&today), "nothing of the change shows, so nothing was tried");
    let compared = lived.hotline.compare(2020, 9).expect("compared");
    assert_eq!((compared.intact, &compared.issue), (true, &issue));

    let path = lived.folder.file("lived.db");
    drop(lived.hotline);
    let again = Hotline::open(path).expect("the file opens");
    assert_eq!(again.issues().expect("issues"), std::slice::from_ref(&issue));
    assert_eq!(printed(&again), before);
    assert!(again.compare(2020, 9).expect("compared").intact);
}

/// A rename, a merger and more contacts, all dated back to before the cut-off.
fn changed_since(lived: &mut Lived) {
    let stamp = Stamp::centre("管理员", lived.now);
    let (species, from) = (Species::Unit, lived.now.plus_ms(-600 * HOUR));
    let [first, second, third] = [County::UNITS[0], County::UNITS[6], County::UNITS[7]];
    let rename =
        OfficeCommand::Rename {
            species, name: first.into(), to: "县城市管理局".into(), from
        };
    lived.hotline.office(&stamp, rename).expect("renamed");
    let merge =
        |into: &str| OfficeCommand::Merge { species, name: second.into(), into: into.into(), from };
    let merged = lived.hotline.office(&stamp, merge(third));
    merged.or_else(|_| lived.hotline.office(&stamp, merge(County::UNITS[8]))).expect("merged");
    let (channel, day) = (County::CHANNELS[0].to_owned(), from.day());
    let contacts = OfficeCommand::RecordContacts { channel, day, count: 7 };
    lived.hotline.office(&stamp, contacts).expect("counted");
}

#[test]
fn an_issue_that_was_tampered_with_is_not_intact() {
    let (mut lived, issue) = published(143);
    let note = Command::Note { text: "发布之后".into() };
    let (stamp, ticket) = (editor(&lived), lived.players.ids[0]);
    lived.hotline.execute(ticket, &stamp, &note).expect("a note");
    let path = lived.folder.file("lived.db");
    drop(lived.hotline);
    let intact = |sql: &str| {
        let copy = lived.folder.file("copy.db");
        hurt(&path, &copy, sql);
        let compared = Hotline::open(&copy).and_then(|hotline| hotline.compare(2020, 9));
        compared.is_ok_and(|compared| compared.intact)
    };
    let later = Hotline::open(&path).and_then(|hotline| hotline.compare(2020, 9));
    assert!(later.is_ok_and(|compared| compared.intact), "unhurt, it is intact");
    let seen = issue.published.seen;
    for deed in [
        format!("UPDATE event SET by = '王五' WHERE seq = {}", seen - 3),
        format!("UPDATE event SET at = at - 1 WHERE seq = {}", seen - 9),
        "UPDATE event SET body = replace(body, ',3]', ',6]') WHERE kind = 1".into(),
        "DELETE FROM event WHERE seq = 80".into(),
        "UPDATE event SET hash = zeroblob(32), by = '王五' WHERE seq = 70".into(),
        r#"UPDATE event SET body = replace(body, '"accepted":', '"accepted":1') WHERE subject = 2"#
            .into(),
        format!(
            "UPDATE event SET body = replace(body, '{}', '{}') WHERE subject = 2",
            issue.published.head,
            "0".repeat(64)
        ),
    ] {
        assert!(!intact(&deed), "{deed}");
    }
    let after = format!("UPDATE event SET by = '王五' WHERE seq = {}", seen + 2);
    assert!(intact(&after), "what came after the issue is not the issue's: verify finds it");
}

#[test]
fn a_number_is_published_once_and_a_difference_is_answered_for() {
    let (mut lived, issue) = published(144);
    let (stamp, new) = (editor(&lived), new_issue(&lived));
    let head = lived.hotline.head().expect("a head");
    let taken = lived.hotline.publish(&stamp, &new).expect_err("the number is taken");
    assert_eq!(taken.kind(), gongdan::ErrorKind::Exists);
    let unit = Stamp::unit(County::UNITS[0], "经办人", lived.now);
    let next = NewIssue { number: 10, ..new };
    assert!(lived.hotline.publish(&unit, &next).is_err(), "only the centre publishes");
    assert_eq!(lived.hotline.head().expect("a head"), head, "what is refused writes nothing");
    let next = lived.hotline.publish(&stamp, &next).expect("the next issue");
    assert_eq!(next.published.seen, issue.seq, "the next issue sees the one before");
    lived.verify(144);
}
