//! 协办: several units on one ticket, each with its own sign-off, limit and reply.

use gongdan_domain::{
    Command, LegEnd, OfficeCommand, Part, RefusalCode, Setting, Species, Stage, Value,
};

use crate::story::{
    CITY, HOUSING, Story, TOWN, TRAFFIC, ask_office, county, designate, end_of, excuse, given,
    given_under, grant_return, grant_return_to, joint, mark_difficult, moment, provide, report,
    request_return, transfer_again,
};

/// The wardens lead, housing assists; the lead has signed.
fn together() -> Story {
    let story = given().centre(joint(CITY, &[HOUSING], None)).ok();
    story.unit(CITY, Command::SignOff).ok()
}

fn handle() -> Command {
    Command::handle("已修复")
}

#[test]
fn the_lead_handles_when_every_helper_has_reported_or_is_excused() {
    let story = together().unit(CITY, handle()).refused(RefusalCode::AssistantsMissing);
    let story = story.unit(HOUSING, report()).refused(RefusalCode::NotSignedOff);
    let story = story.unit(HOUSING, Command::SignOff).ok().unit(HOUSING, report());
    let story = story.then(&["reported"]);
    let story = story.unit(HOUSING, report()).refused(RefusalCode::AlreadyReported);
    let story = story.centre(excuse(HOUSING)).refused(RefusalCode::AlreadyReported);
    let story = story.unit(CITY, handle()).then(&["handled"]);
    assert!(story.ticket.legs.iter().all(|leg| leg.handled_at.is_some()));
    let excused = together().centre(excuse(HOUSING)).then(&["excused"]);
    assert_eq!(excused.ticket.legs[1].ended, Some((excused.at, LegEnd::Excused)));
    excused.unit(CITY, handle()).ok();
}

#[test]
fn the_policy_may_let_the_lead_go_ahead() {
    let mut rules = county();
    provide(&mut rules, Setting::AssistantsReport, Value::Flag(false));
    let story = given_under(rules).centre(joint(CITY, &[HOUSING], None)).ok();
    let story = story.unit(CITY, Command::SignOff).ok().unit(CITY, handle()).ok();
    assert!(story.ticket.legs[1].handled_at.is_none());
}

#[test]
fn each_has_its_part_and_no_other() {
    let story = together().unit(HOUSING, Command::SignOff).ok();
    let story = story.unit(HOUSING, handle()).refused(RefusalCode::WrongUnit);
    let story = story.unit(CITY, report()).refused(RefusalCode::WrongUnit);
    let extend = crate::story::extend(3);
    let story = story.unit(HOUSING, extend).refused(RefusalCode::WrongUnit);
    let story = story.centre(excuse(CITY)).refused(RefusalCode::WrongUnit);
    story.centre(excuse(TOWN)).refused(RefusalCode::WrongUnit);
}

#[test]
fn the_helpers_sign_off_does_not_move_the_stage() {
    let story = given().centre(joint(CITY, &[HOUSING], None)).ok();
    let story = story.unit(HOUSING, Command::SignOff).ok().unit(HOUSING, report()).ok();
    assert_eq!(story.ticket.stage, Stage::Transferred);
    let story = story.unit(CITY, Command::SignOff).ok();
    assert_eq!(story.ticket.stage, Stage::SignedOff);
}

#[test]
fn a_late_report_is_the_helpers_own_lateness() {
    let story = together().unit(HOUSING, Command::SignOff).ok().at("2020-09-11 08:00");
    let story = story.unit(HOUSING, report()).ok();
    assert!(story.ticket.legs[1].handled_late() && !story.ticket.handled_late());
    let story = story.unit(CITY, handle()).ok();
    assert!(story.ticket.handled_late());
}

#[test]
fn a_helpers_return_ends_its_leg_and_leaves_the_leads() {
    let story = together().unit(HOUSING, request_return()).ok();
    let story = story.unit(CITY, handle()).refused(RefusalCode::AssistantsMissing);
    let story = story.centre(grant_return()).then(&["return_granted"]);
    assert_eq!(story.ticket.stage, Stage::SignedOff);
    assert_eq!(story.ticket.legs[1].ended.unwrap().1, LegEnd::Returned);
    story.unit(CITY, handle()).ok();
}

#[test]
fn a_helpers_return_can_go_on_to_another_helper() {
    let story = together().unit(HOUSING, request_return()).ok();
    let story = story.centre(grant_return_to(CITY)).refused(RefusalCode::UnitTwice);
    let story = story.centre(grant_return_to(HOUSING)).refused(RefusalCode::UnitTwice);
    let story = story.centre(grant_return_to(TOWN)).then(&["return_granted", "transferred"]);
    let new = story.ticket.legs.last().unwrap();
    assert_eq!((new.part, new.unit), (Part::Assisting, story.unit_id(TOWN)));
    assert_eq!(story.ticket.stage, Stage::SignedOff, "the lead's sign-off stands");
    assert_eq!(story.ticket.lead().unwrap().unit, story.unit_id(CITY));
    let story = story.unit(TOWN, Command::SignOff).ok().unit(TOWN, report()).ok();
    story.unit(CITY, handle()).ok();
}

#[test]
fn when_lead_and_helper_both_return_the_leads_is_decided_first() {
    let story = together().unit(HOUSING, request_return()).ok().unit(CITY, request_return()).ok();
    let story = story.centre(grant_return_to(TOWN)).ok();
    assert_eq!(story.ticket.lead().unwrap().unit, story.unit_id(TOWN));
    assert!(story.ticket.legs[1].return_pending, "the helper's waits");
    let story = story.unit(TOWN, request_return()).ok();
    let story = story.centre(mark_difficult());
    story.then(&["return_granted", "excused", "marked_difficult"]);
}

#[test]
fn the_next_lead_keeps_the_helpers_and_is_none_of_them() {
    let story = together().unit(CITY, request_return()).ok();
    let story = story.centre(grant_return_to(HOUSING)).refused(RefusalCode::UnitTwice);
    let story = story.centre(designate(HOUSING)).refused(RefusalCode::UnitTwice);
    let story = story.centre(grant_return_to(TOWN)).ok();
    assert!(story.ticket.legs[1].is_current());
    assert_eq!(story.ticket.legs[1].handle_by, end_of("2020-09-10"));
}

#[test]
fn back_at_the_centre_no_unit_has_it_and_helpers_are_named_anew() {
    let story = together().unit(CITY, request_return()).ok();
    let story = story.centre(grant_return()).then(&["return_granted", "excused"]);
    assert!(story.ticket.legs.iter().all(|leg| !leg.is_current()));
    let story = story.centre(joint(TOWN, &[HOUSING], Some("属其职责"))).ok();
    assert_eq!(story.ticket.legs.iter().filter(|leg| leg.is_current()).count(), 2);
}

#[test]
fn a_report_stays_when_the_lead_changes() {
    let story = together().unit(HOUSING, Command::SignOff).ok().unit(HOUSING, report()).ok();
    let story = story.unit(HOUSING, request_return()).refused(RefusalCode::AlreadyReported);
    let story = story.unit(CITY, request_return()).ok().centre(grant_return());
    let story = story.then(&["return_granted"]).centre(transfer_again(TOWN)).ok();
    assert!(story.ticket.legs[1].handled_at.is_some() && story.ticket.legs[1].is_current());
    let story = story.unit(TOWN, Command::SignOff).ok();
    story.unit(TOWN, handle()).ok();
}

#[test]
fn a_helper_who_asked_to_return_it_does_not_report_meanwhile() {
    let story =
        together().unit(HOUSING, Command::SignOff).ok().unit(HOUSING, request_return()).ok();
    story.unit(HOUSING, report()).refused(RefusalCode::ReturnPending);
}

fn merge_units(story: &mut Story, name: &str, into: &str, from: &str) {
    let (name, into, from) = (name.to_owned(), into.to_owned(), moment(from));
    let merge = OfficeCommand::Merge { species: Species::Unit, name, into, from };
    ask_office(&mut story.rules, merge);
}

#[test]
fn the_successor_of_a_merged_unit_acts_for_its_legs() {
    let mut story = given().transferred();
    merge_units(&mut story, CITY, TRAFFIC, "2020-09-04 00:00");
    let story = story.unit(TRAFFIC, Command::SignOff).refused(RefusalCode::WrongUnit);
    let story = story.at("2020-09-04 08:00").unit(TRAFFIC, Command::SignOff).ok();
    let story = story.unit("城管局", handle()).then(&["handled"]);
    assert_eq!(story.ticket.legs[0].unit, story.unit_id(CITY), "the leg keeps its first unit");
}

#[test]
fn a_successor_of_lead_and_helper_plays_both_parts() {
    let mut story = given().centre(joint(CITY, &[HOUSING], None)).ok();
    merge_units(&mut story, CITY, TRAFFIC, "2020-09-03 10:00");
    merge_units(&mut story, HOUSING, TRAFFIC, "2020-09-03 10:00");
    let story = story.at("2020-09-03 11:00").unit(TRAFFIC, Command::SignOff).ok();
    let story = story.unit(TRAFFIC, Command::SignOff).ok();
    let story = story.unit(TRAFFIC, Command::SignOff).refused(RefusalCode::AlreadySignedOff);
    let story = story.unit(TRAFFIC, report()).ok().unit(TRAFFIC, handle()).then(&["handled"]);
    assert!(story.ticket.legs.iter().all(|leg| leg.handled_at.is_some()));
}

#[test]
fn a_transfer_to_a_merged_unit_goes_to_its_successor() {
    let mut story = given();
    merge_units(&mut story, CITY, TRAFFIC, "2020-09-01 00:00");
    let story = story.centre(joint(CITY, &[TRAFFIC], None)).refused(RefusalCode::UnitTwice);
    let story = story.centre(Command::transfer(CITY)).ok();
    assert_eq!(story.ticket.lead().unwrap().unit, story.unit_id(TRAFFIC));
}
