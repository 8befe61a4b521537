//! Two clocks that never agree, and one that is wrong by years.

use gongdan_domain::{
    Bound, Clocks, Command, Moment, RefusalCode, Setting, Stage, Stamp, Ticket, TicketEvent, Value,
    Verb,
};

use crate::story::{
    CITY, HOUSING, county, desk, end_of, given, joint, moment, provide, report, solved,
};

#[test]
fn two_desks_ninety_seconds_apart_work_all_day() {
    let story = given().at("2020-09-03 09:10").transferred();
    let story = story.at("2020-09-03 09:08:30").unit(CITY, Command::SignOff).then(&["signed_off"]);
    let leg = &story.ticket.legs[0];
    let transferred = moment("2020-09-03 09:10");
    assert_eq!(leg.signed_off_at, Some(transferred), "a sign-off counts from its transfer");
    let story = story.at("2020-09-03 15:00").unit(CITY, Command::handle("已修复")).ok();
    let story = story.at("2020-09-03 14:58:30").called(gongdan_domain::Satisfaction::Satisfied);
    assert_eq!(story.ticket.callbacks[0].at, moment("2020-09-03 15:00"));
    let story = story.at("2020-09-03 14:59").centre(solved()).then(&["closed"]);
    assert_eq!(story.ticket.closures[0].at, moment("2020-09-03 15:00"));
    assert_eq!(story.ticket.stage, Stage::Closed);
}

#[test]
fn what_lies_further_back_than_the_tolerance_is_refused() {
    let story = given().at("2020-09-03 09:10").transferred();
    let earliest = Bound::From(moment("2020-09-03 09:05"));
    let story = story.at("2020-09-03 09:04:59").unit(CITY, Command::SignOff);
    let story = story.refused_with(RefusalCode::TimeBackwards, earliest);
    let mut story = story.at("2020-09-03 09:05").unit(CITY, Command::SignOff).ok();
    provide(&mut story.rules, Setting::ClockTolerance, Value::Number(0));
    let story = story.at("2020-09-03 09:09:59").unit(CITY, Command::handle("已修复"));
    story.refused(RefusalCode::TimeBackwards);
}

#[test]
fn a_sign_off_stated_before_midnight_and_filed_after_it_is_in_time() {
    let story = given().transferred().at("2020-09-05 00:01");
    let story = story.centre(Command::Urge { text: None }).ok();
    let story = story.at("2020-09-04 23:58").unit(CITY, Command::SignOff).ok();
    let leg = &story.ticket.legs[0];
    assert_eq!(leg.sign_off_by, end_of("2020-09-04"));
    assert_eq!(leg.signed_off_at, Some(moment("2020-09-04 23:58")), "an urge delays nothing");
    assert!(!leg.signed_off_late());
}

#[test]
fn another_units_fact_delays_nothing() {
    let story = given().at("2020-09-03 09:10").centre(joint(CITY, &[HOUSING], None)).ok();
    let story = story.at("2020-09-03 10:00").unit(HOUSING, Command::SignOff).ok();
    let story = story.at("2020-09-03 09:58").unit(CITY, Command::SignOff).ok();
    assert_eq!(story.ticket.legs[0].signed_off_at, Some(moment("2020-09-03 09:58")));
    story.at("2020-09-03 09:57").unit(HOUSING, report()).ok();
}

#[test]
fn a_duty_is_blocked_by_no_clock_and_moves_none() {
    let story = given().at("2020-09-03 09:10").transferred();
    for at in ["2062-06-01 09:00", "2020-08-01 09:00"] {
        let story = given().at("2020-09-03 09:10").transferred().at(at);
        let story = story.centre(Command::Note { text: "补记".into() }).ok();
        let story = story.centre(Command::Confidential { confidential: true }).ok();
        let story = story.centre(Command::Reveal { reason: "核实".into() }).ok();
        let erase = Command::Erase { fields: Vec::new(), reason: "本人要求".into() };
        let story = story.centre(erase).ok();
        assert_eq!(story.ticket.newest_fact, moment("2020-09-03 09:10"));
        story.at("2020-09-03 10:00").unit(CITY, Command::SignOff).ok();
    }
    story.at("2020-09-03 10:00").unit(CITY, Command::SignOff).ok();
}

fn leap(newest: Option<&str>, verb: Verb, at: &str) -> Result<(), RefusalCode> {
    let clocks = Clocks { newest: newest.map(moment), founded: moment("2020-01-01 00:00") };
    said(clocks, desk(moment(at)), verb)
}

fn said(clocks: Clocks, stamp: Stamp, verb: Verb) -> Result<(), RefusalCode> {
    clocks.check(&county(), &stamp, (verb, Stage::Accepted)).map_err(|denied| match denied {
        gongdan_domain::Denied::Refused(refusal) => {
            let newest = clocks.newest.unwrap_or(clocks.founded);
            assert_eq!(refusal.bound, Some(Bound::Leap { given: stamp.at(), newest }));
            refusal.code
        }
        other => panic!("{other}"),
    })
}

#[test]
fn a_desk_years_ahead_is_refused_and_says_both_moments() {
    let (newest, leapt) = (Some("2020-09-03 09:00"), Err(RefusalCode::TimeLeap));
    assert_eq!(leap(newest, Verb::SignOff, "2062-06-01 09:00"), leapt);
    assert_eq!(leap(newest, Verb::Intake, "2020-12-13 09:00"), leapt);
    assert_eq!(leap(newest, Verb::Intake, "2020-12-12 09:00"), Ok(()), "a hundred days");
    assert_eq!(leap(newest, Verb::Intake, "2020-05-26 08:59"), leapt, "as far back");
    assert_eq!(leap(newest, Verb::Intake, "2020-05-26 09:00"), Ok(()));
    assert_eq!(leap(newest, Verb::SignOff, "2020-01-26 08:59"), Ok(()), "the ticket says that");
    assert_eq!(leap(None, Verb::Intake, "2021-02-04 00:00"), Ok(()), "four hundred days");
    assert_eq!(leap(None, Verb::Intake, "2021-02-05 00:01"), leapt);
    for duty in [Verb::Note, Verb::Confidential, Verb::Reveal, Verb::Erase] {
        assert_eq!(leap(newest, duty, "2062-06-01 09:00"), Ok(()), "{duty:?}");
    }
}

#[test]
fn a_leap_that_is_meant_is_taken_and_a_policy_can_let_any_be() {
    let clocks = Clocks { newest: Some(moment("2020-09-03 09:00")), founded: Moment::MIN };
    let far = desk(moment("2062-06-01 09:00"));
    assert_eq!(said(clocks, far.clone().meant(), Verb::Intake), Ok(()));
    let mut rules = county();
    provide(&mut rules, Setting::LeapDays, Value::Number(0));
    assert_eq!(clocks.check(&rules, &far, (Verb::Intake, Stage::Accepted)), Ok(()));
}

/// What the ticket was at a moment: the events that count by then.
fn as_of(story: &crate::story::Story, at: &str) -> Ticket {
    let ((taken_at, taken), rest) = story.events.split_first().unwrap();
    let TicketEvent::TakenIn(taken) = taken else { panic!("no intake") };
    let whole = Ticket::taken_in(story.ticket.id, *taken_at, taken);
    let (mut now, mut then) = (whole.clone(), whole);
    for (stated, event) in rest {
        let counts = stated.plus_ms(now.concern(*stated, event).later);
        now.apply(*stated, event);
        if counts <= moment(at) {
            then.apply(*stated, event);
        }
    }
    then
}

#[test]
fn a_callback_stated_before_the_reply_it_follows_is_not_there_before_it() {
    let story = given().at("2020-09-03 09:10").signed();
    let story = story.at("2020-09-03 15:00").unit(CITY, Command::handle("已修复")).ok();
    let story = story.at("2020-09-03 14:58").called(gongdan_domain::Satisfaction::Satisfied);
    assert!(as_of(&story, "2020-09-03 14:59").callbacks.is_empty(), "nothing to call about yet");
    assert_eq!(as_of(&story, "2020-09-03 15:00").callbacks.len(), 1);
}

#[test]
fn what_moves_the_ticket_on_counts_from_what_brought_it_where_it_is() {
    let story = given().at("2020-09-03 09:10").signed();
    let story = story.at("2020-09-03 11:00").unit(CITY, crate::story::request_return()).ok();
    let story = story.at("2020-09-03 12:00").centre(crate::story::grant_return()).ok();
    let story = story.at("2020-09-03 11:57").centre(joint(HOUSING, &[], Some("请办理"))).ok();
    assert_eq!(story.ticket.legs[1].transferred_at, moment("2020-09-03 12:00"));
    let then = as_of(&story, "2020-09-03 11:58");
    assert_eq!(then.lead().map(|leg| leg.leg), Some(1), "the first unit has it still");
    let story = story.at("2020-09-03 13:00").unit(HOUSING, Command::SignOff).ok();
    let story = story.at("2020-09-03 12:56").unit(HOUSING, Command::handle("已修复")).ok();
    let leg = &story.ticket.legs[1];
    assert_eq!(leg.handled_at, Some(moment("2020-09-03 13:00")));
    assert_eq!(leg.worked_minutes, Some(60), "the time worked is that of the facts as they count");
}
