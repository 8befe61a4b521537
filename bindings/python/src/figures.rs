//! Figures on their way out: an answer is kept, so that any cell can be opened, and any table
//! leaves as Arrow.

use gongdan::{
    Against, Count, Error, Figures, Hotline, Invalid, Measure, Notice, OtherRules, Problem,
    Provision, Question, Result, Rounding, Row,
};
use gongdan_tables::{Labels, Wanted, figures_batch};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use serde::Deserialize;
use serde_json::json;

use crate::arguments::Asked;
use crate::ask::text;
use crate::error::raised;
use crate::stream::Batches;
use crate::view::counts;

/// An answer of the figures.
#[pyclass(frozen, module = "gongdan._core")]
pub(crate) struct Reckoned {
    pub(crate) figures: Figures,
    rounding: Rounding,
}

impl Reckoned {
    pub(crate) fn of(hotline: &Hotline, figures: Figures) -> Result<Self> {
        Ok(Self { rounding: hotline.rounding(figures.question.as_of)?, figures })
    }

    /// The tickets behind a count of a row, or of the total where `row` is nothing.
    pub(crate) fn behind(
        &self,
        hotline: &Hotline,
        row: Option<usize>,
        count: &str,
    ) -> Result<Vec<(i64, String)>> {
        let row = row.and_then(|row| self.figures.rows.get(row));
        let tickets = hotline.behind(&self.figures, row, Count::parse(count)?)?;
        Ok(tickets.into_iter().map(|ticket| (ticket.id.0, ticket.number)).collect())
    }
}

#[pymethods]
impl Reckoned {
    /// Question, rows and total as JSON.
    fn json(&self, py: Python<'_>) -> PyResult<String> {
        let Figures { question, rows, total, .. } = &self.figures;
        let row = |row: &Row| json!({ "keys": row.keys, "counts": counts(&row.tally) });
        let told = json!({
            "question": question,
            "rows": rows.iter().map(row).collect::<Vec<_>>(),
            "total": counts(total),
            "rounding": self.rounding.word(),
        });
        text(&told).map_err(|error| raised(py, &error))
    }

    /// A measure of a row, or of the total: numerator and denominator.
    #[pyo3(signature = (row, name))]
    fn measure(&self, py: Python<'_>, row: Option<usize>, name: &str) -> PyResult<(i64, i64)> {
        let tally = match row {
            None => &self.figures.total,
            Some(row) => {
                let row = self.figures.rows.get(row);
                &row.ok_or_else(|| PyIndexError::new_err("row"))?.tally
            }
        };
        let measured = Measure::named(name).and_then(|measure| tally.measure(measure));
        let measured = measured.ok_or_else(|| self.undefined("measure", name));
        let rate = measured.map_err(|error| raised(py, &error))?;
        Ok((rate.numerator, rate.denominator))
    }

    /// Whether the question defines these counts and measures.
    fn check(&self, py: Python<'_>, argument: &str, names: Vec<String>) -> PyResult<()> {
        let argument = if argument == "measures" { "measures" } else { "figure" };
        let mut checked = names.iter().map(|name| self.defined(argument, name));
        checked.try_for_each(|each| each).map_err(|error| raised(py, &error))
    }

    /// The table as Arrow, with these counts and measures; a float beside each measure on request.
    fn arrow(
        &self,
        py: Python<'_>,
        wanted: Vec<String>,
        headings: bool,
        floats: bool,
    ) -> PyResult<Batches> {
        let wanted = wanted.iter().map(|name| self.wanted(name)).collect::<Result<Vec<_>>>();
        let wanted = wanted.map_err(|error| raised(py, &error))?;
        let wanted: Vec<Wanted> =
            wanted.into_iter().flat_map(|each| beside(each, floats)).collect();
        let labels = if headings { Labels::Headings } else { Labels::Names };
        Batches::one(figures_batch(&self.figures, &wanted, labels))
    }
}

/// A figure, and the float beside it.
fn beside(figure: Wanted, floats: bool) -> impl Iterator<Item = Wanted> {
    let float = match figure {
        Wanted::Measure(measure, _) if floats => Some(Wanted::Float(measure)),
        _ => None,
    };
    std::iter::once(figure).chain(float)
}

impl Reckoned {
    fn defined(&self, argument: &'static str, name: &str) -> Result<()> {
        let question = &self.figures.question;
        gongdan::check_figure(question.basis, &question.by, name).map_err(|error| {
            let named = error.invalid().map(|invalid| invalid.clone().named(argument));
            named.map_or(error, Error::from)
        })
    }

    /// The error of a figure that the question does not define.
    fn undefined(&self, argument: &'static str, name: &str) -> Error {
        let nowhere = || Invalid::new(argument, Problem::Empty).into();
        self.defined(argument, name).err().unwrap_or_else(nowhere)
    }

    fn wanted(&self, name: &str) -> Result<Wanted> {
        Ok(match Measure::named(name) {
            Some(measure) => Wanted::Measure(measure, self.rounding),
            None => Wanted::Count(Count::parse(name)?),
        })
    }
}

/// Other rules, as they cross.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Instead {
    provisions: Vec<Provision>,
    throughout: Vec<Provision>,
    notices: Vec<Notice>,
}

/// A question as it was and as it would have been.
pub(crate) fn what_if(
    hotline: &Hotline,
    asked: &Asked,
    instead: Instead,
) -> Result<(Reckoned, Reckoned)> {
    let mut other = OtherRules { provisions: instead.provisions, notices: instead.notices };
    let policy = hotline.rulebook()?.policy;
    for each in instead.throughout {
        other = other.throughout(&policy, each.setting, each.scope, each.value);
    }
    let both = hotline.what_if(&asked.question()?, &other)?;
    Ok((Reckoned::of(hotline, both.as_it_was)?, Reckoned::of(hotline, both.as_if)?))
}

/// A question and the same question of an earlier period, and the issue that is quoted.
pub(crate) fn since(
    hotline: &Hotline,
    asked: &Asked,
    against: Against,
) -> Result<(Reckoned, Reckoned, String)> {
    let since = hotline.since(&asked.question()?, against)?;
    let published = text(&since.published)?;
    Ok((Reckoned::of(hotline, since.now)?, Reckoned::of(hotline, since.before)?, published))
}

/// Several questions of one state of the file.
pub(crate) fn several(hotline: &Hotline, asked: &[Asked]) -> Result<Vec<Reckoned>> {
    let questions = asked.iter().map(Asked::question).collect::<Result<Vec<Question>>>()?;
    let figures = hotline.figures_of(&questions)?;
    figures.into_iter().map(|figures| Reckoned::of(hotline, figures)).collect()
}
