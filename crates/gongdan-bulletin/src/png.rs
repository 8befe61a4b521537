//! A chart as PNG: the same picture as the SVG, drawn with a font of the system.

use skrifa::outline::OutlinePen;
use tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, Rect, Transform};

use crate::chart::Chart;
use crate::font::{Fonts, Role};
use crate::picture::{BAR, LETTER, Picture, TITLE, WIDTH};

/// Pixels of the PNG for one of the picture.
const SCALE: u16 = 2;
const BLUE: (u8, u8, u8) = (0x2f, 0x6f, 0x9f);
const BLACK: (u8, u8, u8) = (0, 0, 0);

impl Chart {
    /// The chart as a PNG picture, 1440 pixels wide. A letter that no font has is drawn as `〓`.
    /// The same chart and fonts always give the same bytes.
    ///
    /// # Errors
    /// A chart too large for a picture.
    pub fn png(&self, fonts: &Fonts) -> std::io::Result<Vec<u8>> {
        let picture = Picture::of(self);
        let size = (u32::from(WIDTH * SCALE), u32::from(picture.height) * u32::from(SCALE));
        let canvas = Pixmap::new(size.0, size.1);
        let mut canvas = canvas.ok_or_else(|| std::io::Error::other("the chart is too large"))?;
        canvas.fill(Color::WHITE);
        let mut sheet = Sheet { canvas, fonts };
        sheet.picture(&picture);
        sheet.canvas.encode_png().map_err(std::io::Error::other)
    }
}

struct Sheet<'a> {
    canvas: Pixmap,
    fonts: &'a Fonts,
}

impl Sheet<'_> {
    fn picture(&mut self, picture: &Picture) {
        let title = self.width(&picture.title, TITLE);
        self.words(i64::from(WIDTH / 2) * 1000 - title / 2, 22, TITLE, &picture.title);
        for bar in &picture.bars {
            let label = i64::from(picture.left - 8) * 1000 - self.width(&bar.label, LETTER);
            self.words(label, bar.line(), LETTER, &bar.label);
            self.rectangle((picture.left, bar.top), (bar.width, BAR), BLUE);
            let number = i64::from(picture.left + bar.width + 6) * 1000;
            self.words(number, bar.line(), LETTER, &bar.printed);
        }
        let (top, bottom) = picture.axis;
        self.rectangle((picture.left, top), (1, bottom - top), BLACK);
    }

    fn rectangle(&mut self, at: (u16, u16), size: (u16, u16), colour: (u8, u8, u8)) {
        let [left, top, width, height] = [at.0, at.1, size.0, size.1].map(f32::from);
        let scale = Transform::from_scale(f32::from(SCALE), f32::from(SCALE));
        if let Some(rectangle) = Rect::from_xywh(left, top, width, height) {
            self.canvas.fill_rect(rectangle, &paint(colour), scale, None);
        }
    }

    /// How wide words are, in thousandths of a pixel.
    fn width(&self, words: &str, size: u16) -> i64 {
        let widths = words.chars().map(|c| self.fonts.glyph(Role::Heading, c).1.width);
        widths.sum::<i64>() * i64::from(size)
    }

    /// Words from a place on a line, in thousandths of a pixel and in pixels.
    fn words(&mut self, mut left: i64, line: u16, size: u16, words: &str) {
        for letter in words.chars() {
            let (face, glyph) = self.fonts.glyph(Role::Heading, letter);
            let mut pen = Pen(PathBuilder::new());
            face.outline(glyph.id, size * SCALE, &mut pen);
            if let Some(path) = pen.0.finish() {
                let at = u16::try_from(left * i64::from(SCALE) / 1000).unwrap_or(0);
                let at = (f32::from(at), f32::from(line * SCALE));
                let place = Transform::from_row(1.0, 0.0, 0.0, -1.0, at.0, at.1);
                self.canvas.fill_path(&path, &paint(BLACK), FillRule::Winding, place, None);
            }
            left += glyph.width * i64::from(size);
        }
    }
}

fn paint((red, green, blue): (u8, u8, u8)) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

/// A letter's outline as a path.
struct Pen(PathBuilder);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.0.quad_to(cx0, cy0, x, y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.cubic_to(cx0, cy0, cx1, cy1, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
