//! What was corrected since an issue was published: the facts that it shows at other moments today.

use gongdan_domain::{Fact, Moment, RegionId, TicketEvent, as_corrected};
use serde::{Deserialize, Serialize};

use super::answer::TicketRef;
use super::question::Question;
use crate::hotline::Hotline;
use crate::words::Result;

/// A fact of a ticket whose true moment was stated since an issue saw it (更正时间).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CorrectedFact {
    /// The ticket.
    pub ticket: TicketRef,
    /// Which fact.
    pub fact: Fact,
    /// When it was before the correction.
    pub from: Moment,
    /// When it truly was.
    pub to: Moment,
    /// When that was said.
    pub at: Moment,
    /// Who said it.
    pub by: String,
}

impl Hotline {
    /// The facts that were corrected since a question saw them, from or to a moment that it sees; those
    /// of one ticket in the order of their correction.
    pub(super) fn corrected(&self, then: &Question) -> Result<Vec<CorrectedFact>> {
        let Some(seen) = then.seen else { return Ok(Vec::new()) };
        let tickets = self.ask(|region, _| self.store.corrected_since(region, seen))?;
        let mut found = Vec::new();
        for ticket in self.references(&tickets)? {
            found.extend(self.ask(|region, _| self.corrected_of(region, &ticket, seen))?);
        }
        found.retain(|each| each.from <= then.as_of || each.to <= then.as_of);
        Ok(found)
    }

    fn corrected_of(
        &self,
        region: RegionId,
        ticket: &TicketRef,
        seen: u64,
    ) -> Result<Vec<CorrectedFact>> {
        let events = self.store.events_of(region, ticket.id.0)?;
        let facts = events.iter().map(|event| Ok((event.at, event.ticket_event()?)));
        let facts: Vec<_> = facts.collect::<Result<_>>()?;
        let since = events.iter().enumerate().filter(|(_, event)| event.seq > seen);
        let corrected = since.filter_map(|(nth, event)| {
            let (fact, from, to) = moved(&facts[..=nth])?;
            let (ticket, at, by) = (ticket.clone(), event.at, event.by.clone());
            Some(CorrectedFact { ticket, fact, from, to, at, by })
        });
        Ok(corrected.collect())
    }
}

/// What the last of these facts corrects, if it does: from when to when.
fn moved(facts: &[(Moment, TicketEvent)]) -> Option<(Fact, Moment, Moment)> {
    let ((_, correction), before) = facts.split_last()?;
    let TicketEvent::Corrected { fact, at, .. } = correction else { return None };
    let mut before = before.to_vec();
    as_corrected(&mut before);
    let (from, event) = before.get((*fact as usize).checked_sub(1)?)?;
    let fact = Fact::ALL.iter().find(|fact| fact.is(event))?;
    Some((*fact, *from, *at))
}
