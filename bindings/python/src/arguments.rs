//! Arguments on their way in.

use gongdan::{
    Error, FILTER, Filter, Invalid, Moment, Problem, QUESTION, Question, RANKING, RankingQuestion,
    Role, Stamp, Viewer,
};
use gongdan_bulletin::{BULLETIN, BulletinQuestion, Edition, Format};
use pyo3::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::raised;

/// Who acts, as it crosses: `gongdan.actor.Stamp`.
#[derive(FromPyObject)]
pub(crate) struct StampParts {
    by: String,
    role: String,
    unit: Option<String>,
    /// Nothing means now.
    at: Option<String>,
    /// The version of the ticket that was seen.
    seen: Option<u32>,
    request: Option<String>,
    /// Whether the moment is meant, however far from all others.
    meant: bool,
}

/// Who asks, as it crosses: `gongdan.door.Viewer`.
#[derive(Clone, FromPyObject)]
pub(crate) struct ViewerParts {
    role: String,
    unit: Option<String>,
}

impl ViewerParts {
    /// The viewer; a unit by its name, whatever stands in it.
    pub(crate) fn viewer(self) -> gongdan::Result<Viewer> {
        Ok(match self.unit {
            Some(unit) => Viewer::unit(unit),
            None => Viewer::parse(&self.role)?,
        })
    }
}

/// A stamp of its parts.
pub(crate) fn stamp(py: Python<'_>, parts: StampParts) -> PyResult<Stamp> {
    parts.stamp().map_err(|error| raised(py, &error))
}

impl StampParts {
    fn stamp(self) -> gongdan::Result<Stamp> {
        let at = self.at.map_or_else(|| Ok(gongdan::now()), |text| Moment::parse("at", &text))?;
        let mut stamp = match Role::parse(&self.role)? {
            Role::Centre => Stamp::centre(self.by, at),
            Role::Supervisor => Stamp::supervisor(self.by, at),
            Role::Unit => Stamp::unit(self.unit.unwrap_or_default(), self.by, at),
        };
        if let Some(version) = self.seen {
            stamp = stamp.seen(version);
        }
        if self.meant {
            stamp = stamp.meant();
        }
        Ok(match self.request {
            Some(request) => stamp.request(request),
            None => stamp,
        })
    }
}

/// What JSON says, or an error that names the argument. The text itself is never repeated: it can
/// hold personal data.
pub(crate) fn json<T: DeserializeOwned>(
    py: Python<'_>,
    argument: &'static str,
    text: &str,
) -> PyResult<T> {
    serde_json::from_str(text).map_err(|error| {
        let expected = "the arguments of this verb, each of its own kind";
        let invalid = Invalid::new(argument, Problem::of_structure(&error, expected));
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

/// What a bulletin is asked with, as it crosses.
#[derive(Deserialize)]
#[serde(transparent)]
pub(crate) struct ToPrint(Value);

impl ToPrint {
    /// The issue that is asked for.
    pub(crate) fn issue(&self) -> gongdan::Result<Edition> {
        Ok(self.asked()?.issue()?)
    }

    /// The same, numbered, with what its format's tables need.
    pub(crate) fn numbered(&self, format: Option<&Format>) -> gongdan::Result<Edition> {
        let asked = self.asked()?;
        if asked.number.is_none() {
            return Err(Error::from(Invalid::new("number", Problem::Empty)));
        }
        let edition = asked.issue()?;
        Ok(format.map_or(edition.clone(), |format| format.of_issue(edition)))
    }

    fn asked(&self) -> gongdan::Result<BulletinQuestion> {
        gongdan::given_of(BULLETIN, &self.0, BulletinQuestion::read)
    }
}

/// What is ranked, as it crosses.
#[derive(Deserialize)]
#[serde(transparent)]
pub(crate) struct Contest(Value);

impl Contest {
    /// The library's question.
    pub(crate) fn question(&self) -> gongdan::Result<RankingQuestion> {
        gongdan::given_of(RANKING, &self.0, RankingQuestion::read)
    }
}
