//! The arguments that the commands on a ticket take, besides who and when.

use clap::Args;
use gongdan::{CallbackOutcome, Card, CloseOutcome, Command, Kind, Result, Satisfaction, Urgency};

use crate::args::{listed, word};

/// No further arguments.
#[derive(Args, Debug)]
pub(crate) struct Nothing {}

/// A reason.
#[derive(Args, Debug)]
pub(crate) struct Reason {
    /// Why (理由)
    #[arg(long, default_value = "")]
    pub(crate) reason: String,
}

/// The desk's answer.
#[derive(Args, Debug)]
pub(crate) struct Answer {
    /// What the citizen was told (答复内容)
    #[arg(long)]
    pub(crate) answer: Option<String>,
}

/// Another ticket.
#[derive(Args, Debug)]
pub(crate) struct Main {
    /// The main ticket's printed number, or its id
    #[arg(long, value_name = "NUMBER")]
    pub(crate) main: String,
}

/// To whom a ticket goes.
#[derive(Args, Debug)]
pub(crate) struct To {
    /// The lead unit (主办单位)
    #[arg(long, value_name = "UNIT")]
    pub(crate) to: String,
    /// An assisting unit (协办单位); may be given several times
    #[arg(long, value_name = "UNIT")]
    pub(crate) assist: Vec<String>,
    /// The centre's remark (转办意见); a second transfer needs one
    #[arg(long)]
    pub(crate) remark: Option<String>,
}

/// The next unit after a granted return.
#[derive(Args, Debug)]
pub(crate) struct Next {
    /// The next lead unit; the ticket stays at the centre if left out
    #[arg(long, value_name = "UNIT")]
    pub(crate) to: Option<String>,
    /// The centre's remark to it (转办意见)
    #[arg(long)]
    pub(crate) remark: Option<String>,
}

/// A denied return.
#[derive(Args, Debug)]
pub(crate) struct Denial {
    /// Why (理由)
    #[arg(long, default_value = "")]
    pub(crate) reason: String,
    /// The unit may not ask again
    #[arg(long)]
    pub(crate) forbid: bool,
}

/// A designated unit.
#[derive(Args, Debug)]
pub(crate) struct Designated {
    /// The unit, which may not return it
    #[arg(long, value_name = "UNIT")]
    pub(crate) to: String,
    /// The centre's remark (转办意见)
    #[arg(long)]
    pub(crate) remark: Option<String>,
}

/// More working days.
#[derive(Args, Debug)]
pub(crate) struct More {
    /// How many working days more
    #[arg(long)]
    pub(crate) days: u32,
    /// Why (理由)
    #[arg(long, default_value = "")]
    pub(crate) reason: String,
}

/// A reply or report.
#[derive(Args, Debug)]
pub(crate) struct Reply {
    /// What was found or done (办理情况)
    #[arg(long, default_value = "")]
    pub(crate) result: String,
}

/// An assisting unit.
#[derive(Args, Debug)]
pub(crate) struct Excused {
    /// The assisting unit (协办单位)
    #[arg(long)]
    pub(crate) unit: String,
}

/// An attempt to call the citizen back.
#[derive(Args, Debug)]
pub(crate) struct Call {
    #[arg(long, default_value = CallbackOutcome::Reached.word(), help = listed("How it went", CallbackOutcome::ALL.iter().map(|each| (each.word(), each.term()))))]
    outcome: String,
    #[arg(long, help = listed("The citizen's answer about the result", Satisfaction::ALL.iter().map(|each| (each.word(), each.term()))))]
    satisfaction: Option<String>,
    /// The citizen's answer about the manner; the same words
    #[arg(long)]
    attitude: Option<String>,
    /// Whether the matter is solved
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no)]
    solved: Option<bool>,
}

fn yes_or_no(text: &str) -> std::result::Result<bool, String> {
    match text {
        "yes" | "true" | "是" => Ok(true),
        "no" | "false" | "否" => Ok(false),
        _ => Err("yes or no".to_owned()),
    }
}

impl Call {
    /// The attempt.
    pub(crate) fn attempt(self) -> Result<Command> {
        let answer = |given: Option<String>| {
            given.map(|given| Satisfaction::parse(&word(&given))).transpose()
        };
        Ok(Command::Callback {
            outcome: CallbackOutcome::parse(&word(&self.outcome))?,
            satisfaction: answer(self.satisfaction)?,
            attitude: answer(self.attitude)?,
            solved: self.solved,
        })
    }
}

/// With what outcome a ticket is closed.
#[derive(Args, Debug)]
pub(crate) struct Closing {
    #[arg(long, help = listed("With what outcome", CloseOutcome::ALL.iter().map(|each| (each.word(), each.term()))))]
    outcome: String,
}

impl Closing {
    /// The outcome.
    pub(crate) fn outcome(&self) -> Result<CloseOutcome> {
        Ok(CloseOutcome::parse(&word(&self.outcome))?)
    }
}

/// Another category.
#[derive(Args, Debug)]
pub(crate) struct Category {
    /// The category (问题分类); left out, it is taken away
    #[arg(long)]
    pub(crate) category: Option<String>,
}

/// What is corrected.
#[derive(Args, Debug)]
pub(crate) struct Corrections {
    #[arg(long, help = listed("The kind from now on", Kind::ALL.iter().map(|kind| (kind.word(), kind.term()))))]
    kind: Option<String>,
    #[arg(long, help = listed("The urgency from now on", Urgency::ALL.iter().map(|urgency| (urgency.word(), urgency.term()))))]
    urgency: Option<String>,
    /// The area from now on (区域)
    #[arg(long)]
    area: Option<String>,
    /// The matter from now on (诉求标题)
    #[arg(long)]
    matter: Option<String>,
    /// The appeal from now on (诉求内容)
    #[arg(long)]
    appeal: Option<String>,
}

impl Corrections {
    /// The command.
    pub(crate) fn command(self) -> Result<Command> {
        let kind = self.kind.as_deref().map(|kind| Kind::parse(&word(kind))).transpose()?;
        let urgency = self.urgency.as_deref().map(|urgency| Urgency::parse(&word(urgency)));
        let (urgency, area) = (urgency.transpose()?, self.area);
        Ok(Command::Amend { kind, urgency, area, matter: self.matter, appeal: self.appeal })
    }
}

/// A note.
#[derive(Args, Debug)]
pub(crate) struct Noted {
    /// The note (备注)
    #[arg(long, default_value = "")]
    pub(crate) text: String,
}

/// What is said to the unit.
#[derive(Args, Debug)]
pub(crate) struct Urged {
    /// What is said to the unit
    #[arg(long)]
    pub(crate) text: Option<String>,
}

/// Whether it is set or taken back.
#[derive(Args, Debug)]
pub(crate) struct OnOrOff {
    /// Take it back
    #[arg(long)]
    pub(crate) off: bool,
}

/// A demand.
#[derive(Args, Debug)]
pub(crate) struct Demand {
    /// The unit it is demanded of; the centre itself if left out
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// What is demanded (督办要求)
    #[arg(long, default_value = "")]
    pub(crate) demand: String,
}

/// The answer to a demand.
#[derive(Args, Debug)]
pub(crate) struct Answered {
    /// The number of the demand on the ticket, from 1
    #[arg(long)]
    pub(crate) no: u32,
    /// The answer (督办答复)
    #[arg(long, default_value = "")]
    pub(crate) result: String,
}

/// A card.
#[derive(Args, Debug)]
pub(crate) struct Shown {
    #[arg(long, help = listed("Which", Card::ALL.iter().map(|card| (card.word(), card.term()))))]
    card: String,
    /// The unit it is shown to
    #[arg(long)]
    unit: String,
    /// Why (理由)
    #[arg(long, default_value = "")]
    reason: String,
}

impl Shown {
    /// The command.
    pub(crate) fn command(self) -> Result<Command> {
        let card = Card::parse(&word(&self.card))?;
        Ok(Command::Card { card, unit: self.unit, reason: self.reason })
    }
}

/// A typical case.
#[derive(Args, Debug)]
pub(crate) struct Featured {
    /// Take it out again
    #[arg(long)]
    off: bool,
    /// Its title (案例标题)
    #[arg(long)]
    title: Option<String>,
    /// The appeal, edited for print
    #[arg(long)]
    appeal: Option<String>,
    /// The handling, edited for print (办理结果)
    #[arg(long)]
    handling: Option<String>,
}

impl Featured {
    /// The command.
    pub(crate) fn command(self) -> Command {
        let (title, appeal, handling) = (self.title, self.appeal, self.handling);
        Command::Feature { featured: !self.off, title, appeal, handling }
    }
}
