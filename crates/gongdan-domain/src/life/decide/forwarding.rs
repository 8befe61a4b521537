//! 加派: a unit has a section of its own work on a ticket. The unit answers for it as before.

use crate::deadline::Limit;
use crate::ids::UnitId;
use crate::life::event::TicketEvent;
use crate::life::refusal::{Bound, Denied, RefusalCode};
use crate::life::ticket::Leg;
use crate::moment::Moment;
use crate::vocabulary::{Part, Species};

use super::case::Case;
use super::verdict::{Verdict, one};

impl Case<'_> {
    /// From one section to another too: the last one has it.
    pub(super) fn forward(&self, section: &str, days: u32) -> Verdict {
        let (leg, limit) = self.working_leg()?;
        self.ensure_running()?;
        self.ensure(leg.signed_off_at.is_some(), RefusalCode::NotSignedOff)?;
        let section = self.section(section)?;
        let days = Limit::WorkingDays(days);
        days.validate().map_err(|wrong| wrong.named("days"))?;
        let by = self.promise(days)?;
        if by > limit && self.at <= limit {
            return Err(self.refuse_from(RefusalCode::SectionTooLong, Bound::Until(limit)));
        }
        one(TicketEvent::Forwarded { leg: leg.leg, section, by })
    }

    pub(super) fn unforward(&self) -> Verdict {
        let leg = self.own_legs().find(|leg| self.ticket.forwarding_of(leg).is_some());
        let leg = leg.ok_or_else(|| self.refuse(RefusalCode::NotForwarded))?;
        one(TicketEvent::Unforwarded { leg: leg.leg })
    }

    /// The leg on which the unit works, and its limit: one that owes a reply or a report, or a rework.
    fn working_leg(&self) -> Result<(&Leg, Moment), Denied> {
        let rework = self.ticket.rework();
        if let Some(rework) = rework.filter(|_| self.own_part(Part::Lead).is_ok()) {
            return Ok((self.lead()?, rework.rework_by));
        }
        let leg = self.own_legs().find(|leg| leg.owes());
        let leg = leg.ok_or_else(|| self.refuse(RefusalCode::AlreadyReported))?;
        Ok((leg, leg.handle_by))
    }

    /// What stands below the unit, however deep.
    fn section(&self, name: &str) -> Result<UnitId, Denied> {
        let id = self.unit_named("section", name)?;
        let line = self.rules.register.line(Species::Unit, id, self.at);
        let below = Some(id) != self.unit && line.iter().any(|above| Some(*above) == self.unit);
        self.ensure(below, RefusalCode::NoSuchSection)?;
        Ok(id)
    }
}
