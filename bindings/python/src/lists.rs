//! Lists on their way into files: what stands in Python, and whole tables as they are read.

use std::borrow::Cow;
use std::path::PathBuf;

use gongdan::{Day, Language, Moment, Scan};
use gongdan_lists::{OutCell, OutColumn, OutError, OutFile, OutForm, write_whole};
use pyo3::prelude::*;
use serde::Deserialize;

use crate::arguments::json;
use crate::door::away;
use crate::error::of_list;

/// A list as it crosses: its columns, each a name and a heading, and its rows.
#[derive(Deserialize)]
struct Told {
    columns: Vec<(String, String)>,
    rows: Vec<Vec<Crossed>>,
}

/// A cell as it crosses: what Python's own types do not tell is told by a letter.
#[derive(Deserialize)]
#[serde(untagged)]
enum Crossed {
    Flag(bool),
    Number(i64),
    Real(f64),
    Text(String),
    Names(Vec<String>),
    Other(Other),
    Nothing(()),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Other {
    Id(i64),
    Moment(Moment),
    Day(Day),
    Printed(String),
}

fn cell(crossed: &Crossed) -> OutCell<'_> {
    match crossed {
        Crossed::Nothing(()) => OutCell::Nothing,
        Crossed::Flag(flag) => OutCell::Flag(*flag),
        Crossed::Number(number) => OutCell::Number(*number),
        Crossed::Real(number) => OutCell::Real(*number),
        Crossed::Text(text) => OutCell::text(text),
        Crossed::Names(names) => OutCell::Names(Cow::Borrowed(names)),
        Crossed::Other(Other::Id(id)) => OutCell::Id(*id),
        Crossed::Other(Other::Moment(at)) => OutCell::Moment(*at),
        Crossed::Other(Other::Day(day)) => OutCell::Day(*day),
        Crossed::Other(Other::Printed(text)) => OutCell::printed(text),
    }
}

fn language(headings: bool) -> Language {
    if headings { Language::Chinese } else { Language::English }
}

/// Writes a list into a file; the answer is how many rows it has.
#[pyfunction]
pub(crate) fn save_list(
    py: Python<'_>,
    path: PathBuf,
    told: &str,
    headings: bool,
    replace: bool,
) -> PyResult<u64> {
    let told: Told = json(py, "columns", told)?;
    let write = || -> Result<u64, OutError> {
        let columns = told.columns.into_iter().map(|(name, heading)| OutColumn::new(name, heading));
        let mut file = OutFile::create(&path, columns.collect(), language(headings), replace)?;
        for row in &told.rows {
            file.row(&row.iter().map(cell).collect::<Vec<_>>())?;
        }
        file.finish()
    };
    away(py, || Ok(write()))?.map_err(|error| of_list(py, &error))
}

/// Whether a file is for programs, whose words are those of every face.
pub(crate) fn is_for_programs(path: &std::path::Path) -> Result<bool, OutError> {
    Ok(OutForm::of(path)? == OutForm::Jsonl)
}

/// Writes a whole table into a file, as it is read.
pub(crate) fn save_scan(
    py: Python<'_>,
    scan: Scan,
    path: PathBuf,
    (headings, replace): (bool, bool),
) -> PyResult<u64> {
    let written = away(py, || Ok(write_whole(scan, path, language(headings), replace)))?;
    written.map_err(|error| of_list(py, &error))
}
