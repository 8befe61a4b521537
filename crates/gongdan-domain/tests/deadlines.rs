//! Limits against hand-checked tables and against a day-by-day count.

mod by_hand;

use by_hand::{Table, at, by, china, date};
use gongdan_domain::{Calendar, Clock, Day, Invalid, Limit, Moment, OfficeHours, Problem, Why};

/// Given, working days, ends: counted by hand on the printed calendar.
const BY_HAND: [(&str, u32, &str); 22] = [
    // National Day 2020: 1 to 8 October off, Sunday 27 September and Saturday 10 October worked.
    ("2020-09-24 16:59", 5, "2020-09-30"),
    ("2020-09-25 09:00", 1, "2020-09-27"),
    ("2020-09-25 09:00", 5, "2020-10-09"),
    ("2020-09-26 23:59", 1, "2020-09-27"),
    ("2020-09-27 00:00", 1, "2020-09-28"),
    ("2020-09-30 08:00", 3, "2020-10-12"),
    ("2020-10-01 12:00", 1, "2020-10-09"),
    ("2020-10-09 17:31", 1, "2020-10-10"),
    ("2020-10-09 17:31", 5, "2020-10-15"),
    // Spring Festival 2020: first notice, until 27 January; then the second.
    ("2020-01-17 10:00", 1, "2020-01-19"),
    ("2020-01-22 10:00", 5, "2020-02-04"),
    ("2020-01-26 23:59", 5, "2020-02-05"),
    ("2020-01-27 00:00", 5, "2020-02-07"),
    // Labour Day 2019: first notice, until 22 March; then the second.
    ("2019-03-21 18:00", 28, "2019-05-02"),
    ("2019-03-22 08:00", 28, "2019-05-05"),
    // New Year 2019, arranged by the notice of 6 December 2018.
    ("2018-12-03 10:00", 20, "2018-12-31"),
    ("2018-12-06 10:00", 17, "2018-12-29"),
    ("2018-12-06 10:00", 18, "2019-01-02"),
    ("2018-12-28 10:00", 2, "2019-01-02"),
    ("2022-12-30 10:00", 1, "2023-01-03"),
    ("2024-02-09 10:00", 2, "2024-02-19"),
    ("2026-02-13 10:00", 2, "2026-02-24"),
];

#[test]
fn hand_checked_limits() {
    for (given, days, ends) in BY_HAND {
        let ends = format!("{ends} 23:59:59.999");
        assert_eq!(by(given, Limit::WorkingDays(days)), ends, "{given} + {days}");
    }
}

fn noon(day: Day) -> Moment {
    Moment::start_of(day).plus_ms(12 * 3_600_000)
}

#[test]
fn every_limit_agrees_with_a_day_by_day_count() {
    let (calendar, hours) = (china(), OfficeHours::default());
    let unknown = Invalid::new("calendar", Problem::UnknownYear { year: 2027 });
    let starts = date("2016-01-01").iter_days().take_while(|day| *day <= date("2026-12-31"));
    let (mut table, mut checked) = (Table::on(date("2016-01-01")), 0);
    for start in starts {
        if [date("2019-03-22"), date("2020-01-27")].contains(&start) {
            table = Table::on(start);
        }
        let clock = Clock { days: calendar.known_at(noon(start)), hours: &hours };
        for days in 1..=15 {
            let counted = table.nth_after(start, days).map(Moment::end_of).ok_or(unknown.clone());
            assert_eq!(
                clock.limit(noon(start), Limit::WorkingDays(days)),
                counted,
                "{start} {days}"
            );
            checked += 1;
        }
    }
    assert_eq!(checked, 4018 * 15);
}

#[test]
fn a_holiday_list_without_make_up_days_is_often_wrong() {
    let (calendar, hours) = (china(), OfficeHours::default());
    let clock = Clock { days: calendar.known_at(Moment::MAX), hours: &hours };
    let list_only = Table { made_up: Default::default(), ..Table::latest() };
    let starts = date("2016-01-01").iter_days().take_while(|day| *day <= date("2026-12-24"));
    let (mut wrong, mut all) = (0u32, 0u32);
    for start in starts {
        let right = clock.limit(noon(start), Limit::WorkingDays(5)).unwrap();
        all += 1;
        wrong += u32::from(list_only.nth_after(start, 5).map(Moment::end_of) != Some(right));
    }
    println!(
        "holiday list only: {wrong} of {all} five-day limits wrong, {} in a thousand",
        wrong * 1000 / all
    );
    assert!(wrong * 10 >= all, "{wrong} of {all}");
    assert_eq!((wrong, all), (532, 4011));
}

#[test]
fn a_limit_into_an_unpublished_year_is_an_error() {
    let (calendar, hours) = (china(), OfficeHours::default());
    for (given, year) in [("2018-12-03 10:00", 2019), ("2026-12-25 10:00", 2027)] {
        let clock = Clock { days: calendar.known_at(at(given)), hours: &hours };
        let unknown = Err(Invalid::new("calendar", Problem::UnknownYear { year }));
        assert_eq!(clock.limit(at(given), Limit::WorkingDays(21)), unknown);
        assert_eq!(clock.limit(at(given), Limit::WorkingMinutes(21 * 390)), unknown);
        assert_eq!(clock.plus_working_days(at(given), 21), unknown);
    }
}

#[test]
fn office_hour_limits_are_exact_to_the_minute() {
    // 08:30 to 12:00 and 14:30 to 17:30: 390 minutes a day.
    for (given, minutes, ends) in [
        ("2020-09-28 09:00", 60, "2020-09-28 10:00:00.000"),
        ("2020-09-28 11:45", 30, "2020-09-28 14:45:00.000"),
        ("2020-09-28 12:30", 15, "2020-09-28 14:45:00.000"),
        ("2020-09-28 17:00", 30, "2020-09-28 17:30:00.000"),
        ("2020-09-28 17:00", 31, "2020-09-29 08:31:00.000"),
        ("2020-09-28 08:30", 390, "2020-09-28 17:30:00.000"),
        ("2020-09-28 08:30", 391, "2020-09-29 08:31:00.000"),
        ("2020-09-28 00:00", 1, "2020-09-28 08:31:00.000"),
        ("2020-09-28 17:29:59.500", 1, "2020-09-29 08:30:59.500"),
        ("2020-09-25 17:00", 60, "2020-09-27 09:00:00.000"),
        ("2020-09-26 10:00", 120, "2020-09-27 10:30:00.000"),
        ("2020-09-30 17:00", 60, "2020-10-09 09:00:00.000"),
        ("2020-09-30 16:30", 24 * 60, "2020-10-13 12:00:00.000"),
    ] {
        assert_eq!(by(given, Limit::WorkingMinutes(minutes)), ends, "{given} + {minutes}");
    }
}

#[test]
fn wall_clock_limits_need_no_calendar() {
    let (calendar, hours) = (Calendar::default(), OfficeHours::default());
    let clock = Clock { days: calendar.known_at(Moment::MIN), hours: &hours };
    for (given, minutes, ends) in [
        ("2020-10-01 23:00", 120, "2020-10-02 01:00"),
        ("2020-09-30 16:59", 24 * 60, "2020-10-01 16:59"),
        ("2020-02-28 12:00", 2 * 24 * 60, "2020-03-01 12:00"),
    ] {
        assert_eq!(clock.limit(at(given), Limit::ClockMinutes(minutes)), Ok(at(ends)));
    }
    let late = clock.limit(Moment::MAX, Limit::ClockMinutes(1)).unwrap_err();
    assert!(matches!(late.problem, Problem::OutOfRange { .. }));
}

#[test]
fn an_extension_ends_with_a_day() {
    let (calendar, hours) = (china(), OfficeHours::default());
    let given = at("2020-09-25 10:00");
    let clock = Clock { days: calendar.known_at(given), hours: &hours };
    let first = clock.limit(given, Limit::WorkingDays(5)).unwrap();
    let extended = clock.plus_working_days(first, 2).unwrap();
    assert_eq!(extended, Moment::end_of(date("2020-10-12")));
    assert_eq!(
        clock.plus_working_days(at("2020-10-09 09:30"), 1),
        Ok(Moment::end_of(date("2020-10-10")))
    );
}

#[test]
fn limits_and_hours_keep_through_json() {
    let limits = [Limit::WorkingDays(5), Limit::WorkingMinutes(90), Limit::ClockMinutes(120)];
    let json = serde_json::to_string(&limits).unwrap();
    assert_eq!(json, r#"[{"working_days":5},{"working_minutes":90},{"clock_minutes":120}]"#);
    assert_eq!(serde_json::from_str::<[Limit; 3]>(&json).unwrap(), limits);
    let hours = serde_json::to_string(&OfficeHours::default()).unwrap();
    assert_eq!(hours, "[[510,720],[870,1050]]");
    assert_eq!(serde_json::from_str::<OfficeHours>(&hours).unwrap(), OfficeHours::default());
    for broken in
        ["[]", "[[720,510]]", "[[0,1441]]", "[[510,720],[700,900]]", "[[870,1050],[510,720]]"]
    {
        assert!(serde_json::from_str::<OfficeHours>(broken).is_err(), "{broken}");
    }
}

#[test]
fn a_day_limit_is_explained_day_by_day() {
    let (calendar, hours) = (china(), OfficeHours::default());
    let given = at("2020-09-25 10:00");
    let clock = Clock { days: calendar.known_at(given), hours: &hours };
    let lines = clock.explain(given, Limit::WorkingDays(5)).unwrap();
    let counted: Vec<_> =
        lines.iter().filter_map(|line| line.ordinal.map(|n| (n, line.day.to_string()))).collect();
    let days = ["2020-09-27", "2020-09-28", "2020-09-29", "2020-09-30", "2020-10-09"];
    assert_eq!(counted, (1..).zip(days.map(String::from)).collect::<Vec<_>>());
    assert_eq!(lines.len(), 14);
    assert_eq!((&lines[0].why, &lines[1].why), (&Why::Weekend, &Why::MakeUpDay("国庆节".into())));
    assert_eq!(lines[5].why, Why::Holiday("国庆节".into()));
    assert!(lines.iter().all(|line| line.source.ends_with("2019-11/21/content_5454164.htm")
        || line.source.ends_with("2020-01/27/content_5472352.htm")));
    assert!(
        lines.iter().all(|line| line.counted_ms == i64::from(line.ordinal.is_some()) * 86_400_000)
    );
}

#[test]
fn minute_limits_are_explained_by_what_ran_on_each_day() {
    let (calendar, hours) = (china(), OfficeHours::default());
    let given = at("2020-09-25 17:00");
    let clock = Clock { days: calendar.known_at(given), hours: &hours };
    let ran = |limit| {
        let lines = clock.explain(given, limit).unwrap();
        lines.iter().map(|line| (line.ordinal, line.counted_ms / 60_000)).collect::<Vec<_>>()
    };
    assert_eq!(ran(Limit::WorkingMinutes(60)), [(Some(1), 30), (None, 0), (Some(2), 30)]);
    assert_eq!(ran(Limit::ClockMinutes(420)), [(Some(1), 420)]);
    assert_eq!(ran(Limit::ClockMinutes(421)), [(Some(1), 420), (Some(2), 1)]);
    let wall = clock.explain(given, Limit::ClockMinutes(1)).unwrap();
    assert_eq!((&wall[0].why, wall[0].source.as_str()), (&Why::WallClock, ""));
}
