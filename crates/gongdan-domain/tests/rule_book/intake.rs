//! 受理, 在线办结, 不予受理, 并单, 重复.

use gongdan_domain::{
    Caller, CloseOutcome, Command, Intake, Invalid, LegEnd, Problem, RefusalCode, RegionId, Stage,
    Stamp, Ticket, TicketEvent, TicketId, decide_intake, ticket_number,
};

use crate::story::{county, desk, given, given_of, moment, transfer_again};

fn wrong(intake: Intake) -> Invalid {
    decide_intake(&county(), &intake, &desk(moment("2020-09-03 09:00")), 1).unwrap_err()
}

#[test]
fn a_ticket_is_taken_in_with_its_number_channel_and_category() {
    let story = given();
    assert_eq!(story.ticket.number, "20200903-0001");
    assert_eq!(story.ticket.stage, Stage::Accepted);
    assert!(story.ticket.category.is_some() && story.ticket.legs.is_empty());
    assert_eq!(ticket_number(moment("2020-12-31 23:59:59"), 12_345), "20201231-12345");
}

#[test]
fn the_category_may_stay_empty_and_the_caller_never_enters_the_event() {
    let caller = Caller::named("陶女士").phone("13800000000").address("石滩乡");
    let intake = Intake::new("来电", "路灯不亮").caller(caller).confidential();
    let decided = decide_intake(&county(), &intake, &desk(moment("2020-09-03 09:00")), 7).unwrap();
    let TicketEvent::TakenIn(taken) = &decided.event else { panic!("no intake") };
    assert!(taken.category.is_none() && taken.confidential);
    let journal = serde_json::to_string(&decided.event).unwrap();
    for private in ["陶女士", "13800000000", "石滩乡", "路灯"] {
        assert!(!journal.contains(private) && !format!("{decided:?}").contains(private));
    }
    assert_eq!(decided.texts.len(), 4);
}

#[test]
fn an_intake_needs_a_matter_and_known_names() {
    assert_eq!(wrong(Intake::new("来电", "  ")), Invalid::new("matter", Problem::Empty));
    let long = wrong(Intake::new("来电", "灯".repeat(201)));
    assert_eq!(long, Invalid::new("matter", Problem::TooLong { max: 200 }));
    let control = wrong(Intake::new("来电", "灯\u{0}"));
    assert_eq!(control, Invalid::new("matter", Problem::ControlCharacter));
    let channel = wrong(Intake::new("来信", "路灯不亮"));
    assert_eq!(channel.argument, "channel");
    let Problem::Unknown { nearest, .. } = channel.problem else { panic!("known?") };
    assert_eq!(nearest, ["来电", "县委书记县长信箱"]);
    assert_eq!(wrong(Intake::new("来电", "灯").category("宇航")).argument, "category");
    assert_eq!(wrong(Intake::new("来电", "灯").area("月球")).argument, "area");
    assert_eq!(wrong(Intake::new("来电", "灯").external("9".repeat(65))).argument, "external");
}

#[test]
fn only_the_centre_takes_tickets_in_and_always_by_a_name() {
    let intake = Intake::new("来电", "路灯不亮");
    let at = moment("2020-09-03 09:00");
    for stamp in [Stamp::supervisor("王五", at), Stamp::unit("城管局", "李四", at)] {
        assert_eq!(decide_intake(&county(), &intake, &stamp, 1).unwrap_err().argument, "role");
    }
    let nobody = decide_intake(&county(), &intake, &Stamp::centre(" ", at), 1).unwrap_err();
    assert_eq!(nobody, Invalid::new("by", Problem::Empty));
}

#[test]
fn resolved_online_is_closed_at_once_without_any_unit() {
    let answer = Some("已告知办理流程".to_owned());
    let story = given().at("2020-09-03 09:05").centre(Command::ResolveOnline { answer });
    let story = story.then(&["resolved_online"]);
    assert_eq!(story.text(), "已告知办理流程");
    assert_eq!(story.ticket.resolved_online_at(), Some(moment("2020-09-03 09:05")));
    assert_eq!(story.ticket.closures[0].outcome, CloseOutcome::AnsweredOnline);
    assert!(story.ticket.legs.is_empty());
}

#[test]
fn a_rejection_needs_a_reason_and_ends_it() {
    let reject = |reason: &str| Command::Reject { reason: reason.into() };
    given().centre(reject(" ")).refused(RefusalCode::ReasonMissing);
    let story = given().centre(reject("属司法途径")).then(&["rejected"]);
    assert!(story.ticket.is_ended() && story.ticket.closures.is_empty());
    story.centre(transfer_again("城管局")).refused(RefusalCode::WrongStage);
    given().transferred().centre(reject("迟了")).refused(RefusalCode::WrongStage);
}

fn other(number: u64) -> Ticket {
    let story = given();
    let TicketEvent::TakenIn(taken) = &story.events[0].1 else { panic!("no intake") };
    Ticket::taken_in(TicketId::new(RegionId(430_424), number), story.at, taken)
}

#[test]
fn a_merger_is_a_pointer_and_can_be_taken_back() {
    let mut story = given().signed();
    let before = story.ticket.clone();
    story.main = Some(other(2));
    let main = other(2).id;
    let story = story.centre(Command::Merge { main }).then(&["merged"]);
    assert_eq!((story.ticket.stage, story.ticket.merged_into), (Stage::Merged, Some(main)));
    let leg = &story.ticket.legs[0];
    assert_eq!(leg.ended, Some((story.at, LegEnd::Ended)), "who had not replied is let go");
    let story = story.centre(Command::Unmerge).then(&["unmerged"]);
    let mut after = story.ticket.clone();
    after.version = before.version;
    after.legs[0].version = before.legs[0].version;
    assert_eq!(after, before);
}

#[test]
fn a_merger_into_itself_or_into_a_merged_ticket_is_refused() {
    let mut story = given();
    let own = story.ticket.id;
    story.main = Some(story.ticket.clone());
    let mut story =
        story.centre(Command::Merge { main: own }).refused(RefusalCode::MergeIntoItself);
    let mut merged = other(2);
    merged.apply(story.at, &TicketEvent::Merged { main: TicketId(9) });
    story.main = Some(merged);
    let merge = Command::Merge { main: other(2).id };
    let story = story.centre(merge).refused(RefusalCode::MainIsMerged);
    story.centre(Command::Repeat { main: other(2).id }).refused(RefusalCode::MainIsMerged);
}

#[test]
fn a_repeat_is_linked_and_goes_on_counting() {
    let mut story = given();
    story.main = Some(other(2));
    let repeat = || Command::Repeat { main: other(2).id };
    let story = story.centre(repeat()).then(&["marked_repeat"]);
    assert_eq!(story.ticket.repeat_of, Some(other(2).id));
    assert_eq!(story.ticket.stage, Stage::Accepted);
    let story = story.centre(repeat()).refused(RefusalCode::NothingChanges);
    let story = story.centre(Command::Unrepeat).then(&["unmarked_repeat"]);
    assert_eq!(story.ticket.repeat_of, None);
    let story = story.centre(Command::Unrepeat).refused(RefusalCode::NothingChanges);
    story.closed();
}

#[test]
fn the_external_number_is_kept_without_blanks_around_it() {
    let story = given_of(county(), Intake::new("来电", "路灯不亮").external(" 12345-9 "));
    assert_eq!(story.ticket.external.as_deref(), Some("12345-9"));
}
