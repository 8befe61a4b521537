//! Lists that leave as a file instead of being shown (导出): the options that every list has.

use std::path::{Path, PathBuf};

use clap::Args;
use gongdan::Language;
use gongdan_lists::{OutError, OutForm, OutTable};
use serde_json::json;

use crate::exit::{Exit, Failure, Outcome};
use crate::screen::Screen;
use crate::words;

/// Where a list goes.
#[derive(Args, Clone, Debug)]
pub(crate) struct Leaving {
    /// Write the list into this file instead, as its name ends: .xlsx, .csv or .jsonl (导出)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Replace the file where one stands there
    #[arg(long, requires = "out")]
    overwrite: bool,
}

impl Leaving {
    /// The file, where the list is to leave.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.out.as_deref()
    }

    /// Whether the list can leave: in a form that there is, and over nothing that stands there.
    pub(crate) fn ensure_free(&self) -> Result<(), Failure> {
        let Some(file) = self.file() else { return Ok(()) };
        OutForm::of(file)?;
        match !self.overwrite && file.exists() {
            true => Err(OutError::Exists(file.to_owned()).into()),
            false => Ok(()),
        }
    }

    /// Whether a file that stands there may be replaced.
    pub(crate) fn replaces(&self) -> bool {
        self.overwrite
    }

    /// Writes a list into the file.
    pub(crate) fn write(&self, screen: &Screen, file: &Path, table: &OutTable<'_>) -> Outcome {
        let rows = table.write(file, screen.language, self.overwrite)?;
        written(screen, file, rows)
    }
}

/// The language of the words in a file: programs read JSON Lines.
pub(crate) fn language(screen: &Screen, file: &Path) -> Result<Language, Failure> {
    Ok(match OutForm::of(file)? {
        OutForm::Jsonl => Language::English,
        _ => screen.language,
    })
}

/// Says what was written.
pub(crate) fn written(screen: &Screen, file: &Path, rows: u64) -> Outcome {
    let name = file.display();
    match screen.json {
        true => screen.value(&json!({ "written": name.to_string(), "rows": rows }))?,
        false => screen.line(format_args!(
            "{}: {name}, {} {rows}",
            screen.word(words::WRITTEN),
            screen.word(words::LINES)
        ))?,
    }
    Ok(Exit::Done)
}
