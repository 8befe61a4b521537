//! Bands of age: for how many working days, after that of its intake, an open ticket has been open.

use gongdan_domain::{Day, Moment, Problem, Rulebook, WorkingDays, parse_day};

use super::key::{Key, dashed};
use super::question::Question;
use crate::words::{Error, Grouping, Result};

/// Up to how many working days each band reaches, where nobody says otherwise.
const BANDS: &[u32] = &[3, 5, 10, 20];

/// The bands of a question, and the working days as they were known at its moment.
pub(crate) struct Ages<'a> {
    days: WorkingDays<'a>,
    today: Day,
    bands: &'a [u32],
}

impl<'a> Ages<'a> {
    pub(crate) fn new(rules: &'a Rulebook, as_of: Moment, bands: &'a [u32]) -> Self {
        let bands = if bands.is_empty() { BANDS } else { bands };
        Self { days: rules.calendar.known_at(as_of), today: as_of.day(), bands }
    }

    /// The band of an open ticket that was taken in on a day; [`Key::NONE`] stands for those that are not.
    pub(crate) fn key(&self, stored: i64) -> Key {
        match parse_day("day", &dashed(stored, true)) {
            Ok(day) => self.band(day),
            Err(_) => Key::plain(Key::NONE, "已终结"),
        }
    }

    fn band(&self, accepted: Day) -> Key {
        let last = self.bands.last().copied().unwrap_or(0);
        let Ok(age) = self.days.worked_after(accepted, self.today, last + 1) else {
            return Key::plain(Key::UNKNOWN, "不详");
        };
        let band = self.bands.iter().position(|to| age <= *to).unwrap_or(self.bands.len());
        Key::plain(band as i64 + 1, &self.name(band))
    }

    /// `3个工作日内`, `4至5个工作日`, `超过20个工作日`.
    fn name(&self, band: usize) -> String {
        let before = band.checked_sub(1).map(|before| self.bands[before]);
        match (before, self.bands.get(band)) {
            (None, Some(to)) => format!("{to}个工作日内"),
            (Some(from), Some(to)) if from + 1 == *to => format!("{to}个工作日"),
            (Some(from), Some(to)) => format!("{}至{to}个工作日", from + 1),
            (from, None) => format!("超过{}个工作日", from.unwrap_or(0)),
        }
    }
}

/// Bands rise, and are told where something is grouped by them.
pub(crate) fn check(question: &Question) -> Result<()> {
    let bands = &question.bands;
    let rule = match bands.windows(2).all(|two| two[0] < two[1]) {
        false => "each band reaches farther than the one before",
        true if bands.last().is_some_and(|last| *last > FARTHEST) => {
            "no band reaches beyond 10000 days"
        }
        true if bands.is_empty() || question.by.contains(&Grouping::Age) => return Ok(()),
        true => "bands are those of the grouping by age",
    };
    Err(Error::invalid_input("bands", Problem::Rule { rule }))
}

/// How far a band may reach.
const FARTHEST: u32 = 10_000;
