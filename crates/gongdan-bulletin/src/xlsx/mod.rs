//! The bulletin as a workbook: its sentences on the first sheet, then one sheet for each table,
//! and its charts on the last.

mod cell;
mod charts;
mod sheet;

use std::collections::HashSet;
use std::io;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::chart::Chart;
use crate::document::{Block, Document};
use crate::names;
use crate::plain::plain;
use cell::Looks;

impl Document {
    /// The document as an .xlsx workbook. Counts and rates are numbers (a rate in per cent with
    /// two decimals, of its exact fraction; cut first where the policy truncates), sums are
    /// formulas with their results; everything else is text, and no text is ever a formula. The
    /// same document always gives the same bytes.
    ///
    /// # Errors
    /// A document that a workbook cannot hold: more rows or sheets than there can be.
    pub fn xlsx(&self) -> io::Result<Vec<u8>> {
        self.workbook().and_then(|mut workbook| workbook.save_to_buffer()).map_err(io::Error::other)
    }

    fn workbook(&self) -> Result<Workbook, XlsxError> {
        let mut workbook = Workbook::new();
        let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
        let (title, organ) = (plain(&self.title), plain(&self.organ));
        let properties = DocProperties::new().set_title(title).set_author(organ);
        workbook.set_properties(&properties.set_creation_datetime(&made));
        let (looks, mut names) = (Looks::new(), Names::default());
        let text = workbook.add_worksheet().set_name(names.free(names::TEXT))?;
        sheet::sentences(text, &looks, self)?;
        for section in self.sections.iter().chain([&self.annex]) {
            for block in &section.blocks {
                if !matches!(block, Block::Table(_) | Block::Grid(..) | Block::Ruled(_)) {
                    continue;
                }
                let sheet = workbook.add_worksheet().set_name(names.free(&section.heading))?;
                match block {
                    Block::Table(table) => sheet::figures(sheet, &looks, table)?,
                    Block::Ruled(table) => sheet::ruled(sheet, &looks, table)?,
                    Block::Grid(heads, rows) => sheet::grid(sheet, &looks, heads, rows)?,
                    _ => {}
                }
            }
        }
        let drawn: Vec<&Chart> = self.charts().collect();
        if !drawn.is_empty() {
            let sheet = workbook.add_worksheet().set_name(names.free(names::CHARTS))?;
            charts::all(sheet, &looks, &drawn)?;
        }
        Ok(workbook)
    }
}

/// The names of sheets: at most 31 letters, none twice, no letter that a workbook forbids.
#[derive(Default)]
struct Names(HashSet<String>);

impl Names {
    const LONGEST: usize = 31;

    fn free(&mut self, heading: &str) -> String {
        let heading = plain(heading);
        let heading = heading.split_once('、').map_or(heading.as_str(), |(_, rest)| rest);
        let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
        let name: String = heading.trim().chars().filter(allowed).collect();
        let tries = (1..).map(|number: usize| match number {
            1 => name.chars().take(Self::LONGEST).collect(),
            _ => {
                let end = format!("({number})");
                name.chars().take(Self::LONGEST - end.len()).collect::<String>() + &end
            }
        });
        let mut tries = tries.map(|name: String| if name.is_empty() { "_".into() } else { name });
        let new = |name: &String| self.0.insert(name.to_lowercase());
        tries.find(new).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_allowed_and_differ() {
        let mut names = Names::default();
        assert_eq!(names.free("二、问题[分类]/统计"), "问题分类统计");
        assert_eq!(names.free("二、问题分类统计"), "问题分类统计(2)");
        let long = "长".repeat(40);
        assert_eq!(names.free(&long).chars().count(), 31);
        assert!(names.free(&long).ends_with("(2)"));
    }
}
