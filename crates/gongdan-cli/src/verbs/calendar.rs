//! `gongdan calendar`: the notices of holidays and make-up days, listed or loaded.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use gongdan::{DayKind, Hotline, Notice, OfficeCommand};
use serde_json::{Value, json};

use super::{open, receipt};
use crate::exit::{Exit, Outcome};
use crate::grid::Grid;
use crate::reading::text;
use crate::screen::Screen;
use crate::who::{Desk, Stamps};
use crate::words;

/// Which file, and whether to load.
#[derive(Args, Debug)]
pub(crate) struct Calendar {
    /// The hotline's file
    file: PathBuf,
    #[command(subcommand)]
    asked: Option<Asked>,
}

/// What is done to the calendar.
#[derive(Subcommand, Debug)]
enum Asked {
    /// Adopt the notices of a text; all or none
    Load(Load),
}

/// A text of notices.
#[derive(Args, Debug)]
struct Load {
    /// Lines notice,YEAR,PUBLISHED,SOURCE, then holiday,DATE,NAME and workday,DATE,NAME, in UTF-8
    /// or GB18030; - reads the input. The first notice of a year says how it is worked, a later one
    /// changes the days that it names
    csv: PathBuf,
    #[command(flatten)]
    desk: Desk,
    /// Print the events that would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Calendar {
    /// Lists or loads.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        match self.asked {
            Some(Asked::Load(load)) => load.run(screen, &self.file),
            None => list(screen, &self.file),
        }
    }
}

impl Load {
    fn run(self, screen: &Screen, file: &Path) -> Outcome {
        let stamp = self.desk.stamp()?;
        let notices = Notice::parse_all(&text(&self.csv)?)?;
        let mut hotline = Hotline::open(file)?;
        let commands = notices.into_iter().map(OfficeCommand::AdoptNotice).collect();
        receipt::run_office(screen, &mut hotline, &stamp, commands, self.dry_run)
    }
}

fn list(screen: &Screen, file: &Path) -> Outcome {
    let rules = open::reading(file)?.rulebook()?;
    let notices = rules.calendar.notices();
    if screen.json {
        let notices: Vec<Value> = notices.iter().map(notice).collect();
        screen.value(&json!({ "notices": notices }))?;
        return Ok(Exit::Done);
    }
    let mut grid = Grid::new()
        .number(screen.word(words::YEAR))
        .text(screen.word(words::PUBLISHED))
        .number(screen.word(words::HOLIDAYS))
        .number(screen.word(words::WORKDAYS))
        .text(screen.word(words::SOURCE));
    for notice in notices {
        grid.row([
            notice.year.to_string(),
            notice.published.to_string(),
            days(notice, DayKind::Holiday).to_string(),
            days(notice, DayKind::Workday).to_string(),
            notice.source.clone(),
        ]);
    }
    screen.table(&grid)?;
    Ok(Exit::Done)
}

fn notice(notice: &Notice) -> Value {
    json!({
        "year": notice.year,
        "published": notice.published.to_string(),
        "source": notice.source,
        "holidays": days(notice, DayKind::Holiday),
        "workdays": days(notice, DayKind::Workday),
    })
}

fn days(notice: &Notice, kind: DayKind) -> usize {
    notice.days.iter().filter(|day| day.kind == kind).count()
}
