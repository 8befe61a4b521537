//! A chart on the page: the same picture as the SVG, as wide as the text.

use super::lines::width;
use super::sheet::{BOTTOM, Colour, LEFT, Mark, POINT, Sheets, TOP, WIDTH};
use crate::chart::Chart;
use crate::font::Role;
use crate::picture::{self, BAR, LETTER, Picture, TITLE};

/// Draws a chart on one page.
pub(super) fn drawn(sheets: &mut Sheets<'_>, chart: &Chart) {
    let picture = Picture::of(chart);
    let height = i64::from(picture.height);
    let scale = (WIDTH / i64::from(picture::WIDTH)).min((BOTTOM - TOP) / height);
    sheets.need(scale * height + 12 * POINT);
    sheets.top += 6 * POINT;
    let left = LEFT + (WIDTH - scale * i64::from(picture::WIDTH)) / 2;
    Drawing { origin: (left, sheets.top), scale, sheets }.all(&picture);
    sheets.top += scale * height + 6 * POINT;
}

struct Drawing<'a, 'f> {
    origin: (i64, i64),
    /// A pixel of the picture on the page.
    scale: i64,
    sheets: &'a mut Sheets<'f>,
}

impl Drawing<'_, '_> {
    fn all(&mut self, picture: &Picture) {
        self.words((picture::WIDTH / 2, 22), TITLE, (1, 2), &picture.title);
        for bar in &picture.bars {
            self.words((picture.left - 8, bar.line()), LETTER, (1, 1), &bar.label);
            self.rectangle((picture.left, bar.top), (bar.width, BAR), Colour::Blue);
            let number = (picture.left + bar.width + 6, bar.line());
            self.words(number, LETTER, (0, 1), &bar.printed);
        }
        let (top, bottom) = picture.axis;
        self.rectangle((picture.left, top), (1, bottom - top), Colour::Black);
    }

    fn place(&self, at: (u16, u16)) -> (i64, i64) {
        let (left, top) = (i64::from(at.0) * self.scale, i64::from(at.1) * self.scale);
        (self.origin.0 + left, self.origin.1 + top)
    }

    fn rectangle(&mut self, at: (u16, u16), size: (u16, u16), colour: Colour) {
        let size = (i64::from(size.0) * self.scale, i64::from(size.1) * self.scale);
        let at = self.place(at);
        self.sheets.rule(at, size, colour);
    }

    /// Words; the part of their width that stands left of the place.
    fn words(&mut self, at: (u16, u16), size: u16, part: (i64, i64), text: &str) {
        let size = i64::from(size) * self.scale;
        let before = width(self.sheets.fonts, (Role::Heading, size), text) * part.0 / part.1;
        let (left, line) = self.place(at);
        self.sheets.mark(Mark::Words {
            at: (left - before, line),
            size,
            role: Role::Heading,
            colour: Colour::Black,
            text: text.to_owned(),
            apart: 0,
        });
    }
}
