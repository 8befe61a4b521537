//! What an event says by itself once it has happened: whom it concerns, and whether it was late.

use crate::ids::UnitId;
use crate::moment::Moment;

use super::event::TicketEvent;
use super::ticket::{Leg, Ticket};

/// An event's own verdicts, which flow figures count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Concern {
    /// The unit it concerns: the leg's, or the lead of the moment.
    pub unit: Option<UnitId>,
    /// Whether it came after the promise it answers.
    pub late: bool,
    /// By how many milliseconds it counts later than it was stated: from the fact that it answers.
    pub later: i64,
}

impl Ticket {
    /// The verdicts of an event that is about to be applied.
    pub fn concern(&self, stated: Moment, event: &TicketEvent) -> Concern {
        let at = self.counts_from(stated, event);
        Concern { later: at.ms() - stated.ms(), ..self.verdict(at, event) }
    }

    fn verdict(&self, at: Moment, event: &TicketEvent) -> Concern {
        let lead = self.lead().map(|leg| leg.unit);
        let plain = Concern { unit: lead, ..Concern::default() };
        match event {
            TicketEvent::Transferred { legs, .. } => {
                Concern { unit: legs.first().map(|leg| leg.unit), ..plain }
            }
            TicketEvent::SignedOff { leg } => self.of_leg(*leg, |leg| {
                at > leg.sign_off_by && self.held_since(leg, leg.sign_off_by).is_none()
            }),
            TicketEvent::ReturnRequested { leg, late, .. } => self.of_leg(*leg, |_| *late),
            TicketEvent::ReturnGranted { leg }
            | TicketEvent::ReturnDenied { leg, .. }
            | TicketEvent::ExtensionRequested { leg, .. }
            | TicketEvent::ExtensionDenied { leg }
            | TicketEvent::Redispatched { leg }
            | TicketEvent::Forwarded { leg, .. }
            | TicketEvent::Unforwarded { leg }
            | TicketEvent::ReplyPassed { leg }
            | TicketEvent::Excused { leg }
            | TicketEvent::SentBack { leg, .. } => self.of_leg(*leg, |_| false),
            TicketEvent::ExtensionGranted { limits, .. } => self.of_leg(limits.leg, |_| false),
            TicketEvent::Reported { leg } => self.of_leg(*leg, |leg| leg.is_late(at)),
            // A late rework is no late handling.
            TicketEvent::Handled { leg, .. } => {
                self.of_leg(*leg, |leg| self.rework().is_none() && leg.is_late(at))
            }
            TicketEvent::Closed { .. } => {
                Concern { late: self.lead().is_some_and(Leg::handled_late), ..plain }
            }
            TicketEvent::Supervised { unit, .. } => Concern { unit: unit.or(lead), ..plain },
            TicketEvent::SupervisionAnswered { no } => {
                let late = self.supervision(*no).is_some_and(|demand| demand.is_late(at));
                Concern { late, ..self.of_demand(*no) }
            }
            TicketEvent::Reminded { no } | TicketEvent::SupervisionLifted { no } => {
                self.of_demand(*no)
            }
            // What the centre attaches belongs to the ticket, what a unit does to its own leg.
            TicketEvent::Attached { unit, .. } => Concern { unit: *unit, ..plain },
            TicketEvent::Detached { no } => {
                let attached = self.attachments.iter().find(|each| each.no == *no);
                Concern { unit: attached.and_then(|attached| attached.unit), ..plain }
            }
            TicketEvent::ExemptionAsked { legs }
            | TicketEvent::Exempted { legs }
            | TicketEvent::Unexempted { legs } => {
                legs.first().map_or(plain, |leg| self.of_leg(*leg, |_| false))
            }
            TicketEvent::Corrected { leg: Some(leg), .. } => self.of_leg(*leg, |_| false),
            TicketEvent::Carded { unit, .. } => Concern { unit: Some(*unit), ..plain },
            _ => plain,
        }
    }

    /// Whoever was to answer: the unit, or where none was named whoever leads.
    fn of_demand(&self, no: u32) -> Concern {
        let lead = self.lead().map(|leg| leg.unit);
        let unit = self.supervision(no).and_then(|demand| demand.unit);
        Concern { unit: unit.or(lead), ..Concern::default() }
    }

    fn of_leg(&self, leg: u32, late: impl Fn(&Leg) -> bool) -> Concern {
        let Some(leg) = self.leg(leg) else { return Concern::default() };
        Concern { unit: Some(leg.unit), late: late(leg), later: 0 }
    }
}
