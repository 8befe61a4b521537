//! No limit, calendar or pause makes a computation long, and none makes it panic.

#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

mod by_hand;

use std::time::{Duration, Instant};

use by_hand::{at, china};
use gongdan_domain::{
    Calendar, Clock, Day, DayKind, Limit, Moment, Notice, OfficeHours, Problem, SpecialDay,
};

/// The shortest of some runs: what the work costs when nothing else has the processor. A loop over
/// a century of days or a count of four thousand million would take far longer than is allowed.
#[expect(clippy::disallowed_methods, reason = "the test measures; the library never does")]
fn shortest(mut work: impl FnMut()) -> Duration {
    let run = |_| {
        let begun = Instant::now();
        work();
        begun.elapsed()
    };
    (0..20).map(run).min().unwrap()
}

/// A calendar that knows a hundred years and works on no day of them.
fn never_working() -> Calendar {
    let year = |year: i32| {
        let first = Day::from_ymd_opt(year, 1, 1).unwrap();
        let off = |date| SpecialDay { date, kind: DayKind::Holiday, name: "off".into() };
        let days = first.iter_days().take(366).map(off).collect();
        Notice { year, published: first, source: "test".into(), days }
    };
    Calendar::new((2000..2100).map(year).collect())
}

fn problem(result: Result<Moment, gongdan_domain::Invalid>) -> Problem {
    result.unwrap_err().problem
}

#[test]
fn a_calendar_without_working_days_is_an_error_at_once() {
    let (calendar, hours) = (never_working(), OfficeHours::default());
    let (given, one) = (at("2020-01-01 10:00"), Limit::WorkingDays(1));
    let clock = Clock { days: calendar.known_at(Moment::MAX), hours: &hours };
    for limit in [one, Limit::WorkingMinutes(1), Limit::WorkingDays(2_000)] {
        assert!(matches!(problem(clock.limit(given, limit)), Problem::Rule { .. }));
        let spent = shortest(|| assert!(clock.limit(given, limit).is_err()));
        assert!(spent < Duration::from_millis(50), "{limit:?}: {spent:?}");
    }
    let spent = shortest(|| assert!(clock.explain(given, one).is_err()));
    assert!(spent < Duration::from_millis(50), "{spent:?}");
}

#[test]
fn the_largest_numbers_are_errors_and_not_loops() {
    let (calendar, hours) = (china(), OfficeHours::default());
    let given = at("2020-01-01 10:00");
    let clock = Clock { days: calendar.known_at(Moment::MAX), hours: &hours };
    for limit in [Limit::WorkingDays, Limit::WorkingMinutes, Limit::ClockMinutes] {
        for count in [0, u32::MAX] {
            let refused = clock.limit(given, limit(count)).unwrap_err();
            assert_eq!(refused.argument, "limit");
            assert!(matches!(refused.problem, Problem::OutOfRange { from: 1, .. }));
            let spent = shortest(|| assert!(clock.limit(given, limit(count)).is_err()));
            assert!(spent < Duration::from_millis(50), "{spent:?}");
        }
    }
    assert!(matches!(problem(clock.plus_working_days(given, 0)), Problem::OutOfRange { .. }));
    assert!(matches!(
        problem(clock.plus_working_days(given, u32::MAX)),
        Problem::OutOfRange { .. }
    ));
}

#[test]
fn the_largest_allowed_limits_end_or_say_why_not() {
    let (calendar, hours) = (china(), OfficeHours::default());
    let given = at("2016-01-01 10:00");
    let clock = Clock { days: calendar.known_at(Moment::MAX), hours: &hours };
    assert!(clock.limit(given, Limit::WorkingDays(2_000)).is_ok());
    assert!(clock.limit(given, Limit::ClockMinutes(2_880_000)).is_ok());
    let long = problem(clock.limit(given, Limit::WorkingMinutes(2_880_000)));
    assert!(matches!(long, Problem::Rule { .. }));
    let given = at("2020-01-01 10:00");
    let unknown = problem(clock.limit(given, Limit::WorkingDays(2_000)));
    assert_eq!(unknown, Problem::UnknownYear { year: 2027 });
}

#[test]
fn a_pause_of_centuries_is_refused_at_once() {
    let (calendar, hours) = (never_working(), OfficeHours::default());
    let clock = Clock { days: calendar.known_at(Moment::MAX), hours: &hours };
    for limit in [Limit::WorkingDays(1), Limit::WorkingMinutes(1), Limit::ClockMinutes(1)] {
        let pause = || clock.moved(Moment::MAX, limit, Moment::MIN, Moment::MAX);
        assert!(matches!(problem(pause()), Problem::OutOfRange { .. }));
        assert!(shortest(|| assert!(pause().is_err())) < Duration::from_millis(50));
    }
}

#[test]
fn the_ends_of_time_are_errors_and_no_panic() {
    let (calendar, hours) = (china(), OfficeHours::default());
    for given in [Moment::MIN, Moment::MAX] {
        let clock = Clock { days: calendar.known_at(given), hours: &hours };
        for limit in [Limit::WorkingDays(1), Limit::WorkingMinutes(1)] {
            assert!(matches!(problem(clock.limit(given, limit)), Problem::UnknownYear { .. }));
            assert!(clock.explain(given, limit).is_err());
        }
        let same = clock.moved(given, Limit::WorkingDays(1), given, given);
        assert_eq!(same, Ok(given));
    }
}
