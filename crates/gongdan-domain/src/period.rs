//! A half-open stretch of Beijing days: what a figure is counted over.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, Weekday};

use crate::as_written;
use crate::day::Day;
use crate::invalid::{Invalid, Problem};
use crate::moment::{Moment, parse_day};

/// From the start of one Beijing day (counted) to the start of another (not counted).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    first: Day,
    end: Day,
}

impl Period {
    /// One calendar month, `month` from 1 to 12.
    ///
    /// ```
    /// use gongdan_domain::Period;
    /// let september = Period::month(2020, 9)?;
    /// assert_eq!(september.to_string(), "2020-09");
    /// assert!(september.contains(september.from()) && !september.contains(september.to()));
    /// # Ok::<(), gongdan_domain::Invalid>(())
    /// ```
    ///
    /// # Errors
    /// [`Problem::Malformed`] for a month or year that does not exist.
    pub fn month(year: i32, month: u32) -> Result<Self, Invalid> {
        let first = Day::from_ymd_opt(year, month, 1).filter(|_| (1..9999).contains(&year));
        let first = first.ok_or_else(malformed)?;
        let end = first.checked_add_months(Months::new(1)).ok_or_else(malformed)?;
        Ok(Self { first, end })
    }

    /// From `first` to `last`, both days counted.
    ///
    /// # Errors
    /// [`Problem::Rule`] when `last` comes before `first`.
    pub fn days(first: Day, last: Day) -> Result<Self, Invalid> {
        if last < first {
            let rule = "the last day must not come before the first";
            return Err(Invalid::new("period", Problem::Rule { rule }));
        }
        let end = last.checked_add_days(Days::new(1)).ok_or_else(malformed)?;
        Ok(Self { first, end })
    }

    /// One week from Monday to Sunday, by its number of ISO 8601: week 1 has the year's first
    /// Thursday.
    ///
    /// ```
    /// use gongdan_domain::Period;
    /// assert_eq!(Period::week(2020, 36)?.to_string(), "2020-08-31..2020-09-06");
    /// assert!(Period::week(2021, 53).is_err(), "2021 has 52 weeks");
    /// # Ok::<(), gongdan_domain::Invalid>(())
    /// ```
    ///
    /// # Errors
    /// [`Problem::Malformed`] for a week that its year does not have.
    pub fn week(year: i32, week: u32) -> Result<Self, Invalid> {
        let first = Day::from_isoywd_opt(year, week, Weekday::Mon);
        let first = first.filter(|_| (2..9999).contains(&year)).ok_or_else(malformed)?;
        Self::days(first, first.checked_add_days(Days::new(6)).ok_or_else(malformed)?)
    }

    /// `2020`, `2020-Q3`, `2020-09`, `2020-W36`, `2020-09-21`, or a range of two of these joined by
    /// `..`, both counted: `2020-07..2020-08`. As people write them too: `2020年9月`, `2020/9`,
    /// `2020年三季度`, `2020Q3`, `2020年第36周`, `2020年7月至2020年8月`.
    ///
    /// # Errors
    /// [`Problem::Malformed`] names `period`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = as_written::period(text);
        match text.split_once("..") {
            None => Self::parse_one(text.trim()),
            Some((first, last)) => {
                Self::parse_one(first.trim())?.until(&Self::parse_one(last.trim())?)
            }
        }
    }

    /// From the first day of this period to the last day of another, both counted.
    ///
    /// # Errors
    /// [`Problem::Rule`] when the other ends before this one begins.
    pub fn until(&self, other: &Self) -> Result<Self, Invalid> {
        Self::days(self.first, other.last())
    }

    fn parse_one(text: &str) -> Result<Self, Invalid> {
        let parts: Vec<&str> = text.split('-').collect();
        match parts[..] {
            [year] => Self::months(number(year)?, 1, 12),
            [year, part] => Self::part_of(number(year)?, part),
            _ => parse_day("period", text).and_then(|day| Self::days(day, day)),
        }
    }

    /// A quarter, a week or a month of a year.
    fn part_of(year: i32, part: &str) -> Result<Self, Invalid> {
        let letter = part.chars().next().map(|letter| letter.to_ascii_uppercase());
        let numbered = || number(part.get(1..).unwrap_or_default());
        match letter {
            Some('Q') => match numbered()? {
                quarter @ 1..=4 => Self::months(year, quarter * 3 - 2, 3),
                _ => Err(malformed()),
            },
            Some('W') => Self::week(year, numbered()?),
            _ => Self::month(year, number(part)?),
        }
    }

    fn months(year: i32, month: u32, months: u32) -> Result<Self, Invalid> {
        let first = Self::month(year, month)?.first;
        let end = first.checked_add_months(Months::new(months)).ok_or_else(malformed)?;
        Ok(Self { first, end })
    }

    /// The first moment that is counted.
    pub fn from(&self) -> Moment {
        Moment::start_of(self.first)
    }

    /// The first moment that is no longer counted.
    pub fn to(&self) -> Moment {
        Moment::start_of(self.end)
    }

    /// The first day that is counted.
    pub fn first(&self) -> Day {
        self.first
    }

    /// The last day that is counted.
    pub fn last(&self) -> Day {
        self.end.checked_sub_days(Days::new(1)).unwrap_or(self.end)
    }

    /// Whether the moment lies inside.
    pub fn contains(&self, moment: Moment) -> bool {
        self.from() <= moment && moment < self.to()
    }

    /// The whole months this period is made of, when it is made of whole months.
    pub fn whole_months(&self) -> Option<u32> {
        let index = |day: Day| day.year() * 12 + day.month0() as i32;
        let whole = self.first.day() == 1 && self.end.day() == 1;
        whole.then(|| (index(self.end) - index(self.first)).unsigned_abs())
    }

    /// The period of the same length that ends where this one begins: what 环比 compares with.
    pub fn before(&self) -> Self {
        let first = match self.whole_months() {
            Some(months) => self.first.checked_sub_months(Months::new(months)),
            None => {
                let length = (self.end - self.first).num_days().unsigned_abs();
                self.first.checked_sub_days(Days::new(length))
            }
        };
        Self { first: first.unwrap_or(self.first), end: self.first }
    }

    /// The same period one year earlier: what 同比 compares with.
    pub fn year_before(&self) -> Self {
        let back = |day: Day| day.checked_sub_months(Months::new(12)).unwrap_or(day);
        Self { first: back(self.first), end: back(self.end) }
    }
}

/// A number as people write one, without a sign.
fn number<T: FromStr>(text: &str) -> Result<T, Invalid> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits).ok_or_else(malformed)
}

fn malformed() -> Invalid {
    let expected = "YYYY, YYYY-Qn, YYYY-MM, YYYY-Wnn, YYYY-MM-DD, or two of these joined by ..";
    Invalid::new("period", Problem::Malformed { expected })
}

impl FromStr for Period {
    type Err = Invalid;

    /// As [`Period::parse`].
    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::parse(text)
    }
}

impl TryFrom<&str> for Period {
    type Error = Invalid;

    /// As [`Period::parse`].
    fn try_from(text: &str) -> Result<Self, Invalid> {
        Self::parse(text)
    }
}

impl TryFrom<(Day, Day)> for Period {
    type Error = Invalid;

    /// As [`Period::days`].
    fn try_from((first, last): (Day, Day)) -> Result<Self, Invalid> {
        Self::days(first, last)
    }
}

impl<'de> serde::Deserialize<'de> for Period {
    /// Any text that [`Period::parse`] reads.
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

impl serde::Serialize for Period {
    /// As it is shown.
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl fmt::Display for Period {
    /// `2020-09` for a month, else `2020-07-01..2020-08-31`: text that [`Period::parse`] reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.whole_months() {
            Some(1) => write!(f, "{}", self.first.format("%Y-%m")),
            _ => write!(f, "{}..{}", self.first, self.last()),
        }
    }
}
