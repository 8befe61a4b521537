//! A question to the figures: over what, as of when, on which basis, by what.

use gongdan_domain::{Moment, Period, vocabulary};
use serde::Serialize;

vocabulary! {
    /// Which tickets a figure speaks of.
    Basis, "basis" {
        /// Tickets taken in during the period, however they ended.
        Cohort = 1, "cohort", "按受理时间";
        /// What happened during the period, whenever the ticket came in.
        Flow = 2, "flow", "按发生时间";
    }
}

vocabulary! {
    /// By what a figure is broken down.
    Grouping, "by" in "grouping" {
        /// Not at all.
        All = 1, "all", "合计";
        /// By channel of origin.
        Channel = 2, "channel", "来源渠道";
        /// By category; tickets answered online without one stand apart.
        Category = 3, "category", "问题分类";
        /// By kind of appeal.
        Kind = 4, "kind", "诉求类型";
        /// By urgency.
        Urgency = 5, "urgency", "紧急程度";
        /// By unit, over assignments.
        Unit = 6, "unit", "成员单位";
        /// By group of units.
        UnitGroup = 7, "unit_group", "单位分组";
        /// By area.
        Area = 8, "area", "所属区域";
        /// By day of intake.
        Day = 9, "day", "受理日期";
        /// By month of intake.
        Month = 10, "month", "受理月份";
    }
}

/// A question. Nothing in it depends on when it is asked: the same question later gives the same
/// answer, and equals a replay of the events up to `as_of`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The days it is about.
    pub period: Period,
    /// The cut-off: nothing later is seen.
    pub as_of: Moment,
    /// Which tickets.
    pub basis: Basis,
    /// By what, from the outer to the inner grouping; empty means all together.
    pub by: Vec<Grouping>,
    /// How many events of the journal are seen: nothing means all. An issue is reckoned again by
    /// the number it was published with.
    pub seen: Option<u64>,
    /// Whether units (categories, channels, areas) in use with no ticket get a row of zeros.
    pub zeros: bool,
}

impl Question {
    /// All together, on the cohort basis.
    pub fn new(period: Period, as_of: Moment) -> Self {
        Self { period, as_of, basis: Basis::Cohort, by: Vec::new(), seen: None, zeros: false }
    }

    /// Broken down by one more grouping.
    #[must_use]
    pub fn by(mut self, grouping: Grouping) -> Self {
        self.by.push(grouping);
        self
    }

    /// Seeing only the first so many events of the journal.
    #[must_use]
    pub fn seen(mut self, events: u64) -> Self {
        self.seen = Some(events);
        self
    }

    /// With a row of zeros for what is in use and has no ticket; for one grouping only.
    #[must_use]
    pub fn with_zeros(mut self) -> Self {
        self.zeros = true;
        self
    }

    /// On another basis.
    #[must_use]
    pub fn basis(mut self, basis: Basis) -> Self {
        self.basis = basis;
        self
    }

    /// Whether any grouping is by unit: then the counts run over assignments where they can.
    pub(crate) fn by_unit(&self) -> bool {
        self.by.iter().any(|by| matches!(by, Grouping::Unit | Grouping::UnitGroup))
    }
}
