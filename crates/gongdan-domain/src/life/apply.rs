//! `apply`: an event changes a ticket. It cannot fail, reads no rule and no clock.

use crate::ids::{AreaId, TicketId};
use crate::moment::Moment;
use crate::vocabulary::{CloseOutcome, Kind, LegEnd, Part, Stage, Urgency};

use super::event::{GivenLeg, GivenRework, MovedLimits, TicketEvent};
use super::ticket::{Callback, Closure, Leg, Rework, Supervision, Ticket};

impl Ticket {
    /// The ticket of a sequence of events; nothing if the first is no intake.
    pub fn fold(
        id: TicketId,
        events: impl IntoIterator<Item = (Moment, TicketEvent)>,
    ) -> Option<Self> {
        let mut events = events.into_iter();
        let Some((at, TicketEvent::TakenIn(taken))) = events.next() else { return None };
        let mut ticket = Self::taken_in(id, at, &taken);
        events.for_each(|(at, event)| ticket.apply(at, &event));
        Some(ticket)
    }

    /// Takes one more event in.
    pub fn apply(&mut self, at: Moment, event: &TicketEvent) {
        self.version += 1;
        self.last_at = self.last_at.max(at);
        if event.kind().depends_on_order() {
            self.newest_fact = self.newest_fact.max(at);
        }
        self.take_in(self.counts_from(at, event), event);
    }

    fn take_in(&mut self, at: Moment, event: &TicketEvent) {
        match event {
            // Who saw or removed texts changes nothing that the life knows of a ticket.
            TicketEvent::TakenIn(_)
            | TicketEvent::Noted
            | TicketEvent::Revealed
            | TicketEvent::Erased { .. } => {}
            TicketEvent::ResolvedOnline => self.close(at, CloseOutcome::AnsweredOnline),
            TicketEvent::Rejected => self.stage = Stage::Rejected,
            TicketEvent::Merged { main } => self.merge(at, *main),
            TicketEvent::Unmerged { limits, total_by, rework_by } => {
                self.unmerge(at);
                self.move_all(limits, *total_by, *rework_by);
            }
            TicketEvent::MarkedRepeat { main } => self.repeat_of = Some(*main),
            TicketEvent::Transferred { legs, total_by, calendar } => {
                self.transfer(at, legs, *total_by, *calendar);
            }
            TicketEvent::Recalled => self.recall(at),
            TicketEvent::SignedOff { leg } => self.sign_off(*leg, at),
            TicketEvent::ReturnRequested { leg } => self.change(*leg, |leg| {
                leg.return_pending = true;
                leg.return_requests += 1;
            }),
            TicketEvent::ReturnGranted { leg } => self.grant_return(*leg, at),
            TicketEvent::ReturnDenied { leg, forbid } => self.change(*leg, |leg| {
                leg.return_pending = false;
                leg.return_forbidden |= forbid;
            }),
            TicketEvent::MarkedDifficult => {
                self.stage = Stage::Difficult;
                self.difficult_at = Some(at);
            }
            TicketEvent::ExtensionRequested { leg, days } => {
                self.change(*leg, |leg| {
                    leg.extension_pending = Some(*days);
                    leg.extension_requests += 1;
                });
            }
            TicketEvent::ExtensionGranted { limits, total_by, .. } => {
                self.total_by = Some(*total_by);
                self.change(limits.leg, |leg| {
                    leg.extended_days += leg.extension_pending.take().unwrap_or(0);
                    leg.extensions += 1;
                });
                self.move_limits(limits);
            }
            TicketEvent::ExtensionDenied { leg } => {
                self.change(*leg, |leg| leg.extension_pending = None);
            }
            TicketEvent::Suspended => self.suspended_at = Some(at),
            TicketEvent::Resumed { limits, total_by, rework_by } => {
                self.end_pause(at);
                self.move_all(limits, Some(*total_by), *rework_by);
            }
            TicketEvent::Reported { leg } => self.reply(*leg, at, None),
            TicketEvent::Excused { leg } => self.end_leg(*leg, at, LegEnd::Excused),
            TicketEvent::Handled { leg, worked } => self.handle(*leg, at, *worked),
            TicketEvent::SentBack { leg } => self.send_back(*leg),
            TicketEvent::CalledBack { outcome, satisfaction, attitude, solved, satisfied } => {
                self.callbacks.push(Callback {
                    at,
                    outcome: *outcome,
                    satisfaction: *satisfaction,
                    attitude: *attitude,
                    solved: *solved,
                    satisfied: *satisfied,
                    unit: self.lead().map(|leg| leg.unit),
                    version: self.version,
                });
            }
            TicketEvent::ReworkOrdered(given) => self.order_rework(given, at, false),
            TicketEvent::Closed { outcome } => self.close(at, *outcome),
            TicketEvent::Terminated => self.terminate(at),
            TicketEvent::Reopened { rework } => match rework {
                Some(given) => self.order_rework(given, at, true),
                None => self.back_to_desk(at),
            },
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
            TicketEvent::Carded { card, unit } => self.cards.push((*card, *unit)),
            TicketEvent::Featured { featured } => self.featured = *featured,
            TicketEvent::Rescheduled { limits, total_by, rework_by, .. } => {
                self.move_all(limits, Some(*total_by), *rework_by);
            }
        }
    }

    fn change(&mut self, leg: u32, change: impl FnOnce(&mut Leg)) {
        if let Some(found) = self.legs.iter_mut().find(|each| each.leg == leg) {
            change(found);
            found.version = self.version;
        }
    }

    fn amend(&mut self, kind: Option<Kind>, urgency: Option<Urgency>, area: Option<AreaId>) {
        self.kind = kind.unwrap_or(self.kind);
        self.urgency = urgency.unwrap_or(self.urgency);
        self.area = area.or(self.area);
    }

    fn merge(&mut self, at: Moment, main: TicketId) {
        self.stage_before_merge = Some(self.stage);
        self.stage = Stage::Merged;
        (self.merged_into, self.merged_at) = (Some(main), Some(at));
    }

    /// It stands as before; a pause that ran already goes on and covers the merger.
    fn unmerge(&mut self, at: Moment) {
        self.stage = self.stage_before_merge.take().unwrap_or(Stage::Accepted);
        self.merged_into = None;
        let merged = self.merged_at.take().filter(|merged| *merged < at);
        let merged = merged.filter(|_| self.suspended_at.is_none());
        self.pauses.extend(merged.map(|merged| (merged, at)));
    }

    fn transfer(&mut self, at: Moment, legs: &[GivenLeg], total_by: Moment, calendar: u32) {
        if legs.iter().any(|leg| leg.part == Part::Lead) {
            self.stage = Stage::Transferred;
        }
        self.total_by = Some(total_by);
        self.difficult_at = None;
        let version = self.version;
        self.legs.extend(legs.iter().map(|given| new_leg(given, at, calendar, version)));
    }

    /// A recalled ticket is in no unit's hands.
    fn recall(&mut self, at: Moment) {
        self.stage = Stage::Accepted;
        let open: Vec<u32> =
            self.legs.iter().filter(|leg| leg.is_current()).map(|leg| leg.leg).collect();
        open.into_iter().for_each(|leg| self.end_leg(leg, at, LegEnd::Recalled));
    }

    fn sign_off(&mut self, leg: u32, at: Moment) {
        self.change(leg, |leg| leg.signed_off_at = leg.signed_off_at.or(Some(at)));
        let lead = self.leg(leg).is_some_and(|leg| leg.part == Part::Lead);
        if lead && self.stage == Stage::Transferred {
            self.stage = Stage::SignedOff;
        }
    }

    fn end_leg(&mut self, leg: u32, at: Moment, how: LegEnd) {
        self.change(leg, |leg| {
            leg.ended = Some((at, how));
            leg.return_pending = false;
            leg.extension_pending = None;
        });
    }

    fn grant_return(&mut self, leg: u32, at: Moment) {
        self.end_leg(leg, at, LegEnd::Returned);
        self.change(leg, |leg| leg.returned_late = at > leg.handle_by);
        if self.lead().is_none() {
            self.stage = Stage::Accepted;
            self.end_pause(at);
        }
    }

    fn move_limits(&mut self, limits: &MovedLimits) {
        self.change(limits.leg, |leg| {
            leg.sign_off_by = limits.sign_off_by;
            leg.handle_by = limits.handle_by;
            leg.handle_limit = limits.handle_limit.unwrap_or(leg.handle_limit);
        });
    }

    fn end_pause(&mut self, at: Moment) {
        if let Some(paused) = self.suspended_at.take() {
            self.pauses.push((paused, at));
        }
    }

    fn move_all(
        &mut self,
        limits: &[MovedLimits],
        total_by: Option<Moment>,
        rework_by: Option<Moment>,
    ) {
        self.total_by = total_by.or(self.total_by);
        limits.iter().for_each(|limits| self.move_limits(limits));
        if let Some(by) = rework_by {
            self.change_rework(|rework| rework.rework_by = by);
        }
    }

    fn reply(&mut self, leg: u32, at: Moment, worked: Option<i64>) {
        self.change(leg, |leg| {
            leg.handled_at = Some(at);
            leg.handled_late |= at > leg.handle_by;
            leg.worked_minutes = worked;
            leg.extension_pending = None;
        });
    }

    fn change_rework(&mut self, change: impl FnOnce(&mut Rework)) {
        if let Some(rework) = self.reworks.last_mut() {
            change(rework);
            rework.version = self.version;
        }
    }

    fn handle(&mut self, leg: u32, at: Moment, worked: Option<i64>) {
        self.reply_version = self.version;
        if self.stage == Stage::Rework {
            self.change_rework(|rework| {
                rework.handled_at = Some(at);
                rework.late |= at > rework.rework_by;
            });
        } else {
            self.reply(leg, at, worked);
        }
        self.stage = Stage::Handled;
    }

    /// The reply that is rejected is the rework's, where one was ordered.
    fn send_back(&mut self, leg: u32) {
        self.sent_back += 1;
        if self.reworks.last().is_some_and(|rework| rework.leg == leg) {
            self.stage = Stage::Rework;
            self.change_rework(|rework| rework.handled_at = None);
        } else {
            self.stage = Stage::SignedOff;
            self.change(leg, |leg| leg.handled_at = None);
        }
    }

    fn order_rework(&mut self, given: &GivenRework, at: Moment, reopened: bool) {
        self.stage = Stage::Rework;
        let Some(unit) = self.leg(given.leg).map(|leg| leg.unit) else { return };
        self.reworks.push(Rework {
            ordered_at: at,
            leg: given.leg,
            unit,
            rework_by: given.rework_by,
            limit: given.limit,
            calendar: given.calendar,
            handled_at: None,
            late: false,
            reopened,
            version: self.version,
        });
    }

    /// What was asked for and not decided is void, and so is the pause.
    fn terminate(&mut self, at: Moment) {
        let version = self.version;
        let pending = |leg: &&mut Leg| leg.return_pending || leg.extension_pending.is_some();
        for leg in self.legs.iter_mut().filter(pending) {
            (leg.return_pending, leg.extension_pending) = (false, None);
            leg.version = version;
        }
        self.close(at, CloseOutcome::Terminated);
    }

    /// Opened again for the centre to give to somebody: no unit has it any more.
    fn back_to_desk(&mut self, at: Moment) {
        self.recall(at);
        self.difficult_at = None;
    }

    fn close(&mut self, at: Moment, outcome: CloseOutcome) {
        self.stage = Stage::Closed;
        self.end_pause(at);
        let (late, version) = (self.handled_late(), self.version);
        self.closures.push(Closure { at, outcome, late, version });
    }
}

fn new_leg(given: &GivenLeg, at: Moment, calendar: u32, version: u32) -> Leg {
    Leg {
        leg: given.leg,
        unit: given.unit,
        part: given.part,
        transferred_at: at,
        calendar,
        sign_off_limit: given.sign_off_limit,
        sign_off_by: given.sign_off_by,
        handle_limit: given.handle_limit,
        first_handle_by: given.handle_by,
        handle_by: given.handle_by,
        designated: given.designated,
        signed_off_at: None,
        handled_at: None,
        handled_late: false,
        worked_minutes: None,
        return_pending: false,
        return_requests: 0,
        return_forbidden: given.designated,
        extension_pending: None,
        extension_requests: 0,
        extensions: 0,
        extended_days: 0,
        ended: None,
        returned_late: false,
        version,
    }
}
