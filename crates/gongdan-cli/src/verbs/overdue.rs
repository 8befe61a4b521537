//! `gongdan overdue`: whose running limit had passed at a moment.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Filter, LimitOf, Page};

use super::ticket_list::TicketList;
use crate::exit::Outcome;
use crate::listed::{listed, word};
use crate::moments::cut_off;
use crate::screen::Screen;

/// At which moment, of which unit.
#[derive(Args, Debug)]
pub(crate) struct Overdue {
    /// The hotline's file
    file: PathBuf,
    /// The moment; a date means its end; now if left out
    #[arg(long, value_name = "MOMENT")]
    as_of: Option<String>,
    /// Whose limit it is (时限所属单位)
    #[arg(long)]
    unit: Option<String>,
    #[arg(long, value_name = "PROMISE", default_value = "late_now", help = listed("Which limit", LimitOf::ALL.iter().map(|each| (each.word(), each.term()))))]
    limit: String,
    #[command(flatten)]
    list: TicketList,
}

impl Overdue {
    /// Lists the tickets.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let filter = Filter::new().overdue_on(cut_off(self.as_of.as_deref())?);
        let filter = filter
            .limit_of(LimitOf::parse(&word(&self.limit)).map_err(|wrong| wrong.named("limit"))?);
        let filter = match self.unit {
            Some(unit) => filter.unit(unit),
            None => filter,
        };
        self.list.run(screen, &self.file, |hotline| hotline.find(&filter, Page::all()))
    }
}
