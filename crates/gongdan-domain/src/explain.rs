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

impl DayLine {
    /// With the next ordinal, where anything of the day counts.
    fn counted(mut self, ordinal: &mut u32) -> Self {
        *ordinal += u32::from(self.counted_ms > 0);
        self.ordinal = (self.counted_ms > 0).then_some(*ordinal);
        self
    }
}

/// A limit that was moved: from when it counts, where it ends now, and when it was held.
#[derive(Clone, Copy)]
pub(crate) struct Moved<'a> {
    pub(crate) limit: Limit,
    pub(crate) begin: Moment,
    pub(crate) by: Moment,
    pub(crate) holds: &'a [(Moment, Moment)],
}

impl Limit {
    /// From when it counts: a day limit from the next day (次日起).
    pub(crate) fn begins(self, from: Moment) -> Moment {
        match self {
            Self::WorkingDays(_) => Moment::start_of(day_of(number_of(from.day()) + 1)),
            Self::WorkingMinutes(_) | Self::ClockMinutes(_) => from,
        }
    }
}

/// What of a day counts for a limit: of a day limit the whole of it.
fn stretch(day: Day, limit: Limit, begin: Moment, by: Moment) -> (Moment, Moment) {
    let midnight = Moment::start_of(day);
    let end = midnight.plus_ms(DAY_MS);
    let end = if matches!(limit, Limit::WorkingDays(_)) { end } else { end.min(by) };
    (midnight.max(begin), end)
}

impl Clock<'_> {
    /// The days of a limit that was moved, up to where it ends now: up to the day of its first end as
    /// they were known when it was given, after it as this clock knows them.
    ///
    /// # Errors
    /// [`crate::Problem::UnknownYear`] names `calendar`.
    pub(crate) fn explain_moved(
        &self,
        given: &Clock<'_>,
        first_by: Moment,
        moved: &Moved<'_>,
    ) -> Result<Vec<DayLine>, Invalid> {
        let (begin, by, mut ordinal) = (moved.begin, moved.by, 0);
        (number_of(begin.day())..=number_of(by.plus_ms(-1).day()))
            .map(|number| {
                let day = day_of(number);
                let clock = if day <= first_by.day() { given } else { self };
                Ok(clock.held_line(day, moved)?.counted(&mut ordinal))
            })
            .collect()
    }

    /// The days of a limit, in order. A day limit's lines begin with the next day (次日起), the
    /// other limits' with the day they are given; the last line is the day on which the last of it
    /// ran. A working day that is over when the limit is given is skipped.
    ///
    /// # Errors
    /// As [`Clock::limit`]; [`crate::Problem::UnknownYear`] also when the day on which a limit
    /// is given lies in a year that the calendar does not know.
    pub fn explain(&self, from: Moment, limit: Limit) -> Result<Vec<DayLine>, Invalid> {
        let (by, begin) = (self.limit(from, limit)?, limit.begins(from));
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
        let line = self.whole_line(day, limit, begin, by)?;
        Ok(line.counted(ordinal))
    }

    fn whole_line(
        &self,
        day: Day,
        limit: Limit,
        begin: Moment,
        by: Moment,
    ) -> Result<DayLine, Invalid> {
        let (why, source) = self.reason(day, limit)?;
        let (from, to) = stretch(day, limit, begin, by);
        let counted_ms = self.working_ms(limit, from, to)?;
        Ok(DayLine { day, ordinal: None, counted_ms, why, source })
    }

    /// The line of a day of a limit that was held for some stretches: what ran while it was held does
    /// not count. A day limit is held for whole days, the first not among them.
    fn held_line(&self, day: Day, moved: &Moved<'_>) -> Result<DayLine, Invalid> {
        let Moved { limit, begin, by, holds } = *moved;
        let mut line = self.whole_line(day, limit, begin, by)?;
        let (from, to) = stretch(day, limit, begin, by);
        let held = holds.iter().map(|(since, until)| match limit {
            Limit::WorkingDays(_) => {
                let (first, last) = (since.plus_ms(-1).day(), until.plus_ms(-1).day());
                Ok(if first < day && day <= last { line.counted_ms } else { 0 })
            }
            _ => {
                let (since, until) = ((*since).max(from), (*until).min(to));
                if since < until { self.working_ms(limit, since, until) } else { Ok(0) }
            }
        });
        let held = held.sum::<Result<i64, Invalid>>()?.min(line.counted_ms);
        line.counted_ms -= held;
        if held > 0 && line.counted_ms == 0 {
            line.why = Why::Held;
            line.source.clear();
        }
        Ok(line)
    }

    fn reason(&self, day: Day, limit: Limit) -> Result<(Why, String), Invalid> {
        if matches!(limit, Limit::ClockMinutes(_)) {
            return Ok((Why::WallClock, String::new()));
        }
        let verdict = self.days.day(day)?;
        Ok((verdict.why, verdict.source.to_owned()))
    }
}
