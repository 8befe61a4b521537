//! A sheet: one notice as bits, day by day.

use crate::day::{Day, number_of};
use crate::notice::{DayKind, Notice};

/// Days that a sheet spans: a December, a leap year, a January.
const SPAN: usize = 31 + 366 + 31;
const WORDS: usize = SPAN.div_ceil(64);

/// One notice as two rows of bits, day by day from 1 December before its year.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sheet {
    pub(crate) published: Day,
    /// Which notice of the calendar, by order of adoption.
    pub(crate) notice: usize,
    first: i32,
    named: [u64; WORDS],
    worked: [u64; WORDS],
}

impl Sheet {
    pub(crate) fn of(notice: &Notice, index: usize) -> Self {
        let new_year = Day::from_ymd_opt(notice.year, 1, 1).unwrap_or(Day::MIN);
        let first = number_of(new_year) - 31;
        let (named, worked) = ([0; WORDS], [0; WORDS]);
        let mut sheet = Self { published: notice.published, notice: index, first, named, worked };
        for special in &notice.days {
            sheet.mark(number_of(special.date), special.kind == DayKind::Workday);
        }
        sheet
    }

    fn mark(&mut self, number: i32, worked: bool) {
        let Some((word, bit)) = self.place(number) else { return };
        if let (Some(named), Some(row)) = (self.named.get_mut(word), self.worked.get_mut(word)) {
            *named |= bit;
            *row = if worked { *row | bit } else { *row & !bit };
        }
    }

    /// `Some(true)` when the notice names the day as worked, `Some(false)` as off.
    pub(crate) fn says(&self, number: i32) -> Option<bool> {
        let (word, bit) = self.place(number)?;
        let named = self.named.get(word)? & bit != 0;
        named.then_some(self.worked.get(word)? & bit != 0)
    }

    fn place(&self, number: i32) -> Option<(usize, u64)> {
        let place = usize::try_from(number.checked_sub(self.first)?).ok().filter(|p| *p < SPAN)?;
        Some((place / 64, 1 << (place % 64)))
    }

    pub(crate) fn rank(&self) -> (Day, usize) {
        (self.published, self.notice)
    }
}
