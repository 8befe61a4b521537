//! Files on their way to a handle: opened, founded, or invented.

use std::path::PathBuf;
use std::time::Duration;

use gongdan::{Durability, Founding, Hotline, Moment, Options, Period, RegionId};
use gongdan_sample::City;
use pyo3::prelude::*;

use crate::arguments::{StampParts, stamp};
use crate::ask::text;
use crate::door::{away, telling};
use crate::handle::Handle;

fn options(read_only: bool, durable: bool, patience: f64, reading: f64) -> Options {
    let durability = if durable { Durability::Full } else { Durability::Normal };
    let seconds = |given: f64| match given == f64::INFINITY {
        true => Duration::MAX,
        false => Duration::try_from_secs_f64(given).unwrap_or_default(),
    };
    let options = Options::new().durability(durability).patience(seconds(patience));
    let options = options.reading_deadline(seconds(reading));
    if read_only { options.read_only() } else { options }
}

/// Opens a file.
#[pyfunction]
pub(crate) fn open(
    py: Python<'_>,
    path: PathBuf,
    read_only: bool,
    durable: bool,
    patience: f64,
    reading: f64,
) -> PyResult<Handle> {
    let options = options(read_only, durable, patience, reading);
    away(py, || Hotline::open_with(path, &options)).map(Handle::new)
}

/// Founds a new file.
#[pyfunction]
pub(crate) fn create(
    py: Python<'_>,
    path: PathBuf,
    founding: (u32, String, String),
    by: StampParts,
    durable: bool,
    patience: f64,
    reading: f64,
) -> PyResult<Handle> {
    let (region, name, office) = founding;
    let founding = Founding { region: RegionId(region), name, office };
    let (stamp, options) = (stamp(py, by)?, options(false, durable, patience, reading));
    away(py, || Hotline::create_with(path, &founding, &stamp, &options)).map(Handle::new)
}

/// Makes a new file of what can be read of a damaged one; the answer is what was kept, as JSON.
#[pyfunction]
pub(crate) fn salvage(py: Python<'_>, from_: PathBuf, to: PathBuf) -> PyResult<String> {
    away(py, || text(&Hotline::salvage(from_, to)?))
}

/// Makes a new file of a journal's lines; the answer is the report on it, as JSON.
#[pyfunction]
pub(crate) fn from_journal(
    py: Python<'_>,
    lines: PathBuf,
    to: PathBuf,
    progress: Option<Py<PyAny>>,
) -> PyResult<String> {
    let mut tell = telling(progress);
    away(py, || text(&Hotline::from_journal(lines, to, &mut tell)?))
}

/// Makes a file with the golden month.
#[pyfunction]
pub(crate) fn golden(
    py: Python<'_>,
    path: PathBuf,
    progress: Option<Py<PyAny>>,
) -> PyResult<Handle> {
    let mut tell = telling(progress);
    away(py, || gongdan_sample::golden_file(path, &mut tell)).map(Handle::new)
}

/// Makes a file with a city.
#[pyfunction]
pub(crate) fn city(
    py: Python<'_>,
    path: PathBuf,
    seed: u64,
    tickets: u64,
    period: &str,
    progress: Option<Py<PyAny>>,
) -> PyResult<Handle> {
    let mut tell = telling(progress);
    let made = away(py, || {
        let city = City::new(seed, tickets, Period::parse(period)?)?;
        gongdan_sample::city_file(path, &city, &mut tell)
    });
    made.map(Handle::new)
}

/// Makes a file of the golden month's county, with no ticket yet.
#[pyfunction]
pub(crate) fn office(py: Python<'_>, path: PathBuf, at: &str) -> PyResult<Handle> {
    let options = options(false, false, 10.0, 30.0);
    let made = away(py, || gongdan_sample::found(path, Moment::parse("at", at)?, &options));
    made.map(Handle::new)
}
