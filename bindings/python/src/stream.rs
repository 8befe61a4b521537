//! Tables on their way out as Arrow, through the PyCapsule interface, without a copy.

use std::sync::{Mutex, PoisonError};
use std::thread::ThreadId;

use arrow_array::ffi::FFI_ArrowSchema;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use gongdan_tables::{Ended, TableStream};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::error::special;

fn failed(error: &ArrowError) -> PyErr {
    PyRuntimeError::new_err(error.to_string())
}

fn schema_capsule<'py>(py: Python<'py>, schema: &SchemaRef) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(schema.as_ref()).map_err(|error| failed(&error))?;
    PyCapsule::new_with_value(py, schema, c"arrow_schema")
}

fn stream_capsule(
    py: Python<'_>,
    reader: impl RecordBatchReader + Send + 'static,
) -> PyResult<Bound<'_, PyCapsule>> {
    let stream = FFI_ArrowArrayStream::new(Box::new(reader));
    PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
}

/// Batches in memory: they can leave as often as one likes.
#[pyclass(frozen, module = "gongdan._core")]
pub(crate) struct Batches {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Batches {
    pub(crate) fn one(batch: Result<RecordBatch, ArrowError>) -> PyResult<Self> {
        let batch = batch.map_err(|error| failed(&error))?;
        Ok(Self { schema: batch.schema(), batches: vec![batch] })
    }
}

#[pymethods]
impl Batches {
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        schema_capsule(py, &self.schema)
    }

    /// The protocol lets a producer ignore the schema that is asked for.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        let batches = self.batches.clone().into_iter().map(Ok);
        stream_capsule(py, RecordBatchIterator::new(batches, self.schema.clone()))
    }
}

/// A table on its way out of a file: it leaves once.
#[pyclass(frozen, module = "gongdan._core")]
pub(crate) struct Stream {
    schema: SchemaRef,
    stream: Mutex<Option<TableStream>>,
}

impl Stream {
    pub(crate) fn new(stream: TableStream) -> Self {
        Self { schema: stream.schema(), stream: Mutex::new(Some(stream)) }
    }
}

#[pymethods]
impl Stream {
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        schema_capsule(py, &self.schema)
    }

    /// The protocol lets a producer ignore the schema that is asked for.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        let stream = self.stream.lock().unwrap_or_else(PoisonError::into_inner).take();
        let stream = stream.ok_or_else(|| {
            special(py, "closed", "this stream was read already", "此数据流已经读完")
        })?;
        stream_capsule(py, stream.watched(watch()))
    }
}

/// Looks for Ctrl-C before each batch, on the thread that began to read: any other could wait for
/// an interpreter that waits for it. A stream that came over by `fork` ends at once: its reader
/// stayed behind.
fn watch() -> impl FnMut() -> Result<(), Ended> + Send {
    let (process, thread): (u32, ThreadId) = (std::process::id(), std::thread::current().id());
    move || {
        if std::process::id() != process {
            return Err(Ended("this stream came over from another process by fork".to_owned()));
        }
        if std::thread::current().id() != thread {
            return Ok(());
        }
        Python::attach(|py| py.check_signals().map_err(|error| interrupted(py, error)))
    }
}

/// Arrow's stream carries texts only, so what Python raised is put back as a pending signal would
/// be: the package raises it when the reader returns.
fn interrupted(py: Python<'_>, error: PyErr) -> Ended {
    let kept = py.import("gongdan.tables").and_then(|tables| {
        tables.getattr("_interrupted")?.call_method1("append", (error.value(py),))
    });
    drop(kept);
    Ended("interrupted".to_owned())
}
