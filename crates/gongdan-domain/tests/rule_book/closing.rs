//! 办结 is not 结案; closing, terminating, and opening again.

use gongdan_domain::{
    CloseOutcome, Command, LegEnd, OfficeCommand, RefusalCode, Satisfaction, Setting, Species,
    Stage,
};

use crate::story::{
    CITY, HOUSING, ask_office, days, end_of, given, mark_difficult, moment, provide, reopen,
    request_return, reschedule, rework, send_back, solved, terminate, transfer_again, withdraw,
};

#[test]
fn handled_by_the_unit_is_not_closed_by_the_centre() {
    let story = given().handled();
    assert_eq!(story.ticket.stage, Stage::Handled);
    assert!(!story.ticket.is_ended() && story.ticket.closures.is_empty());
    let story = story.unit(CITY, solved()).refused(RefusalCode::WrongRole);
    let story = story.called(Satisfaction::Satisfied).centre(solved()).then(&["closed"]);
    assert!(story.ticket.is_ended());
}

#[test]
fn closed_is_not_solved() {
    let outcomes = [
        CloseOutcome::Solved,
        CloseOutcome::Explained,
        CloseOutcome::NotAccepted,
        CloseOutcome::Duplicate,
        CloseOutcome::Withdrawn,
    ];
    for outcome in outcomes {
        let story = given().handled().called(Satisfaction::Satisfied);
        let story = story.centre(Command::close(outcome)).then(&["closed"]);
        assert_eq!(story.ticket.closures[0].outcome, outcome);
    }
    for own in [CloseOutcome::AnsweredOnline, CloseOutcome::Terminated] {
        let story = given().handled().called(Satisfaction::Satisfied);
        assert_eq!(story.centre(Command::close(own)).invalid().argument, "outcome");
    }
}

#[test]
fn a_late_reply_is_late_for_ever() {
    let story = given().signed().at("2020-09-11 08:00").unit(CITY, Command::handle("已修复")).ok();
    assert!(story.ticket.handled_late());
    let story = story.called(Satisfaction::Satisfied).centre(solved()).ok().centre(reopen()).ok();
    let story = story.unit(CITY, Command::handle("再修")).ok().called(Satisfaction::Satisfied);
    let story = story.centre(solved()).ok();
    assert!(story.ticket.handled_late() && !story.ticket.reworks[0].late());
    let late: Vec<_> = story.ticket.closures.iter().map(|closure| closure.late).collect();
    assert_eq!(late, [true, true]);
}

#[test]
fn a_late_reply_stays_late_when_it_was_sent_back_and_the_limit_was_lengthened() {
    let story = given().signed().at("2020-09-11 08:00").unit(CITY, Command::handle("已修复")).ok();
    let mut story = story.centre(send_back()).ok();
    provide(&mut story.rules, Setting::HandleLimit, days(20));
    let story = story.centre(reschedule()).ok().unit(CITY, Command::handle("补充")).ok();
    let leg = &story.ticket.legs[0];
    assert!(leg.handled_at <= Some(leg.handle_by) && leg.handled_late());
}

#[test]
fn a_reply_sent_back_stands_no_more_and_is_counted() {
    let silent = Command::SendBack { reason: " ".into() };
    let story = given().handled().centre(silent).refused(RefusalCode::ReasonMissing);
    let story = story.centre(send_back()).then(&["sent_back"]);
    assert_eq!((story.ticket.stage, &story.ticket.sent_back[..]), (Stage::SignedOff, &[1][..]));
    assert!(story.ticket.legs[0].handled_at.is_none());
    assert!(story.ticket.overdue(moment("2020-09-11 08:00")), "the first promise runs on");
    let story = story.at("2020-09-11 08:00").unit(CITY, Command::handle("补充")).ok();
    assert!(story.ticket.handled_late());
}

#[test]
fn a_reworks_reply_sent_back_goes_back_to_the_rework() {
    let story = given().handled().centre(rework()).ok();
    let story = story.at("2020-09-04 09:00").unit(CITY, Command::handle("重修")).ok();
    let story = story.centre(send_back()).ok();
    assert_eq!(story.ticket.stage, Stage::Rework);
    assert!(story.ticket.reworks[0].handled_at.is_none());
    assert!(story.ticket.legs[0].handled_at.is_some(), "the first reply is past");
    assert_eq!(story.ticket.running_limit(), Some(end_of("2020-09-10")));
    let story = story.unit(CITY, Command::handle("再重修")).ok();
    assert!(story.ticket.reworks[0].handled_at.is_some());
}

#[test]
fn a_termination_needs_a_reason_and_ends_what_was_pending() {
    let silent = Command::Terminate { reason: String::new() };
    let story = given().signed().centre(silent).refused(RefusalCode::ReasonMissing);
    let story = story.unit(CITY, request_return()).ok().centre(terminate()).then(&["terminated"]);
    assert_eq!(story.ticket.closures[0].outcome, CloseOutcome::Terminated);
    assert!(!story.ticket.legs[0].return_pending && story.ticket.running_limit().is_none());
    given().centre(terminate()).refused(RefusalCode::WrongStage);
    given().transferred().centre(terminate()).ok();
    given().handled().centre(terminate()).refused(RefusalCode::WrongStage);
}

#[test]
fn a_reopened_ticket_keeps_its_first_close_and_gets_a_new_promise() {
    let silent = Command::Reopen { reason: " ".into() };
    let story = given().closed().centre(silent).refused(RefusalCode::ReasonMissing);
    let story = story.at("2020-10-12 09:00").centre(reopen()).then(&["reopened"]);
    assert_eq!(story.ticket.stage, Stage::Rework);
    assert!(story.ticket.reworks[0].reopened);
    assert_eq!(story.ticket.running_limit(), Some(end_of("2020-10-19")));
    let story = story.unit(CITY, Command::handle("再修")).ok();
    let story = story.centre(solved()).refused(RefusalCode::NoCallback);
    let story = story.called(Satisfaction::Satisfied).centre(solved()).ok();
    let dates: Vec<_> = story.ticket.closures.iter().map(|closure| closure.at).collect();
    assert_eq!(dates, [moment("2020-09-03 09:00"), moment("2020-10-12 09:00")]);
}

#[test]
fn a_reopening_is_no_rework_of_the_citizens() {
    let story = given().closed().centre(reopen()).ok().unit(CITY, Command::handle("再修")).ok();
    let story = story.centre(rework()).ok().unit(CITY, Command::handle("三修")).ok();
    story.centre(rework()).then(&["rework_ordered"]);
}

#[test]
fn what_was_answered_online_goes_back_to_the_desk() {
    let story = given().centre(Command::ResolveOnline { answer: None }).ok().centre(reopen()).ok();
    assert_eq!(story.ticket.stage, Stage::Accepted);
    assert_eq!(story.ticket.resolved_online_at(), None);
    let story = story.transferred();
    assert_eq!(story.ticket.closures.len(), 1);
}

#[test]
fn a_terminated_ticket_that_nobody_answered_goes_back_to_the_desk() {
    let story = given().signed().centre(terminate()).ok().at("2020-09-14 08:00");
    let story = story.centre(reopen()).ok();
    assert_eq!(story.ticket.stage, Stage::Accepted);
    assert_eq!(story.ticket.legs[0].ended, Some((moment("2020-09-03 09:00"), LegEnd::Ended)));
    assert!(story.ticket.lead().is_none());
    let story = story.centre(Command::transfer(HOUSING)).refused(RefusalCode::RemarkMissing);
    let story = story.centre(transfer_again(HOUSING)).ok();
    assert_eq!(story.ticket.total_by, Some(end_of("2020-09-10")));
    let story =
        given().centre(mark_difficult()).ok().centre(terminate()).ok().centre(reopen()).ok();
    assert_eq!((story.ticket.stage, story.ticket.difficult_at), (Stage::Accepted, None));
}

#[test]
fn a_ticket_of_a_unit_that_is_no_more_goes_back_to_the_desk() {
    let mut story = given().closed();
    let (name, from) = (CITY.to_owned(), moment("2020-09-05 00:00"));
    let retire = OfficeCommand::Retire { species: Species::Unit, name, from };
    ask_office(&mut story.rules, retire);
    let story = story.at("2020-09-07 08:00").centre(reopen()).ok();
    assert_eq!(story.ticket.stage, Stage::Accepted);
    assert!(story.ticket.lead().is_none());
    story.centre(transfer_again(HOUSING)).ok();
}

#[test]
fn only_what_is_closed_is_opened_again() {
    given().handled().centre(reopen()).refused(RefusalCode::WrongStage);
    let reject = Command::Reject { reason: "属司法途径".into() };
    given().centre(reject).ok().centre(reopen()).refused(RefusalCode::WrongStage);
}

#[test]
fn a_citizen_who_takes_it_back_needs_no_callback_wherever_the_ticket_is() {
    let silent = Command::Withdraw { reason: " ".into() };
    let story = given().centre(silent).refused(RefusalCode::ReasonMissing);
    let story = story.centre(withdraw()).then(&["closed"]);
    assert_eq!(story.ticket.closures[0].outcome, CloseOutcome::Withdrawn);
    let story = given().signed().unit(CITY, request_return()).ok().at("2020-09-15 09:00");
    let story = story.centre(withdraw()).ok();
    let leg = &story.ticket.legs[0];
    assert!(!leg.return_pending && leg.handling_broken.is_none(), "judged when it was asked");
    assert_eq!(leg.ended_how(), Some(LegEnd::Ended));
    let story = given().handled().centre(rework()).ok().at("2020-09-11 00:00");
    let story = story.centre(withdraw()).ok();
    assert!(story.ticket.reworks[0].ended_at.is_some() && story.ticket.reworks[0].broken.is_some());
    let story = story.unit(CITY, Command::handle("再修")).refused(RefusalCode::WrongStage);
    story.centre(withdraw()).refused(RefusalCode::WrongStage);
    given().unit(CITY, withdraw()).refused(RefusalCode::WrongRole);
}
