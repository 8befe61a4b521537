//! `gongdan find`: tickets by what is known of them.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Filter, Page};

use super::ticket_list::TicketList;
use crate::exit::Outcome;
use crate::screen::Screen;
use crate::told::Told;

/// How many a page has where nobody says.
const A_PAGE: u64 = 50;

/// What to look for, and which page.
#[derive(Args, Debug)]
pub(crate) struct Find {
    /// The hotline's file
    file: PathBuf,
    #[command(flatten)]
    filter: Told<Filter>,
    /// At most so many; if left out 50, and with --out all
    #[arg(long)]
    limit: Option<u64>,
    /// After so many
    #[arg(long)]
    offset: Option<u64>,
    #[command(flatten)]
    list: TicketList,
}

impl Find {
    /// Lists what is found.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let filter = self.filter.read()?;
        let all = self.limit.is_none() && self.offset.is_none();
        if all && self.list.leaves_whole(&filter) {
            return self.list.whole(screen, &self.file, &filter);
        }
        let page = match (self.limit, self.list.leaves()) {
            (None, true) => Page::after(self.offset.unwrap_or(0), i64::MAX as u64),
            (limit, _) => Page::after(self.offset.unwrap_or(0), limit.unwrap_or(A_PAGE)),
        };
        self.list.run(screen, &self.file, |hotline| hotline.find(&filter, page))
    }
}
