//! A table's rows for readers without any Arrow library: batches of rows as JSON.

use std::sync::{Mutex, PoisonError};

use gongdan::{Cells, Chunk, FieldKind, Scan};
use pyo3::prelude::*;
use serde_json::{Value, json};

use crate::ask::text;
use crate::door::away;

/// A table on its way out, batch by batch.
#[pyclass(frozen, module = "gongdan._core")]
pub(crate) struct Lines {
    scan: Mutex<Scan>,
}

impl Lines {
    pub(crate) fn new(scan: Scan) -> Self {
        Self { scan: Mutex::new(scan) }
    }
}

#[pymethods]
impl Lines {
    /// Each column's name, heading, and whether it is a `moment`, a `day` or `plain`.
    fn columns(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let scan = self.scan.lock().unwrap_or_else(PoisonError::into_inner);
        let kind = |kind| match kind {
            FieldKind::Moment => "moment",
            FieldKind::Day => "day",
            _ => "plain",
        };
        scan.columns().iter().map(|each| (each.name, each.heading, kind(each.kind))).collect()
    }

    /// The next batch of rows as JSON; nothing after the last.
    fn next(&self, py: Python<'_>) -> PyResult<Option<String>> {
        away(py, || {
            let mut scan = self.scan.lock().unwrap_or_else(PoisonError::into_inner);
            let chunk = scan.next().transpose()?;
            chunk.map(|chunk| text(&rows(&scan, &chunk))).transpose()
        })
    }
}

fn rows(scan: &Scan, chunk: &Chunk) -> Vec<Vec<Value>> {
    let row = |row| {
        let columns = chunk.columns.iter().zip(scan.words());
        columns.map(|(cells, words)| cell(cells, words, row)).collect()
    };
    (0..chunk.rows).map(row).collect()
}

fn cell(cells: &Cells, words: &[String], row: usize) -> Value {
    match cells {
        Cells::Numbers(cells) => json!(cells.get(row)),
        Cells::Flags(cells) => json!(cells.get(row)),
        Cells::Texts(cells) => json!(cells.get(row)),
        Cells::Words(cells) => {
            let place = cells.get(row).copied().flatten();
            json!(place.and_then(|place| words.get(place as usize)))
        }
        Cells::Several(cells) => {
            let places = cells.get(row).into_iter().flatten();
            places.filter_map(|place| words.get(*place as usize)).map(|name| json!(name)).collect()
        }
    }
}
