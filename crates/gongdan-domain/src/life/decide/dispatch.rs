//! Dispatch: transfer and its undoing, returns, designation, and the ticket nobody takes.

use crate::ids::UnitId;
use crate::life::event::{GivenLeg, TicketEvent};
use crate::life::refusal::{Bound, Denied, RefusalCode};
use crate::life::ticket::Leg;
use crate::policy::Setting;
use crate::text::{self, Text};
use crate::vocabulary::{Part, TextField};

use super::case::Case;
use super::verdict::{Decided, Verdict, one};

impl Case<'_> {
    pub(super) fn transfer(
        &self,
        lead: &str,
        assisting: &[String],
        remark: Option<&str>,
    ) -> Verdict {
        let lead = self.unit_named("lead", lead)?;
        let assisting: Result<Vec<UnitId>, Denied> =
            assisting.iter().map(|name| self.unit_named("assisting", name)).collect();
        self.give(lead, &assisting?, remark, false).map(|given| vec![given])
    }

    /// Gives the ticket to units: every promise is worked out here and frozen into the event.
    fn give(
        &self,
        lead: UnitId,
        assisting: &[UnitId],
        remark: Option<&str>,
        designated: bool,
    ) -> Result<Decided, Denied> {
        let twice =
            |(index, unit): (usize, &UnitId)| *unit == lead || assisting[..index].contains(unit);
        self.ensure(!assisting.iter().enumerate().any(twice), RefusalCode::UnitTwice)?;
        let texts = self.remark(remark)?;
        let next = self.next_leg();
        let mut legs = vec![self.give_leg(next, lead, Part::Lead, designated)?];
        for (leg, unit) in (next + 1..).zip(assisting) {
            legs.push(self.give_leg(leg, *unit, Part::Assisting, false)?);
        }
        self.given(legs, texts)
    }

    /// A ticket that was with a unit before goes on with a remark only: the next unit must learn
    /// why it comes.
    fn remark(&self, remark: Option<&str>) -> Result<Vec<Text>, Denied> {
        let remark = remark.filter(|remark| !remark.trim().is_empty());
        let again = !self.ticket.legs.is_empty();
        self.ensure(remark.is_some() || !again, RefusalCode::RemarkMissing)?;
        let Some(remark) = remark else { return Ok(Vec::new()) };
        text::optional("remark", remark, text::MAX_TEXT)?;
        Ok(vec![Text { field: TextField::Remark, content: remark.to_owned() }])
    }

    pub(super) fn recall(&self) -> Verdict {
        let signed =
            self.ticket.legs.iter().any(|leg| leg.is_current() && leg.signed_off_at.is_some());
        self.ensure(!signed, RefusalCode::AlreadySignedOff)?;
        one(TicketEvent::Recalled)
    }

    /// 改派: the assisting units go on. Back to the same unit only after a reopening, which asks it anew.
    pub(super) fn redispatch(&self, to: &str, remark: &str) -> Verdict {
        let (unit, lead) = (self.unit_named("to", to)?, self.lead()?);
        let texts = self.remark(Some(remark))?;
        let anew = self.ticket.rework().is_some_and(|rework| rework.reopened);
        let same = self.standing(lead.unit) == unit;
        self.ensure(anew || !same, RefusalCode::UnitTwice)?;
        let helps = self.helpers().any(|leg| self.standing(leg.unit) == unit);
        self.ensure(!helps, RefusalCode::UnitTwice)?;
        let taken = TicketEvent::Redispatched { leg: lead.leg };
        let legs = vec![self.give_leg(self.next_leg(), unit, Part::Lead, false)?];
        Ok(vec![taken.into(), self.given(legs, texts)?])
    }

    pub(super) fn request_return(&self, reason: &str) -> Verdict {
        let leg = self.own_part(Part::Lead).or_else(|_| self.own_leg())?;
        self.ensure_running()?;
        self.ensure(leg.handled_at.is_none(), RefusalCode::AlreadyReported)?;
        self.ensure(!leg.return_pending, RefusalCode::ReturnPending)?;
        self.ensure(!leg.return_forbidden, RefusalCode::ReturnForbidden)?;
        let late = self.is_past_return_window(leg)?;
        let cap = self.number(Setting::ReturnCap);
        let own = |each: &&Leg| self.standing(each.unit) == self.standing(leg.unit);
        let same_unit = self.ticket.legs.iter().filter(own);
        if same_unit.map(|each| each.return_requests).sum::<u32>() >= cap {
            return Err(self.refuse_from(RefusalCode::TooManyReturns, Bound::Times(cap)));
        }
        let (leg, decide_by) = (leg.leg, self.decide_by());
        self.with_reason(TicketEvent::ReturnRequested { leg, late, decide_by }, reason)
    }

    /// Whether a return is asked for after its window.
    pub(super) fn is_past_window(&self, leg: &Leg) -> Result<bool, Denied> {
        let (given, window) = (leg.transferred_at, self.limit(Setting::ReturnWindow)?);
        self.on_clock(|clock| clock.is_over(given, window, self.at))
    }

    /// … which is marked, or refused where the policy says so.
    fn is_past_return_window(&self, leg: &Leg) -> Result<bool, Denied> {
        let marks = self.rules.policy.marks_late_returns(&self.ticket.scope(), self.at);
        let past = self.is_past_window(leg)?;
        if marks || !past {
            return Ok(past);
        }
        let (given, window) = (leg.transferred_at, self.limit(Setting::ReturnWindow)?);
        let until = self.on_clock(|clock| clock.limit(given, window))?;
        Err(self.refuse_from(RefusalCode::ReturnTooLate, Bound::Until(until)))
    }

    /// The leg whose return is to be decided: the lead's first, then the assisting units' in
    /// their order.
    fn leg_with_return(&self) -> Result<&Leg, Denied> {
        let asks = |leg: &&Leg| leg.is_current() && leg.return_pending;
        let lead = self.ticket.lead().filter(asks);
        let found = lead.or_else(|| self.ticket.legs.iter().find(asks));
        found.ok_or_else(|| self.refuse(RefusalCode::NoReturnPending))
    }

    /// The assisting units that still owe a report.
    pub(super) fn helpers(&self) -> impl Iterator<Item = &Leg> {
        self.ticket.legs.iter().filter(|leg| leg.part == Part::Assisting && leg.owes())
    }

    /// A ticket that goes back to the centre is in no unit's hands: who still owed a report is
    /// excused, and named anew by the next transfer if wanted.
    fn excuse_helpers(&self) -> impl Iterator<Item = Decided> {
        self.helpers().map(|leg| TicketEvent::Excused { leg: leg.leg }.into())
    }

    pub(super) fn grant_return(&self, to: Option<&str>, remark: Option<&str>) -> Verdict {
        let leg = self.leg_with_return()?;
        let granted = TicketEvent::ReturnGranted { leg: leg.leg };
        if let Some(name) = to {
            let unit = self.unit_named("to", name)?;
            return Ok(vec![granted.into(), self.give_on(unit, leg.part, remark, false)?]);
        }
        let mut events = self.with_optional_text(granted, "remark", TextField::Remark, remark)?;
        if leg.part == Part::Lead {
            events.extend(self.excuse_helpers());
        }
        Ok(events)
    }

    /// Gives a returned leg on to a unit that has no part in the ticket; the others keep theirs.
    fn give_on(
        &self,
        unit: UnitId,
        part: Part,
        remark: Option<&str>,
        designated: bool,
    ) -> Result<Decided, Denied> {
        let lead = self.ticket.lead().into_iter();
        let taken = lead.chain(self.helpers()).any(|leg| self.standing(leg.unit) == unit);
        self.ensure(!taken, RefusalCode::UnitTwice)?;
        let texts = self.remark(remark)?;
        let legs = vec![self.give_leg(self.next_leg(), unit, part, designated)?];
        self.given(legs, texts)
    }

    pub(super) fn next_leg(&self) -> u32 {
        self.ticket.legs.iter().map(|leg| leg.leg).max().unwrap_or(0) + 1
    }

    pub(super) fn given(&self, legs: Vec<GivenLeg>, texts: Vec<Text>) -> Result<Decided, Denied> {
        let (total_by, calendar) = (self.total_by()?, self.calendar_version());
        Ok(Decided {
            event: TicketEvent::Transferred { legs, total_by, calendar },
            texts,
            at: None,
        })
    }

    pub(super) fn deny_return(&self, reason: &str, forbid: bool) -> Verdict {
        let leg = self.leg_with_return()?.leg;
        self.with_reason(TicketEvent::ReturnDenied { leg, forbid }, reason)
    }

    /// 指定承办: from the centre's hands, or in answer to a lead's request to return it.
    pub(super) fn designate(&self, name: &str, remark: Option<&str>) -> Verdict {
        let unit = self.unit_named("unit", name)?;
        let Some(lead) = self.ticket.lead() else {
            return self.give(unit, &[], remark, true).map(|given| vec![given]);
        };
        self.ensure(lead.return_pending, RefusalCode::NoReturnPending)?;
        if self.standing(lead.unit) == unit {
            let denied = TicketEvent::ReturnDenied { leg: lead.leg, forbid: true };
            return self.with_optional_text(denied, "remark", TextField::Remark, remark);
        }
        let granted = TicketEvent::ReturnGranted { leg: lead.leg };
        Ok(vec![granted.into(), self.give_on(unit, Part::Lead, remark, true)?])
    }

    /// 疑难: no unit takes it, so none is counted for it.
    pub(super) fn mark_difficult(&self, reason: &str) -> Verdict {
        let mut events = Vec::new();
        if let Some(lead) = self.ticket.lead() {
            self.ensure(lead.return_pending, RefusalCode::NoReturnPending)?;
            events.push(TicketEvent::ReturnGranted { leg: lead.leg }.into());
            events.extend(self.excuse_helpers());
        }
        events.extend(self.with_reason(TicketEvent::MarkedDifficult, reason)?);
        Ok(events)
    }
}
