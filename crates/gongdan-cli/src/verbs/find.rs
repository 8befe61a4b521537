//! `gongdan find`: tickets by what is known of them.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Field, Filter, Page, Shown, TicketView, Tickets};
use serde_json::{Value, json};

use super::viewing::Viewing;
use crate::exit::{Exit, Failure, Outcome};
use crate::screen::Screen;
use crate::shown;
use crate::told::Told;
use crate::words;

/// The widest text shown in the table; `--json` has all of it.
const WIDEST: usize = 40;

/// What to look for, and which page.
#[derive(Args, Debug)]
pub(crate) struct Find {
    /// The hotline's file
    file: PathBuf,
    #[command(flatten)]
    filter: Told<Filter>,
    /// At most so many
    #[arg(long, default_value_t = 50)]
    limit: u64,
    /// After so many
    #[arg(long, default_value_t = 0)]
    offset: u64,
    #[command(flatten)]
    viewing: Viewing,
}

impl Find {
    /// Lists what is found.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let filter = self.filter.read()?;
        let page = Page::after(self.offset, self.limit);
        let found = self.viewing.reading(&self.file, |hotline| hotline.find(&filter, page))?;
        print(screen, &found)
    }
}

/// Prints a page of tickets.
pub(crate) fn print(screen: &Screen, found: &Tickets) -> Outcome {
    if screen.json {
        let tickets: Vec<Value> = found.tickets.iter().map(shown::ticket).collect();
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
    let listed = |(field, _): &(&Field, Shown<'_>)| LISTED.contains(&field.name);
    let rows = tickets.iter().map(|ticket| ticket.values().filter(listed).collect());
    match tickets.is_empty() {
        true => Ok(()),
        false => screen.table(&shown::grid(rows.collect(), screen.language, WIDEST)),
    }
}
