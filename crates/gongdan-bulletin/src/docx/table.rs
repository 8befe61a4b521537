//! A table of the document: headings that repeat on every page, in one row or two.

use super::paragraph::paragraph;
use crate::column::Column;
use crate::columns::{self, WIDTH};
use crate::document::Sentence;
use crate::ruled::{Heading, Ruled};
use crate::table::{FigureTable, Line, Span};

const HEADING: &str = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
pub(super) const ROW: &str = "<w:trPr><w:cantSplit/></w:trPr>";

/// Whether a cell begins, goes on with, or is no cell over several rows.
#[derive(Clone, Copy)]
pub(super) enum Rows {
    One,
    First,
    Next,
}

/// A table of figures with its sum.
pub(super) fn figures(body: &mut String, table: &FigureTable) {
    let widths = columns::of_table(table);
    begin(body, &widths);
    headings(body, table, &widths);
    for line in table.all_lines() {
        *body += &row(ROW, &cells(line, &widths));
    }
    end(body);
}

fn cells(line: &Line, widths: &[usize]) -> String {
    let name = cell("Cell", widths[0], 1, Rows::One, &line.name);
    let figures = line.figures.iter().zip(&widths[1..]);
    let figures =
        figures.map(|(figure, width)| cell("CellNumber", *width, 1, Rows::One, &figure.printed()));
    std::iter::once(name).chain(figures).collect()
}

fn headings(body: &mut String, table: &FigureTable, widths: &[usize]) {
    let spans = table.spans();
    let head = |width, rows, text: &str| cell("CellHead", width, 1, rows, text);
    let over = |column: &Column, width| match column.over {
        None if !spans.is_empty() => head(width, Rows::Next, ""),
        _ => head(width, Rows::One, &column.head),
    };
    let lower = table.columns.iter().zip(&widths[1..]).map(|(column, width)| over(column, *width));
    let lower: String = lower.collect();
    if spans.is_empty() {
        *body += &row(HEADING, &(head(widths[0], Rows::One, &table.head) + &lower));
        return;
    }
    *body += &row(HEADING, &(head(widths[0], Rows::First, &table.head) + &upper(&spans, widths)));
    *body += &row(HEADING, &(head(widths[0], Rows::Next, "") + &lower));
}

/// The upper row of headings, right of the names.
fn upper(spans: &[Span], widths: &[usize]) -> String {
    let mut column = 1;
    let cells = spans.iter().map(|span| {
        let width = widths[column..column + span.columns].iter().sum();
        column += span.columns;
        let rows = if span.divided { Rows::One } else { Rows::First };
        cell("CellHead", width, span.columns, rows, &span.head)
    });
    cells.collect()
}

/// A table of sentences.
pub(super) fn grid(body: &mut String, heads: &[String], rows: &[Vec<Sentence>]) {
    let widths = columns::of_grid(heads, rows);
    begin(body, &widths);
    let heads = heads.iter().zip(&widths);
    let heads: String =
        heads.map(|(head, width)| cell("CellHead", *width, 1, Rows::One, head)).collect();
    *body += &row(HEADING, &heads);
    self::rows(body, rows, &widths);
    end(body);
}

fn rows(body: &mut String, rows: &[Vec<Sentence>], widths: &[usize]) {
    for sentences in rows {
        let cells = sentences.iter().zip(widths).map(|(sentence, width)| {
            let style = if sentence.alone().is_some() { "CellNumber" } else { "Cell" };
            cell(style, *width, 1, Rows::One, &sentence.to_string())
        });
        *body += &row(ROW, &cells.collect::<String>());
    }
}

/// A table with headings of several levels.
pub(super) fn ruled(body: &mut String, table: &Ruled) {
    let widths = columns::of_grid(&table.flat_heads(), &table.rows);
    begin(body, &widths);
    let headings = table.headings();
    for at in 0..table.depth() {
        *body += &row(HEADING, &heads_of(&headings, at, &widths));
    }
    rows(body, &table.rows, &widths);
    end(body);
}

/// One row of headings: those that begin in it, and what goes on from above.
fn heads_of(headings: &[Heading], at: usize, widths: &[usize]) -> String {
    let stands = |each: &&Heading| each.row <= at && at < each.row + each.rows;
    let mut of_row: Vec<&Heading> = headings.iter().filter(stands).collect();
    of_row.sort_by_key(|heading| heading.column);
    let head = |each: &Heading| {
        let width = widths[each.column..each.column + each.columns].iter().sum();
        let (rows, text) = match (each.rows, each.row == at) {
            (1, _) => (Rows::One, each.text.as_str()),
            (_, true) => (Rows::First, each.text.as_str()),
            (_, false) => (Rows::Next, ""),
        };
        cell("CellHead", width, each.columns, rows, text)
    };
    of_row.into_iter().map(head).collect()
}

pub(super) fn begin(body: &mut String, widths: &[usize]) {
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
    let border =
        |side| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
    let borders: String = sides.map(border).concat();
    let columns: String =
        widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    *body += &format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>\
         <w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr>\
         <w:tblGrid>{columns}</w:tblGrid>"
    );
}

/// Ends a table; a small paragraph keeps it from what follows.
pub(super) fn end(body: &mut String) {
    *body += "</w:tbl>";
    *body += &paragraph("Gap", "", "");
}

pub(super) fn row(properties: &str, cells: &str) -> String {
    format!("<w:tr>{properties}{cells}</w:tr>")
}

pub(super) fn cell(style: &str, width: usize, columns: usize, rows: Rows, text: &str) -> String {
    let span = match columns {
        1 => String::new(),
        _ => format!("<w:gridSpan w:val=\"{columns}\"/>"),
    };
    let merge = match rows {
        Rows::One => "",
        Rows::First => "<w:vMerge w:val=\"restart\"/>",
        Rows::Next => "<w:vMerge/>",
    };
    let text = paragraph(style, "", text);
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}{merge}\
         <w:vAlign w:val=\"center\"/></w:tcPr>{text}</w:tc>"
    )
}
