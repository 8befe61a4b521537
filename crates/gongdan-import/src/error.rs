//! Why a file cannot be read at all, in two languages.

use gongdan::Language;

/// What is wrong with a file, a mapping, or one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetProblem {
    /// In Chinese.
    pub chinese: String,
    /// In English.
    pub english: String,
}

impl SheetProblem {
    pub(crate) fn new(chinese: impl Into<String>, english: impl Into<String>) -> Self {
        Self { chinese: chinese.into(), english: english.into() }
    }

    /// In a language.
    pub fn told(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.chinese,
            Language::English => &self.english,
        }
    }
}

/// A file or a mapping that cannot be read: nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetError(pub(crate) SheetProblem);

impl SheetError {
    pub(crate) fn new(chinese: impl Into<String>, english: impl Into<String>) -> Self {
        Self(SheetProblem::new(chinese, english))
    }

    /// What is wrong.
    pub fn problem(&self) -> &SheetProblem {
        &self.0
    }
}

impl std::fmt::Display for SheetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.english)
    }
}

impl std::error::Error for SheetError {}

/// Why an import did not run through.
#[derive(Debug)]
pub enum ImportError {
    /// The sheet as a whole cannot be read, or somebody stopped it.
    Sheet(SheetError),
    /// The hotline's file failed.
    Hotline(gongdan::Error),
}

impl ImportError {
    /// In a language.
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Sheet(wrong) => wrong.0.told(language).to_owned(),
            Self::Hotline(error) => error.message(language),
        }
    }
}

impl std::fmt::Display for ImportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for ImportError {}

impl From<SheetError> for ImportError {
    fn from(wrong: SheetError) -> Self {
        Self::Sheet(wrong)
    }
}

impl From<gongdan::Error> for ImportError {
    fn from(error: gongdan::Error) -> Self {
        Self::Hotline(error)
    }
}

/// A workbook under a password.
pub(crate) fn encrypted() -> SheetError {
    SheetError::new(
        "工作簿有密码,请去掉密码后另存为 xlsx",
        "the workbook has a password: take it off and save it as .xlsx",
    )
}
