//! Columns: figures and whole tables as Arrow C streams.

use std::ffi::c_char;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatchIterator, RecordBatchReader};
use gongdan::{Count, ErrorKind, MEASURES, ScanOptions, Table};
use gongdan_tables::{Labels, TableStream, Wanted, figures_batch};

use crate::desk::gd_hotline;
use crate::door::{ask, look};
use crate::fault::Fault;
use crate::figures::gd_figures;
use crate::numbers::unknown_code;
use crate::sized;
use crate::status::gd_status;
use crate::written::filter::{gd_filter, narrowed};

/// Columns bear the names that every face uses.
pub const GD_LABELS_NAMES: i32 = 1;
/// Columns bear the headings as printed, and words are the office's.
pub const GD_LABELS_HEADINGS: i32 = 2;

pub(crate) fn worded(given: i32) -> Result<Labels, Fault> {
    match given {
        GD_LABELS_NAMES => Ok(Labels::Names),
        GD_LABELS_HEADINGS => Ok(Labels::Headings),
        _ => Err(unknown_code("labels", 2)),
    }
}

fn export(
    stream: *mut FFI_ArrowArrayStream,
    reader: Box<dyn RecordBatchReader + Send>,
) -> Result<(), Fault> {
    if stream.is_null() {
        return Err(Fault::missing("stream"));
    }
    sized::put(stream, FFI_ArrowArrayStream::new(reader));
    Ok(())
}

/// Figures as an Arrow stream of one batch: a column for each grouping, for each count that the
/// basis defines, and for each measure (an exact decimal, null for an empty whole). `labels` is
/// one of GD_LABELS_. The stream is written over; release it by its own release function.
///
/// Errors: GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_figures_arrow(
    figures: *const gd_figures,
    labels: i32,
    stream: *mut FFI_ArrowArrayStream,
) -> gd_status {
    look(figures, |own| {
        let total = &own.figures.total;
        let counts = Count::ALL.iter().filter(|count| total.get(**count).is_some());
        let measures = MEASURES.iter().filter(|measure| total.measure(measure).is_some());
        let mut wanted: Vec<Wanted> = counts.map(|count| Wanted::Count(*count)).collect();
        wanted.extend(measures.map(|measure| Wanted::Measure(measure, own.rounding)));
        let failed = |_| Fault::Door(ErrorKind::Bug, "the figures have no columns");
        let batch = figures_batch(&own.figures, &wanted, worded(labels)?).map_err(failed)?;
        let schema = batch.schema();
        export(stream, Box::new(RecordBatchIterator::new([Ok(batch)], schema)))
    })
}

/// A whole table as an Arrow stream of batches, one state of the file, read while it is asked for
/// on a connection of its own: the handle may be used, or closed, meanwhile. `table` is `tickets`,
/// `assignments`, `events`, `contacts` or `callbacks`; the filter's page is not used. `columns`
/// are `columns_count` names of columns, or none for all but the personal ones; `batch` is how many rows
/// a batch has at most, 0 for 16384. The stream is
/// written over; release it by its own release function.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_BUSY, GD_E_IO. What fails later, the stream says.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_arrow(
    hotline: *mut gd_hotline,
    table: *const c_char,
    filter: *const gd_filter,
    labels: i32,
    columns: *const *const c_char,
    columns_count: u32,
    batch: u32,
    stream: *mut FFI_ArrowArrayStream,
) -> gd_status {
    ask(hotline, |desk| {
        let table = Table::parse(&desk.reader().required("table", table)?)?;
        let filter = narrowed(desk.reader(), &sized::read(filter)?)?;
        let mut options = ScanOptions::default();
        let columns = desk.reader().list("columns", columns, columns_count)?;
        options.columns = Some(columns).filter(|columns| !columns.is_empty());
        if batch != 0 {
            options.batch = batch as usize;
        }
        let labels = worded(labels)?;
        export(stream, Box::new(TableStream::open(desk.hotline, table, &filter, &options, labels)?))
    })
}
