//! `gongdan show`: a ticket as it stands.

use std::path::PathBuf;

use clap::Args;

use super::open;
use crate::exit::{Exit, Outcome};
use crate::grid::Grid;
use crate::screen::Screen;
use crate::shown::{fields, object};
use crate::words;

/// Which ticket.
#[derive(Args, Debug)]
pub(crate) struct Show {
    /// The hotline's file
    file: PathBuf,
    /// The ticket's printed number, or its id
    number: String,
}

impl Show {
    /// Shows the ticket.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let ticket = open::ticket(&open::reading(&self.file)?, &self.number)?;
        let fields = fields(&ticket);
        if screen.json {
            screen.value(&object(&fields))?;
            return Ok(Exit::Done);
        }
        let mut grid = Grid::new().text(screen.word(words::FIELD)).text(screen.word(words::VALUE));
        for (name, term, shown) in &fields {
            let text = shown.text(screen.language);
            if !text.is_empty() {
                grid.row([format!("{term} {name}"), text]);
            }
        }
        screen.table(&grid)?;
        Ok(Exit::Done)
    }
}
