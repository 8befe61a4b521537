//! Texts that people type: how long they may be, and what they may not contain.

use crate::invalid::{Invalid, Problem};
use crate::vocabulary::TextField;

/// The longest name of a unit, category, channel or area, in characters.
pub const MAX_NAME: usize = 100;
/// The longest appeal, result or note, in characters.
pub const MAX_TEXT: usize = 20_000;

/// A text that stands beside the journal, since it can hold personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    /// What the text is.
    pub field: TextField,
    /// The text as typed.
    pub content: String,
}

impl std::fmt::Debug for Text {
    /// Never shows the content: it can hold personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Text({}, {} characters)", self.field, self.content.chars().count())
    }
}

/// Checks a text that has to be there.
///
/// # Errors
/// [`Problem::Empty`], [`Problem::TooLong`] or [`Problem::ControlCharacter`], naming `argument`.
pub(crate) fn required(argument: &'static str, text: &str, max: usize) -> Result<(), Invalid> {
    if text.trim().is_empty() {
        return Err(Invalid::new(argument, Problem::Empty));
    }
    optional(argument, text, max)
}

/// Checks a text that may be empty.
///
/// # Errors
/// [`Problem::TooLong`] or [`Problem::ControlCharacter`], naming `argument`.
pub(crate) fn optional(argument: &'static str, text: &str, max: usize) -> Result<(), Invalid> {
    if text.len() > max && text.chars().count() > max {
        return Err(Invalid::new(argument, Problem::TooLong { max }));
    }
    let bad = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    match text.chars().any(bad) {
        true => Err(Invalid::new(argument, Problem::ControlCharacter)),
        false => Ok(()),
    }
}
