//! 群众评价: what the citizen says unasked is counted beside what is said in a callback.

use gongdan_domain::{
    CallbackOutcome, CloseOutcome, Command, Count, LegStanding, RefusalCode, Satisfaction,
    Standing, Ticket,
};

use crate::story::{CITY, given, moment};

const COUNTS: [Count; 7] = [
    Count::CalledBack,
    Count::Rated,
    Count::Satisfied,
    Count::OwnRated,
    Count::OwnSatisfied,
    Count::EitherRated,
    Count::EitherSatisfied,
];

fn counted(ticket: &Ticket) -> [i64; 7] {
    let (own, at) = (Standing::of(ticket), moment("2020-09-30 00:00"));
    let leg = LegStanding::of(ticket, &ticket.legs[0]);
    let of_leg = COUNTS.map(|count| leg.count(count, at));
    assert_eq!(COUNTS.map(|count| own.count(count, at)), of_leg, "one unit had it alone");
    of_leg
}

fn rate(satisfaction: Satisfaction) -> Command {
    Command::Rate { satisfaction, text: None }
}

#[test]
fn a_rating_of_the_citizens_own_is_no_callback() {
    let story = given().handled().centre(rate(Satisfaction::Satisfied)).then(&["rated"]);
    assert_eq!(counted(&story.ticket), [0, 0, 0, 1, 1, 1, 1]);
    assert!(!story.ticket.called_back_since_reply() && story.ticket.rating().is_none());
    let story = story.centre(Command::close(CloseOutcome::Solved)).refused(RefusalCode::NoCallback);
    let story = story.centre(Command::reached(Satisfaction::Dissatisfied)).ok();
    assert_eq!(counted(&story.ticket), [1, 1, 0, 1, 1, 1, 1], "where there is one, it goes first");
    let story = story.centre(rate(Satisfaction::VeryDissatisfied)).ok();
    assert_eq!(counted(&story.ticket), [1, 1, 0, 1, 0, 1, 0], "the last one counts");
}

#[test]
fn without_one_the_callback_counts() {
    let story = given().handled().centre(Command::reached(Satisfaction::Satisfied)).ok();
    assert_eq!(counted(&story.ticket), [1, 1, 1, 0, 0, 1, 1]);
}

#[test]
fn it_rates_or_is_none_and_is_made_by_its_own_command() {
    let story = given().handled().centre(rate(Satisfaction::Unrated));
    assert_eq!(story.invalid().argument, "satisfaction");
    let story = given().handled().centre(Command::callback(CallbackOutcome::Own));
    assert_eq!(story.invalid().argument, "outcome");
    given().transferred().centre(rate(Satisfaction::Satisfied)).refused(RefusalCode::WrongStage);
    given().handled().unit(CITY, rate(Satisfaction::Satisfied)).refused(RefusalCode::WrongRole);
    given().closed().centre(rate(Satisfaction::Satisfied)).ok();
}
