//! `gongdan publish`: freezes an issue's figures with the journal's head.

use std::path::PathBuf;

use clap::Args;
use gongdan::Hotline;
use gongdan_bulletin::{Bulletin, Format};

use super::bulletin::Asked;
use super::issues;
use crate::exit::{Exit, Outcome};
use crate::screen::Screen;
use crate::who::{Desk, Stamps};
use crate::words;

/// What is published, and who answers for it.
#[derive(Args, Debug)]
pub(crate) struct Publish {
    /// The hotline's file
    file: PathBuf,
    #[command(flatten)]
    asked: Asked,
    /// How it is laid out (版式): hengdong-2020, hengdong-2023, plain, quarter, or a folder with
    /// a format.toml and templates; as the county printed it in 2020 if left out
    #[arg(long, value_name = "NAME|DIR")]
    format: Option<String>,
    #[command(flatten)]
    desk: Desk,
    /// Who answers for figures that should agree and do not
    #[arg(long, value_name = "NAME")]
    answers_for: Option<String>,
    /// Work the issue out and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Publish {
    /// Publishes.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let edition = self.asked.numbered()?;
        let format = self.format.as_deref().map(Format::find).transpose()?;
        let edition = format.as_ref().map_or(edition.clone(), |format| format.of_issue(edition));
        let (year, number) = (edition.year, edition.number);
        let stamp = self.desk.stamp()?;
        let mut hotline = Hotline::open(&self.file)?;
        hotline.begin()?;
        let printed = (&edition, format.as_ref());
        let answers_for = self.answers_for.as_deref();
        let issue = Bulletin::publish(&mut hotline, &stamp, printed, answers_for)?;
        if self.dry_run {
            hotline.roll_back()?
        } else {
            hotline.commit()?
        }
        if screen.json {
            let mut object = issues::object(&issue);
            object["dry_run"] = self.dry_run.into();
            screen.value(&object)?;
            return Ok(Exit::Done);
        }
        let said = if self.dry_run { words::TRIED } else { words::IS_PUBLISHED };
        screen.line(format_args!("{} {}", issues::printed(year, number), screen.word(said)))?;
        let (head, published) = (screen.word(words::HEAD), &issue.published);
        screen.line(format_args!("{head}: {} {}", published.seen, published.head))?;
        Ok(Exit::Done)
    }
}
