//! After the reply: callback, rework, close, and open again.

use crate::ids::UnitId;
use crate::invalid::{Invalid, Problem};
use crate::life::event::TicketEvent;
use crate::life::refusal::{Bound, Denied, RefusalCode};
use crate::life::ticket::Leg;
use crate::policy::Setting;
use crate::vocabulary::{CallbackOutcome, CloseOutcome, Satisfaction, Species, TextField};

use super::case::Case;
use super::verdict::{Verdict, one};

/// A rating that the citizen gave unasked is no call.
pub(super) fn ensure_called(
    argument: &'static str,
    outcome: CallbackOutcome,
) -> Result<(), Invalid> {
    let rule = "a rating of the citizen's own is made by rate";
    let own = outcome == CallbackOutcome::Own;
    if own { Err(Invalid::new(argument, Problem::Rule { rule })) } else { Ok(()) }
}

impl Case<'_> {
    /// 审核: what the citizen is asked about has to be fit to be asked about.
    pub(super) fn pass_reply(&self) -> Verdict {
        self.ensure(self.ticket.under_review, RefusalCode::NoReviewPending)?;
        one(TicketEvent::ReplyPassed { leg: self.lead()?.leg })
    }

    fn ensure_reviewed(&self) -> Result<(), Denied> {
        self.ensure(!self.ticket.under_review, RefusalCode::ReviewPending)
    }

    /// An attempt is a record; an answer counts as satisfied under the policy of its moment.
    pub(super) fn callback(
        &self,
        outcome: CallbackOutcome,
        satisfaction: Option<Satisfaction>,
        attitude: Option<Satisfaction>,
        solved: Option<bool>,
    ) -> Verdict {
        self.ensure_reviewed()?;
        ensure_called("outcome", outcome)?;
        let spoke = matches!(outcome, CallbackOutcome::Reached | CallbackOutcome::Disputed);
        let answers = [
            ("satisfaction", satisfaction.is_some()),
            ("attitude", attitude.is_some()),
            ("solved", solved.is_some()),
        ];
        if let Some((argument, _)) = answers.iter().find(|(_, given)| *given && !spoke) {
            let rule = "an answer needs a citizen who was reached";
            return Err(Invalid::new(argument, Problem::Rule { rule }).into());
        }
        one(self.called_back(outcome, satisfaction, attitude, solved))
    }

    pub(super) fn called_back(
        &self,
        outcome: CallbackOutcome,
        satisfaction: Option<Satisfaction>,
        attitude: Option<Satisfaction>,
        solved: Option<bool>,
    ) -> TicketEvent {
        let scope = self.ticket.scope();
        let satisfies = |answer: Satisfaction| self.rules.policy.satisfies(answer, &scope, self.at);
        let satisfied = satisfaction.is_some_and(satisfies);
        TicketEvent::CalledBack { outcome, satisfaction, attitude, solved, satisfied }
    }

    /// 群众评价: counted beside what the citizen says when called; it rates, or it is none.
    pub(super) fn rate(&self, satisfaction: Satisfaction, text: Option<&str>) -> Verdict {
        if satisfaction == Satisfaction::Unrated {
            let rule = "a rating of the citizen's own says how satisfied they are";
            return Err(Invalid::new("satisfaction", Problem::Rule { rule }).into());
        }
        let satisfied = self.rules.policy.satisfies(satisfaction, &self.ticket.scope(), self.at);
        let event = TicketEvent::Rated { satisfaction, satisfied };
        self.with_optional_text(event, "text", TextField::Note, text)
    }

    pub(super) fn rework(&self, reason: &str) -> Verdict {
        self.ensure_reviewed()?;
        let cap = self.number(Setting::ReworkCap);
        let ordered = self.ticket.reworks.iter().filter(|rework| !rework.reopened).count();
        if ordered >= cap as usize {
            return Err(self.refuse_from(RefusalCode::TooManyReworks, Bound::Times(cap)));
        }
        let given = self.give_rework(self.lead()?.leg)?;
        self.with_reason(TicketEvent::ReworkOrdered(given), reason)
    }

    /// Handled by the unit is not closed by the centre: between the last reply and the closing
    /// stands a callback.
    pub(super) fn close(&self, outcome: CloseOutcome) -> Verdict {
        use CloseOutcome as O;
        if matches!(outcome, O::AnsweredOnline | O::Terminated | O::Unstated) {
            let rule = "answered_online, terminated and unstated are made by their own commands";
            return Err(Invalid::new("outcome", Problem::Rule { rule }).into());
        }
        self.ensure_reviewed()?;
        let called = self.ticket.callbacks_since_reply().next().is_some();
        self.ensure(called || self.flag(Setting::CloseUncalled), RefusalCode::NoCallback)?;
        match outcome {
            CloseOutcome::Unreachable => self.ensure_unreachable()?,
            CloseOutcome::Solved => self.ensure_reached()?,
            _ => {}
        }
        one(TicketEvent::Closed { outcome })
    }

    /// Solved is what the citizen says: who was called has to be reached, unless the policy lets it.
    fn ensure_reached(&self) -> Result<(), Denied> {
        let spoke = [CallbackOutcome::Reached, CallbackOutcome::Disputed];
        let mut attempts = self.ticket.callbacks_since_reply().peekable();
        let uncalled = attempts.peek().is_none();
        let reached = attempts.any(|attempt| spoke.contains(&attempt.outcome));
        let lets = self.flag(Setting::SolvedUnreached);
        self.ensure(uncalled || reached || lets, RefusalCode::NobodyReached)
    }

    /// Not reachable means: so many attempts in vain, and none that reached the citizen.
    fn ensure_unreachable(&self) -> Result<(), Denied> {
        let wanted = self.number(Setting::CallbackAttempts);
        let in_vain = |outcome| outcome == CallbackOutcome::NotReached;
        let attempts = self.ticket.callbacks_since_reply().rev().map(|attempt| attempt.outcome);
        let tried = attempts.take_while(|outcome| in_vain(*outcome)).count();
        match tried >= wanted as usize {
            true => Ok(()),
            false => Err(self.refuse_from(RefusalCode::NoCallback, Bound::Times(wanted))),
        }
    }

    /// A ticket that a unit had replied to goes back to it with a new promise; any other, and
    /// one whose unit takes no work any more, goes to the desk.
    pub(super) fn reopen(&self, reason: &str) -> Verdict {
        let replied = |leg: &&Leg| leg.handled_at.is_some() && self.takes_work(leg.unit);
        let lead = self.ticket.lead().filter(replied);
        let rework = lead.map(|lead| self.give_rework(lead.leg)).transpose()?;
        self.with_reason(TicketEvent::Reopened { rework }, reason)
    }

    fn takes_work(&self, unit: UnitId) -> bool {
        let unit = self.rules.register.get(Species::Unit, self.standing(unit));
        unit.is_some_and(|unit| unit.retired_at.is_none_or(|from| from > self.at))
    }
}
