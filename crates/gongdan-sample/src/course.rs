//! The course of one leg: receipt, reply, callbacks, a second round perhaps, the end.

use gongdan_domain::{CallbackOutcome, Moment, Satisfaction};

use crate::dice::Dice;
use crate::life::{
    Attempt, Closing, Handling, PlannedCallback, PlannedLeg, PlannedRework, SignOff,
};
use crate::matters;
use crate::office::Office;
use crate::rows::UnitRow;

/// How a leg ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Handled in time; the citizen is satisfied; closed.
    InTime,
    /// Handled in time; the citizen is not satisfied; explained and closed all the same.
    Explained,
    /// Handled in time; the citizen is not satisfied; sent back, and still at the unit.
    Rework,
    /// Handled after the limit; the citizen is satisfied; closed.
    Late,
    /// Signed off, no reply yet, the limit still running.
    Pending,
    /// Signed off, no reply though the limit is past.
    OpenLate,
    /// As [`Fate::Rework`], and handled again; then the citizen is satisfied; closed.
    Reworked,
}

impl Fate {
    /// The columns of `assignment.csv`, in order.
    pub(crate) const GOLDEN: [Self; 6] =
        [Self::InTime, Self::Explained, Self::Rework, Self::Late, Self::Pending, Self::OpenLate];

    fn is_handled(self) -> bool {
        !matches!(self, Self::Pending | Self::OpenLate)
    }

    fn is_satisfied(self) -> bool {
        matches!(self, Self::InTime | Self::Late)
    }
}

/// What is settled when a ticket is handed to a unit, and what its end will be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Transfer<'a> {
    pub(crate) office: &'a Office,
    pub(crate) unit: &'static UnitRow,
    pub(crate) at: Moment,
    /// Working days to reply.
    pub(crate) limit_days: i64,
    pub(crate) fate: Fate,
    /// No reply before this office position.
    pub(crate) reply_from: i64,
    /// Every first reply before this office position.
    pub(crate) reply_before: i64,
    /// Whether the unit signs after its limit of one working day.
    pub(crate) sign_off_late: bool,
}

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const MINUTE_MS: i64 = 60_000;
const REWORK_DAYS: i64 = 5;
const NOT_REACHED: Attempt = Attempt {
    outcome: CallbackOutcome::NotReached,
    satisfaction: None,
    attitude: None,
    solved: None,
};

/// Lives a leg through; what would happen after the office's last day is left out.
pub(crate) fn run(dice: &mut Dice, transfer: &Transfer<'_>, result: String) -> PlannedLeg {
    let signed = sign_off_position(dice, transfer);
    let mut leg = PlannedLeg {
        unit: transfer.unit.name,
        transferred_at: transfer.at,
        remark: matters::remark(dice, "transfer"),
        signed_off: transfer.office.moment(signed).map(|at| SignOff { at, by: clerk(transfer) }),
        urged: Vec::new(),
        handled: None,
        callbacks: Vec::new(),
        rework: None,
        closed: None,
    };
    if transfer.fate == Fate::OpenLate {
        leg.urged = urges(dice, transfer);
    }
    if transfer.fate.is_handled() {
        let replied = transfer.office.moment(reply_position(dice, transfer, signed));
        leg.handled = replied.map(|at| Handling { at, by: clerk(transfer), result });
    }
    if let Some(handled_at) = leg.handled.as_ref().map(|handling| handling.at) {
        after_reply(dice, transfer, &mut leg, handled_at);
    }
    leg
}

fn clerk(transfer: &Transfer<'_>) -> &'static str {
    &transfer.unit.clerk
}

fn sign_off_position(dice: &mut Dice, transfer: &Transfer<'_>) -> i64 {
    let from = transfer.office.position(transfer.at) + MINUTE;
    let limit = transfer.office.after_limit(transfer.at, 1);
    if transfer.sign_off_late {
        return dice.between(limit, limit + 4 * HOUR);
    }
    dice.early_between(from, limit.min(from + 4 * HOUR))
}

fn reply_position(dice: &mut Dice, transfer: &Transfer<'_>, signed: i64) -> i64 {
    let limit = transfer.office.after_limit(transfer.at, transfer.limit_days);
    let from = (signed + 10 * MINUTE).max(transfer.reply_from);
    if transfer.fate == Fate::Late {
        let from = from.max(limit + 5 * MINUTE);
        let before = limit + 3 * transfer.office.day;
        return dice.early_between(from, before.min(transfer.reply_before));
    }
    dice.early_between(from, limit.min(transfer.reply_before))
}

fn urges(dice: &mut Dice, transfer: &Transfer<'_>) -> Vec<Moment> {
    let limit = transfer.office.after_limit(transfer.at, transfer.limit_days);
    let first = dice.between(limit, limit + transfer.office.day);
    let second = dice.between(first + transfer.office.day, first + 2 * transfer.office.day);
    [first, second].into_iter().filter_map(|position| transfer.office.moment(position)).collect()
}

/// What the centre does with a reply: it asks the citizen, then closes or sends back.
fn after_reply(dice: &mut Dice, transfer: &Transfer<'_>, leg: &mut PlannedLeg, handled_at: Moment) {
    let first_try = callback_time(dice, transfer.office, handled_at);
    if dice.per_mille(120) {
        leg.callbacks.push(PlannedCallback { at: first_try, attempt: NOT_REACHED });
    }
    let asked_at = leg.callbacks.last().map(|callback| callback.at);
    let at = asked_at.map_or(first_try, |at| callback_time(dice, transfer.office, at));
    let answer = answer(dice, at, transfer.fate.is_satisfied());
    leg.callbacks.push(answer);
    match transfer.fate {
        Fate::Rework | Fate::Reworked => send_back(dice, transfer, leg, at),
        _ => leg.closed = Some(closing(dice, &answer)),
    }
}

fn send_back(dice: &mut Dice, transfer: &Transfer<'_>, leg: &mut PlannedLeg, asked_at: Moment) {
    let at = asked_at.plus_ms(dice.between(5, 40) * MINUTE_MS);
    let reason = matters::remark(dice, "rework");
    let mut rework = PlannedRework { at, reason, handled: None, callback: None };
    if transfer.fate == Fate::Reworked {
        let from = transfer.office.position(at) + 2 * HOUR;
        let limit = transfer.office.after_limit(at, REWORK_DAYS);
        let result = matters::remark(dice, "rework_result").to_owned();
        let replied = transfer.office.moment(dice.early_between(from, limit));
        rework.handled = replied.map(|at| Handling { at, by: clerk(transfer), result });
    }
    if let Some(again) = &rework.handled {
        let at = callback_time(dice, transfer.office, again.at);
        let answer = answer(dice, at, true);
        rework.callback = Some(answer);
        leg.closed = Some(closing(dice, &answer));
    }
    leg.rework = Some(rework);
}

/// One or two days later, from 9:00 to 11:30 or 15:00 to 19:30; the centre works every day.
fn callback_time(dice: &mut Dice, office: &Office, after: Moment) -> Moment {
    let (day, _) = office.day_and_second(after);
    let morning = 5 * HOUR / 2;
    let second = dice.between(0, 7 * HOUR);
    let second = if second < morning { 9 * HOUR + second } else { 15 * HOUR + second - morning };
    office.at(day + dice.between(1, 3), second)
}

fn answer(dice: &mut Dice, at: Moment, satisfied: bool) -> PlannedCallback {
    let (satisfaction, attitude) = match dice.below(100) {
        _ if !satisfied => (Satisfaction::Dissatisfied, Satisfaction::BasicallySatisfied),
        0..30 => (Satisfaction::VerySatisfied, Satisfaction::VerySatisfied),
        30..85 => (Satisfaction::Satisfied, Satisfaction::Satisfied),
        _ => (Satisfaction::BasicallySatisfied, Satisfaction::Satisfied),
    };
    let solved = match satisfaction {
        Satisfaction::Dissatisfied => false,
        Satisfaction::BasicallySatisfied => dice.per_mille(600),
        _ => true,
    };
    PlannedCallback { at, attempt: reached(satisfaction, attitude, solved) }
}

/// The citizen answered.
pub(crate) fn reached(result: Satisfaction, manner: Satisfaction, solved: bool) -> Attempt {
    Attempt {
        outcome: CallbackOutcome::Reached,
        satisfaction: Some(result),
        attitude: Some(manner),
        solved: Some(solved),
    }
}

fn closing(dice: &mut Dice, answer: &PlannedCallback) -> Closing {
    let solved = answer.attempt.solved == Some(true);
    Closing { at: answer.at.plus_ms(dice.between(2, 20) * MINUTE_MS), solved }
}
