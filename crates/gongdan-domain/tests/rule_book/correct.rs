//! 更正时间: the true moment of a fact that was entered wrong or late, and all that follows from it.

use gongdan_domain::{
    Bound, Clocks, Command, Fact, Moment, RefusalCode, Satisfaction, Setting, Stage, Stamp, Ticket,
    Value, Verb,
};
use proptest::prelude::*;

use crate::random::{Pick, command, party, pick, verb};
use crate::story::{
    CITY, DESK, HOUSING, Story, correct, county, days, desk, end_of, extend, given, given_of,
    given_under, joint, moment, provide, report, request_return, reschedule, send_back, solved,
    suspend, transfer_again,
};
use crate::table::stamp;

/// The ticket without what only tells that it was corrected.
fn but_for_the_correction(mut ticket: Ticket) -> Ticket {
    assert_eq!(ticket.corrections, 1);
    (ticket.version, ticket.corrections) = (ticket.version - 1, 0);
    ticket
}

/// A life in which every command was entered at its true moment: who asked what, and when.
fn true_life(picks: &[Pick]) -> (Story, Vec<(Stamp, Command)>) {
    let mut story = given_of(county(), gongdan_domain::Intake::new("来电", "路灯不亮"));
    let mut told = Vec::new();
    for pick in picks {
        story.at = story.at.plus_ms(pick.minutes.abs() * 60_000);
        let verb = verb(*pick, story.ticket.stage);
        if verb == Verb::Correct {
            continue;
        }
        let stamp = stamp(party(*pick, verb, &story), &story);
        let command = command(*pick, verb, &story);
        let before = story.events.len();
        story = story.when(stamp.clone(), command.clone());
        if story.events.len() > before {
            told.push((stamp, command));
        }
    }
    (story, told)
}

/// The same life with one command entered at another moment, if all is granted all the same and
/// leads to as many events.
fn entered_wrong(truth: &Story, told: &[(Stamp, Command)], nth: usize, by: i64) -> Option<Story> {
    let mut story = given_of(county(), gongdan_domain::Intake::new("来电", "路灯不亮"));
    for (place, (stamp, command)) in told.iter().enumerate() {
        let at = stamp.at().plus_ms(if place == nth { by } else { 0 });
        let before = story.events.len();
        story = story.when(at_moment(stamp, at), command.clone());
        if story.events.len() == before {
            return None;
        }
    }
    let kinds =
        |story: &Story| -> Vec<_> { story.events.iter().map(|(_, event)| event.kind()).collect() };
    (kinds(&story) == kinds(truth)).then_some(story)
}

fn at_moment(stamp: &Stamp, at: Moment) -> Stamp {
    match stamp.unit_name() {
        Some(unit) => Stamp::unit(unit, "李四", at),
        None if stamp.by() == DESK => Stamp::centre(DESK, at),
        None => Stamp::supervisor("王五", at),
    }
}

/// Which fact an event is, and which of its kind.
fn named(story: &Story, place: usize) -> Option<(Fact, u32)> {
    let event = &story.events[place].1;
    let fact = Fact::ALL.iter().find(|fact| fact.is(event))?;
    let such = story.events[..=place].iter().filter(|(_, event)| fact.is(event)).count();
    Some((*fact, such as u32))
}

/// Tries to enter each command of a life wrong, and to put it right: how often that went.
fn put_right(picks: &[Pick]) -> usize {
    let (truth, told) = true_life(picks);
    let mut right = 0;
    for (nth, pick) in (0..told.len()).zip(picks) {
        let by = (pick.vary as i64 - 500) * 60_000 * [1, 20, 200][pick.vary % 3];
        let Some(wrong) = entered_wrong(&truth, &told, nth, by) else { continue };
        let differs = |place: &usize| wrong.events[*place].0 != truth.events[*place].0;
        let differing: Vec<usize> = (0..wrong.events.len()).filter(differs).collect();
        let [place] = differing[..] else { continue };
        let Some((fact, no)) = named(&wrong, place) else { continue };
        let moment = truth.events[place].0;
        let command = Command::Correct { fact, no: Some(no), moment, reason: "补录".into() };
        let at = wrong.ticket.last_at.max(moment);
        let wrong = wrong.when(desk(at), command);
        if wrong.is_refused() {
            // What was entered between other facts than it truly lies between is not put right.
            assert_eq!(wrong.refusal().code, RefusalCode::OrderBroken);
            continue;
        }
        assert_eq!(but_for_the_correction(wrong.ticket), truth.ticket, "{fact} {no} by {by}");
        right += 1;
    }
    right
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..Default::default() })]

    /// A life that was entered wrong and put right is the life that was entered right: verdicts,
    /// limits, holds, ends, and what was worked out of them.
    #[test]
    fn a_corrected_life_is_the_true_one(picks in prop::collection::vec(pick(), 10..60)) {
        put_right(&picks);
    }
}

/// So the property above says something.
#[test]
fn lives_are_entered_wrong_often_enough() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let lives = prop::collection::vec(pick(), 40..60);
    let right: usize =
        (0..120).map(|_| put_right(&lives.new_tree(&mut runner).unwrap().current())).sum();
    assert!(right >= 60, "{right}");
}

#[test]
fn a_late_sign_off_put_right_is_in_time_and_the_other_way_round() {
    let late = given().transferred().at("2020-09-07 10:00").unit(CITY, Command::SignOff).ok();
    assert!(late.ticket.legs[0].signed_off_late());
    let right = late.centre(correct(Fact::SignOff, "2020-09-04 16:00")).then(&["corrected"]);
    let leg = &right.ticket.legs[0];
    assert_eq!(leg.signed_off_at, Some(moment("2020-09-04 16:00")));
    assert!(!leg.signed_off_late());
    let wrong = right.centre(correct(Fact::SignOff, "2020-09-07 08:00")).ok();
    assert!(wrong.ticket.legs[0].signed_off_late(), "corrected twice, the last one stands");
    assert_eq!(wrong.ticket.corrections, 2);
    let noted = wrong.events.iter().filter(|(_, event)| Fact::SignOff.is(event)).count();
    assert_eq!(noted, 1, "the journal keeps what was entered, and says what was true");
}

#[test]
fn a_reply_put_right_takes_the_closing_and_the_time_worked_with_it() {
    let story = given().signed().at("2020-09-14 09:00").unit(CITY, Command::handle("已修复")).ok();
    let story = story.called(Satisfaction::Satisfied).centre(solved()).ok();
    assert!(story.ticket.closures[0].late && story.ticket.handled_late());
    let story = story.centre(correct(Fact::Handle, "2020-09-10 09:00")).ok();
    assert!(!story.ticket.closures[0].late && !story.ticket.handled_late());
    assert_eq!(story.ticket.legs[0].worked_minutes, Some(5 * 1_440));
    assert_eq!(story.ticket.stage, Stage::Closed);
}

#[test]
fn a_transfer_put_right_has_its_limits_worked_out_again_and_what_followed_from_them() {
    let mut rules = county();
    provide(&mut rules, Setting::TotalLimit, days(5));
    let story = given_under(rules).signed().at("2020-09-04 10:00").unit(CITY, extend(3)).ok();
    let story = story.at("2020-09-04 11:00").centre(Command::GrantExtension).ok();
    let story = story.at("2020-09-07 09:00").centre(suspend()).ok();
    let story = story.at("2020-09-09 09:00").centre(Command::Resume).ok();
    let before = story.ticket.legs[0].clone();
    assert_eq!(before.first_handle_by, end_of("2020-09-10"));
    let story = story.at("2020-09-09 10:00").centre(correct(Fact::Intake, "2020-09-01 09:00")).ok();
    let story = story.centre(correct(Fact::Transfer, "2020-09-01 09:30")).ok();
    let leg = &story.ticket.legs[0];
    assert_eq!(leg.first_handle_by, end_of("2020-09-08"), "two working days earlier");
    assert_eq!(before.handle_by, end_of("2020-09-17"));
    assert_eq!(leg.handle_by, end_of("2020-09-15"), "and so after extension and pause");
    assert_eq!(story.ticket.total_by, Some(end_of("2020-09-15")));
}

/// Old limits that a correction does not touch stay, whatever the policy became since.
#[test]
fn what_does_not_follow_from_the_moment_stays_as_it_was_given() {
    let story = given().signed().at("2020-09-08 09:00").unit(CITY, Command::handle("已修复")).ok();
    let mut story = story.centre(send_back()).ok();
    let by = story.ticket.legs[0].handle_by;
    provide(&mut story.rules, Setting::HandleLimit, days(9));
    let story = story.centre(correct(Fact::SignOff, "2020-09-03 10:00")).ok();
    assert_eq!(story.ticket.legs[0].handle_by, by);
    let story = story.centre(correct(Fact::Intake, "2020-09-03 08:00")).ok();
    assert_eq!(story.ticket.legs[0].handle_by, by);
    let story = story.centre(correct(Fact::Transfer, "2020-09-03 08:30")).ok();
    assert_eq!(story.ticket.legs[0].handle_by, by, "the same day has the same limit");
    let story = story.centre(correct(Fact::Handle, "2020-09-07 09:00")).ok();
    assert!(story.ticket.legs[0].handle_by > by, "it lay at the centre for a day more");
}

#[test]
fn a_callback_after_the_closing_is_judged_by_the_policy_of_its_true_moment() {
    let mut rules = county();
    let levels = Value::Levels(vec![Satisfaction::VerySatisfied]);
    let from = moment("2020-09-05 00:00");
    let stricter = gongdan_domain::Provision {
        setting: Setting::SatisfiedLevels,
        from,
        scope: gongdan_domain::Scope::default(),
        value: levels,
    };
    crate::story::ask_office(&mut rules, gongdan_domain::OfficeCommand::Provide(stricter));
    let story = given_under(rules).handled().at("2020-09-07 09:00");
    let story = story.called(Satisfaction::Satisfied).centre(solved()).ok();
    assert!(!story.ticket.callbacks[0].satisfied);
    let story = story.centre(correct(Fact::Callback, "2020-09-04 09:00")).ok();
    assert!(story.ticket.callbacks[0].satisfied);
    assert_eq!(story.ticket.callbacks[0].at, moment("2020-09-04 09:00"));
}

#[test]
fn a_return_asked_for_late_is_marked_by_the_true_transfer() {
    let story = given().transferred().at("2020-09-08 09:00").unit(CITY, request_return()).ok();
    assert!(story.ticket.legs[0].returned_late_at.is_some());
    let story = story.centre(correct(Fact::Transfer, "2020-09-07 09:00")).ok();
    assert_eq!(story.ticket.legs[0].returned_late_at, None);
}

#[test]
fn the_order_of_the_facts_stays() {
    let story =
        given().at("2020-09-03 10:00").signed().at("2020-09-05 10:00").centre(suspend()).ok();
    let story = story.at("2020-09-07 10:00").centre(Command::Resume).ok();
    let story = story.at("2020-09-08 10:00").unit(CITY, Command::handle("已修复")).ok();
    let story = story.at("2020-09-08 11:00").centre(Command::Urge { text: None }).ok();
    let (from, until) = (|at| Bound::From(moment(at)), |at| Bound::Until(moment(at)));
    let refused = |story: Story, fact, at, bound| {
        story.centre(correct(fact, at)).refused_with(RefusalCode::OrderBroken, bound)
    };
    let story = refused(story, Fact::Handle, "2020-09-06 09:00", from("2020-09-07 09:55"));
    let story = refused(story, Fact::SignOff, "2020-09-05 10:06", until("2020-09-05 10:05"));
    let story = refused(story, Fact::SignOff, "2020-09-03 09:00", from("2020-09-03 09:55"));
    let story = refused(story, Fact::Intake, "2020-09-03 11:00", until("2020-09-03 10:05"));
    let story = refused(story, Fact::Handle, "2020-09-09 09:00", until("2020-09-08 11:05"));
    let story = story.centre(correct(Fact::Handle, "2020-09-08 11:02")).ok();
    assert_eq!(story.ticket.legs[0].handled_at, Some(moment("2020-09-08 11:02")));
}

/// Overlays and other units' facts delay nothing.
#[test]
fn what_stands_beside_is_no_part_of_the_order() {
    let story = given().centre(joint(CITY, &[HOUSING], None)).ok();
    let story = story.at("2020-09-04 09:00").unit(HOUSING, Command::SignOff).ok();
    let story = story.at("2020-09-04 10:00").centre(Command::Urge { text: None }).ok();
    let story = story.centre(Command::Reclassify { category: Some("农业农村".into()) }).ok();
    let story = story.at("2020-09-07 09:00").unit(CITY, Command::SignOff).ok();
    let story = story.centre(correct(Fact::SignOff, "2020-09-03 15:00")).ok();
    let signed = |story: &Story, leg: usize| story.ticket.legs[leg].signed_off_at;
    assert_eq!(signed(&story, 0), Some(moment("2020-09-03 15:00")));
    let story = story.at("2020-09-08 09:00").unit(HOUSING, report()).ok();
    let (fact, no, reason) = (Fact::SignOff, Some(1), "补录".to_owned());
    let moment_of = moment("2020-09-07 10:00");
    let story = story.centre(Command::Correct { fact, no, moment: moment_of, reason }).ok();
    assert_eq!(signed(&story, 1), Some(moment_of), "the first sign-off is the helper's");
    assert_eq!(story.ticket.legs[1].sign_off_broken, Some(end_of("2020-09-04")));
    let story = story.centre(correct(Fact::Report, "2020-09-07 09:00"));
    story.refused_with(RefusalCode::OrderBroken, Bound::From(moment("2020-09-07 09:55")));
}

/// What a ticket is about decides the limits of its transfer: to before that a transfer is not moved.
#[test]
fn a_transfer_stays_behind_what_it_was_given_by() {
    let story = given().at("2020-09-03 10:00").centre(Command::Reclassify { category: None }).ok();
    let story = story.at("2020-09-03 11:00").transferred();
    let story = story.centre(correct(Fact::Transfer, "2020-09-03 09:30"));
    story.refused_with(RefusalCode::OrderBroken, Bound::From(moment("2020-09-03 09:55")));
}

#[test]
fn which_fact_is_meant_is_said_by_its_number() {
    let story = given().transferred().at("2020-09-03 10:00").unit(CITY, request_return()).ok();
    let story = story.at("2020-09-03 11:00").centre(crate::story::grant_return()).ok();
    let story = story.at("2020-09-04 09:00").centre(transfer_again(HOUSING)).ok();
    let at = |no, text| {
        let (fact, reason) = (Fact::Transfer, "补录".to_owned());
        Command::Correct { fact, no, moment: moment(text), reason }
    };
    let story = story.centre(at(Some(3), "2020-09-03 09:30")).refused(RefusalCode::NoSuchFact);
    let story = story.centre(at(Some(0), "2020-09-03 09:30")).refused(RefusalCode::NoSuchFact);
    let story = story.centre(at(Some(1), "2020-09-03 09:30")).ok();
    assert_eq!(story.ticket.legs[0].transferred_at, moment("2020-09-03 09:30"));
    let story = story.centre(at(None, "2020-09-03 16:00")).ok();
    assert_eq!(story.ticket.legs[1].transferred_at, moment("2020-09-03 16:00"));
    let story = story.centre(correct(Fact::Close, "2020-09-03 16:00"));
    let story = story.refused(RefusalCode::NoSuchFact);
    let story = story.centre(at(None, "2020-09-03 16:00")).refused(RefusalCode::NothingChanges);
    let blank = Command::Correct {
        fact: Fact::Transfer,
        no: None,
        moment: moment("2020-09-03 17:00"),
        reason: " ".into(),
    };
    let story = story.centre(blank).refused(RefusalCode::ReasonMissing);
    let story = story.supervisor(at(None, "2020-09-03 17:00")).refused(RefusalCode::WrongRole);
    story.unit(HOUSING, at(None, "2020-09-03 17:00")).refused(RefusalCode::WrongRole);
}

/// One PC with a wrong year locks no ticket: what it stated is put right, and the ticket goes on.
#[test]
fn a_wrong_year_is_put_right_and_the_ticket_goes_on() {
    let story = given().transferred().at("2062-09-03 10:00").unit(CITY, Command::SignOff).ok();
    let story = story.at("2020-09-04 09:00").unit(CITY, Command::handle("已修复"));
    let story = story.refused(RefusalCode::TimeBackwards);
    let story = story.centre(correct(Fact::SignOff, "2020-09-03 10:00")).ok();
    assert_eq!(story.ticket.newest_fact, moment("2020-09-03 10:00"));
    assert_eq!(story.ticket.last_at, moment("2020-09-03 10:00"));
    let story = story.unit(CITY, Command::handle("已修复")).ok();
    assert!(!story.ticket.handled_late());
}

/// A correction moves no clock but as its fact does, and is bound to the clocks itself.
#[test]
fn a_correction_counts_from_the_moment_of_its_fact() {
    let story = given()
        .signed()
        .at("2020-09-20 09:00")
        .centre(correct(Fact::SignOff, "2020-09-03 16:00"))
        .ok();
    assert_eq!(story.ticket.newest_fact, moment("2020-09-03 16:00"));
    let story = story.at("2020-09-04 09:00").unit(CITY, Command::handle("已修复")).ok();
    assert_eq!(story.ticket.last_at, moment("2020-09-04 09:00"));
    let clocks = Clocks { newest: Some(story.at), founded: moment("2020-01-01 00:00") };
    let far = desk(moment("2062-09-03 09:00"));
    assert!(clocks.check(&story.rules, &far, (Verb::Correct, Stage::Handled)).is_err());
}

/// What was put right is put right also in limits that were worked out again by hand.
#[test]
fn a_rescheduling_follows_the_true_transfer() {
    let mut story = given().at("2020-09-04 09:00").signed();
    provide(&mut story.rules, Setting::HandleLimit, days(7));
    let story = story.centre(reschedule()).ok();
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-15"));
    let story = story.centre(correct(Fact::Transfer, "2020-09-03 09:00")).ok();
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-14"));
}
