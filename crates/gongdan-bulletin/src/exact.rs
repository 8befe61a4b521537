//! Exact numbers: a format's own measures, shares and changes are fractions until they are printed.

use gongdan::{Fraction, Rounding};

/// An exact number; over a whole of 0 it is of nothing, and prints `—`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exact {
    pub(crate) part: i128,
    pub(crate) whole: i128,
}

impl Exact {
    pub(crate) const NOTHING: Self = Self { part: 0, whole: 0 };

    pub(crate) fn whole(number: i64) -> Self {
        Self { part: i128::from(number), whole: 1 }
    }

    pub(crate) fn of(fraction: Fraction) -> Self {
        Self { part: i128::from(fraction.numerator), whole: i128::from(fraction.denominator) }
    }

    /// A number as it is written: `86.20`, `-3`, `1,468`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let plain: String = text.trim().chars().filter(|c| *c != ',').collect();
        let (sign, digits) = match plain.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, plain.as_str()),
        };
        let (before, after) = digits.split_once('.').unwrap_or((digits, ""));
        let written = !before.is_empty() && before.len() <= 15 && after.len() <= 9;
        let all = format!("{before}{after}");
        if !written || !all.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let whole = 10_i128.pow(u32::try_from(after.len()).ok()?);
        Some(Self { part: sign * all.parse::<i128>().ok()?, whole })
    }

    fn is_nothing(self) -> bool {
        self.whole == 0
    }

    /// Nothing and anything is nothing; what is too large for exact numbers is no number.
    fn with(self, other: Self, reckon: impl Fn() -> Option<(i128, i128)>) -> Option<Self> {
        match self.is_nothing() || other.is_nothing() {
            true => Some(Self::NOTHING),
            false => reckon().map(|(part, whole)| Self { part, whole }.least()),
        }
    }

    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        self.with(other, || {
            let (left, right) =
                (self.part.checked_mul(other.whole)?, other.part.checked_mul(self.whole)?);
            Some((left.checked_add(right)?, self.whole.checked_mul(other.whole)?))
        })
    }

    pub(crate) fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { part: -other.part, whole: other.whole })
    }

    pub(crate) fn times(self, other: Self) -> Option<Self> {
        self.with(other, || {
            Some((self.part.checked_mul(other.part)?, self.whole.checked_mul(other.whole)?))
        })
    }

    /// A whole number over a whole number stays as it was counted, so that both can be checked.
    pub(crate) fn over(self, other: Self) -> Option<Self> {
        if self.whole == 1 && other.whole == 1 {
            return Some(Self { part: self.part, whole: other.part });
        }
        self.with(other, || {
            Some((self.part.checked_mul(other.whole)?, self.whole.checked_mul(other.part)?))
        })
    }

    fn least(self) -> Self {
        let (mut a, mut b) = (self.part.abs(), self.whole.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        match self.whole {
            0 => Self::NOTHING,
            whole => {
                let divisor = a.max(1) * whole.signum();
                Self { part: self.part / divisor, whole: whole / divisor }
            }
        }
    }

    /// Which is more; nothing is less than anything.
    pub(crate) fn compared(self, other: Self) -> std::cmp::Ordering {
        use std::cmp::Ordering;
        match (self.is_nothing(), other.is_nothing()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => {
                let (a, b) = (self.least(), other.least());
                a.part.saturating_mul(b.whole).cmp(&b.part.saturating_mul(a.whole))
            }
        }
    }

    /// As the fraction that figures carry; none when it is too large for them.
    pub(crate) fn fraction(self) -> Option<Fraction> {
        let fits = |each: Self| {
            Some(Fraction::new(i64::try_from(each.part).ok()?, i64::try_from(each.whole).ok()?))
        };
        fits(self).or_else(|| fits(self.least()))
    }
}

/// A fraction times `scale`, cut to so many decimals; half up means away from zero. With `trim`, zeros
/// at the end of the decimals are left out: `9.4`, `100`.
pub(crate) fn printed(
    fraction: Fraction,
    scale: i128,
    (decimals, trim): (u8, bool),
    rounding: Rounding,
) -> String {
    let (part, whole) = (i128::from(fraction.numerator), i128::from(fraction.denominator));
    if whole == 0 {
        return "—".to_owned();
    }
    let tens = 10_i128.pow(u32::from(decimals));
    let rest = match rounding {
        Rounding::HalfUp => whole.abs(),
        Rounding::Truncate => 0,
    };
    let cut = (part.abs() * scale * tens * 2 + rest) / (whole.abs() * 2);
    let sign = if part.signum() * whole.signum() < 0 && cut > 0 { "-" } else { "" };
    let (before, after) = (cut / tens, cut % tens);
    let after = format!("{after:0width$}", width = usize::from(decimals));
    let after = if decimals == 0 { "" } else { after.as_str() };
    let after = if trim { after.trim_end_matches('0') } else { after };
    let point = if after.is_empty() { "" } else { "." };
    format!("{sign}{before}{point}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_cut_as_they_are_asked_for() {
        let cut = |(n, d), how| printed(Fraction::new(n, d), 100, how, Rounding::HalfUp);
        assert_eq!(cut((601, 601), (0, false)), "100");
        assert_eq!(cut((1050, 11171), (2, true)), "9.4");
        assert_eq!(cut((1050, 11171), (2, false)), "9.40");
        assert_eq!(cut((-1, 3), (1, false)), "-33.3");
        assert_eq!(cut((0, 7), (2, true)), "0");
        assert_eq!(cut((0, 0), (0, true)), "—");
        assert_eq!(printed(Fraction::new(2, 3), 100, (1, false), Rounding::Truncate), "66.6");
    }

    #[test]
    fn numbers_stay_exact() {
        let half = Exact::parse("0.5").expect("a number");
        let three = half.times(Exact::whole(6)).expect("small");
        assert_eq!(three.compared(Exact::whole(3)), std::cmp::Ordering::Equal);
        assert_eq!(
            Exact::whole(401).over(Exact::whole(410)).and_then(Exact::fraction),
            Some(Fraction::new(401, 410))
        );
        assert_eq!(Exact::whole(1).over(Exact::whole(0)).map(Exact::is_nothing), Some(true));
        assert!(Exact::parse("1e5").is_none() && Exact::parse("").is_none());
    }
}
