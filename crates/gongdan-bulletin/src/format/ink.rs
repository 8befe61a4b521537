//! What templates see: figures that stay figures when they are printed, and rows of them.

use std::cmp::Ordering;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use gongdan::{Count, Measure, Rounding, Tally};
use minijinja::value::{DynObject, Object, ObjectRepr, Value};

use crate::figure::Figure;
use crate::plain::plain;

/// A printed figure stands between these marks, by its number; no text of a ticket can hold them.
pub(super) const OPEN: char = '\u{e000}';
pub(super) const CLOSE: char = '\u{e001}';

/// What one template printed: its figures in order, and names that nobody knew.
#[derive(Debug, Default)]
pub(super) struct Ink {
    figures: Mutex<Vec<Figure>>,
    unknown: Mutex<Option<String>>,
}

impl Ink {
    pub(super) fn figure(&self, index: usize) -> Option<Figure> {
        self.figures.lock().unwrap_or_else(PoisonError::into_inner).get(index).cloned()
    }

    /// The first name that was asked for and that nobody knows.
    pub(super) fn take_unknown(&self) -> Option<String> {
        self.unknown.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn print(&self, figure: &Figure) -> usize {
        let mut figures = self.figures.lock().unwrap_or_else(PoisonError::into_inner);
        figures.push(figure.clone());
        figures.len() - 1
    }

    fn ask(&self, name: &str) {
        let mut unknown = self.unknown.lock().unwrap_or_else(PoisonError::into_inner);
        unknown.get_or_insert_with(|| name.to_owned());
    }
}

/// The figure of a name: a count, a measure, or `late` (超期件数, handled late or open late).
pub(super) fn figure(name: &str, tally: &Tally, rounding: Rounding) -> Option<Figure> {
    match name {
        "late" => Some(crate::late::sum(tally)),
        _ => Figure::named("figure", name, tally, rounding).ok(),
    }
}

pub(super) fn is_figure(name: &str) -> bool {
    let counted = Count::ALL.iter().any(|count| count.word() == name);
    name == "late" || counted || Measure::named(name).is_some()
}

/// Text for a template: one line, no marks.
pub(super) fn text(text: &str) -> Value {
    Value::from(plain(text).trim())
}

/// A figure; printed by a template, it is still this figure in the sentence.
#[derive(Debug)]
pub(super) struct Shown {
    figure: Figure,
    ink: Arc<Ink>,
}

impl Shown {
    pub(super) fn value(figure: &Figure, ink: &Arc<Ink>) -> Value {
        Value::from_object(Self { figure: figure.clone(), ink: Arc::clone(ink) })
    }

    /// The number it is, where it is reckoned or compared with.
    pub(super) fn amount(&self) -> Value {
        self.figure.value()
    }
}

impl Object for Shown {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let measure = Measure::named(self.figure.name);
        match key.as_str()? {
            "number" => Some(Value::from(self.figure.number())),
            "value" => Some(self.figure.value()),
            "name" => Some(Value::from(self.figure.name)),
            "formula" => measure.map(|each| Value::from(crate::names::formula(each))),
            "term" => {
                let count = Count::ALL.iter().find(|count| count.word() == self.figure.name);
                let term = measure.map(|each| each.term).or(count.map(|count| count.term()));
                term.map(Value::from)
            }
            other => {
                self.ink.ask(other);
                None
            }
        }
    }

    /// 0, and a rate of nothing, are no.
    fn is_true(self: &Arc<Self>) -> bool {
        self.amount().is_true()
    }

    /// Figures sort as the numbers they are.
    fn custom_cmp(self: &Arc<Self>, other: &DynObject) -> Option<Ordering> {
        other.downcast_ref::<Self>().map(|other| self.figure.compared(&other.figure))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{OPEN}{}{CLOSE}", self.ink.print(&self.figure))
    }
}

/// A row: its name, its group, and every figure of it by name.
#[derive(Debug)]
pub(super) struct RowOf {
    pub(super) name: String,
    pub(super) group: String,
    pub(super) tally: Tally,
    pub(super) rounding: Rounding,
    pub(super) ink: Arc<Ink>,
}

impl Object for RowOf {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        match key.as_str()? {
            "name" => Some(text(&self.name)),
            "group" => Some(text(&self.group)),
            name => match figure(name, &self.tally, self.rounding) {
                Some(figure) => Some(Shown::value(&figure, &self.ink)),
                None => {
                    self.ink.ask(name);
                    None
                }
            },
        }
    }
}
