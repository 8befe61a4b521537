//! 回访 and 发回重办: each attempt a record, nothing preset, each reply a new round.

use gongdan_domain::{
    Bound, CallbackOutcome, CloseOutcome, Command, RefusalCode, Satisfaction, Setting, Stage, Value,
};

use crate::story::{
    CITY, HOUSING, attempt, county, end_of, given, given_under, provide, rework, send_back, solved,
};

#[test]
fn every_attempt_is_kept_with_both_axes() {
    let both = Command::Callback {
        outcome: CallbackOutcome::Reached,
        satisfaction: Some(Satisfaction::Satisfied),
        attitude: Some(Satisfaction::Dissatisfied),
        solved: Some(true),
    };
    let story = given().handled().centre(attempt(CallbackOutcome::NotReached)).ok();
    let story = story.centre(attempt(CallbackOutcome::Refused)).ok();
    let story = story.centre(both).then(&["called_back"]);
    assert_eq!(story.ticket.callbacks.len(), 3);
    let last = story.ticket.rating().unwrap();
    assert!(last.satisfied && last.attitude == Some(Satisfaction::Dissatisfied));
    assert_eq!(last.unit, Some(story.unit_id(CITY)));
    assert_eq!(story.ticket.solved(), Some(true));
}

#[test]
fn nothing_is_preset_and_not_asked_is_not_satisfied() {
    assert!(given().handled().ticket.rating().is_none());
    let story = given().handled().centre(attempt(CallbackOutcome::Reached)).ok();
    assert!(story.ticket.rating().is_none() && !story.ticket.callbacks[0].satisfied);
    let story = story.called(Satisfaction::Unrated);
    assert!(story.ticket.rating().is_none(), "未评价 rates nothing");
}

#[test]
fn which_answers_satisfy_is_policy() {
    let satisfied = |answer| given().handled().called(answer).ticket.callbacks[0].satisfied;
    assert!(satisfied(Satisfaction::BasicallySatisfied) && !satisfied(Satisfaction::Dissatisfied));
    let mut rules = county();
    let strict = Value::Levels(vec![Satisfaction::VerySatisfied]);
    provide(&mut rules, Setting::SatisfiedLevels, strict);
    let story = given_under(rules).handled().called(Satisfaction::Satisfied);
    assert!(!story.ticket.callbacks[0].satisfied);
}

#[test]
fn an_answer_needs_somebody_who_was_reached() {
    for outcome in [CallbackOutcome::NotReached, CallbackOutcome::Refused] {
        let (satisfaction, attitude) = (Some(Satisfaction::Satisfied), None);
        let made_up = Command::Callback { outcome, satisfaction, attitude, solved: None };
        let story = given().handled().centre(made_up);
        assert_eq!(story.invalid().argument, "satisfaction");
    }
}

#[test]
fn an_unsatisfied_citizen_sends_it_back_with_a_limit_of_its_own() {
    let story = given().handled().called(Satisfaction::Dissatisfied).at("2020-09-21 10:00");
    let story = story.centre(rework()).then(&["rework_ordered"]);
    let running = story.ticket.rework().unwrap();
    assert_eq!(running.rework_by, end_of("2020-09-27"), "Sunday the 27th was worked");
    let story = story.at("2020-09-28 08:00").unit(CITY, Command::handle("已重修")).ok();
    assert_eq!(story.ticket.stage, Stage::Handled);
    assert!(story.ticket.reworks[0].late() && !story.ticket.handled_late());
}

#[test]
fn reworks_are_capped_and_need_a_reason() {
    let again = |story: crate::story::Story| {
        let story = story.called(Satisfaction::Dissatisfied).centre(rework()).ok();
        story.unit(CITY, Command::handle("已重修")).ok()
    };
    let silent = Command::Rework { reason: "".into() };
    let story = given().handled().centre(silent).refused(RefusalCode::ReasonMissing);
    let story = again(again(story));
    let story = story.centre(rework()).refused_with(RefusalCode::TooManyReworks, Bound::Times(2));
    assert_eq!(story.ticket.reworks.len(), 2, "times are counted beside tickets");
}

#[test]
fn only_the_lead_reworks() {
    let story = given().handled().centre(rework()).ok();
    let story = story.unit(HOUSING, Command::handle("?")).refused(RefusalCode::WrongUnit);
    story.centre(Command::handle("?")).refused(RefusalCode::WrongRole);
}

#[test]
fn a_close_needs_a_callback_about_the_last_reply() {
    let story = given().handled().centre(solved()).refused(RefusalCode::NoCallback);
    let story = story.called(Satisfaction::Dissatisfied).centre(rework()).ok();
    let story = story.unit(CITY, Command::handle("已重修")).ok();
    let story = story.centre(solved()).refused(RefusalCode::NoCallback);
    story.called(Satisfaction::Satisfied).centre(solved()).then(&["closed"]);
}

#[test]
fn a_reply_sent_back_opens_a_new_round_too() {
    let story = given().handled().called(Satisfaction::Satisfied).centre(send_back()).ok();
    let story = story.unit(CITY, Command::handle("补充答复")).ok();
    story.centre(solved()).refused(RefusalCode::NoCallback);
}

#[test]
fn the_policy_may_let_the_centre_close_uncalled() {
    let mut rules = county();
    provide(&mut rules, Setting::CloseUncalled, Value::Flag(true));
    let story = given_under(rules).handled().centre(solved()).then(&["closed"]);
    assert!(story.ticket.rating().is_none(), "and it is in no satisfaction figure");
}

#[test]
fn solved_is_what_somebody_says_who_was_reached() {
    let vain = |rules| {
        let story = given_under(rules).handled().centre(attempt(CallbackOutcome::NotReached)).ok();
        story.centre(attempt(CallbackOutcome::Refused)).ok()
    };
    let story = vain(county()).centre(solved()).refused(RefusalCode::NobodyReached);
    let story = story.centre(attempt(CallbackOutcome::Disputed)).ok();
    story.centre(solved()).then(&["closed"]);
    vain(county()).centre(Command::close(CloseOutcome::Explained)).then(&["closed"]);
    let mut rules = county();
    provide(&mut rules, Setting::SolvedUnreached, Value::Flag(true));
    vain(rules).centre(solved()).then(&["closed"]);
    // Reached about an earlier reply is not reached about this one.
    let story = given().handled().called(Satisfaction::Dissatisfied).centre(rework()).ok();
    let story = story.unit(CITY, Command::handle("已重修")).ok();
    let story = story.centre(attempt(CallbackOutcome::NotReached)).ok();
    story.centre(solved()).refused(RefusalCode::NobodyReached);
}

#[test]
fn not_reachable_means_three_attempts_in_vain_about_this_reply() {
    let unreachable = || Command::close(CloseOutcome::Unreachable);
    let in_vain =
        |story: crate::story::Story| story.centre(attempt(CallbackOutcome::NotReached)).ok();
    let story = in_vain(in_vain(given().handled()));
    let story = story.centre(unreachable());
    let story = story.refused_with(RefusalCode::NoCallback, Bound::Times(3));
    let story = in_vain(story).centre(unreachable()).then(&["closed"]);
    assert_eq!(story.ticket.closures[0].outcome, CloseOutcome::Unreachable);
    let story = in_vain(in_vain(given().handled())).centre(rework()).ok();
    let story = in_vain(story.unit(CITY, Command::handle("已重修")).ok());
    story.centre(unreachable()).refused(RefusalCode::NoCallback);
    let reached = in_vain(in_vain(given().handled().called(Satisfaction::Satisfied)));
    reached.centre(unreachable()).refused(RefusalCode::NoCallback);
}
