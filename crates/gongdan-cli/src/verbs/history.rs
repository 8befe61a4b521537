//! `gongdan history`: what happened to a ticket, in order, without the caller's data.

use std::path::PathBuf;

use clap::Args;
use gongdan::{HistoryEntry, TicketView};
use serde_json::{Value, json};

use super::open;
use crate::exit::{Exit, Failure, Outcome};
use crate::grid::{Grid, shortened};
use crate::screen::Screen;
use crate::shown::stamped;
use crate::words;

/// The widest text shown in the table; `--json` has all of it.
const WIDEST: usize = 60;

/// Which ticket.
#[derive(Args, Debug)]
pub(crate) struct History {
    /// The hotline's file
    file: PathBuf,
    /// The ticket's printed number, or its id
    number: String,
}

impl History {
    /// Lists the events.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let hotline = open::reading(&self.file)?;
        let ticket = open::ticket(&hotline, &self.number)?;
        let entries = hotline.history(ticket.id)?;
        print(screen, &ticket, &entries)
    }
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
    entries.iter().map(event).collect()
}

fn event(entry: &HistoryEntry) -> Value {
    let texts: Vec<Value> = entry
        .texts
        .iter()
        .map(|text| json!({ "field": text.field.word(), "content": text.content }))
        .collect();
    json!({
        "seq": entry.seq,
        "at": stamped(entry.at),
        "by": entry.by,
        "role": entry.role.word(),
        "acting_unit": entry.acting_unit,
        "unit": entry.unit,
        "event": entry.event.word(),
        "late": entry.late,
        "texts": texts,
    })
}

fn table(screen: &Screen, entries: &[HistoryEntry]) -> Result<(), Failure> {
    let word = |pair| screen.word(pair);
    let mut grid = Grid::new()
        .number(word(words::SEQ))
        .text(word(words::AT))
        .text(word(words::EVENT))
        .text(word(words::BY))
        .text(word(words::ROLE))
        .text(word(words::UNIT))
        .text(word(words::LATE))
        .text(word(words::TEXTS));
    for entry in entries {
        let unit = entry.unit.as_ref().or(entry.acting_unit.as_ref());
        let late = if entry.late { word(words::YES) } else { "" };
        grid.row([
            entry.seq.to_string(),
            entry.at.to_string(),
            word((entry.event.term(), entry.event.word())).to_owned(),
            entry.by.clone(),
            word((entry.role.term(), entry.role.word())).to_owned(),
            unit.cloned().unwrap_or_default(),
            late.to_owned(),
            texts(screen, entry),
        ]);
    }
    screen.table(&grid)
}

fn texts(screen: &Screen, entry: &HistoryEntry) -> String {
    let text = |text: &gongdan::TicketText| {
        format!("{}: {}", screen.word((text.field.term(), text.field.word())), text.content)
    };
    let all: Vec<String> = entry.texts.iter().map(text).collect();
    shortened(&all.join(" "), WIDEST)
}
