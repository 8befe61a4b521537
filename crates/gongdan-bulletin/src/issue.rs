//! One issue (期): what is printed, as of when, by whom and for whom.

use chrono::Datelike;
use gongdan::{Day, Grouping, Moment, Period};

use crate::column::Column;
use crate::names;

/// What one bulletin is asked to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The days it is about.
    pub period: Period,
    /// The cut-off: nothing later is seen.
    pub as_of: Moment,
    /// The year in its number, 〔2020〕.
    pub year: i32,
    /// Its number in that year (第9期).
    pub number: u32,
    /// Its title; nothing means one made of the region's name and the period.
    pub title: Option<String>,
    /// The office that publishes it; nothing means that of the founding.
    pub organ: Option<String>,
    /// The day printed on it.
    pub printed_on: Day,
    /// Whom it is reported to (报).
    pub to: Vec<String>,
    /// Whom it is sent to (发).
    pub copies: Vec<String>,
    /// The editor's own words on units that handle late, each a paragraph.
    pub remarks: Vec<String>,
    /// The columns of the table by category.
    pub category_columns: Vec<Column>,
    /// The columns of the table by unit.
    pub unit_columns: Vec<Column>,
    /// Groupings that a format's tables need beyond category, unit and channel.
    pub groupings: Vec<Grouping>,
}

impl Issue {
    /// The `number`-th issue of the period's year, printed on the day of the cut-off, with the
    /// usual columns.
    ///
    /// ```
    /// use gongdan::{Moment, Period};
    /// use gongdan_bulletin::Issue;
    /// let issue = Issue::new(Period::month(2020, 9)?, Moment::parse_as_of("2020-10-09")?, 9)
    ///     .report_to("县“四大家”主要负责人")
    ///     .send_to("热线各成员单位");
    /// assert_eq!((issue.year, issue.printed_on.to_string()), (2020, "2020-10-09".to_owned()));
    /// # Ok::<(), gongdan::Invalid>(())
    /// ```
    pub fn new(period: Period, as_of: Moment, number: u32) -> Self {
        Self {
            period,
            as_of,
            year: period.last().year(),
            number,
            title: None,
            organ: None,
            printed_on: as_of.day(),
            to: Vec::new(),
            copies: Vec::new(),
            remarks: Vec::new(),
            category_columns: names::category_columns(),
            unit_columns: names::unit_columns(),
            groupings: Vec::new(),
        }
    }

    /// Under this title.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Published by this office.
    #[must_use]
    pub fn organ(mut self, organ: impl Into<String>) -> Self {
        self.organ = Some(organ.into());
        self
    }

    /// With this day printed on it.
    #[must_use]
    pub fn printed_on(mut self, day: Day) -> Self {
        self.printed_on = day;
        self
    }

    /// Reported to one more reader (报).
    #[must_use]
    pub fn report_to(mut self, reader: impl Into<String>) -> Self {
        self.to.push(reader.into());
        self
    }

    /// Sent to one more reader (发).
    #[must_use]
    pub fn send_to(mut self, reader: impl Into<String>) -> Self {
        self.copies.push(reader.into());
        self
    }

    /// With one more paragraph of the editor's on units that handle late.
    #[must_use]
    pub fn remark(mut self, remark: impl Into<String>) -> Self {
        self.remarks.push(remark.into());
        self
    }
}
