//! `gongdan reveals`: who looked at whose data, when and why (查看记录).

use std::path::PathBuf;

use clap::Args;
use gongdan::{Exposure, Hotline, Period};
use gongdan_lists::{OutCell, OutTable};
use serde_json::{Value, json};

use super::leaving::Leaving;
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
    leaving: Leaving,
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
        if let Some(out) = self.leaving.file() {
            return self.leaving.write(screen, out, &table(&found));
        }
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

fn table(found: &[Exposure]) -> OutTable<'_> {
    let mut table = OutTable::new([
        ("seq", words::SEQ.0),
        ("at", words::AT.0),
        ("by", words::BY.0),
        ("number", words::NUMBER.0),
        ("reason", words::WHY.0),
    ]);
    for each in found {
        table.row([
            OutCell::Number(i64::try_from(each.seq).unwrap_or(i64::MAX)),
            OutCell::Moment(each.at),
            OutCell::text(&each.by),
            OutCell::text(&each.number),
            OutCell::maybe(each.reason.as_deref()),
        ]);
    }
    table
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
