//! The working-day calendar: one notice a year, amendments kept beside what they amend.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::invalid::{Invalid, Problem};
use crate::moment::{Day, Moment};
use crate::vocabulary::vocabulary;
use crate::working_days::{Sheet, WorkingDays};

vocabulary! {
    /// What a notice says of a day that it names.
    DayKind, "kind" in "day_kind" {
        /// Off: a day of a published break, weekends inside it included.
        Holiday = 1, "holiday", "放假";
        /// Worked: a weekend day that makes up for a break.
        Workday = 2, "workday", "调休上班";
    }
}

/// One day that a notice names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialDay {
    /// The day; `YYYY-MM-DD` as text.
    #[serde(with = "day_text")]
    pub date: Day,
    /// Off or worked.
    pub kind: DayKind,
    /// The festival it belongs to, for example 春节.
    pub name: String,
}

/// One published arrangement of a year's days off and make-up days (部分节假日安排的通知).
///
/// The first notice of a year says how the whole year is worked. One published later (补充通知)
/// changes the days that it names and no others; a day that is worked as usual again is named too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The year it arranges.
    pub year: i32,
    /// The day it was published; limits given before that day do not know it.
    #[serde(with = "day_text")]
    pub published: Day,
    /// Where it stands: a document number or an address.
    pub source: String,
    /// The days that it names, in any order; at least one.
    pub days: Vec<SpecialDay>,
}

impl Notice {
    /// Checks a notice that somebody typed or loaded.
    ///
    /// # Errors
    /// [`Problem::OutOfRange`] names `year` (1 to 9999), [`Problem::Empty`] or
    /// [`Problem::ControlCharacter`] names `source` or `name`, [`Problem::Empty`] names `days` when
    /// there is none, [`Problem::Rule`]
    /// when a day lies outside the year, the December before and the January after,
    /// [`Problem::Duplicate`] names `days` when a day stands twice.
    pub fn validate(&self) -> Result<(), Invalid> {
        if !(1..=9999).contains(&self.year) {
            return Err(Invalid::new("year", Problem::OutOfRange { from: 1, to: 9999 }));
        }
        plain_text("source", &self.source)?;
        if self.days.is_empty() {
            return Err(Invalid::new("days", Problem::Empty));
        }
        let mut seen = BTreeSet::new();
        for special in &self.days {
            plain_text("name", &special.name)?;
            self.covers(special.date)?;
            if !seen.insert(special.date) {
                let given = special.date.to_string();
                return Err(Invalid::new("days", Problem::Duplicate { given }));
            }
        }
        Ok(())
    }

    /// Whether both say the same of the same days, whatever the order they name them in.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        let by_date = |notice: &Self| {
            let mut days = notice.days.clone();
            days.sort_by_key(|special| special.date);
            (notice.year, notice.published, notice.source.clone(), days)
        };
        by_date(self) == by_date(other)
    }

    fn covers(&self, date: Day) -> Result<(), Invalid> {
        let covered = match date.year() - self.year {
            0 => true,
            -1 => date.month() == 12,
            1 => date.month() == 1,
            _ => false,
        };
        let rule = "a day lies in the notice's year, the December before or the January after";
        covered.then_some(()).ok_or_else(|| Invalid::new("days", Problem::Rule { rule }))
    }
}

fn plain_text(argument: &'static str, text: &str) -> Result<(), Invalid> {
    let problem = match text {
        _ if text.trim().is_empty() => Problem::Empty,
        _ if text.chars().any(char::is_control) => Problem::ControlCharacter,
        _ => return Ok(()),
    };
    Err(Invalid::new(argument, problem))
}

/// All notices that the hotline has adopted, in order of adoption; the default is empty and
/// knows no year.
///
/// ```
/// use gongdan_domain::{Calendar, Moment, Why, china_notices, parse_day};
/// let calendar = Calendar::new(china_notices());
/// let days = calendar.known_at(Moment::parse("at", "2020-09-25 10:00")?);
/// let sunday = days.day(parse_day("day", "2020-09-27")?)?;
/// assert!(sunday.working && sunday.why == Why::MakeUpDay("国庆节".into()));
/// # Ok::<(), gongdan_domain::Invalid>(())
/// ```
#[derive(Default, Clone, Debug, PartialEq)]
pub struct Calendar {
    notices: Vec<Notice>,
    by_year: BTreeMap<i32, Vec<Sheet>>,
}

impl Calendar {
    /// A calendar of these notices, adopted in this order.
    pub fn new(notices: Vec<Notice>) -> Self {
        let mut calendar = Self::default();
        notices.into_iter().for_each(|notice| calendar.adopt(notice));
        calendar
    }

    /// Adopts one more notice; those of the same year stay for the limits that knew them.
    ///
    /// [`Notice::validate`] comes first: of a notice that does not hold, days outside its year
    /// are never looked at, and of a day that stands twice the last line counts.
    pub fn adopt(&mut self, notice: Notice) {
        let index = self.notices.len();
        let sheets = self.by_year.entry(notice.year).or_default();
        let earlier = |sheet: &Sheet| sheet.published <= notice.published;
        sheets.insert(sheets.partition_point(earlier), Sheet::of(&notice, index));
        self.notices.push(notice);
    }

    /// The notices, in order of adoption.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// What was known when a limit was given: the notices that had been published on or before
    /// that Beijing day. Costs nothing until a day is asked for.
    pub fn known_at(&self, given_at: Moment) -> WorkingDays<'_> {
        WorkingDays::new(self, given_at.day())
    }

    /// The sheets of a year that were known at the end of a day, in order of publication; of those
    /// published on one day the last adopted comes last.
    pub(crate) fn sheets(&self, year: i32, at: Day) -> &[Sheet] {
        let sheets = self.by_year.get(&year).map_or(&[][..], Vec::as_slice);
        let known = sheets.partition_point(|sheet| sheet.published <= at);
        sheets.get(..known).unwrap_or_default()
    }

    /// The notice that a sheet was made of.
    pub(crate) fn notice(&self, sheet: &Sheet) -> Option<&Notice> {
        self.notices.get(sheet.notice)
    }
}

/// A day number, counted from 1 January of year 1: chrono's count, made here to be added to.
pub(crate) fn number_of(day: Day) -> i32 {
    day.num_days_from_ce()
}

/// The day of a number from [`number_of`].
pub(crate) fn day_of(number: i32) -> Day {
    NaiveDate::from_num_days_from_ce_opt(number).unwrap_or(NaiveDate::MAX)
}

/// Days as `YYYY-MM-DD` in serde formats.
pub(crate) mod day_text {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::moment::{Day, parse_day};

    pub(crate) fn serialize<S: Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(day)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        let text = String::deserialize(deserializer)?;
        parse_day("day", &text).map_err(|_| D::Error::custom("a day is written YYYY-MM-DD"))
    }
}
