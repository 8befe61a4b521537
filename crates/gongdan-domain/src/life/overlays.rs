//! Overlays: what lies beside the stage, and moves no ticket on.

use crate::ids::AreaId;
use crate::moment::Moment;
use crate::vocabulary::{Kind, Urgency};

use super::event::TicketEvent;
use super::ticket::{Attachment, Forwarding, Supervision, Ticket};

impl Ticket {
    /// Takes an event in that lies over the life. (All others are told apart where they are taken in.)
    pub(super) fn lay_over(&mut self, at: Moment, event: &TicketEvent) {
        match event {
            TicketEvent::MarkedRepeat { main } => self.repeat_of = Some(*main),
            TicketEvent::UnmarkedRepeat => self.repeat_of = None,
            TicketEvent::Reclassified { category } => self.category = *category,
            TicketEvent::Amended { kind, urgency, area } => self.amend(*kind, *urgency, *area),
            TicketEvent::ConfidentialitySet { confidential } => self.confidential = *confidential,
            TicketEvent::Urged => self.urged.push(at),
            TicketEvent::Supervised { no, unit } => {
                let (no, unit, version) = (*no, *unit, self.version);
                self.supervisions.push(Supervision { no, at, unit, answered_at: None, version });
            }
            TicketEvent::SupervisionAnswered { no } => {
                let version = self.version;
                let demand = self.supervisions.iter_mut().find(|each| each.no == *no);
                demand.into_iter().for_each(|demand| {
                    demand.answered_at = Some(at);
                    demand.version = version;
                });
            }
            TicketEvent::Attached { no, kind, size, unit, kept } => {
                self.attachments.push(Attachment {
                    no: *no,
                    at,
                    kind: *kind,
                    size: *size,
                    unit: *unit,
                    kept: *kept,
                    detached_at: None,
                    version: self.version,
                });
            }
            TicketEvent::Detached { no } => {
                let version = self.version;
                let attached = self.attachments.iter_mut().find(|each| each.no == *no);
                attached.into_iter().for_each(|attached| {
                    (attached.detached_at, attached.version) = (Some(at), version);
                });
            }
            TicketEvent::Carded { card, unit } => self.cards.push((*card, *unit)),
            TicketEvent::Featured { featured } => self.featured = *featured,
            TicketEvent::Corrected { .. } => self.corrections += 1,
            TicketEvent::ExemptionAsked { legs } => {
                self.change_each(legs, |leg| leg.exemption_asked = true);
            }
            TicketEvent::Forwarded { leg, section, by } => {
                let forwarded = Forwarding { section: *section, at, by: *by };
                self.change(*leg, |leg| leg.forwarded = Some(forwarded));
            }
            TicketEvent::Unforwarded { leg } => self.change(*leg, |leg| leg.forwarded = None),
            TicketEvent::Exempted { legs } => self.exempt(legs, true),
            TicketEvent::Unexempted { legs } => self.exempt(legs, false),
            _ => {}
        }
    }

    fn exempt(&mut self, legs: &[u32], exempt: bool) {
        self.change_each(legs, |leg| (leg.exempt, leg.exemption_asked) = (exempt, false));
    }

    fn amend(&mut self, kind: Option<Kind>, urgency: Option<Urgency>, area: Option<AreaId>) {
        self.kind = kind.unwrap_or(self.kind);
        self.urgency = urgency.unwrap_or(self.urgency);
        self.area = area.or(self.area);
    }
}
