//! `gongdan due`: whose running limit ends soon, and has not passed yet (即将到期).

use std::path::PathBuf;

use clap::Args;
use gongdan::{Filter, LimitOf, Page};

use super::ticket_list::TicketList;
use crate::exit::Outcome;
use crate::limit;
use crate::listed::{listed, word};
use crate::moments::cut_off;
use crate::screen::Screen;

/// Within which time, from which moment, of which unit.
#[derive(Args, Debug)]
pub(crate) struct Due {
    /// The hotline's file
    file: PathBuf,
    #[arg(long, value_name = "HOURS", default_value = "8", help = format!("Within so many working hours; or with a letter: {}", limit::LIMITS))]
    within: String,
    /// From this moment on, in Beijing time; now if left out
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

impl Due {
    /// Lists the tickets.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let from = cut_off(self.as_of.as_deref())?;
        let bare = self.within.chars().all(|c| c.is_ascii_digit());
        let within = if bare { format!("{}wh", self.within) } else { self.within };
        let within = limit::limit("within", &within)?;
        let filter = Filter::new().due_from(from).as_of(from);
        let filter = filter
            .limit_of(LimitOf::parse(&word(&self.limit)).map_err(|wrong| wrong.named("limit"))?);
        let filter = match self.unit {
            Some(unit) => filter.unit(unit),
            None => filter,
        };
        self.list.run(screen, &self.file, |hotline| {
            let until = hotline.end_of(within, from)?;
            hotline.find(&filter.due_by(until), Page::all())
        })
    }
}
