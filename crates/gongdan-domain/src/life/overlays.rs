//! Overlays: what lies beside the stage, and moves no ticket on.

use crate::ids::AreaId;
use crate::moment::Moment;
use crate::vocabulary::{Kind, Urgency};

use super::event::TicketEvent;
use super::inspection::Inspection;
use super::supervision::Supervision;
use super::ticket::{Attachment, Forwarding, Ticket};

impl Ticket {
    /// Takes an event in that lies over the life. (All others are told apart where they are taken in.)
    pub(super) fn lay_over(&mut self, at: Moment, event: &TicketEvent) {
        match event {
            TicketEvent::MarkedRepeat { main } => self.repeat_of = Some(*main),
            TicketEvent::UnmarkedRepeat => self.repeat_of = None,
            TicketEvent::Related { main } => self.related_to = Some(*main),
            TicketEvent::Unrelated => self.related_to = None,
            TicketEvent::Reclassified { category } => self.category = *category,
            TicketEvent::Amended { kind, urgency, area } => self.amend(*kind, *urgency, *area),
            TicketEvent::ConfidentialitySet { confidential } => self.confidential = *confidential,
            TicketEvent::Urged => self.urged.push(at),
            TicketEvent::Supervised { .. }
            | TicketEvent::SupervisionAnswered { .. }
            | TicketEvent::SupervisionLifted { .. }
            | TicketEvent::Reminded { .. } => self.demand(at, event),
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
            TicketEvent::Inspected { scores } => {
                let leg = self.lead().map(|leg| leg.leg);
                self.inspections.push(Inspection::of(at, leg, scores));
            }
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

impl Ticket {
    /// The demand of a number.
    pub fn supervision(&self, no: u32) -> Option<&Supervision> {
        self.supervisions.iter().find(|each| each.no == no)
    }

    /// The first limit of a demand that nobody has answered.
    pub fn demand_runs(&self) -> Option<Moment> {
        let waiting = self.supervisions.iter().filter(|each| each.waits());
        waiting.filter_map(|each| each.answer_by).min()
    }

    /// Takes in what happened to a demand.
    fn demand(&mut self, at: Moment, event: &TicketEvent) {
        match *event {
            TicketEvent::Supervised { no, unit, kind, answer_by } => {
                let (answered_at, lifted_at, version) = (None, None, self.version);
                self.supervisions.push(Supervision {
                    no,
                    at,
                    unit,
                    kind,
                    answer_by,
                    answered_at,
                    lifted_at,
                    reminders: 0,
                    version,
                });
            }
            TicketEvent::SupervisionAnswered { no } => {
                self.change_demand(no, |demand| demand.answered_at = Some(at));
            }
            TicketEvent::SupervisionLifted { no } => {
                self.change_demand(no, |demand| demand.lifted_at = Some(at));
            }
            TicketEvent::Reminded { no } => self.change_demand(no, |demand| demand.reminders += 1),
            _ => {}
        }
    }

    fn change_demand(&mut self, no: u32, change: impl FnOnce(&mut Supervision)) {
        let version = self.version;
        if let Some(demand) = self.supervisions.iter_mut().find(|each| each.no == no) {
            change(demand);
            demand.version = version;
        }
    }
}
