//! The handle on one file: commands, one after the other.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use gongdan::{
    Against, Error, FileKind, Hotline, Intake, NewFile, OfficeCommand, Receipt, ScanOptions, Stamp,
    Table, TicketId, Verb, Written, command_of, given_of,
};
use gongdan_bulletin::{Edition, Format};
use gongdan_import::SheetOf;
use gongdan_lists::write_open311;
use gongdan_tables::{Labels, TableStream};
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use serde_json::Value;

use crate::arguments::{Asked, Narrowed, StampParts, ViewerParts, json, stamp};
use crate::bulletin::WithTables;
use crate::door::{away, telling};
use crate::error::{of_format, of_list, of_sheet, raised, special};
use crate::figures::Reckoned;
use crate::importing::{self, How, Source, Way};
use crate::lines::Lines;
use crate::lists;
use crate::stream::Stream;
use crate::view::{Answer, answer};
use crate::{ask, bulletin, figures, paper, privacy};

/// A hotline's file, open.
#[pyclass(frozen, module = "gongdan._core")]
pub(crate) struct Handle {
    hotline: Mutex<Option<Hotline>>,
}

impl Handle {
    pub(crate) fn new(hotline: Hotline) -> Self {
        Self { hotline: Mutex::new(Some(hotline)) }
    }

    /// Lets work at the hotline, away from the interpreter.
    pub(crate) fn with<T: Send>(
        &self,
        py: Python<'_>,
        work: impl FnOnce(&mut Hotline) -> gongdan::Result<T> + Send,
    ) -> PyResult<T> {
        let done = away(py, || {
            let mut hotline = self.hotline.lock().unwrap_or_else(PoisonError::into_inner);
            hotline.as_mut().map(work).transpose()
        })?;
        done.ok_or_else(|| special(py, "closed", "the hotline is closed", "文件已经关闭"))
    }
}

impl Handle {
    /// Asks the hotline something as a viewer, away from the interpreter. Whoever looks for a unit has
    /// typed its name.
    fn asked<T: Send>(
        &self,
        py: Python<'_>,
        viewer: ViewerParts,
        ask: impl FnOnce(&Hotline) -> gongdan::Result<T> + Send,
    ) -> PyResult<T> {
        let typed = |error: Error| match error.invalid() {
            Some(wrong) if wrong.argument == "viewer" => wrong.clone().named("unit").into(),
            _ => error,
        };
        self.with(py, |hotline| hotline.viewed_by(viewer.viewer()?).ask(ask).map_err(typed))
    }
}

#[pymethods]
impl Handle {
    /// Closes the file; again does nothing.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        away(py, || {
            let mut hotline = self.hotline.lock().unwrap_or_else(PoisonError::into_inner);
            drop(hotline.take());
            Ok(())
        })
    }

    /// Takes a ticket in; the answer is a receipt and the ticket.
    fn intake<'py>(
        &self,
        py: Python<'py>,
        by: StampParts,
        intake: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (stamp, intake) = (stamp(py, by)?, told(py, intake, intake_of)?);
        let done = self.with(py, |hotline| {
            let receipt = hotline.intake(&stamp, &intake)?;
            seen(hotline, &stamp, receipt)
        })?;
        answer(py, done)
    }

    /// Executes a command on a ticket; the answer is a receipt and the ticket.
    fn execute<'py>(
        &self,
        py: Python<'py>,
        ticket: i64,
        by: StampParts,
        command: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (stamp, command) = (stamp(py, by)?, told(py, command, command_of)?);
        let done = self.with(py, |hotline| {
            let receipt = hotline.execute(TicketId(ticket), &stamp, &command)?;
            seen(hotline, &stamp, receipt)
        })?;
        answer(py, done)
    }

    /// Keeps a file with a ticket, bytes and all; the answer is a receipt and the ticket.
    fn attach_file<'py>(
        &self,
        py: Python<'py>,
        ticket: i64,
        by: StampParts,
        told: (String, String),
        content: Vec<u8>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (stamp, (name, kind)) = (stamp(py, by)?, told);
        let done = self.with(py, |hotline| {
            let file = NewFile::new(name, FileKind::parse(&kind)?);
            let receipt = hotline.attach_file(TicketId(ticket), &stamp, &file, &content)?;
            seen(hotline, &stamp, receipt)
        })?;
        answer(py, done)
    }

    /// The bytes of a file that is kept with a ticket.
    fn attached_file<'py>(
        &self,
        py: Python<'py>,
        viewer: ViewerParts,
        ticket: i64,
        no: u32,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let bytes =
            self.asked(py, viewer, |hotline| hotline.attached_file(TicketId(ticket), no))?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// Imports a sheet by a mapping; the answer is what became of its rows, as JSON.
    fn import_sheet(
        &self,
        py: Python<'_>,
        by: StampParts,
        source: Source,
        way: Way,
        how: How,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<String> {
        let (stamp, mapping) = (stamp(py, by)?, importing::mapping(py, way)?);
        let sheet = importing::sheet(py, source, mapping.sheet())?;
        let tell = telling(progress);
        let done = self
            .with(py, |hotline| importing::run(hotline, &stamp, (&mapping, &sheet), &how, tell))?;
        let report = done.map_err(|error| of_sheet(py, "path", &error))?;
        importing::told(py, &sheet, &report, &how)
    }

    /// Imports a sheet of a register, contacts or notices; the answer is what became of its rows, as JSON.
    fn import_register(
        &self,
        py: Python<'_>,
        by: StampParts,
        of: &str,
        source: Source,
        how: How,
    ) -> PyResult<String> {
        let (stamp, sheet) = (stamp(py, by)?, importing::sheet(py, source, None)?);
        let of = SheetOf::parse(of).map_err(|wrong| raised(py, &wrong.named("of").into()))?;
        let done =
            self.with(py, |hotline| importing::run_register(hotline, &stamp, (of, &sheet), &how))?;
        let report = done.map_err(|error| of_sheet(py, "path", &error))?;
        importing::told(py, &sheet, &report, &how)
    }

    /// Executes a command to the office; the answer is what was written.
    fn office(
        &self,
        py: Python<'_>,
        by: StampParts,
        command: &str,
    ) -> PyResult<Vec<(u64, &'static str)>> {
        let (stamp, command) = (stamp(py, by)?, json::<OfficeCommand>(py, "command", command)?);
        Ok(written(self.with(py, |hotline| hotline.office(&stamp, command))?))
    }

    /// Begins a batch.
    fn begin(&self, py: Python<'_>) -> PyResult<()> {
        self.with(py, Hotline::begin)
    }

    /// Puts the open batch on disk.
    fn commit(&self, py: Python<'_>) -> PyResult<()> {
        self.with(py, Hotline::commit)
    }

    /// Begins a row of the open batch.
    fn begin_row(&self, py: Python<'_>) -> PyResult<()> {
        self.with(py, Hotline::begin_row)
    }

    /// Keeps the open row.
    fn keep_row(&self, py: Python<'_>) -> PyResult<()> {
        self.with(py, Hotline::keep_row)
    }

    /// Takes the open row back.
    fn take_row_back(&self, py: Python<'_>) -> PyResult<()> {
        self.with(py, Hotline::take_row_back)
    }

    /// Takes the open batch back.
    fn roll_back(&self, py: Python<'_>) -> PyResult<()> {
        self.with(py, Hotline::roll_back)
    }

    /// What the open batch would write.
    fn pending(&self, py: Python<'_>) -> PyResult<Vec<(u64, &'static str)>> {
        Ok(written(self.with(py, |hotline| hotline.pending())?))
    }

    /// Publishes an issue; the answer is it, as JSON.
    fn publish(
        &self,
        py: Python<'_>,
        by: StampParts,
        asked: &str,
        format: Option<&str>,
        answers_for: Option<&str>,
    ) -> PyResult<String> {
        let (stamp, asked) = (stamp(py, by)?, json(py, "question", asked)?);
        let format = format.map(Format::find).transpose();
        let format = format.map_err(|error| of_format(py, &error))?;
        let printed = (&asked, format.as_ref());
        self.with(py, |hotline| ask::publish(hotline, &stamp, printed, answers_for))
    }

    /// Answers a question in JSON (see `ask.rs` for their names and arguments).
    fn ask(&self, py: Python<'_>, viewer: ViewerParts, question: &str) -> PyResult<String> {
        let question = json(py, "question", question)?;
        self.asked(py, viewer, |hotline| ask::answer(hotline, question))
    }

    /// Checks the file, against anchors if there are any; the answer is the report, as JSON.
    fn verify(
        &self,
        py: Python<'_>,
        anchors: Vec<(u64, String)>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<String> {
        let mut tell = telling(progress);
        self.with(py, |hotline| ask::text(&hotline.verify_against(&anchors, &mut tell)?))
    }

    /// Writes the whole journal as lines of JSON; the answer is the head, as JSON.
    fn journal_to(
        &self,
        py: Python<'_>,
        viewer: ViewerParts,
        path: PathBuf,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<(u64, String)> {
        let mut tell = telling(progress);
        self.asked(py, viewer, |hotline| hotline.journal_to(path, &mut tell))
    }

    /// Executes a command that shows a ticket's caller; the answer is the caller, as JSON.
    fn show(&self, py: Python<'_>, ticket: i64, by: StampParts, command: &str) -> PyResult<String> {
        let (stamp, command) = (stamp(py, by)?, told(py, command, command_of)?);
        self.with(py, |hotline| privacy::show(hotline, &stamp, ticket, &command))
    }

    /// Shows a ticket's history with its texts as they were typed, with an event; as JSON.
    fn reveal_history(
        &self,
        py: Python<'_>,
        ticket: i64,
        by: StampParts,
        reason: &str,
    ) -> PyResult<String> {
        let stamp = stamp(py, by)?;
        self.with(py, |hotline| privacy::reveal_history(hotline, &stamp, ticket, reason))
    }

    /// Everything known of the person of a telephone number, as JSON.
    fn subject_export(
        &self,
        py: Python<'_>,
        phone: &str,
        by: StampParts,
        reason: &str,
    ) -> PyResult<String> {
        let stamp = stamp(py, by)?;
        self.with(py, |hotline| privacy::export(hotline, &stamp, phone, reason))
    }

    /// Erases a person; the answer is what was erased, as JSON.
    fn erase_person(
        &self,
        py: Python<'_>,
        whose: &str,
        by: StampParts,
        reason: &str,
    ) -> PyResult<String> {
        let (stamp, whose) = (stamp(py, by)?, json(py, "phone", whose)?);
        self.with(py, |hotline| privacy::erase_person(hotline, &stamp, whose, reason))
    }

    /// Empties the log beside the file; says whether it could.
    fn empty_log(&self, py: Python<'_>) -> PyResult<bool> {
        self.with(py, Hotline::empty_log)
    }

    /// The answers to several questions of one state of the file.
    fn figures(
        &self,
        py: Python<'_>,
        viewer: ViewerParts,
        questions: &str,
    ) -> PyResult<Vec<Reckoned>> {
        let questions: Vec<Asked> = json(py, "question", questions)?;
        self.asked(py, viewer, |hotline| figures::several(hotline, &questions))
    }

    /// The tickets behind a figure.
    fn behind(
        &self,
        py: Python<'_>,
        viewer: ViewerParts,
        figures: &Reckoned,
        row: Option<usize>,
        count: &str,
    ) -> PyResult<Vec<(i64, String)>> {
        self.asked(py, viewer, |hotline| figures.behind(hotline, row, count))
    }

    /// A question as it was and as it would have been under other rules.
    fn what_if(
        &self,
        py: Python<'_>,
        viewer: ViewerParts,
        question: &str,
        instead: &str,
    ) -> PyResult<(Reckoned, Reckoned)> {
        let (asked, instead) = (json(py, "question", question)?, json(py, "rules", instead)?);
        self.asked(py, viewer, |hotline| figures::what_if(hotline, &asked, instead))
    }

    /// A question, the same of an earlier period, and the issue quoted for that.
    fn since(
        &self,
        py: Python<'_>,
        viewer: ViewerParts,
        question: &str,
        year_before: bool,
    ) -> PyResult<(Reckoned, Reckoned, String)> {
        let asked = json(py, "question", question)?;
        let against = if year_before { Against::YearBefore } else { Against::Before };
        self.asked(py, viewer, |hotline| figures::since(hotline, &asked, against))
    }

    /// An issue of the bulletin, and the figures of its tables by category and by unit.
    fn bulletin(
        &self,
        py: Python<'_>,
        viewer: ViewerParts,
        asked: &str,
        format: Option<&str>,
    ) -> PyResult<WithTables> {
        let asked = json(py, "question", asked)?;
        let format = format.map(Format::find).transpose();
        let format = format.map_err(|error| of_format(py, &error))?;
        let format = format.as_ref();
        let (bulletin, by_category, by_unit) =
            self.asked(py, viewer, |hotline| bulletin::collect(hotline, &asked, format))?;
        let laid_out = bulletin::Collected::laid_out(bulletin, format);
        Ok((laid_out.map_err(|error| of_format(py, &error))?, by_category, by_unit))
    }

    /// A published issue by its number, in the format that it was published in unless one is named.
    fn published(
        &self,
        py: Python<'_>,
        viewer: ViewerParts,
        year: i32,
        number: u32,
        format: Option<&str>,
    ) -> PyResult<WithTables> {
        let asker = viewer.clone();
        let (edition, name) =
            self.asked(py, asker, |hotline| Edition::published(hotline, year, number))?;
        let format = format.or(name.as_deref()).map(Format::find).transpose();
        let format = format.map_err(|error| of_format(py, &error))?;
        let format = format.as_ref();
        let (bulletin, by_category, by_unit) =
            self.asked(py, viewer, |hotline| bulletin::collected(hotline, &edition, format))?;
        let laid_out = bulletin::Collected::laid_out(bulletin, format);
        Ok((laid_out.map_err(|error| of_format(py, &error))?, by_category, by_unit))
    }

    /// A table on its way out as Arrow, as the file was last committed.
    fn table(&self, py: Python<'_>, viewer: ViewerParts, sheet: Sheet) -> PyResult<Stream> {
        let Sheet(name, filter, columns, batch, headings) = sheet;
        let filter: Narrowed = json(py, "filter", &filter)?;
        let labels = if headings { Labels::Headings } else { Labels::Names };
        let options = ScanOptions { columns, batch, ..ScanOptions::default() };
        let stream = self.asked(py, viewer, |hotline| {
            let (table, filter) = (Table::parse(&name)?, filter.filter()?);
            TableStream::open(hotline, table, &filter, &options, labels)
        })?;
        Ok(Stream::new(stream))
    }

    /// The same table into a file; the answer is how many rows it has.
    fn save_table(
        &self,
        py: Python<'_>,
        viewer: ViewerParts,
        sheet: Sheet,
        path: PathBuf,
        replace: bool,
    ) -> PyResult<u64> {
        let Sheet(name, filter, columns, batch, headings) = sheet;
        let filter: Narrowed = json(py, "filter", &filter)?;
        let plain = lists::is_for_programs(&path).map_err(|error| of_list(py, &error))?;
        let labels = if headings && !plain { Labels::Headings } else { Labels::Names };
        let language = labels.language();
        let options = ScanOptions { columns, batch, language, ..ScanOptions::default() };
        let scan = self.asked(py, viewer, |hotline| {
            hotline.scan(Table::parse(&name)?, &filter.filter()?, &options)
        })?;
        lists::save_scan(py, scan, path, (headings, replace))
    }

    /// Tickets as service requests of Open311; the answer is how many there are.
    fn save_open311(
        &self,
        py: Python<'_>,
        viewer: ViewerParts,
        filter: &str,
        path: PathBuf,
        replace: bool,
    ) -> PyResult<u64> {
        let filter: Narrowed = json(py, "filter", filter)?;
        let written = self.asked(py, viewer, |hotline| {
            Ok(write_open311(hotline, &filter.filter()?, path, replace))
        })?;
        written.map_err(|error| of_list(py, &error))
    }

    /// Sheets of tickets as the bytes of a document, and which fonts of a PDF others stand in for. With a stamp and a
    /// reason each caller is revealed first.
    fn sheets<'py>(
        &self,
        py: Python<'py>,
        viewer: ViewerParts,
        tickets: Vec<i64>,
        how: (String, Option<String>, bool),
        reveal: Option<(StampParts, String)>,
    ) -> PyResult<paper::Printed<'py>> {
        let (format, date, pdf) = how;
        let asked = paper::Asked::read(py, tickets, &format, date.as_deref())?;
        let callers = match reveal {
            Some((by, reason)) => {
                let stamp = stamp(py, by)?;
                self.with(py, |hotline| asked.callers(hotline, &stamp, &reason))?
            }
            None => Default::default(),
        };
        let paper = self.asked(py, viewer, |hotline| Ok(asked.lay_out(hotline, &callers)))?;
        paper::printed(py, paper, pdf)
    }

    /// The same table as rows, for readers without an Arrow library.
    fn lines(&self, py: Python<'_>, viewer: ViewerParts, sheet: Sheet) -> PyResult<Lines> {
        let Sheet(name, filter, columns, batch, headings) = sheet;
        let filter: Narrowed = json(py, "filter", &filter)?;
        let language = if headings { Labels::Headings } else { Labels::Names }.language();
        let options = ScanOptions { columns, batch, language, ..ScanOptions::default() };
        let scan = self.asked(py, viewer, |hotline| {
            hotline.scan(Table::parse(&name)?, &filter.filter()?, &options)
        })?;
        Ok(Lines::new(scan))
    }
}

/// Which table, as it crosses: its name, its filter in JSON, its columns, how many rows a batch has, and
/// whether its headings are the printed ones.
#[derive(FromPyObject)]
struct Sheet(String, String, Option<Vec<String>>, usize, bool);

fn intake_of(told: &Value) -> gongdan::Result<Intake> {
    given_of(Verb::Intake.row().arguments, told, Intake::read)
}

/// What was told as JSON.
fn told<T>(
    py: Python<'_>,
    text: &str,
    read: impl FnOnce(&Value) -> gongdan::Result<T>,
) -> PyResult<T> {
    let value = json::<Value>(py, "command", text)?;
    read(&value).map_err(|error| raised(py, &error))
}

/// What a command answers: the ticket as whoever gave it may see it.
fn seen(hotline: &Hotline, stamp: &Stamp, receipt: Receipt) -> gongdan::Result<Answer> {
    let view = hotline.answered(stamp, receipt.ticket)?;
    Ok(Answer { receipt, view })
}

fn written(entries: Vec<Written>) -> Vec<(u64, &'static str)> {
    entries.into_iter().map(|entry| (entry.seq, entry.event)).collect()
}
