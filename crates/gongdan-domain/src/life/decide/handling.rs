//! At the unit: sign-off, extension, pause, the assistants' reports, the reply.

use crate::deadline::Limit;
use crate::life::event::{MovedLimits, TicketEvent};
use crate::life::refusal::{Bound, Denied, RefusalCode};
use crate::life::ticket::Leg;
use crate::policy::Setting;
use crate::vocabulary::{Part, Species, Stage, TextField};

use super::case::Case;
use super::promise::Moved;
use super::verdict::{Verdict, one};

impl Case<'_> {
    pub(super) fn sign_off(&self) -> Verdict {
        self.ensure_running()?;
        let unsigned = self.own_legs().find(|leg| leg.signed_off_at.is_none());
        let leg = unsigned.ok_or_else(|| self.refuse(RefusalCode::AlreadySignedOff))?;
        one(TicketEvent::SignedOff { leg: leg.leg })
    }

    pub(super) fn request_extension(&self, days: u32, reason: &str) -> Verdict {
        let leg = self.own_part(Part::Lead)?;
        self.ensure_running()?;
        self.ensure(leg.extension_pending.is_none(), RefusalCode::ExtensionPending)?;
        if self.at > leg.handle_by {
            let bound = Bound::Until(leg.handle_by);
            return Err(self.refuse_from(RefusalCode::ExtensionTooLate, bound));
        }
        let cap = self.number(Setting::ExtensionDays);
        if days == 0 || days > cap {
            return Err(self.refuse_from(RefusalCode::ExtensionTooLong, Bound::Days(cap)));
        }
        let times = self.number(Setting::ExtensionCap);
        if leg.extensions >= times {
            return Err(self.refuse_from(RefusalCode::TooManyExtensions, Bound::Times(times)));
        }
        let (leg, decide_by) = (leg.leg, self.decide_by());
        self.with_reason(TicketEvent::ExtensionRequested { leg, days, decide_by }, reason)
    }

    fn leg_with_extension(&self) -> Result<(&Leg, u32), Denied> {
        let asked = |leg: &'_ &Leg| leg.is_current() && leg.extension_pending.is_some();
        let found = self.ticket.legs.iter().find(asked);
        found
            .and_then(|leg| leg.extension_pending.map(|days| (leg, days)))
            .ok_or_else(|| self.refuse(RefusalCode::NoExtensionPending))
    }

    /// The new promise is so many working days after the old one, and never over before the unit
    /// knows of it; the old one stays in the leg.
    pub(super) fn extension(&self) -> Result<TicketEvent, Denied> {
        let (leg, days) = self.leg_with_extension()?;
        let handle_by = self.on_clock(|clock| {
            let extended = clock.plus_working_days(leg.handle_by, days)?;
            Ok(extended.max(clock.end_of_next_day(self.at)?))
        })?;
        let total_by = self.ticket.total_by.map(|total| total.max(handle_by));
        let (leg, sign_off_by) = (leg.leg, leg.sign_off_by);
        let limits = MovedLimits { leg, sign_off_by, handle_by, handle_limit: None };
        let calendar = self.calendar_version();
        Ok(TicketEvent::ExtensionGranted { limits, total_by, calendar })
    }

    pub(super) fn grant_extension(&self) -> Verdict {
        self.extension().map(|granted| vec![granted.into()])
    }

    pub(super) fn deny_extension(&self, reason: &str) -> Verdict {
        let leg = self.leg_with_extension()?.0.leg;
        self.with_reason(TicketEvent::ExtensionDenied { leg }, reason)
    }

    pub(super) fn suspend(&self, reason: &str) -> Verdict {
        self.ensure(self.ticket.suspended_at.is_none(), RefusalCode::Suspended)?;
        self.with_reason(TicketEvent::Suspended, reason)
    }

    pub(super) fn resume(&self) -> Verdict {
        self.resumed().map(|resumed| vec![resumed.into()])
    }

    pub(super) fn resumed(&self) -> Result<TicketEvent, Denied> {
        let paused =
            self.ticket.suspended_at.ok_or_else(|| self.refuse(RefusalCode::NotSuspended))?;
        let Moved { limits, total_by, rework_by } = self.after_pause(paused)?;
        Ok(TicketEvent::Resumed { limits, total_by, rework_by })
    }

    pub(super) fn report(&self, result: &str) -> Verdict {
        let leg = self.own_part(Part::Assisting)?;
        self.ensure_running()?;
        self.ensure(leg.signed_off_at.is_some(), RefusalCode::NotSignedOff)?;
        self.ensure(!leg.return_pending, RefusalCode::ReturnPending)?;
        self.ensure(leg.handled_at.is_none(), RefusalCode::AlreadyReported)?;
        let event = TicketEvent::Reported { leg: leg.leg };
        self.with_text(event, "result", TextField::Result, result)
    }

    pub(super) fn excuse(&self, unit: &str) -> Verdict {
        let id = self.rules.register.find(Species::Unit, unit)?.id;
        let id = self.standing(id);
        let helper = |leg: &&Leg| {
            leg.is_current() && leg.part == Part::Assisting && self.standing(leg.unit) == id
        };
        let leg = self.ticket.legs.iter().find(helper);
        let leg = leg.ok_or_else(|| self.refuse(RefusalCode::WrongUnit))?;
        self.ensure(leg.handled_at.is_none(), RefusalCode::AlreadyReported)?;
        one(TicketEvent::Excused { leg: leg.leg })
    }

    /// The lead's reply, once every assisting unit has reported or was excused; a rework is the
    /// lead's alone.
    pub(super) fn handle(&self, result: &str) -> Verdict {
        let leg = self.own_part(Part::Lead)?;
        self.ensure_running()?;
        self.ensure(!leg.return_pending, RefusalCode::ReturnPending)?;
        let first = self.ticket.stage == Stage::SignedOff;
        let missing = first && self.flag(Setting::AssistantsReport) && self.helpers().count() > 0;
        self.ensure(!missing, RefusalCode::AssistantsMissing)?;
        let (worked, review) = (self.worked_minutes(leg), self.flag(Setting::ReviewReplies));
        let event = TicketEvent::Handled { leg: leg.leg, worked, review };
        self.with_text(event, "result", TextField::Result, result)
    }

    /// Working time since the transfer on the clock of working days, for 平均办结时长.
    pub(super) fn worked_minutes(&self, leg: &Leg) -> Option<i64> {
        let (from, day) = (leg.transferred_at, Limit::WorkingDays(1));
        if leg.unknown.time {
            return None;
        }
        let worked = self.on_clock(|clock| clock.working_ms(day, from, self.at));
        worked.ok().map(|ms| ms / 60_000)
    }

    /// A reply that was in time gives back the time for which it lay here.
    pub(super) fn send_back(&self, reason: &str) -> Verdict {
        self.with_reason(self.sent_back()?, reason)
    }

    pub(super) fn sent_back(&self) -> Result<TicketEvent, Denied> {
        let leg = self.lead()?;
        let by = match self.ticket.reworks.last().filter(|rework| rework.leg == leg.leg) {
            Some(rework) => rework
                .handled_at
                .filter(|_| rework.broken.is_none())
                .map(|since| self.given_back(rework.rework_by, rework.limit, since)),
            None => leg
                .handled_at
                .filter(|_| leg.handling_broken.is_none())
                .map(|since| self.given_back(leg.handle_by, leg.handle_limit, since)),
        };
        Ok(TicketEvent::SentBack { leg: leg.leg, by: by.transpose()? })
    }
}
