//! The working-day calendar: one notice a year, amendments kept beside what they amend.

use std::collections::BTreeMap;

use crate::day::Day;
use crate::notice::Notice;
use crate::sheet::Sheet;

/// All notices that the hotline has adopted, in order of adoption; the default is empty and
/// knows no year.
///
/// ```
/// use gongdan_domain::{Calendar, Moment, Why, china_notices, parse_day};
/// let calendar = Calendar::new(china_notices());
/// let days = calendar.known_at(Moment::parse("at", "2020-09-25 10:00")?);
/// let sunday = days.day(parse_day("day", "2020-09-27")?)?;
/// assert!(sunday.working && sunday.why == Why::MakeUpDay("国庆节".into()));
/// # Ok::<(), gongdan_domain::Invalid>(())
/// ```
#[derive(Default, Clone, Debug, PartialEq)]
pub struct Calendar {
    notices: Vec<Notice>,
    by_year: BTreeMap<i32, Vec<Sheet>>,
}

impl Calendar {
    /// A calendar of these notices, adopted in this order.
    pub fn new(notices: Vec<Notice>) -> Self {
        let mut calendar = Self::default();
        notices.into_iter().for_each(|notice| calendar.adopt(notice));
        calendar
    }

    /// Adopts one more notice; those of the same year stay for the limits that knew them.
    ///
    /// [`Notice::validate`] comes first: of a notice that does not hold, days outside its year
    /// are never looked at, and of a day that stands twice the last line counts.
    pub fn adopt(&mut self, notice: Notice) {
        let index = self.notices.len();
        let sheets = self.by_year.entry(notice.year).or_default();
        let earlier = |sheet: &Sheet| sheet.published <= notice.published;
        sheets.insert(sheets.partition_point(earlier), Sheet::of(&notice, index));
        self.notices.push(notice);
    }

    /// The notices, in order of adoption.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The sheets of a year that were known at the end of a day, in order of publication; of those
    /// published on one day the last adopted comes last.
    pub(crate) fn sheets(&self, year: i32, at: Day) -> &[Sheet] {
        let sheets = self.by_year.get(&year).map_or(&[][..], Vec::as_slice);
        let known = sheets.partition_point(|sheet| sheet.published <= at);
        sheets.get(..known).unwrap_or_default()
    }

    /// The notice that a sheet was made of.
    pub(crate) fn notice(&self, sheet: &Sheet) -> Option<&Notice> {
        self.notices.get(sheet.notice)
    }
}
