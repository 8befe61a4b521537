//! A table as a stream of batches: nothing is read before it is asked for, nothing is kept.

use std::sync::Arc;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use gongdan::{Filter, Hotline, Result, Scan, ScanOptions, Table};

use crate::Labels;
use crate::batch::Shape;

/// What a reader's watcher says before each batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended(
    /// Why the stream ends here.
    pub String,
);

/// A table on its way out as Arrow.
///
/// ```
/// # use gongdan::{Filter, ScanOptions, Table};
/// # use gongdan_tables::{Labels, TableStream};
/// # let folder = std::env::temp_dir().join(format!("gongdan-tables-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// let hotline = gongdan_sample::golden_file(folder.join("golden.db"), &mut |_, _| ())?;
/// let options = ScanOptions::default();
/// let tickets =
///     TableStream::open(&hotline, Table::Tickets, &Filter::new(), &options, Labels::Names)?;
/// let rows: usize = tickets.map(|batch| batch.map_or(0, |batch| batch.num_rows())).sum();
/// assert_eq!(rows, 3_339); // September's, and the August ticket of its issue
/// # drop(hotline);
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct TableStream {
    scan: Scan,
    shape: Shape,
    watch: Box<dyn FnMut() -> std::result::Result<(), Ended> + Send>,
}

impl TableStream {
    /// Opens a table. `Labels` also choose the language of its words.
    ///
    /// # Errors
    /// As [`Hotline::scan`].
    pub fn open(
        hotline: &Hotline,
        table: Table,
        filter: &Filter,
        options: &ScanOptions,
        labels: Labels,
    ) -> Result<Self> {
        let options = ScanOptions { language: labels.language(), ..options.clone() };
        let scan = hotline.scan(table, filter, &options)?;
        let shape = Shape::of(&scan, labels);
        Ok(Self { scan, shape, watch: Box::new(|| Ok(())) })
    }

    /// Asks `watch` before each batch whether to go on.
    #[must_use]
    pub fn watched(
        mut self,
        watch: impl FnMut() -> std::result::Result<(), Ended> + Send + 'static,
    ) -> Self {
        self.watch = Box::new(watch);
        self
    }

    fn next_batch(&mut self) -> std::result::Result<Option<RecordBatch>, ArrowError> {
        (self.watch)().map_err(|Ended(why)| ArrowError::ExternalError(why.into()))?;
        match self.scan.next() {
            None => Ok(None),
            Some(Err(error)) => Err(ArrowError::ExternalError(Box::new(error))),
            Some(Ok(chunk)) => self.shape.batch(chunk).map(Some),
        }
    }
}

impl Iterator for TableStream {
    type Item = std::result::Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_batch().transpose()
    }
}

impl RecordBatchReader for TableStream {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.shape.schema)
    }
}
