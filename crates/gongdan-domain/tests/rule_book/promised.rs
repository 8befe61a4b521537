//! A limit explained: every day up to where it ends now, and what moved it.

use gongdan_domain::{
    Clock, Command, DayLine, EventKind, Moment, Promise, Promised, Satisfaction, Why, promised,
};

use crate::story::{
    CITY, HOUSING, Story, end_of, extend, given, joint, moment, request_return, rework, send_back,
    suspend,
};

fn of(story: &Story, promise: Promise) -> Promised {
    let all = promised(story.ticket.id, &story.events, &story.rules);
    let found = all.into_iter().rev().find(|each| each.promise == promise);
    found.unwrap_or_else(|| panic!("no {promise:?}"))
}

fn days(story: &Story, promised: &Promised) -> Vec<DayLine> {
    let hours = story.rules.policy.hours(promised.from);
    let at = |moment| Clock { days: story.rules.calendar.known_at(moment), hours: &hours };
    promised.days(&at(promised.from), &at(promised.moved_at())).unwrap()
}

/// How many days counted, how many the centre held, and the last of all.
fn told(story: &Story, promised: &Promised) -> (usize, usize, String) {
    let days = days(story, promised);
    let counted = days.iter().filter(|line| line.ordinal.is_some());
    let held = days.iter().filter(|line| line.why == Why::Held);
    let last = days.last().map(|line| line.day.to_string()).unwrap_or_default();
    (counted.count(), held.count(), last)
}

fn moves(promised: &Promised) -> Vec<(EventKind, Moment)> {
    promised.moves.iter().map(|each| (each.event, each.by)).collect()
}

#[test]
fn an_extension_counts_on_to_the_limit_that_runs_now() {
    let story = given().signed().unit(CITY, extend(3)).ok();
    let waits = of(&story, Promise::Handle);
    assert_eq!(waits.held_since, Some(story.at), "while it waits, the limit does not end");
    assert_eq!(told(&story, &waits), (5, 0, "2020-09-10".into()));
    let story = story.centre(Command::GrantExtension).ok();
    let handle = of(&story, Promise::Handle);
    assert_eq!((handle.first_by, handle.by), (end_of("2020-09-10"), end_of("2020-09-15")));
    assert_eq!(told(&story, &handle), (8, 0, "2020-09-15".into()));
    assert_eq!(moves(&handle), [(EventKind::ExtensionGranted, end_of("2020-09-15"))]);
    assert_eq!(moves(&of(&story, Promise::SignOff)), []);
    assert_eq!(told(&story, &of(&story, Promise::Total)), (8, 0, "2020-09-15".into()));
}

#[test]
fn the_days_of_a_pause_are_held_and_given_back() {
    let story = given().signed().at("2020-09-08 00:00").centre(suspend()).ok();
    assert_eq!(of(&story, Promise::Handle).held_since, Some(story.at));
    let story = story.at("2020-09-10 00:00").centre(Command::Resume).ok();
    let handle = of(&story, Promise::Handle);
    assert_eq!((handle.by, handle.held_since), (end_of("2020-09-14"), None));
    assert_eq!(told(&story, &handle), (5, 2, "2020-09-14".into()));
    assert_eq!(told(&story, &of(&story, Promise::Total)), (5, 2, "2020-09-14".into()));
    let story = story.at("2020-09-11 09:00").unit(CITY, extend(2)).ok();
    let story = story.centre(Command::GrantExtension).ok();
    let handle = of(&story, Promise::Handle);
    assert_eq!(told(&story, &handle), (7, 2, "2020-09-16".into()), "after every move");
    assert_eq!(handle.moves.len(), 2);
}

/// How many minutes of a promise have run at a moment, and how many it has.
fn run(story: &Story, promised: &Promised, at: &str) -> (i64, i64) {
    let hours = story.rules.policy.hours(promised.from);
    let clock = |moment| Clock { days: story.rules.calendar.known_at(moment), hours: &hours };
    let (given, moved) = (clock(promised.from), clock(promised.moved_at()));
    let (run, whole) = promised.run(&given, &moved, moment(at)).unwrap();
    (run / 60_000, whole / 60_000)
}

#[test]
fn of_a_limit_runs_what_its_days_count_but_no_pause_and_nothing_before_it_begins() {
    let story = given().signed();
    let handle = of(&story, Promise::Handle);
    let five = 5 * 1_440;
    let ran = |at| run(&story, &handle, at);
    assert!(handle.runs && !of(&story, Promise::SignOff).runs);
    assert_eq!(ran("2020-09-03 18:00"), (0, five), "次日起");
    assert_eq!(ran("2020-09-04 00:00"), (0, five));
    assert_eq!(ran("2020-09-05 12:00"), (1_440, five), "a Saturday");
    assert_eq!(ran("2020-09-08 12:00"), (3_600, five), "half of it");
    assert_eq!(ran("2020-10-08 12:00").1, five);
    let story = story.at("2020-09-08 00:00").centre(suspend()).ok();
    assert!(!of(&story, Promise::Handle).runs);
    let story = story.at("2020-09-10 00:00").centre(Command::Resume).ok();
    let handle = of(&story, Promise::Handle);
    assert!(handle.runs);
    assert_eq!(run(&story, &handle, "2020-09-10 12:00"), (2 * 1_440 + 720, five));
    let story = story.at("2020-09-11 09:00").unit(CITY, extend(2)).ok();
    assert!(!of(&story, Promise::Handle).runs, "while it is asked for");
    let story = story.centre(Command::GrantExtension).ok();
    let handle = of(&story, Promise::Handle);
    assert_eq!(run(&story, &handle, "2020-09-11 12:00"), (3 * 1_440 + 720, 7 * 1_440));
    let story = story.at("2020-09-11 13:00").unit(CITY, Command::handle("已修复")).ok();
    assert!(!of(&story, Promise::Handle).runs && !of(&story, Promise::Total).runs);
}

#[test]
fn a_reply_that_was_sent_back_shows_the_days_it_lay_with_the_centre() {
    let story = given().signed().at("2020-09-07 10:00").unit(CITY, Command::handle("已修复")).ok();
    let story = story.at("2020-09-09 10:00").centre(send_back()).ok();
    let handle = of(&story, Promise::Handle);
    assert_eq!(moves(&handle), [(EventKind::SentBack, end_of("2020-09-14"))]);
    assert_eq!(told(&story, &handle), (5, 2, "2020-09-14".into()));
}

#[test]
fn a_late_rework_a_report_and_the_citizens_limit_are_explained_too() {
    let story = given().handled().called(Satisfaction::Dissatisfied).centre(rework()).ok();
    let late = of(&story.at("2021-02-01 09:00"), Promise::Rework);
    assert_eq!((late.by, late.moves.len(), late.runs), (end_of("2020-09-10"), 0, true));
    let story = given().centre(joint(CITY, &[HOUSING], None)).ok();
    let report = of(&story, Promise::Report);
    assert_eq!(report.unit, Some(story.unit_id(HOUSING)));
    assert_eq!(told(&story, &report), (5, 0, "2020-09-10".into()));
    let total = of(&story, Promise::Total);
    assert_eq!((total.unit, total.by, total.runs), (None, end_of("2020-09-10"), true));
    let back = story.at("2020-09-04 09:00").unit(CITY, request_return()).ok();
    let back = back.centre(crate::story::grant_return_to("县交通运输局")).ok();
    assert_eq!(of(&back, Promise::Total).from, moment("2020-09-03 09:00"), "never restarted");
    assert_eq!(of(&back, Promise::Handle).from, moment("2020-09-04 09:00"));
}
