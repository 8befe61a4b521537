//! 退件: the unit says "not ours", the centre decides, the citizen's clock runs on.

use gongdan_domain::{Bound, Command, LegEnd, RefusalCode, Setting, Stage, Value};

use crate::story::{
    CITY, HOUSING, TOWN, TRAFFIC, county, days, deny_return, designate, end_of, given, given_under,
    grant_return, grant_return_to, moment, provide, request_return, transfer_again,
};

#[test]
fn a_return_needs_a_reason_and_is_asked_once() {
    let none = Command::RequestReturn { reason: " ".into() };
    let story = given().transferred().unit(CITY, none).refused(RefusalCode::ReasonMissing);
    let story = story.unit(CITY, request_return()).then(&["return_requested"]);
    assert_eq!(story.text(), "不属本单位职责");
    let story = story.unit(CITY, request_return()).refused(RefusalCode::ReturnPending);
    let story = story.centre(deny_return(false)).then(&["return_denied"]);
    story.unit(CITY, request_return()).refused_with(RefusalCode::TooManyReturns, Bound::Times(1));
}

#[test]
fn past_the_window_a_return_is_marked_to_the_millisecond() {
    let exact = given().signed().at("2020-09-07 23:59:59.999").unit(CITY, request_return()).ok();
    assert_eq!(exact.ticket.legs[0].returned_late_at, None);
    let late = given().signed().at("2020-09-08 00:00").unit(CITY, request_return()).ok();
    assert_eq!(late.ticket.legs[0].returned_late_at, Some(late.at));
    let late = late.centre(deny_return(false)).ok();
    assert!(late.ticket.legs[0].returned_late_at.is_some(), "whatever is decided");
}

#[test]
fn past_the_window_a_return_is_refused_where_the_policy_says_so() {
    let mut rules = county();
    provide(&mut rules, Setting::LateReturn, Value::Name("refuse".into()));
    let until = Bound::Until(end_of("2020-09-07"));
    let late = given_under(rules).signed().at("2020-09-08 00:00").unit(CITY, request_return());
    let late = late.refused_with(RefusalCode::ReturnTooLate, until);
    let said = gongdan_domain::wording::refusal(late.refusal(), Default::default());
    assert_eq!(said, "已过退件时限(2020-09-07 23:59),不能申请退件");
}

#[test]
fn no_window_in_the_policy_means_no_returns() {
    let mut rules = county();
    rules.policy = gongdan_domain::Policy::default();
    provide(&mut rules, Setting::SignOffLimit, days(1));
    provide(&mut rules, Setting::HandleLimit, days(5));
    let story = given_under(rules).transferred();
    story.unit(CITY, request_return()).refused(RefusalCode::NoPromise);
}

#[test]
fn a_unit_that_wants_to_return_it_cannot_handle_it_meanwhile() {
    let story = given().signed().unit(CITY, request_return()).ok();
    story.unit(CITY, Command::handle("已修复")).refused(RefusalCode::ReturnPending);
}

#[test]
fn a_granted_return_keeps_the_leg_and_never_restarts_the_total() {
    let story = given().signed().at("2020-09-07 10:00").unit(CITY, request_return()).ok();
    let story = story.at("2020-09-08 10:00").centre(grant_return_to(HOUSING));
    let story = story.then(&["return_granted", "transferred"]);
    let old = &story.ticket.legs[0];
    assert_eq!(old.ended, Some((story.at, LegEnd::Returned)));
    assert_eq!(old.returned_late_at, None);
    let new = story.ticket.lead().unwrap();
    assert_eq!((new.unit, story.ticket.stage), (story.unit_id(HOUSING), Stage::Transferred));
    assert_eq!(new.handle_by, end_of("2020-09-15"), "the leg's own limit is new");
    assert_eq!(story.ticket.total_by, Some(end_of("2020-09-10")), "the citizen's is not");
}

#[test]
fn returned_after_the_limit_is_missed() {
    let mut rules = county();
    provide(&mut rules, Setting::ReturnWindow, days(20));
    let story = given_under(rules).signed().at("2020-09-11 08:00").unit(CITY, request_return());
    let story = story.ok().centre(grant_return()).then(&["return_granted"]);
    let leg = &story.ticket.legs[0];
    assert_eq!(leg.handling_broken, Some(end_of("2020-09-10")));
    assert_eq!(leg.returned_late_at, None, "the window was longer");
    assert_eq!(story.ticket.stage, Stage::Accepted);
    assert!(story.ticket.lead().is_none() && story.ticket.running_limit().is_none());
}

#[test]
fn while_a_return_waits_no_limit_ends_and_denied_it_is_as_if_never_asked() {
    let story = given().signed().unit(CITY, request_return()).ok();
    assert!(!story.ticket.overdue(end_of("2020-09-11")));
    let story = story.at("2020-09-14 09:00").centre(deny_return(false)).ok();
    assert!(story.ticket.overdue(story.at));
}

#[test]
fn passing_it_on_needs_a_remark_and_another_unit() {
    let to = |unit: &str, remark: Option<&str>| Command::GrantReturn {
        to: Some(unit.into()),
        remark: remark.map(str::to_owned),
    };
    let story = given().signed().unit(CITY, request_return()).ok();
    let story = story.centre(to(HOUSING, None)).refused(RefusalCode::RemarkMissing);
    let story = story.centre(to("城管局", Some("属其职责"))).refused(RefusalCode::UnitTwice);
    let story = story.centre(to(HOUSING, Some("属其职责"))).ok();
    story.centre(grant_return()).refused(RefusalCode::NoReturnPending);
}

#[test]
fn a_denied_return_leaves_the_unit_with_it_and_may_forbid_another() {
    let mut rules = county();
    provide(&mut rules, Setting::ReturnCap, Value::Number(3));
    let story = given_under(rules).transferred().unit(CITY, request_return()).ok();
    let story = story.centre(deny_return(false)).ok().unit(CITY, request_return()).ok();
    let story = story.centre(deny_return(true)).then(&["return_denied"]);
    let story = story.unit(CITY, request_return()).refused(RefusalCode::ReturnForbidden);
    assert_eq!(story.ticket.legs[0].return_requests, 2);
    let no_reason = Command::DenyReturn { reason: String::new(), forbid: false };
    let story = given().transferred().unit(CITY, request_return()).ok();
    story.centre(no_reason).refused(RefusalCode::ReasonMissing);
}

#[test]
fn nothing_is_decided_that_nobody_asked_for() {
    let story = given().transferred().centre(grant_return()).refused(RefusalCode::NoReturnPending);
    let story = story.centre(deny_return(true)).refused(RefusalCode::NoReturnPending);
    story.centre(designate(HOUSING)).refused(RefusalCode::NoReturnPending);
}

#[test]
fn a_designated_unit_never_returns_it() {
    let story = given().centre(designate(CITY)).then(&["transferred"]);
    assert!(story.ticket.lead().unwrap().designated);
    story.unit(CITY, request_return()).refused(RefusalCode::ReturnForbidden);
}

#[test]
fn designation_answers_a_request_to_return() {
    let asked = || given().signed().unit(CITY, request_return()).ok();
    let other = asked().centre(designate(HOUSING)).then(&["return_granted", "transferred"]);
    assert!(other.ticket.lead().unwrap().designated);
    other.unit(HOUSING, request_return()).refused(RefusalCode::ReturnForbidden);
    let same = asked().centre(designate("城管局")).then(&["return_denied"]);
    assert_eq!(same.ticket.stage, Stage::SignedOff);
    same.unit(CITY, request_return()).refused(RefusalCode::ReturnForbidden);
}

#[test]
fn the_cap_counts_one_unit_across_its_legs() {
    let story = given().transferred().unit(CITY, request_return()).ok();
    let story = story.centre(grant_return_to(HOUSING)).ok();
    let story = story.unit(HOUSING, request_return()).ok().centre(grant_return()).ok();
    let story = story.centre(transfer_again(CITY)).ok();
    let story = story.unit(CITY, request_return()).refused(RefusalCode::TooManyReturns);
    assert_eq!(story.ticket.legs.len(), 3);
    assert_eq!(story.ticket.total_by, Some(end_of("2020-09-10")));
}

#[test]
fn the_window_is_counted_from_the_units_own_leg() {
    let story = given().signed().at("2020-09-07 10:00").unit(CITY, request_return()).ok();
    let story = story.at("2020-09-09 10:00").centre(grant_return_to(TOWN)).ok();
    let story = story.at("2020-09-11 18:00").unit(TOWN, request_return()).ok();
    assert_eq!(story.ticket.lead().unwrap().transferred_at, moment("2020-09-09 10:00"));
    story.centre(grant_return_to(TRAFFIC)).ok();
}
