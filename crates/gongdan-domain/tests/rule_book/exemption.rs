//! 不计入考核: asked by a unit, decided by the centre or a supervisor; every count keeps what is exempt.

use gongdan_domain::{
    Count, CountOf, Fraction, LegStanding, MEASURES, Measure, Moment, RefusalCode, Standing, Tally,
};

use crate::story::{
    CITY, HOUSING, Story, TOWN, ask_exempt, exempt, given, joint, redispatch, unexempt,
};

/// A ticket that the wardens had, unsigned and late, and the builders have now.
fn redispatched() -> Story {
    let story = given().centre(joint(CITY, &[TOWN], None)).ok().at("2020-09-15 09:00");
    story.centre(redispatch(HOUSING)).ok()
}

fn exempts(story: &Story) -> Vec<(bool, bool)> {
    story.ticket.legs.iter().map(|leg| (leg.exempt, leg.exemption_asked)).collect()
}

#[test]
fn a_unit_asks_also_after_the_ticket_went_on_and_somebody_above_it_decides() {
    let story = redispatched().unit(CITY, ask_exempt()).then(&["exemption_asked"]);
    assert_eq!(exempts(&story), [(false, true), (false, false), (false, false)]);
    let story = story.unit(CITY, ask_exempt()).refused(RefusalCode::NothingChanges);
    let story = story.unit(CITY, exempt(CITY)).refused(RefusalCode::WrongRole);
    let story = story.centre(ask_exempt()).refused(RefusalCode::WrongRole);
    let story = story.supervisor(exempt(CITY)).then(&["exempted"]);
    assert_eq!(exempts(&story), [(true, false), (false, false), (false, false)]);
    let story = story.centre(exempt(CITY)).refused(RefusalCode::NothingChanges);
    let story = story.unit(CITY, ask_exempt()).refused(RefusalCode::NothingChanges);
    let story = story.centre(unexempt(CITY)).then(&["unexempted"]);
    assert_eq!(exempts(&story), [(false, false); 3]);
    story.centre(unexempt(CITY)).refused(RefusalCode::NothingChanges);
}

#[test]
fn what_was_asked_for_can_be_denied_and_needs_a_unit_that_had_the_ticket() {
    let story = redispatched().unit(TOWN, ask_exempt()).ok();
    let story = story.centre(unexempt(TOWN)).then(&["unexempted"]);
    assert_eq!(exempts(&story), [(false, false); 3]);
    let story = story.centre(exempt("县交通运输局")).refused(RefusalCode::NothingChanges);
    let story = story.unit("县交通运输局", ask_exempt()).refused(RefusalCode::WrongUnit);
    assert_eq!(story.centre(exempt("县气象局")).invalid().argument, "unit");
    let silent = gongdan_domain::Command::Exempt { unit: CITY.into(), reason: " ".into() };
    redispatched().centre(silent).refused(RefusalCode::ReasonMissing);
}

#[test]
fn each_leg_that_a_unit_was_given_so_far_is_exempt_and_none_that_comes_later() {
    let story = redispatched().centre(redispatch(CITY)).ok().centre(exempt(CITY)).ok();
    assert_eq!(
        exempts(&story).iter().map(|leg| leg.0).collect::<Vec<_>>(),
        [true, false, false, true]
    );
    let story = story.centre(redispatch(HOUSING)).ok().centre(redispatch(CITY)).ok();
    assert!(!story.ticket.lead().unwrap().exempt);
}

/// Verdicts, limits and every count but that of the exempt stay as they were.
#[test]
fn an_exemption_changes_no_other_count() {
    let (before, after) = (redispatched(), redispatched().centre(exempt(CITY)).ok());
    let as_of = Moment::parse_as_of("2020-12-31").unwrap();
    let told = |story: &Story| {
        let own = Standing::of(&story.ticket);
        let legs = story.ticket.legs.iter().map(|leg| LegStanding::of(&story.ticket, leg));
        let legs: Vec<_> = legs.collect();
        let counts = Count::ALL.iter().filter(|count| **count != Count::Exempt);
        let counts = counts.map(|count| {
            (own.count(*count, as_of), legs.iter().map(|leg| leg.count(*count, as_of)).sum::<i64>())
        });
        counts.collect::<Vec<_>>()
    };
    assert_eq!(told(&before), told(&after));
    assert_eq!(Standing::of(&after.ticket).count(Count::Exempt, as_of), 1);
    assert!(!Standing::is_unassessed(&after.ticket), "the builders have it, and are judged");
    let after = after.centre(exempt(HOUSING)).ok();
    assert!(Standing::is_unassessed(&after.ticket));
}

/// An assessed measure has what is exempt in neither term, any other has it in both.
#[test]
fn assessed_measures_leave_out_what_is_exempt() {
    let mut tally = Tally::default();
    let counts = [
        (Count::Satisfied, 3, 1),
        (Count::Rated, 5, 2),
        (Count::Solved, 2, 1),
        (Count::AskedSolved, 4, 1),
    ];
    for (count, all, exempt) in counts {
        tally.set(count, all);
        tally.add_exempt(CountOf::Tickets, count, exempt);
    }
    let of = |tally: &Tally, name| tally.measure(Measure::named(name).unwrap());
    assert_eq!(of(&tally, "satisfaction_rate"), Some(Fraction::new(2, 3)));
    assert_eq!(of(&tally, "solved_rate"), Some(Fraction::new(2, 4)));
    let mut sum = tally.clone();
    sum.add(&tally);
    assert_eq!(of(&sum, "satisfaction_rate"), Some(Fraction::new(4, 6)));
    let assessed: Vec<_> = MEASURES.iter().filter(|each| each.assessed).collect();
    assert_eq!(assessed.len(), 13, "in time, signed, returned, reworked, satisfied");
    let judged = tally.clone().assessed();
    assert_eq!(
        (judged.count(Count::Solved), of(&judged, "solved_rate")),
        (1, Some(Fraction::new(1, 3)))
    );
    assert_eq!(judged.clone().assessed(), judged);
}
