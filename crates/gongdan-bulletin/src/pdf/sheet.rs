//! Sheets of paper: marks at places, and how far the current page is set.

use super::lines::{Broken, broken, width};
use crate::font::{Fonts, Role};

/// A point.
pub(super) const POINT: i64 = 1_000;
/// A4.
pub(super) const PAGE: (i64, i64) = (595_276, 841_890);
/// The type area: margins of 37, 28, 35 and 26 mm.
pub(super) const LEFT: i64 = 79_370;
pub(super) const WIDTH: i64 = 442_205;
pub(super) const TOP: i64 = 104_882;
pub(super) const BOTTOM: i64 = PAGE.1 - 99_213;

/// What a mark is printed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colour {
    Black,
    Red,
    Blue,
}

/// A mark on a page.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    /// Words on a line, from their left end; `apart` is added between letters.
    Words { at: (i64, i64), size: i64, role: Role, colour: Colour, text: String, apart: i64 },
    /// A rectangle; lines are thin ones.
    Box { at: (i64, i64), size: (i64, i64), colour: Colour },
}

/// Where the lines of a paragraph stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
    Right,
    /// Both ends, but for the last line.
    Both,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) role: Role,
    pub(super) size: i64,
    /// From line to line.
    pub(super) pitch: i64,
    pub(super) colour: Colour,
    pub(super) align: Align,
    /// Left of every line, and of the first one besides.
    pub(super) indent: (i64, i64),
    pub(super) before: i64,
    pub(super) after: i64,
}

impl Style {
    pub(super) const TEXT: Self = Self {
        role: Role::Text,
        size: 16 * POINT,
        pitch: 28 * POINT,
        colour: Colour::Black,
        align: Align::Both,
        indent: (0, 32 * POINT),
        before: 0,
        after: 0,
    };
}

/// Pages being set.
pub(super) struct Sheets<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) pages: Vec<Vec<Mark>>,
    pub(super) top: i64,
}

impl<'a> Sheets<'a> {
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, pages: vec![Vec::new()], top: TOP }
    }

    /// Goes on on a new page; never leaves one empty.
    pub(super) fn turn(&mut self) {
        if self.top > TOP {
            self.pages.push(Vec::new());
            self.top = TOP;
        }
    }

    /// Turns the page unless it has this much room.
    pub(super) fn need(&mut self, height: i64) {
        if BOTTOM - self.top < height {
            self.turn();
        }
    }

    pub(super) fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    pub(super) fn rule(&mut self, at: (i64, i64), size: (i64, i64), colour: Colour) {
        self.mark(Mark::Box { at, size, colour });
    }

    /// Sets a paragraph; after its heading, `keep` lines of what follows have room.
    pub(super) fn paragraph(&mut self, style: &Style, text: &str, keep: i64) {
        if self.top > TOP {
            self.top += style.before;
        }
        let lines = match style.align {
            Align::Centre => self.balanced(style, text),
            _ => self.broken(style, WIDTH, text),
        };
        let count = i64::try_from(lines.len()).unwrap_or(0);
        if keep > 0 {
            self.need((count + keep) * style.pitch);
        }
        for line in &lines {
            self.need(style.pitch);
            let top = self.top;
            self.line(style, (LEFT, top, WIDTH), line);
            self.top += style.pitch;
        }
        self.top += style.after;
    }

    /// Lines of about the same length, as many as there have to be.
    fn balanced(&self, style: &Style, text: &str) -> Vec<Broken> {
        let lines = self.broken(style, WIDTH, text);
        let count = i64::try_from(lines.len()).unwrap_or(1).max(1);
        let mut room = lines.iter().map(|line| line.width).sum::<i64>() / count;
        while room < WIDTH {
            let even = self.broken(style, room, text);
            if even.len() <= lines.len() {
                return even;
            }
            room += style.size / 2;
        }
        lines
    }

    pub(super) fn broken(&self, style: &Style, width: i64, text: &str) -> Vec<Broken> {
        let (every, first) = style.indent;
        broken(self.fonts, (style.role, style.size), (width - every, first), text)
    }

    /// Sets one line in a box: its left end, its top, its width.
    pub(super) fn line(&mut self, style: &Style, (left, top, width): (i64, i64, i64), of: &Broken) {
        let (left, room) = (left + style.indent.0, width - style.indent.0);
        let slack = room - of.indent - of.width;
        let gaps = i64::try_from(of.text.chars().count()).unwrap_or(1) - 1;
        let (shift, apart) = match style.align {
            Align::Centre => (slack / 2, 0),
            Align::Right => (slack, 0),
            Align::Both if !of.last && gaps > 0 && slack < 3 * style.size => (0, slack / gaps),
            Align::Left | Align::Both => (0, 0),
        };
        let at = (left + of.indent + shift, base(style, top));
        self.words(style, at, apart, &of.text);
    }

    fn words(&mut self, style: &Style, at: (i64, i64), apart: i64, text: &str) {
        let Style { role, size, colour, .. } = *style;
        self.mark(Mark::Words { at, size, role, colour, text: text.to_owned(), apart });
    }

    /// Two texts on one line, at its two ends.
    pub(super) fn ends(&mut self, style: &Style, inset: i64, left: &str, right: &str) {
        self.need(style.pitch);
        let (end, line) = (LEFT + WIDTH - inset, base(style, self.top));
        let wide = width(self.fonts, (style.role, style.size), right);
        self.words(style, (LEFT + inset, line), 0, left);
        self.words(style, (end - wide, line), 0, right);
        self.top += style.pitch;
    }
}

/// The line that letters stand on, in the middle of their pitch.
pub(super) fn base(style: &Style, top: i64) -> i64 {
    top + style.pitch / 2 + style.size * 38 / 100
}
