//! The citizen's own limit: whoever has the ticket, it is one promise, and one verdict.

use gongdan_domain::{Command, Count, Moment, Setting, Standing};

use crate::story::{
    CITY, HOUSING, Story, days, default_county, end_of, extend, given, given_under,
    grant_return_to, moment, provide, request_return, reschedule, rework, send_back, suspend,
    terminate,
};

/// Late for ever, and late now, at a moment.
fn total(story: &Story, as_of: Moment) -> [i64; 2] {
    let standing = Standing::of(&story.ticket);
    [Count::TotalLate, Count::TotalOpenLate].map(|count| standing.count(count, as_of))
}

fn late() -> Moment {
    moment("2020-12-31 12:00")
}

/// Given back on the fourth day and given to another unit, whose own limit is later.
fn passed_on() -> Story {
    let story = given().transferred().at("2020-09-04 09:00").unit(CITY, request_return()).ok();
    let story = story.at("2020-09-07 09:00").centre(grant_return_to(HOUSING)).ok();
    story.unit(HOUSING, Command::SignOff).ok()
}

#[test]
fn none_is_given_unless_the_policy_sets_one() {
    let story = given_under(default_county()).signed().unit(CITY, extend(3)).ok();
    let story = story.centre(Command::GrantExtension).ok().at("2020-09-04 09:00");
    let story = story.centre(suspend()).ok().at("2020-09-08 09:00").centre(Command::Resume).ok();
    let story = story.centre(reschedule()).ok().at("2020-12-01 09:00");
    assert_eq!((story.ticket.total_by, total(&story, late())), (None, [0, 0]));
    let story = story.unit(CITY, Command::handle("已修复")).ok();
    assert_eq!(total(&story, late()), [0, 0]);
}

#[test]
fn a_limit_set_after_the_first_transfer_is_only_given_by_a_rescheduling() {
    let mut story = given_under(default_county()).transferred();
    provide(&mut story.rules, Setting::TotalLimit, days(5));
    let story = story.at("2020-09-07 09:00").unit(CITY, request_return()).ok();
    let story = story.centre(grant_return_to(HOUSING)).ok();
    assert_eq!(story.ticket.total_by, None);
    let story = story.unit(HOUSING, Command::SignOff).ok().centre(reschedule()).ok();
    assert_eq!(story.ticket.total_by, Some(end_of("2020-09-10")), "from the first transfer");
}

#[test]
fn a_return_does_not_restart_it_and_the_next_unit_is_in_time_after_it() {
    let story = passed_on();
    assert_eq!(story.ticket.total_by, Some(end_of("2020-09-10")));
    assert_eq!(total(&story, end_of("2020-09-10")), [0, 0]);
    assert_eq!(total(&story, end_of("2020-09-10").plus_ms(1)), [0, 1]);
    let story = story.at("2020-09-11 09:00").unit(HOUSING, Command::handle("已修复")).ok();
    assert_eq!(total(&story, late()), [1, 0]);
    assert!(!story.ticket.handled_late(), "the unit's own limit is another");
    assert_eq!(story.ticket.total_late_at(), Some(moment("2020-09-11 09:00")));
}

#[test]
fn in_the_centres_hands_it_runs_on_and_ends_with_the_ticket() {
    let story = given().transferred().at("2020-09-04 09:00").centre(Command::Recall).ok();
    assert_eq!(total(&story, end_of("2020-09-10").plus_ms(1)), [0, 1], "nobody has it");
    let answered = story.at("2020-09-11 09:00").centre(Command::ResolveOnline { answer: None });
    let answered = answered.ok();
    assert_eq!(total(&answered, late()), [1, 0]);
    let soon = given().signed().at("2020-09-10 23:00").centre(terminate()).ok();
    assert_eq!(total(&soon, late()), [0, 0]);
}

#[test]
fn a_pause_and_an_extension_hold_it_and_move_it_and_a_broken_one_stays_broken() {
    let paused = given().signed().at("2020-09-09 09:00").centre(suspend()).ok();
    assert_eq!(total(&paused, late()), [0, 0]);
    let ended = paused.at("2020-10-20 09:00").centre(terminate());
    assert_eq!(total(&ended, late()), [0, 0], "judged when the pause began");
    let asked = given().signed().at("2020-09-09 09:00").unit(CITY, extend(3)).ok();
    assert_eq!(total(&asked, late()), [0, 0]);
    let granted = asked.at("2020-09-11 09:00").centre(Command::GrantExtension).ok();
    let by = granted.ticket.total_by.expect("a limit");
    assert_eq!((total(&granted, by), total(&granted, by.plus_ms(1))), ([0, 0], [0, 1]));
    let broken = given().signed().at("2020-09-11 09:00").centre(suspend()).ok();
    let resumed = broken.at("2020-10-20 09:00").centre(Command::Resume).ok();
    assert_eq!(total(&resumed, late()), [0, 1]);
    let replied = resumed.unit(CITY, Command::handle("已修复")).ok();
    assert_eq!(total(&replied, late()), [1, 0]);
}

#[test]
fn a_reply_that_is_sent_back_is_none_and_a_rework_has_a_limit_of_its_own() {
    let story = given().signed().at("2020-09-09 09:00").unit(CITY, Command::handle("已修复")).ok();
    let again = story.at("2020-09-15 09:00").centre(send_back()).ok();
    assert_eq!(total(&again, moment("2020-09-15 09:00")), [0, 1]);
    let story = given().signed().at("2020-09-09 09:00").unit(CITY, Command::handle("已修复")).ok();
    let story = story.called(gongdan_domain::Satisfaction::Dissatisfied);
    let story = story.centre(rework()).ok();
    assert_eq!(total(&story, late()), [0, 0]);
}
