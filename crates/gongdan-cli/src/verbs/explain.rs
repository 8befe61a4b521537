//! `gongdan explain`: a ticket's running limits, day by day, with the notice that decides.

use std::path::PathBuf;

use clap::Args;
use gongdan::{EventKind, Explained, LimitMove, TicketView, wording};
use serde_json::{Value, json};

use super::open;
use super::viewing::Viewing;
use crate::exit::{Exit, Failure, Outcome};
use crate::grid::Grid;
use crate::screen::Screen;
use crate::shown::stamped;
use crate::words;

/// Which ticket.
#[derive(Args, Debug)]
pub(crate) struct Explain {
    /// The hotline's file
    file: PathBuf,
    /// The ticket's printed number, or its id
    number: String,
    #[command(flatten)]
    viewing: Viewing,
}

impl Explain {
    /// Explains each promise.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let (ticket, promises) = self.viewing.reading(&self.file, |hotline| {
            let ticket = open::ticket(hotline, &self.number)?;
            let promises = hotline.explain(ticket.id)?;
            Ok::<_, Failure>((ticket, promises))
        })?;
        match screen.json {
            true => screen.value(&explained(screen, &ticket, &promises))?,
            false if promises.is_empty() => screen.line(screen.word(words::NO_PROMISE))?,
            false => promises.iter().try_for_each(|promise| table(screen, promise))?,
        }
        Ok(Exit::Done)
    }
}

fn explained(screen: &Screen, ticket: &TicketView, promises: &[Explained]) -> Value {
    let promises: Vec<Value> = promises.iter().map(|each| promise(screen, each)).collect();
    json!({ "id": ticket.id.0, "number": ticket.number, "promises": promises })
}

fn promise(screen: &Screen, promise: &Explained) -> Value {
    let days: Vec<Value> = promise
        .days
        .iter()
        .map(|line| {
            json!({
                "day": line.day.to_string(),
                "ordinal": line.ordinal,
                "counted_ms": line.counted_ms,
                "why": wording::why(&line.why, screen.language),
                "source": line.source,
            })
        })
        .collect();
    json!({
        "promise": promise.promise,
        "unit": promise.unit,
        "from": stamped(promise.from),
        "limit": wording::limit(promise.limit, screen.language),
        "calendar": promise.calendar,
        "first_by": stamped(promise.first_by),
        "by": stamped(promise.by),
        "held_since": promise.held_since.map(stamped),
        "moves": promise.moves.iter().map(moved).collect::<Vec<_>>(),
        "days": days,
    })
}

fn moved(each: &LimitMove) -> Value {
    json!({ "event": each.event, "at": stamped(each.at), "by": stamped(each.by) })
}

/// What moved it, a line each, and since when it is held.
fn moves(screen: &Screen, promise: &Explained) -> Result<(), Failure> {
    for LimitMove { event, at, by, .. } in &promise.moves {
        let kind = EventKind::ALL.iter().find(|kind| kind.word() == *event);
        let event = kind.map_or(*event, |kind| screen.word((kind.term(), kind.word())));
        screen.line(format_args!("  {at} {event}: {} {by}", screen.word(words::UNTIL)))?;
    }
    match promise.held_since {
        Some(since) => screen.line(format_args!("  {} {since}", screen.word(words::HELD_SINCE))),
        None => Ok(()),
    }
}

/// A promise as people call it.
pub(super) fn named(promise: &str) -> words::Pair {
    match promise {
        "sign_off" => words::SIGN_OFF,
        "handle" => words::HANDLE,
        "report" => words::REPORT,
        "rework" => words::REWORK,
        _ => words::CITIZENS,
    }
}

fn table(screen: &Screen, promise: &Explained) -> Result<(), Failure> {
    let word = |pair| screen.word(pair);
    let name = named(promise.promise);
    let limit = wording::limit(promise.limit, screen.language);
    let (from, by) = (promise.from, promise.by);
    let unit = promise.unit.as_ref().map_or_else(String::new, |unit| format!(" {unit}"));
    let head = format!("{}{unit}: {} {limit}", word(name), word(words::LIMIT));
    let ends = format!("{} {from}, {} {by}", word(words::FROM), word(words::UNTIL));
    let moved = match promise.first_by == by {
        true => String::new(),
        false => format!(" ({} {})", word(words::FIRST_BY), promise.first_by),
    };
    screen.line(format_args!("{head}; {ends}{moved}"))?;
    moves(screen, promise)?;
    let mut grid = Grid::new()
        .text(word(words::DAY))
        .number(word(words::COUNTED))
        .text(word(words::WHY))
        .text(word(words::SOURCE));
    for line in &promise.days {
        grid.row([
            line.day.to_string(),
            line.ordinal.map_or_else(String::new, |ordinal| ordinal.to_string()),
            wording::why(&line.why, screen.language),
            line.source.clone(),
        ]);
    }
    screen.table(&grid)
}
