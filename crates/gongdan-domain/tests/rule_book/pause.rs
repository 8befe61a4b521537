//! 挂账: off the clock with leave of the centre.

use gongdan_domain::{
    Command, Intake, Invalid, Limit, OfficeCommand, Problem, Provision, RefusalCode, RegionId,
    Satisfaction, Scope, Setting, Stage, TicketId, Urgency, Value,
};

use crate::story::{
    CITY, HOUSING, ask_office, county, days, default_county, end_of, extend, given, given_of,
    given_under, grant_return_to, joint, moment, provide, report, request_return, reschedule,
    rework, suspend, terminate,
};

#[test]
fn only_working_days_inside_the_pause_moves_the_limits() {
    let story = given().signed().at("2020-09-05 00:00").centre(suspend()).then(&["suspended"]);
    let story = story.at("2020-09-07 00:00").centre(Command::Resume).then(&["resumed"]);
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-10"), "a weekend adds nothing");
    let story = story.at("2020-09-08 00:00").centre(suspend()).ok();
    let story = story.at("2020-09-10 00:00").centre(Command::Resume).ok();
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-14"), "two working days add two");
    assert_eq!(story.ticket.total_by, Some(end_of("2020-09-14")));
    assert_eq!(story.ticket.legs[0].first_handle_by, end_of("2020-09-10"));
    assert_eq!(story.ticket.pauses.len(), 2);
}

#[test]
fn while_suspended_no_limit_runs_unless_it_had_passed() {
    let story = given().signed().at("2020-09-09 08:00").centre(suspend()).ok();
    assert_eq!(story.ticket.running_limit(), None);
    assert!(!story.ticket.overdue(moment("2020-12-01 08:00")));
    let story = given().signed().at("2020-09-11 08:00").centre(suspend()).ok();
    assert_eq!(story.ticket.running_limit(), Some(end_of("2020-09-10")));
    assert!(story.ticket.overdue(moment("2020-09-12 08:00")));
    let story = story.at("2020-10-20 08:00").centre(Command::Resume).ok();
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-10"), "a passed limit stays");
}

#[test]
fn a_unit_does_nothing_to_a_ticket_off_the_clock() {
    let story = given().centre(joint(CITY, &[HOUSING], None)).ok();
    let story = story.unit(CITY, Command::SignOff).ok().centre(suspend()).ok();
    let story = story.unit(CITY, Command::handle("已修复")).refused(RefusalCode::Suspended);
    let story = story.unit(CITY, extend(3)).refused(RefusalCode::Suspended);
    let story = story.unit(CITY, request_return()).refused(RefusalCode::Suspended);
    let story = story.unit(HOUSING, Command::SignOff).refused(RefusalCode::Suspended);
    let story = story.unit(HOUSING, report()).refused(RefusalCode::Suspended);
    let story = story.centre(reschedule()).refused(RefusalCode::Suspended);
    let story = story.centre(suspend()).refused(RefusalCode::Suspended);
    let story = story.unit(CITY, Command::Note { text: "待批复".into() }).ok();
    story.centre(Command::Resume).ok().centre(Command::Resume).refused(RefusalCode::NotSuspended);
}

#[test]
fn a_pause_needs_a_reason_a_signed_ticket_and_the_centre() {
    let silent = Command::Suspend { reason: " ".into() };
    given().signed().centre(silent).refused(RefusalCode::ReasonMissing);
    given().transferred().centre(suspend()).refused(RefusalCode::NotSignedOff);
    given().signed().unit(CITY, suspend()).refused(RefusalCode::WrongRole);
}

#[test]
fn an_extension_granted_in_a_pause_moves_with_it() {
    let story = given().signed().at("2020-09-08 00:00").unit(CITY, extend(2)).ok();
    let story = story.centre(suspend()).ok().at("2020-09-09 00:00");
    let story = story.centre(Command::GrantExtension).ok();
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-14"));
    let story = story.at("2020-09-10 00:00").centre(Command::Resume).ok();
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-16"));
    assert_eq!(story.ticket.total_by, Some(end_of("2020-09-16")));
}

#[test]
fn a_pause_moves_the_unsigned_helpers_limits_too() {
    let story = given().centre(joint(CITY, &[HOUSING], None)).ok();
    let story = story.unit(CITY, Command::SignOff).ok().at("2020-09-04 00:00");
    let story = story.centre(suspend()).ok().at("2020-09-05 00:00").centre(Command::Resume).ok();
    assert_eq!(story.ticket.legs[1].sign_off_by, end_of("2020-09-07"));
    assert_eq!(story.ticket.legs[0].sign_off_by, end_of("2020-09-04"), "signed already");
}

#[test]
fn a_rework_can_be_paused_without_touching_the_first_promise() {
    let story = given().handled().called(Satisfaction::Dissatisfied).centre(rework()).ok();
    assert_eq!(story.ticket.running_limit(), Some(end_of("2020-09-10")));
    let story = story.at("2020-09-04 00:00").centre(suspend()).ok();
    assert_eq!(story.ticket.running_limit(), None);
    let story = story.at("2020-09-05 00:00").centre(Command::Resume).ok();
    assert_eq!(story.ticket.running_limit(), Some(end_of("2020-09-11")));
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-10"));
}

#[test]
fn a_termination_ends_the_pause() {
    let story = given().signed().unit(CITY, extend(3)).ok().centre(suspend()).ok();
    let story = story.at("2020-09-09 08:00").centre(terminate()).ok();
    assert_eq!(story.ticket.suspended_at, None);
    assert_eq!(story.ticket.pauses, [(moment("2020-09-03 09:00"), story.at)]);
    assert_eq!(story.ticket.legs[0].extension_pending, None);
}

#[test]
fn a_new_limit_moves_old_tickets_only_by_a_rescheduling() {
    let mut story = given().signed();
    provide(&mut story.rules, Setting::HandleLimit, days(7));
    let story = story.at("2020-09-04 09:00").centre(Command::Note { text: "x".into() }).ok();
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-10"));
    let story = story.centre(reschedule()).then(&["rescheduled"]);
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-14"));
    assert_eq!(story.ticket.total_by, Some(end_of("2020-09-10")), "by its own rule");
    assert_eq!(story.ticket.legs[0].handle_limit, Limit::WorkingDays(7));
    assert_eq!(story.ticket.legs[0].first_handle_by, end_of("2020-09-10"));
}

#[test]
fn a_rescheduling_keeps_extensions_pauses_and_the_sign_off_verdict() {
    let story = given().transferred().at("2020-09-07 00:00").unit(CITY, Command::SignOff).ok();
    let mut story = story.unit(CITY, extend(2)).ok().centre(Command::GrantExtension).ok();
    provide(&mut story.rules, Setting::SignOffLimit, days(9));
    let story = story.centre(suspend()).ok().at("2020-09-08 00:00").centre(Command::Resume).ok();
    let before = story.ticket.legs[0].handle_by;
    assert_eq!(before, end_of("2020-09-15"));
    let story = story.centre(reschedule()).ok();
    assert_eq!(story.ticket.legs[0].handle_by, before);
    assert!(story.ticket.legs[0].signed_off_late(), "late for ever");
}

#[test]
fn a_rescheduling_never_restarts_the_citizens_limit() {
    let story = given().signed().at("2020-09-07 10:00").unit(CITY, request_return()).ok();
    let story = story.centre(crate::story::grant_return_to(HOUSING)).ok();
    let story = story.centre(reschedule()).ok();
    assert_eq!(story.ticket.total_by, Some(end_of("2020-09-10")));
    assert_eq!(story.ticket.lead().unwrap().handle_by, end_of("2020-09-14"));
}

#[test]
fn a_rescheduling_of_a_rework_moves_the_reworks_limit_alone() {
    let mut story = given().handled().called(Satisfaction::Dissatisfied).centre(rework()).ok();
    provide(&mut story.rules, Setting::ReworkLimit, days(2));
    let story = story.centre(reschedule()).ok();
    assert_eq!(story.ticket.running_limit(), Some(end_of("2020-09-07")));
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-10"));
}

#[test]
fn after_an_amended_urgency_the_rescheduled_rule_is_the_one_a_pause_follows() {
    let urgent = Command::Amend {
        kind: None,
        urgency: Some(Urgency::Urgent),
        area: None,
        matter: None,
        appeal: None,
    };
    let story = given().signed().centre(urgent).ok();
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-10"), "amending moves nothing");
    let story = story.centre(reschedule()).ok();
    assert_eq!(story.ticket.legs[0].handle_by, moment("2020-09-04 09:00"));
    let story = story.at("2020-09-03 10:00").centre(suspend()).ok();
    let story = story.at("2020-09-05 10:00").centre(Command::Resume).ok();
    let by = story.ticket.legs[0].handle_by;
    assert_eq!(by, end_of("2020-09-07"), "on the wall clock, and a working day to go on");
}

#[test]
fn a_total_limit_of_its_own_is_counted_from_the_first_transfer() {
    let mut rules = county();
    let (setting, from, value) = (Setting::TotalLimit, moment("2020-09-01 00:00"), days(15));
    let provision = Provision { setting, from, scope: Scope::default(), value };
    ask_office(&mut rules, OfficeCommand::Provide(provision));
    let story = given_under(rules).signed();
    assert_eq!(story.ticket.total_by, Some(end_of("2020-09-24")));
    let short = Value::Limit(Limit::ClockMinutes(60));
    let mut story = story;
    provide(&mut story.rules, Setting::HandleLimit, short);
    let story = story.centre(reschedule()).ok();
    assert_eq!(story.ticket.total_by, Some(end_of("2020-09-24")));
}

#[test]
fn a_pause_inside_a_day_moves_nothing() {
    let story = given().signed().at("2020-09-04 09:00").centre(suspend()).ok();
    let story = story.at("2020-09-04 16:00").centre(Command::Resume).ok();
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-10"));
    assert_eq!(story.ticket.total_by, Some(end_of("2020-09-10")));
}

#[test]
fn undoing_a_merger_gives_back_the_time_that_it_took() {
    let main = TicketId::new(RegionId(430_424), 2);
    let merged = |story: crate::story::Story| story.beside(main).centre(Command::Merge { main });
    let story = merged(given().signed().at("2020-09-07 10:00")).ok();
    let story = story.at("2020-09-09 09:00").centre(Command::Unmerge).then(&["unmerged"]);
    assert_eq!(story.ticket.stage, Stage::SignedOff);
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-14"), "two working days");
    assert_eq!(story.ticket.total_by, Some(end_of("2020-09-14")));
    assert_eq!(story.ticket.legs[0].first_handle_by, end_of("2020-09-10"));
    assert_eq!(story.ticket.pauses, [(moment("2020-09-07 10:00"), moment("2020-09-09 09:00"))]);
    let story = story.centre(reschedule()).ok();
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-14"), "kept by a rescheduling");
}

#[test]
fn a_merger_in_a_pause_is_part_of_the_pause() {
    let main = TicketId::new(RegionId(430_424), 2);
    let story = given().signed().at("2020-09-04 10:00").centre(suspend()).ok().beside(main);
    let story = story.at("2020-09-07 10:00").centre(Command::Merge { main }).ok();
    let story = story.at("2020-09-08 09:00").centre(Command::Unmerge).ok();
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-10"));
    let story = story.at("2020-09-09 09:00").centre(Command::Resume).ok();
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-15"), "7, 8 and 9 September");
    assert_eq!(story.ticket.pauses.len(), 1);
}

#[test]
fn a_merger_undone_gives_a_rework_its_time_and_a_new_ticket_nothing() {
    let main = TicketId::new(RegionId(430_424), 2);
    let story = given().handled().called(Satisfaction::Dissatisfied).centre(rework()).ok();
    let story = story.at("2020-09-04 10:00").beside(main).centre(Command::Merge { main }).ok();
    let story = story.at("2020-09-07 09:00").centre(Command::Unmerge).ok();
    assert_eq!(story.ticket.running_limit(), Some(end_of("2020-09-11")));
    let story = given().beside(main).centre(Command::Merge { main }).ok();
    let story = story.at("2020-09-09 09:00").centre(Command::Unmerge).ok();
    assert_eq!((story.ticket.stage, story.ticket.total_by), (Stage::Accepted, None));
}

#[test]
fn an_urgent_ticket_goes_on_where_nobody_published_the_next_year() {
    let urgent = Intake::new("来电", "燃气泄漏").urgency(Urgency::Urgent);
    let story = given_of(default_county(), urgent).at("2026-12-31 10:00");
    let story = story.centre(joint(CITY, &[], None)).ok();
    let leg = &story.ticket.legs[0];
    assert_eq!((leg.handle_by, leg.sign_off_by), (moment("2027-01-01 10:00"), leg.handle_by));
    let story = story.at("2026-12-31 11:00").unit(CITY, request_return()).ok();
    story.at("2026-12-31 12:00").centre(grant_return_to(HOUSING)).ok();
    let story = given().at("2026-12-31 10:00").centre(joint(CITY, &[], None));
    let no = story.invalid();
    assert_eq!(*no, Invalid::new("calendar", Problem::UnknownYear { year: 2027 }));
}
