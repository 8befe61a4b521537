//! How wide the columns of a printed table are, in twentieths of a point.

use crate::document::Sentence;
use crate::table::FigureTable;

/// The page between its margins.
pub(crate) const WIDTH: usize = 8_845;
/// A letter of a cell, 10.5 pt, and the room beside a cell's letters.
const LETTER: usize = 210;
const BESIDE: usize = 200;

/// A form's columns: a heading of six letters and what it stands for, twice.
pub(crate) const FORM: [usize; 4] = [1_460, 2_962, 1_460, 2_963];

/// Names as wide as they are and headings on one line where there is room; else headings break and
/// names take what the numbers leave them.
pub(crate) fn of_table(table: &FigureTable) -> Vec<usize> {
    let names = table.all_lines().map(|line| letters(&line.name)).max().unwrap_or(0).clamp(6, 12);
    let numbers = |most: usize| {
        let columns = table.columns.iter().enumerate();
        let column = columns.map(move |(index, column)| {
            let printed = table.all_lines().map(|line| letters(&line.figures[index].printed()));
            printed.max().unwrap_or(0).max(letters(&column.head).clamp(3, most))
        });
        column.collect::<Vec<usize>>()
    };
    let wide = [&[names][..], &numbers(6)].concat();
    if wide.iter().map(|letters| asked(*letters)).sum::<usize>() <= WIDTH {
        return widths(&wide);
    }
    let narrow: Vec<usize> = numbers(4).iter().map(|letters| asked(*letters)).collect();
    match WIDTH.checked_sub(narrow.iter().sum()).filter(|rest| *rest >= asked(5)) {
        Some(rest) => [&[rest][..], &narrow].concat(),
        None => widths(&[&[6][..], &numbers(4)].concat()),
    }
}

/// The width that so many letters ask for.
fn asked(letters: usize) -> usize {
    letters * LETTER + BESIDE
}

/// A table of sentences: as wide as their words, up to fourteen letters.
pub(crate) fn of_grid(heads: &[String], rows: &[Vec<Sentence>]) -> Vec<usize> {
    let widest = |index: usize| {
        let cells = rows.iter().filter_map(|row| row.get(index));
        let widest = cells.map(|cell| letters(&cell.to_string())).max().unwrap_or(0);
        widest.max(letters(&heads[index])).clamp(3, 14)
    };
    widths(&(0..heads.len()).map(widest).collect::<Vec<_>>())
}

/// The page's width, shared out as wide as each column's letters and the room beside them ask.
fn widths(letters: &[usize]) -> Vec<usize> {
    let wanted: Vec<usize> = letters.iter().map(|letters| asked(*letters)).collect();
    let all: usize = wanted.iter().sum::<usize>().max(1);
    let mut widths: Vec<usize> = wanted.iter().map(|wanted| WIDTH * wanted / all).collect();
    let rest = WIDTH - widths.iter().sum::<usize>();
    if let Some(first) = widths.first_mut() {
        *first += rest;
    }
    widths
}

/// How many Chinese letters a text is wide, half a letter counted whole; a `%` is as wide as one.
pub(crate) fn letters(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() && c != '%' { 1 } else { 2 }).sum::<usize>().div_ceil(2)
}
