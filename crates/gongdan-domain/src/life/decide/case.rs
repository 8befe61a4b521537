//! A case: one request about one ticket, its stamp checked and its row of the table obeyed.

use crate::ids::UnitId;
use crate::invalid::{Invalid, Problem};
use crate::life::command::{COMMANDS, Verb};
use crate::life::event::TicketEvent;
use crate::life::refusal::{Bound, Denied, Refusal, RefusalCode};
use crate::life::ticket::{Leg, Ticket};
use crate::life::who::Who;
use crate::moment::Moment;
use crate::office::Rulebook;
use crate::policy::Setting;
use crate::stamp::Stamp;
use crate::text::{self, Text};
use crate::vocabulary::{Part, Role, Species, TextField};

use super::verdict::{Decided, Verdict, one};

/// One request about one ticket, its stamp checked and its row of the table obeyed.
pub(super) struct Case<'a> {
    pub(super) ticket: &'a Ticket,
    pub(super) verb: Verb,
    pub(super) rules: &'a Rulebook,
    pub(super) role: Role,
    pub(super) unit: Option<UnitId>,
    pub(super) at: Moment,
}

impl<'a> Case<'a> {
    pub(super) fn open(
        ticket: &'a Ticket,
        verb: Verb,
        stamp: &Stamp,
        rules: &'a Rulebook,
    ) -> Result<Self, Denied> {
        stamp.check()?;
        let find = |name| rules.register.find(Species::Unit, name).map(|unit| unit.id);
        let unit = stamp.unit_name().map(find).transpose()?;
        let unit = unit.map(|id| rules.register.standing(Species::Unit, id, stamp.at()));
        let answered = if verb.moves_on() { ticket.stage_since } else { ticket.accepted_at };
        let at = stamp.at().max(answered);
        let case = Self { ticket, verb, rules, role: stamp.role(), unit, at };
        case.check_clock(stamp.at())?;
        case.check_row()?;
        Ok(case)
    }

    /// Two clocks never agree: a command may lie a little before the ticket's newest fact.
    pub(super) fn check_clock(&self, stated: Moment) -> Result<(), Denied> {
        let tolerance = i64::from(self.number(Setting::ClockTolerance)) * 60_000;
        let earliest = self.ticket.newest_fact.plus_ms(-tolerance);
        match stated < earliest && self.verb.depends_on_order() {
            true => Err(self.refuse_from(RefusalCode::TimeBackwards, Bound::From(earliest))),
            false => Ok(()),
        }
    }

    /// Stage before role: a clerk is told first what the ticket's stage forbids.
    pub(super) fn check_row(&self) -> Result<(), Denied> {
        let row = self.verb.row();
        if !row.stages.contains(&self.ticket.stage) {
            return Err(self.refuse(self.stage_code()));
        }
        self.check_who(row.who).map_err(|code| self.refuse(code))
    }

    pub(super) fn stage_code(&self) -> RefusalCode {
        use crate::vocabulary::Stage;
        match (self.verb, self.ticket.stage) {
            (Verb::Handle | Verb::RequestExtension | Verb::Suspend, Stage::Transferred) => {
                RefusalCode::NotSignedOff
            }
            (Verb::Recall, Stage::SignedOff) => RefusalCode::AlreadySignedOff,
            _ => RefusalCode::WrongStage,
        }
    }

    /// Whether this caller may ask what `who` may: the role, and for a unit its part in the ticket.
    pub(super) fn check_who(&self, who: Who) -> Result<(), RefusalCode> {
        if !who.roles().contains(&self.role) {
            return Err(RefusalCode::WrongRole);
        }
        let holds = match who {
            Who::LeadUnit => self.own_legs().any(|leg| leg.part == Part::Lead),
            Who::AssistingUnit => self.own_legs().any(|leg| leg.part == Part::Assisting),
            Who::HoldingUnit | Who::Anyone | Who::CentreOrHoldingUnit => {
                self.own_legs().next().is_some()
            }
            Who::FormerUnit => self.legs_of(self.unit).next().is_some(),
            Who::Centre | Who::CentreOrSupervisor | Who::CentreOrUnit => true,
        };
        match holds || self.role != Role::Unit {
            true => Ok(()),
            false => Err(RefusalCode::WrongUnit),
        }
    }

    /// What this caller may ask of the ticket in its stage, as far as what it answers waits.
    pub(super) fn allowed(&self) -> Vec<Verb> {
        let open = COMMANDS.iter().filter(|row| row.stages.contains(&self.ticket.stage));
        let open = open.filter(|row| self.check_who(row.who).is_ok() && self.waits(row.verb));
        open.map(|row| row.verb).collect()
    }

    /// Whether what a command answers or ends is there: a return or an extension that was asked for, a pause,
    /// a sign-off or a report that is owed.
    fn waits(&self, verb: Verb) -> bool {
        let mut legs = self.ticket.legs.iter().filter(|leg| leg.is_current());
        let returned = |leg: &Leg| leg.return_pending;
        match verb {
            Verb::GrantReturn | Verb::DenyReturn => legs.any(returned),
            Verb::Designate | Verb::MarkDifficult => self.ticket.lead().is_none_or(returned),
            Verb::GrantExtension | Verb::DenyExtension => {
                legs.any(|leg| leg.extension_pending.is_some())
            }
            Verb::SignOff => self.own_legs().any(|leg| leg.signed_off_at.is_none()),
            Verb::Suspend => self.ticket.suspended_at.is_none(),
            Verb::Resume => self.ticket.suspended_at.is_some(),
            Verb::Excuse => self.helpers().next().is_some(),
            _ => true,
        }
    }

    /// The unit's current legs, the newest first; a unit that took others over holds theirs, so
    /// it can be lead and assisting at once.
    pub(super) fn own_legs(&self) -> impl Iterator<Item = &'a Leg> {
        let own = |leg: &&Leg| self.ticket.holds(leg) && Some(self.standing(leg.unit)) == self.unit;
        self.ticket.legs.iter().rev().filter(own)
    }

    /// Every leg that a unit was given, in order, whoever has the ticket now; it answers for those that it
    /// took over.
    pub(super) fn legs_of(&self, unit: Option<UnitId>) -> impl Iterator<Item = &'a Leg> {
        self.ticket.legs.iter().filter(move |leg| Some(self.standing(leg.unit)) == unit)
    }

    pub(super) fn own_leg(&self) -> Result<&'a Leg, Denied> {
        self.own_legs().next().ok_or_else(|| self.refuse(RefusalCode::WrongUnit))
    }

    pub(super) fn own_part(&self, part: Part) -> Result<&'a Leg, Denied> {
        let found = self.own_legs().find(|leg| leg.part == part);
        found.ok_or_else(|| self.refuse(RefusalCode::WrongUnit))
    }

    /// What a unit does to a ticket off the clock would be timed by no limit.
    pub(super) fn ensure_running(&self) -> Result<(), Denied> {
        self.ensure(self.ticket.suspended_at.is_none(), RefusalCode::Suspended)
    }

    pub(super) fn lead(&self) -> Result<&'a Leg, Denied> {
        self.ticket.lead().ok_or_else(|| self.refuse(RefusalCode::NoUnit))
    }

    pub(super) fn standing(&self, unit: UnitId) -> UnitId {
        self.rules.register.standing(Species::Unit, unit, self.at)
    }

    /// A unit that takes work at this moment; a retired one is refused, an unknown one is bad
    /// input under the argument's own name.
    pub(super) fn unit_named(&self, argument: &'static str, name: &str) -> Result<UnitId, Denied> {
        match self.rules.register.find_active(Species::Unit, name, self.at) {
            Ok(unit) => Ok(unit.id),
            Err(Invalid { problem: Problem::Retired { .. }, .. }) => {
                Err(self.refuse(RefusalCode::UnitRetired))
            }
            Err(unknown) => Err(unknown.named(argument).into()),
        }
    }

    pub(super) fn refuse(&self, code: RefusalCode) -> Denied {
        self.refusal(code, None)
    }

    pub(super) fn refuse_from(&self, code: RefusalCode, bound: Bound) -> Denied {
        self.refusal(code, Some(bound))
    }

    pub(super) fn refusal(&self, code: RefusalCode, bound: Option<Bound>) -> Denied {
        let stage = self.ticket.stage;
        let allowed = self.allowed();
        Denied::Refused(Box::new(Refusal { code, stage, asked: self.verb, allowed, bound }))
    }

    /// Refuses with `code` unless the rule holds.
    pub(super) fn ensure(&self, holds: bool, code: RefusalCode) -> Result<(), Denied> {
        if holds { Ok(()) } else { Err(self.refuse(code)) }
    }

    pub(super) fn with_reason(&self, event: TicketEvent, reason: &str) -> Verdict {
        self.ensure_reason(reason)?;
        self.with_text(event, "reason", TextField::Reason, reason)
    }

    /// A reason is given, and can be kept.
    pub(super) fn ensure_reason(&self, reason: &str) -> Result<(), Denied> {
        self.ensure(!reason.trim().is_empty(), RefusalCode::ReasonMissing)?;
        Ok(text::required("reason", reason, text::MAX_TEXT)?)
    }

    pub(super) fn with_text(
        &self,
        event: TicketEvent,
        argument: &'static str,
        field: TextField,
        content: &str,
    ) -> Verdict {
        text::required(argument, content, text::MAX_TEXT)?;
        Ok(vec![Decided {
            event,
            texts: vec![Text { field, content: content.to_owned() }],
            at: None,
        }])
    }

    pub(super) fn with_optional_text(
        &self,
        event: TicketEvent,
        argument: &'static str,
        field: TextField,
        content: Option<&str>,
    ) -> Verdict {
        match content.filter(|content| !content.trim().is_empty()) {
            Some(content) => self.with_text(event, argument, field, content),
            None => one(event),
        }
    }
}
