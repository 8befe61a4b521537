//! Marks become the pages of a PDF, fonts embedded.

use std::io;
use std::sync::Arc;

use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::sheet::{Colour, Mark, PAGE};
use crate::font::{Face, Fonts, Role};
use crate::plain::plain;

/// The bytes of the pages.
pub(super) fn printed(
    title: &str,
    organ: &str,
    fonts: &Fonts,
    pages: &[Vec<Mark>],
) -> io::Result<Vec<u8>> {
    let mut pdf = krilla::Document::new();
    let metadata = Metadata::new().title(plain(title)).authors(vec![plain(organ)]);
    pdf.set_metadata(metadata.language("zh-CN".to_owned()));
    let mut press = Press { fonts, open: Vec::new() };
    for marks in pages {
        let size = PageSettings::from_wh(points(PAGE.0), points(PAGE.1));
        let mut page = pdf.start_page_with(size.ok_or_else(|| io::Error::other("no page"))?);
        let mut surface = page.surface();
        marks.iter().try_for_each(|mark| press.print(&mut surface, mark))?;
        surface.finish();
        page.finish();
    }
    pdf.finish().map_err(|problem| io::Error::other(format!("{problem:?}")))
}

/// Thousandths of a point as PDF has them.
fn points(thousandths: i64) -> f32 {
    part(thousandths, 1_000)
}

/// The one place where a length becomes a float, after which nothing is reckoned with it.
#[expect(clippy::float_arithmetic, reason = "said above")]
fn part(of: i64, whole: i64) -> f32 {
    of as f32 / whole as f32
}

struct Press<'a> {
    fonts: &'a Fonts,
    open: Vec<(Arc<Face>, Font)>,
}

impl Press<'_> {
    fn print(&mut self, surface: &mut Surface<'_>, mark: &Mark) -> io::Result<()> {
        match mark {
            Mark::Box { at, size, colour } => {
                surface.set_fill(Some(fill(*colour)));
                let [left, top, width, height] = [at.0, at.1, size.0, size.1].map(points);
                let mut path = PathBuilder::new();
                if let Some(rectangle) = Rect::from_xywh(left, top, width, height) {
                    path.push_rect(rectangle);
                }
                path.finish().iter().for_each(|path| surface.draw_path(path));
                Ok(())
            }
            Mark::Words { at, size, role, colour, text, apart } => {
                surface.set_fill(Some(fill(*colour)));
                self.words(surface, *at, (*role, *size, *apart), text)
            }
        }
    }

    /// Prints words, run by run of letters that one face has.
    fn words(
        &mut self,
        surface: &mut Surface<'_>,
        (mut left, line): (i64, i64),
        (role, size, apart): (Role, i64, i64),
        text: &str,
    ) -> io::Result<()> {
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            let face = Arc::clone(self.fonts.glyph(role, letter).0);
            let (mut glyphs, mut end, mut width) = (Vec::new(), 0, 0);
            for letter in rest.chars() {
                let (of, glyph) = self.fonts.glyph(role, letter);
                if !Arc::ptr_eq(of, &face) {
                    break;
                }
                let advance = glyph.width * size / 1_000 + apart;
                let range = end..end + letter.len_utf8();
                end = range.end;
                width += advance;
                let id = GlyphId::new(glyph.id.to_u32());
                let em = part(advance, size);
                glyphs.push(KrillaGlyph::new(id, em, 0.0, 0.0, 0.0, range, None));
            }
            let (start, font) = (Point::from_xy(points(left), points(line)), self.font(&face)?);
            surface.draw_glyphs(start, &glyphs, font, &rest[..end], points(size), false);
            left += width;
            rest = &rest[end..];
        }
        Ok(())
    }

    fn font(&mut self, face: &Arc<Face>) -> io::Result<Font> {
        let open = self.open.iter().find(|(open, _)| Arc::ptr_eq(open, face));
        if let Some((_, font)) = open {
            return Ok(font.clone());
        }
        let font = Font::new(Arc::clone(&face.bytes).into(), face.index);
        let problem = || io::Error::other(format!("{}: cannot be embedded", face.family));
        let font = font.ok_or_else(problem)?;
        self.open.push((Arc::clone(face), font.clone()));
        Ok(font)
    }
}

fn fill(colour: Colour) -> Fill {
    let colour = match colour {
        Colour::Black => rgb::Color::new(0, 0, 0),
        Colour::Red => rgb::Color::new(0xff, 0, 0),
        Colour::Blue => rgb::Color::new(0x2f, 0x6f, 0x9f),
    };
    Fill { paint: colour.into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}
