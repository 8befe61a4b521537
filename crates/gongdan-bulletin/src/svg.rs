//! A chart as SVG: horizontal bars with Chinese labels, in whole pixels.

use std::fmt::Write;

use crate::chart::Chart;
use crate::picture::{BAR, Bar, LETTER, Picture, TITLE, WIDTH};
use crate::plain::xml;

const FONTS: &str = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','SimHei',sans-serif";

impl Chart {
    /// The chart as an SVG picture, `720` pixels wide; the same chart always gives the same bytes.
    pub fn svg(&self) -> String {
        let Picture { height, title, left, axis: (top, bottom), bars } = Picture::of(self);
        let title = xml(&title);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" \
             viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" font-family=\"{FONTS}\" \
             font-size=\"{LETTER}\">\n<title>{title}</title>\n\
             <text x=\"{}\" y=\"22\" text-anchor=\"middle\" font-size=\"{TITLE}\">{title}</text>\n",
            WIDTH / 2
        );
        for (drawn, (name, _)) in bars.iter().zip(&self.bars) {
            bar(&mut svg, left, drawn, name);
        }
        let _ = write!(
            svg,
            "<path d=\"M{left} {top}V{bottom}\" stroke=\"#333\" fill=\"none\"/>\n</svg>"
        );
        svg
    }
}

fn bar(svg: &mut String, left: u16, bar: &Bar, name: &str) {
    let (label, name, printed) = (xml(&bar.label), xml(name), xml(&bar.printed));
    let (top, width, line) = (bar.top, bar.width, bar.line());
    let _ = writeln!(
        svg,
        "<g><title>{name}:{printed}</title>\
         <text x=\"{}\" y=\"{line}\" text-anchor=\"end\">{label}</text>\
         <rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{BAR}\" fill=\"#2f6f9f\"/>\
         <text x=\"{}\" y=\"{line}\">{printed}</text></g>",
        left - 8,
        left + width + 6,
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Amount, Figure};

    fn bar(name: &str, number: i64) -> (String, Figure) {
        let amount = Amount::Count(number);
        (name.to_owned(), Figure { amount, ..Figure::counted("accepted", "", 0) })
    }

    #[test]
    fn bars_are_as_long_as_their_numbers_and_names_are_text() {
        let bars = vec![bar("路灯<&>", 50), bar("供水", 100), bar("无", 0)];
        let svg = Chart::of("c", "受理\"件数\"", bars).map(|chart| chart.svg()).unwrap_or_default();
        let room = WIDTH - (5 * LETTER + 16) - 64;
        assert!(svg.contains(&format!("width=\"{room}\" height=\"16\"")), "{svg}");
        assert!(svg.contains(&format!("width=\"{}\" height=\"16\"", room / 2)), "{svg}");
        assert!(svg.contains("路灯&lt;&amp;&gt;:50") && svg.contains("受理&quot;件数&quot;"));
        assert!(!svg.contains("无"), "a bar of nothing is left out");
        assert!(svg.find("供水") < svg.find("路灯"), "the longest first");
    }

    #[test]
    fn bars_in_order_keep_their_order_and_their_zeros() {
        let bars = vec![bar("7月", 2), bar("8月", 0), bar("9月", 4)];
        let chart = Chart::in_order("months", "各月", bars);
        let svg = chart.map(|chart| chart.svg()).unwrap_or_default();
        let places = ["7月", "8月", "9月"].map(|month| svg.find(month));
        assert!(places.is_sorted() && places[0].is_some(), "{svg}");
        assert!(Chart::in_order("months", "各月", vec![bar("8月", 0)]).is_none());
    }
}
