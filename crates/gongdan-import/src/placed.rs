//! Where the headings of a sheet stand, and which column is which fact.

use std::collections::BTreeMap;

use crate::error::SheetError;
use crate::mapping::{ACCEPTED_AT, Mapping};
use crate::row::SheetRow;
use crate::sheet::Sheet;

/// In how many rows from the top the headings are looked for.
const TOP: usize = 20;

/// The columns of a sheet.
#[derive(Debug)]
pub(crate) struct Placed {
    /// The row of the headings.
    pub(crate) header: u32,
    columns: BTreeMap<String, (u32, String)>,
    /// The levels of a path that several columns have.
    pub(crate) levels: Vec<(u32, String)>,
}

impl Placed {
    /// Finds the headings: in the row that the mapping says, or in that of the first twenty which has most of them.
    pub(crate) fn find(mapping: &Mapping, sheet: &Sheet) -> Result<Self, SheetError> {
        let said = mapping.header();
        let rows = sheet.rows.iter().take(TOP.max(sheet.rows.len().min(TOP)));
        let wanted = |row: &&SheetRow| said.is_none_or(|said| row.number == said);
        let rows: Vec<&SheetRow> = match said {
            Some(_) => sheet.rows.iter().filter(wanted).take(1).collect(),
            None => rows.collect(),
        };
        let placed = rows.into_iter().map(|row| Self::of(mapping, row));
        let best =
            placed.reduce(|best, next| if next.found() > best.found() { next } else { best });
        let best = best.ok_or_else(|| {
            SheetError::new("表格是空的", "the sheet is empty, or has no such row of headings")
        })?;
        best.ensure_enough(mapping, sheet)?;
        Ok(best)
    }

    fn of(mapping: &Mapping, row: &SheetRow) -> Self {
        let headings: Vec<(u32, String)> =
            row.cells.iter().map(|(column, cell)| (*column, plain(&cell.shown()))).collect();
        let find = |wanted: &[String]| {
            wanted.iter().find_map(|wanted| {
                let same = |(_, heading): &&(u32, String)| *heading == plain(wanted);
                headings.iter().find(same).map(|(column, _)| (*column, wanted.clone()))
            })
        };
        let columns = mapping
            .mapped()
            .filter_map(|field| Some((field.to_owned(), find(mapping.headings(field))?)));
        Self {
            header: row.number,
            columns: columns.collect(),
            levels: mapping.levels().filter_map(find).collect(),
        }
    }

    fn found(&self) -> usize {
        self.columns.len() + self.levels.len()
    }

    /// The column of a fact, with its heading.
    pub(crate) fn column(&self, field: &str) -> Option<&(u32, String)> {
        self.columns.get(field)
    }

    fn ensure_enough(&self, mapping: &Mapping, sheet: &Sheet) -> Result<(), SheetError> {
        let has = |field: &str| self.column(field).is_some() || mapping.constant(field).is_some();
        let missing = match () {
            () if !has(ACCEPTED_AT) && mapping.day().is_none() => {
                ("accepted_at(受理时间)", mapping.headings(ACCEPTED_AT))
            }
            () if !has("matter") && !has("appeal") => {
                ("matter(诉求标题)", mapping.headings("matter"))
            }
            () if !has("channel") => ("channel(来源渠道)", mapping.headings("channel")),
            () => return Ok(()),
        };
        let (field, headings) = missing;
        let row = sheet.rows.iter().find(|row| row.number == self.header);
        let seen: Vec<String> =
            row.into_iter().flat_map(|row| &row.cells).map(|(_, cell)| cell.shown()).collect();
        let (wanted, seen, row) = (headings.join("、"), seen.join("、"), self.header);
        Err(SheetError::new(
            format!("表格没有 {field} 一列(对照表写的是:{wanted});第 {row} 行的表头是:{seen}"),
            format!(
                "the sheet has no column of {field} (the mapping has: {wanted}); row {row} has: {seen}"
            ),
        ))
    }
}

/// A heading without blanks and line breaks, signs narrow.
pub(crate) fn plain(heading: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff08}' => '(',
        '\u{ff09}' => ')',
        '\u{ff1a}' => ':',
        '\u{ff0f}' => '/',
        c => c,
    };
    heading.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}
