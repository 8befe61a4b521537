//! An error as data: what another process, a log or a queue is told of it.

use gongdan_domain::{Language, Refusal};
use serde::{Deserialize, Serialize, Serializer};

use super::error::{Error, ErrorKind, Outcome};

/// An [`Error`] as data, both ways. It holds no personal data.
///
/// ```
/// use gongdan::{Error, ErrorKind, ErrorReport, Moment};
///
/// let error: Error = Moment::parse("at", "yesterday").unwrap_err().into();
/// let told = serde_json::to_string(&error)?;
/// let read: ErrorReport = serde_json::from_str(&told)?;
/// assert_eq!(read, error.report());
/// assert_eq!((read.kind, read.argument.as_deref()), (ErrorKind::InvalidInput, Some("at")));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ErrorReport {
    /// What kind of error it is.
    pub kind: ErrorKind,
    /// What became of the command.
    pub outcome: Outcome,
    /// Whether the very same call can succeed later.
    pub retry: bool,
    /// What to tell a person in English.
    pub english: String,
    /// What to tell a person in Chinese.
    pub chinese: String,
    /// The refusal, for [`ErrorKind::Refused`].
    pub refusal: Option<Refusal>,
    /// The name of the bad argument, for [`ErrorKind::InvalidInput`].
    pub argument: Option<String>,
    /// The version the caller saw and the one that stands, for a stale caller's
    /// [`ErrorKind::Conflict`].
    pub versions: Option<(u32, u32)>,
}

impl ErrorReport {
    /// What to tell a person.
    pub fn message(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.chinese,
            Language::English => &self.english,
        }
    }
}

impl std::fmt::Display for ErrorReport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.english)
    }
}

impl std::error::Error for ErrorReport {}

impl Error {
    /// The error as data.
    pub fn report(&self) -> ErrorReport {
        ErrorReport {
            kind: self.kind(),
            outcome: self.outcome(),
            retry: self.retry(),
            english: self.to_string(),
            chinese: self.message(Language::Chinese),
            refusal: self.refusal().cloned(),
            argument: self.invalid().map(|invalid| invalid.argument.to_owned()),
            versions: self.versions(),
        }
    }
}

impl Serialize for Error {
    /// As its [`ErrorReport`].
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        self.report().serialize(to)
    }
}
