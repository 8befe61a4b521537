//! Promises: the limits worked out when they are given, frozen into the event.

use crate::deadline::{Clock, Limit};
use crate::ids::UnitId;
use crate::invalid::Invalid;
use crate::life::event::{GivenLeg, GivenRework, MovedLimits};
use crate::life::refusal::{Denied, RefusalCode};
use crate::life::ticket::Leg;
use crate::moment::Moment;
use crate::office_hours::OfficeHours;
use crate::policy::Setting;
use crate::vocabulary::Part;

use super::Case;

impl Case<'_> {
    /// The rule the policy sets for this ticket at this moment.
    pub(super) fn limit(&self, setting: Setting) -> Result<Limit, Denied> {
        let limit = self.rules.policy.limit(setting, &self.ticket.scope(), self.at);
        limit.ok_or_else(|| self.refuse(RefusalCode::NoPromise))
    }

    pub(super) fn number(&self, setting: Setting) -> u32 {
        self.rules.policy.number(setting, &self.ticket.scope(), self.at)
    }

    pub(super) fn flag(&self, setting: Setting) -> bool {
        self.rules.policy.flag(setting, &self.ticket.scope(), self.at)
    }

    /// How many notices the calendar has now: which version a promise was worked out under.
    pub(super) fn calendar_version(&self) -> u32 {
        u32::try_from(self.rules.calendar.notices().len()).unwrap_or(u32::MAX)
    }

    /// Works something out on the clock of this moment.
    pub(super) fn on_clock<T>(
        &self,
        work: impl FnOnce(&Clock<'_>) -> Result<T, Invalid>,
    ) -> Result<T, Denied> {
        let hours: OfficeHours = self.rules.policy.hours(self.at);
        let days = self.rules.calendar.known_at(self.at);
        Ok(work(&Clock { days, hours: &hours })?)
    }

    pub(super) fn promise(&self, limit: Limit) -> Result<Moment, Denied> {
        self.on_clock(|clock| clock.limit(self.at, limit))
    }

    pub(super) fn give_leg(
        &self,
        leg: u32,
        unit: UnitId,
        part: Part,
        designated: bool,
    ) -> Result<GivenLeg, Denied> {
        let sign_off_limit = self.limit(Setting::SignOffLimit)?;
        let handle_limit = self.limit(Setting::HandleLimit)?;
        let sign_off_by = self.promise(sign_off_limit)?;
        let handle_by = self.promise(handle_limit)?;
        Ok(GivenLeg {
            leg,
            unit,
            part,
            sign_off_limit,
            sign_off_by,
            handle_limit,
            handle_by,
            designated,
        })
    }

    /// The citizen's own limit: given at the first transfer, never restarted by another one.
    pub(super) fn total_by(&self, first: &GivenLeg) -> Result<Moment, Denied> {
        if let Some(total_by) = self.ticket.total_by {
            return Ok(total_by);
        }
        let scope = self.ticket.scope();
        match self.rules.policy.limit(Setting::TotalLimit, &scope, self.at) {
            Some(limit) => self.promise(limit),
            None => Ok(first.handle_by),
        }
    }

    pub(super) fn give_rework(&self, leg: u32) -> Result<GivenRework, Denied> {
        let limit = self.limit(Setting::ReworkLimit)?;
        let (rework_by, calendar) = (self.promise(limit)?, self.calendar_version());
        Ok(GivenRework { leg, limit, rework_by, calendar })
    }

    /// The limits after a pause of every leg that owes a reply: only working time inside the
    /// pause moves them.
    pub(super) fn after_pause(&self, paused: Moment) -> Result<Vec<MovedLimits>, Denied> {
        let open = self.ticket.legs.iter().filter(|leg| leg.owes());
        open.map(|leg| self.leg_after_pause(leg, paused)).collect()
    }

    fn leg_after_pause(&self, leg: &Leg, paused: Moment) -> Result<MovedLimits, Denied> {
        let signed = leg.signed_off_at.is_some();
        let sign_off_by = match signed {
            true => leg.sign_off_by,
            false => self.moved(leg.sign_off_by, leg.sign_off_limit, paused)?,
        };
        let handle_by = self.moved(leg.handle_by, leg.handle_limit, paused)?;
        Ok(MovedLimits { leg: leg.leg, sign_off_by, handle_by, handle_limit: None })
    }

    /// A limit after the pause that ends now; one that had passed before it stays.
    pub(super) fn moved(&self, by: Moment, limit: Limit, paused: Moment) -> Result<Moment, Denied> {
        match by < paused {
            true => Ok(by),
            false => self.on_clock(|clock| clock.moved(by, limit, paused, self.at)),
        }
    }

    /// The limits of every leg that owes a reply, as today's rules would give them from the same
    /// transfer; what was extended or paused stays so, and a sign-off keeps its verdict.
    pub(super) fn afresh(&self) -> Result<Vec<MovedLimits>, Denied> {
        let open = self.ticket.legs.iter().filter(|leg| leg.owes());
        open.map(|leg| self.leg_afresh(leg)).collect()
    }

    fn leg_afresh(&self, leg: &Leg) -> Result<MovedLimits, Denied> {
        let (given, handle_limit) = (leg.transferred_at, self.limit(Setting::HandleLimit)?);
        let sign_off_by = match leg.signed_off_at {
            Some(_) => leg.sign_off_by,
            None => self.limit_since(given, self.limit(Setting::SignOffLimit)?, 0)?,
        };
        let handle_by = self.limit_since(given, handle_limit, leg.extended_days)?;
        let handle_limit = Some(handle_limit);
        Ok(MovedLimits { leg: leg.leg, sign_off_by, handle_by, handle_limit })
    }

    /// A limit from an earlier moment, with the days and the pauses granted since.
    pub(super) fn limit_since(
        &self,
        given: Moment,
        limit: Limit,
        extended_days: u32,
    ) -> Result<Moment, Denied> {
        self.on_clock(|clock| {
            let mut by = clock.limit(given, limit)?;
            if extended_days > 0 {
                by = clock.plus_working_days(by, extended_days)?;
            }
            for (from, to) in self.ticket.pauses.iter().filter(|(from, _)| *from >= given) {
                by = if by < *from { by } else { clock.moved(by, limit, *from, *to)? };
            }
            Ok(by)
        })
    }
}
