//! The bulletin as a Word document, written part by part: a 简报 head and tail on the page of
//! GB/T 9704-2012. Fonts are named, with the names Word falls back to; none is shipped.

mod body;
mod package;
mod paper;
mod paragraph;
mod picture;
mod styles;
mod table;

use std::io;

use crate::document::Document;
use crate::look::Look;

impl Document {
    /// The document as a .docx: red name, number, organ and date over a red line; A4 with margins
    /// of 37, 28, 35 and 26 mm; 16 pt FangSong on a 28 pt pitch; tables whose headings repeat;
    /// page numbers `— 1 —`; readers (报, 发) and imprint (印发) at the end. Charts are left out:
    /// they are pictures, and a picture needs a font (`docx_with`, feature `png`). The same
    /// document always gives the same bytes.
    ///
    /// # Errors
    /// A document too large for a .docx (4 GiB).
    pub fn docx(&self) -> io::Result<Vec<u8>> {
        let document = self.typeset();
        package::pack(document.cover(), &body::written(&document, false), &[])
    }

    /// As [`Document::docx`], and every chart as a picture drawn with these fonts, or with the one
    /// that the document's look names for headings. The same document and fonts always give the
    /// same bytes.
    ///
    /// # Errors
    /// A document too large for a .docx (4 GiB), a chart too large for a picture.
    #[cfg(feature = "png")]
    pub fn docx_with(&self, fonts: &crate::Fonts) -> io::Result<Vec<u8>> {
        let (document, fonts) = (self.typeset(), fonts.of_look(&self.look));
        let pictures = document.charts().map(|chart| chart.png(&fonts));
        let pictures = pictures.collect::<io::Result<Vec<_>>>()?;
        package::pack(document.cover(), &body::written(&document, true), &pictures)
    }
}

impl Document {
    /// What the package says of the document itself: its title, who made it, and how it looks.
    fn cover(&self) -> (&str, &str, &Look) {
        (&self.title, &self.organ, &self.look)
    }
}
