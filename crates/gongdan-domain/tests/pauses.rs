//! A pause moves a limit by the working time inside it, and by nothing else.

mod by_hand;

use by_hand::{Table, at, china, date};
use gongdan_domain::{Clock, Day, Limit, Moment, OfficeHours, Problem};
use proptest::prelude::*;

const QUARTER: i64 = 15 * 60_000;
const DAY: i64 = 86_400_000;

/// Counts working quarters of an hour one by one; both moments lie on a quarter.
fn counted(table: &Table, limit: Limit, from: Moment, to: Moment) -> i64 {
    let office = |minute: i64| (510..720).contains(&minute) || (870..1050).contains(&minute);
    let runs = |quarter: Moment| {
        let minute = (quarter.ms() - Moment::start_of(quarter.day()).ms()) / 60_000;
        match limit {
            Limit::WorkingDays(_) => table.works(quarter.day()),
            Limit::WorkingMinutes(_) => table.works(quarter.day()) && office(minute),
            Limit::ClockMinutes(_) => true,
        }
    };
    let quarters = (to.ms() - from.ms()) / QUARTER;
    (0..quarters).filter(|quarter| runs(from.plus_ms(quarter * QUARTER))).count() as i64 * QUARTER
}

/// The working days after one day, up to another.
fn counted_days(table: &Table, after: Day, to: Day) -> usize {
    let days = after.iter_days().skip(1).take_while(|day| *day <= to);
    days.filter(|day| table.works(*day)).count()
}

fn any_limit() -> impl Strategy<Value = Limit> {
    prop_oneof![
        (1u32..20).prop_map(Limit::WorkingDays),
        (1u32..4000).prop_map(Limit::WorkingMinutes),
        (1u32..30_000).prop_map(Limit::ClockMinutes),
    ]
}

fn quarter_between(first: &str, quarters: i64) -> impl Strategy<Value = Moment> {
    let first = Moment::start_of(date(first));
    (0..quarters).prop_map(move |quarter| first.plus_ms(quarter * QUARTER))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn working_time_is_what_a_count_of_quarters_finds(
        limit in any_limit(),
        from in quarter_between("2016-01-01", 10 * 365 * 96),
        quarters in 0..(20 * 96i64),
    ) {
        let (calendar, hours) = (china(), OfficeHours::default());
        let clock = Clock { days: calendar.known_at(Moment::MAX), hours: &hours };
        let to = from.plus_ms(quarters * QUARTER);
        let found = clock.working_ms(limit, from, to).unwrap();
        prop_assert_eq!(found, counted(&Table::latest(), limit, from, to));
    }

    #[test]
    fn a_pause_moves_a_limit_by_its_own_time_inside_it(
        limit in any_limit(),
        from_ms in 0..(9 * 365 * 86_400_000i64),
        begins in 0..(30 * 86_400_000i64),
        lasts in 0..(90 * 86_400_000i64),
    ) {
        let (calendar, hours) = (china(), OfficeHours::default());
        let clock = Clock { days: calendar.known_at(Moment::MAX), hours: &hours };
        let from = Moment::start_of(date("2016-01-01")).plus_ms(from_ms);
        let by = clock.limit(from, limit).unwrap();
        let pause_from = from.plus_ms(begins);
        let pause_to = pause_from.plus_ms(lasts);
        let moved = clock.moved(by, limit, pause_from, pause_to).unwrap();
        if let Limit::WorkingDays(_) = limit {
            let (first, end) = (pause_from.plus_ms(-1).day(), pause_to.plus_ms(-1).day());
            let days = counted_days(&Table::latest(), first, end);
            let last = counted_days(&Table::latest(), first, by.day()) == 0;
            if by >= pause_from && last && !Table::latest().works(end) {
                prop_assert!(moved >= pause_to, "resumed on a day off");
                return Ok(());
            }
            prop_assert_eq!(counted_days(&Table::latest(), by.day(), moved.day()), days);
            prop_assert_eq!(moved, Moment::end_of(moved.day()));
            prop_assert!(moved == by || Table::latest().works(moved.day()));
            return Ok(());
        }
        let inside = clock.working_ms(limit, pause_from, pause_to).unwrap();
        prop_assert_eq!(clock.working_ms(limit, by, moved).unwrap(), inside);
        if inside == 0 {
            prop_assert_eq!(moved, by);
        } else {
            // The first such moment: one millisecond earlier not all of it had run.
            prop_assert_eq!(clock.working_ms(limit, by, moved.plus_ms(-1)).unwrap(), inside - 1);
        }
    }

    #[test]
    fn two_pauses_in_a_row_move_a_limit_as_one(
        limit in any_limit(),
        from_ms in 0..(9 * 365 * 86_400_000i64),
        first in 0..(20 * 86_400_000i64),
        second in 0..(20 * 86_400_000i64),
    ) {
        let (calendar, hours) = (china(), OfficeHours::default());
        let clock = Clock { days: calendar.known_at(Moment::MAX), hours: &hours };
        let from = Moment::start_of(date("2016-01-01")).plus_ms(from_ms);
        let by = clock.limit(from, limit).unwrap();
        let (middle, end) = (from.plus_ms(first), from.plus_ms(first + second));
        prop_assume!(Table::latest().works(middle.plus_ms(-1).day()));
        let once = clock.moved(by, limit, from, end).unwrap();
        let twice = clock.moved(clock.moved(by, limit, from, middle).unwrap(), limit, middle, end);
        prop_assert_eq!(twice.unwrap(), once);
    }
}

#[test]
fn a_pause_over_a_weekend_or_a_break_adds_nothing() {
    let (calendar, hours) = (china(), OfficeHours::default());
    let clock = Clock { days: calendar.known_at(at("2020-09-10 10:00")), hours: &hours };
    let by = Moment::end_of(date("2020-10-15"));
    for (from, to) in
        [("2020-09-12 00:00", "2020-09-14 00:00"), ("2020-10-01 00:00", "2020-10-09 00:00")]
    {
        assert_eq!(clock.moved(by, Limit::WorkingDays(5), at(from), at(to)), Ok(by));
        assert_eq!(clock.moved(by, Limit::WorkingMinutes(60), at(from), at(to)), Ok(by));
    }
    // Sunday 27 September was worked: a pause over that weekend adds the one day.
    let moved =
        clock.moved(by, Limit::WorkingDays(5), at("2020-09-26 00:00"), at("2020-09-28 00:00"));
    assert_eq!(moved, Ok(Moment::end_of(date("2020-10-16"))));
}

#[test]
fn a_pause_that_ends_before_it_begins_is_refused() {
    let (calendar, hours) = (china(), OfficeHours::default());
    let clock = Clock { days: calendar.known_at(Moment::MAX), hours: &hours };
    let (early, late) = (at("2020-09-10 10:00"), at("2020-09-10 10:01"));
    let refused = clock.moved(late, Limit::WorkingDays(1), late, early).unwrap_err();
    assert_eq!(refused.argument, "pause_to");
    assert!(matches!(refused.problem, Problem::Rule { .. }));
}

#[test]
fn a_pause_inside_a_day_moves_no_day_limit_and_ends_none_in_the_small_hours() {
    let (calendar, hours) = (china(), OfficeHours::default());
    let clock = Clock { days: calendar.known_at(at("2020-09-10 10:00")), hours: &hours };
    let by = Moment::end_of(date("2020-09-16"));
    let moved = |limit, from, to| clock.moved(by, limit, at(from), at(to)).unwrap();
    let (day, wall) = (Limit::WorkingDays(3), Limit::ClockMinutes(24 * 60));
    for limit in [day, wall] {
        assert_eq!(moved(limit, "2020-09-14 09:00", "2020-09-14 16:00"), by, "{limit:?}");
        let night = moved(limit, "2020-09-14 17:00", "2020-09-15 08:00");
        assert_eq!(night, Moment::end_of(date("2020-09-17")), "{limit:?}: over one midnight");
    }
    let last_day = moved(day, "2020-09-16 10:00", "2020-09-19 10:00");
    assert_eq!(last_day, Moment::end_of(date("2020-09-21")), "resumed on a Saturday");
    let hour_limit = at("2020-09-15 15:00");
    let moved = clock.moved(hour_limit, wall, at("2020-09-14 09:00"), at("2020-09-14 16:00"));
    assert_eq!(moved, Ok(at("2020-09-15 22:00")), "an hour limit moves by the hours");
}

#[test]
fn whether_a_limit_is_over_needs_no_day_to_come() {
    let (calendar, hours) = (china(), OfficeHours::default());
    let given = at("2026-12-29 10:00");
    let clock = Clock { days: calendar.known_at(given), hours: &hours };
    let two = Limit::WorkingDays(2);
    assert!(clock.limit(given, Limit::WorkingDays(5)).is_err(), "2027 is not published");
    assert_eq!(clock.is_over(given, Limit::WorkingDays(5), at("2026-12-31 23:59")), Ok(false));
    assert_eq!(clock.is_over(given, two, at("2026-12-31 23:59")), Ok(false));
    assert!(clock.is_over(given, Limit::WorkingDays(5), at("2027-01-02 09:00")).is_err());
    for limit in [two, Limit::WorkingMinutes(900), Limit::ClockMinutes(3_000)] {
        let given = at("2020-09-25 16:00");
        let by = clock.limit(given, limit).unwrap();
        for off in [-DAY, -1, 0, 1, DAY] {
            let moment = by.plus_ms(off);
            assert_eq!(clock.is_over(given, limit, moment), Ok(moment > by), "{limit:?} {moment}");
        }
        assert_eq!(clock.is_over(given, limit, at("2020-09-25 09:00")), Ok(false));
    }
}

#[test]
fn a_sign_off_is_due_with_a_reply_that_needs_no_calendar() {
    let (calendar, hours) = (china(), OfficeHours::default());
    let clock = Clock { days: calendar.known_at(at("2026-12-31 10:00")), hours: &hours };
    let given = at("2026-12-31 10:00");
    let urgent = at("2027-01-01 10:00");
    assert_eq!(clock.sign_off(given, Limit::WorkingDays(1), urgent), Ok(urgent));
    let later = at("2027-01-02 10:00");
    assert!(clock.sign_off(given, Limit::WorkingDays(1), later).is_err(), "never a guess");
    let known = at("2020-12-30 10:00");
    let end = Ok(Moment::end_of(date("2020-12-31")));
    assert_eq!(clock.sign_off(known, Limit::WorkingDays(1), at("2020-12-30 12:00")), end);
}
