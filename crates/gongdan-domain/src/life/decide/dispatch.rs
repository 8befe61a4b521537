//! Dispatch: transfer and its undoing, returns, designation, and the ticket nobody takes.

use crate::ids::UnitId;
use crate::life::event::TicketEvent;
use crate::life::refusal::{Bound, Denied, RefusalCode};
use crate::life::ticket::Leg;
use crate::policy::Setting;
use crate::text::{self, Text};
use crate::vocabulary::{Part, TextField};

use super::{Case, Decided, Verdict, one};

impl Case<'_> {
    pub(super) fn transfer(
        &self,
        lead: &str,
        assisting: &[String],
        remark: Option<&str>,
    ) -> Verdict {
        let lead = self.unit_named(lead)?;
        let assisting: Result<Vec<UnitId>, Denied> =
            assisting.iter().map(|name| self.unit_named(name)).collect();
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
        let next = self.ticket.legs.iter().map(|leg| leg.leg).max().unwrap_or(0) + 1;
        let mut legs = vec![self.give_leg(next, lead, Part::Lead, designated)?];
        for (leg, unit) in (next + 1..).zip(assisting) {
            legs.push(self.give_leg(leg, *unit, Part::Assisting, false)?);
        }
        let (total_by, calendar) = (self.total_by(&legs[0])?, self.calendar_version());
        Ok(Decided { event: TicketEvent::Transferred { legs, total_by, calendar }, texts })
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

    pub(super) fn request_return(&self, reason: &str) -> Verdict {
        let leg = self.own_leg()?;
        self.ensure(!leg.return_pending, RefusalCode::ReturnPending)?;
        self.ensure(!leg.return_forbidden, RefusalCode::ReturnForbidden)?;
        self.ensure_return_window(leg)?;
        let cap = self.number(Setting::ReturnCap);
        let same_unit = self.ticket.legs.iter().filter(|each| each.unit == leg.unit);
        if same_unit.map(|each| each.return_requests).sum::<u32>() >= cap {
            return Err(self.refuse_from(RefusalCode::TooManyReturns, Bound::Times(cap)));
        }
        self.with_reason(TicketEvent::ReturnRequested { leg: leg.leg }, reason)
    }

    fn ensure_return_window(&self, leg: &Leg) -> Result<(), Denied> {
        let window = self.limit(Setting::ReturnWindow)?;
        let until = self.on_clock(|clock| clock.limit(leg.transferred_at, window))?;
        match self.at > until {
            true => Err(self.refuse_from(RefusalCode::ReturnTooLate, Bound::Until(until))),
            false => Ok(()),
        }
    }

    fn leg_with_return(&self) -> Result<&Leg, Denied> {
        let found = self.ticket.legs.iter().find(|leg| leg.is_current() && leg.return_pending);
        found.ok_or_else(|| self.refuse(RefusalCode::NoReturnPending))
    }

    pub(super) fn grant_return(&self, to: Option<&str>, remark: Option<&str>) -> Verdict {
        let leg = self.leg_with_return()?;
        let granted = TicketEvent::ReturnGranted { leg: leg.leg };
        match to {
            None => self.with_optional_text(granted, "remark", TextField::Remark, remark),
            Some(name) => {
                self.ensure(leg.part == Part::Lead, RefusalCode::WrongUnit)?;
                let unit = self.unit_named(name)?;
                self.ensure(unit != leg.unit, RefusalCode::UnitTwice)?;
                Ok(vec![granted.into(), self.give_on(unit, remark, false)?])
            }
        }
    }

    /// Gives a ticket on whose lead has just returned it; assisting units keep theirs.
    fn give_on(
        &self,
        unit: UnitId,
        remark: Option<&str>,
        designated: bool,
    ) -> Result<Decided, Denied> {
        let current = |leg: &Leg| leg.is_current() && leg.part == Part::Assisting;
        let assists = self.ticket.legs.iter().any(|leg| current(leg) && leg.unit == unit);
        self.ensure(!assists, RefusalCode::UnitTwice)?;
        self.give(unit, &[], remark, designated)
    }

    pub(super) fn deny_return(&self, reason: &str, forbid: bool) -> Verdict {
        let leg = self.leg_with_return()?.leg;
        self.with_reason(TicketEvent::ReturnDenied { leg, forbid }, reason)
    }

    /// 指定承办: from the centre's hands, or in answer to a lead's request to return it.
    pub(super) fn designate(&self, name: &str, remark: Option<&str>) -> Verdict {
        let unit = self.unit_named(name)?;
        let Some(lead) = self.ticket.lead() else {
            return self.give(unit, &[], remark, true).map(|given| vec![given]);
        };
        self.ensure(lead.return_pending, RefusalCode::NoReturnPending)?;
        if self.standing(lead.unit) == unit {
            let denied = TicketEvent::ReturnDenied { leg: lead.leg, forbid: true };
            return self.with_optional_text(denied, "remark", TextField::Remark, remark);
        }
        let granted = TicketEvent::ReturnGranted { leg: lead.leg };
        Ok(vec![granted.into(), self.give_on(unit, remark, true)?])
    }

    /// 疑难: no unit takes it, so none is counted for it.
    pub(super) fn mark_difficult(&self, reason: &str) -> Verdict {
        let mut events = Vec::new();
        if self.ticket.lead().is_some() {
            let leg = self.leg_with_return()?;
            self.ensure(leg.part == Part::Lead, RefusalCode::WrongUnit)?;
            events.push(TicketEvent::ReturnGranted { leg: leg.leg }.into());
            let helpers = self
                .ticket
                .legs
                .iter()
                .filter(|each| each.is_current() && each.part == Part::Assisting);
            events.extend(helpers.map(|each| TicketEvent::Excused { leg: each.leg }.into()));
        }
        events.extend(self.with_reason(TicketEvent::MarkedDifficult, reason)?);
        Ok(events)
    }
}
