//! A notice: one published arrangement of a year's days off and make-up days.

use std::collections::BTreeSet;

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::invalid::{Invalid, Problem};
use crate::vocabulary::vocabulary;

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

/// Days as `YYYY-MM-DD` in serde formats.
pub(crate) mod day_text {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::day::Day;
    use crate::moment::parse_day;

    pub(crate) fn serialize<S: Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(day)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        let text = String::deserialize(deserializer)?;
        parse_day("day", &text).map_err(|_| D::Error::custom("a day is written YYYY-MM-DD"))
    }
}
