//! The bulletin as PDF: the page of GB/T 9704-2012, set line by line, with its fonts embedded.
//!
//! Lengths are whole thousandths of a point, from the upper left corner of the page.

mod body;
mod chart;
mod ink;
mod lines;
mod paper;
mod sheet;
mod table;

use std::io;

use crate::document::Document;
use crate::font::Fonts;

impl Document {
    /// The document as a PDF: head and tail of a 简报, A4 with margins of 37, 28, 35 and 26 mm,
    /// 16 pt text on a 28 pt pitch, tables whose headings repeat on every page, charts, page
    /// numbers `— 1 —`. It is printed with the fonts that the document's look names, where they can
    /// be used ([`Fonts::substitutes`] tells which cannot), else with the given ones. The letters in
    /// use are embedded; a letter that no font has is printed as `〓`. The same document and fonts
    /// always give the same bytes.
    ///
    /// # Errors
    /// A font whose letters cannot be embedded.
    pub fn pdf(&self, fonts: &Fonts) -> io::Result<Vec<u8>> {
        let (document, fonts) = (self.typeset(), fonts.of_look(&self.look));
        let pages = body::set(&document, &fonts);
        ink::printed(&document.title, &document.organ, &fonts, &pages)
    }
}
