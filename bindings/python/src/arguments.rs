//! Arguments on their way in.

use gongdan::{
    Basis, Error, Filter, Grouping, Invalid, Moment, Period, Problem, Question, Role, Stage, Stamp,
};
use pyo3::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::error::raised;

/// Who, in which role, for which unit, when (nothing means now).
pub(crate) type StampParts = (String, String, Option<String>, Option<String>);

/// A stamp of its parts.
pub(crate) fn stamp(py: Python<'_>, (by, role, unit, at): StampParts) -> PyResult<Stamp> {
    let make = || -> gongdan::Result<Stamp> {
        let at = at.map_or_else(|| Ok(gongdan::now()), |text| Moment::parse("at", &text))?;
        Ok(match (Role::parse(&role)?, unit) {
            (Role::Centre, _) => Stamp::centre(by, at),
            (Role::Supervisor, _) => Stamp::supervisor(by, at),
            (Role::Unit, unit) => Stamp::unit(unit.unwrap_or_default(), by, at),
        })
    };
    make().map_err(|error| raised(py, &error))
}

/// What JSON says, or an error that names the argument. The text itself is never repeated: it can
/// hold personal data.
pub(crate) fn json<T: DeserializeOwned>(
    py: Python<'_>,
    argument: &'static str,
    text: &str,
) -> PyResult<T> {
    serde_json::from_str(text).map_err(|_| {
        let expected = "the arguments of this verb, each of its own kind";
        let invalid = Invalid::new(argument, Problem::Malformed { expected });
        raised(py, &Error::from(invalid))
    })
}

/// What to look for, as it crosses.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Narrowed {
    stages: Vec<String>,
    channel: Option<String>,
    category: Option<String>,
    unit: Option<String>,
    accepted: Option<String>,
    overdue_on: Option<String>,
    due_from: Option<String>,
    due_by: Option<String>,
    open: bool,
    difficult: bool,
    featured: bool,
    text: Option<String>,
}

impl Narrowed {
    /// The library's filter.
    pub(crate) fn filter(self) -> gongdan::Result<Filter> {
        let mut filter = Filter::new();
        for stage in &self.stages {
            filter = filter.stage(Stage::parse(stage)?);
        }
        filter = with(filter, self.channel, Filter::channel);
        filter = with(filter, self.category, Filter::category);
        filter = with(filter, self.unit, Filter::unit);
        filter = with(filter, self.text, Filter::text);
        let accepted = self.accepted.as_deref().map(Period::parse).transpose()?;
        filter = with(filter, accepted, Filter::accepted);
        let overdue = self.overdue_on.as_deref().map(Moment::parse_as_of).transpose()?;
        filter = with(filter, overdue, Filter::overdue);
        let from = self.due_from.as_deref().map(|text| Moment::parse("due_from", text));
        filter = with(filter, from.transpose()?, Filter::due_from);
        let due = self.due_by.as_deref().map(Moment::parse_as_of).transpose()?;
        filter = with(filter, due, Filter::due_by);
        filter = if self.open { filter.open() } else { filter };
        filter = if self.difficult { filter.difficult() } else { filter };
        Ok(if self.featured { filter.featured() } else { filter })
    }
}

fn with<T>(filter: Filter, value: Option<T>, narrow: impl FnOnce(Filter, T) -> Filter) -> Filter {
    match value {
        Some(value) => narrow(filter, value),
        None => filter,
    }
}

/// A question to the figures, as it crosses.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Asked {
    period: String,
    as_of: String,
    #[serde(default)]
    basis: Option<String>,
    #[serde(default)]
    by: Vec<String>,
    #[serde(default)]
    seen: Option<u64>,
    #[serde(default)]
    zeros: bool,
}

impl Asked {
    /// The library's question.
    pub(crate) fn question(&self) -> gongdan::Result<Question> {
        let period = Period::parse(&self.period)?;
        let mut question = Question::new(period, Moment::parse_as_of(&self.as_of)?);
        (question.seen, question.zeros) = (self.seen, self.zeros);
        if let Some(basis) = &self.basis {
            question = question.basis(Basis::parse(basis)?);
        }
        let by = self.by.iter().map(|by| Grouping::parse(by));
        question.by = by.collect::<Result<_, _>>()?;
        Ok(question)
    }
}
