//! A limit explained: each day counted or skipped, why, and by which notice.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::day::{day_of, number_of};
use crate::deadline::{Clock, DAY_MS, Limit};
use crate::invalid::Invalid;
use crate::moment::Moment;
use crate::notice::day_text;
use crate::working_days::Why;

/// One day between the giving of a limit and its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayLine {
    /// The day; `YYYY-MM-DD` as text.
    #[serde(with = "day_text")]
    pub day: Day,
    /// The n-th day counted, from 1; nothing when the day was skipped.
    pub ordinal: Option<u32>,
    /// How much of the limit ran on this day, in milliseconds; a day of a day limit is worth
    /// 24 hours.
    pub counted_ms: i64,
    /// Why it was counted or skipped.
    pub why: Why,
    /// The source of the notice that decides; empty on the wall clock.
    pub source: String,
}

impl Clock<'_> {
    /// The days of a limit, in order. A day limit's lines begin with the next day (次日起), the
    /// other limits' with the day they are given; the last line is the day on which the last of it
    /// ran. A working day that is over when the limit is given is skipped.
    ///
    /// # Errors
    /// As [`Clock::limit`]; [`crate::Problem::UnknownYear`] also when the day on which a limit
    /// is given lies in a year that the calendar does not know.
    pub fn explain(&self, from: Moment, limit: Limit) -> Result<Vec<DayLine>, Invalid> {
        let by = self.limit(from, limit)?;
        let begin = match limit {
            Limit::WorkingDays(_) => Moment::start_of(day_of(number_of(from.day()) + 1)),
            Limit::WorkingMinutes(_) | Limit::ClockMinutes(_) => from,
        };
        let mut ordinal = 0;
        (number_of(begin.day())..=number_of(by.plus_ms(-1).day()))
            .map(|number| self.line(day_of(number), limit, begin, by, &mut ordinal))
            .collect()
    }

    fn line(
        &self,
        day: Day,
        limit: Limit,
        begin: Moment,
        by: Moment,
        ordinal: &mut u32,
    ) -> Result<DayLine, Invalid> {
        let (why, source) = self.reason(day, limit)?;
        let midnight = Moment::start_of(day);
        let end = midnight.plus_ms(DAY_MS);
        let end = if matches!(limit, Limit::WorkingDays(_)) { end } else { end.min(by) };
        let counted_ms = self.working_ms(limit, midnight.max(begin), end)?;
        *ordinal += u32::from(counted_ms > 0);
        let ordinal = (counted_ms > 0).then_some(*ordinal);
        Ok(DayLine { day, ordinal, counted_ms, why, source })
    }

    fn reason(&self, day: Day, limit: Limit) -> Result<(Why, String), Invalid> {
        if matches!(limit, Limit::ClockMinutes(_)) {
            return Ok((Why::WallClock, String::new()));
        }
        let verdict = self.days.day(day)?;
        Ok((verdict.why, verdict.source.to_owned()))
    }
}
