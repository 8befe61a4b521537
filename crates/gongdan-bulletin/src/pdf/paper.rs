//! Paper that goes with a ticket as PDF: a sheet a page, with its form.

use std::io;

use super::body::{NOTE, TITLE, numbered};
use super::sheet::{Align, POINT, Sheets, Style};
use super::{ink, table};
use crate::font::Fonts;
use crate::paper::{Paper, PaperSheet};

const OVER: Style = Style { align: Align::Left, indent: (0, 0), after: 0, ..NOTE };

impl Paper {
    /// The sheets as one PDF, each from a page of its own, with its fonts embedded as a bulletin's are. The same paper
    /// and fonts always give the same bytes.
    ///
    /// # Errors
    /// A font whose letters cannot be embedded.
    pub fn pdf(&self, fonts: &Fonts) -> io::Result<Vec<u8>> {
        let (paper, fonts) = (self.typeset(), fonts.of_look(&self.look));
        let mut sheets = Sheets::new(&fonts);
        for (at, each) in paper.sheets.iter().enumerate() {
            if at > 0 {
                sheets.turn();
            }
            sheet(&mut sheets, each);
        }
        numbered(&mut sheets);
        let title = paper.sheets.first().map_or("", |sheet| sheet.title.as_str());
        ink::printed(title, &paper.organ, &fonts, &sheets.pages)
    }
}

fn sheet(sheets: &mut Sheets<'_>, sheet: &PaperSheet) {
    sheets.paragraph(&Style { before: 0, after: 10 * POINT, ..TITLE }, &sheet.title, 0);
    sheets.ends(&OVER, 0, &sheet.over.0, &sheet.over.1);
    table::form(sheets, &sheet.rows);
    sheet.paragraphs.iter().for_each(|text| sheets.paragraph(&NOTE, text, 0));
}
