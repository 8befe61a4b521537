//! 多诉求: tickets of one contact know each other, and each goes its own way.

use gongdan_domain::{Command, Count, RefusalCode, Standing, TicketId};

use crate::story::{CITY, given, moment};

const SECOND: TicketId = TicketId(2);

fn relate(main: TicketId) -> Command {
    Command::Relate { main }
}

#[test]
fn a_ticket_is_related_to_the_first_of_its_contact_and_moves_nowhere() {
    let story = given().transferred().beside(SECOND);
    let stage = story.ticket.stage;
    let story = story.centre(relate(SECOND)).then(&["related"]);
    assert_eq!((story.ticket.related_to, story.ticket.stage), (Some(SECOND), stage));
    let as_of = moment("2020-09-30 00:00");
    let counted = |count| Standing::of(&story.ticket).count(count, as_of);
    let counts = [Count::Accepted, Count::Related, Count::DistinctMatters];
    assert_eq!(counts.map(counted), [1, 1, 1], "another matter, and a ticket of its own");
    let story = story.centre(relate(SECOND)).refused(RefusalCode::NothingChanges);
    let story = story.unit(CITY, Command::Unrelate).refused(RefusalCode::WrongRole);
    let story = story.centre(Command::Unrelate).then(&["unrelated"]);
    assert_eq!(story.ticket.related_to, None);
    story.centre(Command::Unrelate).refused(RefusalCode::NothingChanges);
}

#[test]
fn a_ticket_is_never_related_to_itself_by_whatever_way_round() {
    let story = given();
    let own = story.ticket.id;
    let story = story.centre(relate(own)).refused(RefusalCode::RelatedToItself);
    // Another ticket of the contact is named, whose first is this one.
    let story = story.beside(own).centre(relate(SECOND));
    story.refused(RefusalCode::NothingChanges);
}

#[test]
fn which_tickets_are_of_one_contact_is_said_of_ended_ones_too() {
    given().closed().beside(SECOND).centre(relate(SECOND)).ok();
}
