//! Paper that goes with a ticket as a Word document: a sheet a page, with its form.

use std::io;

use super::body::{NAMES, PAGE, apart};
use super::package;
use super::paragraph::paragraph;
use super::table::{self, ROW, Rows, cell, row};
use crate::columns::FORM;
use crate::paper::{Paper, PaperSheet};

impl Paper {
    /// The sheets as one .docx, each from a page of its own. The same paper always gives the same bytes.
    ///
    /// # Errors
    /// Paper too large for a .docx (4 GiB).
    pub fn docx(&self) -> io::Result<Vec<u8>> {
        let paper = self.typeset();
        let mut body =
            String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        body += &format!("<w:document {NAMES}><w:body>");
        for (at, each) in paper.sheets.iter().enumerate() {
            sheet(&mut body, each, if at == 0 { "" } else { "<w:pageBreakBefore/>" });
        }
        body += PAGE;
        body += "</w:body></w:document>\n";
        let title = paper.sheets.first().map_or("", |sheet| sheet.title.as_str());
        package::pack((title, &paper.organ, &paper.look), &body, &[])
    }
}

fn sheet(body: &mut String, sheet: &PaperSheet, breaks: &str) {
    *body += &paragraph("Title", breaks, &sheet.title);
    *body += &apart("Note", OVER, &sheet.over.0, &sheet.over.1);
    table::begin(body, &FORM);
    for cells in &sheet.rows {
        *body += &row(ROW, &form_row(cells));
    }
    table::end(body);
    sheet.paragraphs.iter().for_each(|text| *body += &paragraph("Note", "", text));
}

/// No indent, and the right end at the margin.
const OVER: &str = "<w:tabs><w:tab w:val=\"right\" w:pos=\"8845\"/></w:tabs>\
    <w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/>";

/// Headings and what they stand for: a cell alone reaches over all that is left.
fn form_row(cells: &[(String, String)]) -> String {
    let alone = cells.len() == 1;
    let pair = |(at, (head, text)): (usize, &(String, String))| {
        let (columns, width) = match alone {
            true => (3, FORM[1..].iter().sum()),
            false => (1, FORM[2 * at + 1]),
        };
        let head = cell("CellHead", FORM[2 * at], 1, Rows::One, head);
        head + &cell("Cell", width, columns, Rows::One, text)
    };
    cells.iter().take(2).enumerate().map(pair).collect()
}
