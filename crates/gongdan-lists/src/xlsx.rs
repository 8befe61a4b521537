//! A list as a workbook: one sheet whose header stays in sight and has a filter.

use gongdan::{Day, Language, Moment};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::cell::is_like_a_formula;
use crate::wording::told;
use crate::{OutCell, OutColumn, OutError};

/// The rows of a sheet below its header.
const ROWS: u64 = 1_048_575;
/// The characters of a cell, as a workbook counts them: in units of UTF-16.
const CELL: usize = 32_767;
/// A workbook keeps fifteen digits of a number: what has more is a text there.
const EXACT: u64 = 1_000_000_000_000_000;
/// How wide a column gets at most, in digits.
const WIDEST: usize = 60;

/// A workbook on its way: rows go out as they come, and only their widths are remembered.
pub(crate) struct Book {
    book: Workbook,
    widths: Vec<usize>,
    looks: Looks,
    language: Language,
    rows: u32,
}

struct Looks {
    head: Format,
    text: Format,
    /// A text that begins like a formula: it stays a text when somebody edits the cell.
    quoted: Format,
    number: Format,
    percent: Format,
    decimal: Format,
    moment: Format,
    day: Format,
}

impl Looks {
    fn new() -> Self {
        let of = |format: &str| Format::new().set_num_format(format);
        Self {
            head: of("@").set_bold(),
            text: of("@"),
            quoted: of("@").set_quote_prefix(),
            number: of("0"),
            percent: of("0.00%"),
            decimal: of("0.00"),
            moment: of("yyyy-mm-dd hh:mm:ss"),
            day: of("yyyy-mm-dd"),
        }
    }
}

/// A new workbook, which does not look at the clock: the same rows are the same bytes.
fn workbook() -> Result<Workbook, OutError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(unwritten)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(book)
}

impl Book {
    /// Begins a workbook with its header.
    pub(crate) fn begin(columns: &[OutColumn], language: Language) -> Result<Self, OutError> {
        let mut book = workbook()?;
        let looks = Looks::new();
        let sheet = book.add_worksheet_with_constant_memory().map_err(unwritten)?;
        let mut widths = Vec::new();
        for (nth, column) in (0..).zip(columns) {
            let label = column.label(language);
            let written = sheet.write_string_with_format(0, nth, label, &looks.head);
            written.map_err(unwritten)?;
            widths.push(width(label));
        }
        Ok(Self { book, widths, looks, language, rows: 0 })
    }

    /// Writes a row, of this number from 1.
    pub(crate) fn row(
        &mut self,
        number: u64,
        columns: &[OutColumn],
        cells: &[OutCell<'_>],
    ) -> Result<(), OutError> {
        let row = u32::try_from(number).ok().filter(|_| number <= ROWS);
        self.rows = row.ok_or(OutError::TooManyRows)?;
        let sheet = self.book.worksheet_from_index(0).map_err(unwritten)?;
        for (nth, (column, cell)) in (0_u16..).zip(columns.iter().zip(cells)) {
            let text = told(cell, self.language);
            if text.encode_utf16().count() > CELL {
                return Err(OutError::TooLong(number, column.label(self.language).to_owned()));
            }
            if let Some(widest) = self.widths.get_mut(usize::from(nth)) {
                *widest = (*widest).max(width(&text));
            }
            let at = (self.rows, nth);
            put(sheet, &self.looks, at, (cell, &text)).map_err(unwritten)?;
        }
        Ok(())
    }

    /// The bytes of the workbook.
    pub(crate) fn end(&mut self) -> Result<Vec<u8>, OutError> {
        let sheet = self.book.worksheet_from_index(0).map_err(unwritten)?;
        let ended = dressed(sheet, &self.widths, self.rows);
        ended.and_then(|()| self.book.save_to_buffer()).map_err(unwritten)
    }
}

fn unwritten(error: XlsxError) -> OutError {
    OutError::Io("xlsx".into(), std::io::Error::other(error))
}

/// Widths, a header that stays in sight, and a filter.
fn dressed(sheet: &mut Worksheet, widths: &[usize], rows: u32) -> Result<(), XlsxError> {
    for (nth, width) in (0..).zip(widths) {
        let width = u16::try_from((*width).min(WIDEST)).unwrap_or(10);
        sheet.set_column_width(nth, f64::from(width))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    match u16::try_from(widths.len()).ok().and_then(|columns| columns.checked_sub(1)) {
        Some(last) => sheet.autofilter(0, 0, rows, last).map(|_| ()),
        None => Ok(()),
    }
}

/// A Chinese letter is as wide as two digits; a line of several is as wide as its widest.
fn width(text: &str) -> usize {
    let line = |line: &str| line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    text.lines().map(line).max().unwrap_or(0) + 2
}

fn put(
    sheet: &mut Worksheet,
    looks: &Looks,
    (row, column): (u32, u16),
    (cell, text): (&OutCell<'_>, &str),
) -> Result<(), XlsxError> {
    let number = match cell {
        _ if text.is_empty() => return Ok(()),
        OutCell::Moment(at) => {
            return when(sheet, (row, column), (moment(*at), text), &looks.moment);
        }
        OutCell::Day(day) => return when(sheet, (row, column), (date(*day), text), &looks.day),
        OutCell::Number(whole) if whole.unsigned_abs() < EXACT => {
            text.parse().ok().map(|number: f64| (number, &looks.number))
        }
        OutCell::Real(number) => number.is_finite().then_some((*number, &looks.decimal)),
        OutCell::Printed(printed) => decimal(printed, looks),
        _ => None,
    };
    let look = if is_like_a_formula(text) { &looks.quoted } else { &looks.text };
    match number {
        Some((number, look)) => sheet.write_number_with_format(row, column, number, look),
        None => sheet.write_string_with_format(row, column, text, look),
    }
    .map(|_| ())
}

/// A figure as it is printed: what the reader sees is what counts.
#[expect(
    clippy::float_arithmetic,
    reason = "a workbook has floats alone; nothing is reckoned with it here"
)]
fn decimal<'a>(printed: &str, looks: &'a Looks) -> Option<(f64, &'a Format)> {
    match printed.strip_suffix('%') {
        Some(percent) => Some((percent.parse::<f64>().ok()? / 100.0, &looks.percent)),
        None => Some((printed.parse().ok()?, &looks.decimal)),
    }
}

/// A date cell; a text where a workbook has no such date.
fn when(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    (when, text): (Option<ExcelDateTime>, &str),
    look: &Format,
) -> Result<(), XlsxError> {
    match when {
        Some(when) => sheet.write_datetime_with_format(row, column, &when, look),
        None => sheet.write_string(row, column, text),
    }
    .map(|_| ())
}

fn moment(at: Moment) -> Option<ExcelDateTime> {
    let text = at.local().format("%Y-%m-%dT%H:%M:%S%.3f").to_string();
    ExcelDateTime::parse_from_str(&text).ok()
}

fn date(day: Day) -> Option<ExcelDateTime> {
    ExcelDateTime::parse_from_str(&day.format("%Y-%m-%d").to_string()).ok()
}
