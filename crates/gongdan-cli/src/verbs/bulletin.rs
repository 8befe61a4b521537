//! `gongdan bulletin` and `issue`: the bulletin of a period, and a published issue by its number.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Hotline, Invalid, Problem};
use gongdan_bulletin::{BulletinQuestion, Edition, Format, given_values};

use super::issues;
use super::printing::Printing;
use super::viewing::Viewing;
use crate::exit::{Failure, Outcome};
use crate::screen::Screen;
use crate::told::Told;

/// What a bulletin is asked with, at a terminal.
#[derive(Args, Debug)]
pub(crate) struct Asked {
    #[command(flatten)]
    asked: Told<BulletinQuestion>,
    /// Values from outside and the editor's texts as a TOML file (外来数), each as NAME = VALUE, those of rows in tables;
    /// what --set says goes before them
    #[arg(long, value_name = "FILE")]
    values: Option<PathBuf>,
    /// The issue's year and number (期), for example 2020-9, in place of --year and --number
    #[arg(long, value_name = "YEAR-NUMBER", conflicts_with_all = ["year", "number"])]
    issue: Option<String>,
}

impl Asked {
    /// What is asked for.
    ///
    /// # Errors
    /// What is wrong, naming the argument.
    pub(crate) fn read(&self) -> Result<BulletinQuestion, Failure> {
        let mut asked = self.asked.read()?;
        if let Some(issue) = &self.issue {
            let (year, number) = issues::number_within(issue)?;
            (asked.year, asked.number) = (year.or(asked.year), Some(number));
        }
        if let Some(values) = &self.values {
            let said = std::mem::replace(&mut asked.set, given_values(values)?);
            asked.set.extend(said);
        }
        Ok(asked)
    }

    /// The same, of an issue that is to be published: it is numbered by whoever publishes it.
    ///
    /// # Errors
    /// What is wrong, naming the argument.
    pub(crate) fn numbered(&self) -> Result<Edition, Failure> {
        let asked = self.read()?;
        match asked.number {
            Some(_) => Ok(asked.issue()?),
            None => Err(Invalid::new("issue", Problem::Empty).into()),
        }
    }
}

/// Which bulletin, and where it goes.
#[derive(Args, Debug)]
pub(crate) struct Bulletin {
    /// The hotline's file
    file: PathBuf,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    printing: Printing,
    #[command(flatten)]
    viewing: Viewing,
}

impl Bulletin {
    /// Makes it.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let ask = |hotline: &Hotline| self.answer(screen, hotline);
        self.viewing.reading(&self.file, ask)
    }

    fn answer(&self, screen: &Screen, hotline: &Hotline) -> Outcome {
        let asked = self.asked.read()?;
        let name = asked.period.to_string();
        let edition = asked.issue()?;
        let published = Edition::published(hotline, edition.year, edition.number);
        let format = published
            .ok()
            .and_then(|(_, format)| format)
            .filter(|name| Format::shipped(name).is_ok());
        self.printing.print(screen, hotline, (edition, format), &name)
    }
}

/// Which published issue, and where it goes.
#[derive(Args, Debug)]
pub(crate) struct Issue {
    /// The hotline's file
    file: PathBuf,
    /// The issue's year and number (期), for example 2020-9
    #[arg(value_name = "YEAR-NUMBER")]
    issue: String,
    #[command(flatten)]
    printing: Printing,
    #[command(flatten)]
    viewing: Viewing,
}

impl Issue {
    /// Prints it as it was published.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let ask = |hotline: &Hotline| self.answer(screen, hotline);
        self.viewing.reading(&self.file, ask)
    }

    fn answer(&self, screen: &Screen, hotline: &Hotline) -> Outcome {
        let (year, number) = issues::number(&self.issue)?;
        let published = Edition::published(hotline, year, number)?;
        self.printing.print(screen, hotline, published, &format!("{year}-{number}"))
    }
}
