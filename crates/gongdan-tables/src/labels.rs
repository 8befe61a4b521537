//! What stands over the columns.

/// How a reader learns what stands over the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Labels {
    /// The names that every face uses.
    #[default]
    Names,
    /// The headings as they are printed, and the office's words.
    Headings,
}

impl Labels {
    /// The language of the words in it.
    pub fn language(self) -> gongdan::Language {
        match self {
            Self::Names => gongdan::Language::English,
            Self::Headings => gongdan::Language::Chinese,
        }
    }
}
