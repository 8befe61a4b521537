//! 审核: where the policy has a reply reviewed, the citizen is called once it passed.

use gongdan_domain::{
    Command, Count, Kind, LegStanding, Moment, OfficeCommand, Provision, RefusalCode, Rulebook,
    Satisfaction, Scope, Setting, Standing, Value,
};

use crate::story::{
    CITY, HOUSING, Story, ask_office, county, given, given_under, provide, redispatch, rework,
    send_back, solved, withdraw,
};

fn reviewing() -> Rulebook {
    let mut rules = county();
    provide(&mut rules, Setting::ReviewReplies, Value::Flag(true));
    rules
}

fn handle() -> Command {
    Command::handle("补充答复")
}

/// Of the first leg: waits for review, reviewed, passed at first, waits for a callback.
fn counts(story: &Story) -> [i64; 4] {
    let counts =
        [Count::AwaitingReview, Count::Reviewed, Count::PassedFirst, Count::AwaitingCallback];
    let leg = LegStanding::of(&story.ticket, &story.ticket.legs[0]);
    counts.map(|count| leg.count(count, Moment::MAX))
}

#[test]
fn nobody_is_asked_about_a_reply_that_waits_for_review() {
    let story = given_under(reviewing()).handled();
    assert_eq!(counts(&story), [1, 0, 0, 0]);
    let story = story.centre(Command::reached(Satisfaction::Satisfied));
    let story = story.refused(RefusalCode::ReviewPending);
    let story = story.centre(solved()).refused(RefusalCode::ReviewPending);
    let story = story.centre(rework()).refused(RefusalCode::ReviewPending);
    let story = story.unit(CITY, Command::PassReply).refused(RefusalCode::WrongRole);
    let story = story.centre(Command::PassReply).then(&["reply_passed"]);
    assert_eq!(counts(&story), [0, 1, 1, 1]);
    let story = story.centre(Command::PassReply).refused(RefusalCode::NoReviewPending);
    story.called(Satisfaction::Satisfied).centre(solved()).then(&["closed"]);
}

#[test]
fn passed_at_first_is_the_first_verdict_on_a_leg_for_ever() {
    let story = given_under(reviewing()).handled().centre(send_back()).then(&["sent_back"]);
    assert_eq!(counts(&story), [0, 1, 0, 0]);
    let story = story.unit(CITY, handle()).ok();
    assert_eq!(counts(&story), [1, 1, 0, 0]);
    let story = story.centre(Command::PassReply).ok();
    assert_eq!(counts(&story), [0, 1, 0, 1]);
    let story = story.called(Satisfaction::Dissatisfied).centre(rework()).ok();
    // Another unit has verdicts of its own.
    let story = story.centre(redispatch(HOUSING)).ok().unit(HOUSING, Command::SignOff).ok();
    let story = story.unit(HOUSING, handle()).ok().centre(Command::PassReply).ok();
    let of = |nth: usize, count| {
        LegStanding::of(&story.ticket, &story.ticket.legs[nth]).count(count, Moment::MAX)
    };
    assert_eq!([of(0, Count::PassedFirst), of(1, Count::PassedFirst)], [0, 1]);
}

#[test]
fn no_reply_is_reviewed_where_nothing_is_set_or_of_another_kind() {
    let story = given().handled().centre(Command::PassReply).refused(RefusalCode::NoReviewPending);
    let story = story.centre(send_back()).ok();
    assert_eq!(counts(&story), [0; 4], "what was sent back by itself is no review");
    let mut rules = county();
    let scope = Scope { kind: Some(Kind::Complaint), ..Scope::default() };
    let (setting, value) = (Setting::ReviewReplies, Value::Flag(true));
    let provision = Provision { setting, from: Moment::MIN, scope, value };
    ask_office(&mut rules, OfficeCommand::Provide(provision));
    given_under(rules).handled().called(Satisfaction::Satisfied);
}

#[test]
fn what_the_policy_says_at_the_reply_holds_and_who_takes_it_back_waits_for_no_review() {
    let mut story = given_under(reviewing()).handled();
    provide(&mut story.rules, Setting::ReviewReplies, Value::Flag(false));
    let story = story.centre(solved()).refused(RefusalCode::ReviewPending);
    let story = story.centre(withdraw()).then(&["closed"]);
    assert_eq!(Standing::of(&story.ticket).count(Count::AwaitingReview, Moment::MAX), 0);
}
