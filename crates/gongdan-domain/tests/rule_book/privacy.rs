//! Seeing and removing personal data: by the centre, and seeing by a unit that may have to ring the
//! citizen; with a reason, and without any change to what the life knows of the ticket.

use gongdan_domain::{Command, RefusalCode, TextField, Ticket, TicketEvent};

use crate::story::{CITY, HOUSING, Story, given};

fn reveal(reason: &str) -> Command {
    Command::Reveal { reason: reason.into() }
}

fn erase(fields: &[TextField], reason: &str) -> Command {
    Command::Erase { fields: fields.to_vec(), reason: reason.into() }
}

/// The ticket but for its version and the moment of its last event.
fn lived(ticket: &Ticket) -> Ticket {
    Ticket { version: 0, last_at: ticket.accepted_at, ..ticket.clone() }
}

#[test]
fn neither_changes_the_life_and_both_need_a_reason() {
    let story = given();
    let before = lived(&story.ticket);
    let story: Story = story.centre(reveal("核实诉求")).ok().centre(erase(&[], "本人申请")).ok();
    assert_eq!(lived(&story.ticket), before);
    for command in [reveal(" "), erase(&[], "")] {
        given().centre(command).refused(RefusalCode::ReasonMissing);
    }
    given().unit(CITY, erase(&[], "想删除")).refused(RefusalCode::WrongRole);
    given().supervisor(reveal("想看看")).refused(RefusalCode::WrongRole);
}

#[test]
fn a_unit_sees_whom_it_has_to_ring_and_nobody_else() {
    given().unit(CITY, reveal("想看看")).refused(RefusalCode::WrongUnit);
    let story = given().transferred().unit(HOUSING, reveal("想看看"));
    let story = story.refused(RefusalCode::WrongUnit).unit(CITY, reveal(" "));
    let story = story.refused(RefusalCode::ReasonMissing);
    story.unit(CITY, reveal("约上门时间")).then(&["revealed"]);
    let confidential = Command::Confidential { confidential: true };
    let story = given().transferred().centre(confidential).ok();
    story.unit(CITY, reveal("约上门时间")).refused(RefusalCode::Confidential);
    given().closed().unit(CITY, reveal("约上门时间")).refused(RefusalCode::Ended);
}

#[test]
fn the_event_lists_each_text_once_in_the_order_of_the_word_list() {
    let twice = [TextField::CallerPhone, TextField::CallerName, TextField::CallerPhone];
    for (asked, wanted) in [
        (&twice[..], &[TextField::CallerName, TextField::CallerPhone][..]),
        (&[][..], TextField::ALL),
    ] {
        let story = given().centre(erase(asked, "本人申请")).ok();
        let (_, event) = story.events.last().expect("an event");
        assert_eq!(*event, TicketEvent::Erased { fields: wanted.to_vec() });
    }
}
