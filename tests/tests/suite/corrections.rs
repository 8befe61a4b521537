//! 更正时间 on a file: what was seen stays as it was, whatever is corrected; everything else follows.

use gongdan::{
    Basis, Command, CorrectedFact, Datum, ErrorKind, Fact, Figures, Hotline, Intake, Moment,
    NewIssue, OfficeCommand, Page, Period, Provision, Question, RefusalCode, Scope, Setting, Stamp,
    TicketId, Value,
};
use gongdan_tests::{County, Dice, Folder, at, found_with};

use crate::lived::{Lived, questions, rows};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

fn correct(fact: Fact, moment: Moment) -> Command {
    Command::Correct { fact, no: None, moment, reason: "补录".into() }
}

fn month(text: &str) -> Period {
    Period::parse(text).expect("a period")
}

/// What the questions answer, and the tickets behind every cell that is a list.
fn answers(hotline: &Hotline, asked: &[Question]) -> Vec<(Figures, Vec<Vec<TicketId>>)> {
    let one = |question: &Question| {
        let figures = hotline.figures(question).expect("figures");
        let counts = figures.total.iter().map(|(count, _)| count);
        let all = question.by == [gongdan::Grouping::All];
        let listed =
            counts.filter(|count| all && !count.is_times() && *count != gongdan::Count::Citizens);
        let behind = |count| {
            let list = hotline.behind(&figures, None, count).expect("a list").into_iter();
            list.map(|ticket| ticket.id).collect()
        };
        let lists = listed.map(behind).collect();
        (figures, lists)
    };
    asked.iter().map(one).collect()
}

/// Corrects what it can of every ticket: intakes into other months, the others a little or a lot.
fn correct_everything(lived: &mut Lived, dice: &mut Dice) -> Vec<(TicketId, Fact, Moment)> {
    let mut done = Vec::new();
    for id in lived.players.ids.clone() {
        let history = lived.hotline.history(id).expect("a history");
        for fact in Fact::ALL {
            let Some(entry) = history.iter().rfind(|entry| fact.is(&entry.event)) else { continue };
            let was = entry.counts_at.unwrap_or(entry.at);
            let by = match dice.below(3) {
                0 => -(dice.below(45) as i64) * DAY,
                1 => dice.below(600) as i64 * HOUR / 60,
                _ => -(dice.below(600) as i64) * HOUR / 60,
            };
            let moment = was.plus_ms(by);
            let said = Stamp::centre("班长", lived.now);
            if lived.hotline.execute(id, &said, &correct(*fact, moment)).is_ok() {
                done.push((id, *fact, moment));
            }
        }
    }
    done
}

#[test]
fn what_was_seen_stays_as_it_was_and_an_issue_names_every_correction() {
    for seed in [211, 212] {
        let mut lived = Lived::new(seed, 300);
        let issue = NewIssue {
            year: 2020,
            number: 9,
            period: month("2020"),
            as_of: lived.now.plus_ms(-5 * DAY),
            answers_for: Some("张主任".into()),
            imprint: None,
        };
        lived.hotline.publish(&Stamp::centre("编辑", lived.now), &issue).expect("an issue");
        let (seen, _) = lived.hotline.head().expect("a head");
        let moments = [1, 9].map(|days| lived.now.plus_ms(-days * DAY - 7 * HOUR));
        let asked: Vec<Question> = ["2020", "2020-09"]
            .iter()
            .flat_map(|period| moments.map(|as_of| questions(month(period), as_of)))
            .flatten()
            .collect();
        let then: Vec<Question> = asked.iter().map(|each| each.clone().seen(seen)).collect();
        let before = answers(&lived.hotline, &then);
        let done = correct_everything(&mut lived, &mut Dice::new(seed));
        let intakes = done.iter().filter(|(_, fact, _)| *fact == Fact::Intake).count();
        assert!(done.len() > 40 && intakes > 15, "{} corrected, {intakes} intakes", done.len());
        for (question, (was, is)) in
            then.iter().zip(before.iter().zip(answers(&lived.hotline, &then)))
        {
            assert_eq!(was.0, is.0, "seed {seed}, {question:?}");
            assert_eq!(was.1, is.1, "seed {seed}, {question:?}");
        }
        let today = answers(&lived.hotline, &asked);
        let moved = before.iter().zip(&today).filter(|(was, is)| rows(&was.0) != rows(&is.0));
        assert!(moved.count() > asked.len() / 2, "corrections move figures");
        issue_names(&lived, &issue, &done);
        let verified = lived.hotline.verify(&mut |_, _| {}).expect("verified");
        assert!(verified.is_sound(), "seed {seed}: {:?}", verified.findings);
    }
}

/// The issue is what it was; each correction from or to a moment that it sees is named, with both.
fn issue_names(lived: &Lived, issue: &NewIssue, done: &[(TicketId, Fact, Moment)]) {
    let compared = lived.hotline.compare(issue.year, issue.number).expect("compared");
    assert!(compared.intact, "a correction is no tampering");
    assert!(!compared.corrections.is_empty());
    let told = |each: &CorrectedFact| (each.ticket.id, each.fact, each.to);
    let mut named: Vec<_> = compared.corrected.iter().map(told).collect();
    let seen = |each: &&CorrectedFact| each.from <= issue.as_of || each.to <= issue.as_of;
    assert_eq!(compared.corrected.iter().filter(seen).count(), named.len());
    named.sort();
    let mut expected: Vec<_> = done.to_vec();
    expected.sort();
    expected.retain(|each| named.contains(each) || each.2 <= issue.as_of);
    assert_eq!(named, expected);
}

#[test]
fn the_history_keeps_both_moments() {
    let folder = Folder::new("both");
    let mut hotline = found_with(&folder.file("h.db"), &gongdan::Options::new()).expect("a file");
    let (taken, truly) = (at("2020-09-02 09:00"), at("2020-08-31 16:00"));
    let intake = Intake::new(County::CHANNELS[0], "路灯不亮");
    let id = hotline.intake(&Stamp::centre("坐席07", taken), &intake).expect("taken in").ticket;
    let said = Stamp::centre("班长", at("2020-09-05 10:00"));
    hotline.execute(id, &said, &correct(Fact::Intake, truly)).expect("corrected");
    let history = hotline.history(id).expect("a history");
    assert_eq!((history[0].at, history[0].counts_at), (taken, Some(truly)));
    assert_eq!((history[1].at, history[1].counts_at), (said.at(), Some(truly)));
    assert_eq!(history[1].texts[0].content, "补录");
    let ticket = hotline.ticket(id).expect("a ticket");
    assert_eq!((ticket.accepted_at, ticket.number.as_str()), (truly, "20200902-0001"));
    let found = hotline.find(&gongdan::Filter::new().accepted(month("2020-08")), Page::all());
    assert_eq!(found.expect("found").total, 1);
    let next = hotline.intake(&Stamp::centre("坐席07", taken), &intake).expect("taken in");
    assert_eq!(next.number, "20200902-0002", "the number is of the day it was entered on");
}

/// A desk with a wrong year is put right: the file's newest fact, the views and the next desk with it.
#[test]
fn a_wrong_year_moves_no_view_and_stops_no_desk() {
    let folder = Folder::new("year");
    let path = folder.file("h.db");
    let mut hotline = found_with(&path, &gongdan::Options::new()).expect("a file");
    let leap = OfficeCommand::Provide(Provision {
        setting: Setting::LeapDays,
        from: Moment::MIN,
        scope: Scope::default(),
        value: Value::Number(100),
    });
    let intake = Intake::new(County::CHANNELS[0], "路灯不亮");
    let desk = |text| Stamp::centre("坐席07", at(text));
    hotline.office(&desk("2020-08-20 09:00"), leap).expect("a policy");
    let first = hotline.intake(&desk("2020-09-02 09:00"), &intake).expect("taken in").ticket;
    let far = hotline.intake(&desk("2062-09-02 10:00").meant(), &intake).expect("taken in").ticket;
    let refused = hotline.intake(&desk("2020-09-02 11:00"), &intake).expect_err("a leap");
    assert_eq!(refused.refusal().map(|refusal| refusal.code), Some(RefusalCode::TimeLeap));
    let moment = at("2020-09-02 10:00");
    let said = desk("2020-09-02 11:00");
    let told = hotline.execute(far, &said, &correct(Fact::Intake, at("2020-01-02 10:00")));
    let code = told.expect_err("a leap").refusal().map(|refusal| refusal.code);
    assert_eq!(code, Some(RefusalCode::TimeLeap), "as far back as no intake may be dated");
    hotline.execute(far, &said, &correct(Fact::Intake, moment)).expect("corrected");
    let rows = hotline.query("SELECT as_of FROM v1_moment", &[], 1_000_000).expect("rows");
    assert_eq!(rows.rows[0][0], Datum::Integer(moment.ms()), "the newest fact of any");
    hotline.intake(&said, &intake).expect("taken in");
    hotline
        .execute(first, &said, &correct(Fact::Intake, at("2020-09-01 09:00")))
        .expect("corrected");
    let verified = hotline.verify(&mut |_, _| {}).expect("verified");
    assert!(verified.is_sound(), "{:?}", verified.findings);
}

/// A correction that fails half-way, or is only tried, leaves nothing; in a batch it is seen at once.
#[test]
fn a_correction_is_one_with_its_commit() {
    let mut lived = Lived::new(213, 300);
    let closed = gongdan::Filter::new().stage(gongdan::Stage::Closed);
    let found = lived.hotline.find(&closed, Page::all()).expect("tickets").tickets;
    let id = found[0].id;
    let question = Question::new(month("2020"), lived.now).basis(Basis::Cohort);
    let before = rows(&lived.hotline.figures(&question).expect("figures"));
    let was = lived.hotline.ticket(id).expect("a ticket");
    let said = Stamp::centre("班长", lived.now);
    let command = correct(Fact::Intake, was.accepted_at.plus_ms(-50 * DAY));
    let (receipt, _) =
        lived.hotline.dry_run(|batch| batch.execute(id, &said, &command)).expect("tried");
    assert_eq!(receipt.entries.len(), 1);
    assert_eq!(lived.hotline.ticket(id).expect("a ticket"), was);
    lived.hotline.begin().expect("begun");
    lived.hotline.execute(id, &said, &command).expect("corrected");
    let inside = lived.hotline.ticket(id).expect("a ticket").accepted_at;
    assert_eq!(inside, was.accepted_at.plus_ms(-50 * DAY));
    lived.hotline.roll_back().expect("taken back");
    assert_eq!(lived.hotline.ticket(id).expect("a ticket"), was);
    assert_eq!(rows(&lived.hotline.figures(&question).expect("figures")), before);
    let again =
        lived.hotline.execute(id, &said.clone().request("r-1"), &command).expect("corrected");
    let twice = lived.hotline.execute(id, &said.request("r-1"), &command).expect("the same");
    assert!(!again.repeated && twice.repeated);
    let other = correct(Fact::Transfer, lived.now.plus_ms(DAY));
    let refused = lived.hotline.execute(id, &Stamp::centre("班长", lived.now), &other);
    assert_eq!(refused.expect_err("not yet").kind(), ErrorKind::Refused);
    let retire = OfficeCommand::Retire {
        species: gongdan::Species::Category,
        name: County::CATEGORIES[0].into(),
        from: lived.now,
    };
    lived.hotline.office(&Stamp::centre("管理员", lived.now), retire).expect("the file goes on");
}
