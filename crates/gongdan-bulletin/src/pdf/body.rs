//! The document on its pages: head, sections, annex, readers, page numbers.

use super::sheet::{Align, BOTTOM, Colour, LEFT, Mark, PAGE, POINT, Sheets, Style, WIDTH, base};
use super::{chart, lines, table};
use crate::document::{Block, Document, Section};
use crate::font::{Fonts, Role};
use crate::names;
use crate::title;

const NUMBER: Style = Style { align: Align::Centre, indent: (0, 0), ..Style::TEXT };
const HEADING: Style = Style { role: Role::Heading, before: 10 * POINT, ..Style::TEXT };
const CONTENTS: Style =
    Style { role: Role::Contents, align: Align::Left, indent: (32 * POINT, 0), ..Style::TEXT };
pub(super) const TITLE: Style = Style {
    role: Role::Title,
    size: 22 * POINT,
    pitch: 34 * POINT,
    align: Align::Centre,
    indent: (0, 0),
    before: 20 * POINT,
    after: 20 * POINT,
    ..Style::TEXT
};
pub(super) const NOTE: Style =
    Style { size: 12 * POINT, pitch: 19 * POINT, indent: (0, 24 * POINT), ..Style::TEXT };
const READER: Style = Style {
    size: 14 * POINT,
    pitch: 26 * POINT,
    align: Align::Left,
    indent: (42 * POINT, -28 * POINT),
    ..Style::TEXT
};
const FOOT: Style = Style {
    size: 14 * POINT,
    pitch: 14 * POINT,
    align: Align::Left,
    indent: (0, 0),
    ..Style::TEXT
};

/// The pages of a document.
pub(super) fn set(document: &Document, fonts: &Fonts) -> Vec<Vec<Mark>> {
    let mut sheets = Sheets::new(fonts);
    head(&mut sheets, document);
    let heading = in_text(document, HEADING);
    for part in &document.sections {
        section(&mut sheets, part, (&heading, &in_text(document, Style::TEXT)));
    }
    if !document.annex.blocks.is_empty() {
        sheets.turn();
        section(&mut sheets, &document.annex, (&heading, &NOTE));
    }
    sheets.top += 6 * POINT;
    document.foot.iter().for_each(|line| sheets.paragraph(&NOTE, &line.to_string(), 0));
    readers(&mut sheets, document);
    numbered(&mut sheets);
    sheets.pages
}

fn head(sheets: &mut Sheets<'_>, document: &Document) {
    sheets.paragraph(&banner(&document.banner), &document.banner, 0);
    let number = in_text(document, NUMBER);
    if !document.number.is_empty() {
        sheets.paragraph(&number, &document.number, 0);
    }
    sheets.ends(&number, 0, &document.organ, &document.date);
    let line = (LEFT, sheets.top + 4 * POINT);
    sheets.rule(line, (WIDTH, 3 * POINT), Colour::Red);
    sheets.top += 8 * POINT;
    let size = i64::from(document.look.title_size()) * POINT;
    if document.look.title {
        set_title(sheets, document, &Style { size, pitch: size + 12 * POINT, ..TITLE });
    }
    if document.look.listed && document.look.contents_head {
        let head = Style { role: Role::Contents, ..NUMBER };
        sheets.paragraph(&in_text(document, head), names::CONTENTS, 0);
    }
    let headed = document.sections.iter().filter(|section| !section.heading.is_empty());
    for section in headed.filter(|_| document.look.listed) {
        sheets.paragraph(&in_text(document, CONTENTS), &section.heading, 0);
    }
}

/// The title, a long one on two lines.
fn set_title(sheets: &mut Sheets<'_>, document: &Document, style: &Style) {
    let lines = title::lines(&document.title, document.look.title_size());
    for (at, line) in lines.iter().enumerate() {
        let before = if at == 0 { style.before } else { 0 };
        let after = if at + 1 == lines.len() { style.after } else { 0 };
        sheets.paragraph(&Style { before, after, ..*style }, line, 0);
    }
}

/// A style in the size and on the pitch of the document's text.
fn in_text(document: &Document, style: Style) -> Style {
    let (size, pitch) = (i64::from(document.look.text_size()), i64::from(document.look.pitch));
    let (every, first) = style.indent;
    let indent = (every * size / 16, first * size / 16);
    Style { size: size * POINT, pitch: pitch * POINT, indent, ..style }
}

/// The red name on one line: 40 pt, or as large as its letters leave room for.
fn banner(name: &str) -> Style {
    let letters = i64::try_from(crate::columns::letters(name)).unwrap_or(1).max(1);
    let size = (WIDTH / letters).clamp(18 * POINT, 40 * POINT);
    Style { size, pitch: 50 * POINT, colour: Colour::Red, before: 0, after: 15 * POINT, ..TITLE }
}

fn section(sheets: &mut Sheets<'_>, section: &Section, (heading, style): (&Style, &Style)) {
    if !section.heading.is_empty() {
        sheets.paragraph(heading, &section.heading, 2);
    }
    for block in &section.blocks {
        match block {
            Block::Paragraph(sentence) => sheets.paragraph(style, &sentence.to_string(), 0),
            Block::Lines(lines) => {
                lines.iter().for_each(|line| sheets.paragraph(style, &line.to_string(), 0));
            }
            Block::Table(figures) => table::figures(sheets, figures),
            Block::Grid(heads, rows) => table::grid(sheets, heads, rows),
            Block::Ruled(ruled) => table::ruled(sheets, ruled),
            Block::Chart(bars) => chart::drawn(sheets, bars),
        }
    }
}

/// 报, 发, and the line of organ and date (印发), between lines at the foot of the last page.
fn readers(sheets: &mut Sheets<'_>, document: &Document) {
    let texts: Vec<String> = document.readers.iter().map(ToString::to_string).collect();
    let inner = WIDTH - 14 * POINT;
    let lines = texts.iter().map(|text| sheets.broken(&READER, inner, text));
    let lines: Vec<Vec<lines::Broken>> = lines.collect();
    let count = i64::try_from(lines.iter().map(Vec::len).sum::<usize>()).unwrap_or(0) + 1;
    let height = count * READER.pitch + 2 * POINT;
    sheets.need(height + 12 * POINT);
    sheets.top = BOTTOM - height;
    for (index, paragraph) in lines.iter().enumerate() {
        rule(sheets, if index == 0 { POINT } else { POINT / 2 });
        for line in paragraph {
            let top = sheets.top;
            sheets.line(&READER, (LEFT, top, inner), line);
            sheets.top += READER.pitch;
        }
    }
    rule(sheets, if lines.is_empty() { POINT } else { POINT / 2 });
    let date = format!("{} {}", document.date, names::PRINTED);
    sheets.ends(&READER, 14 * POINT, &document.organ, &date);
    rule(sheets, POINT);
}

fn rule(sheets: &mut Sheets<'_>, thick: i64) {
    let top = sheets.top;
    sheets.rule((LEFT, top), (WIDTH, thick), Colour::Black);
}

/// Page numbers: odd pages right, even ones left, a letter in from the edge.
pub(super) fn numbered(sheets: &mut Sheets<'_>) {
    let fonts = sheets.fonts;
    for (number, page) in (1..).zip(&mut sheets.pages) {
        let text = format!("— {number} —");
        let wide = lines::width(fonts, (FOOT.role, FOOT.size), &text);
        let left = match number % 2 {
            1 => PAGE.0 - 73_701 - 14 * POINT - wide,
            _ => LEFT + 14 * POINT,
        };
        let at = (left, base(&FOOT, BOTTOM + 19_843));
        let Style { role, size, colour, .. } = FOOT;
        page.push(Mark::Words { at, size, role, colour, text, apart: 0 });
    }
}
