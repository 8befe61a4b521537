//! A chart as SVG: horizontal bars with Chinese labels, in whole pixels.

use std::fmt::Write;

use crate::chart::Chart;
use crate::plain::{plain, xml};

const FONTS: &str = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','SimHei',sans-serif";
/// One letter of a label.
const LETTER: usize = 14;
/// A label's letters; the whole name stands in the bar's title.
const LETTERS: usize = 14;
const ROW: usize = 24;
const BAR: usize = 16;
const TOP: usize = 40;
const WIDTH: usize = 720;
/// Room for the number behind the longest bar.
const NUMBER: usize = 64;

impl Chart {
    /// The chart as an SVG picture, `720` pixels wide; the same chart always gives the same bytes.
    pub fn svg(&self) -> String {
        let height = TOP + self.bars.len() * ROW + ROW / 2;
        let title = xml(&self.title);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" \
             viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" font-family=\"{FONTS}\" \
             font-size=\"{LETTER}\">\n<title>{title}</title>\n\
             <text x=\"{}\" y=\"22\" text-anchor=\"middle\" font-size=\"16\">{title}</text>\n",
            WIDTH / 2
        );
        let left = self.label_width();
        for (row, (name, figure)) in self.bars.iter().enumerate() {
            self.bar(&mut svg, TOP + row * ROW, left, (name, figure.number()));
        }
        let bottom = TOP + self.bars.len() * ROW;
        let _ = write!(
            svg,
            "<path d=\"M{left} {}V{bottom}\" stroke=\"#333\" fill=\"none\"/>\n</svg>",
            TOP - 4
        );
        svg
    }

    fn bar(&self, svg: &mut String, top: usize, left: usize, (name, number): (&str, i64)) {
        let width = length(number, self.most(), WIDTH - left - NUMBER);
        let (label, middle) = (xml(&shortened(name)), top + BAR - 3);
        let name = xml(name);
        let _ = writeln!(
            svg,
            "<g><title>{name}:{number}</title>\
             <text x=\"{}\" y=\"{middle}\" text-anchor=\"end\">{label}</text>\
             <rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{BAR}\" fill=\"#2f6f9f\"/>\
             <text x=\"{}\" y=\"{middle}\">{number}</text></g>",
            left - 8,
            left + width + 6,
        );
    }

    fn label_width(&self) -> usize {
        let letters = self.bars.iter().map(|(name, _)| shortened(name).chars().count());
        letters.max().unwrap_or(0) * LETTER + 16
    }
}

/// A bar's length: its part of the room, and never nothing.
fn length(number: i64, most: i64, room: usize) -> usize {
    let room = i64::try_from(room).unwrap_or(0);
    usize::try_from(number.saturating_mul(room) / most).unwrap_or(0).max(1)
}

fn shortened(name: &str) -> String {
    let name = plain(name);
    match name.chars().count() > LETTERS {
        true => name.chars().take(LETTERS - 1).chain(['…']).collect(),
        false => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Amount, Figure};

    fn bar(name: &str, number: i64) -> (String, Figure) {
        let amount = Amount::Count(number);
        (name.to_owned(), Figure { name: "accepted", rule: "", amount })
    }

    #[test]
    fn bars_are_as_long_as_their_numbers_and_names_are_text() {
        let bars = vec![bar("路灯<&>", 50), bar("供水", 100), bar("无", 0)];
        let svg = Chart::of("受理\"件数\"", bars).map(|chart| chart.svg()).unwrap_or_default();
        let room = WIDTH - (5 * LETTER + 16) - NUMBER;
        assert!(svg.contains(&format!("width=\"{room}\" height=\"16\"")), "{svg}");
        assert!(svg.contains(&format!("width=\"{}\" height=\"16\"", room / 2)), "{svg}");
        assert!(svg.contains("路灯&lt;&amp;&gt;:50") && svg.contains("受理&quot;件数&quot;"));
        assert!(!svg.contains("无"), "a bar of nothing is left out");
        assert!(svg.find("供水") < svg.find("路灯"), "the longest first");
    }
}
