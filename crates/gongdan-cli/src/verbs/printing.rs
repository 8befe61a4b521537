//! Where a bulletin goes, how it is laid out, and in which forms it is written.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use gongdan::{Error, Form, Hotline};
use gongdan_bulletin::{Bulletin, Document, Edition, FontError, Format};
use serde_json::json;

use super::forms::{Forms, Made, made, wants_font};
use crate::exit::{Exit, Failure, Outcome};
use crate::screen::Screen;
use crate::words;

/// Where it goes, and how.
#[derive(Args, Debug)]
pub(crate) struct Printing {
    /// The folder to write NAME.md, NAME.json and the other forms to, NAME being the period or the
    /// issue; - prints
    #[arg(long, value_name = "DIR", default_value = "-")]
    out: PathBuf,
    /// How it is laid out (版式): hengdong-2020, hengdong-2023, plain, quarter, or a folder with
    /// a format.toml and templates; if left out as it was published, or as the county printed it in
    /// 2020
    #[arg(long, value_name = "NAME|DIR")]
    format: Option<String>,
    #[command(flatten)]
    forms: Forms,
    /// Replace the files of an earlier run
    #[arg(long)]
    overwrite: bool,
}

impl Printing {
    /// Prints an edition, or writes it as files of a name; `published` is the format it was published
    /// in.
    pub(crate) fn print(
        &self,
        screen: &Screen,
        hotline: &Hotline,
        (edition, published): (Edition, Option<String>),
        name: &str,
    ) -> Outcome {
        let format = self.format.clone().or(published);
        let format = format.as_deref().map(Format::find).transpose()?;
        let edition = format.as_ref().map_or(edition.clone(), |format| format.of_issue(edition));
        let model = Bulletin::collect(hotline, &edition)?;
        let document = match &format {
            Some(format) => model.document_in(format)?,
            None => model.document()?,
        };
        match (self.out.as_os_str() == "-", screen.json) {
            (true, _) if self.forms.any() => return Err(Failure::NeedsFolder),
            (true, true) => screen.text(&(model.json().map_err(Error::from)? + "\n"))?,
            (true, false) => screen.text(&document.markdown())?,
            (false, _) => self.write(screen, name, (&model, &document))?,
        }
        Ok(Exit::Done)
    }

    fn write(
        &self,
        screen: &Screen,
        name: &str,
        (model, document): (&Bulletin, &Document),
    ) -> Result<(), Failure> {
        std::fs::create_dir_all(&self.out).map_err(Failure::file(&self.out))?;
        let path = |ending: &str| self.out.join(format!("{name}.{ending}"));
        let made = self.made(screen, model, document)?;
        if !self.overwrite {
            made.iter().try_for_each(|(ending, _)| stands_free(&path(ending)))?;
        }
        for (ending, bytes) in &made {
            save(&path(ending), bytes, self.overwrite)?;
        }
        let files: Vec<_> = made.iter().map(|(end, _)| path(end).display().to_string()).collect();
        if screen.json {
            return screen.value(&json!({ "written": files }));
        }
        screen.line(format_args!("{}: {}", screen.word(words::WRITTEN), files.join(", ")))
    }

    /// Every file that is asked for, made before any is written.
    fn made(
        &self,
        screen: &Screen,
        model: &Bulletin,
        document: &Document,
    ) -> Result<Vec<Made>, Failure> {
        let forms = self.forms.wanted();
        let fonts = match forms.iter().any(|form| wants_font(*form)) {
            true => self.forms.fonts(),
            false => Err(FontError::default()),
        };
        let made = forms.iter().map(|form| made(*form, model, document, &fonts));
        let made: Vec<Vec<Made>> = made.collect::<Result<_, _>>()?;
        if let (Err(error), true) = (&fonts, forms.contains(&Form::Docx)) {
            screen.note(words::NO_CHARTS, error.message(screen.language));
        }
        if let (Ok(fonts), true) = (&fonts, forms.contains(&Form::Pdf)) {
            for substitute in fonts.substitutes(&document.look) {
                screen.note(words::PDF, &substitute.message(screen.language));
            }
        }
        Ok(made.into_iter().flatten().collect())
    }
}

fn stands_free(path: &Path) -> Result<(), Failure> {
    match path.exists() {
        true => Err(Failure::InTheWay(path.to_owned(), words::IN_THE_WAY)),
        false => Ok(()),
    }
}

/// Writes a file; one that stands is replaced only when that is wanted.
pub(crate) fn save(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Failure> {
    let mut how = OpenOptions::new();
    match replace {
        true => how.write(true).create(true).truncate(true),
        false => how.write(true).create_new(true),
    };
    let written = how.open(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::InTheWay(path.to_owned(), words::IN_THE_WAY),
        _ => Failure::File(path.to_owned(), error),
    })
}
