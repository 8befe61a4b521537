//! Arguments on their way in.

use gongdan::{Error, FILTER, Filter, Invalid, Moment, Problem, QUESTION, Question, Role, Stamp};
use pyo3::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

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
#[serde(transparent)]
pub(crate) struct Narrowed(Value);

impl Narrowed {
    /// The library's filter.
    pub(crate) fn filter(self) -> gongdan::Result<Filter> {
        gongdan::given_of(FILTER, &self.0, Filter::read)
    }
}

/// A question to the figures, as it crosses.
#[derive(Deserialize)]
#[serde(transparent)]
pub(crate) struct Asked(Value);

impl Asked {
    /// The library's question.
    pub(crate) fn question(&self) -> gongdan::Result<Question> {
        gongdan::given_of(QUESTION, &self.0, Question::read)
    }
}
