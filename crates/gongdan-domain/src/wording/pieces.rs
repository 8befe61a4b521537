//! Pieces of sentences that both languages have.

use chrono::Timelike;

use crate::life::{Refusal, Verb};
use crate::moment::Moment;
use crate::vocabulary::Stage;

/// What usually comes next in a stage, of all that is allowed: what a clerk wants to be told.
pub(super) fn next_steps(refusal: &Refusal) -> Vec<Verb> {
    let usual: &[Verb] = match refusal.stage {
        Stage::Accepted => &[Verb::Transfer, Verb::ResolveOnline, Verb::Reject, Verb::Merge],
        Stage::Transferred => &[Verb::SignOff, Verb::RequestReturn, Verb::Recall],
        Stage::SignedOff => &[Verb::Handle, Verb::RequestExtension, Verb::Suspend],
        Stage::Handled => &[Verb::Callback, Verb::Close, Verb::SendBack, Verb::Rework],
        Stage::Rework => &[Verb::Handle, Verb::Suspend],
        Stage::Difficult => &[Verb::Transfer, Verb::Designate, Verb::Terminate],
        Stage::Closed => &[Verb::Reopen],
        Stage::Merged => &[Verb::Unmerge],
        Stage::Rejected => &[Verb::Amend],
    };
    let steps = usual.iter().chain(&[Verb::Note]).copied();
    steps.filter(|verb| *verb != refusal.asked && refusal.allowed.contains(verb)).collect()
}

/// A moment to the minute, or to the second where the minute would mislead.
pub(super) fn minute(moment: Moment) -> String {
    let shape = match moment.local().second() {
        0 | 59 => "%Y-%m-%d %H:%M",
        _ => "%Y-%m-%d %H:%M:%S",
    };
    moment.local().format(shape).to_string()
}

/// One end of a range: a number as it is, milliseconds since 1970 as the moment they mean.
pub(super) fn range_end(value: i64) -> String {
    const NO_COUNT_IS_SO_LARGE: u64 = 10_000_000_000;
    match Moment::from_ms("range", value) {
        Ok(moment) if value.unsigned_abs() >= NO_COUNT_IS_SO_LARGE => minute(moment),
        _ => value.to_string(),
    }
}
