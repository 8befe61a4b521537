//! The counts that rows of the file store; the others are asked of a moment, or of what several share.

use std::sync::LazyLock;

use gongdan_domain::{CloseOutcome, Count, Satisfaction};

/// What a count is of a number that it shares with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Whether it lies between two numbers.
    Between(i64, i64),
    /// The number less one: 0 and 1 are nothing.
    LessOne,
}

/// The working minutes of a working day.
const DAY: i64 = 1_440;

/// The number that a count shares with others, by its name in every statement, and what it is of it: the outcome of
/// a closing, the level of a rating, how long a reply took (and one).
pub(crate) fn shared(count: Count) -> Option<(&'static str, Part)> {
    let is = |word: i64| Part::Between(word, word);
    let outcome = |outcome: CloseOutcome| Some(("outcome", is(outcome.code())));
    let rating = |level: Satisfaction| Some(("rating", is(level.code())));
    let manner = |level: Satisfaction| Some(("manner", is(level.code())));
    let within = |days: i64| Some(("took", Part::Between(1, days * DAY + 1)));
    match count {
        Count::ClosedSolved => outcome(CloseOutcome::Solved),
        Count::ClosedExplained => outcome(CloseOutcome::Explained),
        Count::ClosedUnreachable => outcome(CloseOutcome::Unreachable),
        Count::ClosedNotAccepted => outcome(CloseOutcome::NotAccepted),
        Count::ClosedDuplicate => outcome(CloseOutcome::Duplicate),
        Count::ClosedWithdrawn => outcome(CloseOutcome::Withdrawn),
        Count::ClosedTerminated => outcome(CloseOutcome::Terminated),
        Count::ClosedUnstated => outcome(CloseOutcome::Unstated),
        Count::ClosedAnsweredOnline => outcome(CloseOutcome::AnsweredOnline),
        Count::Rated => Some(("rating", Part::Between(1, i64::MAX))),
        Count::RatedVerySatisfied => rating(Satisfaction::VerySatisfied),
        Count::RatedSatisfied => rating(Satisfaction::Satisfied),
        Count::RatedBasicallySatisfied => rating(Satisfaction::BasicallySatisfied),
        Count::RatedDissatisfied => rating(Satisfaction::Dissatisfied),
        Count::RatedVeryDissatisfied => rating(Satisfaction::VeryDissatisfied),
        Count::MannerRated => Some(("manner", Part::Between(1, i64::MAX))),
        Count::MannerVerySatisfied => manner(Satisfaction::VerySatisfied),
        Count::MannerSatisfied => manner(Satisfaction::Satisfied),
        Count::MannerBasicallySatisfied => manner(Satisfaction::BasicallySatisfied),
        Count::MannerDissatisfied => manner(Satisfaction::Dissatisfied),
        Count::MannerVeryDissatisfied => manner(Satisfaction::VeryDissatisfied),
        Count::OwnRated => Some(("own_rating", Part::Between(1, i64::MAX))),
        Count::EitherRated => Some(("either", Part::Between(1, i64::MAX))),
        Count::EitherSatisfied => Some(("either", Part::Between(2, 2))),
        Count::Inspected => Some(("inspection_most", Part::Between(1, i64::MAX))),
        Count::Timed => Some(("took", Part::Between(1, i64::MAX))),
        Count::HandlingMinutes => Some(("took", Part::LessOne)),
        Count::Within1 => within(1),
        Count::Within2 => within(2),
        Count::Within3 => within(3),
        Count::Within5 => within(5),
        Count::Within7 => within(7),
        Count::Within10 => within(10),
        Count::Within15 => within(15),
        _ => None,
    }
}

/// Whether no row stores a count, but the number that it shares with others.
fn is_shared(count: Count) -> bool {
    let stored = [Count::Rated, Count::Timed, Count::HandlingMinutes];
    shared(count).is_some() && !stored.contains(&count)
}

/// Those of some counts that stand in a row: every command asks for them.
fn stored(counts: &[Count], asked: &[Count]) -> Vec<Count> {
    let stored = |count: &Count| !asked.contains(count) && !is_shared(*count);
    counts.iter().copied().filter(stored).collect()
}

/// The counts that a ticket's row stores.
pub(crate) fn stored_ticket_counts() -> impl Iterator<Item = Count> {
    static STORED: LazyLock<Vec<Count>> = LazyLock::new(|| stored(Count::TICKETS, ASKED));
    const ASKED: &[Count] = &[
        Count::Accepted,
        Count::PendingInTime,
        Count::OpenLate,
        Count::TotalLate,
        Count::TotalOpenLate,
        Count::SupervisionsOpenLate,
    ];
    STORED.iter().copied()
}

/// Those of some counts that have a column of their own: the others are flags.
fn numbers(counts: impl Iterator<Item = Count>) -> Vec<Count> {
    counts.filter(|count| count.is_times()).collect()
}

/// The counts that a ticket's row stores in columns of their own.
pub(crate) fn ticket_numbers() -> impl Iterator<Item = Count> {
    static NUMBERS: LazyLock<Vec<Count>> = LazyLock::new(|| numbers(stored_ticket_counts()));
    NUMBERS.iter().copied()
}

/// The counts that an assignment's row stores in columns of their own.
pub(crate) fn assignment_numbers() -> impl Iterator<Item = Count> {
    static NUMBERS: LazyLock<Vec<Count>> = LazyLock::new(|| numbers(stored_assignment_counts()));
    NUMBERS.iter().copied()
}

/// The counts that an assignment's row stores.
pub(crate) fn stored_assignment_counts() -> impl Iterator<Item = Count> {
    static STORED: LazyLock<Vec<Count>> = LazyLock::new(|| stored(Count::ASSIGNMENTS, ASKED));
    const ASKED: &[Count] = &[
        Count::Given,
        Count::GivenAny,
        Count::Transferred,
        Count::Known,
        Count::Effective,
        Count::Signed,
        Count::Reviewed,
        Count::Unsigned,
        Count::ReturnedLate,
        Count::PendingInTime,
        Count::OpenLate,
        Count::SignOffMissing,
        Count::NotSignedInTime,
        Count::ReworkOpenLate,
        Count::ReportOpenLate,
        Count::LateNow,
    ];
    STORED.iter().copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::words::flags::{Flag, LEG_FLAGS, TICKET_FLAGS};

    fn holds<Says>(flags: &[Flag<Says>], stored: impl Iterator<Item = Count>) {
        let counted = flags.iter().filter(|flag| matches!(flag, Flag::Of(_))).map(Flag::name);
        let wanted = stored.filter(|count| !count.is_times()).map(Count::word);
        assert_eq!(counted.collect::<BTreeSet<_>>(), wanted.collect());
        let names: BTreeSet<&str> = flags.iter().map(Flag::name).collect();
        assert_eq!(names.len(), flags.len(), "a name stands twice");
    }

    #[test]
    fn every_stored_count_that_is_yes_or_no_is_a_flag_and_no_other_is() {
        holds(TICKET_FLAGS, stored_ticket_counts());
        holds(LEG_FLAGS, stored_assignment_counts());
    }
}
