//! 疑难工单: no unit takes it, and none is counted for it.

use gongdan_domain::{Command, RefusalCode, Stage};

use crate::story::{
    CITY, HOUSING, TOWN, designate, given, grant_return_to, joint, mark_difficult, moment,
    request_return, terminate, transfer_again,
};

#[test]
fn two_accepted_returns_make_it_difficult_and_no_unit_has_it() {
    let story = given().transferred().unit(CITY, request_return()).ok();
    let story = story.centre(grant_return_to(HOUSING)).ok();
    let story = story.at("2020-09-04 10:00").unit(HOUSING, request_return()).ok();
    let story = story.centre(mark_difficult()).then(&["return_granted", "marked_difficult"]);
    assert_eq!(story.ticket.stage, Stage::Difficult);
    assert_eq!(story.ticket.difficult_at, Some(moment("2020-09-04 10:00")));
    assert!(story.ticket.legs.iter().all(|leg| !leg.is_current()));
    assert!(story.ticket.lead().is_none() && !story.ticket.is_pending());
    assert!(!story.ticket.is_ended(), "open, in the centre's hands");
    assert!(!story.ticket.overdue(moment("2021-01-04 08:00")), "nobody's limit runs");
}

#[test]
fn it_is_marked_only_with_a_reason_and_on_the_leads_request() {
    let none = || Command::MarkDifficult { reason: String::new() };
    given().centre(none()).refused(RefusalCode::ReasonMissing);
    given().centre(mark_difficult()).then(&["marked_difficult"]);
    given().signed().centre(mark_difficult()).refused(RefusalCode::NoReturnPending);
    let story = given().centre(joint(CITY, &[TOWN], None)).ok();
    let story = story.unit(TOWN, request_return()).ok();
    let story = story.centre(mark_difficult()).refused(RefusalCode::NoReturnPending);
    story.unit(CITY, request_return()).ok().centre(none()).refused(RefusalCode::ReasonMissing);
}

#[test]
fn the_way_out_is_a_transfer_with_a_remark_a_designation_or_a_termination() {
    let difficult = || {
        let story = given().transferred().unit(CITY, request_return()).ok();
        story.centre(mark_difficult()).ok()
    };
    let out = difficult().centre(Command::transfer(HOUSING)).refused(RefusalCode::RemarkMissing);
    let out = out.centre(transfer_again(HOUSING)).then(&["transferred"]);
    assert_eq!((out.ticket.stage, out.ticket.difficult_at), (Stage::Transferred, None));
    let out = difficult().centre(designate(CITY)).then(&["transferred"]);
    assert!(out.ticket.lead().unwrap().return_forbidden);
    let out = difficult().centre(terminate()).then(&["terminated"]);
    assert!(out.ticket.is_ended());
}

#[test]
fn a_difficult_ticket_is_marked_once_and_no_unit_can_touch_it() {
    let story = given().transferred().unit(CITY, request_return()).ok();
    let story = story.centre(mark_difficult()).ok();
    let story = story.centre(mark_difficult()).refused(RefusalCode::WrongStage);
    let story = story.unit(CITY, Command::SignOff).refused(RefusalCode::WrongStage);
    story.unit(CITY, Command::Note { text: "不归我局".into() }).refused(RefusalCode::WrongUnit);
}
