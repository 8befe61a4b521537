//! A half-open stretch of Beijing days: what a figure is counted over.

use std::fmt;

use chrono::{Datelike, Days, Months};

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

    /// `2020`, `2020-Q3`, `2020-09`, `2020-09-21`, or a range of two of these joined by `..`,
    /// both counted: `2020-07..2020-08`. As people write them too: `2020年9月`, `2020/9`,
    /// `2020年第3季度`, `2020年7月至2020年8月`.
    ///
    /// # Errors
    /// [`Problem::Malformed`] names `period`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = as_written::period(text);
        match text.split_once("..") {
            None => Self::parse_one(text.trim()),
            Some((first, last)) => {
                let (first, last) = (Self::parse_one(first.trim())?, Self::parse_one(last.trim())?);
                Self::days(first.first, last.last())
            }
        }
    }

    fn parse_one(text: &str) -> Result<Self, Invalid> {
        let parts: Vec<&str> = text.split('-').collect();
        let number = |text: &str| text.parse::<u32>().map_err(|_| malformed());
        match parts[..] {
            [year] => Self::quarter_span(number(year)?, 1, 12),
            [year, part] => match part.strip_prefix(['Q', 'q']) {
                Some(quarter) => {
                    let quarter = number(quarter)?.clamp(1, 5);
                    Self::quarter_span(number(year)?, quarter * 3 - 2, 3)
                }
                None => Self::quarter_span(number(year)?, number(part)?, 1),
            },
            _ => parse_day("period", text).and_then(|day| Self::days(day, day)),
        }
    }

    fn quarter_span(year: u32, month: u32, months: u32) -> Result<Self, Invalid> {
        let start = Self::month(i32::try_from(year).map_err(|_| malformed())?, month)?;
        let end = start.first.checked_add_months(Months::new(months)).ok_or_else(malformed)?;
        Ok(Self { first: start.first, end })
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

fn malformed() -> Invalid {
    let expected = "YYYY, YYYY-Qn, YYYY-MM, YYYY-MM-DD, or two of these joined by ..";
    Invalid::new("period", Problem::Malformed { expected })
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
