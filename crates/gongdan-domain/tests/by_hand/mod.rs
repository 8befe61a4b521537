//! A second, slower reading of the same facts: a set of dates, walked one day at a time.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "shared by several tests; a panic is a failed test"
)]

use std::collections::BTreeSet;

use chrono::{Datelike, Weekday};
use gongdan_domain::{Calendar, Clock, Day, Limit, Moment, OfficeHours, china_notices};

const TABLE: &str = include_str!("../china-workdays.csv");

/// The table of days as it stands after all amendments.
pub(crate) struct Table {
    pub(crate) off: BTreeSet<String>,
    pub(crate) made_up: BTreeSet<String>,
}

impl Table {
    pub(crate) fn latest() -> Self {
        let rows = |kind: &str| {
            let kind = format!(",{kind},");
            let rows = TABLE.lines().filter(|line| line.contains(&kind));
            rows.map(|line| line[..10].to_string()).collect()
        };
        Self { off: rows("holiday"), made_up: rows("workday") }
    }

    /// The table before the amendments of 2019-03-22 and 2020-01-27, as far as they had not
    /// been published on that day.
    pub(crate) fn on(day: Day) -> Self {
        let mut table = Self::latest();
        if day < date("2020-01-27") {
            ["2020-01-31", "2020-02-01", "2020-02-02"]
                .iter()
                .for_each(|day| _ = table.off.remove(*day));
            table.made_up.insert("2020-02-01".into());
        }
        if day < date("2019-03-22") {
            ["2019-05-02", "2019-05-03", "2019-05-04"]
                .iter()
                .for_each(|day| _ = table.off.remove(*day));
            ["2019-04-28", "2019-05-05"].iter().for_each(|day| _ = table.made_up.remove(*day));
        }
        table
    }

    pub(crate) fn works(&self, day: Day) -> bool {
        let (text, weekend) =
            (day.to_string(), [Weekday::Sat, Weekday::Sun].contains(&day.weekday()));
        self.made_up.contains(&text) || !(weekend || self.off.contains(&text))
    }

    /// The n-th working day after `from`; nothing once 2026 is over.
    pub(crate) fn nth_after(&self, from: Day, n: u32) -> Option<Day> {
        let days = from.iter_days().skip(1).take_while(|day| day.year() <= 2026);
        days.filter(|day| self.works(*day)).nth(n as usize - 1)
    }
}

pub(crate) fn date(text: &str) -> Day {
    gongdan_domain::parse_day("day", text).unwrap()
}

pub(crate) fn at(text: &str) -> Moment {
    Moment::parse("at", text).unwrap()
}

pub(crate) fn china() -> Calendar {
    Calendar::new(china_notices())
}

/// The end of a limit, with what was known when it was given.
pub(crate) fn by(given: &str, limit: Limit) -> String {
    let (calendar, hours) = (china(), OfficeHours::default());
    let clock = Clock { days: calendar.known_at(at(given)), hours: &hours };
    clock.limit(at(given), limit).unwrap().local().format("%Y-%m-%d %H:%M:%S%.3f").to_string()
}
