//! After the reply: callback, rework, close, and open again.

use crate::invalid::{Invalid, Problem};
use crate::life::command::Attempt;
use crate::life::event::TicketEvent;
use crate::life::refusal::{Bound, RefusalCode};
use crate::policy::Setting;
use crate::vocabulary::{CallbackOutcome, CloseOutcome, Satisfaction};

use super::{Case, Verdict, one};

impl Case<'_> {
    /// An attempt is a record; an answer counts as satisfied under the policy of its moment.
    pub(super) fn callback(&self, attempt: &Attempt) -> Verdict {
        let spoke = matches!(attempt.outcome, CallbackOutcome::Reached | CallbackOutcome::Disputed);
        let answered = attempt.satisfaction.is_some() || attempt.attitude.is_some();
        if !spoke && (answered || attempt.solved.is_some()) {
            let rule = "an answer needs a citizen who was reached";
            return Err(Invalid::new("satisfaction", Problem::Rule { rule }).into());
        }
        let scope = self.ticket.scope();
        let satisfies = |answer: Satisfaction| self.rules.policy.satisfies(answer, &scope, self.at);
        one(TicketEvent::CalledBack {
            outcome: attempt.outcome,
            satisfaction: attempt.satisfaction,
            attitude: attempt.attitude,
            solved: attempt.solved,
            satisfied: attempt.satisfaction.is_some_and(satisfies),
        })
    }

    pub(super) fn rework(&self, reason: &str) -> Verdict {
        let cap = self.number(Setting::ReworkCap);
        let ordered = self.ticket.reworks.iter().filter(|rework| !rework.reopened).count();
        if ordered >= cap as usize {
            return Err(self.refuse_from(RefusalCode::TooManyReworks, Bound::Times(cap)));
        }
        let given = self.give_rework(self.lead()?.leg)?;
        self.with_reason(TicketEvent::ReworkOrdered(given), reason)
    }

    /// Handled by the unit is not closed by the centre: between them stands the callback.
    pub(super) fn close(&self, outcome: CloseOutcome) -> Verdict {
        if matches!(outcome, CloseOutcome::AnsweredOnline | CloseOutcome::Terminated) {
            let rule = "answered_online and terminated are made by their own commands";
            return Err(Invalid::new("outcome", Problem::Rule { rule }).into());
        }
        let called = !self.ticket.callbacks.is_empty();
        self.ensure(called || self.flag(Setting::CloseUncalled), RefusalCode::NoCallback)?;
        if outcome == CloseOutcome::Unreachable {
            self.ensure_unreachable()?;
        }
        one(TicketEvent::Closed { outcome })
    }

    /// Not reachable means: so many attempts in vain, and none that reached the citizen.
    fn ensure_unreachable(&self) -> Result<(), super::Denied> {
        let wanted = self.number(Setting::CallbackAttempts);
        let in_vain = |outcome| outcome == CallbackOutcome::NotReached;
        let attempts = self.ticket.callbacks.iter().rev().map(|attempt| attempt.outcome);
        let tried = attempts.take_while(|outcome| in_vain(*outcome)).count();
        match tried >= wanted as usize {
            true => Ok(()),
            false => Err(self.refuse_from(RefusalCode::NoCallback, Bound::Times(wanted))),
        }
    }

    /// A ticket that a unit had goes back to it with a new promise, any other to the desk.
    pub(super) fn reopen(&self, reason: &str) -> Verdict {
        let rework = match self.ticket.lead() {
            Some(lead) => Some(self.give_rework(lead.leg)?),
            None => None,
        };
        self.with_reason(TicketEvent::Reopened { rework }, reason)
    }
}
