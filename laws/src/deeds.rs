//! What is done to a ticket next, by whom, and when they say it was.

use gongdan::{
    CallbackOutcome, Card, CloseOutcome, Command, Fact, FileKind, Kind, Moment, Part, Satisfaction,
    Stage, Stamp, SupervisionKind, TextField, Urgency, Verb,
};
use gongdan_domain::{Callback, Leg, Supervision, Ticket, UnitId};
use gongdan_tests::Dice;

use crate::office::SHEET;
use crate::taking_in::{area, category};
use crate::wild::{MINUTE, Wild};

/// Who asks.
#[derive(Clone)]
enum Asker {
    Centre,
    Unit(UnitId),
    Supervisor,
}

/// A command on a known ticket with its stamp.
pub(crate) fn next(wild: &mut Wild, nth: usize) -> (Stamp, Command) {
    let verb = verb(wild, nth);
    let (asker, command) = told(wild, nth, verb);
    let at = moment(wild, nth, verb);
    let stamp = match asker {
        Asker::Centre => Stamp::centre("坐席07", at),
        Asker::Supervisor => Stamp::supervisor("督查员", at),
        Asker::Unit(unit) => Stamp::unit(wild.office.name_of(unit), "经办人", at),
    };
    (stamp, command)
}

/// What may be asked of the ticket as it stands: what waits is decided half of the time.
fn verb(wild: &mut Wild, nth: usize) -> Verb {
    let ticket = &wild.known[nth];
    let dice = &mut wild.dice;
    let waits = |of: fn(&Leg) -> bool| ticket.legs.iter().any(|leg| leg.is_current() && of(leg));
    if waits(|leg| leg.return_pending) && dice.chance(45) {
        return *dice.one_of(&[
            Verb::GrantReturn,
            Verb::GrantReturn,
            Verb::DenyReturn,
            Verb::DenyReturn,
            Verb::Designate,
            Verb::MarkDifficult,
        ]);
    }
    if waits(|leg| leg.extension_pending.is_some()) && dice.chance(45) {
        return *dice.one_of(&[Verb::GrantExtension, Verb::GrantExtension, Verb::DenyExtension]);
    }
    if ticket.legs.iter().any(|leg| leg.forwarded.is_some()) && dice.chance(20) {
        return Verb::Unforward;
    }
    if ticket.under_review && dice.chance(45) {
        return Verb::PassReply;
    }
    if ticket.repeat_of.is_some() && dice.chance(10) {
        return Verb::Unrepeat;
    }
    if ticket.related_to.is_some() && dice.chance(8) {
        return Verb::Unrelate;
    }
    if ticket.supervisions.iter().any(Supervision::waits) && dice.chance(12) {
        return *dice.one_of(&[Verb::Answer, Verb::Answer, Verb::Remind, Verb::Unsupervise]);
    }
    if ticket.attachments.iter().any(|file| file.detached_at.is_none()) && dice.chance(10) {
        return Verb::Detach;
    }
    if ticket.legs.iter().any(|leg| leg.exempt || leg.exemption_asked) && dice.chance(10) {
        return Verb::Unexempt;
    }
    if ticket.suspended_at.is_some() && dice.chance(45) {
        return Verb::Resume;
    }
    match dice.chance(if ticket.is_ended() { 75 } else { 12 }) {
        true => *dice.one_of(ANY_TIME),
        false => *dice.one_of(usual(ticket.stage)),
    }
}

const ANY_TIME: &[Verb] = &[
    Verb::Merge,
    Verb::Repeat,
    Verb::Unrepeat,
    Verb::Relate,
    Verb::Relate,
    Verb::Reclassify,
    Verb::Reclassify,
    Verb::Amend,
    Verb::Note,
    Verb::Confidential,
    Verb::Urge,
    Verb::Urge,
    Verb::Supervise,
    Verb::Supervise,
    Verb::Answer,
    Verb::Answer,
    Verb::Remind,
    Verb::Card,
    Verb::Attach,
    Verb::Detach,
    Verb::AskExempt,
    Verb::Exempt,
    Verb::Exempt,
    Verb::Unexempt,
    Verb::Feature,
    Verb::Rate,
    Verb::Rate,
    Verb::Inspect,
    Verb::Inspect,
    Verb::Reschedule,
    Verb::Reveal,
    Verb::Erase,
    Verb::Correct,
    Verb::Correct,
    Verb::Correct,
    Verb::Correct,
];

/// What a stage sees most, the usual ones more than once.
fn usual(stage: Stage) -> &'static [Verb] {
    use Verb as V;
    match stage {
        Stage::Accepted => ACCEPTED,
        Stage::Difficult => {
            &[V::Transfer, V::Transfer, V::Designate, V::Designate, V::Terminate, V::Consult]
        }
        Stage::Transferred => TRANSFERRED,
        Stage::SignedOff => SIGNED_OFF,
        Stage::Handled => HANDLED,
        Stage::Rework => REWORK,
        Stage::Closed => &[V::Reopen],
        Stage::Merged => &[V::Unmerge],
        Stage::Rejected => &[V::Note],
    }
}

#[rustfmt::skip]
const ACCEPTED: &[Verb] = &[
    Verb::Transfer, Verb::Transfer, Verb::Transfer, Verb::Transfer, Verb::Transfer, Verb::Transfer,
    Verb::Transfer, Verb::Transfer, Verb::Transfer, Verb::Transfer, Verb::Transfer, Verb::Transfer,
    Verb::ResolveOnline, Verb::Designate, Verb::Reject, Verb::MarkDifficult, Verb::Backfill, Verb::Backfill,
    Verb::Relate,
];

#[rustfmt::skip]
const TRANSFERRED: &[Verb] = &[
    Verb::SignOff, Verb::SignOff, Verb::SignOff, Verb::SignOff, Verb::SignOff, Verb::SignOff,
    Verb::SignOff, Verb::SignOff, Verb::SignOff, Verb::SignOff, Verb::SignOff, Verb::SignOff,
    Verb::RequestReturn, Verb::RequestReturn, Verb::RequestReturn, Verb::Report, Verb::Recall,
    Verb::Merge, Verb::Terminate, Verb::Excuse, Verb::Note, Verb::Note, Verb::Redispatch, Verb::Withdraw,
    Verb::Consult,
];

#[rustfmt::skip]
const SIGNED_OFF: &[Verb] = &[
    Verb::Handle, Verb::Handle, Verb::Handle, Verb::Handle, Verb::Handle, Verb::Handle,
    Verb::Report, Verb::Report, Verb::Report, Verb::SignOff, Verb::SignOff, Verb::Excuse,
    Verb::RequestReturn, Verb::RequestReturn, Verb::RequestExtension, Verb::RequestExtension,
    Verb::RequestExtension, Verb::Suspend, Verb::Merge, Verb::Terminate, Verb::Note, Verb::Urge,
    Verb::Redispatch, Verb::Withdraw, Verb::Forward, Verb::Forward,
];

#[rustfmt::skip]
const REWORK: &[Verb] = &[
    Verb::Handle, Verb::Handle, Verb::Handle, Verb::Handle, Verb::Handle, Verb::Handle, Verb::Handle,
    Verb::Handle, Verb::Suspend, Verb::Suspend, Verb::Merge, Verb::Merge, Verb::Redispatch, Verb::Withdraw,
];

#[rustfmt::skip]
const HANDLED: &[Verb] = &[
    Verb::PassReply, Verb::PassReply, Verb::PassReply,
    Verb::Callback, Verb::Callback, Verb::Callback, Verb::Callback, Verb::Callback, Verb::Callback,
    Verb::Callback, Verb::Callback, Verb::Rate, Verb::Close, Verb::Close, Verb::Close, Verb::Close, Verb::Close,
    Verb::Close, Verb::Rework, Verb::Rework, Verb::Rework, Verb::SendBack, Verb::SendBack,
    Verb::Merge,
];

/// When they say it was: now, a little before the newest fact, or some time since then.
fn moment(wild: &mut Wild, nth: usize, verb: Verb) -> Moment {
    let (newest, now) = (wild.known[nth].newest_fact, wild.now);
    let since = (now.ms() - newest.ms()).max(1) as usize;
    if verb == Verb::Backfill {
        return now.max(newest);
    }
    match wild.dice.below(20) {
        0..=2 => newest.plus_ms(-(wild.dice.below(4 * 60_000) as i64)),
        3 => newest,
        4..=6 => newest.plus_ms(wild.dice.below(since.min(2 * 1_440 * 60_000)) as i64),
        7 if !verb.depends_on_order() => now.plus_ms(-30 * 1_440 * MINUTE),
        _ => now.max(newest),
    }
}

fn text(dice: &mut Dice) -> String {
    format!("已安排人员现场核实({})", dice.below(1_000))
}

/// The whole command: who may ask it, and with what.
fn told(wild: &mut Wild, nth: usize, verb: Verb) -> (Asker, Command) {
    let ticket = wild.known[nth].clone();
    let reason = text(&mut wild.dice);
    let unit = wild.dice.one_of(&wild.office.units).clone();
    let dice = &mut wild.dice;
    let lead = ticket.lead().map_or(Asker::Centre, |leg| Asker::Unit(leg.unit));
    match verb {
        Verb::SignOff => (signer(&ticket, dice), Command::SignOff),
        Verb::Report => (helper(&ticket, dice), Command::Report { result: reason }),
        Verb::RequestReturn => (holder(&ticket, dice), Command::RequestReturn { reason }),
        Verb::RequestExtension => {
            let days = 1 + dice.below(4) as u32;
            (lead, Command::RequestExtension { days, reason })
        }
        Verb::Handle => (lead, Command::handle(reason)),
        Verb::Forward => {
            let own = ticket.lead().and_then(|leg| wild.office.section_of(leg.unit));
            let days = 1 + dice.below(3) as u32;
            (lead, Command::Forward { section: own.unwrap_or(unit), days })
        }
        Verb::Unforward => (lead, Command::Unforward),
        Verb::AskExempt => (former(&ticket, dice), Command::AskExempt { reason }),
        Verb::Exempt | Verb::Unexempt => {
            let asker = if dice.chance(50) { Asker::Centre } else { Asker::Supervisor };
            let unit = match former(&ticket, dice) {
                Asker::Unit(unit) => wild.office.name_of(unit),
                _ => unit,
            };
            let command = match verb {
                Verb::Exempt => Command::Exempt { unit, reason },
                _ => Command::Unexempt { unit, reason },
            };
            (asker, command)
        }
        Verb::Supervise => {
            let unit = dice.chance(70).then_some(unit);
            (Asker::Supervisor, demand(dice, unit, reason, wild.now))
        }
        Verb::Inspect => {
            let asker = if dice.chance(50) { Asker::Centre } else { Asker::Supervisor };
            (asker, Command::Inspect { scores: scores(dice), text: Some(reason) })
        }
        Verb::Card => {
            let card = *dice.one_of(Card::ALL);
            (Asker::Supervisor, Command::Card { card, unit, reason })
        }
        Verb::Excuse => {
            let who = helper(&ticket, dice);
            let unit = match who {
                Asker::Unit(unit) => wild.office.name_of(unit),
                _ => unit,
            };
            (Asker::Centre, Command::Excuse { unit })
        }
        Verb::Merge | Verb::Repeat | Verb::Relate => {
            let main = wild.known[wild.dice.below(wild.known.len())].id;
            let command = match verb {
                Verb::Merge => Command::Merge { main },
                Verb::Repeat => Command::Repeat { main },
                _ => Command::Relate { main },
            };
            (Asker::Centre, command)
        }
        _ => (Asker::Centre, of_the_centre(wild, &ticket, verb, reason, unit)),
    }
}

fn of_the_centre(
    wild: &mut Wild,
    ticket: &Ticket,
    verb: Verb,
    reason: String,
    unit: String,
) -> Command {
    let dice = &mut wild.dice;
    let remark = Some(reason.clone());
    match verb {
        Verb::ResolveOnline => Command::ResolveOnline { answer: None },
        Verb::Reject => Command::Reject { reason },
        Verb::Unmerge => Command::Unmerge,
        Verb::Transfer => {
            let mut assisting = Vec::new();
            while dice.chance(35) {
                assisting.push(dice.one_of(&wild.office.units).clone());
            }
            Command::Transfer { lead: unit, assisting, remark }
        }
        Verb::Recall => Command::Recall,
        Verb::Unrepeat => Command::Unrepeat,
        Verb::Unrelate => Command::Unrelate,
        Verb::Redispatch => Command::Redispatch { to: unit, remark: reason },
        Verb::Withdraw => Command::Withdraw { reason },
        Verb::GrantReturn => Command::GrantReturn { to: dice.chance(50).then_some(unit), remark },
        Verb::DenyReturn => Command::DenyReturn { reason, forbid: dice.chance(10) },
        Verb::Designate => Command::Designate { unit, remark },
        Verb::MarkDifficult => Command::MarkDifficult { reason },
        Verb::GrantExtension => Command::GrantExtension,
        Verb::DenyExtension => Command::DenyExtension { reason },
        Verb::Suspend => Command::Suspend { reason },
        Verb::Resume => Command::Resume,
        Verb::SendBack => Command::SendBack { reason },
        Verb::PassReply => Command::PassReply,
        Verb::Callback => attempt(dice),
        Verb::Rate => Command::Rate { satisfaction: *dice.one_of(Satisfaction::ALL), text: remark },
        Verb::Rework => Command::Rework { reason },
        Verb::Close => Command::close(outcome(ticket, dice)),
        Verb::Terminate => Command::Terminate { reason },
        Verb::Reopen => Command::Reopen { reason },
        Verb::Reclassify => Command::Reclassify { category: category(dice, &wild.office) },
        Verb::Amend => amend(dice, reason),
        Verb::Confidential => Command::Confidential { confidential: !ticket.confidential },
        Verb::Urge => Command::Urge { text: remark },
        Verb::Answer => Command::Answer { no: demanded(ticket), result: reason },
        Verb::Remind => Command::Remind { no: demanded(ticket), text: remark },
        Verb::Unsupervise => Command::Unsupervise { no: demanded(ticket), reason },
        Verb::Consult => Command::Consult { attendees: reason.clone(), decision: reason },
        Verb::Attach => Command::Attach {
            name: "现场.jpg".into(),
            file_kind: *dice.one_of(FileKind::ALL),
            size: 1 + dice.below(9_000) as u32,
            sha256: "0123456789abcdef".repeat(4),
            file_place: None,
        },
        Verb::Detach => Command::Detach { no: 1 + dice.below(2) as u32 },
        Verb::Feature => Command::feature(dice.chance(70)),
        Verb::Reschedule => Command::Reschedule { reason },
        Verb::Reveal => Command::Reveal { reason },
        Verb::Correct => correction(ticket, dice, reason),
        Verb::Backfill => past(ticket, dice, unit, wild.now),
        Verb::Erase => {
            let fields = match dice.chance(50) {
                true => Vec::new(),
                false => vec![TextField::CallerPhone],
            };
            Command::Erase { fields, reason }
        }
        _ => Command::Note { text: reason },
    }
}

/// A score for each point of the sheet; sometimes one more than there is.
fn scores(dice: &mut Dice) -> Vec<String> {
    SHEET.map(|(point, most)| format!("{point}={}", dice.below(most as usize + 2))).to_vec()
}

/// The number of a demand that waits, or the first.
fn demanded(ticket: &Ticket) -> u32 {
    ticket.supervisions.iter().find(|demand| demand.waits()).map_or(1, |demand| demand.no)
}

/// Somebody's demand, most of them with a limit.
fn demand(dice: &mut Dice, unit: Option<String>, demand: String, now: Moment) -> Command {
    Command::Supervise {
        unit,
        demand,
        supervision_kind: *dice.one_of(SupervisionKind::ALL),
        instructed_by: dice.chance(30).then(|| "副县长 王某".into()),
        answer_by: dice.chance(75).then(|| now.plus_ms((1 + dice.below(4_000) as i64) * MINUTE)),
    }
}

fn one(dice: &mut Dice, legs: Vec<&Leg>) -> Asker {
    match legs.is_empty() {
        true => Asker::Centre,
        false => Asker::Unit(dice.one_of(&legs).unit),
    }
}

fn signer(ticket: &Ticket, dice: &mut Dice) -> Asker {
    let unsigned = |leg: &&Leg| leg.is_current() && leg.signed_off_at.is_none();
    one(dice, ticket.legs.iter().filter(unsigned).collect())
}

fn helper(ticket: &Ticket, dice: &mut Dice) -> Asker {
    let owes = |leg: &&Leg| leg.part == Part::Assisting && leg.owes();
    one(dice, ticket.legs.iter().filter(owes).collect())
}

fn holder(ticket: &Ticket, dice: &mut Dice) -> Asker {
    let holds = |leg: &&Leg| leg.owes() && (leg.leads() || leg.leg.is_multiple_of(3));
    one(dice, ticket.legs.iter().filter(holds).collect())
}

/// A unit that has the ticket, or had it.
fn former(ticket: &Ticket, dice: &mut Dice) -> Asker {
    one(dice, ticket.legs.iter().collect())
}

fn attempt(dice: &mut Dice) -> Command {
    let outcome = match dice.chance(30) {
        true => CallbackOutcome::NotReached,
        false => *dice.one_of(&CallbackOutcome::CALLS),
    };
    let spoke = matches!(outcome, CallbackOutcome::Reached | CallbackOutcome::Disputed);
    let satisfaction = (spoke && dice.chance(85)).then(|| *dice.one_of(Satisfaction::ALL));
    let attitude = (spoke && dice.chance(40)).then(|| *dice.one_of(Satisfaction::ALL));
    let solved = (spoke && dice.chance(60)).then(|| dice.chance(60));
    Command::Callback { outcome, satisfaction, attitude, solved }
}

/// Not reachable, where the last attempt was in vain; any other.
fn outcome(ticket: &Ticket, dice: &mut Dice) -> CloseOutcome {
    let vain = |last: &Callback| last.outcome == CallbackOutcome::NotReached;
    match ticket.calls().next_back().is_some_and(vain) && dice.chance(50) {
        true => CloseOutcome::Unreachable,
        false => *dice.one_of(CloseOutcome::ALL),
    }
}

/// What an old register says of a ticket: each fact with its moment, without one, or nothing.
fn past(ticket: &Ticket, dice: &mut Dice, unit: String, now: Moment) -> Command {
    let mut at = ticket.accepted_at;
    let step = ((now.ms() - at.ms()) / 5).max(1) as usize;
    let mut then = |dice: &mut Dice| {
        at = at.plus_ms(dice.below(step) as i64);
        dice.chance(75).then_some(at)
    };
    let given = dice.chance(85);
    let (transferred_at, signed_off_at) = (then(dice), then(dice).filter(|_| given));
    let (handled_at, called_back_at, closed_at) = (then(dice), then(dice), then(dice));
    let limit = |dice: &mut Dice| {
        let after = dice.below(3 * step) as i64;
        transferred_at.filter(|_| given && dice.chance(40)).map(|at| at.plus_ms(after))
    };
    let (sign_off_by, handle_by) = (limit(dice), limit(dice));
    let handled = dice.chance(70);
    let called = handled && dice.chance(60);
    let closed = handled && dice.chance(80);
    let satisfaction = called.then(|| *dice.one_of(Satisfaction::ALL));
    let outcomes = [CloseOutcome::Solved, CloseOutcome::Explained, CloseOutcome::Terminated];
    Command::Backfill {
        unit: given.then_some(unit),
        transferred_at: transferred_at.filter(|_| given),
        sign_off_by,
        handle_by,
        policy_limits: dice.chance(50),
        signed_off_at,
        handled: (given && (handled || dice.chance(40))).then_some(handled),
        handled_at: handled_at.filter(|_| given && handled),
        result: handled.then(|| text(dice)),
        callback: None,
        called_back_at: called_back_at.filter(|_| called),
        satisfaction,
        attitude: None,
        solved: called.then(|| dice.chance(50)),
        outcome: (closed && dice.chance(50)).then(|| *dice.one_of(&outcomes)),
        closed_at: closed_at.filter(|_| closed),
        known_on: None,
        source: Some("a1b2c3d4".to_owned()),
        row: Some(dice.below(900) as u32),
    }
}

/// The true moment of a fact: near another one, or on the very millisecond of a limit.
fn correction(ticket: &Ticket, dice: &mut Dice, reason: String) -> Command {
    let fact = *dice.one_of(Fact::ALL);
    let no = dice.chance(40).then(|| 1 + dice.below(2) as u32);
    let mut near = vec![ticket.accepted_at];
    for leg in &ticket.legs {
        let facts = [Some(leg.transferred_at), leg.signed_off_at, leg.handled_at];
        near.extend(facts.into_iter().flatten());
        near.extend([leg.sign_off_by, leg.handle_by]);
    }
    near.extend(ticket.callbacks.iter().map(|callback| callback.at));
    near.extend(ticket.closures.iter().map(|closure| closure.at));
    let base = *dice.one_of(&near);
    let by = match dice.below(4) {
        0 => dice.below(3) as i64 - 1,
        1 => dice.below(10) as i64 * MINUTE,
        2 => -(dice.below(40 * 1_440) as i64 * MINUTE),
        _ => (dice.below(4 * 1_440) as i64 - 2 * 1_440) * MINUTE,
    };
    Command::Correct { fact, no, moment: base.plus_ms(by), reason }
}

fn amend(dice: &mut Dice, matter: String) -> Command {
    Command::Amend {
        kind: dice.chance(60).then(|| *dice.one_of(Kind::ALL)),
        urgency: dice.chance(40).then(|| *dice.one_of(Urgency::ALL)),
        area: area(dice),
        matter: dice.chance(30).then_some(matter),
        appeal: None,
    }
}
