//! Random commands: sensible ones for a stage, and any.

use gongdan::{
    CallbackOutcome, Card, CloseOutcome, Command, Kind, Satisfaction, Stage, TextField, Urgency,
};

use crate::county::County;
use crate::dice::Dice;

/// Who asks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asker {
    Centre,
    Lead,
    Assisting,
    Supervisor,
}

/// A text of the office.
pub(crate) fn text(dice: &mut Dice) -> String {
    let said = ["已安排人员现场核实", "情况属实", "不属于我单位职责", "请按时办理并答复来电人"];
    format!("{}({})", dice.one_of(&said), dice.below(1_000))
}

/// A command that may well be granted in a stage.
pub(crate) fn sensible(dice: &mut Dice, stage: Stage, units: &[String]) -> (Asker, Command) {
    use Asker::{Centre, Lead};
    let reason = text(dice);
    match (stage, dice.below(10)) {
        (Stage::Accepted, 0..=2) => (Centre, Command::ResolveOnline { answer: Some(reason) }),
        (Stage::Accepted, 3) => (Centre, Command::Reject { reason }),
        (Stage::Accepted | Stage::Difficult, _) => (Centre, transfer(dice, units)),
        (Stage::Transferred, 0..=5) => (Lead, Command::SignOff),
        (Stage::Transferred, 6) => (Centre, Command::Recall),
        (Stage::Transferred, _) => at_unit(dice, units),
        (Stage::SignedOff, 0..=4) => (Lead, Command::handle(reason)),
        (Stage::SignedOff, _) => at_unit(dice, units),
        (Stage::Rework, 0..=7) => (Lead, Command::handle(reason)),
        (Stage::Rework, _) => pause(dice),
        (Stage::Handled, 0..=4) => (Centre, attempt(dice)),
        (Stage::Handled, 5..=7) => (Centre, Command::close(outcome(dice))),
        (Stage::Handled, 8) => (Centre, Command::Rework { reason }),
        (Stage::Handled, _) => (Centre, Command::SendBack { reason }),
        (Stage::Closed, 0) => (Centre, Command::Reopen { reason }),
        (Stage::Merged, 0..=4) => (Centre, Command::Unmerge),
        (Stage::Closed | Stage::Rejected | Stage::Merged, _) => anytime(dice, units),
    }
}

/// A command of a ticket that a unit has.
fn at_unit(dice: &mut Dice, units: &[String]) -> (Asker, Command) {
    use Asker::{Assisting, Centre, Lead};
    let reason = text(dice);
    let unit = dice.one_of(units).clone();
    match dice.below(16) {
        0 | 1 => (Lead, Command::RequestReturn { reason }),
        2 => (Centre, Command::GrantReturn { to: None, remark: None }),
        3 => (Centre, Command::GrantReturn { to: Some(unit), remark: Some(reason) }),
        4 => (Centre, Command::DenyReturn { reason, forbid: dice.chance(50) }),
        5 => (Centre, Command::Designate { unit, remark: Some(reason) }),
        6 => (Centre, Command::MarkDifficult { reason }),
        7 | 14 | 15 => (Lead, Command::RequestExtension { days: dice.below(11) as u32, reason }),
        8 => (Centre, Command::GrantExtension),
        9 => (Centre, Command::DenyExtension { reason }),
        10 => pause(dice),
        11 | 12 => (Assisting, Command::Report { result: reason }),
        _ => (Centre, Command::Excuse { unit }),
    }
}

fn pause(dice: &mut Dice) -> (Asker, Command) {
    match dice.chance(50) {
        true => (Asker::Centre, Command::Suspend { reason: text(dice) }),
        false => (Asker::Centre, Command::Resume),
    }
}

/// A command that most stages allow.
pub(crate) fn anytime(dice: &mut Dice, units: &[String]) -> (Asker, Command) {
    use Asker::{Assisting, Centre, Supervisor};
    let reason = text(dice);
    let unit = dice.one_of(units).clone();
    match dice.below(17) {
        14 => (Supervisor, Command::Remind { no: 1, text: Some(reason) }),
        15 => (Supervisor, Command::Unsupervise { no: 1, reason }),
        16 => (Centre, Command::Consult { attendees: reason.clone(), decision: reason }),
        0 | 1 => (Centre, Command::Reclassify { category: category(dice) }),
        2 => (Centre, amend(dice)),
        3 => (Assisting, Command::Note { text: reason }),
        4 => (Centre, Command::Confidential { confidential: dice.chance(70) }),
        5 => (Centre, Command::Urge { text: Some(reason) }),
        6 => (Supervisor, Command::supervise(Some(&unit), reason)),
        7 => (Centre, Command::Answer { no: 1, result: reason }),
        8 => {
            let card = *dice.one_of(Card::ALL);
            (Supervisor, Command::Card { card, unit, reason })
        }
        9 => (Centre, Command::feature(dice.chance(70))),
        10 => (Centre, Command::Reschedule { reason }),
        12 => (Centre, Command::Reveal { reason }),
        13 => (Centre, Command::Erase { fields: vec![TextField::Note], reason }),
        _ => (Centre, Command::Terminate { reason }),
    }
}

fn transfer(dice: &mut Dice, units: &[String]) -> Command {
    let lead = dice.one_of(units).clone();
    let mut assisting = Vec::new();
    while dice.chance(25) {
        assisting.push(dice.one_of(units).clone());
    }
    Command::Transfer { lead, assisting, remark: Some(text(dice)) }
}

fn attempt(dice: &mut Dice) -> Command {
    let outcome = *dice.one_of(&CallbackOutcome::CALLS);
    let spoke = matches!(outcome, CallbackOutcome::Reached | CallbackOutcome::Disputed);
    let satisfaction = (spoke && dice.chance(85)).then(|| *dice.one_of(Satisfaction::ALL));
    let attitude = (spoke && dice.chance(20)).then(|| *dice.one_of(Satisfaction::ALL));
    let solved = (spoke && dice.chance(60)).then(|| dice.chance(70));
    Command::Callback { outcome, satisfaction, attitude, solved }
}

fn outcome(dice: &mut Dice) -> CloseOutcome {
    *dice.one_of(CloseOutcome::ALL)
}

pub(crate) fn category(dice: &mut Dice) -> Option<String> {
    dice.chance(70).then(|| (*dice.one_of(&County::CATEGORIES)).to_owned())
}

fn amend(dice: &mut Dice) -> Command {
    Command::Amend {
        kind: dice.chance(50).then(|| *dice.one_of(Kind::ALL)),
        urgency: dice.chance(30).then(|| *dice.one_of(Urgency::ALL)),
        area: dice.chance(30).then(|| (*dice.one_of(&County::AREAS)).to_owned()),
        matter: dice.chance(30).then(|| text(dice)),
        appeal: None,
    }
}
