//! `gongdan import`: an office's past, from a sheet by a mapping.

use std::path::{Path, PathBuf};

use clap::Args;
use gongdan::{Hotline, Stamp, parse_day};
use gongdan_import::{
    Import, ImportError, Mapping, Report, RowError, SHIPPED, Sheet, Shipped, suggest, workbook,
};
use serde_json::{Value, json};

use super::printing::save;
use crate::exit::{Exit, Failure, Outcome};
use crate::grid::Grid;
use crate::progress::Progress;
use crate::screen::Screen;
use crate::who::{Desk, Stamps};
use crate::words::{self, Pair};

/// Which sheet, by which mapping.
#[derive(Args, Debug)]
pub(crate) struct Past {
    /// The hotline's file
    file: PathBuf,
    /// The sheet: .xlsx, .xls, CSV or TSV, whatever its name says
    sheet: PathBuf,
    /// The mapping (对照表): a TOML file, or the name of one that is shipped
    #[arg(long, value_name = "MAPPING", default_value = "通用")]
    mapping: String,
    /// Write the rows that are right and leave out the others
    #[arg(long)]
    partial: bool,
    /// Write the refused rows, as they were and with a column 原因, into this workbook
    #[arg(long, value_name = "FILE")]
    refused: Option<PathBuf>,
    /// The day of the sheet (登记表的日期): what has no moment counts from then; a row that does not say when it was
    /// taken in counts from its first moment, or else from that day
    #[arg(long, value_name = "DAY")]
    known_on: Option<String>,
    /// Write a mapping for this sheet into this new file, from its headings, to be looked through; nothing is imported
    #[arg(long, value_name = "FILE")]
    suggest: Option<PathBuf>,
    /// Say how far it is also where no terminal looks on
    #[arg(long)]
    progress: bool,
    /// Who does it (经办人)
    #[arg(long, value_name = "NAME", required_unless_present = "suggest")]
    by: Option<String>,
    /// When, in Beijing time; now if left out
    #[arg(long, value_name = "MOMENT")]
    at: Option<String>,
    /// Try every row, say all that is wrong, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Past {
    /// Imports the sheet.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let bytes = std::fs::read(&self.sheet).map_err(Failure::file(&self.sheet))?;
        if let Some(file) = &self.suggest {
            return draft(screen, &bytes, file);
        }
        let stamp = Desk::of(self.by.clone().unwrap_or_default(), self.at.clone()).stamp()?;
        let mapping = self.mapping()?;
        let sheet = Sheet::open(&bytes, mapping.sheet()).map_err(of_sheet)?;
        let mut hotline = Hotline::open(&self.file)?;
        let report = self.import(screen, (&mapping, &sheet), &mut hotline, &stamp)?;
        if let Some(refused) = self.refused.as_deref().filter(|_| !report.errors.is_empty()) {
            give_back(refused, &sheet, &report)?;
        }
        tell(screen, words::TAKEN, &report)?;
        Ok(if report.errors.is_empty() { Exit::Done } else { Exit::Refused })
    }

    /// The mapping that is named, of the day that is said.
    fn mapping(&self) -> Result<Mapping, Failure> {
        let mapping = mapping(&self.mapping)?;
        Ok(match &self.known_on {
            Some(day) => mapping.known_on(parse_day("known_on", day)?),
            None => mapping,
        })
    }

    fn import(
        &self,
        screen: &Screen,
        (mapping, sheet): (&Mapping, &Sheet),
        hotline: &mut Hotline,
        stamp: &Stamp,
    ) -> Result<Report, Failure> {
        let progress = Progress::wanted(screen.word(words::IMPORTING), self.progress);
        let import = Import::new(mapping, sheet).partial(self.partial).dry(self.dry_run);
        let hear = |done, of| {
            progress.at(done, of);
            true
        };
        import.progress(hear).run(hotline, stamp).map_err(|error| match error {
            ImportError::Hotline(error) => error.into(),
            ImportError::Sheet(wrong) => of_sheet(wrong),
        })
    }
}

/// Writes a mapping for a sheet that none is known for.
fn draft(screen: &Screen, bytes: &[u8], file: &Path) -> Outcome {
    let sheet = Sheet::open(bytes, None).map_err(of_sheet)?;
    let mapping = suggest(&sheet).map_err(of_sheet)?;
    save(file, mapping.as_bytes(), false)?;
    match screen.json {
        true => screen.value(&json!({ "written": file.display().to_string() }))?,
        false => {
            screen.line(format_args!("{}: {}", screen.word(words::DRAFTED), file.display()))?
        }
    }
    Ok(Exit::Done)
}

fn mapping(named: &str) -> Result<Mapping, Failure> {
    if let Some(shipped) = Shipped::named(named) {
        return shipped.mapping().map_err(of_sheet);
    }
    let path = Path::new(named);
    let text = std::fs::read_to_string(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => no_mapping(named, error),
        _ => Failure::File(path.to_owned(), error),
    })?;
    Mapping::read(&text).map_err(of_sheet)
}

/// Neither a file nor shipped: those that are shipped are named.
fn no_mapping(named: &str, error: std::io::Error) -> Failure {
    let all: Vec<&str> = SHIPPED.iter().map(|shipped| shipped.name).collect();
    let shipped = all.join("、");
    Failure::File(named.into(), std::io::Error::new(error.kind(), format!("{error} ({shipped})")))
}

pub(super) fn of_sheet(wrong: gongdan_import::SheetError) -> Failure {
    Failure::Sheet(wrong)
}

fn give_back(path: &Path, sheet: &Sheet, report: &Report) -> Result<(), Failure> {
    let bytes = workbook(sheet, report);
    let bytes =
        bytes.map_err(|error| Failure::File(path.to_owned(), std::io::Error::other(error)))?;
    save(path, &bytes, false)
}

/// Says what became of the rows; `taken` is what a new one is called.
pub(super) fn tell(screen: &Screen, taken: Pair, report: &Report) -> Result<(), Failure> {
    if screen.json {
        return screen.value(&told(screen, report));
    }
    let heads = [words::ROW, words::COLUMN, words::HEADING, words::WRONG];
    let empty = Grid::new();
    let mut grid = heads.iter().fold(empty, |grid, head| grid.text(screen.word(*head)));
    for error in &report.errors {
        let RowError { row, column, heading, problem, .. } = error;
        let place = [column, heading].map(|part| part.clone().unwrap_or_default());
        let [column, heading] = place;
        let wrong = problem.told(screen.language).to_owned();
        grid.row([row.to_string(), column, heading, wrong]);
    }
    if !report.errors.is_empty() {
        screen.table(&grid)?;
    }
    let written = if report.written { words::PUT_IN } else { words::NOT_WRITTEN };
    let counts = [
        (taken, report.taken),
        (words::ADDED, report.added),
        (words::SAID_BEFORE, report.repeated),
        (words::REFUSED, report.refused().len() as u64),
    ];
    let counts = counts.map(|(word, count)| format!("{} {count}", screen.word(word)));
    screen.line(format!("{}: {}", screen.word(written), counts.join(", ")))
}

fn told(screen: &Screen, report: &Report) -> Value {
    let errors: Vec<Value> = report.errors.iter().map(|error| wrong(screen, error)).collect();
    json!({
        "written": report.written,
        "taken": report.taken,
        "added": report.added,
        "repeated": report.repeated,
        "entries": report.entries,
        "refused": report.refused().len(),
        "errors": errors,
    })
}

fn wrong(screen: &Screen, error: &RowError) -> Value {
    json!({
        "sheet": error.sheet,
        "row": error.row,
        "column": error.column,
        "heading": error.heading,
        "field": error.field,
        "message": error.problem.told(screen.language),
    })
}
