//! A cell of a list on its way out.

use std::borrow::Cow;

use gongdan::{Datum, Day, Field, FieldKind, Moment, Shown, Word};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum OutCell<'a> {
    /// Nothing, or nothing known.
    Nothing,
    /// A text.
    Text(Cow<'a, str>),
    /// What something is called by in the file: a text to a spreadsheet, whatever its digits.
    Id(i64),
    /// A number of something.
    Number(i64),
    /// A number that somebody's own SQL made.
    Real(f64),
    /// A figure as it is printed, `98.41%` or `3.25`; `—` is nothing.
    Printed(Cow<'a, str>),
    /// Yes or no.
    Flag(bool),
    /// A word of a closed list.
    Word(&'static Word),
    /// Several names.
    Names(Cow<'a, [String]>),
    /// A moment.
    Moment(Moment),
    /// A Beijing day.
    Day(Day),
}

impl<'a> OutCell<'a> {
    /// A text.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    /// A text, or nothing.
    pub fn maybe(text: Option<impl Into<Cow<'a, str>>>) -> Self {
        text.map_or(Self::Nothing, Self::text)
    }

    /// A figure as it is printed.
    pub fn printed(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Printed(text.into())
    }

    /// A value of a field.
    pub fn shown(field: &Field, value: Shown<'a>) -> Self {
        match value {
            Shown::Nothing => Self::Nothing,
            Shown::Flag(flag) => Self::Flag(flag),
            Shown::Number(number) if field.kind == FieldKind::Id => Self::Id(number),
            Shown::Number(number) => Self::Number(number),
            Shown::Moment(at) => Self::Moment(at),
            Shown::Text(text) => Self::text(text),
            Shown::Names(names) => Self::Names(Cow::Borrowed(names)),
            Shown::Word(word) => Self::Word(word),
            Shown::Texts(texts) => {
                let all: Vec<&str> = texts.iter().map(|text| text.content.as_str()).collect();
                Self::text(all.join(" "))
            }
            Shown::Entries(entries) => {
                let all: Vec<&str> = entries.iter().map(|entry| entry.event).collect();
                Self::text(all.join(" "))
            }
        }
    }

    /// What a statement of somebody's own answered.
    pub fn datum(datum: &'a Datum) -> Self {
        match datum {
            Datum::Null => Self::Nothing,
            Datum::Integer(number) => Self::Number(*number),
            Datum::Real(number) => Self::Real(*number),
            Datum::Text(text) => Self::text(text),
        }
    }
}

/// What a spreadsheet may take for the beginning of a formula, typed narrow or wide, and the mark that it puts before
/// what is none.
const FORMULA: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\''];

/// Whether a text begins like a formula.
pub(crate) fn is_like_a_formula(text: &str) -> bool {
    text.starts_with(FORMULA)
}
