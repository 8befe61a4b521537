//! A column of a list: what it is called in every face, and what is printed over it.

use gongdan::{Field, Language};

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutColumn {
    /// Its name in every face; no two of a list are the same.
    pub name: String,
    /// The heading printed over it.
    pub heading: String,
}

impl OutColumn {
    /// A column of a name, under a heading.
    pub fn new(name: impl Into<String>, heading: impl Into<String>) -> Self {
        Self { name: name.into(), heading: heading.into() }
    }

    /// What stands over it.
    pub(crate) fn label(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.heading,
            Language::English => &self.name,
        }
    }
}

impl From<&Field> for OutColumn {
    fn from(field: &Field) -> Self {
        Self::new(field.name, field.heading)
    }
}
