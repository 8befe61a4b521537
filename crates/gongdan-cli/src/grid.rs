//! Tables that line up with Chinese text: a Chinese character is two cells wide.

use std::fmt;

use comfy_table::presets::ASCII_MARKDOWN;
use comfy_table::{CellAlignment, ContentArrangement, Table};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A table for people.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    headings: Vec<(String, bool)>,
    rows: Vec<Vec<String>>,
}

impl Grid {
    /// A table without columns yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// With a column of text.
    pub(crate) fn text(mut self, heading: impl Into<String>) -> Self {
        self.headings.push((heading.into(), false));
        self
    }

    /// With a column of numbers, set to the right.
    pub(crate) fn number(mut self, heading: impl Into<String>) -> Self {
        self.headings.push((heading.into(), true));
        self
    }

    /// With one more row.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|cell| plain(&cell)).collect());
    }
}

impl fmt::Display for Grid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut table = Table::new();
        table.load_style(ASCII_MARKDOWN).set_content_arrangement(ContentArrangement::Disabled);
        table.set_header(self.headings.iter().map(|(heading, _)| heading));
        self.rows.iter().for_each(|row| {
            table.add_row(row);
        });
        for (column, (_, number)) in table.column_iter_mut().zip(&self.headings) {
            if *number {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        write!(f, "{table}")
    }
}

/// One line without control characters: a text cannot move the cursor or break the table.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// At most so many cells of a text; what is cut off is marked.
pub(crate) fn shortened(text: &str, cells: usize) -> String {
    if text.width() <= cells {
        return text.to_owned();
    }
    let mut room = cells.saturating_sub(2);
    let fits = |c: &char| match room.checked_sub(c.width().unwrap_or(0)) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{kept}..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_a_table_is_equally_wide() {
        let mut grid = Grid::new().text("成员单位 unit").number("受理件数\naccepted");
        grid.row(["县住房和城乡建设局".into(), "7".into()]);
        grid.row(["IT中心,二楼 (A)".into(), "1234".into()]);
        let text = grid.to_string();
        let widths: Vec<usize> = text.lines().map(UnicodeWidthStr::width).collect();
        assert_eq!(text.lines().count(), 5);
        assert!(widths.iter().all(|width| *width == widths[0]), "{text}");
    }

    #[test]
    fn a_cell_cannot_break_the_table() {
        let mut grid = Grid::new().text("matter");
        grid.row(["路灯\n不亮\u{1b}[2J".into()]);
        assert!(grid.to_string().ends_with("| 路灯 不亮 [2J |"));
    }

    #[test]
    fn a_long_text_is_cut_to_its_cells() {
        assert_eq!(shortened("路灯不亮", 8), "路灯不亮");
        assert_eq!(shortened("路灯不亮了", 9), "路灯不..");
        assert_eq!(shortened("路灯不亮了", 8), "路灯不..");
    }
}
