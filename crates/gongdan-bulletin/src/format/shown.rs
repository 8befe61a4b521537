//! What templates see: figures that stay figures when they are printed, and rows of them.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use minijinja::value::{DynObject, Object, ObjectRepr, Value};

use super::definitions::{Missing, Named};
use super::desk::Desk;
use super::ink::Wrong;
use super::slice::{Of, span};
use super::token::demangled;
use super::wrong::FormatProblem;
use crate::figure::Figure;
use crate::needs::SpanOf;

/// A figure; printed by a template, it is still this figure in the sentence.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) figure: Figure,
    /// Where it stands: what it is compared with, and a part of, stands beside.
    pub(super) at: Option<(Of, String)>,
    pub(super) desk: Arc<Desk>,
}

impl Shown {
    /// A figure that stands by itself.
    pub(super) fn value(figure: &Figure, desk: &Arc<Desk>) -> Value {
        Self::at(figure.clone(), None, desk)
    }

    pub(super) fn at(figure: Figure, at: Option<(Of, String)>, desk: &Arc<Desk>) -> Value {
        Value::from_object(Self { figure, at, desk: Arc::clone(desk) })
    }

    /// The same figure of other days.
    pub(super) fn then(&self, of: SpanOf) -> Result<Figure, Missing> {
        let (at, name) = self.at.as_ref().ok_or(Missing::NotDefined)?;
        let mut slice = at.slice;
        slice.cut.span = of;
        self.desk.figure(&at.sliced(slice), &[name])
    }

    /// Its part of the same figure of all rows.
    pub(super) fn share(&self) -> Result<Figure, Missing> {
        let (at, name) = self.at.as_ref().ok_or(Missing::NotDefined)?;
        let whole = self.desk.figure(&at.whole(), &[name])?;
        self.desk.share(&self.figure, &whole).ok_or(Missing::TooLarge)
    }

    fn asked(&self, key: &str) -> Result<Option<Value>, Missing> {
        let beside = |figure: Figure| Ok(Some(Self::value(&figure, &self.desk)));
        match key {
            "share" | "占比" => beside(self.share()?),
            "growth" | "增长率" => {
                let then = self.then(SpanOf::Before)?;
                beside(self.desk.growth(&self.figure, &then).ok_or(Missing::TooLarge)?)
            }
            word => match span(word) {
                Some(of) => beside(self.then(of)?),
                None => Ok(None),
            },
        }
    }

    fn said(&self, key: &str) -> Option<Value> {
        let name = self.figure.name.as_ref();
        let named = || self.desk.own.named(name);
        match key {
            "number" => Some(Value::from(self.figure.number())),
            "value" => Some(self.figure.value()),
            "name" => Some(Value::from(name)),
            "formula" | "公式" => match named()? {
                Named::Measure(measure) => Some(Value::from(crate::names::formula(measure))),
                Named::Own(own) => Some(Value::from(own.formula.clone())),
                Named::Late | Named::Count(_) => None,
            },
            "term" => Some(Value::from(match named()? {
                Named::Measure(measure) => measure.term,
                Named::Count(count) => count.term(),
                Named::Late => "超期件数",
                Named::Own(own) => return Some(Value::from(own.name.clone())),
            })),
            _ => None,
        }
    }
}

impl Object for Shown {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let key = demangled(key.as_str()?);
        if let Some(said) = self.said(&key) {
            return Some(said);
        }
        found(&self.desk, &key, self.asked(&key))
    }

    /// 0, and a rate of nothing, are no.
    fn is_true(self: &Arc<Self>) -> bool {
        self.figure.value().is_true()
    }

    /// Figures sort as the numbers they are.
    fn custom_cmp(self: &Arc<Self>, other: &DynObject) -> Option<Ordering> {
        other.downcast_ref::<Self>().map(|other| self.figure.compared(&other.figure))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.desk.ink.print(&self.figure))
    }
}

/// What was found; what is wrong is kept for whoever reads the template back.
pub(super) fn found(
    desk: &Desk,
    key: &str,
    asked: Result<Option<Value>, Missing>,
) -> Option<Value> {
    let wrong = |problem| Wrong::Of(key.to_owned(), problem);
    let wrong = match asked {
        Ok(Some(value)) => return Some(value),
        Ok(None) | Err(Missing::Unknown) => Wrong::Unknown(key.to_owned()),
        Err(missing) => wrong(problem(&missing, key)),
    };
    desk.ink.is_wrong(wrong);
    None
}

/// What is said of a figure that is missing.
pub(super) fn problem(missing: &Missing, name: &str) -> FormatProblem {
    let name = name.chars().take(40).collect();
    match missing {
        Missing::Unknown => FormatProblem::UnknownFigure(name),
        Missing::NotDefined => FormatProblem::NotDefined(name),
        Missing::NotCollected => FormatProblem::NotCollected(name),
        Missing::TooLarge => FormatProblem::TooLarge(name),
        Missing::NotGiven => FormatProblem::NotGiven(name),
    }
}
