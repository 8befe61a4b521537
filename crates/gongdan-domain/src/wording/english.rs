//! The same sentences in English, in which `Display` speaks.

use crate::deadline::Limit;
use crate::invalid::{Invalid, Problem};
use crate::life::{Bound, Refusal, RefusalCode, Who};
use crate::vocabulary::Stage;
use crate::working_days::Why;

use super::pieces::{minute, next_steps, range_end};

pub(super) fn refusal(refusal: &Refusal) -> String {
    let bound = refusal.bound.map(bound).unwrap_or_default();
    let asked = refusal.asked.word().replace('_', " ");
    let sentence = format!("cannot {asked}: {}{bound}", cause(refusal));
    match refusal.code {
        RefusalCode::WrongStage => {
            let steps = next_steps(refusal).into_iter().map(|verb| verb.word().replace('_', " "));
            let steps: Vec<_> = steps.collect();
            match steps.is_empty() {
                true => sentence,
                false => format!("{sentence}; allowed: {} …", steps.join(", ")),
            }
        }
        _ => sentence,
    }
}

fn bound(bound: Bound) -> String {
    match bound {
        Bound::Until(until) => format!(" (it ended {})", minute(until)),
        Bound::From(from) => format!(" (not before {})", minute(from)),
        Bound::Times(times) => format!(" (limit: {times})"),
        Bound::Days(days) => format!(" (at most {})", counted(days, "working day")),
        Bound::Leap { given, newest } => {
            let (given, newest) = (minute(given), minute(newest));
            format!(" (given {given}, newest {newest}; say so if it is meant)")
        }
    }
}

fn cause(refusal: &Refusal) -> String {
    let cause = match refusal.code {
        RefusalCode::WrongStage => return format!("it {}", stage(refusal.stage)),
        RefusalCode::WrongRole => {
            return format!("only {} may do that", people(refusal.asked.row().who));
        }
        RefusalCode::WrongUnit => "the unit does not hold the ticket in that part",
        RefusalCode::NotSignedOff => "it is not signed off yet",
        RefusalCode::AlreadySignedOff => "it is signed off already",
        RefusalCode::ReasonMissing => "no reason is given",
        RefusalCode::RemarkMissing => "a further transfer needs a remark",
        RefusalCode::UnitRetired => "the unit is retired",
        RefusalCode::UnitTwice => "the same unit is named twice or holds it already",
        RefusalCode::Confidential => {
            "the caller of a confidential ticket is withheld from the units"
        }
        RefusalCode::Ended => "the ticket has ended, and nobody has to be rung any more",
        RefusalCode::InFull => {
            "what was typed is shown whole to no unit, which may be shown the telephone instead"
        }
        RefusalCode::TimeLeap => "the moment lies too far from all that happened so far",
        RefusalCode::TimeBackwards => "the moment lies before the ticket's last event",
        RefusalCode::ReturnTooLate => "the time for returns is over",
        RefusalCode::ReturnForbidden => "the unit may not return it",
        RefusalCode::TooManyReturns => "the unit has asked for a return too often",
        RefusalCode::ReturnPending => "a request to return it is not decided yet",
        RefusalCode::NoReturnPending => "no request to return it is pending",
        RefusalCode::ExtensionTooLate => "the handling limit has passed",
        RefusalCode::ExtensionTooLong => "the extension is too long or of no days",
        RefusalCode::TooManyExtensions => "no further extension is granted",
        RefusalCode::ExtensionPending => "a request for an extension is not decided yet",
        RefusalCode::NoExtensionPending => "no request for an extension is pending",
        RefusalCode::Suspended => "it is suspended; resume it first",
        RefusalCode::NotSuspended => "it is not suspended",
        RefusalCode::AssistantsMissing => "an assisting unit has neither reported nor been excused",
        RefusalCode::AlreadyReported => "the assisting unit has reported already",
        RefusalCode::TooManyReworks => "no further rework is ordered",
        RefusalCode::NoCallback if refusal.bound.is_some() => {
            "too few attempts to call the citizen back have failed"
        }
        RefusalCode::NoCallback => "the citizen was not called back after the last reply",
        RefusalCode::MergeIntoItself => "it cannot point at itself",
        RefusalCode::MainIsMerged => "the main ticket itself points at another one",
        RefusalCode::UrgedTooSoon => "it was urged a short while ago",
        RefusalCode::NoSuchSupervision => "no such demand is unanswered",
        RefusalCode::NothingChanges => "that would change nothing",
        RefusalCode::NoPromise => "the policy sets no limit for that",
        RefusalCode::NoUnit => "no unit has it",
        RefusalCode::OrderBroken => "that would break the order of the ticket's facts",
        RefusalCode::NoSuchSection => "the unit has no such section",
        RefusalCode::SectionTooLong => "the section's limit would end after the unit's own",
        RefusalCode::NotForwarded => "no section works on it",
        RefusalCode::ReviewPending => "the reply has to be reviewed first",
        RefusalCode::NoReviewPending => "no reply waits for review",
        RefusalCode::RelatedToItself => "a ticket is of its own contact already",
        RefusalCode::NobodyReached => "nobody was reached, so nobody said that it is solved",
        RefusalCode::NoSuchFact => "the ticket has no such fact",
        RefusalCode::NoSuchAttachment => "the ticket has no such attachment, or it was taken off",
        RefusalCode::Contradicts => "it contradicts what is known already",
        RefusalCode::LivedHere => "the ticket was lived here: its past is known",
    };
    cause.to_owned()
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Accepted => "is not transferred yet",
        Stage::Transferred => "is transferred",
        Stage::SignedOff => "is signed off",
        Stage::Handled => "is handled",
        Stage::Rework => "is being reworked",
        Stage::Difficult => "is a difficult ticket",
        Stage::Closed => "is closed",
        Stage::Rejected => "is rejected",
        Stage::Merged => "is merged",
    }
}

fn people(who: Who) -> &'static str {
    match who {
        Who::Centre => "the centre",
        Who::LeadUnit => "the lead unit",
        Who::HoldingUnit => "the lead or an assisting unit",
        Who::AssistingUnit => "an assisting unit",
        Who::CentreOrSupervisor => "the centre or a supervisor",
        Who::CentreOrUnit => "the centre or the unit",
        Who::Anyone => "somebody concerned",
        Who::FormerUnit => "a unit that has or had the ticket",
        Who::CentreOrHoldingUnit => "the centre or a unit that has the ticket",
    }
}

pub(super) fn invalid(invalid: &Invalid, typed: &str) -> String {
    format!("{typed}: {}", problem(&invalid.problem))
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Empty => "must not be empty".to_owned(),
        Problem::TooLong { max } => {
            format!("too long, at most {}", counted(*max as u64, "character"))
        }
        Problem::ControlCharacter => "must not contain control characters".to_owned(),
        Problem::Malformed { expected } => format!("malformed, expected {expected}"),
        Problem::OutOfRange { from, to } => {
            format!("out of range, allowed are {} to {}", range_end(*from), range_end(*to))
        }
        Problem::Unknown { given, nearest } if nearest.is_empty() => {
            format!("“{given}” is not known")
        }
        Problem::Unknown { given, nearest } => {
            format!("“{given}” is not known; there is {}", nearest.join(", "))
        }
        Problem::Ambiguous { given, paths } => {
            format!("several are called “{given}”; say which: {}", paths.join(", "))
        }
        Problem::Retired { given } => format!("“{given}” is retired"),
        Problem::Duplicate { given } => format!("“{given}” is named twice or stands already"),
        Problem::UnknownYear { year } => {
            format!("no notice of working days is known for {year}; adopt it first")
        }
        Problem::NotDefined { given, defined } => format!(
            "the basis and grouping that were asked do not define {given:?}; they define: {}",
            defined.join(", ")
        ),
        Problem::Rule { rule } => (*rule).to_owned(),
    }
}

pub(super) fn limit(limit: Limit) -> String {
    match limit {
        Limit::WorkingDays(days) => counted(days, "working day"),
        Limit::WorkingMinutes(minutes) => time(minutes, "working "),
        Limit::ClockMinutes(minutes) => time(minutes, ""),
    }
}

fn time(minutes: u32, clock: &str) -> String {
    match minutes % 60 {
        0 => counted(minutes / 60, &format!("{clock}hour")),
        _ => counted(minutes, &format!("{clock}minute")),
    }
}

fn counted(count: impl Into<u64> + Copy, noun: &str) -> String {
    let count = count.into();
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

pub(super) fn why(why: &Why) -> String {
    match why {
        Why::Weekday => "weekday".to_owned(),
        Why::Weekend => "weekend".to_owned(),
        Why::Holiday(festival) => format!("holiday: {festival}"),
        Why::MakeUpDay(festival) => format!("make-up working day: {festival}"),
        Why::WallClock => "wall clock, no calendar".to_owned(),
        Why::Held => "held by the centre".to_owned(),
    }
}
