//! The shipped notices, and which of them is known when.

#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

mod by_hand;

use by_hand::{Table, at, china, date};
use chrono::Datelike;
use gongdan_domain::{
    Calendar, Day, DayKind, Invalid, Moment, Notice, Problem, SpecialDay, Why, china_notices,
};

const WORKING_DAYS: [(i32, usize); 11] = [
    (2016, 250),
    (2017, 249),
    (2018, 250),
    (2019, 250),
    (2020, 249),
    (2021, 250),
    (2022, 249),
    (2023, 249),
    (2024, 251),
    (2025, 248),
    (2026, 248),
];

fn days_of(year: i32) -> impl Iterator<Item = Day> {
    let first = Day::from_ymd_opt(year, 1, 1).unwrap();
    first.iter_days().take_while(move |day| day.year() == year)
}

fn unknown(year: i32) -> Invalid {
    Invalid::new("calendar", Problem::UnknownYear { year })
}

fn notice(year: i32, published: &str, days: &[(&str, DayKind)]) -> Notice {
    let special = |(day, kind): &(&str, DayKind)| SpecialDay {
        date: date(day),
        kind: *kind,
        name: "元旦".into(),
    };
    let days = days.iter().map(special).collect();
    Notice { year, published: date(published), source: format!("test {published}"), days }
}

#[test]
fn working_days_a_year_are_those_of_the_published_table() {
    let calendar = china();
    let days = calendar.known_at(at("2026-12-31 12:00"));
    for (year, expected) in WORKING_DAYS {
        let worked = days_of(year).filter(|day| days.is_working(*day).unwrap()).count();
        assert_eq!(worked, expected, "{year}");
    }
}

#[test]
fn every_day_agrees_with_the_table_and_gives_its_reason() {
    let (calendar, table) = (china(), Table::latest());
    let days = calendar.known_at(at("2026-12-31 12:00"));
    for day in (2016..=2026).flat_map(days_of) {
        let verdict = days.day(day).unwrap();
        assert_eq!(verdict.working, table.works(day), "{day}");
        let named = match verdict.why {
            Why::Holiday(name) => (table.off.contains(&day.to_string()), !name.is_empty()),
            Why::MakeUpDay(name) => (table.made_up.contains(&day.to_string()), !name.is_empty()),
            Why::Weekday => (day.weekday().number_from_monday() <= 5, verdict.working),
            Why::Weekend => (day.weekday().number_from_monday() > 5, !verdict.working),
            Why::WallClock | Why::Held => (false, false),
        };
        assert_eq!(named, (true, true), "{day}");
        assert!(verdict.source.contains("gov.cn/zhengce/"), "{day}: {}", verdict.source);
    }
}

#[test]
fn thirteen_notices_stand_in_order_of_publication() {
    let notices = china_notices();
    assert_eq!(notices.len(), 13);
    assert!(notices.is_sorted_by(|one, next| one.published < next.published));
    notices.iter().for_each(|notice| notice.validate().unwrap());
    let lines: usize = notices.iter().map(|notice| notice.days.len()).sum();
    assert_eq!(lines, include_str!("../src/notices.csv").lines().count() - 13);
}

#[test]
fn a_notice_is_not_known_before_its_publication() {
    let calendar = china();
    let day = |given: &str, day: &str| {
        let verdict = calendar.known_at(at(given)).day(date(day)).unwrap();
        (verdict.working, verdict.why, verdict.source.contains("5472352"))
    };
    let spring = "春节".to_string();
    assert_eq!(day("2020-01-26 23:59", "2020-01-31"), (true, Why::Weekday, false));
    assert_eq!(
        day("2020-01-26 23:59", "2020-02-01"),
        (true, Why::MakeUpDay(spring.clone()), false)
    );
    assert_eq!(day("2020-01-27 00:00", "2020-01-31"), (false, Why::Holiday(spring.clone()), true));
    assert_eq!(day("2020-01-27 00:00", "2020-02-01"), (false, Why::Holiday(spring), true));
    assert_eq!(day("2019-03-21 23:59", "2019-05-05").1, Why::Weekend);
    assert_eq!(day("2019-03-22 00:00", "2019-05-05").1, Why::MakeUpDay("劳动节".into()));
}

#[test]
fn the_next_years_notice_speaks_of_december() {
    let calendar = china();
    let monday = date("2018-12-31");
    assert!(calendar.known_at(at("2018-12-05 12:00")).is_working(monday).unwrap());
    let known = calendar.known_at(at("2018-12-06 00:00"));
    assert_eq!(known.day(monday).unwrap().why, Why::Holiday("元旦".into()));
    assert!(known.day(monday).unwrap().source.contains("5346276"));
    assert!(known.is_working(date("2018-12-29")).unwrap());
}

#[test]
fn an_unknown_year_is_an_error_and_never_a_guess() {
    let calendar = china();
    let days = calendar.known_at(Moment::MAX);
    assert_eq!(days.is_working(date("2027-01-04")), Err(unknown(2027)));
    assert_eq!(days.day(date("2015-12-31")), Err(unknown(2015)));
    assert_eq!(days.is_working(Day::MAX), Err(unknown(Day::MAX.year())));
    assert_eq!(days.is_working(Day::MIN), Err(unknown(Day::MIN.year())));
    let early = calendar.known_at(at("2020-11-24 23:59"));
    assert_eq!(early.is_working(date("2021-01-04")), Err(unknown(2021)));
    assert!(Calendar::default().known_at(Moment::MAX).is_working(date("2020-01-02")).is_err());
}

#[test]
fn a_supplementary_notice_changes_the_days_it_names_and_no_others() {
    let (off, worked) = (DayKind::Holiday, DayKind::Workday);
    let mut calendar = china();
    calendar.adopt(notice(2020, "2020-06-01", &[("2020-09-28", off), ("2020-10-08", worked)]));
    let reason = |given: &str, day: &str| {
        let days = calendar.known_at(at(given));
        let verdict = days.day(date(day)).unwrap();
        (verdict.working, verdict.source.starts_with("test"))
    };
    assert_eq!(reason("2020-05-31 10:00", "2020-09-28"), (true, false), "not published yet");
    assert_eq!(reason("2020-06-01 00:00", "2020-09-28"), (false, true));
    assert_eq!(reason("2020-06-01 00:00", "2020-10-08"), (true, true));
    for day in (2020..=2020).flat_map(days_of).filter(|day| day.month() < 9 || day.month() > 10) {
        let text = day.to_string();
        let (before, after) =
            (reason("2020-05-31 10:00", &text), reason("2020-06-01 10:00", &text));
        assert_eq!(before, after, "{day}");
    }
    assert_eq!(reason("2020-06-01 00:00", "2020-10-01"), (false, false), "National Day");
    assert_eq!(reason("2020-06-01 00:00", "2020-09-27"), (true, false), "made up on a Sunday");
}

#[test]
fn of_several_notices_on_a_day_the_last_published_counts() {
    let (off, worked) = (DayKind::Holiday, DayKind::Workday);
    let day = date("2030-05-02");
    let mut calendar = Calendar::default();
    calendar.adopt(notice(2030, "2029-11-01", &[("2030-01-01", off)]));
    calendar.adopt(notice(2030, "2030-03-01", &[("2030-05-02", off)]));
    calendar.adopt(notice(2030, "2030-02-01", &[("2030-05-02", worked), ("2030-06-05", off)]));
    calendar.adopt(notice(2030, "2030-03-01", &[("2030-05-06", off)]));
    let works = |given: &str, day| calendar.known_at(at(given)).is_working(day);
    assert_eq!(works("2029-10-31 10:00", day), Err(unknown(2030)));
    assert_eq!(works("2030-01-31 10:00", day), Ok(true));
    assert_eq!(works("2030-02-01 10:00", date("2030-06-05")), Ok(false));
    assert_eq!(works("2030-03-01 10:00", day), Ok(false), "whichever was loaded later");
    assert_eq!(works("2030-03-01 10:00", date("2030-05-06")), Ok(false));
    assert_eq!(works("2030-03-01 10:00", date("2030-06-05")), Ok(false));
    calendar.adopt(notice(2030, "2030-03-01", &[("2030-05-02", worked)]));
    let last = calendar.known_at(at("2030-03-01 10:00")).is_working(day);
    assert_eq!(last, Ok(true), "of one day's notices the one adopted last");
}

#[test]
fn two_years_notices_on_one_day_are_decided_by_the_later_one() {
    let day = date("2030-12-31");
    let of_2030 = notice(2030, "2029-11-01", &[("2030-12-31", DayKind::Workday)]);
    let of_2031 = notice(2031, "2030-11-01", &[("2030-12-31", DayKind::Holiday)]);
    for notices in [vec![of_2030.clone(), of_2031.clone()], vec![of_2031, of_2030]] {
        let calendar = Calendar::new(notices);
        assert_eq!(calendar.known_at(at("2030-06-01 10:00")).is_working(day), Ok(true));
        assert_eq!(calendar.known_at(at("2030-12-01 10:00")).is_working(day), Ok(false));
    }
}

#[test]
fn a_notice_that_does_not_hold_is_refused() {
    let problem = |days: &[(&str, DayKind)]| {
        notice(2030, "2029-11-01", days).validate().map_err(|invalid| invalid.problem)
    };
    let (off, worked) = (DayKind::Holiday, DayKind::Workday);
    assert_eq!(problem(&[("2029-12-01", worked), ("2031-01-31", off)]), Ok(()));
    assert!(matches!(problem(&[("2029-11-30", off)]), Err(Problem::Rule { .. })));
    assert!(matches!(problem(&[("2031-02-01", off)]), Err(Problem::Rule { .. })));
    let twice = problem(&[("2030-01-01", off), ("2030-01-01", worked)]);
    assert_eq!(twice, Err(Problem::Duplicate { given: "2030-01-01".into() }));
    assert_eq!(problem(&[]), Err(Problem::Empty));
    let named = notice(2030, "2029-11-01", &[("2030-01-01", off)]);
    let nameless = Notice { source: " ".into(), ..named };
    assert_eq!(nameless.validate(), Err(Invalid::new("source", Problem::Empty)));
}

#[test]
fn a_broken_notice_file_is_refused() {
    let good = "\u{feff}# a comment\r\n\r\nnotice,2027,2026-11-05,page 1, line 2\r\nholiday,2027-01-01,元旦\r\n";
    let notices = Notice::parse_all(good).unwrap();
    assert_eq!((notices.len(), notices[0].source.as_str()), (1, "page 1, line 2"));
    for written in ["2027-02-06", "2027/2/6", "2027年2月6日", "２０２７／２／６", "2027.2.6"]
    {
        let text = format!("notice,2027,{written},x,\nholiday,{written},春节,,\n,,,\n");
        let notices = Notice::parse_all(&text).unwrap();
        let days = &notices[0].days;
        assert_eq!((notices[0].published, days[0].date), (date("2027-02-06"), days[0].date));
        assert_eq!((days[0].date, days[0].name.as_str()), (date("2027-02-06"), "春节"));
    }
    for broken in [
        "",
        "# nothing",
        "notice,2026,2026-03-01,补充通知",
        "holiday,2027-01-01,元旦",
        "notice,2027,2026-11-05",
        "notice,MMXXVII,2026-11-05,x",
        "notice,2027,2026-11-05,x\nholidays,2027-01-01,元旦",
        "notice,2027,2026-11-05,x\nholiday,2027-02-30,元旦",
        "notice,2027,2026-11-05,x\nholiday,2027-01-01",
        "notice,2027,2026-11-05,x\nholiday,2025-01-01,元旦",
    ] {
        assert!(Notice::parse_all(broken).is_err(), "{broken}");
    }
}

#[test]
fn notices_keep_through_json() {
    let notices = china_notices();
    let json = serde_json::to_string(&notices).unwrap();
    assert!(json.starts_with(r#"[{"year":2016,"published":"2015-12-10","source":"#), "{json}");
    assert!(json.contains(r#"{"date":"2020-09-27","kind":"workday","name":"国庆节"}"#));
    assert_eq!(serde_json::from_str::<Vec<Notice>>(&json).unwrap(), notices);
    assert!(
        serde_json::from_str::<Notice>(&json[1..].replace("2015-12-10", "2015-13-10")).is_err()
    );
}
