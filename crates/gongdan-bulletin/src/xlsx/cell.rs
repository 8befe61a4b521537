//! A cell: figures as numbers, everything else as text.

use gongdan::{Fraction, Rounding};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};

use crate::document::Sentence;
use crate::figure::{Amount, Figure, FigureForm};
use crate::plain::plain;

/// The longest text of a cell, in letters.
const LONGEST: usize = 32_000;

/// What a program may take for the beginning of a formula, typed narrow or wide, and the mark that
/// a spreadsheet puts before what is not one.
const FORMULA: [char; 9] =
    ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\''];

/// How cells look.
pub(super) struct Looks {
    pub(super) head: Format,
    pub(super) text: Format,
    /// Text that begins like a formula: it stays text when somebody edits the cell.
    quoted: Format,
    count: Format,
    plain: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let plain =
            Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
        let text = plain.clone().set_num_format("@").set_text_wrap();
        Self {
            head: text.clone().set_bold().set_align(FormatAlign::Center),
            quoted: text.clone().set_quote_prefix(),
            count: plain.clone().set_num_format("0"),
            plain,
            text,
        }
    }

    /// A number with as many decimals as the figure has.
    fn of(&self, figure: &Figure) -> Format {
        if figure.is_count() {
            return self.count.clone();
        }
        let (zeros, print) = (usize::from(figure.print.decimals), figure.print);
        let digit = if print.trim { "#" } else { "0" };
        let decimals = if zeros == 0 { String::new() } else { format!(".{}", digit.repeat(zeros)) };
        let sign = if figure.is_percent() { "%" } else { "" };
        self.plain.clone().set_num_format(format!("0{decimals}{sign}"))
    }
}

/// Writes text; never a formula, never a number.
pub(super) fn text(
    sheet: &mut Worksheet,
    looks: &Looks,
    (row, column): (u32, u16),
    text: &str,
) -> Result<(), XlsxError> {
    let text: String = plain(text).trim().chars().take(LONGEST).collect();
    let look = if text.starts_with(FORMULA) { &looks.quoted } else { &looks.text };
    sheet.write_string_with_format(row, column, text, look).map(|_| ())
}

/// Writes a figure as a number; a rate of nothing as the text `—`.
pub(super) fn figure(
    sheet: &mut Worksheet,
    looks: &Looks,
    (row, column): (u32, u16),
    figure: &Figure,
) -> Result<(), XlsxError> {
    match number(figure) {
        Some(number) => {
            sheet.write_number_with_format(row, column, number, &looks.of(figure)).map(|_| ())
        }
        None => text(sheet, looks, (row, column), &figure.printed()),
    }
}

/// Writes the sum of the lines above as a formula with its result.
pub(super) fn sum(
    sheet: &mut Worksheet,
    looks: &Looks,
    (row, column): (u32, u16),
    (first, figure): (u32, &Figure),
) -> Result<(), XlsxError> {
    let letter = rust_xlsxwriter::utility::column_number_to_name(column);
    let formula = format!("=SUM({letter}{}:{letter}{row})", first + 1);
    let formula = Formula::new(formula).set_result(figure.printed());
    sheet.write_formula_with_format(row, column, formula, &looks.of(figure)).map(|_| ())
}

/// Writes a sentence: a figure alone is a number.
pub(super) fn sentence(
    sheet: &mut Worksheet,
    looks: &Looks,
    at: (u32, u16),
    sentence: &Sentence,
) -> Result<(), XlsxError> {
    match sentence.alone() {
        Some(alone) => figure(sheet, looks, at, alone),
        None => text(sheet, looks, at, &sentence.to_string()),
    }
}

/// A spreadsheet has no exact fractions: this is the one place where a figure becomes a float,
/// after which nothing is reckoned with it.
#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "said above")]
fn number(figure: &Figure) -> Option<f64> {
    match figure.amount {
        Amount::Count(number) => Some(number as f64),
        Amount::Rate(Fraction { denominator: 0, .. }, _) => None,
        Amount::Rate(fraction, Rounding::HalfUp) => {
            let value = fraction.numerator as f64 / fraction.denominator as f64;
            Some(if figure.print.form == FigureForm::Points { value * 100.0 } else { value })
        }
        Amount::Rate(_, Rounding::Truncate) => {
            let printed = figure.printed();
            match printed.strip_suffix('%') {
                Some(cut) => cut.parse::<f64>().ok().map(|cut| cut / 100.0),
                None => printed.parse().ok(),
            }
        }
    }
}
