//! Rates as exact fractions: no binary floating point between the count and the printed digit.

use serde::{Deserialize, Serialize};
use std::fmt;

use crate::policy::Rounding;

/// A numerator over a denominator, as counted: never reduced, so both can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fraction {
    /// The part.
    pub numerator: i64,
    /// The whole; zero prints as `—`.
    pub denominator: i64,
}

impl Fraction {
    /// A part of a whole.
    pub fn new(numerator: i64, denominator: i64) -> Self {
        Self { numerator, denominator }
    }

    /// In per cent with two decimals; an empty denominator prints `—`, neither 0 % nor 100 %.
    ///
    /// ```
    /// use gongdan_domain::{Fraction, Rounding};
    /// assert_eq!(Fraction::new(401, 410).percent(Rounding::HalfUp), "97.80%");
    /// assert_eq!(Fraction::new(2, 3).percent(Rounding::HalfUp), "66.67%");
    /// assert_eq!(Fraction::new(2, 3).percent(Rounding::Truncate), "66.66%");
    /// assert_eq!(Fraction::new(0, 7).percent(Rounding::HalfUp), "0.00%");
    /// assert_eq!(Fraction::new(0, 0).percent(Rounding::HalfUp), "—");
    /// ```
    pub fn percent(&self, rounding: Rounding) -> String {
        match self.denominator {
            0 => "—".to_owned(),
            _ => format!("{}%", self.decimals(10_000, rounding)),
        }
    }

    /// As a plain number with two decimals.
    pub fn number(&self, rounding: Rounding) -> String {
        self.decimals(100, rounding)
    }

    fn decimals(&self, scale: i128, rounding: Rounding) -> String {
        decimals(i128::from(self.numerator), i128::from(self.denominator), scale, rounding)
    }

    /// Whether `self` is the smaller fraction; an empty denominator is smaller than any.
    pub fn compare(&self, other: &Self) -> std::cmp::Ordering {
        match (self.denominator, other.denominator) {
            (0, 0) => std::cmp::Ordering::Equal,
            (0, _) => std::cmp::Ordering::Less,
            (_, 0) => std::cmp::Ordering::Greater,
            (a, b) => {
                let (left, right) = (
                    i128::from(self.numerator) * i128::from(b),
                    i128::from(other.numerator) * i128::from(a),
                );
                if (a < 0) == (b < 0) { left.cmp(&right) } else { right.cmp(&left) }
            }
        }
    }
}

/// A part of a whole times `scale` (which ends in two decimals), cut to a whole number and printed
/// with its decimals; half up means away from zero, and a whole of zero prints `—`.
pub(super) fn decimals(part: i128, whole: i128, scale: i128, rounding: Rounding) -> String {
    let rest = match rounding {
        Rounding::HalfUp => whole.abs(),
        Rounding::Truncate => 0,
    };
    if whole == 0 {
        return "—".to_owned();
    }
    let hundredths = (part.abs() * scale * 2 + rest) / (whole.abs() * 2);
    let sign = if part.signum() * whole.signum() < 0 && hundredths > 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", hundredths / 100, hundredths % 100)
}

impl fmt::Display for Fraction {
    /// `401/410`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}
