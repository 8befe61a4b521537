//! `gongdan history`: what happened to a ticket, in order, without the caller's data.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Class, Field, HistoryEntry, TicketView};
use gongdan_lists::{OutCell, OutTable};
use serde_json::{Value, json};

use super::leaving::Leaving;
use super::open;
use super::viewing::Viewing;
use crate::exit::{Exit, Failure, Outcome};
use crate::screen::Screen;
use crate::shown;

/// The widest text shown in the table; `--json` has all of it.
const WIDEST: usize = 60;

/// Which ticket.
#[derive(Args, Debug)]
pub(crate) struct History {
    /// The hotline's file
    file: PathBuf,
    /// The ticket's printed number, or its id
    number: String,
    #[command(flatten)]
    leaving: Leaving,
    #[command(flatten)]
    viewing: Viewing,
}

impl History {
    /// Lists the events.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        self.leaving.ensure_free()?;
        self.viewing.reading(&self.file, |hotline| {
            let ticket = open::ticket(hotline, &self.number)?;
            let entries = hotline.history(ticket.id)?;
            match self.leaving.file() {
                Some(out) => self.leaving.write(screen, out, &left(&entries)),
                None => print(screen, &ticket, &entries),
            }
        })
    }
}

/// The events as a list that leaves: without the texts, which are personal.
fn left(entries: &[HistoryEntry]) -> OutTable<'_> {
    let plain = |field: &&Field| field.class < Class::Personal;
    let fields = HistoryEntry::fields().filter(plain);
    let mut table = OutTable::new(fields.map(|field| (field.name, field.heading)));
    for entry in entries {
        let values = entry.values().filter(|(field, _)| plain(field));
        table.row(values.map(|(field, shown)| OutCell::shown(field, shown)));
    }
    table
}

/// Prints a ticket's history.
pub(super) fn print(screen: &Screen, ticket: &TicketView, entries: &[HistoryEntry]) -> Outcome {
    match screen.json {
        true => screen.value(&history(ticket, entries))?,
        false => table(screen, entries)?,
    }
    Ok(Exit::Done)
}

fn history(ticket: &TicketView, entries: &[HistoryEntry]) -> Value {
    json!({ "id": ticket.id.0, "number": ticket.number, "events": events(entries) })
}

/// Events for programs.
pub(super) fn events(entries: &[HistoryEntry]) -> Vec<Value> {
    entries.iter().map(|entry| shown::object(entry.values())).collect()
}

fn table(screen: &Screen, entries: &[HistoryEntry]) -> Result<(), Failure> {
    let rows: Vec<Vec<_>> = entries.iter().map(|entry| entry.values().collect()).collect();
    let said =
        |at: &usize| rows.iter().any(|row| !shown::text(&row[*at].1, screen.language).is_empty());
    let columns: Vec<usize> = (0..HistoryEntry::fields().count()).filter(said).collect();
    let rows = rows.iter().map(|row| columns.iter().map(|at| row[*at]).collect());
    screen.table(&shown::grid(rows.collect(), screen.language, WIDEST))
}
