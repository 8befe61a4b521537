//! Rates as exact fractions: no binary floating point between the count and the printed digit.

use std::fmt;

use crate::policy::Rounding;

/// A numerator over a denominator, as counted: never reduced, so both can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
        match self.scaled(10_000, rounding) {
            Some(hundredths) => format!("{}%", decimal(hundredths)),
            None => "—".to_owned(),
        }
    }

    /// As a plain number with two decimals.
    pub fn number(&self, rounding: Rounding) -> String {
        self.scaled(100, rounding).map_or_else(|| "—".to_owned(), decimal)
    }

    /// The fraction times `scale`, cut to a whole number; half up means away from zero.
    fn scaled(&self, scale: i128, rounding: Rounding) -> Option<i128> {
        let whole = i128::from(self.denominator);
        let part = i128::from(self.numerator) * scale;
        let (part, whole) = if whole < 0 { (-part, -whole) } else { (part, whole) };
        let rest = match rounding {
            Rounding::HalfUp => whole,
            Rounding::Truncate => 0,
        };
        match whole {
            0 => None,
            _ => Some(part.signum() * ((part.abs() * 2 + rest) / (whole * 2))),
        }
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

fn decimal(hundredths: i128) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    format!("{sign}{whole}.{rest:02}")
}

impl fmt::Display for Fraction {
    /// `401/410`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}
