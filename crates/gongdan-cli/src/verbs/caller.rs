//! `gongdan caller` and `reveal`: a ticket's caller masked, or in full.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Hotline, Viewer};
use serde_json::json;

use super::viewing::Viewing;
use super::{history, open};
use crate::exit::{Exit, Outcome};
use crate::grid::Grid;
use crate::screen::Screen;
use crate::who::Desk;
use crate::words::{self, Pair};

/// Which ticket.
#[derive(Args, Debug)]
pub(crate) struct Caller {
    /// The hotline's file
    file: PathBuf,
    /// The ticket's printed number, or its id
    number: String,
    #[command(flatten)]
    viewing: Viewing,
}

/// Which ticket, who looks, and why.
#[derive(Args, Debug)]
pub(crate) struct Reveal {
    /// The hotline's file
    file: PathBuf,
    /// The ticket's printed number, or its id
    number: String,
    /// The history instead, with the texts as they were typed (原文)
    #[arg(long)]
    texts: bool,
    /// Why (理由); it has to be given
    #[arg(long, default_value = "")]
    reason: String,
    /// On behalf of this unit, which is shown the telephone it has to ring; else the centre (承办单位)
    #[arg(long, value_name = "NAME")]
    unit: Option<String>,
    #[command(flatten)]
    who: Desk,
}

impl Caller {
    /// Shows the caller masked.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let caller = self.viewing.reading(&self.file, |hotline| {
            hotline.caller(open::ticket(hotline, &self.number)?.id)
        })?;
        if screen.json {
            screen.value(&json!({
                "name": caller.name,
                "has_phone": caller.has_phone,
                "has_address": caller.has_address,
                "erased": caller.erased,
                "withheld": caller.withheld,
            }))?;
            return Ok(Exit::Done);
        }
        let say = |said: bool, word| said.then(|| screen.word(word).to_owned());
        let known = |known| say(known, words::WITHHELD).or(say(caller.withheld, words::NOT_TOLD));
        let unnamed = say(caller.erased, words::ERASED).or(say(caller.withheld, words::NOT_TOLD));
        shown(
            screen,
            [
                (words::CALLER, caller.name.clone().or(unnamed)),
                (words::PHONE, known(caller.has_phone)),
                (words::ADDRESS, known(caller.has_address)),
            ],
        )
    }
}

impl Reveal {
    /// Shows the caller in full, and writes who saw it and why.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let stamp = self.who.stamp_for(self.unit.as_deref())?;
        let mut hotline = Hotline::open(&self.file)?;
        let find = |hotline: &Hotline| open::ticket(hotline, &self.number);
        let ticket = hotline.viewed_by(Viewer::from(&stamp)).ask(find)?;
        if self.texts {
            let entries = hotline.reveal_history(&stamp, ticket.id, &self.reason)?;
            return history::print(screen, &ticket, &entries);
        }
        let caller = hotline.reveal(&stamp, ticket.id, &self.reason)?;
        if screen.json {
            let (name, phone, address) = (caller.name, caller.phone, caller.address);
            screen.value(&json!({ "name": name, "phone": phone, "address": address }))?;
            return Ok(Exit::Done);
        }
        shown(
            screen,
            [
                (words::CALLER, caller.name),
                (words::PHONE, caller.phone),
                (words::ADDRESS, caller.address),
            ],
        )
    }
}

/// The parts that are there, one to a line.
fn shown(screen: &Screen, parts: [(Pair, Option<String>); 3]) -> Outcome {
    let mut grid = Grid::new().text(screen.word(words::FIELD)).text(screen.word(words::VALUE));
    for (name, value) in parts {
        if let Some(value) = value {
            grid.row([screen.word(name).to_owned(), value]);
        }
    }
    screen.table(&grid)?;
    Ok(Exit::Done)
}
