//! Facts as they stand corrected (更正): a correction states the true moment of an earlier fact of its
//! ticket, and what of the life after it was worked out from that moment.

use crate::moment::Moment;

use super::event::TicketEvent;

/// Makes the facts of a ticket, all of them from its intake on, what the corrections among them say.
/// Their order stays that of the journal. A correction itself counts from the moment of its fact, never
/// of its entry; one that names no fact before it changes nothing.
pub fn as_corrected(facts: &mut [(Moment, TicketEvent)]) {
    for nth in 0..facts.len() {
        let (before, from) = facts.split_at_mut(nth);
        let Some((_, TicketEvent::Corrected { fact, at, again, .. })) = from.first() else {
            continue;
        };
        place(before, *fact).into_iter().for_each(|fact| fact.0 = *at);
        for each in again {
            place(before, each.version).into_iter().for_each(|fact| fact.1 = each.event.clone());
        }
    }
    for nth in 0..facts.len() {
        let (before, from) = facts.split_at_mut(nth);
        if let Some((at, TicketEvent::Corrected { fact, .. })) = from.first_mut() {
            *at = place(before, *fact).map_or(*at, |fact| fact.0);
        }
    }
}

/// The fact that made a version of its ticket.
fn place(facts: &mut [(Moment, TicketEvent)], version: u32) -> Option<&mut (Moment, TicketEvent)> {
    facts.get_mut((version as usize).checked_sub(1)?)
}
