//! `gongdan show`: a ticket as it stands.

use std::path::PathBuf;

use clap::Args;
use gongdan::Hotline;

use super::open;
use super::viewing::Viewing;
use crate::exit::{Exit, Outcome};
use crate::grid::Grid;
use crate::screen::Screen;
use crate::shown;
use crate::words;

/// Which ticket.
#[derive(Args, Debug)]
pub(crate) struct Show {
    /// The hotline's file
    file: PathBuf,
    /// The ticket's printed number, or its id
    number: String,
    #[command(flatten)]
    viewing: Viewing,
}

impl Show {
    /// Shows the ticket.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let find = |hotline: &Hotline| open::ticket(hotline, &self.number);
        let ticket = self.viewing.reading(&self.file, find)?;
        if screen.json {
            screen.value(&shown::ticket(&ticket))?;
            return Ok(Exit::Done);
        }
        let mut grid = Grid::new().text(screen.word(words::FIELD)).text(screen.word(words::VALUE));
        for (field, value) in ticket.values() {
            let text = shown::text(&value, screen.language);
            if !text.is_empty() {
                grid.row([format!("{} {}", field.heading, field.name), text]);
            }
        }
        screen.table(&grid)?;
        Ok(Exit::Done)
    }
}
