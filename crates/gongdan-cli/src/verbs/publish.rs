//! `gongdan publish`: freezes an issue's figures with the journal's head.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Hotline, NewIssue, Period};

use super::issues;
use crate::exit::{Exit, Outcome};
use crate::moments::cut_off;
use crate::screen::Screen;
use crate::who::{Desk, Stamps};
use crate::words;

/// What is published, and who answers for it.
#[derive(Args, Debug)]
pub(crate) struct Publish {
    /// The hotline's file
    file: PathBuf,
    /// The issue's year and number (期), for example 2020-9
    #[arg(long, value_name = "YEAR-NUMBER")]
    issue: String,
    /// The days it is about, for example 2020-09
    #[arg(long)]
    period: String,
    /// The cut-off: nothing later is seen; a date means its end; now if left out
    #[arg(long, value_name = "MOMENT")]
    as_of: Option<String>,
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
        let (year, number) = issues::number(&self.issue)?;
        let new = NewIssue {
            year,
            number,
            period: Period::parse(&self.period)?,
            as_of: cut_off(self.as_of.as_deref())?,
            answers_for: self.answers_for,
        };
        let stamp = self.desk.stamp()?;
        let mut hotline = Hotline::open(&self.file)?;
        hotline.begin()?;
        let issue = hotline.publish(&stamp, &new)?;
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
