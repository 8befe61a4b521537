//! The bulletin on its way out: the model as JSON, its written forms, and the answers behind its
//! tables.

use gongdan::{Grouping, Hotline, Language, Question};
use gongdan_bulletin::{
    Bulletin, Chart, Document, Edition, Fonts, Format, FormatError, Substitute,
};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::arguments::ToPrint;
use crate::door::away;
use crate::error::of_fonts;
use crate::figures::Reckoned;

/// A bulletin, collected from one state of the file and laid out.
#[pyclass(frozen, module = "gongdan._core")]
pub(crate) struct Collected {
    bulletin: Bulletin,
    document: Document,
}

impl Collected {
    /// A bulletin laid out in a format, or in the usual one.
    pub(crate) fn laid_out(
        bulletin: Bulletin,
        format: Option<&Format>,
    ) -> Result<Self, FormatError> {
        let document = match format {
            Some(format) => bulletin.document_in(format)?,
            None => bulletin.document()?,
        };
        Ok(Self { bulletin, document })
    }

    fn chart(&self, name: &str) -> Option<&Chart> {
        self.document.chart(name)
    }
}

/// A PDF, and in English and Chinese which fonts others stand in for.
pub(crate) type Printed<'py> = (Bound<'py, PyBytes>, Vec<(String, String)>);

/// A bulletin, and the answers behind its tables by category and by unit.
pub(crate) type WithTables = (Collected, Reckoned, Reckoned);

/// Collects an issue from one state of the file, with what its format's tables need.
pub(crate) fn collect(
    hotline: &Hotline,
    asked: &ToPrint,
    format: Option<&Format>,
) -> gongdan::Result<(Bulletin, Reckoned, Reckoned)> {
    collected(hotline, &asked.issue()?, format)
}

/// Collects an edition, with what its format's tables need.
pub(crate) fn collected(
    hotline: &Hotline,
    edition: &Edition,
    format: Option<&Format>,
) -> gongdan::Result<(Bulletin, Reckoned, Reckoned)> {
    let issue = format.map_or(edition.clone(), |format| format.of_issue(edition.clone()));
    hotline.read(|hotline| {
        let bulletin = Bulletin::collect(hotline, &issue)?;
        // A published issue is printed from what it saw; so are the tickets behind its figures.
        let seen = bulletin.published.as_ref().map(|_| bulletin.journal.events);
        let by = |by, level| {
            let mut asked = Question::new(issue.period, bulletin.as_of).by(by);
            (asked.seen, asked.level) = (seen, level);
            asked
        };
        let reckoned = |by| Reckoned::of(hotline, hotline.figures(&by)?);
        let by_category = reckoned(by(Grouping::Category, issue.category_level))?;
        let by_unit = reckoned(by(Grouping::Unit, issue.unit_level))?;
        Ok((bulletin, by_category, by_unit))
    })
}

#[pymethods]
impl Collected {
    /// The whole model as JSON.
    fn json(&self) -> PyResult<String> {
        self.bulletin.json().map_err(|error| PyRuntimeError::new_err(error.to_string()))
    }

    /// Printed as Markdown.
    fn md(&self) -> String {
        self.document.markdown()
    }

    /// Printed as one HTML file.
    fn html(&self) -> String {
        self.document.html()
    }

    /// A workbook.
    fn xlsx<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        bytes(py, || self.document.xlsx())
    }

    /// A Word document; its charts are pictures where the system has a Chinese font.
    fn docx<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        bytes(py, || match Fonts::of_system() {
            Ok(fonts) => self.document.docx_with(&fonts),
            Err(_) => self.document.docx(),
        })
    }

    /// A PDF, with a Chinese font of the system embedded; and which fonts that the format names
    /// others stand in for, in English and in Chinese.
    fn pdf<'py>(&self, py: Python<'py>) -> PyResult<Printed<'py>> {
        let fonts = fonts(py)?;
        let substitutes = fonts.substitutes(&self.document.look);
        let said =
            |each: &Substitute| (each.message(Language::English), each.message(Language::Chinese));
        let pdf = bytes(py, || self.document.pdf(&fonts))?;
        Ok((pdf, substitutes.iter().map(said).collect()))
    }

    /// The names of its charts.
    fn charts(&self) -> Vec<&str> {
        self.document.charts().map(|chart| chart.name.as_str()).collect()
    }

    /// A chart's title, its bars as JSON, and the picture as SVG; none by that name.
    fn svg(&self, name: &str) -> PyResult<Option<(&str, String, String)>> {
        let shown = |chart: &'_ Chart| serde_json::to_string(&chart.bars);
        let Some(chart) = self.chart(name) else { return Ok(None) };
        let bars = shown(chart).map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        Ok(Some((&chart.title, bars, chart.svg())))
    }

    /// A chart drawn as PNG with a Chinese font of the system; none by that name.
    fn png<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Option<Bound<'py, PyBytes>>> {
        let Some(chart) = self.chart(name) else { return Ok(None) };
        let fonts = fonts(py)?;
        bytes(py, || chart.png(&fonts)).map(Some)
    }
}

pub(crate) fn fonts(py: Python<'_>) -> PyResult<Fonts> {
    away(py, || Ok(Fonts::of_system()))?.map_err(|error| of_fonts(py, &error))
}

/// A file's bytes, made away from the interpreter.
pub(crate) fn bytes<'py>(
    py: Python<'py>,
    make: impl FnOnce() -> std::io::Result<Vec<u8>> + Send,
) -> PyResult<Bound<'py, PyBytes>> {
    let made = away(py, || Ok(make()))?;
    let made = made.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
    Ok(PyBytes::new(py, &made))
}
