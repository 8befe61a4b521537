//! A list as CSV: UTF-8 with the mark by which a spreadsheet knows it, lines that end as RFC 4180 has them.

use std::io::{self, Write};

use gongdan::Language;

use crate::OutCell;
use crate::cell::is_like_a_formula;
use crate::wording::told;

/// Writes the mark, and nothing else.
pub(crate) fn begin(to: &mut impl Write) -> io::Result<()> {
    to.write_all("\u{feff}".as_bytes())
}

/// Writes the headings.
pub(crate) fn header<'a>(
    to: &mut impl Write,
    headings: impl Iterator<Item = &'a str>,
) -> io::Result<()> {
    for (nth, heading) in headings.enumerate() {
        part(to, nth)?;
        text(to, heading)?;
    }
    to.write_all(b"\r\n")
}

/// Writes a row.
pub(crate) fn row(
    to: &mut impl Write,
    cells: &[OutCell<'_>],
    language: Language,
) -> io::Result<()> {
    for (nth, cell) in cells.iter().enumerate() {
        part(to, nth)?;
        let told = told(cell, language);
        match cell {
            OutCell::Text(_) | OutCell::Names(_) => text(to, &told)?,
            _ => to.write_all(told.as_bytes())?,
        }
    }
    to.write_all(b"\r\n")
}

fn part(to: &mut impl Write, nth: usize) -> io::Result<()> {
    if nth == 0 { Ok(()) } else { to.write_all(b",") }
}

/// A text: in quotes where it needs them, and marked where a spreadsheet would take it for a formula.
fn text(to: &mut impl Write, text: &str) -> io::Result<()> {
    let mark = if is_like_a_formula(text) { "'" } else { "" };
    let outer_blank = text.starts_with(' ') || text.ends_with(' ');
    if !outer_blank && !text.contains([',', '"', '\r', '\n']) {
        return write!(to, "{mark}{text}");
    }
    write!(to, "\"{mark}{}\"", text.replace('"', "\"\""))
}
