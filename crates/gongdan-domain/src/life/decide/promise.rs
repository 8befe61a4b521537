//! Promises: the limits worked out when they are given, frozen into the event.

use crate::deadline::{Clock, Limit};
use crate::ids::UnitId;
use crate::invalid::Invalid;
use crate::life::event::{GivenLeg, GivenRework, MovedLimits};
use crate::life::refusal::{Denied, RefusalCode};
use crate::life::ticket::{Leg, Rework, UNKNOWN};
use crate::moment::Moment;
use crate::office_hours::OfficeHours;
use crate::policy::{Setting, Value};
use crate::vocabulary::{Part, Stage};

use super::case::Case;

/// What a pause moved.
#[derive(Default)]
pub(super) struct Moved {
    pub(super) limits: Vec<MovedLimits>,
    pub(super) total_by: Option<Moment>,
    pub(super) rework_by: Option<Moment>,
}

impl Case<'_> {
    /// The rule the policy sets for this ticket at this moment.
    pub(super) fn limit(&self, setting: Setting) -> Result<Limit, Denied> {
        let limit = self.rules.policy.limit(setting, &self.ticket.scope(), self.at);
        limit.ok_or_else(|| self.refuse(RefusalCode::NoPromise))
    }

    pub(super) fn number(&self, setting: Setting) -> u32 {
        self.rules.policy.number(setting, &self.ticket.scope(), self.at)
    }

    /// Whatever the policy sets.
    pub(super) fn in_force(&self, setting: Setting) -> Option<&Value> {
        self.rules.policy.in_force(setting, &self.ticket.scope(), self.at)
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
        let handle_by = self.promise(handle_limit)?;
        let sign_off_by =
            self.on_clock(|clock| clock.sign_off(self.at, sign_off_limit, handle_by))?;
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

    /// The citizen's own limit, where the policy sets one: given at the first transfer, never
    /// restarted by another one.
    pub(super) fn total_by(&self) -> Result<Option<Moment>, Denied> {
        if !self.ticket.legs.is_empty() {
            return Ok(self.ticket.total_by);
        }
        let limit = self.rules.policy.limit(Setting::TotalLimit, &self.ticket.scope(), self.at);
        limit.map(|limit| self.promise(limit)).transpose()
    }

    pub(super) fn give_rework(&self, leg: u32) -> Result<GivenRework, Denied> {
        let limit = self.limit(Setting::ReworkLimit)?;
        let (rework_by, calendar) = (self.promise(limit)?, self.calendar_version());
        Ok(GivenRework { leg, limit, rework_by, calendar })
    }

    /// The running limits after a pause that ends now: of every leg that owes a reply, of the
    /// citizen, of the rework.
    pub(super) fn after_pause(&self, paused: Moment) -> Result<Moved, Denied> {
        let ticket = self.ticket;
        let owes = |leg: &&Leg| ticket.holds(leg) && leg.handled_at.is_none();
        let open = ticket.legs.iter().filter(owes);
        let limits = open.map(|leg| self.leg_after_pause(leg, paused)).collect::<Result<_, _>>()?;
        let total = |by| self.total_moved(by, paused);
        let total_by = ticket.total_by.map(total).transpose()?;
        let stage = ticket.stage_before_merge.unwrap_or(ticket.stage);
        let rework = ticket.reworks.last().filter(|_| stage == Stage::Rework);
        let again = |rework: &Rework| self.given_back(rework.rework_by, rework.limit, paused);
        Ok(Moved { limits, total_by, rework_by: rework.map(again).transpose()? })
    }

    /// The citizen's own limit moves by the rule under which it was given; where none stands any
    /// more, by working days.
    fn total_moved(&self, by: Moment, paused: Moment) -> Result<Moment, Denied> {
        let first = self.ticket.legs.first();
        let given = first.map_or(self.at, |leg| leg.transferred_at);
        let rule = self.rules.policy.limit(Setting::TotalLimit, &self.ticket.scope(), given);
        self.moved(by, rule.unwrap_or(Limit::WorkingDays(1)), paused)
    }

    fn leg_after_pause(&self, leg: &Leg, paused: Moment) -> Result<MovedLimits, Denied> {
        let sign_off_by = match leg.signed_off_at {
            Some(_) => leg.sign_off_by,
            None => self.given_back(leg.sign_off_by, leg.sign_off_limit, paused)?,
        };
        let handle_by = self.given_back(leg.handle_by, leg.handle_limit, paused)?;
        Ok(MovedLimits { leg: leg.leg, sign_off_by, handle_by, handle_limit: None })
    }

    /// A limit after the pause that ends now; one that had passed before it stays.
    fn moved(&self, by: Moment, limit: Limit, paused: Moment) -> Result<Moment, Denied> {
        match by < paused || by == UNKNOWN {
            true => Ok(by),
            false => self.on_clock(|clock| clock.moved(by, limit, paused, self.at)),
        }
    }

    /// A unit's limit that the centre held since a moment; one that had passed before it stays.
    pub(super) fn given_back(
        &self,
        by: Moment,
        limit: Limit,
        since: Moment,
    ) -> Result<Moment, Denied> {
        match by < since || by == UNKNOWN {
            true => Ok(by),
            false => self.on_clock(|clock| clock.given_back(by, limit, since, self.at)),
        }
    }

    /// Until when the centre has to decide what is asked now; nothing when the calendar does not know
    /// a year between: asking is not refused for that.
    pub(super) fn decide_by(&self) -> Option<Moment> {
        let limit = self.limit(Setting::DecideWithin).ok()?;
        self.promise(limit).ok()
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
                by = if by < *from { by } else { clock.given_back(by, limit, *from, *to)? };
            }
            Ok(by)
        })
    }
}
