//! A cell as a sheet has it.

use chrono::NaiveDateTime;

/// What a cell says; an empty one is none.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetCell {
    /// A text, trimmed.
    Text(String),
    /// A number, as short as it can be written.
    Number(String),
    /// A date cell, on the wall clock.
    When(NaiveDateTime),
    /// Yes or no.
    Flag(bool),
    /// An error of a formula, `#N/A`.
    Error(String),
}

/// As many digits as Excel keeps of a number.
const EXACT_DIGITS: usize = 15;

impl SheetCell {
    /// A text; nothing where it is blank.
    pub fn text(text: &str) -> Option<Self> {
        let text =
            text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{3000}');
        (!text.is_empty()).then(|| Self::Text(text.to_owned()))
    }

    /// A number as short as it can be written: a whole one has no point.
    pub fn number(number: f64) -> Self {
        Self::Number(number.to_string())
    }

    /// What stands in it, as it is shown.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Error(text) => text.clone(),
            Self::When(when) => when.format("%Y-%m-%d %H:%M:%S").to_string(),
            Self::Flag(true) => "是".to_owned(),
            Self::Flag(false) => "否".to_owned(),
        }
    }

    /// Whether a number has lost its tail for good: it was typed with more digits than Excel keeps.
    pub(crate) fn is_cut(&self) -> bool {
        let Self::Number(number) = self else { return false };
        let digits = number.trim_start_matches('-');
        digits.contains(['e', 'E', '.']) || digits.len() > EXACT_DIGITS
    }
}

/// A column by its letters.
pub(crate) fn letters(column: u32) -> String {
    let (mut left, mut letters) = (column + 1, Vec::new());
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, written) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16_383, "XFD")] {
            assert_eq!(letters(column), written);
        }
    }

    #[test]
    fn a_number_that_excel_has_cut_is_known() {
        for (number, cut) in [
            ("20200901", false),
            ("202009010001234", false),
            ("2020090100012340", true),
            ("2.02e17", true),
            ("13800138000.5", true),
        ] {
            assert_eq!(SheetCell::Number(number.to_owned()).is_cut(), cut, "{number}");
        }
    }
}
