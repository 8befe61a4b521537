//! Whether a day is worked, as known at one moment: two bits a day and no map to rebuild.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::day::{Day, day_of, number_of};
use crate::invalid::{Invalid, Problem};
use crate::moment::Moment;
use crate::notice::Notice;
use crate::sheet::Sheet;

/// Why a day counts or does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Monday to Friday, not named by the notice: worked.
    Weekday,
    /// Saturday or Sunday, not named by the notice: off.
    Weekend,
    /// Named by the notice as off, with the festival's name.
    Holiday(String),
    /// Named by the notice as worked (调休), with the festival's name.
    MakeUpDay(String),
    /// The limit runs on the wall clock, so no calendar was asked.
    WallClock,
    /// The centre held the limit (挂账, 并单, 退回重办): what it would have counted was given back.
    Held,
}

/// One day's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayVerdict<'a> {
    /// Whether the day is worked.
    pub working: bool,
    /// Why.
    pub why: Why,
    /// The source of the notice that decides: the year's own, or a neighbour's that names the day.
    pub source: &'a str,
}

/// The working days as they were known at one moment; made by [`Calendar::known_at`].
#[derive(Clone, Copy, Debug)]
pub struct WorkingDays<'a> {
    calendar: &'a Calendar,
    at: Day,
}

impl Calendar {
    /// What was known when a limit was given: the notices that had been published on or before
    /// that Beijing day. Costs nothing until a day is asked for.
    pub fn known_at(&self, given_at: Moment) -> WorkingDays<'_> {
        WorkingDays { calendar: self, at: given_at.day() }
    }
}

impl<'a> WorkingDays<'a> {
    /// Whether a day is worked, why, and which notice says so.
    ///
    /// # Errors
    /// [`Problem::UnknownYear`] names `calendar` when no notice known by then covers the day.
    pub fn day(&self, day: Day) -> Result<DayVerdict<'a>, Invalid> {
        let number = number_of(day);
        let (sheet, named) = YearSheets::of(*self, number).ruling(number)?;
        let notice = self.calendar.notice(sheet).ok_or_else(|| unknown_year(day.year()))?;
        let why = match named {
            None if is_weekend(number) => Why::Weekend,
            None => Why::Weekday,
            Some(true) => Why::MakeUpDay(festival(notice, day)),
            Some(false) => Why::Holiday(festival(notice, day)),
        };
        let working = named.unwrap_or_else(|| !is_weekend(number));
        Ok(DayVerdict { working, why, source: &notice.source })
    }

    /// Whether a day is worked.
    ///
    /// # Errors
    /// [`Problem::UnknownYear`] as in [`WorkingDays::day`].
    pub fn is_working(&self, day: Day) -> Result<bool, Invalid> {
        self.walk(number_of(day)).is_working(number_of(day))
    }

    /// How many days are worked after one day, up to another and with it; counted no further than so many.
    ///
    /// # Errors
    /// [`Problem::UnknownYear`] as in [`WorkingDays::day`].
    pub fn worked_after(&self, day: Day, until: Day, at_most: u32) -> Result<u32, Invalid> {
        let (mut worked, mut number) = (0, number_of(day));
        let mut walk = self.walk(number);
        while worked < at_most && number < number_of(until) {
            number += 1;
            worked += u32::from(walk.is_working(number)?);
        }
        Ok(worked)
    }

    /// A walk over many days that looks up the notices once a year.
    pub(crate) fn walk(self, number: i32) -> Walk<'a> {
        Walk { days: self, year: YearSheets::of(self, number) }
    }
}

fn festival(notice: &Notice, day: Day) -> String {
    let named = notice.days.iter().rev().find(|special| special.date == day);
    named.map(|special| special.name.clone()).unwrap_or_default()
}

fn unknown_year(year: i32) -> Invalid {
    Invalid::new("calendar", Problem::UnknownYear { year })
}

/// Day 1 of year 1 was a Monday.
fn is_weekend(number: i32) -> bool {
    (number - 1).rem_euclid(7) >= 5
}

/// Goes over days by number, with the sheets of the current year at hand.
pub(crate) struct Walk<'a> {
    days: WorkingDays<'a>,
    year: YearSheets<'a>,
}

impl Walk<'_> {
    /// Whether the day is worked, or which year is unknown.
    pub(crate) fn is_working(&mut self, number: i32) -> Result<bool, Invalid> {
        if !self.year.holds(number) {
            self.year = YearSheets::of(self.days, number);
        }
        let (_, named) = self.year.ruling(number)?;
        Ok(named.unwrap_or_else(|| !is_weekend(number)))
    }
}

/// The notices that can speak of one year: its own, and its neighbours' for December and January.
struct YearSheets<'a> {
    year: i32,
    first: i32,
    last: i32,
    own: &'a [Sheet],
    before: &'a [Sheet],
    after: &'a [Sheet],
}

impl<'a> YearSheets<'a> {
    fn of(days: WorkingDays<'a>, number: i32) -> Self {
        let day = day_of(number);
        let first = number - day.ordinal0() as i32;
        let last = first + if day.leap_year() { 365 } else { 364 };
        let sheets = |year| days.calendar.sheets(year, days.at);
        let (year, own) = (day.year(), sheets(day.year()));
        Self { year, first, last, own, before: sheets(year - 1), after: sheets(year + 1) }
    }

    fn holds(&self, number: i32) -> bool {
        (self.first..=self.last).contains(&number)
    }

    /// The sheet that decides, and what it says of the day if it names it: the latest published of
    /// all that name it, of whichever year; of a day that none names, the first of its own year.
    fn ruling(&self, number: i32) -> Result<(&'a Sheet, Option<bool>), Invalid> {
        let latest = |sheets: &'a [Sheet]| {
            let named = |sheet: &'a Sheet| Some((sheet, Some(sheet.says(number)?)));
            sheets.iter().rev().find_map(named)
        };
        let named = [self.before, self.own, self.after].into_iter().filter_map(latest);
        let ruling = named.max_by_key(|(sheet, _)| sheet.rank());
        let plain = || self.own.first().map(|own| (own, None));
        ruling.or_else(plain).ok_or_else(|| unknown_year(self.year))
    }
}
