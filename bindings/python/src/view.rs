//! Tickets on their way out: plain tuples, in the order of the table of fields; and counts by name.

use gongdan::{Receipt, Shown, Tally, TicketView};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde_json::{Map, Value, json};

/// What a command answers: the receipt, and the ticket as it is now.
pub(crate) struct Answer {
    pub(crate) receipt: Receipt,
    pub(crate) view: TicketView,
}

/// A ticket as a tuple: its fields in their order.
pub(crate) fn crossed<'py>(py: Python<'py>, view: &TicketView) -> PyResult<Bound<'py, PyTuple>> {
    let values = view.values().map(|(_, shown)| value(py, shown));
    PyTuple::new(py, values.collect::<PyResult<Vec<_>>>()?)
}

/// A value of a field: moments as milliseconds, words as they are spelt in every face.
fn value<'py>(py: Python<'py>, shown: Shown<'_>) -> PyResult<Bound<'py, PyAny>> {
    match shown {
        Shown::Nothing => Ok(py.None().into_bound(py)),
        Shown::Flag(flag) => flag.into_bound_py_any(py),
        Shown::Number(number) => number.into_bound_py_any(py),
        Shown::Moment(at) => at.ms().into_bound_py_any(py),
        Shown::Text(text) => text.into_bound_py_any(py),
        Shown::Names(names) => names.into_bound_py_any(py),
        Shown::Word(word) => word.word.into_bound_py_any(py),
        Shown::Texts(texts) => {
            let texts = texts.iter().map(|text| (text.field.word(), text.content.as_str()));
            texts.collect::<Vec<_>>().into_bound_py_any(py)
        }
        Shown::Entries(entries) => {
            let entries = entries.iter().map(|entry| (entry.seq, entry.event));
            entries.collect::<Vec<_>>().into_bound_py_any(py)
        }
    }
}

/// The counts that are defined, by name.
pub(crate) fn counts(tally: &Tally) -> Map<String, Value> {
    tally.iter().map(|(count, value)| (count.word().to_owned(), json!(value))).collect()
}

/// A command's answer: what was written, whether it was done before, and the ticket.
pub(crate) fn answer<'py>(py: Python<'py>, answer: Answer) -> PyResult<Bound<'py, PyAny>> {
    let entries = answer.receipt.entries.iter().map(|entry| (entry.seq, entry.event));
    let entries = PyTuple::new(py, entries.collect::<Vec<_>>())?;
    let ticket = crossed(py, &answer.view)?;
    (ticket, entries, answer.receipt.repeated).into_bound_py_any(py)
}
