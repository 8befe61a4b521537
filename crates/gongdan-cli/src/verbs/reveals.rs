//! `gongdan reveals`: who looked at whose data, when and why (查看记录).

use std::path::PathBuf;

use clap::Args;
use gongdan::{Exposure, Hotline, Period};
use serde_json::{Value, json};

use super::viewing::Viewing;
use crate::exit::{Exit, Outcome};
use crate::grid::{Grid, shortened};
use crate::screen::Screen;
use crate::shown::stamped;
use crate::words;

/// The widest reason shown in the table; `--json` has all of it.
const WIDEST: usize = 40;

/// Whose looks, and when.
#[derive(Args, Debug)]
pub(crate) struct Reveals {
    /// The hotline's file
    file: PathBuf,
    /// During this period
    #[arg(long, value_name = "PERIOD")]
    period: String,
    /// By this person only (经办人)
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    #[command(flatten)]
    viewing: Viewing,
}

impl Reveals {
    /// Lists the looks, in the order of the journal.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let ask = |hotline: &Hotline| self.answer(screen, hotline);
        self.viewing.reading(&self.file, ask)
    }

    fn answer(&self, screen: &Screen, hotline: &Hotline) -> Outcome {
        let period = Period::parse(&self.period)?;
        let found = hotline.reveals(self.by.as_deref(), &period)?;
        if screen.json {
            let reveals: Vec<Value> = found.iter().map(value).collect();
            screen.value(&json!({ "reveals": reveals }))?;
            return Ok(Exit::Done);
        }
        let headings = [words::AT, words::BY, words::NUMBER, words::WHY];
        let mut grid = headings.into_iter().fold(Grid::new(), |g, pair| g.text(screen.word(pair)));
        for each in &found {
            let erased = || screen.word(words::ERASED).to_owned();
            let why = each.reason.clone().map_or_else(erased, |why| shortened(&why, WIDEST));
            grid.row([stamped(each.at), each.by.clone(), each.number.clone(), why]);
        }
        if !found.is_empty() {
            screen.table(&grid)?;
        }
        screen.line(format_args!("{} {}", screen.word(words::FOUND), found.len()))?;
        Ok(Exit::Done)
    }
}

fn value(each: &Exposure) -> Value {
    json!({
        "seq": each.seq,
        "at": stamped(each.at),
        "by": each.by,
        "role": each.role.word(),
        "id": each.ticket.0,
        "number": each.number,
        "reason": each.reason,
    })
}
