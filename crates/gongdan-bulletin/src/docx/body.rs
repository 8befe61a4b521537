//! The body of the document: head, sections, annex, readers, and the page they stand on.

use super::paragraph::paragraph;
use super::picture::Pictures;
use super::table;
use crate::document::{Block, Document, Section, Sentence};
use crate::names;
use crate::plain::xml;
use crate::title;

/// A4; margins 37 mm above, 35 mm below, 28 mm left, 26 mm right; in twentieths of a point.
pub(super) const PAGE: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>\
    <w:footerReference w:type=\"even\" r:id=\"rId5\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
    <w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\" \
    w:header=\"851\" w:footer=\"1400\" w:gutter=\"0\"/></w:sectPr>";
/// The page between its margins, in points.
const TEXT_WIDTH: usize = 442;
/// The names of XML that the body uses.
pub(super) const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

/// `word/document.xml`, with pictures of its charts or without.
pub(super) fn written(document: &Document, charts: bool) -> String {
    let mut body = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    body += &format!("<w:document {NAMES}><w:body>");
    head(&mut body, document);
    let mut pictures = charts.then(Pictures::default);
    for part in &document.sections {
        section(&mut body, part, ("Normal", ""), &mut pictures);
    }
    if !document.annex.blocks.is_empty() {
        let style = ("Note", "<w:pageBreakBefore/>");
        section(&mut body, &document.annex, style, &mut pictures);
    }
    // A hash that fills a line must not stretch the words before it.
    let left = "<w:jc w:val=\"left\"/>";
    document.foot.iter().for_each(|line| body += &paragraph("Note", left, &line.to_string()));
    readers(&mut body, document);
    body + PAGE + "</w:body></w:document>\n"
}

fn head(body: &mut String, document: &Document) {
    *body += &banner(&document.banner);
    if !document.number.is_empty() {
        *body += &paragraph("Number", "", &document.number);
    }
    *body += &apart("Organ", "", &document.organ, &document.date);
    if document.look.title {
        *body += &title(document);
    }
    if document.look.listed && document.look.contents_head {
        *body += &paragraph("ContentsHead", "", names::CONTENTS);
    }
    let headed = document.sections.iter().filter(|section| !section.heading.is_empty());
    for section in headed.filter(|_| document.look.listed) {
        *body += &paragraph("Contents", "", &section.heading);
    }
}

/// The title, a long one on two lines.
fn title(document: &Document) -> String {
    let lines = title::lines(&document.title, document.look.title_size());
    let run = |line: &&str| format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", xml(line));
    let runs: Vec<String> = lines.iter().map(run).collect();
    let runs = runs.join("<w:r><w:br/></w:r>");
    format!("<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>{runs}</w:p>")
}

/// The red name on one line: 40 pt, or as large as its letters leave room for.
fn banner(name: &str) -> String {
    let letters = crate::columns::letters(name).max(1);
    let size = (2 * TEXT_WIDTH / letters).clamp(36, 80);
    let size = format!("<w:rPr><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr><w:t ");
    paragraph("Banner", "", name).replacen("<w:t ", &size, 1)
}

fn section(
    body: &mut String,
    section: &Section,
    (style, heading): (&str, &str),
    pictures: &mut Option<Pictures>,
) {
    if !section.heading.is_empty() {
        *body += &paragraph("Heading1", heading, &section.heading);
    }
    for block in &section.blocks {
        match block {
            Block::Paragraph(sentence) => *body += &paragraph(style, "", &sentence.to_string()),
            Block::Lines(lines) => {
                let line = |line: &Sentence| paragraph(style, "", &line.to_string());
                body.extend(lines.iter().map(line));
            }
            Block::Table(table) => table::figures(body, table),
            Block::Grid(heads, rows) => table::grid(body, heads, rows),
            Block::Ruled(ruled) => table::ruled(body, ruled),
            Block::Chart(chart) => {
                *body += &pictures.as_mut().map(|all| all.next(chart)).unwrap_or_default();
            }
        }
    }
}

/// 报, 发, and the line of organ and date (印发), between thick lines.
fn readers(body: &mut String, document: &Document) {
    *body += &paragraph("Gap", "", "");
    for (index, line) in document.readers.iter().enumerate() {
        *body += &paragraph("Reader", &borders(index, false), &line.to_string());
    }
    let date = format!("{} {}", document.date, names::PRINTED);
    let borders = borders(document.readers.len(), true);
    let places = "<w:ind w:left=\"280\" w:right=\"280\" w:firstLine=\"0\" w:firstLineChars=\"0\"/>";
    *body += &apart("Reader", &format!("{borders}{places}"), &document.organ, &date);
}

fn borders(index: usize, last: bool) -> String {
    let line = |side: &str, size| {
        format!("<w:{side} w:val=\"single\" w:sz=\"{size}\" w:space=\"1\" w:color=\"000000\"/>")
    };
    let top = line("top", if index == 0 { 8 } else { 4 });
    let bottom = if last { line("bottom", 8) } else { String::new() };
    format!("<w:pBdr>{top}{bottom}</w:pBdr>")
}

/// Two texts on one line, at its left and its right end.
pub(super) fn apart(style: &str, properties: &str, left: &str, right: &str) -> String {
    let (left, right) = (xml(left), xml(right));
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>\
         <w:r><w:t xml:space=\"preserve\">{left}</w:t></w:r><w:r><w:tab/></w:r>\
         <w:r><w:t xml:space=\"preserve\">{right}</w:t></w:r></w:p>"
    )
}
