//! A list that stands in memory: what a question answered.

use std::path::Path;

use gongdan::Language;

use crate::{OutCell, OutColumn, OutError, OutFile};

/// Columns and rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutTable<'a> {
    /// Its columns.
    pub columns: Vec<OutColumn>,
    /// Its rows: a cell for each column.
    pub rows: Vec<Vec<OutCell<'a>>>,
}

impl<'a> OutTable<'a> {
    /// A table of these columns, each a name and a heading, without rows yet.
    pub fn new(columns: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>) -> Self {
        let column = |(name, heading): (_, _)| OutColumn::new(name, heading);
        Self { columns: columns.into_iter().map(column).collect(), rows: Vec::new() }
    }

    /// With one more row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = OutCell<'a>>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// Writes it into a file, and says how many rows it has.
    ///
    /// # Errors
    /// As [`OutFile`].
    pub fn write(
        &self,
        path: impl AsRef<Path>,
        language: Language,
        replace: bool,
    ) -> Result<u64, OutError> {
        let mut file = OutFile::create(path, self.columns.clone(), language, replace)?;
        self.rows.iter().try_for_each(|row| file.row(row))?;
        file.finish()
    }
}
