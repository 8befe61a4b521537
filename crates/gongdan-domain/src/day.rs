//! A day: what the calendar counts in.

use chrono::{Datelike, NaiveDate};

/// A calendar day in Beijing time.
pub type Day = NaiveDate;

/// A day number, counted from 1 January of year 1: chrono's count, made here to be added to.
pub(crate) fn number_of(day: Day) -> i32 {
    day.num_days_from_ce()
}

/// The day of a number from [`number_of`].
pub(crate) fn day_of(number: i32) -> Day {
    NaiveDate::from_num_days_from_ce_opt(number).unwrap_or(NaiveDate::MAX)
}
