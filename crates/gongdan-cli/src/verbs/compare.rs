//! `gongdan compare`: an issue held against the file: what stands, and what differs today (更正).

use std::path::PathBuf;

use clap::Args;
use gongdan::{Compared, CorrectedFact, Correction, Hotline, TicketRef, Withheld};
use serde_json::{Value, json};

use super::issues;
use super::viewing::Viewing;
use crate::exit::{Exit, Failure, Outcome};
use crate::grid::Grid;
use crate::screen::Screen;
use crate::shown::stamped;
use crate::words;

/// Which issue.
#[derive(Args, Debug)]
pub(crate) struct Compare {
    /// The hotline's file
    file: PathBuf,
    /// The issue's year and number (期), for example 2020-9
    #[arg(long, value_name = "YEAR-NUMBER")]
    issue: String,
    #[command(flatten)]
    viewing: Viewing,
}

impl Compare {
    /// Compares; an issue that is not what was published is exit code 1.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let ask = |hotline: &Hotline| self.answer(screen, hotline);
        self.viewing.reading(&self.file, ask)
    }

    fn answer(&self, screen: &Screen, hotline: &Hotline) -> Outcome {
        let (year, number) = issues::number(&self.issue)?;
        let compared = hotline.compare(year, number)?;
        match screen.json {
            true => screen.value(&object(&compared))?,
            false => lines(screen, &compared)?,
        }
        Ok(if compared.intact { Exit::Done } else { Exit::Refused })
    }
}

fn object(compared: &Compared) -> Value {
    let corrections: Vec<Value> = compared.corrections.iter().map(correction).collect();
    json!({
        "issue": issues::object(&compared.issue),
        "intact": compared.intact,
        "corrections": corrections,
        "corrected": compared.corrected.iter().map(corrected).collect::<Vec<_>>(),
        "withheld": compared.withheld.iter().map(withheld).collect::<Vec<_>>(),
    })
}

fn correction(correction: &Correction) -> Value {
    json!({
        "by": correction.by,
        "key": correction.key,
        "figure": correction.count.word(),
        "printed": correction.printed,
        "today": correction.today,
        "appeared": numbers(&correction.appeared),
        "gone": numbers(&correction.gone),
    })
}

fn corrected(corrected: &CorrectedFact) -> Value {
    json!({
        "ticket": corrected.ticket.number,
        "fact": corrected.fact.word(),
        "from": stamped(corrected.from),
        "to": stamped(corrected.to),
        "at": stamped(corrected.at),
        "by": corrected.by,
    })
}

fn withheld(withheld: &Withheld) -> Value {
    json!({
        "ticket": withheld.ticket.number,
        "at": stamped(withheld.at),
        "by": withheld.by,
        "fields": withheld.fields.iter().map(|field| field.word()).collect::<Vec<_>>(),
    })
}

fn numbers(tickets: &[TicketRef]) -> Vec<&str> {
    tickets.iter().map(|ticket| ticket.number.as_str()).collect()
}

fn lines(screen: &Screen, compared: &Compared) -> Result<(), Failure> {
    let published = &compared.issue.published;
    let said = if compared.intact { words::INTACT } else { words::NOT_INTACT };
    let name = issues::printed(published.year, published.number);
    screen.line(format_args!("{name}: {}", screen.word(said)))?;
    let lost = !compared.corrected.is_empty() || !compared.withheld.is_empty();
    if compared.corrections.is_empty() && !lost {
        return screen.line(screen.word(words::NO_CORRECTIONS));
    }
    if !compared.corrections.is_empty() {
        figures(screen, compared)?;
    }
    compared.corrected.iter().try_for_each(|each| moments(screen, each))?;
    compared.withheld.iter().try_for_each(|each| texts(screen, each))
}

/// A fact that is shown at another moment than the issue saw it.
fn moments(screen: &Screen, corrected: &CorrectedFact) -> Result<(), Failure> {
    let CorrectedFact { ticket, fact, from, to, at, by, .. } = corrected;
    let (what, fact) =
        (screen.word(words::CORRECTED_SINCE), screen.word((fact.term(), fact.word())));
    screen.line(format_args!("{} {what}: {fact} {from} → {to} ({at}, {by})", ticket.number))
}

/// What the issue told of a ticket, and tells no longer.
fn texts(screen: &Screen, withheld: &Withheld) -> Result<(), Failure> {
    let fields = withheld.fields.iter().map(|field| screen.word((field.term(), field.word())));
    let fields: Vec<&str> = fields.collect();
    let what = match fields.is_empty() {
        true => screen.word(words::MADE_CONFIDENTIAL).to_owned(),
        false => format!("{}: {}", screen.word(words::ERASED_SINCE), fields.join(", ")),
    };
    let Withheld { ticket, at, by, .. } = withheld;
    screen.line(format_args!("{} {what} ({at}, {by})", ticket.number))
}

fn figures(screen: &Screen, compared: &Compared) -> Result<(), Failure> {
    let mut grid = Grid::new()
        .text(screen.word(words::TABLE))
        .text(screen.word(words::NAME))
        .text(screen.word(words::COUNT))
        .number(screen.word(words::PRINTED))
        .number(screen.word(words::TODAY))
        .text(screen.word(words::APPEARED))
        .text(screen.word(words::GONE));
    for each in &compared.corrections {
        grid.row([
            each.by.clone(),
            each.key.clone(),
            screen.word((each.count.term(), each.count.word())).to_owned(),
            each.printed.to_string(),
            each.today.to_string(),
            numbers(&each.appeared).join(" "),
            numbers(&each.gone).join(" "),
        ]);
    }
    screen.table(&grid)
}
