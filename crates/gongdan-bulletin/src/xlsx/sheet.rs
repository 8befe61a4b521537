//! A sheet: headings that stay in sight, rows below them, widths for Chinese letters.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::cell::{self, Looks};
use crate::document::{Block, Document, Sentence};
use crate::names;
use crate::plain::plain;
use crate::ruled::Ruled;
use crate::table::FigureTable;

const A4: u8 = 9;
/// The columns of the sheet of sentences, in digits.
const HEADING: u16 = 30;
const WORDS: u16 = 90;
/// A line of a cell in points, and the lines of the highest row there can be (409 points).
const LINE: u16 = 15;
const HIGHEST: u16 = 27;

/// A table of figures with its sum.
pub(super) fn figures(
    sheet: &mut Worksheet,
    looks: &Looks,
    table: &FigureTable,
) -> Result<(), XlsxError> {
    let first = headings(sheet, looks, table)?;
    for (row, line) in (first..).zip(table.all_lines()) {
        cell::text(sheet, looks, (row, 0), &line.name)?;
        let is_sum = std::ptr::eq(line, &raw const table.total);
        for (index, figure) in line.figures.iter().enumerate() {
            let at = (row, number(index + 1)?);
            match is_sum && adds_up(table, index) {
                true => cell::sum(sheet, looks, at, (first, figure))?,
                false => cell::figure(sheet, looks, at, figure)?,
            }
        }
    }
    let heads = table.columns.iter().map(|column| column.head.as_str());
    let names = table.all_lines().map(|line| width(&line.name)).max();
    sheet.set_column_width(0, f64::from(names.unwrap_or(10).clamp(10, 60)))?;
    for (index, head) in heads.enumerate() {
        sheet.set_column_width(number(index + 1)?, f64::from(width(head).max(10)))?;
    }
    in_print(sheet, first)
}

/// Whether a column of counts has lines that add up to its total.
fn adds_up(table: &FigureTable, column: usize) -> bool {
    let numbers = table.lines.iter().map(|line| line.figures[column].number());
    let total = &table.total.figures[column];
    total.is_count() && !table.lines.is_empty() && numbers.sum::<i64>() == total.number()
}

/// Writes one row of headings, or two; gives the row below them.
fn headings(sheet: &mut Worksheet, looks: &Looks, table: &FigureTable) -> Result<u32, XlsxError> {
    let spans = table.spans();
    let lower = if spans.is_empty() { 0 } else { 1 };
    over(sheet, looks, (0, lower), (0, 0), &table.head)?;
    let mut column = 1;
    for span in &spans {
        let last = column + number(span.columns)? - 1;
        let rows = if span.divided { (0, 0) } else { (0, 1) };
        over(sheet, looks, rows, (column, last), &span.head)?;
        column = last + 1;
    }
    for (index, column) in table.columns.iter().enumerate() {
        if spans.is_empty() || column.over.is_some() {
            let at = number(index + 1)?;
            over(sheet, looks, (lower, lower), (at, at), &column.head)?;
        }
    }
    Ok(lower + 1)
}

/// A heading over some rows and columns.
fn over(
    sheet: &mut Worksheet,
    looks: &Looks,
    rows: (u32, u32),
    columns: (u16, u16),
    head: &str,
) -> Result<(), XlsxError> {
    let head = plain(head);
    match rows.0 == rows.1 && columns.0 == columns.1 {
        true => sheet.write_string_with_format(rows.0, columns.0, head, &looks.head),
        false => sheet.merge_range(rows.0, columns.0, rows.1, columns.1, &head, &looks.head),
    }
    .map(|_| ())
}

/// A table of sentences.
pub(super) fn grid(
    sheet: &mut Worksheet,
    looks: &Looks,
    heads: &[String],
    rows: &[Vec<Sentence>],
) -> Result<(), XlsxError> {
    for (index, head) in heads.iter().enumerate() {
        let column = number(index)?;
        over(sheet, looks, (0, 0), (column, column), head)?;
        let cells = rows.iter().filter_map(|row| row.get(index));
        let widest = cells.map(|cell| width(&cell.to_string())).max().unwrap_or(0);
        sheet.set_column_width(column, f64::from(widest.max(width(head)).clamp(6, 60)))?;
    }
    for (row, cells) in (1..).zip(rows) {
        for (index, sentence) in cells.iter().enumerate() {
            cell::sentence(sheet, looks, (row, number(index)?), sentence)?;
        }
    }
    in_print(sheet, 1)
}

/// A table with headings of several levels.
pub(super) fn ruled(sheet: &mut Worksheet, looks: &Looks, table: &Ruled) -> Result<(), XlsxError> {
    let below = |row: usize| u32::try_from(row).map_err(|_| XlsxError::RowColumnLimitError);
    for head in table.headings() {
        let rows = (below(head.row)?, below(head.row + head.rows - 1)?);
        let columns = (number(head.column)?, number(head.column + head.columns - 1)?);
        over(sheet, looks, rows, columns, &head.text)?;
    }
    for (index, path) in table.heads.iter().enumerate() {
        let cells = table.rows.iter().filter_map(|row| row.get(index));
        let widest = cells.map(|cell| width(&cell.to_string())).max().unwrap_or(0);
        let head = path.last().map_or(0, |head| width(head));
        sheet.set_column_width(number(index)?, f64::from(widest.max(head).clamp(6, 60)))?;
    }
    let first = below(table.depth())?;
    for (row, cells) in (first..).zip(&table.rows) {
        for (index, sentence) in cells.iter().enumerate() {
            cell::sentence(sheet, looks, (row, number(index)?), sentence)?;
        }
    }
    in_print(sheet, first)
}

/// Every paragraph: where it stands, its words, and its figures as numbers.
pub(super) fn sentences(
    sheet: &mut Worksheet,
    looks: &Looks,
    document: &Document,
) -> Result<(), XlsxError> {
    for (index, head) in (0..).zip(names::TEXT_HEADS) {
        over(sheet, looks, (0, 0), (index, index), head)?;
    }
    let date = format!("{} {}", document.organ, document.date);
    let head = [document.banner.clone(), document.number.clone(), date, document.title.clone()];
    let mut row = 1;
    for words in head {
        said(sheet, looks, &mut row, ("", &Sentence::of(words)))?;
    }
    for section in &document.sections {
        for block in &section.blocks {
            let sentences = match block {
                Block::Paragraph(sentence) => std::slice::from_ref(sentence),
                Block::Lines(sentences) => sentences,
                _ => &[],
            };
            for sentence in sentences {
                said(sheet, looks, &mut row, (&section.heading, sentence))?;
            }
        }
    }
    for sentence in document.readers.iter().chain(&document.foot) {
        said(sheet, looks, &mut row, ("", sentence))?;
    }
    sheet.set_column_width(0, HEADING)?.set_column_width(1, WORDS)?;
    sheet.set_print_area(0, 0, row.saturating_sub(1), 1)?;
    in_print(sheet, 1)
}

fn said(
    sheet: &mut Worksheet,
    looks: &Looks,
    row: &mut u32,
    (heading, sentence): (&str, &Sentence),
) -> Result<(), XlsxError> {
    cell::text(sheet, looks, (*row, 0), heading)?;
    cell::text(sheet, looks, (*row, 1), &sentence.to_string())?;
    for (index, figure) in sentence.figures().enumerate() {
        cell::figure(sheet, looks, (*row, number(index + 2)?), figure)?;
    }
    let lines = width(heading).div_ceil(HEADING).max(width(&sentence.to_string()).div_ceil(WORDS));
    sheet.set_row_height(*row, lines.clamp(1, HIGHEST) * LINE)?;
    *row += 1;
    Ok(())
}

/// Headings stay in sight and stand on every printed page; one page wide.
fn in_print(sheet: &mut Worksheet, headings: u32) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(headings, 1)?;
    sheet.set_repeat_rows(0, headings - 1)?;
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_footer("&C— &P —");
    Ok(())
}

fn number(column: usize) -> Result<u16, XlsxError> {
    u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)
}

/// A Chinese letter is as wide as two digits.
fn width(text: &str) -> u16 {
    let width: usize = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    u16::try_from(width + 2).unwrap_or(u16::MAX)
}
