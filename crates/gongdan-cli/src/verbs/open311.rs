//! `gongdan open311`: tickets as Open311 service requests, for those who publish.

use std::path::PathBuf;

use clap::Args;
use gongdan::Filter;
use gongdan_lists::write_open311;

use super::leaving::written;
use super::viewing::Viewing;
use crate::exit::{Failure, Outcome};
use crate::screen::Screen;
use crate::told::Told;

/// Which tickets, and where they go.
#[derive(Args, Debug)]
pub(crate) struct Open311 {
    /// The hotline's file
    file: PathBuf,
    #[command(flatten)]
    filter: Told<Filter>,
    /// The file to write, as its name ends: .json or .csv
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Replace the file where one stands there
    #[arg(long)]
    overwrite: bool,
    #[command(flatten)]
    viewing: Viewing,
}

impl Open311 {
    /// Writes them.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let filter = self.filter.read()?;
        let rows = self.viewing.reading(&self.file, |hotline| {
            write_open311(hotline, &filter, &self.out, self.overwrite).map_err(Failure::from)
        })?;
        written(screen, &self.out, rows)
    }
}
