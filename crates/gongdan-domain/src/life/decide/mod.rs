//! `decide`: the office's rule book in one table. A command is either a list of events or denied;
//! nothing is written here, nothing is read but what is passed in.

mod answering;
mod closing;
mod dispatch;
mod handling;
mod intake;
mod overlays;
mod promise;

pub use intake::{decide_intake, ticket_number};

use crate::ids::UnitId;
use crate::invalid::{Invalid, Problem};
use crate::moment::Moment;
use crate::office::Rulebook;
use crate::policy::Setting;
use crate::stamp::Stamp;
use crate::text::{self, Text};
use crate::vocabulary::{Part, Role, Species, TextField};

use super::command::Command;
use super::command::{COMMANDS, Verb};
use super::event::TicketEvent;
use super::refusal::{Bound, Denied, Refusal, RefusalCode};
use super::ticket::{Leg, Ticket};
use super::who::Who;

/// One event that a command leads to, with the texts that stand beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What happened.
    pub event: TicketEvent,
    /// What was typed; it never enters the journal itself.
    pub texts: Vec<Text>,
}

impl From<TicketEvent> for Decided {
    fn from(event: TicketEvent) -> Self {
        Self { event, texts: Vec::new() }
    }
}

/// What `decide` answers: the events, or why not.
pub type Verdict = Result<Vec<Decided>, Denied>;

/// Decides a command on a ticket under the rules in force. `main` is the ticket that a merge or
/// repeat names, where the command names one.
///
/// # Errors
/// [`Denied::Refused`] when a rule of the life is broken, [`Denied::Invalid`] when an argument
/// is wrong in itself. Nothing is changed either way.
pub fn decide(
    ticket: &Ticket,
    command: &Command,
    stamp: &Stamp,
    rules: &Rulebook,
    main: Option<&Ticket>,
) -> Verdict {
    let case = Case::open(ticket, command.verb(), stamp, rules)?;
    match command {
        Command::ResolveOnline { answer } => case.resolve_online(answer.as_deref()),
        Command::Reject { reason } => case.with_reason(TicketEvent::Rejected, reason),
        Command::Merge { main: id } => case.merge(*id, main),
        Command::Unmerge => case.unmerge(),
        Command::Repeat { main: id } => case.repeat(*id, main),
        Command::Transfer { lead, assisting, remark } => {
            case.transfer(lead, assisting, remark.as_deref())
        }
        Command::Recall => case.recall(),
        Command::SignOff => case.sign_off(),
        Command::RequestReturn { reason } => case.request_return(reason),
        Command::GrantReturn { to, remark } => case.grant_return(to.as_deref(), remark.as_deref()),
        Command::DenyReturn { reason, forbid } => case.deny_return(reason, *forbid),
        Command::Designate { unit, remark } => case.designate(unit, remark.as_deref()),
        Command::MarkDifficult { reason } => case.mark_difficult(reason),
        Command::RequestExtension { days, reason } => case.request_extension(*days, reason),
        Command::GrantExtension => case.grant_extension(),
        Command::DenyExtension { reason } => case.deny_extension(reason),
        Command::Suspend { reason } => case.suspend(reason),
        Command::Resume => case.resume(),
        Command::Report { result } => case.report(result),
        Command::Excuse { unit } => case.excuse(unit),
        Command::Handle { result } => case.handle(result),
        Command::SendBack { reason } => case.send_back(reason),
        Command::Callback { outcome, satisfaction, attitude, solved } => {
            case.callback(*outcome, *satisfaction, *attitude, *solved)
        }
        Command::Rework { reason } => case.rework(reason),
        Command::Close { outcome } => case.close(*outcome),
        Command::Terminate { reason } => case.with_reason(TicketEvent::Terminated, reason),
        Command::Reopen { reason } => case.reopen(reason),
        Command::Reclassify { category } => case.reclassify(category.as_deref()),
        Command::Amend { kind, urgency, area, matter, appeal } => {
            case.amend(*kind, *urgency, area.as_deref(), matter.as_deref(), appeal.as_deref())
        }
        Command::Note { text } => case.with_text(TicketEvent::Noted, "text", TextField::Note, text),
        Command::Confidential { confidential } => case.set_confidential(*confidential),
        Command::Urge { text } => case.urge(text.as_deref()),
        Command::Supervise { unit, demand } => case.supervise(unit.as_deref(), demand),
        Command::Answer { no, result } => case.answer(*no, result),
        Command::Card { card, unit, reason } => case.show_card(*card, unit, reason),
        Command::Feature { featured, title, appeal, handling } => {
            let edited = [title, appeal, handling].map(Option::as_deref);
            case.feature(*featured, edited)
        }
        Command::Reschedule { reason } => case.reschedule(reason),
        Command::Reveal { reason } => case.with_reason(TicketEvent::Revealed, reason),
        Command::Erase { fields, reason } => case.erase(fields, reason),
    }
}

fn one(event: TicketEvent) -> Verdict {
    Ok(vec![event.into()])
}

/// One request about one ticket, its stamp checked and its row of the table obeyed.
struct Case<'a> {
    ticket: &'a Ticket,
    verb: Verb,
    rules: &'a Rulebook,
    role: Role,
    unit: Option<UnitId>,
    at: Moment,
}

impl<'a> Case<'a> {
    fn open(
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
    fn check_clock(&self, stated: Moment) -> Result<(), Denied> {
        let tolerance = i64::from(self.number(Setting::ClockTolerance)) * 60_000;
        let earliest = self.ticket.newest_fact.plus_ms(-tolerance);
        match stated < earliest && self.verb.depends_on_order() {
            true => Err(self.refuse_from(RefusalCode::TimeBackwards, Bound::From(earliest))),
            false => Ok(()),
        }
    }

    /// Stage before role: a clerk is told first what the ticket's stage forbids.
    fn check_row(&self) -> Result<(), Denied> {
        let row = self.verb.row();
        if !row.stages.contains(&self.ticket.stage) {
            return Err(self.refuse(self.stage_code()));
        }
        self.check_who(row.who).map_err(|code| self.refuse(code))
    }

    fn stage_code(&self) -> RefusalCode {
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
    fn check_who(&self, who: Who) -> Result<(), RefusalCode> {
        if !who.roles().contains(&self.role) {
            return Err(RefusalCode::WrongRole);
        }
        let holds = match who {
            Who::LeadUnit => self.own_legs().any(|leg| leg.part == Part::Lead),
            Who::AssistingUnit => self.own_legs().any(|leg| leg.part == Part::Assisting),
            Who::HoldingUnit | Who::Anyone => self.own_legs().next().is_some(),
            Who::Centre | Who::CentreOrSupervisor | Who::CentreOrUnit => true,
        };
        match holds || self.role != Role::Unit {
            true => Ok(()),
            false => Err(RefusalCode::WrongUnit),
        }
    }

    /// What this caller may ask of the ticket in its stage.
    fn allowed(&self) -> Vec<Verb> {
        let open = COMMANDS.iter().filter(|row| row.stages.contains(&self.ticket.stage));
        open.filter(|row| self.check_who(row.who).is_ok()).map(|row| row.verb).collect()
    }

    /// The unit's current legs, the newest first; a unit that took others over holds theirs, so
    /// it can be lead and assisting at once.
    fn own_legs(&self) -> impl Iterator<Item = &'a Leg> {
        let own = |leg: &&Leg| self.ticket.holds(leg) && Some(self.standing(leg.unit)) == self.unit;
        self.ticket.legs.iter().rev().filter(own)
    }

    fn own_leg(&self) -> Result<&'a Leg, Denied> {
        self.own_legs().next().ok_or_else(|| self.refuse(RefusalCode::WrongUnit))
    }

    fn own_part(&self, part: Part) -> Result<&'a Leg, Denied> {
        let found = self.own_legs().find(|leg| leg.part == part);
        found.ok_or_else(|| self.refuse(RefusalCode::WrongUnit))
    }

    /// What a unit does to a ticket off the clock would be timed by no limit.
    fn ensure_running(&self) -> Result<(), Denied> {
        self.ensure(self.ticket.suspended_at.is_none(), RefusalCode::Suspended)
    }

    fn lead(&self) -> Result<&'a Leg, Denied> {
        self.ticket.lead().ok_or_else(|| self.refuse(RefusalCode::NoUnit))
    }

    fn standing(&self, unit: UnitId) -> UnitId {
        self.rules.register.standing(Species::Unit, unit, self.at)
    }

    /// A unit that takes work at this moment; a retired one is refused, an unknown one is bad
    /// input under the argument's own name.
    fn unit_named(&self, argument: &'static str, name: &str) -> Result<UnitId, Denied> {
        match self.rules.register.find_active(Species::Unit, name, self.at) {
            Ok(unit) => Ok(unit.id),
            Err(Invalid { problem: Problem::Retired { .. }, .. }) => {
                Err(self.refuse(RefusalCode::UnitRetired))
            }
            Err(unknown) => Err(unknown.named(argument).into()),
        }
    }

    fn refuse(&self, code: RefusalCode) -> Denied {
        self.refusal(code, None)
    }

    fn refuse_from(&self, code: RefusalCode, bound: Bound) -> Denied {
        self.refusal(code, Some(bound))
    }

    fn refusal(&self, code: RefusalCode, bound: Option<Bound>) -> Denied {
        let stage = self.ticket.stage;
        let allowed = self.allowed();
        Denied::Refused(Box::new(Refusal { code, stage, asked: self.verb, allowed, bound }))
    }

    /// Refuses with `code` unless the rule holds.
    fn ensure(&self, holds: bool, code: RefusalCode) -> Result<(), Denied> {
        if holds { Ok(()) } else { Err(self.refuse(code)) }
    }

    fn with_reason(&self, event: TicketEvent, reason: &str) -> Verdict {
        self.ensure(!reason.trim().is_empty(), RefusalCode::ReasonMissing)?;
        self.with_text(event, "reason", TextField::Reason, reason)
    }

    fn with_text(
        &self,
        event: TicketEvent,
        argument: &'static str,
        field: TextField,
        content: &str,
    ) -> Verdict {
        text::required(argument, content, text::MAX_TEXT)?;
        Ok(vec![Decided { event, texts: vec![Text { field, content: content.to_owned() }] }])
    }

    fn with_optional_text(
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
