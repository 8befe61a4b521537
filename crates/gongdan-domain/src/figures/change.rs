//! Changes: 环比 and 同比, exact. Counts change in per cent, rates in percentage points (百分点).

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

use crate::policy::Rounding;

use super::fraction::{Fraction, decimals};

/// A count now and before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountChange {
    /// In the period asked about.
    pub now: i64,
    /// In the period compared with.
    pub before: i64,
}

impl CountChange {
    /// (now − before) / before.
    pub fn rate(&self) -> Fraction {
        Fraction::new(self.now - self.before, self.before)
    }
}

/// A rate now and before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateChange {
    /// In the period asked about.
    pub now: Fraction,
    /// In the period compared with.
    pub before: Fraction,
}

impl RateChange {
    /// The difference in percentage points with two decimals; `—` when either has no whole.
    ///
    /// ```
    /// use gongdan_domain::{Fraction, RateChange, Rounding};
    /// let change = RateChange { now: Fraction::new(2, 3), before: Fraction::new(1, 2) };
    /// assert_eq!(change.points(Rounding::HalfUp), "16.67");
    /// ```
    pub fn points(&self, rounding: Rounding) -> String {
        match self.difference() {
            Some((part, whole)) => decimals(part, whole, 10_000, rounding),
            None => "—".to_owned(),
        }
    }

    /// Whether the rate rose or fell; nothing when either has no whole.
    pub fn direction(&self) -> Option<Ordering> {
        self.difference().map(|(part, whole)| (part.signum() * whole.signum()).cmp(&0))
    }

    fn difference(&self) -> Option<(i128, i128)> {
        let [a, b] = [self.now.numerator, self.now.denominator].map(i128::from);
        let [c, d] = [self.before.numerator, self.before.denominator].map(i128::from);
        (b != 0 && d != 0).then_some((a * d - c * b, b * d))
    }
}
