//! Sums: the identities, and rows that add up to their total.

use gongdan::{Basis, Count, CountOf, Question, Result, Tally};

use super::{Law, Life};

/// A closing has one reason.
const CLOSED: &[Count] = &[
    Count::ClosedSolved,
    Count::ClosedExplained,
    Count::ClosedUnreachable,
    Count::ClosedNotAccepted,
    Count::ClosedDuplicate,
    Count::ClosedWithdrawn,
    Count::ClosedTerminated,
    Count::ClosedAnsweredOnline,
    Count::ClosedUnstated,
];

/// A rating has one level.
const RATED: &[Count] = &[
    Count::RatedVerySatisfied,
    Count::RatedSatisfied,
    Count::RatedBasicallySatisfied,
    Count::RatedDissatisfied,
    Count::RatedVeryDissatisfied,
];

/// So has one of the manner.
const MANNER: &[Count] = &[
    Count::MannerVerySatisfied,
    Count::MannerSatisfied,
    Count::MannerBasicallySatisfied,
    Count::MannerDissatisfied,
    Count::MannerVeryDissatisfied,
];

/// What one count is the sum of, over tickets.
const TICKETS: [(Count, &[Count]); 5] = [
    (Count::Closed, CLOSED),
    (Count::Rated, RATED),
    (Count::MannerRated, MANNER),
    (
        Count::Accepted,
        &[
            Count::ResolvedOnline,
            Count::Transferred,
            Count::EndedAtCentre,
            Count::Waiting,
            Count::WayUnknown,
        ],
    ),
    (
        Count::Transferred,
        &[
            Count::Handled,
            Count::Pending,
            Count::AtCentre,
            Count::EndedUnreplied,
            Count::ReplyUnknown,
        ],
    ),
];

/// The same over legs.
const LEGS: [(Count, &[Count]); 6] = [
    (Count::Rated, RATED),
    (Count::MannerRated, MANNER),
    (Count::Given, &[Count::Accepted, Count::Returned, Count::TakenBack, Count::Ended]),
    (Count::Signed, &[Count::SignedInTime, Count::SignOffLate]),
    (Count::Pending, &[Count::PendingInTime, Count::OpenLate]),
    (Count::LateNow, &[Count::OpenLate, Count::ReworkOpenLate, Count::ReportOpenLate]),
];

pub(super) fn identities(life: &mut Life<'_>, law: &mut Law) -> Result<()> {
    for as_of in life.moments() {
        for question in life.questions(life.whole(), as_of) {
            identities_of(life, law, &question)?;
        }
    }
    Ok(())
}

fn identities_of(life: &Life<'_>, law: &mut Law, question: &Question) -> Result<()> {
    let figures = life.hotline.figures(question)?;
    for row in &figures.rows {
        for (of, sums) in [(CountOf::Tickets, &TICKETS[..]), (CountOf::Assignments, &LEGS[..])] {
            for (count, parts) in sums {
                let Some((whole, sum)) = sides(&row.tally, of, *count, parts) else { continue };
                if whole > 0 {
                    // A sign-off of an old register can be neither in time nor late.
                    let signed = of == CountOf::Assignments && *count == Count::Signed;
                    let open = row.tally.of(of, Count::SignOffUnknown).filter(|_| signed);
                    let open = open.unwrap_or(0);
                    let tell = || format!("{}: {count} {whole}, parts {sum}", life.told(question));
                    law.holds((sum..=sum + open).contains(&whole), tell);
                }
            }
            quantiles(life, law, question, (of, &row.tally));
        }
    }
    Ok(())
}

/// How many replies came within so many working days.
const WITHIN: [(i64, Count); 7] = [
    (1, Count::Within1),
    (2, Count::Within2),
    (3, Count::Within3),
    (5, Count::Within5),
    (7, Count::Within7),
    (10, Count::Within10),
    (15, Count::Within15),
];

/// Half of the replies took no longer than the median, nine in ten no longer than the other quantile, and no
/// shorter time has so many.
fn quantiles(life: &Life<'_>, law: &mut Law, question: &Question, (of, tally): (CountOf, &Tally)) {
    let Some((all, times)) = tally.of(of, Count::Timed).zip(tally.times(of)) else { return };
    for (days, count) in WITHIN {
        let within = tally.of(of, count).unwrap_or(0);
        let reaches = |time: gongdan::Fraction| time.numerator <= days * 1_440 * time.denominator;
        let half = !reaches(times.median) || 2 * within >= all;
        let most = reaches(times.ninetieth) == (10 * within >= 9 * all);
        if all > 0 {
            let tell = || format!("{}: {times:?}: {count} {within} of {all}", life.told(question));
            law.holds(half && most, tell);
        }
    }
}

fn sides(tally: &Tally, of: CountOf, count: Count, parts: &[Count]) -> Option<(i64, i64)> {
    let sum = parts.iter().map(|part| tally.of(of, *part)).sum::<Option<i64>>()?;
    Some((tally.of(of, count)?, sum))
}

/// The rows of every table, and every table's total beside the one without groups.
pub(super) fn rows_add_up(life: &mut Life<'_>, law: &mut Law) -> Result<()> {
    let (moments, periods) = (life.moments(), life.periods());
    for (as_of, period) in moments.into_iter().zip(periods.into_iter().cycle()) {
        for basis in Basis::ALL {
            let questions = life.questions(period, as_of).into_iter();
            let questions: Vec<_> = questions.filter(|each| each.basis == *basis).collect();
            let tables = life.hotline.figures_of(&questions)?;
            let Some((all, groups)) = tables.split_first() else { continue };
            for figures in groups {
                for of in [CountOf::Tickets, CountOf::Assignments] {
                    for count in Count::ALL {
                        let Some(total) = figures.total.of(of, *count) else { continue };
                        let rows = figures.rows.iter().filter_map(|row| row.tally.of(of, *count));
                        let sums = [rows.sum::<i64>(), all.total.of(of, *count).unwrap_or(0)];
                        if figures.rows.len() > 1 && total > 0 {
                            let so = sums == [total, total];
                            let told = life.told(&figures.question);
                            law.holds(so, || format!("{told}: {count} {total}, {sums:?}"));
                        }
                    }
                }
            }
        }
    }
    Ok(())
}
