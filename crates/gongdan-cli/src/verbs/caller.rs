//! `gongdan caller`, `reveal` and `erase`: a ticket's caller masked, in full, or no more.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Hotline, Subject};
use serde_json::json;

use super::open;
use super::ticket_args::Reason;
use crate::exit::{Exit, Outcome};
use crate::grid::Grid;
use crate::screen::Screen;
use crate::who::{Desk, Stamps};
use crate::words::{self, Pair};

/// Which ticket.
#[derive(Args, Debug)]
pub(crate) struct Caller {
    /// The hotline's file
    file: PathBuf,
    /// The ticket's printed number, or its id
    number: String,
}

/// Which ticket, who looks, and why.
#[derive(Args, Debug)]
pub(crate) struct Reveal {
    #[command(flatten)]
    ticket: Caller,
    #[command(flatten)]
    why: Reason,
    #[command(flatten)]
    who: Desk,
}

/// Whom, by whose order, and why.
#[derive(Args, Debug)]
pub(crate) struct Erase {
    /// The hotline's file
    file: PathBuf,
    /// The ticket's printed number, or its id
    #[arg(required_unless_present = "phone")]
    number: Option<String>,
    /// Every ticket of this telephone number instead (联系电话)
    #[arg(long, value_name = "NUMBER", conflicts_with = "number")]
    phone: Option<String>,
    #[command(flatten)]
    why: Reason,
    #[command(flatten)]
    who: Desk,
}

impl Caller {
    /// Shows the caller masked.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let hotline = open::reading(&self.file)?;
        let caller = hotline.caller(open::ticket(&hotline, &self.number)?.id)?;
        if screen.json {
            screen.value(&json!({
                "name": caller.name,
                "has_phone": caller.has_phone,
                "has_address": caller.has_address,
                "erased": caller.erased,
            }))?;
            return Ok(Exit::Done);
        }
        let known = |known: bool| known.then(|| screen.word(words::WITHHELD).to_owned());
        let erased = caller.erased.then(|| screen.word(words::ERASED).to_owned());
        shown(
            screen,
            [
                (words::CALLER, caller.name.or(erased)),
                (words::PHONE, known(caller.has_phone)),
                (words::ADDRESS, known(caller.has_address)),
            ],
        )
    }
}

impl Reveal {
    /// Shows the caller in full, and writes who saw it and why.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let stamp = self.who.stamp()?;
        let mut hotline = Hotline::open(&self.ticket.file)?;
        let id = open::ticket(&hotline, &self.ticket.number)?.id;
        let caller = hotline.reveal(&stamp, id, &self.why.reason)?;
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

impl Erase {
    /// Erases the texts; exit code 1 when the log could not be emptied yet.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let stamp = self.who.stamp()?;
        let mut hotline = Hotline::open(&self.file)?;
        let subject = match (&self.number, self.phone) {
            (_, Some(phone)) => Subject::Phone(phone),
            (number, None) => {
                let number = number.as_deref().unwrap_or_default();
                Subject::Ticket(open::ticket(&hotline, number)?.id)
            }
        };
        let erasure = hotline.erase(&stamp, &subject, &self.why.reason)?;
        let tickets: Vec<i64> = erasure.tickets.iter().map(|id| id.0).collect();
        if screen.json {
            let (texts, log) = (erasure.texts, erasure.log_emptied);
            screen.value(&json!({ "tickets": tickets, "texts": texts, "log_emptied": log }))?;
        } else {
            let (of, texts) = (screen.word(words::TICKETS), screen.word(words::TEXTS));
            let erased = screen.word(words::ERASED);
            let count = tickets.len();
            screen.line(format_args!("{erased}: {of} {count}, {texts} {}", erasure.texts))?;
        }
        Ok(if erasure.log_emptied { Exit::Done } else { Exit::Refused })
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
