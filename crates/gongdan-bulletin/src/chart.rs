//! A chart: bars of figures that stand in a table of the same bulletin.

use crate::figure::Figure;
use crate::table::Table;

/// Bars, the longest first; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// Names and figures, from the largest figure down; equal ones as in the table.
    pub bars: Vec<(String, Figure)>,
}

impl Chart {
    /// A chart of counts; bars of 0 are left out, and of nothing at all there is no chart.
    pub fn of(title: impl Into<String>, mut bars: Vec<(String, Figure)>) -> Option<Self> {
        bars.retain(|(_, figure)| figure.is_count() && figure.number() > 0);
        bars.sort_by_key(|(_, figure)| std::cmp::Reverse(figure.number()));
        (!bars.is_empty()).then(|| Self { title: title.into(), bars })
    }

    /// A chart of one column of a table.
    pub fn column(title: impl Into<String>, table: &Table, figure: &str) -> Option<Self> {
        let bar =
            |line: &crate::table::Line| Some((line.name.clone(), line.figure(figure)?.clone()));
        Self::of(title, table.lines.iter().filter_map(bar).collect())
    }

    /// The largest figure, at least 1.
    pub(crate) fn most(&self) -> i64 {
        self.bars.first().map_or(1, |(_, figure)| figure.number().max(1))
    }
}
