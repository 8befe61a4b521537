//! `gongdan bulletin`: the bulletin of a period, printed or written to a folder.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use gongdan::{Error, Hotline, Period};
use gongdan_bulletin::{Bulletin as Model, Issue};
use serde_json::json;

use super::open;
use crate::exit::{Exit, Failure, Outcome};
use crate::screen::Screen;
use crate::who::cut_off;
use crate::words;

/// Which issue, and where it goes.
#[derive(Args, Debug)]
pub(crate) struct Bulletin {
    /// The hotline's file
    file: PathBuf,
    /// The days it is about, for example 2020-09
    #[arg(long)]
    period: String,
    /// The cut-off: nothing later is seen; a date means its end; now if left out
    #[arg(long, value_name = "MOMENT")]
    as_of: Option<String>,
    /// The issue's number (期); the month's if left out
    #[arg(long, value_name = "NUMBER")]
    issue: Option<u32>,
    /// The folder to write PERIOD.md and PERIOD.json to; - prints
    #[arg(long, value_name = "DIR", default_value = "-")]
    out: PathBuf,
    /// Replace the files of an earlier run
    #[arg(long)]
    overwrite: bool,
}

impl Bulletin {
    /// Makes it.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let (period, as_of) = (Period::parse(&self.period)?, cut_off(self.as_of.as_deref())?);
        let number = self.issue.unwrap_or(month(&period));
        let hotline = open::reading(&self.file)?;
        let printed = Printed::collect(&hotline, &Issue::new(period, as_of, number))?;
        match (self.out.as_os_str() == "-", screen.json) {
            (true, true) => screen.line(printed.json.trim_end())?,
            (true, false) => screen.text(&printed.markdown)?,
            (false, _) => self.write(screen, &period, &printed)?,
        }
        Ok(Exit::Done)
    }

    fn write(&self, screen: &Screen, period: &Period, printed: &Printed) -> Result<(), Failure> {
        std::fs::create_dir_all(&self.out).map_err(Failure::file(&self.out))?;
        let markdown = self.out.join(format!("{period}.md"));
        let json = self.out.join(format!("{period}.json"));
        if !self.overwrite {
            [&markdown, &json].into_iter().try_for_each(|path| stands_free(path))?;
        }
        save(&markdown, &printed.markdown, self.overwrite)?;
        save(&json, &printed.json, self.overwrite)?;
        let files = [markdown.display().to_string(), json.display().to_string()];
        if screen.json {
            return screen.value(&json!({ "written": files }));
        }
        screen.line(format_args!("{}: {}", screen.word(words::WRITTEN), files.join(", ")))
    }
}

/// A bulletin in its two written forms.
pub(crate) struct Printed {
    /// For people.
    pub(crate) markdown: String,
    /// For programs.
    pub(crate) json: String,
}

impl Printed {
    /// Collects an issue and prints it.
    pub(crate) fn collect(hotline: &Hotline, issue: &Issue) -> Result<Self, Failure> {
        let bulletin = Model::collect(hotline, issue)?;
        let json = bulletin.json().map_err(Error::from)?;
        Ok(Self { markdown: bulletin.markdown(), json })
    }
}

fn stands_free(path: &Path) -> Result<(), Failure> {
    match path.exists() {
        true => Err(Failure::InTheWay(path.to_owned(), words::IN_THE_WAY)),
        false => Ok(()),
    }
}

/// Writes a file; one that stands is replaced only when that is wanted.
pub(crate) fn save(path: &Path, text: &str, replace: bool) -> Result<(), Failure> {
    let mut how = OpenOptions::new();
    match replace {
        true => how.write(true).create(true).truncate(true),
        false => how.write(true).create_new(true),
    };
    let written = how.open(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::InTheWay(path.to_owned(), words::IN_THE_WAY),
        _ => Failure::File(path.to_owned(), error),
    })
}

/// The month in which the period ends.
fn month(period: &Period) -> u32 {
    let key = gongdan::Moment::start_of(period.last()).month_key();
    u32::try_from(key % 100).unwrap_or(1)
}
