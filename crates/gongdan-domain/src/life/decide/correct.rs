//! 更正: a fact was entered with a wrong moment, or late. What follows from the true one is worked out
//! now, under the rules of its own time, and frozen into the event.

use crate::life::corrected::as_corrected;
use crate::life::event::{Again, GivenLeg, TicketEvent};
use crate::life::fact::Fact;
use crate::life::refusal::{Bound, Denied, RefusalCode};
use crate::life::ticket::Ticket;
use crate::moment::Moment;
use crate::policy::Setting;

use super::case::Case;
use super::verdict::Verdict;

/// A fact of a ticket with its moment.
type Dated = (Moment, TicketEvent);

/// What is to be put right.
pub(super) struct Wrong<'a> {
    /// Which fact, and which of its kind from 1; the last where no number is said.
    pub(super) fact: Fact,
    pub(super) no: Option<u32>,
    /// When it truly was.
    pub(super) moment: Moment,
    /// When that is said.
    pub(super) said: Moment,
    /// All facts of the ticket.
    pub(super) facts: &'a [Dated],
}

impl Case<'_> {
    pub(super) fn correct(&self, wrong: &Wrong<'_>, reason: &str) -> Verdict {
        self.ensure_reason(reason)?;
        let mut facts = wrong.facts.to_vec();
        as_corrected(&mut facts);
        let place = self.place_of(&facts, wrong)?;
        let (at, event) = &facts[place];
        self.ensure(*at != wrong.moment, RefusalCode::NothingChanges)?;
        self.ensure_order(&facts, place, wrong)?;
        let again = self.worked_out_again(&facts, place, wrong.moment)?;
        let (fact, leg) = (version(place), event.leg());
        self.with_reason(TicketEvent::Corrected { fact, at: wrong.moment, leg, again }, reason)
    }

    fn place_of(&self, facts: &[Dated], wrong: &Wrong<'_>) -> Result<usize, Denied> {
        let such = facts.iter().enumerate().filter(|(_, (_, event))| wrong.fact.is(event));
        let mut such = such.map(|(place, _)| place);
        let found = match wrong.no {
            None => such.next_back(),
            Some(no) => (no as usize).checked_sub(1).and_then(|before| such.nth(before)),
        };
        found.ok_or_else(|| self.refuse(RefusalCode::NoSuchFact))
    }

    /// The order of a ticket's facts stays, but for what two clocks may differ by; and nothing is true
    /// that lies after the moment at which it is said.
    fn ensure_order(&self, facts: &[Dated], at: usize, wrong: &Wrong<'_>) -> Result<(), Denied> {
        let tolerance = i64::from(self.number(Setting::ClockTolerance)) * 60_000;
        let (before, after) = (&facts[..at], &facts[at + 1..]);
        let ordered = |other: &&Dated| facts[at].1.is_ordered_with(&other.1);
        let earliest = before.iter().filter(ordered).map(|(at, _)| at.plus_ms(-tolerance)).max();
        let latest = after.iter().filter(ordered).map(|(at, _)| *at).min();
        let latest = latest.map_or(wrong.said, |at| at.min(wrong.said)).plus_ms(tolerance);
        let bound = match earliest.filter(|earliest| wrong.moment < *earliest) {
            Some(earliest) => Some(Bound::From(earliest)),
            None => (wrong.moment > latest).then_some(Bound::Until(latest)),
        };
        match bound {
            Some(bound) => Err(self.refuse_from(RefusalCode::OrderBroken, bound)),
            None => Ok(()),
        }
    }

    /// The events whose promises, or whose judging, follow otherwise from the true moment. What follows
    /// from it as before stays as it was given, whatever the rules became since.
    fn worked_out_again(
        &self,
        facts: &[Dated],
        place: usize,
        moment: Moment,
    ) -> Result<Vec<Again>, Denied> {
        let mut truly = facts.to_vec();
        truly[place].0 = moment;
        let begun = |facts: &[Dated]| Ticket::begun(self.ticket.id, facts);
        let (Some(mut was), Some(mut is)) = (begun(facts), begun(&truly)) else {
            return Ok(Vec::new());
        };
        let mut again = Vec::new();
        for (nth, ((at, event), (truly, _))) in facts.iter().zip(&truly).enumerate().skip(1) {
            let mut now = None;
            if nth >= place {
                let before = self.followed_from(&was, *at, event)?;
                let after = self.followed_from(&is, *truly, event)?;
                now = after.filter(|after| before.as_ref() != Some(after));
            }
            was.apply(*at, event);
            is.apply(*truly, now.as_ref().unwrap_or(event));
            again.extend(now.map(|event| Again { version: version(nth), event }));
        }
        Ok(again)
    }

    /// An event as it follows from a ticket as it stood before it.
    fn followed_from(
        &self,
        ticket: &Ticket,
        at: Moment,
        event: &TicketEvent,
    ) -> Result<Option<TicketEvent>, Denied> {
        let at = ticket.counts_from(at, event);
        let (verb, rules, role) = (self.verb, self.rules, self.role);
        Case { ticket, verb, rules, role, unit: None, at }.again(event)
    }

    /// The event as the rule book has it follow from the ticket and the moment; nothing where it says
    /// only what somebody did.
    fn again(&self, event: &TicketEvent) -> Result<Option<TicketEvent>, Denied> {
        Ok(Some(match event {
            // What an old register says of a limit, or leaves open, follows from no rules.
            TicketEvent::Transferred { .. } if self.ticket.is_from_register() => return Ok(None),
            TicketEvent::Transferred { legs, .. } => self.given_again(legs)?,
            TicketEvent::ReturnRequested { leg, decide_by, .. } => {
                let late = self.ticket.leg(*leg).map(|leg| self.is_past_window(leg)).transpose()?;
                let (leg, late, decide_by) = (*leg, late.unwrap_or(false), *decide_by);
                TicketEvent::ReturnRequested { leg, late, decide_by }
            }
            TicketEvent::ExtensionGranted { .. } => self.extension()?,
            TicketEvent::Resumed { .. } => self.resumed()?,
            TicketEvent::Unmerged { .. } => self.unmerged()?,
            TicketEvent::Rescheduled { .. } => self.rescheduled()?,
            TicketEvent::Handled { leg, review, .. } => {
                let worked = self.ticket.leg(*leg).and_then(|leg| self.worked_minutes(leg));
                TicketEvent::Handled { leg: *leg, worked, review: *review }
            }
            TicketEvent::SentBack { .. } => self.sent_back()?,
            TicketEvent::CalledBack { outcome, satisfaction, attitude, solved, .. } => {
                self.called_back(*outcome, *satisfaction, *attitude, *solved)
            }
            TicketEvent::ReworkOrdered(given) => {
                TicketEvent::ReworkOrdered(self.give_rework(given.leg)?)
            }
            TicketEvent::Reopened { rework: Some(given) } => {
                TicketEvent::Reopened { rework: Some(self.give_rework(given.leg)?) }
            }
            _ => return Ok(None),
        }))
    }

    fn given_again(&self, legs: &[GivenLeg]) -> Result<TicketEvent, Denied> {
        let again = |leg: &GivenLeg| self.give_leg(leg.leg, leg.unit, leg.part, leg.designated);
        let legs: Vec<GivenLeg> = legs.iter().map(again).collect::<Result<_, _>>()?;
        let given = self.given(legs, Vec::new())?;
        Ok(given.event)
    }
}

fn version(place: usize) -> u32 {
    u32::try_from(place + 1).unwrap_or(u32::MAX)
}
