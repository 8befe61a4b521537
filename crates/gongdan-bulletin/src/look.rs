//! How the pages of a .docx and a PDF look: what the head shows, and in which type.

use serde::Deserialize;

/// The look of the printed pages. Unless a format says otherwise it is that of GB/T 9704-2012.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Look {
    /// Whether the title stands below the red line; a paper whose red name says enough has none.
    pub title: bool,
    /// Whether there is a list of contents.
    pub listed: bool,
    /// Whether the word 目录 stands over the list of contents.
    pub contents_head: bool,
    /// Of the text (仿宋, 16 pt, 三号).
    pub text: Type,
    /// Of headings and the headings of tables (黑体).
    pub headings: Type,
    /// Of the list of contents (楷体).
    pub contents: Type,
    /// Of the red name and the title (小标宋, 22 pt, 二号); the red name is as large as its line
    /// has room for.
    pub titles: Type,
    /// From line to line of the text, in points.
    pub pitch: u16,
}

/// A font by its name, and a size in points; where a name or a size is left out it stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Type {
    /// The name as Word has it; a .docx names it and ships none. A PDF embeds the font of that name
    /// where it can be used, else one of the same kind of letter (宋, 仿宋, 黑, 楷).
    pub font: Option<String>,
    /// In points.
    pub size: Option<u16>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            title: true,
            listed: true,
            contents_head: true,
            text: Type::default(),
            headings: Type::default(),
            contents: Type::default(),
            titles: Type::default(),
            pitch: 28,
        }
    }
}

impl Look {
    /// The size of the text, in points.
    #[cfg(any(feature = "docx", feature = "pdf"))]
    pub(crate) fn text_size(&self) -> u16 {
        self.text.size.unwrap_or(16)
    }

    /// The size of the title, in points.
    pub(crate) fn title_size(&self) -> u16 {
        self.titles.size.unwrap_or(22)
    }
}
