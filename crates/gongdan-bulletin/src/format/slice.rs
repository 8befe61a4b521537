//! Where a figure stands: by what, of which rows, of which days and tickets.

use gongdan::Grouping;

use crate::needs::{Cut, SpanOf};

/// Which tickets a figure is of, and which part of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slice {
    pub(super) cut: Cut,
    /// The number of a part of the format.
    pub(super) part: Option<usize>,
}

impl Slice {
    pub(super) const OWN: Self = Self { cut: Cut::OWN, part: None };

    /// With another word before a figure's name: `flow`, `上期` …
    pub(super) fn with(mut self, word: &str) -> Option<Self> {
        match word {
            "flow" | "发生" => (self.cut.flow, self.cut.taken) = (true, false),
            "cohort" | "受理" => self.cut.flow = false,
            "taken_in" | "全部工单" => (self.cut.flow, self.cut.taken) = (false, true),
            _ => self.cut.span = span(word)?,
        }
        Some(self)
    }
}

/// The days of a word.
pub(super) fn span(word: &str) -> Option<SpanOf> {
    match word {
        "before" | "上期" => Some(SpanOf::Before),
        "year_before" | "上年同期" => Some(SpanOf::YearBefore),
        "year_to_date" | "年内累计" => Some(SpanOf::YearToDate),
        "this" | "本期" => Some(SpanOf::This),
        _ => None,
    }
}

/// A row, or the sum of rows: keys of a grouping; none means all together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Of {
    pub(super) by: Grouping,
    pub(super) level: Option<u32>,
    pub(super) keys: Option<Vec<i64>>,
    pub(super) slice: Slice,
}

impl Of {
    /// Everything, as one.
    pub(super) fn all(slice: Slice) -> Self {
        Self { by: Grouping::All, level: None, keys: None, slice }
    }

    pub(super) fn sliced(&self, slice: Slice) -> Self {
        Self { slice, ..self.clone() }
    }

    /// All rows of the same grouping together.
    pub(super) fn whole(&self) -> Self {
        Self { keys: None, ..self.clone() }
    }
}
