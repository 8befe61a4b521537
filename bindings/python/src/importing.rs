//! An office's past on its way in: a file or a table by a mapping, and what became of each row.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use gongdan::{Hotline, Stamp, parse_day};
use gongdan_import::{
    Import, ImportError, Mapping, Report, RowError, Sheet, SheetCell, SheetError, SheetOf, Shipped,
    import_register, suggest, workbook,
};
use pyo3::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::arguments::json as read;
use crate::door::away;
use crate::error::{of_format, of_machine, of_sheet, raised};

/// Which sheet: a file, or the rows of a table as JSON, its headings first.
#[derive(FromPyObject)]
pub(crate) struct Source(Option<PathBuf>, Option<String>);

/// By which mapping: one that is shipped or a file, or one as JSON; and the day of the sheet.
#[derive(FromPyObject)]
pub(crate) struct Way(Option<String>, Option<String>, Option<String>);

/// How: the rows that are right alone, nothing written, and where the refused rows go.
#[derive(FromPyObject)]
pub(crate) struct How(bool, bool, Option<PathBuf>);

/// A cell of a table.
#[derive(Deserialize)]
#[serde(untagged)]
enum Crossed {
    Flag(bool),
    Real(f64),
    Text(String),
    When { when: NaiveDateTime },
    Nothing(()),
}

impl Crossed {
    fn cell(self) -> Option<SheetCell> {
        match self {
            Self::Nothing(()) => None,
            Self::Flag(flag) => Some(SheetCell::Flag(flag)),
            Self::Real(number) => Some(SheetCell::number(number)),
            Self::Text(text) => SheetCell::text(&text),
            Self::When { when } => Some(SheetCell::When(when)),
        }
    }
}

/// The mapping that is meant.
pub(crate) fn mapping(py: Python<'_>, way: Way) -> PyResult<Mapping> {
    let Way(named, told, day) = way;
    let wrong = |error: SheetError| of_sheet(py, "mapping", &error);
    let mapping = match (named, told) {
        (_, Some(told)) => Mapping::told(&mut serde_json::Deserializer::from_str(&told)),
        (Some(named), None) => match Shipped::named(&named) {
            Some(shipped) => shipped.mapping(),
            None => Mapping::read(&text(py, Path::new(&named))?),
        },
        (None, None) => Mapping::read(""),
    };
    let mapping = mapping.map_err(wrong)?;
    let Some(day) = day else { return Ok(mapping) };
    let day = parse_day("known_on", &day).map_err(|wrong| raised(py, &wrong.into()))?;
    Ok(mapping.known_on(day))
}

fn text(py: Python<'_>, path: &Path) -> PyResult<String> {
    std::fs::read_to_string(path).map_err(|error| of_machine(py, path, &error))
}

/// The sheet that is meant.
pub(crate) fn sheet(py: Python<'_>, source: Source, named: Option<&str>) -> PyResult<Sheet> {
    let Source(path, rows) = source;
    let opened = match (path, rows) {
        (Some(path), _) => {
            let bytes = std::fs::read(&path).map_err(|error| of_machine(py, &path, &error))?;
            away(py, || Ok(Sheet::open(&bytes, named)))?
        }
        (None, rows) => {
            let rows: Vec<Vec<Crossed>> = read(py, "table", rows.as_deref().unwrap_or("[]"))?;
            let row = |row: Vec<Crossed>| row.into_iter().map(Crossed::cell).collect();
            Sheet::of(rows.into_iter().map(row))
        }
    };
    opened.map_err(|error| of_sheet(py, "path", &error))
}

/// Imports a sheet; a failure of the sheet as a whole stands inside.
pub(crate) fn run(
    hotline: &mut Hotline,
    stamp: &Stamp,
    (mapping, sheet): (&Mapping, &Sheet),
    how: &How,
    mut tell: impl FnMut(u64, u64),
) -> gongdan::Result<Result<Report, SheetError>> {
    let How(partial, dry, _) = how;
    let hear = |done, of| {
        tell(done, of);
        true
    };
    let import = Import::new(mapping, sheet).partial(*partial).dry(*dry).progress(hear);
    match import.run(hotline, stamp) {
        Ok(report) => Ok(Ok(report)),
        Err(ImportError::Sheet(wrong)) => Ok(Err(wrong)),
        Err(ImportError::Hotline(error)) => Err(error),
    }
}

/// Imports a sheet of a register, contacts or notices; a failure of the sheet as a whole stands inside.
pub(crate) fn run_register(
    hotline: &mut Hotline,
    stamp: &Stamp,
    (of, sheet): (SheetOf, &Sheet),
    How(_, dry, _): &How,
) -> gongdan::Result<Result<Report, SheetError>> {
    match import_register(hotline, stamp, (of, sheet), *dry) {
        Ok(report) => Ok(Ok(report)),
        Err(ImportError::Sheet(wrong)) => Ok(Err(wrong)),
        Err(ImportError::Hotline(error)) => Err(error),
    }
}

/// Writes the refused rows where they are wanted, and tells what became of the rows as JSON.
pub(crate) fn told(py: Python<'_>, sheet: &Sheet, report: &Report, how: &How) -> PyResult<String> {
    if let How(.., Some(path)) = how
        && !report.errors.is_empty()
    {
        let bytes = workbook(sheet, report).map_err(std::io::Error::other);
        let written = bytes.and_then(|bytes| {
            let mut file = std::fs::File::create_new(path)?;
            std::io::Write::write_all(&mut file, &bytes)
        });
        written.map_err(|error| of_machine(py, path, &error))?;
    }
    let problems: Vec<Value> = report.errors.iter().map(problem).collect();
    let told = json!({
        "written": report.written,
        "taken": report.taken,
        "added": report.added,
        "repeated": report.repeated,
        "entries": report.entries,
        "problems": problems,
    });
    Ok(told.to_string())
}

fn problem(error: &RowError) -> Value {
    json!({
        "sheet": error.sheet,
        "row": error.row,
        "column": error.column,
        "heading": error.heading,
        "field": error.field,
        "english": error.problem.english,
        "chinese": error.problem.chinese,
    })
}

/// The values of a file, each as name=value.
#[pyfunction]
pub(crate) fn given_values(py: Python<'_>, path: PathBuf) -> PyResult<Vec<String>> {
    gongdan_bulletin::given_values(&path).map_err(|error| of_format(py, &error))
}

/// A mapping for a file that none is known for, as text.
#[pyfunction]
pub(crate) fn suggest_mapping(py: Python<'_>, path: PathBuf) -> PyResult<String> {
    let bytes = std::fs::read(&path).map_err(|error| of_machine(py, &path, &error))?;
    let suggested = away(py, || Ok(Sheet::open(&bytes, None).and_then(|sheet| suggest(&sheet))))?;
    suggested.map_err(|error| of_sheet(py, "path", &error))
}
