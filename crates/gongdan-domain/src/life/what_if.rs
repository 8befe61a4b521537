//! What if: the events of a ticket as they would have been under other rules. What people did
//! stays; only the promises are worked out anew.

use crate::deadline::{Clock, Limit};
use crate::invalid::Invalid;
use crate::moment::Moment;
use crate::office::Rulebook;
use crate::policy::Setting;

use super::event::{GivenLeg, GivenRework, MovedLimits, TicketEvent};
use super::ticket::Ticket;

/// An event with its promises worked out under `rules`, for a ticket as it stood before it. The
/// rules in force are those of the event's own moment.
///
/// # Errors
/// [`Invalid`] when the other calendar does not know a year that is needed.
pub fn under_rules(
    ticket: &Ticket,
    at: Moment,
    event: TicketEvent,
    rules: &Rulebook,
) -> Result<TicketEvent, Invalid> {
    let other = Other { ticket, at, rules };
    Ok(match event {
        // What an old register says of a limit, or leaves open, follows from no rules.
        TicketEvent::Transferred { .. } if ticket.is_from_register() => event,
        TicketEvent::Transferred { legs, calendar, .. } => {
            let legs: Vec<GivenLeg> =
                legs.into_iter().map(|leg| other.leg(leg)).collect::<Result<_, _>>()?;
            let total_by = other.total_by()?;
            TicketEvent::Transferred { legs, total_by, calendar }
        }
        TicketEvent::ReworkOrdered(given) => TicketEvent::ReworkOrdered(other.rework(given)?),
        TicketEvent::Reopened { rework: Some(given) } => {
            TicketEvent::Reopened { rework: Some(other.rework(given)?) }
        }
        TicketEvent::ExtensionGranted { limits, calendar, .. } => {
            let limits = other.extended(limits)?;
            let total_by = ticket.total_by.map(|total| total.max(limits.handle_by));
            TicketEvent::ExtensionGranted { limits, total_by, calendar }
        }
        TicketEvent::Resumed { limits, rework_by, .. } => {
            let paused = ticket.suspended_at.unwrap_or(at);
            let rework_by = other.rework_moved(paused, rework_by)?;
            let total_by = other.total_moved(paused)?;
            TicketEvent::Resumed { limits: other.legs_moved(paused, limits)?, total_by, rework_by }
        }
        TicketEvent::Unmerged { limits, rework_by, .. } => {
            let merged = ticket.merged_at.filter(|_| ticket.suspended_at.is_none());
            let paused = merged.unwrap_or(at);
            let rework_by = other.rework_moved(paused, rework_by)?;
            let total_by = other.total_moved(paused)?;
            TicketEvent::Unmerged { limits: other.legs_moved(paused, limits)?, total_by, rework_by }
        }
        TicketEvent::SentBack { leg, .. } => {
            TicketEvent::SentBack { leg, by: other.sent_back(leg)? }
        }
        event => event,
    })
}

/// A ticket, a moment, and the rules that might have held.
struct Other<'a> {
    ticket: &'a Ticket,
    at: Moment,
    rules: &'a Rulebook,
}

impl Other<'_> {
    fn on_clock<T>(
        &self,
        work: impl FnOnce(&Clock<'_>) -> Result<T, Invalid>,
    ) -> Result<T, Invalid> {
        let hours = self.rules.policy.hours(self.at);
        work(&Clock { days: self.rules.calendar.known_at(self.at), hours: &hours })
    }

    fn leg(&self, leg: GivenLeg) -> Result<GivenLeg, Invalid> {
        let policy = &self.rules.policy;
        let limit = |setting| policy.limit(setting, &self.ticket.scope(), self.at);
        let sign_off_limit = limit(Setting::SignOffLimit).unwrap_or(leg.sign_off_limit);
        let handle_limit = limit(Setting::HandleLimit).unwrap_or(leg.handle_limit);
        let handle_by = self.on_clock(|clock| clock.limit(self.at, handle_limit))?;
        let sign_off_by =
            self.on_clock(|clock| clock.sign_off(self.at, sign_off_limit, handle_by))?;
        Ok(GivenLeg { sign_off_limit, sign_off_by, handle_limit, handle_by, ..leg })
    }

    fn total_by(&self) -> Result<Option<Moment>, Invalid> {
        if !self.ticket.legs.is_empty() {
            return Ok(self.ticket.total_by);
        }
        let limit = self.rules.policy.limit(Setting::TotalLimit, &self.ticket.scope(), self.at);
        limit.map(|limit| self.on_clock(|clock| clock.limit(self.at, limit))).transpose()
    }

    fn rework(&self, given: GivenRework) -> Result<GivenRework, Invalid> {
        let policy = &self.rules.policy;
        let limit = policy.limit(Setting::ReworkLimit, &self.ticket.scope(), self.at);
        let limit = limit.unwrap_or(given.limit);
        let rework_by = self.on_clock(|clock| clock.limit(self.at, limit))?;
        Ok(GivenRework { limit, rework_by, ..given })
    }

    /// The same days more, counted from the promise as it would have been.
    fn extended(&self, limits: MovedLimits) -> Result<MovedLimits, Invalid> {
        let Some(leg) = self.ticket.leg(limits.leg) else { return Ok(limits) };
        let days = leg.extension_pending.unwrap_or(0);
        let handle_by = self.on_clock(|clock| {
            let extended = clock.plus_working_days(leg.handle_by, days)?;
            Ok(extended.max(clock.end_of_next_day(self.at)?))
        })?;
        Ok(MovedLimits { handle_by, sign_off_by: leg.sign_off_by, ..limits })
    }

    /// A promise after the same pause, as it would have been.
    fn moved(&self, by: Moment, limit: Limit, paused: Moment) -> Result<Moment, Invalid> {
        match by < paused {
            true => Ok(by),
            false => self.on_clock(|clock| clock.moved(by, limit, paused, self.at)),
        }
    }

    /// A unit's limit after the centre held it, as it would have been.
    fn given_back(&self, by: Moment, limit: Limit, since: Moment) -> Result<Moment, Invalid> {
        match by < since {
            true => Ok(by),
            false => self.on_clock(|clock| clock.given_back(by, limit, since, self.at)),
        }
    }

    /// The same reply sent back: one that would have been in time gives back the time.
    fn sent_back(&self, leg: u32) -> Result<Option<Moment>, Invalid> {
        let rework = self.ticket.reworks.last().filter(|rework| rework.leg == leg);
        let replied = match (rework, self.ticket.leg(leg)) {
            (Some(rework), _) => {
                rework.handled_at.map(|at| (at, rework.broken, rework.rework_by, rework.limit))
            }
            (None, Some(leg)) => {
                leg.handled_at.map(|at| (at, leg.handling_broken, leg.handle_by, leg.handle_limit))
            }
            (None, None) => None,
        };
        let in_time = replied.filter(|(_, broken, ..)| broken.is_none());
        in_time.map(|(since, _, by, limit)| self.given_back(by, limit, since)).transpose()
    }

    fn legs_moved(
        &self,
        paused: Moment,
        limits: Vec<MovedLimits>,
    ) -> Result<Vec<MovedLimits>, Invalid> {
        let moved = |limits: MovedLimits| match self.ticket.leg(limits.leg) {
            Some(leg) => {
                let handle_by = self.given_back(leg.handle_by, leg.handle_limit, paused)?;
                let sign_off_by = match leg.signed_off_at {
                    Some(_) => leg.sign_off_by,
                    None => self.given_back(leg.sign_off_by, leg.sign_off_limit, paused)?,
                };
                Ok(MovedLimits { handle_by, sign_off_by, ..limits })
            }
            None => Ok(limits),
        };
        limits.into_iter().map(moved).collect()
    }

    fn rework_moved(
        &self,
        paused: Moment,
        given: Option<Moment>,
    ) -> Result<Option<Moment>, Invalid> {
        let rework = self.ticket.reworks.last().filter(|_| given.is_some());
        rework.map(|rework| self.given_back(rework.rework_by, rework.limit, paused)).transpose()
    }

    fn total_moved(&self, paused: Moment) -> Result<Option<Moment>, Invalid> {
        let Some((leg, total)) = self.ticket.legs.first().zip(self.ticket.total_by) else {
            return Ok(None);
        };
        let (policy, scope) = (&self.rules.policy, self.ticket.scope());
        let limit = policy.limit(Setting::TotalLimit, &scope, leg.transferred_at);
        self.moved(total, limit.unwrap_or(Limit::WorkingDays(1)), paused).map(Some)
    }
}
