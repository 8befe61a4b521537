//! Handling times put in order: which is the middle one, which do nine in ten not exceed.

use serde::{Deserialize, Serialize};

use super::fraction::Fraction;
use super::measure::Quantile;

/// The quantiles of some handling times in working minutes; of none, fractions of nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// The middle one; of an even number, half the sum of the two in the middle.
    pub median: Fraction,
    /// The smallest that nine in ten do not exceed.
    pub ninetieth: Fraction,
}

impl Default for Times {
    fn default() -> Self {
        let nothing = Fraction::new(0, 0);
        Self { median: nothing, ninetieth: nothing }
    }
}

impl Times {
    /// Of working minutes, in any order.
    ///
    /// ```
    /// use gongdan_domain::{Fraction, Times};
    /// let times = Times::of(vec![40, 10, 30, 20]);
    /// assert_eq!(times.median, Fraction::new(20 + 30, 2));
    /// assert_eq!(times.ninetieth, Fraction::new(40, 1), "three of four are fewer than nine in ten");
    /// assert_eq!(Times::of((1..=10).collect()).ninetieth, Fraction::new(9, 1));
    /// ```
    pub fn of(mut minutes: Vec<i64>) -> Self {
        minutes.sort_unstable();
        let all = minutes.len();
        let at = |place: usize| minutes.get(place).copied();
        let middle = at(all / 2).zip(at(all.saturating_sub(1) / 2));
        let ninetieth = at((9 * all).div_ceil(10).saturating_sub(1));
        Self {
            median: middle.map_or(Fraction::new(0, 0), |(upper, lower)| match all % 2 {
                0 => Fraction::new(lower + upper, 2),
                _ => Fraction::new(upper, 1),
            }),
            ninetieth: ninetieth.map_or(Fraction::new(0, 0), |minutes| Fraction::new(minutes, 1)),
        }
    }

    /// One of them.
    pub fn quantile(&self, quantile: Quantile) -> Fraction {
        match quantile {
            Quantile::Median => self.median,
            Quantile::Ninetieth => self.ninetieth,
        }
    }
}
