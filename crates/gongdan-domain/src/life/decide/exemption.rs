//! 不计入考核: a unit is not judged by what it was given of a ticket; its verdicts and counts stay.

use crate::ids::UnitId;
use crate::life::event::TicketEvent;
use crate::life::refusal::{Denied, RefusalCode};
use crate::life::ticket::Leg;
use crate::vocabulary::Species;

use super::case::Case;
use super::verdict::Verdict;

impl Case<'_> {
    /// Asked also of a ticket that went on to another unit: the verdicts stayed.
    pub(super) fn ask_exempt(&self, reason: &str) -> Verdict {
        self.ensure_reason(reason)?;
        let legs = self.legs_that(self.unit, |leg| !leg.exempt && !leg.exemption_asked)?;
        self.with_reason(TicketEvent::ExemptionAsked { legs }, reason)
    }

    /// Of every leg that the unit was given so far, whether it asked for it or not.
    pub(super) fn exempt(&self, unit: &str, reason: &str) -> Verdict {
        self.ensure_reason(reason)?;
        let legs = self.legs_that(Some(self.unit_of(unit)?), |leg| !leg.exempt)?;
        self.with_reason(TicketEvent::Exempted { legs }, reason)
    }

    pub(super) fn unexempt(&self, unit: &str, reason: &str) -> Verdict {
        self.ensure_reason(reason)?;
        let changes = |leg: &Leg| leg.exempt || leg.exemption_asked;
        let legs = self.legs_that(Some(self.unit_of(unit)?), changes)?;
        self.with_reason(TicketEvent::Unexempted { legs }, reason)
    }

    /// What a unit of a name stands for; one that takes no work any more is judged all the same.
    fn unit_of(&self, name: &str) -> Result<UnitId, Denied> {
        Ok(self.standing(self.rules.register.find(Species::Unit, name)?.id))
    }

    /// The legs of a unit that something changes; what it never had says nothing of it.
    fn legs_that(
        &self,
        unit: Option<UnitId>,
        changes: impl Fn(&Leg) -> bool,
    ) -> Result<Vec<u32>, Denied> {
        let legs: Vec<u32> =
            self.legs_of(unit).filter(|leg| changes(leg)).map(|leg| leg.leg).collect();
        self.ensure(!legs.is_empty(), RefusalCode::NothingChanges)?;
        Ok(legs)
    }
}
