//! 延期: asked before the limit, decided by the centre, the first promise kept.

use gongdan_domain::{Bound, Command, RefusalCode, Setting, Value};

use crate::story::{CITY, HOUSING, county, end_of, extend, given, given_under, provide};

#[test]
fn a_granted_extension_adds_working_days_and_keeps_the_first_promise() {
    let story = given().signed().at("2020-09-10 23:59:59.999").unit(CITY, extend(3));
    let story = story.then(&["extension_requested"]);
    assert_eq!(story.ticket.legs[0].extension_pending, Some(3));
    let story = story.at("2020-09-11 09:00").centre(Command::GrantExtension);
    let story = story.then(&["extension_granted"]);
    let leg = &story.ticket.legs[0];
    assert_eq!(leg.first_handle_by, end_of("2020-09-10"));
    assert_eq!(leg.handle_by, end_of("2020-09-15"));
    assert_eq!(story.ticket.total_by, Some(end_of("2020-09-15")));
    assert_eq!((leg.extension_requests, leg.extensions, leg.extended_days), (1, 1, 3));
}

#[test]
fn the_extended_limit_decides_what_is_late() {
    let story = given().signed().unit(CITY, extend(3)).ok().centre(Command::GrantExtension).ok();
    let story = story.at("2020-09-15 17:00").unit(CITY, Command::handle("已修复")).ok();
    let leg = &story.ticket.legs[0];
    assert!(!leg.handled_late() && leg.handled_at > Some(leg.first_handle_by));
}

#[test]
fn a_late_request_is_refused() {
    let story = given().signed().at("2020-09-11 00:00").unit(CITY, extend(3));
    story.refused_with(RefusalCode::ExtensionTooLate, Bound::Until(end_of("2020-09-10")));
}

#[test]
fn too_long_too_often_and_without_reason_are_refused() {
    let story = given().signed();
    let story = story.unit(CITY, extend(11));
    let story = story.refused_with(RefusalCode::ExtensionTooLong, Bound::Days(10));
    let story = story.unit(CITY, extend(0)).refused(RefusalCode::ExtensionTooLong);
    let silent = Command::RequestExtension { days: 3, reason: " ".into() };
    let story = story.unit(CITY, silent).refused(RefusalCode::ReasonMissing);
    let story = story.unit(CITY, extend(10)).ok();
    let story = story.unit(CITY, extend(1)).refused(RefusalCode::ExtensionPending);
    let story = story.centre(Command::GrantExtension).ok();
    story.unit(CITY, extend(1)).refused_with(RefusalCode::TooManyExtensions, Bound::Times(1));
}

#[test]
fn the_policy_may_allow_more() {
    let mut rules = county();
    provide(&mut rules, Setting::ExtensionCap, Value::Number(2));
    provide(&mut rules, Setting::ExtensionDays, Value::Number(20));
    let story = given_under(rules).signed();
    let story = story.unit(CITY, extend(20)).ok().centre(Command::GrantExtension).ok();
    let story = story.unit(CITY, extend(1)).ok().centre(Command::GrantExtension).ok();
    assert_eq!(story.ticket.legs[0].extended_days, 21);
}

#[test]
fn a_denied_extension_moves_nothing_and_may_be_asked_again() {
    let deny = |reason: &str| Command::DenyExtension { reason: reason.into() };
    let story = given().signed().unit(CITY, extend(3)).ok();
    let story = story.centre(deny("")).refused(RefusalCode::ReasonMissing);
    let story = story.centre(deny("理由不足")).then(&["extension_denied"]);
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-10"));
    let story = story.centre(deny("再驳")).refused(RefusalCode::NoExtensionPending);
    let story = story.centre(Command::GrantExtension).refused(RefusalCode::NoExtensionPending);
    let story = story.unit(CITY, extend(3)).ok();
    assert_eq!(story.ticket.legs[0].extension_requests, 2);
}

#[test]
fn only_the_lead_asks_and_only_after_signing() {
    given().transferred().unit(CITY, extend(3)).refused(RefusalCode::NotSignedOff);
    given().signed().unit(HOUSING, extend(3)).refused(RefusalCode::WrongUnit);
    given().signed().centre(extend(3)).refused(RefusalCode::WrongRole);
}

#[test]
fn a_reply_makes_a_pending_request_void() {
    let story = given().signed().unit(CITY, extend(3)).ok();
    let story = story.unit(CITY, Command::handle("已修复")).ok();
    assert_eq!(story.ticket.legs[0].extension_pending, None);
}
