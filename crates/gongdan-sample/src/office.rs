//! Office time as one number: the seconds that the units' offices have been open.
//!
//! Counting in open seconds makes "two working hours later" and "before the limit" additions and
//! comparisons; nights, weekends and holidays lie between two neighbouring numbers.

use gongdan_domain::{Calendar, Day, Invalid, Moment, OfficeHours};

const DAY_MS: i64 = 86_400_000;
const MS: i64 = 1000;

/// The open seconds of a stretch of days.
#[derive(Clone, Debug)]
pub(crate) struct Office {
    start: Moment,
    /// How many working days lie before each day.
    before: Vec<i64>,
    /// The working days, counted from the first day.
    worked: Vec<i64>,
    /// Opening hours as seconds of the day.
    stretches: Vec<(i64, i64)>,
    /// Open seconds of a working day.
    pub(crate) day: i64,
}

impl Office {
    /// The offices from `first` to `last`, open as the calendar says.
    ///
    /// # Errors
    /// [`gongdan_domain::Problem::UnknownYear`] names `calendar` when no notice covers a day.
    pub(crate) fn new(calendar: &Calendar, first: Day, last: Day) -> Result<Self, Invalid> {
        let seconds = |(from, to): &(u16, u16)| (i64::from(*from) * 60, i64::from(*to) * 60);
        let stretches: Vec<_> = OfficeHours::default().stretches().iter().map(seconds).collect();
        let day = stretches.iter().map(|(from, to)| to - from).sum();
        let (mut before, mut worked) = (Vec::new(), Vec::new());
        for (number, date) in first.iter_days().take_while(|date| *date <= last).enumerate() {
            before.push(worked.len() as i64);
            if calendar.known_at(Moment::end_of(date)).is_working(date)? {
                worked.push(number as i64);
            }
        }
        before.push(worked.len() as i64);
        Ok(Self { start: Moment::start_of(first), before, worked, stretches, day })
    }

    /// Whether the day (counted from the first) is worked.
    pub(crate) fn works_on(&self, day: i64) -> bool {
        self.worked_before(day) < self.worked_before(day + 1)
    }

    /// How many days the stretch has.
    pub(crate) fn days(&self) -> i64 {
        self.before.len() as i64 - 1
    }

    /// The open seconds up to a moment.
    pub(crate) fn position(&self, moment: Moment) -> i64 {
        let (day, second) = self.day_and_second(moment);
        let open = |(from, to): &(i64, i64)| (second.min(*to) - from).max(0);
        let today = if self.works_on(day) { self.stretches.iter().map(open).sum() } else { 0 };
        self.worked_before(day) * self.day + today
    }

    /// The moment at a position; `None` after the last day.
    pub(crate) fn moment(&self, position: i64) -> Option<Moment> {
        let day = *self.worked.get(usize::try_from(position / self.day).ok()?)?;
        let mut left = position % self.day;
        for (from, to) in &self.stretches {
            if left < to - from {
                return Some(self.at(day, from + left));
            }
            left -= to - from;
        }
        None
    }

    /// The first position after a limit of working days that was given at a moment: whatever
    /// happens before it is in time.
    pub(crate) fn after_limit(&self, given_at: Moment, working_days: i64) -> i64 {
        let (day, _) = self.day_and_second(given_at);
        (self.worked_before(day + 1) + working_days) * self.day
    }

    /// A second of a day, counted from the first day.
    pub(crate) fn at(&self, day: i64, second: i64) -> Moment {
        self.start.plus_ms(day * DAY_MS + second * MS)
    }

    /// The day of a moment, counted from the first, and the second of that day.
    pub(crate) fn day_and_second(&self, moment: Moment) -> (i64, i64) {
        let ms = moment.ms() - self.start.ms();
        (ms.div_euclid(DAY_MS), ms.rem_euclid(DAY_MS) / MS)
    }

    fn worked_before(&self, day: i64) -> i64 {
        let place = usize::try_from(day.max(0)).unwrap_or(0);
        self.before.get(place).or(self.before.last()).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongdan_domain::{china_notices, parse_day};

    fn office() -> Office {
        let day = |text| parse_day("day", text).unwrap();
        Office::new(&Calendar::new(china_notices()), day("2020-09-01"), day("2020-10-10")).unwrap()
    }

    fn at(text: &str) -> Moment {
        Moment::parse("at", text).unwrap()
    }

    #[test]
    fn positions_skip_nights_and_days_off() {
        let office = office();
        assert_eq!(office.position(at("2020-09-01 08:30")), 0);
        assert_eq!(office.position(at("2020-09-01 13:00")), 3 * 3600 + 1800);
        let (friday, sunday) = (at("2020-09-25 17:30"), at("2020-09-27 08:30"));
        assert_eq!(office.position(friday), office.position(sunday));
        let after = office.moment(office.position(at("2020-09-30 17:29")) + 120);
        assert_eq!(after, Some(at("2020-10-09 08:31")));
    }

    #[test]
    fn a_position_and_its_moment_are_the_same_open_second() {
        let office = office();
        for position in (0..24 * office.day).step_by(1009) {
            assert_eq!(office.position(office.moment(position).unwrap()), position);
        }
    }

    #[test]
    fn a_limit_over_the_holiday_ends_on_the_ninth_of_october() {
        let office = office();
        let after = office.after_limit(at("2020-09-25 09:00"), 5);
        assert_eq!(office.moment(after - 1), Some(at("2020-10-09 17:29:59")));
    }
}
