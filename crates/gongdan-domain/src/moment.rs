//! Moments and periods in the one zone of the hotline: UTC+8, whatever the host's.
//!
//! A [`Moment`] is stored once, as milliseconds since 1970 UTC. China has had one zone and no
//! daylight saving since 1991, so a fixed offset of eight hours is exact for every ticket.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::as_written;
use crate::day::Day;
use crate::invalid::{Invalid, Problem};

const OFFSET_MS: i64 = 8 * 3_600_000;
const DAY_MS: i64 = 86_400_000;

/// An instant, in milliseconds since 1970-01-01T00:00:00Z, shown in Beijing time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Moment(i64);

impl Moment {
    /// The first moment of year 1 in Beijing: the earliest that is allowed.
    pub const MIN: Self = Self(-62_135_596_800_000 - OFFSET_MS);
    /// The last millisecond of year 9999 in Beijing: the latest that is allowed.
    pub const MAX: Self = Self(253_402_300_799_999 - OFFSET_MS);

    /// Milliseconds since 1970 UTC; years 1 to 9999 are allowed.
    ///
    /// # Errors
    /// [`Problem::OutOfRange`] names `argument`.
    pub fn from_ms(argument: &'static str, ms: i64) -> Result<Self, Invalid> {
        let (from, to) = (Self::MIN.0, Self::MAX.0);
        if (from..=to).contains(&ms) {
            return Ok(Self(ms));
        }
        Err(Invalid::new(argument, Problem::OutOfRange { from, to }))
    }

    /// Milliseconds since 1970 UTC.
    pub const fn ms(self) -> i64 {
        self.0
    }

    /// A local Beijing date and time.
    pub fn from_local(local: NaiveDateTime) -> Self {
        Self(local.and_utc().timestamp_millis() - OFFSET_MS).clamp(Self::MIN, Self::MAX)
    }

    /// The Beijing date and time of this moment.
    pub fn local(self) -> NaiveDateTime {
        chrono::DateTime::from_timestamp_millis(self.0 + OFFSET_MS)
            .map_or(NaiveDateTime::MIN, |utc| utc.naive_utc())
    }

    /// The Beijing day of this moment.
    pub fn day(self) -> Day {
        self.local().date()
    }

    /// The Beijing day so many months later; the last of a month that has no such day. Nothing
    /// beyond the calendar.
    ///
    /// ```
    /// use gongdan_domain::Moment;
    ///
    /// let moment = Moment::parse("at", "2020-08-31 09:00")?;
    /// assert_eq!(moment.months_later(6).map(|day| day.to_string()), Some("2021-02-28".into()));
    /// # Ok::<(), gongdan_domain::Invalid>(())
    /// ```
    pub fn months_later(self, months: u32) -> Option<Day> {
        self.day().checked_add_months(chrono::Months::new(months))
    }

    /// The first moment of a Beijing day.
    pub fn start_of(day: Day) -> Self {
        Self::from_local(day.and_time(NaiveTime::MIN))
    }

    /// The last millisecond of a Beijing day: what a day limit and a bare `as_of` date mean.
    pub fn end_of(day: Day) -> Self {
        Self(Self::start_of(day).0 + DAY_MS - 1)
    }

    /// `20201009`: the Beijing day as an integer, as stored beside the moment.
    pub fn day_key(self) -> i64 {
        let day = self.day();
        i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
    }

    /// `202010`: the Beijing month as an integer, as stored beside the moment.
    pub fn month_key(self) -> i64 {
        self.day_key() / 100
    }

    /// This moment moved by milliseconds, held inside the allowed years.
    pub fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms)).clamp(Self::MIN, Self::MAX)
    }

    /// `2020-10-09 17:30:00`, to the second, in Beijing time.
    ///
    /// ```
    /// use gongdan_domain::Moment;
    /// let moment = Moment::parse("at", "2020-10-09 17:30")?;
    /// assert_eq!(moment.to_string(), "2020-10-09 17:30:00");
    /// assert_eq!(Moment::parse_as_of("2020-10-09")?.to_string(), "2020-10-09 23:59:59");
    /// # Ok::<(), gongdan_domain::Invalid>(())
    /// ```
    ///
    /// # Errors
    /// [`Problem::Malformed`] names `argument`. Allowed are `YYYY-MM-DD HH:MM[:SS[.mmm]]` in
    /// Beijing time, the day as in [`parse_day`] (a `T` may stand for the blank), `8时30分` for the
    /// time, and RFC 3339 with an offset.
    pub fn parse(argument: &'static str, text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        if let Ok(fixed) = chrono::DateTime::parse_from_rfc3339(text) {
            return Self::from_ms(argument, fixed.timestamp_millis());
        }
        as_written::day_and_time(text)
            .filter(|local| (1..=9999).contains(&local.year()))
            .map(Self::from_local)
            .ok_or_else(|| Invalid::new(argument, Problem::Malformed { expected: A_MOMENT }))
    }

    /// A cut-off: a moment as in [`Moment::parse`], or a bare date, which means its end.
    ///
    /// # Errors
    /// [`Problem::Malformed`] names `as_of`.
    pub fn parse_as_of(text: &str) -> Result<Self, Invalid> {
        parse_day("as_of", text).map(Self::end_of).or_else(|_| Self::parse("as_of", text))
    }
}

impl FromStr for Moment {
    type Err = Invalid;

    /// As [`Moment::parse`]: a day alone is no moment, since it can mean its beginning or its end
    /// ([`Moment::start_of`], [`Moment::end_of`], [`Moment::parse_as_of`]).
    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::parse("at", text)
    }
}

impl TryFrom<i64> for Moment {
    type Error = Invalid;

    /// Milliseconds since 1970 UTC, as [`Moment::from_ms`].
    fn try_from(ms: i64) -> Result<Self, Invalid> {
        Self::from_ms("at", ms)
    }
}

impl From<Moment> for i64 {
    fn from(moment: Moment) -> Self {
        moment.ms()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.local().format("%Y-%m-%d %H:%M:%S"))
    }
}

const A_DAY: &str = "YYYY-MM-DD";
const A_MOMENT: &str = "YYYY-MM-DD HH:MM[:SS], Beijing time";

/// A day as people write it: `2020-09-01`, `2020/9/1`, `2020.9.1`, `2020年9月1日`, `20200901`, also
/// in full-width digits; years 1 to 9999.
///
/// # Errors
/// [`Problem::Malformed`] names `argument`.
pub fn parse_day(argument: &'static str, text: &str) -> Result<Day, Invalid> {
    let text = text.trim();
    plain_day(text)
        .or_else(|| as_written::day(text))
        .filter(|day| (1..=9999).contains(&day.year()))
        .ok_or_else(|| Invalid::new(argument, Problem::Malformed { expected: A_DAY }))
}

/// Ten characters, as every day in a file is written: read without a pattern.
fn plain_day(text: &str) -> Option<Day> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        let add = |sum: i32, digit: &u8| {
            digit.is_ascii_digit().then(|| sum * 10 + i32::from(*digit - b'0'))
        };
        digits.iter().try_fold(0, add)
    };
    let (year, month, day) = (number(&[a, b, c, d])?, number(&[e, f])?, number(&[g, h])?);
    Day::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// A moment as it is told in a structure.
#[derive(Deserialize)]
#[serde(untagged)]
enum Told {
    Ms(i64),
    Text(String),
}

/// A moment in a structure that is told: milliseconds, or as people write it, with its time of day.
pub(crate) fn instant<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Moment, D::Error> {
    let moment = match Told::deserialize(from)? {
        Told::Ms(ms) => Moment::from_ms("moment", ms),
        Told::Text(text) => Moment::parse("moment", &text),
    };
    moment.map_err(serde::de::Error::custom)
}

/// A moment that may be left out, as [`instant`].
pub(crate) fn maybe<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Moment>, D::Error> {
    #[derive(Deserialize)]
    struct Instant(#[serde(deserialize_with = "instant")] Moment);
    Ok(Option::<Instant>::deserialize(from)?.map(|Instant(moment)| moment))
}

/// A moment in a structure that is told: milliseconds, or as people write it; a bare date means its
/// beginning.
pub(crate) fn beginning<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Moment, D::Error> {
    let moment = match Told::deserialize(from)? {
        Told::Ms(ms) => Moment::from_ms("from", ms),
        Told::Text(text) => {
            parse_day("from", &text).map(Moment::start_of).or_else(|_| Moment::parse("from", &text))
        }
    };
    moment.map_err(serde::de::Error::custom)
}
