//! The written forms of a bulletin: for people, for programs, for Word, for spreadsheets, for browsers.

use std::path::{Path, PathBuf};

use clap::Args;
use gongdan::Form;
use gongdan_bulletin::{Bulletin, Document, FontError, Fonts};

use crate::exit::Failure;

/// A file of a form: how its name ends, and its bytes.
pub(crate) type Made = (String, Vec<u8>);

/// The files of a form, one or for charts as many as there are: the model itself for programs, its
/// document for people. Without a font a Word document has no charts, and PDF and pictures are an
/// error.
pub(crate) fn made(
    form: Form,
    bulletin: &Bulletin,
    document: &Document,
    fonts: &Result<Fonts, FontError>,
) -> Result<Vec<Made>, Failure> {
    let unmade = |error| Failure::File(form.word().into(), error);
    let needed = || fonts.as_ref().map_err(|error| Failure::Font(error.clone()));
    let bytes = match form {
        Form::Markdown => Ok(document.markdown().into_bytes()),
        Form::Json => bulletin.json().map(|json| (json + "\n").into_bytes()).map_err(Into::into),
        Form::Html => Ok(document.html().into_bytes()),
        Form::Docx => match fonts {
            Ok(fonts) => document.docx_with(fonts),
            Err(_) => document.docx(),
        },
        Form::Xlsx => document.xlsx(),
        Form::Pdf => document.pdf(needed()?),
        Form::Png => {
            let fonts = needed()?;
            let drawn = document.charts().map(|chart| {
                let bytes = chart.png(fonts).map_err(unmade)?;
                Ok((format!("{}.png", chart.name), bytes))
            });
            return drawn.collect();
        }
    };
    Ok(vec![(form.word().to_owned(), bytes.map_err(unmade)?)])
}

/// Whether a form is drawn or set with a font.
pub(crate) fn wants_font(form: Form) -> bool {
    matches!(form, Form::Docx | Form::Pdf | Form::Png)
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
    /// Write PERIOD.pdf too, with a Chinese font embedded
    #[arg(long)]
    pdf: bool,
    /// Write every chart too, as PERIOD.NAME.png
    #[arg(long)]
    png: bool,
    /// The folder of the fonts for charts and PDF; the system's if left out
    #[arg(long, value_name = "DIR")]
    fonts: Option<PathBuf>,
}

impl Forms {
    /// Whether a form is asked for that cannot be printed on a terminal.
    pub(crate) fn any(&self) -> bool {
        self.docx || self.xlsx || self.html || self.pdf || self.png
    }

    /// The forms to write.
    pub(crate) fn wanted(&self) -> Vec<Form> {
        let asked = |form: &Form| match form {
            Form::Markdown | Form::Json => true,
            Form::Html => self.html,
            Form::Docx => self.docx,
            Form::Xlsx => self.xlsx,
            Form::Pdf => self.pdf,
            Form::Png => self.png,
        };
        Form::ALL.iter().copied().filter(asked).collect()
    }

    /// The fonts that charts and PDF are made with.
    pub(crate) fn fonts(&self) -> Result<Fonts, FontError> {
        fonts(self.fonts.as_deref())
    }
}

/// The fonts of a folder, or the system's.
pub(crate) fn fonts(folder: Option<&Path>) -> Result<Fonts, FontError> {
    folder.map_or_else(Fonts::of_system, Fonts::of_folder)
}
