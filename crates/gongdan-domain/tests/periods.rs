//! Periods as people and machines write them.

use chrono::{Datelike, Days, Weekday};
use gongdan_domain::{Argument, Day, Need, Period, Taken, Takes, Typed};
use proptest::prelude::*;

fn parsed(text: &str) -> Period {
    Period::parse(text).expect(text)
}

fn days() -> impl Strategy<Value = Day> {
    let from = Day::from_ymd_opt(1990, 1, 1).expect("a day");
    (0..40_000u64).prop_map(move |later| from + Days::new(later))
}

proptest! {
    /// A day lies in its week, month, quarter and year; each is whole, and is read again as printed.
    #[test]
    fn a_day_lies_in_every_period_that_is_named_after_it(day in days()) {
        let (year, month, week) = (day.year(), day.month(), day.iso_week());
        let named = [
            format!("{year}"),
            format!("{year:04}-Q{}", day.month0() / 3 + 1),
            format!("{year}年第{}季度", ["一", "二", "三", "四"][day.month0() as usize / 3]),
            format!("{year}-{month:02}"),
            format!("{}-W{:02}", week.year(), week.week()),
            format!("{}年第{}周", week.year(), week.week()),
            format!("{day}"),
            format!("{day}..{day}"),
        ];
        let lengths = [365..=366, 90..=92, 90..=92, 28..=31, 7..=7, 7..=7, 1..=1, 1..=1];
        for (text, length) in named.iter().zip(lengths) {
            let period = parsed(text);
            prop_assert!(period.first() <= day && day <= period.last(), "{}", text);
            let long = (period.last() - period.first()).num_days() + 1;
            prop_assert!(length.contains(&long), "{} has {} days", text, long);
            prop_assert_eq!(parsed(&period.to_string()), period);
        }
        prop_assert_eq!(parsed(&named[4]).first().weekday(), Weekday::Mon);
    }
}

#[test]
fn the_weeks_of_a_year_follow_each_other() {
    let weeks: Vec<Period> = (1..=53).map(|week| parsed(&format!("2020-W{week}"))).collect();
    let first = Day::from_ymd_opt(2019, 12, 30).expect("a day");
    assert_eq!(weeks[0].first(), first);
    assert!(weeks.windows(2).all(|two| two[0].last() + Days::new(1) == two[1].first()));
    assert_eq!(parsed("2020-W35..2020-W36").to_string(), "2020-08-24..2020-09-06");
}

#[test]
fn what_no_calendar_has_is_no_period() {
    let wrong = "2020-Q0 2020-Q5 2020-Q 2020-W0 2020-W54 2021-W53 2020-W 2020-Q+1 +2020 2020-13 \
                 2020-00 2020-X3 2020-09-31 2020-09..2020-08 .. 2020-09-01T08:00:00.000 -";
    for text in wrong.split(' ') {
        let named = Period::parse(text).map_err(|wrong| wrong.argument);
        assert!(matches!(named, Err("period")), "{text}: {named:?}");
    }
}

#[test]
fn two_days_one_by_one_are_a_period_too() {
    let need = (None, None);
    let row = Argument::row("accepted", Takes::Period, Need::Required, need, ("", ""));
    let text = |text: &str| Typed::Text(text.to_owned());
    let several = |days: &[&str]| {
        Period::taken(&row, Typed::Several(days.iter().map(|day| text(day)).collect()))
    };
    assert_eq!(several(&["2020-09-01", "2020-09-15"]), Ok(parsed("2020-09-01..2020-09-15")));
    assert_eq!(several(&["2020-09", "2020-Q4"]), Ok(parsed("2020-09..2020-12")));
    for wrong in
        [&["2020-09-01"][..], &["2020-09-15", "2020-09-01"], &["2020", "2021", "2022"], &[]]
    {
        assert_eq!(several(wrong).map_err(|wrong| wrong.argument), Err("accepted"), "{wrong:?}");
    }
}
