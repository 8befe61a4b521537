//! The imprint (版记): the words of an issue that are no figures, as they were published.

use serde::{Deserialize, Serialize};

use crate::invalid::Invalid;
use crate::text;

/// The longest word of an imprint, in characters.
const LONGEST: usize = 1_000;

/// The words of an issue that are no figures, and how it is laid out. What was left out is left out
/// here too: it follows from the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Imprint {
    /// The format it is laid out in (版式), by name; nothing for the usual one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The office that publishes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organ: Option<String>,
    /// The day printed on it, `YYYY-MM-DD`.
    pub printed_on: String,
    /// Whom it is reported to (报).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<String>,
    /// Whom it is sent to (发).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<String>,
    /// The editor's own words, each a paragraph.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
    /// Values from outside and the editor's texts that its format names: name and value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub given: Vec<(String, String)>,
    /// Who gave them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_by: Option<String>,
    /// At which level of their tree categories are printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category_level: Option<u32>,
    /// At which level of their tree units are printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_level: Option<u32>,
    /// The columns of the table by category: figure, heading, and the heading over it if there is one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub category_columns: Vec<Vec<String>>,
    /// The columns of the table by unit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unit_columns: Vec<Vec<String>>,
}

impl Imprint {
    /// Refuses what is too long to be printed, or cannot be.
    pub(super) fn check(&self) -> Result<(), Invalid> {
        let texts = [
            ("format", self.format.as_slice()),
            ("title", self.title.as_slice()),
            ("organ", self.organ.as_slice()),
            ("to", &self.to),
            ("copies", &self.copies),
            ("remarks", &self.remarks),
            ("given_by", self.given_by.as_slice()),
        ];
        let mut all =
            texts.into_iter().flat_map(|(name, texts)| texts.iter().map(move |one| (name, one)));
        all.try_for_each(|(name, one)| text::optional(name, one, LONGEST))
    }
}
