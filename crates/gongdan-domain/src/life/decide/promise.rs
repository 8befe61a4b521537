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

    /// Every open leg's limits after a pause: only working time inside the pause moves them.
    pub(super) fn after_pause(&self, paused: Moment) -> Result<Vec<MovedLimits>, Denied> {
        let open = self.ticket.legs.iter().filter(|leg| leg.is_current());
        open.map(|leg| self.leg_after_pause(leg, paused)).collect()
    }

    fn leg_after_pause(&self, leg: &Leg, paused: Moment) -> Result<MovedLimits, Denied> {
        let signed = leg.signed_off_at.is_some();
        let sign_off_by = match signed {
            true => leg.sign_off_by,
            false => self.moved(leg.sign_off_by, leg.sign_off_limit, paused)?,
        };
        let handle_by = self.moved(leg.handle_by, leg.handle_limit, paused)?;
        Ok(MovedLimits { leg: leg.leg, sign_off_by, handle_by })
    }

    /// A limit after the pause that ends now; one that had passed before it stays.
    pub(super) fn moved(&self, by: Moment, limit: Limit, paused: Moment) -> Result<Moment, Denied> {
        match by < paused {
            true => Ok(by),
            false => self.on_clock(|clock| clock.moved(by, limit, paused, self.at)),
        }
    }

    /// Every open leg's limits as today's rules would give them from the same transfer.
    pub(super) fn afresh(&self) -> Result<Vec<MovedLimits>, Denied> {
        let open = self.ticket.legs.iter().filter(|leg| leg.is_current());
        open.map(|leg| self.leg_afresh(leg)).collect()
    }

    fn leg_afresh(&self, leg: &Leg) -> Result<MovedLimits, Denied> {
        let (sign, handle) =
            (self.limit(Setting::SignOffLimit)?, self.limit(Setting::HandleLimit)?);
        self.on_clock(|clock| {
            Ok(MovedLimits {
                leg: leg.leg,
                sign_off_by: clock.limit(leg.transferred_at, sign)?,
                handle_by: clock.limit(leg.transferred_at, handle)?,
            })
        })
    }
}
