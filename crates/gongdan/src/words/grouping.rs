//! Which tickets a figure speaks of, and by what it is broken down.

use gongdan_domain::{vocabulary, words_are_taken};

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
        /// By how many working days, after that of its intake, a ticket has been open; those that have ended
        /// stand apart.
        Age = 11, "age", "在办时长";
    }
}

words_are_taken!(Basis, Grouping);

impl Grouping {
    /// Whether its entries stand below one another, so that they can be gathered at a level.
    pub fn is_tree(self) -> bool {
        matches!(self, Self::Unit | Self::Category | Self::Area)
    }
}
