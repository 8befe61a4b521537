//! A fault: why a call came to nothing.

use gongdan::{Error, ErrorKind, Invalid, Language, Outcome, Problem};

use gongdan_bulletin::FormatError;

/// Why a call came to nothing.
pub(crate) enum Fault {
    /// The library's own error.
    Library(Error),
    /// A bulletin's format is wrong: file, line and the nearest names.
    Format(Box<FormatError>),
    /// A sheet or a mapping cannot be read: which argument, and why in English and in Chinese.
    #[cfg(feature = "office")]
    Said(&'static str, String, String),
    /// What the door itself finds: what it is, and the particulars.
    Door(ErrorKind, &'static str),
}

impl Fault {
    /// An argument that is wrong in itself.
    pub(crate) fn argument(name: &'static str, problem: Problem) -> Self {
        Self::Library(Invalid::new(name, problem).into())
    }

    /// A pointer that is NULL where something is needed.
    pub(crate) fn missing(name: &'static str) -> Self {
        Self::argument(name, Problem::Empty)
    }

    pub(crate) fn kind(&self) -> ErrorKind {
        match self {
            Self::Library(error) => error.kind(),
            Self::Format(_) => ErrorKind::InvalidInput,
            #[cfg(feature = "office")]
            Self::Said(..) => ErrorKind::InvalidInput,
            Self::Door(kind, _) => *kind,
        }
    }

    /// A panic leaves open how far the call came.
    pub(crate) fn outcome(&self) -> Outcome {
        match self {
            Self::Library(error) => error.outcome(),
            Self::Door(ErrorKind::Bug, _) => Outcome::Unknown,
            Self::Format(_) => Outcome::NotCommitted,
            #[cfg(feature = "office")]
            Self::Said(..) => Outcome::NotCommitted,
            Self::Door(..) => Outcome::NotCommitted,
        }
    }

    pub(crate) fn retry(&self) -> bool {
        match self {
            Self::Library(error) => error.retry(),
            Self::Format(_) => false,
            #[cfg(feature = "office")]
            Self::Said(..) => false,
            Self::Door(kind, _) => matches!(kind, ErrorKind::Busy | ErrorKind::Io),
        }
    }

    pub(crate) fn message(&self, language: Language) -> String {
        match (self, language) {
            (Self::Library(error), _) => error.message(language),
            (Self::Format(error), _) => error.message(language),
            #[cfg(feature = "office")]
            (Self::Said(_, _, chinese), Language::Chinese) => chinese.clone(),
            #[cfg(feature = "office")]
            (Self::Said(_, english, _), Language::English) => english.clone(),
            (Self::Door(kind, what), Language::Chinese) => format!("{}({what})", kind.term()),
            (Self::Door(_, what), Language::English) => (*what).to_owned(),
        }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Library(error)
    }
}

impl From<FormatError> for Fault {
    fn from(error: FormatError) -> Self {
        Self::Format(Box::new(error))
    }
}

impl From<Invalid> for Fault {
    fn from(invalid: Invalid) -> Self {
        Self::Library(invalid.into())
    }
}
