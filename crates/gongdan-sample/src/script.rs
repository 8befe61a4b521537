//! A life as the commands that make it: what to ask of a hotline, by whom and when.

use gongdan_domain::{CloseOutcome, Command, Intake, Moment, Stamp};

use crate::life::{
    Closing, Dispute, Handling, Life, Path, PlannedCallback, PlannedCase, PlannedLeg, Turned,
};

/// A life as commands, in order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// The ticket to take in.
    pub intake: Intake,
    /// Who took it in, and when.
    pub taken_in: Stamp,
    /// What followed.
    pub steps: Vec<Step>,
}

/// One command to the ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Who asks, and when.
    pub stamp: Stamp,
    /// What is asked.
    pub command: Command,
}

const EDITOR: &str = "编辑";

impl Life {
    /// The commands of this life.
    pub fn script(self) -> Script {
        let mut steps = Steps { desk: self.desk, list: Vec::new() };
        match self.path {
            Path::Waiting => {}
            Path::ResolvedOnline { at, answer } => {
                steps.centre(at, Command::ResolveOnline { answer: Some(answer) });
            }
            Path::Transferred(leg) => steps.leg(*leg),
            Path::Difficult(dispute) => steps.dispute(&dispute),
        }
        self.typical.into_iter().for_each(|case| steps.feature(&case));
        let intake = Intake {
            appeal: Some(self.appeal),
            category: self.category.map(str::to_owned),
            kind: self.kind,
            urgency: self.urgency,
            confidential: self.confidential,
            ..Intake::new(self.channel, self.matter).caller(self.caller)
        };
        let taken_in = Stamp::centre(self.desk, self.accepted_at);
        Script { intake, taken_in, steps: steps.list }
    }
}

struct Steps {
    desk: &'static str,
    list: Vec<Step>,
}

impl Steps {
    fn centre(&mut self, at: Moment, command: Command) {
        self.list.push(Step { stamp: Stamp::centre(self.desk, at), command });
    }

    fn unit(&mut self, unit: &str, by: &str, at: Moment, command: Command) {
        self.list.push(Step { stamp: Stamp::unit(unit, by, at), command });
    }

    fn leg(&mut self, leg: PlannedLeg) {
        self.transfer(leg.unit, leg.remark, leg.transferred_at);
        if let Some(sign_off) = leg.signed_off {
            self.unit(leg.unit, sign_off.by, sign_off.at, Command::SignOff);
        }
        for at in leg.urged {
            self.centre(at, Command::Urge { text: None });
        }
        leg.handled.into_iter().for_each(|handling| self.handle(leg.unit, handling));
        leg.callbacks.iter().for_each(|callback| self.call_back(callback));
        if let Some(rework) = leg.rework {
            self.centre(rework.at, Command::Rework { reason: rework.reason.to_owned() });
            rework.handled.into_iter().for_each(|handling| self.handle(leg.unit, handling));
            rework.callback.iter().for_each(|callback| self.call_back(callback));
        }
        leg.closed.iter().for_each(|closing| self.close(closing));
    }

    fn transfer(&mut self, unit: &str, remark: &str, at: Moment) {
        let (lead, remark) = (unit.to_owned(), Some(remark.to_owned()));
        self.centre(at, Command::Transfer { lead, assisting: Vec::new(), remark });
    }

    fn handle(&mut self, unit: &str, handling: Handling) {
        let Handling { at, by, result } = handling;
        self.unit(unit, by, at, Command::Handle { result });
    }

    fn call_back(&mut self, callback: &PlannedCallback) {
        self.centre(callback.at, callback.attempt.command());
    }

    fn close(&mut self, closing: &Closing) {
        let outcome = if closing.solved { CloseOutcome::Solved } else { CloseOutcome::Explained };
        self.centre(closing.at, Command::Close { outcome });
    }

    /// Two units say "not ours"; the centre keeps the ticket.
    fn dispute(&mut self, dispute: &Dispute) {
        let [first, second] = &dispute.turned;
        self.transfer(first.unit, first.remark, first.transferred_at);
        self.turn_down(first);
        let (to, remark) = (Some(second.unit.to_owned()), Some(second.remark.to_owned()));
        self.centre(second.transferred_at, Command::GrantReturn { to, remark });
        self.turn_down(second);
        let reason = dispute.reason.to_owned();
        self.centre(dispute.marked_at, Command::MarkDifficult { reason });
    }

    fn turn_down(&mut self, turned: &Turned) {
        self.unit(turned.unit, turned.by, turned.signed_off_at, Command::SignOff);
        let reason = turned.reason.to_owned();
        self.unit(turned.unit, turned.by, turned.turned_at, Command::RequestReturn { reason });
    }

    fn feature(&mut self, typical: &PlannedCase) {
        let command = Command::Feature {
            featured: true,
            title: Some(typical.title.to_owned()),
            appeal: Some(typical.appeal.to_owned()),
            handling: Some(typical.handling.to_owned()),
        };
        let stamp = Stamp::centre(EDITOR, typical.featured_at);
        self.list.push(Step { stamp, command });
    }
}
