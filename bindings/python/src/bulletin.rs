//! The bulletin on its way out: the model as JSON, and the answers behind its tables.

use gongdan::{Grouping, Hotline, Moment, Period, Question, Result};
use gongdan_bulletin::{Bulletin, Column, Issue};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use serde::Deserialize;

use crate::figures::Reckoned;

/// An issue as it is asked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    period: String,
    as_of: String,
    number: Option<u32>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    organ: Option<String>,
    #[serde(default)]
    printed_on: Option<String>,
    #[serde(default)]
    to: Vec<String>,
    #[serde(default)]
    copies: Vec<String>,
    #[serde(default)]
    remarks: Vec<String>,
    #[serde(default)]
    category_columns: Option<Vec<(String, String)>>,
    #[serde(default)]
    unit_columns: Option<Vec<(String, String)>>,
}

impl Wanted {
    /// Without a number the issue takes that of the period's last month.
    fn issue(self) -> Result<Issue> {
        let period = Period::parse(&self.period)?;
        let month = period.last().format("%m").to_string().parse().unwrap_or(1);
        let as_of = Moment::parse_as_of(&self.as_of)?;
        let mut issue = Issue::new(period, as_of, self.number.unwrap_or(month));
        (issue.title, issue.organ) = (self.title, self.organ);
        (issue.to, issue.copies, issue.remarks) = (self.to, self.copies, self.remarks);
        if let Some(day) = &self.printed_on {
            issue.printed_on = gongdan::parse_day("printed_on", day)?;
        }
        if let Some(columns) = self.category_columns {
            issue.category_columns = named(columns);
        }
        if let Some(columns) = self.unit_columns {
            issue.unit_columns = named(columns);
        }
        Ok(issue)
    }
}

fn named(columns: Vec<(String, String)>) -> Vec<Column> {
    columns.into_iter().map(|(figure, head)| Column::new(figure, head)).collect()
}

/// A bulletin, collected from one state of the file.
#[pyclass(frozen, module = "gongdan._core")]
pub(crate) struct Collected {
    bulletin: Bulletin,
}

/// A bulletin, and the answers behind its tables by category and by unit.
pub(crate) type WithTables = (Collected, Reckoned, Reckoned);

/// Collects an issue from one state of the file.
pub(crate) fn collect(hotline: &Hotline, wanted: Wanted) -> Result<WithTables> {
    let issue = wanted.issue()?;
    hotline.read(|hotline| {
        let bulletin = Bulletin::collect(hotline, &issue)?;
        // A published issue is printed from what it saw; so are the tickets behind its figures.
        let seen = bulletin.published.as_ref().map(|_| bulletin.journal.events);
        let by = |by| Question { seen, ..Question::new(issue.period, issue.as_of).by(by) };
        let reckoned = |by| Reckoned::of(hotline, hotline.figures(&by)?);
        let by_category = reckoned(by(Grouping::Category))?;
        let by_unit = reckoned(by(Grouping::Unit))?;
        Ok((Collected { bulletin }, by_category, by_unit))
    })
}

#[pymethods]
impl Collected {
    /// The whole model as JSON.
    fn json(&self) -> PyResult<String> {
        self.bulletin.json().map_err(|error| PyRuntimeError::new_err(error.to_string()))
    }

    /// Printed as Markdown.
    fn markdown(&self) -> String {
        self.bulletin.markdown()
    }
}
