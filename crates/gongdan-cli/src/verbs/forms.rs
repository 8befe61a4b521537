//! The written forms of a bulletin: for people, for programs, for Word, for spreadsheets, for browsers.

use std::io;

use clap::Args;
use gongdan_bulletin::{Bulletin, Document};

/// A written form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Markdown.
    Markdown,
    /// Every figure, for programs.
    Json,
    /// One HTML file.
    Html,
    /// A Word document.
    Docx,
    /// A workbook.
    Xlsx,
}

impl Form {
    /// Every form.
    pub(crate) const ALL: [Self; 5] =
        [Self::Markdown, Self::Json, Self::Html, Self::Docx, Self::Xlsx];

    /// How the name of its file ends.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
        }
    }

    /// The file's bytes: the model itself for programs, its document for people.
    pub(crate) fn made(self, bulletin: &Bulletin, document: &Document) -> io::Result<Vec<u8>> {
        match self {
            Self::Markdown => Ok(document.markdown().into_bytes()),
            Self::Json => Ok((bulletin.json()? + "\n").into_bytes()),
            Self::Html => Ok(document.html().into_bytes()),
            Self::Docx => document.docx(),
            Self::Xlsx => document.xlsx(),
        }
    }
}

/// Which forms are written beside Markdown and JSON.
#[derive(Args, Debug)]
pub(crate) struct Forms {
    /// Write PERIOD.docx too, for Word and WPS
    #[arg(long)]
    docx: bool,
    /// Write PERIOD.xlsx too, one sheet a table
    #[arg(long)]
    xlsx: bool,
    /// Write PERIOD.html too, one file that prints on A4
    #[arg(long)]
    html: bool,
}

impl Forms {
    /// Whether a form is asked for that cannot be printed on a terminal.
    pub(crate) fn any(&self) -> bool {
        self.docx || self.xlsx || self.html
    }

    /// The forms to write.
    pub(crate) fn wanted(&self) -> Vec<Form> {
        let asked = |form: &Form| match form {
            Form::Markdown | Form::Json => true,
            Form::Html => self.html,
            Form::Docx => self.docx,
            Form::Xlsx => self.xlsx,
        };
        Form::ALL.into_iter().filter(asked).collect()
    }
}
