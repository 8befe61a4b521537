//! Limits and the clocks they run on: what is promised, what has run, what a pause moves.

use serde::{Deserialize, Serialize};

use crate::day::{day_of, number_of};
use crate::invalid::{Invalid, Problem};
use crate::moment::Moment;
use crate::office_hours::OfficeHours;
use crate::working_days::WorkingDays;

/// How long a step may take, and on which clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// Working days from the next day (次日起) to the end of the last one; 1 to 2 000.
    WorkingDays(u32),
    /// Minutes of office hours on working days, from the moment; 1 to 2 880 000.
    WorkingMinutes(u32),
    /// Minutes on the wall clock, from the moment; 1 to 2 880 000.
    ClockMinutes(u32),
}

const MAX_DAYS: u32 = 2_000;
const MAX_MINUTES: u32 = 2_880_000;
/// No computation looks further than ten years of days, whatever the calendar says.
const WINDOW: i32 = 3_653;
const MINUTE_MS: i64 = 60_000;
pub(crate) const DAY_MS: i64 = 86_400_000;
const WHOLE_DAY: &[(u16, u16)] = &[(0, 1440)];

impl Limit {
    /// Whether the limit lies in its range.
    ///
    /// # Errors
    /// [`Problem::OutOfRange`] names `limit`.
    pub fn validate(self) -> Result<(), Invalid> {
        match self {
            Self::WorkingDays(days) => in_range("limit", days, MAX_DAYS),
            Self::WorkingMinutes(minutes) | Self::ClockMinutes(minutes) => {
                in_range("limit", minutes, MAX_MINUTES)
            }
        }
    }
}

fn in_range(argument: &'static str, given: u32, max: u32) -> Result<(), Invalid> {
    let problem = Problem::OutOfRange { from: 1, to: i64::from(max) };
    (1..=max).contains(&given).then_some(()).ok_or_else(|| Invalid::new(argument, problem))
}

/// A working clock: the calendar as known when the limit is given, and the office hours.
///
/// ```
/// use gongdan_domain::{Calendar, Clock, Limit, Moment, OfficeHours, china_notices};
/// let (calendar, hours) = (Calendar::new(china_notices()), OfficeHours::default());
/// let given = Moment::parse("at", "2020-09-24 16:59")?; // a Thursday
/// let clock = Clock { days: calendar.known_at(given), hours: &hours };
/// let by = clock.limit(given, Limit::WorkingDays(5))?;
/// assert_eq!(by.to_string(), "2020-09-30 23:59:59"); // Sunday the 27th was worked
/// # Ok::<(), gongdan_domain::Invalid>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Clock<'a> {
    /// The working days, as known when the limit is given.
    pub days: WorkingDays<'a>,
    /// The office hours, for [`Limit::WorkingMinutes`].
    pub hours: &'a OfficeHours,
}

impl<'a> Clock<'a> {
    /// The promise: the last moment that is still in time.
    ///
    /// A limit in office hours that is used up exactly at closing time ends at closing time.
    ///
    /// # Errors
    /// As [`Limit::validate`]; [`Problem::UnknownYear`] and [`Problem::Rule`] (the limit does
    /// not end within ten years) name `calendar`; [`Problem::OutOfRange`] names `limit`
    /// when the limit would end after year 9999.
    pub fn limit(&self, from: Moment, limit: Limit) -> Result<Moment, Invalid> {
        limit.validate()?;
        match limit {
            Limit::WorkingDays(days) => self.end_of_nth_day(from, days),
            Limit::WorkingMinutes(minutes) | Limit::ClockMinutes(minutes) => {
                self.advance(from, limit, i64::from(minutes) * MINUTE_MS)
            }
        }
    }

    /// Milliseconds between two moments on the clock that this kind of limit runs on: for
    /// [`Limit::WorkingDays`] every working day is worth 24 hours, for
    /// [`Limit::WorkingMinutes`] its office hours, for [`Limit::ClockMinutes`] all time counts.
    ///
    /// # Errors
    /// [`Problem::Rule`] names `to` when it comes before `from`, [`Problem::OutOfRange`] when
    /// it lies more than ten years later; [`Problem::UnknownYear`] names `calendar`.
    pub fn working_ms(&self, limit: Limit, from: Moment, to: Moment) -> Result<i64, Invalid> {
        self.measure("to", limit, from, to)
    }

    /// A limit after a pause (挂账). One that ends with a day moves by the working days of the
    /// pause, the first not counted, to the end of a day again: a pause inside a day moves it not at
    /// all, and none that ran when the pause began is over when it ends. Any other moves by the time
    /// of its own clock inside the pause. Give `by` as it stood before the pause.
    ///
    /// # Errors
    /// [`Problem::Rule`] or [`Problem::OutOfRange`] names `pause_to`; else as [`Clock::limit`].
    pub fn moved(
        &self,
        by: Moment,
        limit: Limit,
        pause_from: Moment,
        pause_to: Moment,
    ) -> Result<Moment, Invalid> {
        in_order("pause_to", pause_from, pause_to)?;
        if by == Moment::end_of(by.day()) {
            return self.day_limit_moved(by, pause_from, pause_to);
        }
        let paused = self.measure("pause_to", limit, pause_from, pause_to)?;
        self.advance(by, limit, paused)
    }

    /// A pause that begins or ends at midnight begins or ends with the day before.
    fn day_limit_moved(&self, by: Moment, from: Moment, to: Moment) -> Result<Moment, Invalid> {
        let (from, to) = (from.plus_ms(-1), to.plus_ms(-1));
        let moved = match self.days_after(from, to)? {
            0 => by,
            days => self.end_of_nth_day(by, days)?,
        };
        // Resumed on a day off, the last day of a limit is the next that is worked.
        match by > from && moved < to {
            true => self.end_of_nth_day(to, 1),
            false => Ok(moved),
        }
    }

    /// Whether a limit is over at a moment. No day after that moment is asked for, so that a year
    /// nobody has published yet stops nobody who is early.
    ///
    /// # Errors
    /// As [`Clock::limit`].
    pub fn is_over(&self, from: Moment, limit: Limit, at: Moment) -> Result<bool, Invalid> {
        limit.validate()?;
        let whole = match limit {
            _ if at <= from => return Ok(false),
            Limit::WorkingDays(days) => {
                let yesterday = Moment::start_of(at.day()).plus_ms(-1);
                return Ok(yesterday > from && self.days_after(from, yesterday)? >= days);
            }
            Limit::WorkingMinutes(minutes) | Limit::ClockMinutes(minutes) => minutes,
        };
        let run = self.measure("at", limit, from, at)?;
        Ok(run >= i64::from(whole) * MINUTE_MS && at > self.limit(from, limit)?)
    }

    /// A sign-off limit beside the limit of the reply: worked out as any other, but where the
    /// calendar does not know the year and the reply is due before the sign-off could be, both are
    /// due together.
    ///
    /// # Errors
    /// As [`Clock::limit`].
    pub fn sign_off(&self, from: Moment, limit: Limit, reply: Moment) -> Result<Moment, Invalid> {
        match self.limit(from, limit) {
            Err(Invalid { problem: Problem::UnknownYear { .. }, .. })
                if reply <= earliest(from, limit) =>
            {
                Ok(reply)
            }
            known => known,
        }
    }

    /// The working days after the day of `from`, up to the day of `to`.
    fn days_after(&self, from: Moment, to: Moment) -> Result<u32, Invalid> {
        let (first, last) = (number_of(from.day()) + 1, number_of(to.day()));
        let mut walk = self.days.walk(first);
        let mut days = 0;
        for number in first..=last {
            days += u32::from(walk.is_working(number)?);
        }
        Ok(days)
    }

    /// A limit that the centre held and gives back at `to`: moved by the working time since `from`,
    /// and at least to the end of the next working day, so that nobody is late at once.
    ///
    /// # Errors
    /// As [`Clock::moved`].
    pub fn given_back(
        &self,
        by: Moment,
        limit: Limit,
        from: Moment,
        to: Moment,
    ) -> Result<Moment, Invalid> {
        Ok(self.moved(by, limit, from, to)?.max(self.end_of_next_day(to)?))
    }

    /// The end of the next working day after a moment.
    ///
    /// # Errors
    /// As [`Clock::limit`].
    pub fn end_of_next_day(&self, from: Moment) -> Result<Moment, Invalid> {
        self.end_of_nth_day(from, 1)
    }

    /// An extension (延期): `days` more working days after the day of `by`, to the end of the
    /// last one; 1 to 2 000.
    ///
    /// # Errors
    /// [`Problem::OutOfRange`] names `days`; else as [`Clock::limit`].
    pub fn plus_working_days(&self, by: Moment, days: u32) -> Result<Moment, Invalid> {
        in_range("days", days, MAX_DAYS)?;
        self.end_of_nth_day(by, days)
    }

    fn end_of_nth_day(&self, from: Moment, days: u32) -> Result<Moment, Invalid> {
        let today = number_of(from.day());
        let mut walk = self.days.walk(today + 1);
        let mut left = days;
        for number in (today + 1)..=(today + WINDOW) {
            left -= u32::from(walk.is_working(number)?);
            if left == 0 {
                return Ok(Moment::end_of(day_of(number)));
            }
        }
        Err(no_end())
    }

    /// The first moment at which `ms` more have run on the clock of this limit.
    fn advance(&self, from: Moment, limit: Limit, ms: i64) -> Result<Moment, Invalid> {
        let Some(stretches) = self.stretches(limit) else {
            return Moment::from_ms("limit", from.ms().saturating_add(ms));
        };
        let (today, mut left) = (number_of(from.day()), ms);
        let mut midnight = Moment::start_of(from.day()).ms();
        let mut walk = self.days.walk(today);
        for number in today..(today + WINDOW) {
            if left == 0 {
                return Ok(from);
            }
            if walk.is_working(number)? {
                for (begin, end) in spans(stretches, midnight) {
                    let begin = begin.max(from.ms());
                    if begin < end && left <= end - begin {
                        return Moment::from_ms("limit", begin + left);
                    }
                    left -= (end - begin).max(0);
                }
            }
            midnight += DAY_MS;
        }
        Err(no_end())
    }

    fn measure(
        &self,
        argument: &'static str,
        limit: Limit,
        from: Moment,
        to: Moment,
    ) -> Result<i64, Invalid> {
        in_order(argument, from, to)?;
        let Some(stretches) = self.stretches(limit) else { return Ok(to.ms() - from.ms()) };
        let mut midnight = Moment::start_of(from.day()).ms();
        let mut number = number_of(from.day());
        let (mut walk, mut total) = (self.days.walk(number), 0);
        while midnight < to.ms() && from < to {
            if walk.is_working(number)? {
                let inside = |(begin, end): (i64, i64)| end.min(to.ms()) - begin.max(from.ms());
                total += spans(stretches, midnight).map(|span| inside(span).max(0)).sum::<i64>();
            }
            (number, midnight) = (number + 1, midnight + DAY_MS);
        }
        Ok(total)
    }

    /// The stretches of a working day that count for this kind of limit; none: the wall clock.
    fn stretches(&self, limit: Limit) -> Option<&'a [(u16, u16)]> {
        match limit {
            Limit::WorkingDays(_) => Some(WHOLE_DAY),
            Limit::WorkingMinutes(_) => Some(self.hours.stretches()),
            Limit::ClockMinutes(_) => None,
        }
    }
}

/// The earliest end that a limit can have, were every day worked round the clock.
fn earliest(from: Moment, limit: Limit) -> Moment {
    match limit {
        Limit::WorkingDays(days) => Moment::end_of(from.day()).plus_ms(i64::from(days) * DAY_MS),
        Limit::WorkingMinutes(minutes) | Limit::ClockMinutes(minutes) => {
            from.plus_ms(i64::from(minutes) * MINUTE_MS)
        }
    }
}

fn spans(stretches: &[(u16, u16)], midnight: i64) -> impl Iterator<Item = (i64, i64)> {
    let at = move |minute: u16| midnight + i64::from(minute) * MINUTE_MS;
    stretches.iter().map(move |&(from, to)| (at(from), at(to)))
}

fn in_order(argument: &'static str, from: Moment, to: Moment) -> Result<(), Invalid> {
    let latest = from.plus_ms(i64::from(WINDOW) * DAY_MS);
    let problem = if to < from {
        Problem::Rule { rule: "the end must not come before the beginning" }
    } else if latest < to {
        Problem::OutOfRange { from: from.ms(), to: latest.ms() }
    } else {
        return Ok(());
    };
    Err(Invalid::new(argument, problem))
}

fn no_end() -> Invalid {
    let rule = "a limit ends within ten years of the calendar's working days";
    Invalid::new("calendar", Problem::Rule { rule })
}
