//! `gongdan queue`: what waits for somebody at a moment (待办).

use std::path::PathBuf;

use clap::Args;
use gongdan::{Filter, Page, Queue as Waiting};

use super::ticket_list::TicketList;
use crate::exit::Outcome;
use crate::listed::{listed, word};
use crate::moments::cut_off;
use crate::screen::Screen;

/// Which queue, at which moment, of which unit.
#[derive(Args, Debug)]
pub(crate) struct Queue {
    /// The hotline's file
    file: PathBuf,
    #[arg(value_name = "QUEUE", help = listed("What waits", Waiting::ALL.iter().map(|each| (each.word(), each.term()))))]
    queue: String,
    /// The moment; a date means its end; now if left out
    #[arg(long, value_name = "MOMENT")]
    as_of: Option<String>,
    /// Whose sign-off it is; in the other queues, who leads (签收单位或主办单位)
    #[arg(long)]
    unit: Option<String>,
    #[command(flatten)]
    list: TicketList,
}

impl Queue {
    /// Lists the tickets.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let filter = Filter::new().queue(Waiting::parse(&word(&self.queue))?);
        let filter = filter.as_of(cut_off(self.as_of.as_deref())?);
        let filter = match self.unit {
            Some(unit) => filter.unit(unit),
            None => filter,
        };
        self.list.run(screen, &self.file, |hotline| hotline.find(&filter, Page::all()))
    }
}
