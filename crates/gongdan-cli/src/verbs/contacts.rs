//! `gongdan contacts`: calls and letters that reached the centre, counted apart from tickets.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Hotline, OfficeCommand, parse_day};

use super::receipt;
use crate::exit::Outcome;
use crate::screen::Screen;
use crate::who::{Desk, Stamps};

/// How many, by which channel, on which day.
#[derive(Args, Debug)]
pub(crate) struct Contacts {
    /// The hotline's file
    file: PathBuf,
    /// The channel (渠道)
    #[arg(long)]
    channel: String,
    /// The day, YYYY-MM-DD
    #[arg(long)]
    day: String,
    /// How many more; a negative count corrects an earlier one
    #[arg(long, allow_hyphen_values = true)]
    count: i64,
    #[command(flatten)]
    desk: Desk,
    /// Print the events that would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Contacts {
    /// Counts them.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let stamp = self.desk.stamp()?;
        let day = parse_day("day", &self.day)?;
        let command =
            OfficeCommand::RecordContacts { channel: self.channel, day, count: self.count };
        let mut hotline = Hotline::open(&self.file)?;
        receipt::run_office(screen, &mut hotline, &stamp, vec![command], self.dry_run)
    }
}
