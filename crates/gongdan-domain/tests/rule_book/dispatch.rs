//! 转办, 撤回, 签收: the promises, whose clock starts at the transfer.

use gongdan_domain::{
    Bound, Command, Intake, Kind, LegEnd, Limit, Part, Problem, RefusalCode, Stage, Stamp,
    TicketId, Urgency,
};

use crate::story::{
    CITY, HOUSING, TOWN, TRAFFIC, county, end_of, given, given_of, joint, moment, redispatch,
    reopen, request_return, rework, solved, transfer_again,
};

#[test]
fn a_transfer_freezes_both_promises() {
    let story = given().centre(Command::transfer("城管局")).then(&["transferred"]);
    let leg = story.ticket.lead().unwrap();
    assert_eq!(leg.unit, story.unit_id(CITY));
    assert_eq!(leg.transferred_at, moment("2020-09-03 09:00"));
    assert_eq!(leg.sign_off_by, end_of("2020-09-04"));
    assert_eq!(leg.handle_by, end_of("2020-09-10"), "five working days over a weekend");
    assert_eq!((leg.first_handle_by, leg.part), (leg.handle_by, Part::Lead));
    assert_eq!(story.ticket.total_by, Some(leg.handle_by));
}

#[test]
fn the_promise_follows_kind_and_urgency() {
    let by = |intake: Intake| given_of(county(), intake).transferred().ticket.legs[0].handle_by;
    let intake = || Intake::new("来电", "路灯不亮");
    assert_eq!(by(intake().kind(Kind::Inquiry)), end_of("2020-09-08"));
    assert_eq!(by(intake().urgency(Urgency::Urgent)), moment("2020-09-04 09:00"));
    assert_eq!(by(intake().urgency(Urgency::Critical)), moment("2020-09-03 11:00"));
    let both = intake().kind(Kind::Inquiry).urgency(Urgency::Critical);
    assert_eq!(by(both), moment("2020-09-03 11:00"), "urgency outweighs kind");
}

#[test]
fn every_unit_gets_its_own_leg_and_none_twice() {
    let story = given().centre(joint(CITY, &[HOUSING, TOWN], None)).then(&["transferred"]);
    let parts: Vec<_> = story.ticket.legs.iter().map(|leg| (leg.leg, leg.part)).collect();
    assert_eq!(parts, [(1, Part::Lead), (2, Part::Assisting), (3, Part::Assisting)]);
    assert!(story.ticket.legs.iter().all(|leg| leg.handle_by == end_of("2020-09-10")));
    given().centre(joint(CITY, &["城管局"], None)).refused(RefusalCode::UnitTwice);
    given().centre(joint(CITY, &[TOWN, TOWN], None)).refused(RefusalCode::UnitTwice);
}

#[test]
fn an_unknown_unit_is_bad_input_with_the_nearest_names() {
    let story = given().centre(Command::transfer("县城管局"));
    let invalid = story.invalid();
    assert_eq!(invalid.argument, "lead");
    let Problem::Unknown { nearest, .. } = &invalid.problem else { panic!("known?") };
    assert!(nearest.contains(&CITY.to_owned()) || nearest.contains(&"城管局".to_owned()));
}

#[test]
fn only_the_centre_transfers() {
    let story = given().unit(CITY, Command::transfer(HOUSING)).refused(RefusalCode::WrongRole);
    story.supervisor(Command::transfer(HOUSING)).refused(RefusalCode::WrongRole);
}

#[test]
fn the_remark_stands_beside_the_event_and_a_second_transfer_needs_one() {
    let story = given().centre(joint(CITY, &[], Some("请核实"))).ok();
    assert_eq!(story.text(), "请核实");
    let story = story.centre(Command::Recall).then(&["recalled"]);
    assert_eq!(story.ticket.stage, Stage::Accepted);
    assert_eq!(story.ticket.legs[0].ended, Some((story.at, LegEnd::Recalled)));
    let story = story.centre(Command::transfer(HOUSING)).refused(RefusalCode::RemarkMissing);
    let story = story.centre(joint(HOUSING, &[], Some(" "))).refused(RefusalCode::RemarkMissing);
    let story = story.centre(transfer_again(HOUSING)).then(&["transferred"]);
    assert_eq!(story.ticket.legs.len(), 2, "each leg is a row");
}

#[test]
fn what_is_signed_is_not_recalled() {
    given().signed().centre(Command::Recall).refused(RefusalCode::AlreadySignedOff);
    let story = given().centre(joint(CITY, &[TOWN], None)).ok();
    let story = story.unit(TOWN, Command::SignOff).ok();
    story.centre(Command::Recall).refused(RefusalCode::AlreadySignedOff);
}

#[test]
fn only_the_unit_that_has_it_signs_and_once() {
    let story =
        given().transferred().unit(HOUSING, Command::SignOff).refused(RefusalCode::WrongUnit);
    let story = story.centre(Command::SignOff).refused(RefusalCode::WrongRole);
    let story = story.unit("城管局", Command::SignOff).then(&["signed_off"]);
    story.unit(CITY, Command::SignOff).refused(RefusalCode::AlreadySignedOff);
}

#[test]
fn a_late_sign_off_is_late_for_ever_even_if_handled_in_time() {
    let story = given().transferred().at("2020-09-05 00:00");
    assert_eq!(story.ticket.running_sign_off_limit(), Some(end_of("2020-09-04")));
    let story = story.unit(CITY, Command::SignOff).ok().unit(CITY, Command::handle("已修复")).ok();
    let leg = &story.ticket.legs[0];
    assert!(leg.signed_off_late() && !leg.handled_late());
    let exact =
        given().transferred().at("2020-09-04 23:59:59.999").unit(CITY, Command::SignOff).ok();
    assert!(!exact.ticket.legs[0].signed_off_late());
}

#[test]
fn the_clock_starts_at_the_transfer_whether_or_not_the_unit_signs() {
    let (never, signed) = (given().transferred(), given().signed());
    for story in [never, signed] {
        assert!(!story.ticket.overdue(end_of("2020-09-10")));
        assert!(story.ticket.overdue(end_of("2020-09-10").plus_ms(1)));
        assert!(!story.ticket.overdue(story.at), "a question with a moment, not a flag");
    }
}

#[test]
fn a_unit_that_has_not_signed_cannot_handle() {
    let story = given().transferred().unit(CITY, Command::handle("已修复"));
    let story = story.refused(RefusalCode::NotSignedOff);
    let refusal = story.refusal();
    assert_eq!((refusal.stage, refusal.asked.word()), (Stage::Transferred, "handle"));
    assert!(refusal.allowed.iter().any(|verb| verb.word() == "sign_off"));
    let chinese = gongdan_domain::wording::refusal(refusal, gongdan_domain::Language::Chinese);
    assert_eq!(chinese, "工单尚未签收,不能办结");
}

#[test]
fn time_on_a_ticket_never_runs_backwards() {
    let story = given().closed().at("2020-09-03 08:54:59");
    let bound = Bound::From(moment("2020-09-03 08:55"));
    story.centre(solved()).refused_with(RefusalCode::TimeBackwards, bound);
}

#[test]
fn who_is_never_empty_and_units_must_be_known() {
    let story = given().transferred();
    let at = story.at;
    let story = story.when(Stamp::unit(CITY, "", at), Command::SignOff);
    assert_eq!(story.invalid().argument, "by");
    let story = story.when(Stamp::unit("月球", "李四", at), Command::SignOff);
    assert_eq!(story.invalid().argument, "unit");
}

#[test]
fn a_retired_unit_takes_nothing_new() {
    use gongdan_domain::{OfficeCommand, Species};
    let mut rules = county();
    let from = moment("2020-09-03 09:00");
    let retire = OfficeCommand::Retire { species: Species::Unit, name: TRAFFIC.into(), from };
    crate::story::ask_office(&mut rules, retire);
    let story = crate::story::given_under(rules);
    let story = story.centre(Command::transfer(TRAFFIC)).refused(RefusalCode::UnitRetired);
    story.centre(joint(CITY, &[TRAFFIC], None)).refused(RefusalCode::UnitRetired);
}

#[test]
fn a_limit_into_a_year_nobody_has_published_is_refused_not_guessed() {
    let story = given().at("2026-12-31 09:00").centre(Command::transfer(CITY));
    assert_eq!(story.invalid().problem, Problem::UnknownYear { year: 2027 });
    let urgent = Intake::new("来电", "路灯不亮").urgency(Urgency::Urgent);
    let leg = given_of(county(), urgent).transferred().ticket.legs.remove(0);
    assert_eq!(leg.handle_limit, Limit::ClockMinutes(1440));
}

#[test]
fn a_redispatched_leg_keeps_its_verdicts_and_another_starts_with_limits_of_its_own() {
    let story = given().centre(joint(CITY, &[TOWN], None)).ok().at("2020-09-11 00:00");
    let total_by = story.ticket.total_by;
    let story = story.centre(redispatch(HOUSING)).then(&["redispatched", "transferred"]);
    let gone = &story.ticket.legs[0];
    assert_eq!(gone.ended, Some((story.at, LegEnd::Redispatched)));
    assert_eq!(gone.handling_broken, Some(end_of("2020-09-10")), "late it was, and stays");
    assert!(gone.sign_off_broken.is_some() && gone.handled_at.is_none());
    let lead = story.ticket.lead().unwrap();
    assert_eq!((lead.unit, lead.handle_by), (story.unit_id(HOUSING), end_of("2020-09-18")));
    assert_eq!(story.ticket.total_by, total_by, "the citizen's limit runs on");
    assert_eq!(story.ticket.stage, Stage::Transferred);
    assert!(story.ticket.legs[1].is_current(), "who assists goes on");
    let story = story.unit(CITY, Command::SignOff).refused(RefusalCode::WrongUnit);
    story.unit(HOUSING, Command::SignOff).ok();
}

#[test]
fn a_redispatch_needs_a_remark_and_a_unit_that_has_no_part_yet() {
    let silent = Command::Redispatch { to: HOUSING.into(), remark: " ".into() };
    let story = given().centre(joint(CITY, &[TOWN], None)).ok();
    let story = story.centre(silent).refused(RefusalCode::RemarkMissing);
    let story = story.centre(redispatch("城管局")).refused(RefusalCode::UnitTwice);
    let story = story.centre(redispatch(TOWN)).refused(RefusalCode::UnitTwice);
    let story = story.unit(CITY, redispatch(HOUSING)).refused(RefusalCode::WrongRole);
    story.centre(redispatch("县城管局")).invalid();
    given().handled().centre(redispatch(HOUSING)).refused(RefusalCode::WrongStage);
    given().closed().centre(redispatch(HOUSING)).refused(RefusalCode::WrongStage);
}

#[test]
fn what_waits_and_what_is_paused_ends_with_the_leg_and_is_judged_when_it_was_asked() {
    let story = given().signed().unit(CITY, request_return()).ok().at("2020-09-15 09:00");
    let story = story.centre(redispatch(HOUSING)).ok();
    let gone = &story.ticket.legs[0];
    assert!(!gone.return_pending && gone.handling_broken.is_none(), "the centre held the clock");
    let suspend = Command::Suspend { reason: "等待批复".into() };
    let story = given().signed().centre(suspend).ok().at("2020-09-15 09:00");
    let story = story.centre(redispatch(HOUSING)).ok();
    assert!(story.ticket.suspended_at.is_none() && story.ticket.legs[0].handling_broken.is_none());
}

#[test]
fn a_rework_ends_with_the_leg_and_a_reopened_ticket_may_go_back_to_the_same_unit() {
    let story = given().handled().centre(rework()).ok().at("2020-09-11 00:00");
    let story = story.centre(redispatch(CITY)).refused(RefusalCode::UnitTwice);
    let story = story.centre(redispatch(HOUSING)).then(&["redispatched", "transferred"]);
    let ended = &story.ticket.reworks[0];
    assert!(ended.ended_at.is_some() && ended.broken.is_some() && !story.ticket.is_ended());
    assert!(story.ticket.legs[0].handled_at.is_some(), "its first reply stays a fact");
    let main = TicketId(2);
    let story = story.beside(main).centre(Command::Merge { main }).ok();
    let story = story.centre(Command::Unmerge).ok();
    assert!(story.ticket.reworks[0].ended_at.is_some(), "it was not the merger that ended it");
    let story = given().closed().centre(reopen()).ok();
    story.centre(redispatch(CITY)).then(&["redispatched", "transferred"]);
}
