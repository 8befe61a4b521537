//! A chart: bars of figures that stand in a table of the same bulletin.

use crate::figure::{Amount, Figure};

/// Bars of one figure; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its name for programs: `categories`, `units_late`, `months`, `satisfaction`.
    pub name: String,
    /// What it shows.
    pub title: String,
    /// Names and figures, from the top down.
    pub bars: Vec<(String, Figure)>,
}

impl Chart {
    /// A chart from the largest figure down; bars of 0 are left out, equal ones stand as in the
    /// table, and of nothing at all there is no chart.
    pub fn of(
        name: impl Into<String>,
        title: impl Into<String>,
        mut bars: Vec<(String, Figure)>,
    ) -> Option<Self> {
        bars.retain(|(_, figure)| weight(figure) > 0);
        bars.sort_by_key(|(_, figure)| std::cmp::Reverse(weight(figure)));
        Self::in_order(name, title, bars)
    }

    /// A chart in the order given, such as months in a row; of nothing but zeros there is none.
    pub fn in_order(
        name: impl Into<String>,
        title: impl Into<String>,
        bars: Vec<(String, Figure)>,
    ) -> Option<Self> {
        let some = bars.iter().any(|(_, figure)| weight(figure) > 0);
        some.then(|| Self { name: name.into(), title: title.into(), bars })
    }

    /// The largest bar's weight, at least 1.
    pub(crate) fn most(&self) -> i64 {
        self.bars.iter().map(|(_, figure)| weight(figure)).max().unwrap_or(1).max(1)
    }
}

/// How long a figure's bar is beside others of the same figure: its number, or the ten-thousandths
/// of a rate.
pub(crate) fn weight(figure: &Figure) -> i64 {
    match figure.amount {
        Amount::Count(number) => number,
        Amount::Rate(fraction, _) if fraction.denominator == 0 => 0,
        Amount::Rate(fraction, _) => {
            fraction.numerator.saturating_mul(10_000) / fraction.denominator
        }
    }
}
