//! A figure: one value, counted once, that every sentence, table and annex prints alike.

use std::fmt;

use gongdan::{Count, Fraction, Measure, Problem, Rounding, Shape, Tally};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// The value of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So many tickets, assignments or contacts.
    Count(i64),
    /// An exact fraction, and how it is cut to two decimals of a per cent.
    Rate(Fraction, Rounding),
}

/// A figure with the name of the count or measure it is, and the rule it follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The count's or measure's name, for example `closure_rate`.
    pub name: &'static str,
    /// How it comes about, for example `closed / accepted`.
    pub rule: &'static str,
    /// The value.
    pub amount: Amount,
}

impl Figure {
    /// A number of contacts (calls, letters), whether or not a ticket came of them.
    pub(crate) fn contacts(number: i64) -> Self {
        let rule = "contacts recorded in the period";
        Self { name: "contacts", rule, amount: Amount::Count(number) }
    }

    /// A place in a ranking, from 1.
    pub(crate) fn rank(rank: i64) -> Self {
        let rule = "rows before it, and one; equal values share a rank";
        Self { name: "rank", rule, amount: Amount::Count(rank) }
    }

    /// A count that the row's question defines.
    pub(crate) fn count(count: Count, tally: &Tally) -> Self {
        let rule = "tickets taken in during the period, as of the cut-off";
        Self { name: count.word(), rule, amount: Amount::Count(tally.count(count)) }
    }

    /// A measure of a row; of nothing at all it is an empty fraction, printed `—`.
    pub(crate) fn measure(measure: &'static Measure, tally: &Tally, rounding: Rounding) -> Self {
        let fraction = tally.measure(measure).unwrap_or(Fraction::new(0, 0));
        let amount = Amount::Rate(fraction, rounding);
        Self { name: measure.name, rule: measure.rule, amount }
    }

    /// The figure of a name: a count's or a measure's.
    ///
    /// # Errors
    /// `InvalidInput` names the argument when there is no such count or measure, or the row's question
    /// does not define it.
    pub(crate) fn named(
        argument: &'static str,
        name: &str,
        tally: &Tally,
        rounding: Rounding,
    ) -> gongdan::Result<Self> {
        if let Some(measure) = Measure::named(name) {
            let defined = tally.measure(measure).is_some();
            return match defined {
                true => Ok(Self::measure(measure, tally, rounding)),
                false => Err(not_defined(argument, name)),
            };
        }
        let count = Count::ALL.iter().find(|count| count.word() == name);
        let count = count.ok_or_else(|| unknown(argument, name))?;
        tally.get(*count).ok_or_else(|| not_defined(argument, name))?;
        Ok(Self::count(*count, tally))
    }

    /// The number of a count, the numerator of a rate.
    pub fn number(&self) -> i64 {
        match self.amount {
            Amount::Count(number) => number,
            Amount::Rate(fraction, _) => fraction.numerator,
        }
    }

    /// What it compares as in a template: a count as it is, a rate in per cent (a plain number as it
    /// is); of nothing at all, nothing.
    pub(crate) fn value(&self) -> minijinja::value::Value {
        match self.amount {
            Amount::Count(number) => number.into(),
            Amount::Rate(fraction, _) if fraction.denominator == 0 => ().into(),
            Amount::Rate(fraction, _) => {
                let times = if self.is_percent() { 100 } else { 1 };
                let part = i128::from(fraction.numerator) * times * 1_000_000_000;
                // So many billionths, read as the decimal they are: nothing is reckoned in binary.
                let decimal = format!("{}e-9", part / i128::from(fraction.denominator));
                decimal.parse::<f64>().map_or_else(|_| ().into(), Into::into)
            }
        }
    }

    /// Which of two figures is more; a rate of nothing is less than any.
    pub(crate) fn compared(&self, other: &Self) -> std::cmp::Ordering {
        let exact = |figure: &Self| match figure.amount {
            Amount::Count(number) => Fraction::new(number, 1),
            Amount::Rate(fraction, _) => fraction,
        };
        exact(self).compare(&exact(other))
    }

    /// Whether it counts, so that rows can be added up.
    pub fn is_count(&self) -> bool {
        matches!(self.amount, Amount::Count(_))
    }

    /// As it is printed: `3338`, `98.41%`, `2.36` (days), or `—` for a rate of nothing.
    pub fn printed(&self) -> String {
        match self.amount {
            Amount::Count(number) => number.to_string(),
            Amount::Rate(fraction, rounding) => match self.is_percent() {
                true => fraction.percent(rounding),
                false => fraction.number(rounding),
            },
        }
    }

    /// Whether it is printed in per cent: every rate but the measures that are plain numbers, such
    /// as mean days.
    pub fn is_percent(&self) -> bool {
        let plain = |measure: &Measure| measure.shape == Shape::Number;
        !self.is_count() && !Measure::named(self.name).is_some_and(plain)
    }
}

/// The error of a figure that the table's grouping does not define.
fn not_defined(argument: &'static str, name: &str) -> gongdan::Error {
    let problem = Problem::NotDefined { given: name.to_owned(), defined: Vec::new() };
    gongdan::Invalid::new(argument, problem).into()
}

/// The error of a name that no count or measure has.
pub(crate) fn unknown(argument: &'static str, given: &str) -> gongdan::Error {
    let given = given.chars().take(40).collect();
    gongdan::Invalid::new(argument, Problem::Unknown { given, nearest: Vec::new() }).into()
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.printed())
    }
}

impl Serialize for Figure {
    /// Name, rule, the exact value (a count, or a numerator and a denominator), printed text.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.name)?;
        map.serialize_entry("rule", self.rule)?;
        match self.amount {
            Amount::Count(number) => map.serialize_entry("count", &number)?,
            Amount::Rate(fraction, _) => {
                map.serialize_entry("numerator", &fraction.numerator)?;
                map.serialize_entry("denominator", &fraction.denominator)?;
            }
        }
        map.serialize_entry("printed", &self.printed())?;
        map.end()
    }
}
