//! A question to the figures: over what, as of when, on which basis, by what.

use gongdan_domain::{Moment, Period, Takes, asked};
use serde::Serialize;

use crate::words::{Basis, Grouping};

asked! {
    /// A question. Nothing in it depends on when it is asked: the same question later gives the same
    /// answer, and equals a replay of the events up to `as_of`.
    #[derive(Debug, Serialize)]
    #[non_exhaustive]
    Question, QUESTION {
        period: [Period] Takes::Period, "The days it is about", "统计期间";
        as_of: [Moment] Takes::Moment, "The cut-off: nothing later is seen", "截止时间";
        basis: [Basis] Takes::Word(Basis::LIST), or "cohort", "Which tickets", "统计口径";
        by: [Vec<Grouping>] Takes::Word(Grouping::LIST),
            "By what, from the outer to the inner grouping; none means all together",
            "分组,由外到内,不填则合计";
        level: [Option<u32>] Takes::Number,
            "At which level of their trees categories, units and areas are counted: 1 gathers all below \
             the topmost; left out, each by itself",
            "按问题分类、单位、区域的第几级合计:1 为最上一级;不填则各自单列";
        seen: [Option<u64>] Takes::Number,
            "How many events of the journal are seen; left out, all", "只看日志的前多少项,不填则全部";
        zeros: [bool] Takes::Flag, or "no",
            "Whether what is in use and has no ticket gets a row of zeros; for one grouping only",
            "无工单的单位、分类等也列出零行";
        bands: [Vec<u32>] Takes::Number,
            "By age: up to how many working days each band reaches, rising; none means 3, 5, 10 and 20",
            "按在办时长分组时各档的上限(工作日),由小到大,不填则为3、5、10、20";
        effective: [bool] Takes::Flag, or "no",
            "Over tickets alone that are neither rejected nor merged at the cut-off, in all figures: the parts of an overview add up then",
            "只算有效工单(截止时未不予受理、未并单)";
    }
}

impl Question {
    /// All together, on the cohort basis.
    pub fn new(period: Period, as_of: Moment) -> Self {
        let (basis, by, seen) = (Basis::Cohort, Vec::new(), None);
        let (level, effective, zeros, bands) = (None, false, false, Vec::new());
        Self { period, as_of, basis, by, level, seen, effective, zeros, bands }
    }
}
