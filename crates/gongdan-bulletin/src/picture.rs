//! Where the parts of a chart stand, in whole pixels, for every form that draws it.

use crate::chart::{Chart, weight};
use crate::plain::plain;

/// One letter of a label.
pub(crate) const LETTER: u16 = 14;
/// One letter of the title.
pub(crate) const TITLE: u16 = 16;
/// A label's letters; the whole name stands in the table.
const LETTERS: usize = 14;
const ROW: u16 = 24;
/// A bar's height.
pub(crate) const BAR: u16 = 16;
const TOP: u16 = 40;
/// The picture's width.
pub(crate) const WIDTH: u16 = 720;
/// Room for the number behind the longest bar.
const NUMBER: u16 = 64;

/// A chart whose parts have their places.
pub(crate) struct Picture {
    pub(crate) height: u16,
    pub(crate) title: String,
    /// Where bars begin.
    pub(crate) left: u16,
    /// The line from which bars begin: its upper and its lower end.
    pub(crate) axis: (u16, u16),
    pub(crate) bars: Vec<Bar>,
}

/// A bar, its label left of it and its figure right of it.
pub(crate) struct Bar {
    pub(crate) label: String,
    pub(crate) top: u16,
    pub(crate) width: u16,
    pub(crate) printed: String,
}

impl Picture {
    pub(crate) fn of(chart: &Chart) -> Self {
        let letters = chart.bars.iter().map(|(name, _)| shortened(name).chars().count());
        let letters = u16::try_from(letters.max().unwrap_or(0)).unwrap_or(0);
        let left = letters * LETTER + 16;
        let tops = (0..u16::MAX / ROW - 4).map(|row| TOP + row * ROW);
        let bar = |((name, figure), top): (&(String, crate::Figure), u16)| Bar {
            label: shortened(name),
            top,
            width: length(weight(figure), chart.most(), WIDTH - left - NUMBER),
            printed: figure.printed(),
        };
        let bars: Vec<Bar> = chart.bars.iter().zip(tops).map(bar).collect();
        let bottom = bars.last().map_or(TOP, |last| last.top + ROW);
        let title = plain(&chart.title).trim().to_owned();
        Self { height: bottom + ROW / 2, title, left, axis: (TOP - 4, bottom), bars }
    }
}

impl Bar {
    /// The line on which its words stand.
    pub(crate) fn line(&self) -> u16 {
        self.top + BAR - 3
    }
}

/// A bar's length: its part of the room, and never nothing.
fn length(weight: i64, most: i64, room: u16) -> u16 {
    u16::try_from(weight.saturating_mul(room.into()) / most).unwrap_or(0).max(1)
}

fn shortened(name: &str) -> String {
    let name = plain(name);
    match name.chars().count() > LETTERS {
        true => name.chars().take(LETTERS - 1).chain(['…']).collect(),
        false => name,
    }
}
