//! Tables on the page: one row of headings or two, repeated on every page; no row is parted.

use super::sheet::{Align, BOTTOM, Colour, LEFT, POINT, Sheets, Style};
use crate::columns;
use crate::document::Sentence;
use crate::font::Role;
use crate::ruled::{Heading, Ruled as OfLevels};
use crate::table::FigureTable;

const CELL: Style =
    Style { size: 10_500, pitch: 16 * POINT, align: Align::Left, indent: (0, 0), ..Style::TEXT };
const FIGURE: Style = Style { align: Align::Right, ..CELL };
const HEAD: Style = Style { role: Role::Heading, align: Align::Centre, ..CELL };
/// Room beside and over a cell's letters, and the thickness of its lines.
const BESIDE: i64 = 4_250;
const OVER: i64 = POINT;
const LINE: i64 = POINT / 2;

/// A cell: where it begins and how far it reaches, in columns and in rows of headings.
struct Cell {
    column: usize,
    columns: usize,
    row: usize,
    rows: usize,
    style: Style,
    text: String,
}

impl Cell {
    fn new(column: usize, style: Style, text: impl Into<String>) -> Self {
        Self { column, columns: 1, row: 0, rows: 1, style, text: text.into() }
    }
}

/// A table of figures with its sum.
pub(super) fn figures(sheets: &mut Sheets<'_>, table: &FigureTable) {
    let rows = table.all_lines().map(|line| {
        let name = Cell::new(0, CELL, line.name.as_str());
        let figures = line.figures.iter().enumerate();
        let figures = figures.map(|(at, figure)| Cell::new(at + 1, FIGURE, figure.printed()));
        std::iter::once(name).chain(figures).collect()
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    Ruled::of(&columns::of_table(table)).set(sheets, &headings(table), &rows);
}

/// The headings: one row, or two when columns share one.
fn headings(table: &FigureTable) -> Vec<Cell> {
    let spans = table.spans();
    let deep = if spans.is_empty() { 1 } else { 2 };
    let mut cells = vec![Cell { rows: deep, ..Cell::new(0, HEAD, table.head.as_str()) }];
    let mut column = 1;
    for span in &spans {
        let rows = if span.divided { 1 } else { 2 };
        let cell = Cell::new(column, HEAD, span.head.as_str());
        cells.push(Cell { columns: span.columns, rows, ..cell });
        column += span.columns;
    }
    for (at, column) in table.columns.iter().enumerate() {
        if spans.is_empty() || column.over.is_some() {
            let cell = Cell::new(at + 1, HEAD, column.head.as_str());
            cells.push(Cell { row: deep - 1, ..cell });
        }
    }
    cells
}

/// A table with headings of several levels.
pub(super) fn ruled(sheets: &mut Sheets<'_>, table: &OfLevels) {
    let heading = |each: Heading| Cell {
        column: each.column,
        columns: each.columns,
        row: each.row,
        rows: each.rows,
        style: HEAD,
        text: each.text,
    };
    let headings: Vec<Cell> = table.headings().into_iter().map(heading).collect();
    let widths = columns::of_grid(&table.flat_heads(), &table.rows);
    let rows: Vec<Vec<Cell>> = table.rows.iter().map(|row| cells(row)).collect();
    Ruled::of(&widths).set(sheets, &headings, &rows);
}

fn cells(row: &[Sentence]) -> Vec<Cell> {
    let cell = |(at, sentence): (usize, &Sentence)| {
        let style = if sentence.alone().is_some() { FIGURE } else { CELL };
        Cell::new(at, style, sentence.to_string())
    };
    row.iter().enumerate().map(cell).collect()
}

/// A table of sentences.
pub(super) fn grid(sheets: &mut Sheets<'_>, heads: &[String], rows: &[Vec<Sentence>]) {
    let headings: Vec<Cell> =
        heads.iter().enumerate().map(|(at, head)| Cell::new(at, HEAD, head.as_str())).collect();
    let widths = columns::of_grid(heads, rows);
    let rows: Vec<Vec<Cell>> = rows.iter().map(|row| cells(row)).collect();
    Ruled::of(&widths).set(sheets, &headings, &rows);
}

/// A form: rows of one heading and what it stands for, or of two.
pub(super) fn form(sheets: &mut Sheets<'_>, rows: &[Vec<(String, String)>]) {
    let row = |row: &Vec<(String, String)>| {
        let columns = if row.len() == 1 { 3 } else { 1 };
        let pair = |(at, (head, text)): (usize, &(String, String))| {
            let told = Cell { columns, ..Cell::new(2 * at + 1, CELL, text.as_str()) };
            [Cell::new(2 * at, HEAD, head.as_str()), told]
        };
        row.iter().take(2).enumerate().flat_map(pair).collect()
    };
    let rows: Vec<Vec<Cell>> = rows.iter().map(row).collect();
    Ruled::of(&columns::FORM).set(sheets, &[], &rows);
}

/// Columns at their places.
struct Ruled {
    /// Where each column begins, and where the last one ends.
    edges: Vec<i64>,
}

impl Ruled {
    fn of(widths: &[usize]) -> Self {
        let mut edges = vec![LEFT];
        let mut right = LEFT;
        for width in widths {
            right += i64::try_from(*width).unwrap_or(0) * 50;
            edges.push(right);
        }
        Self { edges }
    }

    fn set(&self, sheets: &mut Sheets<'_>, headings: &[Cell], rows: &[Vec<Cell>]) {
        sheets.top += 4 * POINT;
        let first = rows.first().map_or(0, |row| self.height(sheets, row.iter()));
        let heads = self.heads(sheets, headings);
        sheets.need(heads.iter().sum::<i64>() + first);
        self.row(sheets, headings, &heads);
        for row in rows {
            let height = self.height(sheets, row.iter());
            if BOTTOM - sheets.top < height {
                sheets.turn();
                self.row(sheets, headings, &heads);
            }
            self.row(sheets, row, &[height]);
        }
        sheets.top += 8 * POINT;
    }

    fn room(&self, cell: &Cell) -> i64 {
        self.edges[cell.column + cell.columns] - self.edges[cell.column]
    }

    /// How high a row has to be for its cells.
    fn height<'c>(&self, sheets: &Sheets<'_>, cells: impl Iterator<Item = &'c Cell>) -> i64 {
        let high = |cell: &Cell| {
            let lines = sheets.broken(&cell.style, self.room(cell) - 2 * BESIDE, &cell.text);
            i64::try_from(lines.len()).unwrap_or(1) * cell.style.pitch + 2 * OVER
        };
        cells.map(high).max().unwrap_or(CELL.pitch)
    }

    /// How high each row of headings is: together as high as a heading over both.
    fn heads(&self, sheets: &Sheets<'_>, headings: &[Cell]) -> Vec<i64> {
        let deep = headings.iter().map(|cell| cell.row + cell.rows).max().unwrap_or(1);
        let of = |row: usize| headings.iter().filter(move |c| c.row == row && c.rows == 1);
        let mut heights: Vec<i64> = (0..deep).map(|row| self.height(sheets, of(row))).collect();
        let both = self.height(sheets, headings.iter().filter(|cell| cell.rows > 1));
        let missing = both - heights.iter().sum::<i64>();
        if let Some(last) = heights.last_mut() {
            *last += missing.max(0);
        }
        heights
    }

    /// Sets a row of cells, or the rows of headings.
    fn row(&self, sheets: &mut Sheets<'_>, cells: &[Cell], heights: &[i64]) {
        let above = |row: usize| heights[..row].iter().sum::<i64>();
        for cell in cells {
            let top = sheets.top + above(cell.row);
            let height = above(cell.row + cell.rows) - above(cell.row);
            self.cell(sheets, cell, top, height);
        }
        sheets.top += heights.iter().sum::<i64>();
    }

    fn cell(&self, sheets: &mut Sheets<'_>, cell: &Cell, top: i64, height: i64) {
        let (left, width) = (self.edges[cell.column], self.room(cell));
        for (at, size) in [
            ((left, top), (width + LINE, LINE)),
            ((left, top + height), (width + LINE, LINE)),
            ((left, top), (LINE, height)),
            ((left + width, top), (LINE, height)),
        ] {
            sheets.rule(at, size, Colour::Black);
        }
        let inner = width - 2 * BESIDE;
        let lines = sheets.broken(&cell.style, inner, &cell.text);
        let count = i64::try_from(lines.len()).unwrap_or(1);
        let first = top + (height - count * cell.style.pitch) / 2;
        for (line, number) in lines.iter().zip(0..) {
            let top = first + number * cell.style.pitch;
            sheets.line(&cell.style, (left + BESIDE, top, inner), line);
        }
    }
}
