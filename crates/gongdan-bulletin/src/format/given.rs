//! Values from outside and the editor's texts: named in the format, given with the bulletin.

use gongdan::Rounding;

use super::own::{GivenKind, GivenSpec, PrintSpec};
use super::problem::{FILE, FormatError};
use super::wrong::FormatProblem;
use crate::exact::Exact;
use crate::figure::{Amount, Figure, FigureForm};

/// What was given, each read as what the format says it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Given {
    values: Vec<Value>,
    /// Those that the format names, and that have no value.
    missing: Vec<String>,
}

#[derive(Clone, Debug)]
struct Value {
    name: String,
    /// Of which row.
    row: Option<String>,
    kind: GivenKind,
    text: String,
    print: PrintSpec,
    about: String,
}

impl Given {
    /// Reads what was given against what the format names.
    ///
    /// # Errors
    /// A name that the format does not have, a value that is not of its kind.
    pub(super) fn read(
        specs: &[GivenSpec],
        given: &[(String, String)],
        tried: bool,
    ) -> Result<Self, FormatError> {
        let mut all = Self::default();
        for (name, text) in given {
            all.values.push(value(specs, name, text)?);
        }
        for spec in specs {
            let is = |value: &Value| value.name == spec.name;
            match &spec.default {
                Some(text) => all.values.insert(0, value_of(spec, None, text)?),
                None if !all.values.iter().any(is) && tried => {
                    let text = if spec.kind == GivenKind::Text { "文字" } else { "0" };
                    all.values.insert(0, value_of(spec, None, text)?);
                }
                None if !all.values.iter().any(is) => all.missing.push(spec.name.clone()),
                None => {}
            }
        }
        Ok(all)
    }

    fn value(&self, name: &str, row: Option<&str>) -> Option<&Value> {
        let fits = |value: &&Value| value.name == name && value.row.as_deref() == row;
        self.values.iter().rev().find(fits).or_else(|| {
            self.values.iter().rev().find(|value| value.name == name && value.row.is_none())
        })
    }

    /// A value that is a number.
    pub(super) fn figure(
        &self,
        name: &str,
        row: Option<&str>,
        rounding: Rounding,
    ) -> Option<Figure> {
        self.value(name, row)?.figure(rounding)
    }

    /// A value that is a text.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        let value = self.value(name, None)?;
        (value.kind == GivenKind::Text).then_some(value.text.as_str())
    }

    /// Whether the format names it and it was not given.
    pub(super) fn lacks(&self, name: &str) -> bool {
        self.missing.iter().any(|missing| missing == name)
    }

    /// What was given, for the foot: names with values that are no texts.
    pub(super) fn told(&self) -> Vec<String> {
        let numbers = self.values.iter().filter(|value| value.kind != GivenKind::Text);
        let told = numbers.map(|value| match &value.row {
            Some(row) => format!("{}({row}){}({})", value.name, value.text, value.about),
            None => format!("{}{}({})", value.name, value.text, value.about),
        });
        told.collect()
    }
}

impl Value {
    fn figure(&self, rounding: Rounding) -> Option<Figure> {
        let exact = Exact::parse(self.text.trim_end_matches('%'))?;
        let name = self.name.clone();
        let rule = format!("given: {}", self.about);
        let form = match self.kind {
            GivenKind::Text => return None,
            GivenKind::Count => {
                let number = (exact.whole == 1).then(|| i64::try_from(exact.part).ok())??;
                return Some(Figure::counted(name, rule, number));
            }
            GivenKind::Number => FigureForm::Number,
            GivenKind::Percent => FigureForm::Percent,
        };
        let hundred = if form == FigureForm::Percent { 100 } else { 1 };
        let exact = Exact { whole: exact.whole * hundred, ..exact };
        // As many decimals as were given, unless the format says otherwise.
        let decimals = self.text.trim_end_matches('%').split_once('.').map_or(0, |(_, d)| d.len());
        let as_given = PrintSpec { decimals: u8::try_from(decimals).ok(), trim: None };
        let amount = Amount::Rate(exact.fraction()?, rounding);
        Some(Figure {
            name: name.into(),
            rule: rule.into(),
            amount,
            print: self.print.or(as_given).of(form),
        })
    }
}

/// One given value; of a row it is named `名称.单位`.
fn value(specs: &[GivenSpec], name: &str, text: &str) -> Result<Value, FormatError> {
    let found = specs.iter().find(|spec| spec.name == name).map(|spec| (spec, None));
    let of_row = || {
        let (first, row) = name.split_once('.')?;
        let spec = specs.iter().find(|spec| spec.name == first && spec.by.is_some())?;
        Some((spec, Some(row)))
    };
    let Some((spec, row)) = found.or_else(of_row) else {
        let problem = FormatProblem::NotNamed(name.chars().take(40).collect());
        let known = specs.iter().map(|spec| spec.name.as_str());
        return Err(FormatError::new(FILE, None, problem).nearest(name, known));
    };
    value_of(spec, row, text)
}

fn value_of(spec: &GivenSpec, row: Option<&str>, text: &str) -> Result<Value, FormatError> {
    let value = Value {
        name: spec.name.clone(),
        row: row.map(str::to_owned),
        kind: spec.kind,
        text: text.trim().to_owned(),
        print: PrintSpec { decimals: spec.decimals, trim: spec.trim },
        about: spec.about.clone(),
    };
    match spec.kind == GivenKind::Text || value.figure(Rounding::HalfUp).is_some() {
        true => Ok(value),
        false => Err(FormatError::new(FILE, None, FormatProblem::GivenWrong(spec.name.clone()))),
    }
}
