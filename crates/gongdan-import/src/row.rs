//! A row of a sheet, and how large a sheet may be.

use crate::caps;
use crate::cell::SheetCell;
use crate::error::SheetError;

/// A row that says something.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetRow {
    /// Its number in the sheet, from 1.
    pub number: u32,
    /// Its cells with their columns, from 0, in order.
    pub cells: Vec<(u32, SheetCell)>,
}

impl SheetRow {
    /// The cell of a column.
    pub fn cell(&self, column: u32) -> Option<&SheetCell> {
        let place = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        Some(&self.cells[place].1)
    }
}

/// Refuses a sheet that is larger than any register.
pub(crate) fn within(cells: usize, column: u32) -> Result<(), SheetError> {
    match cells <= caps::CELLS && column < caps::COLUMNS {
        true => Ok(()),
        false => Err(SheetError::new(
            format!("表格过大:最多 {} 列、{} 个有内容的单元格", caps::COLUMNS, caps::CELLS),
            format!(
                "the sheet is too large: at most {} columns and {} cells that say something",
                caps::COLUMNS,
                caps::CELLS
            ),
        )),
    }
}
