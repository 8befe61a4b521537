//! A figure: one value, counted once, that every sentence, table and annex prints alike.

use std::borrow::Cow;
use std::fmt;

use gongdan::{Count, Fraction, Measure, Problem, Rounding, Shape, Tally};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::exact::{self, Exact};

/// The value of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So many tickets, assignments or contacts.
    Count(i64),
    /// An exact fraction, and how it is cut where its decimals end.
    Rate(Fraction, Rounding),
}

/// What an exact fraction is printed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureForm {
    /// In per cent: `98.41%`.
    Percent,
    /// As the number it is: `2.36`.
    Number,
    /// A difference of two rates, in points of a per cent (百分点), without the sign `%`.
    Points,
}

/// How a fraction is printed. A count is printed as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigurePrint {
    /// As what.
    pub form: FigureForm,
    /// With so many decimals.
    pub decimals: u8,
    /// Without zeros at the end of the decimals: `9.4%`, `100%`.
    pub trim: bool,
}

impl FigurePrint {
    /// As what, with two decimals.
    pub(crate) fn of(form: FigureForm) -> Self {
        Self { form, decimals: 2, trim: false }
    }
}

/// A figure with the name of the count or measure it is, and the rule it follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The count's or measure's name, for example `closure_rate`.
    pub name: Cow<'static, str>,
    /// How it comes about, for example `closed / accepted`.
    pub rule: Cow<'static, str>,
    /// The value.
    pub amount: Amount,
    /// How it is printed.
    pub print: FigurePrint,
}

impl Figure {
    /// A number of contacts (calls, letters), whether or not a ticket came of them.
    pub(crate) fn contacts(number: i64) -> Self {
        Self::counted("contacts", "contacts recorded in the period", number)
    }

    /// A place in a ranking, from 1.
    pub(crate) fn rank(rank: i64) -> Self {
        Self::counted("rank", "rows before it, and one; equal values share a rank", rank)
    }

    /// A count that the row's question defines.
    pub(crate) fn count(count: Count, tally: &Tally) -> Self {
        let rule = "tickets taken in during the period, as of the cut-off";
        Self::counted(count.word(), rule, tally.count(count))
    }

    /// A measure of a row; of nothing at all it is an empty fraction, printed `—`.
    pub(crate) fn measure(measure: &'static Measure, tally: &Tally, rounding: Rounding) -> Self {
        let fraction = tally.measure(measure).unwrap_or(Fraction::new(0, 0));
        let amount = Amount::Rate(fraction, rounding);
        let form = match measure.shape {
            Shape::Percent => FigureForm::Percent,
            Shape::Number => FigureForm::Number,
        };
        Self {
            name: measure.name.into(),
            rule: measure.rule.into(),
            amount,
            print: FigurePrint::of(form),
        }
    }

    /// A number of things.
    pub(crate) fn counted(
        name: impl Into<Cow<'static, str>>,
        rule: impl Into<Cow<'static, str>>,
        number: i64,
    ) -> Self {
        let (name, rule, print) = (name.into(), rule.into(), FigurePrint::of(FigureForm::Number));
        Self { name, rule, amount: Amount::Count(number), print }
    }

    /// The exact number that it is.
    pub(crate) fn exact(&self) -> Exact {
        match self.amount {
            Amount::Count(number) => Exact::whole(number),
            Amount::Rate(fraction, _) => Exact::of(fraction),
        }
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
        self.exact().compared(other.exact())
    }

    /// Whether it counts, so that rows can be added up.
    pub fn is_count(&self) -> bool {
        matches!(self.amount, Amount::Count(_))
    }

    /// As it is printed: `3338`, `98.41%`, `2.36` (days), or `—` for a rate of nothing.
    pub fn printed(&self) -> String {
        match self.amount {
            Amount::Count(number) => number.to_string(),
            Amount::Rate(fraction, rounding) => {
                let how = (self.print.decimals, self.print.trim);
                let (scale, sign) = match self.print.form {
                    FigureForm::Percent => (100, "%"),
                    FigureForm::Points => (100, ""),
                    FigureForm::Number => (1, ""),
                };
                let sign = if fraction.denominator == 0 { "" } else { sign };
                exact::printed(fraction, scale, how, rounding) + sign
            }
        }
    }

    /// Whether it is printed in per cent: every rate but the measures that are plain numbers, such
    /// as mean days.
    pub fn is_percent(&self) -> bool {
        !self.is_count() && self.print.form == FigureForm::Percent
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
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("rule", &self.rule)?;
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
