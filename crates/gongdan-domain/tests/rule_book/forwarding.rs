//! 加派: a section of the unit works on it. The unit answers for it as before, and no figure knows of it.

use gongdan_domain::{Bound, Command, Count, LegStanding, Moment, Problem, RefusalCode, Standing};

use crate::story::{
    CITY, HOUSING, SECTION, Story, end_of, forward, given, joint, moment, report, rework, suspend,
    withdraw,
};

fn forwarded() -> Story {
    given().signed().unit(CITY, forward(SECTION, 2)).then(&["forwarded"])
}

/// Until when the section of the leg that leads has it, if one works on it.
fn by(story: &Story) -> Option<Moment> {
    let lead = story.ticket.lead()?;
    story.ticket.forwarding_of(lead).map(|forwarded| forwarded.by)
}

#[test]
fn a_section_has_it_until_the_unit_replies_or_takes_it_back() {
    let story = forwarded();
    assert_eq!(by(&story), Some(end_of("2020-09-07")));
    let story = story.centre(Command::Unforward).refused(RefusalCode::WrongRole);
    let story = story.unit(CITY, Command::Unforward).then(&["unforwarded"]);
    assert_eq!(by(&story), None);
    let story = story.unit(CITY, Command::Unforward).refused(RefusalCode::NotForwarded);
    let story = story.unit(CITY, forward(SECTION, 1)).ok().unit(CITY, Command::handle("已修")).ok();
    assert_eq!(by(&story), None);
    let story = story.centre(rework()).ok();
    assert_eq!(by(&story), None, "a rework is given to a section anew");
    let story = story.unit(CITY, forward(SECTION, 3)).ok();
    assert_eq!(by(&story), Some(end_of("2020-09-08")));
    assert_eq!(by(&story.centre(withdraw()).ok()), None);
}

#[test]
fn it_needs_a_section_of_the_unit_a_signature_and_a_limit_inside_the_units_own() {
    let story = given().transferred().unit(CITY, forward(SECTION, 2));
    let story = story.refused(RefusalCode::WrongStage).unit(CITY, Command::SignOff).ok();
    let story = story.unit(CITY, forward(HOUSING, 2)).refused(RefusalCode::NoSuchSection);
    let story = story.unit(CITY, forward(CITY, 2)).refused(RefusalCode::NoSuchSection);
    let story = story.unit(CITY, forward("市政股", 2));
    assert_eq!(story.invalid().argument, "section");
    let story = story.unit(CITY, forward(SECTION, 0));
    assert_eq!(story.invalid().argument, "days");
    assert!(matches!(story.invalid().problem, Problem::OutOfRange { from: 1, .. }));
    let (own, story) = (Bound::Until(end_of("2020-09-10")), story.unit(CITY, forward(SECTION, 6)));
    let story = story.refused_with(RefusalCode::SectionTooLong, own);
    let story = story.unit(HOUSING, forward(SECTION, 2)).refused(RefusalCode::WrongUnit);
    let story = story.centre(suspend()).ok().unit(CITY, forward(SECTION, 2));
    story.refused(RefusalCode::Suspended);
    // Past the unit's own limit there is none to be inside of.
    given().signed().at("2020-09-14 09:00").unit(CITY, forward(SECTION, 2)).then(&["forwarded"]);
}

#[test]
fn an_assisting_unit_forwards_what_it_owes_itself() {
    let story = given().centre(joint(HOUSING, &[CITY], None)).ok();
    let story = story.unit(HOUSING, Command::SignOff).ok().unit(CITY, forward(SECTION, 1));
    let story = story.refused(RefusalCode::NotSignedOff).unit(CITY, Command::SignOff).ok();
    let story = story.unit(CITY, forward(SECTION, 1)).ok();
    assert!(by(&story).is_none() && story.ticket.forwarding_of(&story.ticket.legs[1]).is_some());
    let story = story.unit(CITY, report()).ok();
    story.unit(CITY, forward(SECTION, 1)).refused(RefusalCode::AlreadyReported);
}

#[test]
fn no_figure_knows_of_it() {
    let told = |story: &Story| {
        let at = moment("2020-12-01 09:00");
        let own = Standing::of(&story.ticket);
        let leg = LegStanding::of(&story.ticket, &story.ticket.legs[0]);
        let each = Count::ALL.iter().map(|count| (own.count(*count, at), leg.count(*count, at)));
        (each.collect::<Vec<_>>(), story.ticket.legs.len(), story.ticket.late_by())
    };
    assert_eq!(told(&forwarded()), told(&given().signed()));
}
