//! What one template printed: figures stay figures inside its text, and what was wrong is kept.

use std::sync::{Mutex, PoisonError};

use super::wrong::FormatProblem;
use crate::figure::Figure;
use crate::plain::plain;

/// A printed figure stands between these marks, by its number; no text of a ticket can hold them.
pub(super) const OPEN: char = '\u{e000}';
pub(super) const CLOSE: char = '\u{e001}';

/// How many rows the calls and patterns of one bulletin may go over.
const MOST: usize = 1_000_000;

/// What one template printed: its figures in order, and what was wrong first.
#[derive(Debug, Default)]
pub(super) struct Ink {
    figures: Mutex<Vec<Figure>>,
    wrong: Mutex<Option<Wrong>>,
    steps: Mutex<usize>,
    /// The last name that nothing stood under: a function's, or one that nobody knows.
    missed: Mutex<Option<String>>,
}

/// What a template asked for in vain.
#[derive(Clone, Debug)]
pub(super) enum Wrong {
    /// A name that nobody knows.
    Unknown(String),
    /// Something else, about a name.
    Of(String, FormatProblem),
}

fn held<T>(of: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Ink {
    pub(super) fn figure(&self, index: usize) -> Option<Figure> {
        held(&self.figures).get(index).cloned()
    }

    /// What was wrong first, if anything was.
    pub(super) fn take_wrong(&self) -> Option<Wrong> {
        held(&self.wrong).take()
    }

    /// A figure as it stands in a template's text.
    pub(super) fn print(&self, figure: &Figure) -> String {
        let mut figures = held(&self.figures);
        figures.push(figure.clone());
        format!("{OPEN}{}{CLOSE}", figures.len() - 1)
    }

    pub(super) fn is_wrong(&self, wrong: Wrong) {
        held(&self.wrong).get_or_insert(wrong);
    }

    pub(super) fn missed(&self, name: &str) {
        *held(&self.missed) = Some(name.to_owned());
    }

    pub(super) fn take_missed(&self) -> Option<String> {
        held(&self.missed).take()
    }

    /// Whether one step more may be taken.
    pub(super) fn step(&self) -> bool {
        let mut steps = held(&self.steps);
        *steps += 1;
        *steps <= MOST
    }
}

/// Text for a template: one line, no marks.
pub(super) fn text(text: &str) -> minijinja::Value {
    minijinja::Value::from(plain(text).trim())
}
