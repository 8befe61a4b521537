//! `gongdan find`: tickets by what is known of them.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Filter, Page, Period, Result, Stage, TicketView, Tickets};
use serde_json::{Value, json};

use super::open;
use crate::args::{listed, word};
use crate::exit::{Exit, Failure, Outcome};
use crate::grid::{Grid, shortened};
use crate::screen::Screen;
use crate::shown::{Field, fields, object};
use crate::words;

/// The widest text shown in the table; `--json` has all of it.
const WIDEST: usize = 40;

/// What to look for.
#[derive(Args, Debug)]
pub(crate) struct Find {
    /// The hotline's file
    file: PathBuf,
    /// Led by this unit now (主办单位)
    #[arg(long)]
    unit: Option<String>,
    #[arg(long, help = listed("In this stage", Stage::ALL.iter().map(|stage| (stage.word(), stage.term()))))]
    stage: Vec<String>,
    /// Come by this channel (渠道)
    #[arg(long)]
    channel: Option<String>,
    /// In this category (问题分类)
    #[arg(long)]
    category: Option<String>,
    /// With this text in number, matter, appeal, result, answer or remark
    #[arg(long)]
    text: Option<String>,
    /// Taken in during this period
    #[arg(long, value_name = "PERIOD")]
    accepted: Option<String>,
    /// Not ended
    #[arg(long)]
    open: bool,
    /// That no unit takes (疑难)
    #[arg(long)]
    difficult: bool,
    /// Picked by an editor (典型案例)
    #[arg(long)]
    featured: bool,
    /// At most so many
    #[arg(long, default_value_t = 50)]
    limit: u64,
    /// After so many
    #[arg(long, default_value_t = 0)]
    offset: u64,
}

impl Find {
    /// Lists what is found.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let filter = self.filter()?;
        let hotline = open::reading(&self.file)?;
        let found = hotline.find(&filter, Page::after(self.offset, self.limit))?;
        print(screen, &found)
    }

    fn filter(&self) -> Result<Filter> {
        let mut filter = Filter::new();
        for stage in &self.stage {
            filter = filter.stage(Stage::parse(&word(stage))?);
        }
        if let Some(period) = &self.accepted {
            filter = filter.accepted(Period::parse(period)?);
        }
        let some = |filter: Filter, with: fn(Filter, String) -> Filter, name: &Option<String>| {
            name.clone().map_or(filter.clone(), |name| with(filter, name))
        };
        filter = some(filter, |filter, name| filter.unit(name), &self.unit);
        filter = some(filter, |filter, name| filter.channel(name), &self.channel);
        filter = some(filter, |filter, name| filter.category(name), &self.category);
        filter = some(filter, |filter, text| filter.text(text), &self.text);
        filter = if self.open { filter.open() } else { filter };
        filter = if self.difficult { filter.difficult() } else { filter };
        Ok(if self.featured { filter.featured() } else { filter })
    }
}

/// Prints a page of tickets.
pub(crate) fn print(screen: &Screen, found: &Tickets) -> Outcome {
    if screen.json {
        let tickets: Vec<Value> =
            found.tickets.iter().map(|ticket| object(&fields(ticket))).collect();
        screen.value(&json!({ "total": found.total, "tickets": tickets }))?;
        return Ok(Exit::Done);
    }
    table(screen, &found.tickets)?;
    let (total, shown) = (screen.word(words::FOUND), screen.word(words::SHOWN));
    screen.line(format_args!("{total} {}, {shown} {}", found.total, found.tickets.len()))?;
    Ok(Exit::Done)
}

/// The fields that a list shows.
const LISTED: &[&str] =
    &["number", "accepted_at", "stage", "channel", "category", "unit", "running_by", "matter"];

fn table(screen: &Screen, tickets: &[TicketView]) -> std::result::Result<(), Failure> {
    let mut grid = Grid::new();
    for (at, ticket) in tickets.iter().enumerate() {
        let fields: Vec<Field> =
            fields(ticket).into_iter().filter(|(name, ..)| LISTED.contains(name)).collect();
        if at == 0 {
            for (name, term, _) in &fields {
                grid = grid.text(screen.word((term, name)));
            }
        }
        grid.row(fields.iter().map(|(.., shown)| shortened(&shown.text(screen.language), WIDEST)));
    }
    if tickets.is_empty() { Ok(()) } else { screen.table(&grid) }
}
