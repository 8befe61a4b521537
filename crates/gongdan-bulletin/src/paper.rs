//! Paper that goes with a ticket (工单、转办单、督办单、催办单), laid out: sheets of a form and paragraphs, before any file
//! format.

use gongdan::{Error, Language};

use crate::format::FormatError;
use crate::look::Look;
#[cfg(any(feature = "docx", feature = "pdf"))]
use crate::typeset::wide;

/// Sheets, each of one ticket, that are printed one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// How its pages look.
    pub look: Look,
    /// The office that gives it out.
    pub organ: String,
    /// The sheets; each begins a page.
    pub sheets: Vec<PaperSheet>,
}

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperSheet {
    /// Its title, `衡东县“12345”政府服务热线转办单`.
    pub title: String,
    /// What stands over the form, at its left and its right end.
    pub over: (String, String),
    /// The form, row by row: one or two cells, each under its heading.
    pub rows: Vec<Vec<(String, String)>>,
    /// What stands below the form.
    pub paragraphs: Vec<String>,
}

/// Why paper is not made.
#[derive(Debug)]
#[non_exhaustive]
pub enum PaperError {
    /// The format is wrong.
    Format(FormatError),
    /// A question was refused, or the file failed.
    Hotline(Error),
    /// A ticket has not what the paper is about.
    Missing(String, PaperNeeds),
}

/// What a ticket has to have for a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperNeeds {
    /// A unit that has it.
    Unit,
    /// A demand (督办).
    Demand,
    /// Somebody who urged it (催办).
    Urging,
}

impl PaperNeeds {
    fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Unit => ("尚无承办单位", "no unit has it"),
            Self::Demand => ("没有督办", "nothing is demanded about it"),
            Self::Urging => ("没有催办", "nobody has urged it"),
        }
    }
}

impl PaperError {
    /// In a language.
    pub fn message(&self, language: Language) -> String {
        match (self, language) {
            (Self::Format(error), _) => error.message(language),
            (Self::Hotline(error), _) => error.message(language),
            (Self::Missing(number, needs), Language::Chinese) => {
                format!("工单 {number}:{}", needs.told().0)
            }
            (Self::Missing(number, needs), Language::English) => {
                format!("ticket {number}: {}", needs.told().1)
            }
        }
    }
}

impl std::fmt::Display for PaperError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for PaperError {}

impl From<FormatError> for PaperError {
    fn from(error: FormatError) -> Self {
        Self::Format(error)
    }
}

impl From<Error> for PaperError {
    fn from(error: Error) -> Self {
        Self::Hotline(error)
    }
}

impl Paper {
    /// With punctuation as it is printed.
    #[cfg(any(feature = "docx", feature = "pdf"))]
    pub(crate) fn typeset(&self) -> Self {
        Self {
            look: self.look.clone(),
            organ: wide(&self.organ),
            sheets: self.sheets.iter().map(PaperSheet::typeset).collect(),
        }
    }
}

impl PaperSheet {
    #[cfg(any(feature = "docx", feature = "pdf"))]
    fn typeset(&self) -> Self {
        let row = |row: &Vec<(String, String)>| {
            row.iter().map(|(head, text)| (wide(head), wide(text))).collect()
        };
        Self {
            title: wide(&self.title),
            over: (wide(&self.over.0), wide(&self.over.1)),
            rows: self.rows.iter().map(row).collect(),
            paragraphs: self.paragraphs.iter().map(|text| wide(text)).collect(),
        }
    }
}
