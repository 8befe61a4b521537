//! 督办: what is demanded, answered, reminded of and taken back; and 会商, what some met about.

use crate::invalid::{Invalid, Problem};
use crate::life::event::TicketEvent;
use crate::life::refusal::{Denied, RefusalCode};
use crate::life::supervision::Supervision;
use crate::moment::Moment;
use crate::text;
use crate::vocabulary::{Role, Species, SupervisionKind, TextField};

use super::case::Case;
use super::verdict::{Decided, Verdict, texts_of};

/// What is demanded, as it is asked.
pub(super) struct Demand<'a> {
    pub(super) unit: Option<&'a str>,
    pub(super) demand: &'a str,
    pub(super) kind: SupervisionKind,
    pub(super) instructed_by: Option<&'a str>,
    pub(super) answer_by: Option<Moment>,
}

impl Case<'_> {
    pub(super) fn supervise(&self, asked: &Demand<'_>) -> Verdict {
        let find = |name| self.rules.register.find(Species::Unit, name);
        let unit = asked.unit.map(find).transpose()?.map(|entry| self.standing(entry.id));
        if asked.answer_by.is_some_and(|by| by <= self.at) {
            let expected = "a moment after the demand";
            return Err(Invalid::new("answer_by", Problem::Malformed { expected }).into());
        }
        let (kind, answer_by) = (asked.kind, asked.answer_by);
        let no = u32::try_from(self.ticket.supervisions.len()).unwrap_or(u32::MAX - 1) + 1;
        let texts = [
            ("demand", TextField::Demand, Some(asked.demand), text::MAX_TEXT),
            ("instructed_by", TextField::InstructedBy, asked.instructed_by, text::MAX_NAME),
        ];
        let event = TicketEvent::Supervised { no, unit, kind, answer_by };
        Ok(vec![Decided { event, texts: texts_of(texts)?, at: None }])
    }

    /// A demand is answered by the unit it was made of, or by the centre for it.
    pub(super) fn answer(&self, no: u32, result: &str) -> Verdict {
        let demand = self.demanded(no)?;
        let own = demand.unit.map(|unit| self.standing(unit)) == self.unit;
        self.ensure(self.role == Role::Centre || own, RefusalCode::WrongUnit)?;
        let event = TicketEvent::SupervisionAnswered { no };
        self.with_text(event, "result", TextField::Result, result)
    }

    pub(super) fn remind(&self, no: u32, text: Option<&str>) -> Verdict {
        self.demanded(no)?;
        self.with_optional_text(TicketEvent::Reminded { no }, "text", TextField::Note, text)
    }

    /// What was answered stays: only what waits is taken back.
    pub(super) fn unsupervise(&self, no: u32, reason: &str) -> Verdict {
        self.demanded(no)?;
        self.with_reason(TicketEvent::SupervisionLifted { no }, reason)
    }

    pub(super) fn consult(&self, attendees: &str, decision: &str) -> Verdict {
        let texts = [
            ("attendees", TextField::Attendees, Some(attendees), text::MAX_TEXT),
            ("decision", TextField::Decision, Some(decision), text::MAX_TEXT),
        ];
        Ok(vec![Decided { event: TicketEvent::Consulted, texts: texts_of(texts)?, at: None }])
    }

    /// The demand of a number that waits for its answer.
    fn demanded(&self, no: u32) -> Result<&Supervision, Denied> {
        let open = self.ticket.supervision(no).filter(|demand| demand.waits());
        open.ok_or_else(|| self.refuse(RefusalCode::NoSuchSupervision))
    }
}
