//! `gongdan warnings`: the running limits of which a share has passed, and who is to be told (预警).

use std::path::PathBuf;

use clap::Args;
use gongdan::{Hotline, LimitWarning};
use gongdan_lists::{OutCell, OutTable};
use serde_json::{Value, json};

use super::explain::named;
use super::leaving::Leaving;
use super::viewing::Viewing;
use crate::exit::{Exit, Outcome};
use crate::grid::Grid;
use crate::moments::cut_off;
use crate::screen::Screen;
use crate::shown::stamped;
use crate::words;

/// At which moment.
#[derive(Args, Debug)]
pub(crate) struct Warnings {
    /// The hotline's file
    file: PathBuf,
    /// The moment; a date means its end; now if left out
    #[arg(long, value_name = "MOMENT")]
    as_of: Option<String>,
    #[command(flatten)]
    leaving: Leaving,
    #[command(flatten)]
    viewing: Viewing,
}

impl Warnings {
    /// Lists the limits, the first to end first.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let ask = |hotline: &Hotline| self.answer(screen, hotline);
        self.viewing.reading(&self.file, ask)
    }

    fn answer(&self, screen: &Screen, hotline: &Hotline) -> Outcome {
        let found = hotline.warnings(cut_off(self.as_of.as_deref())?)?;
        if let Some(out) = self.leaving.file() {
            return self.leaving.write(screen, out, &table(&found));
        }
        if screen.json {
            let warnings: Vec<Value> = found.iter().map(value).collect();
            screen.value(&json!({ "warnings": warnings }))?;
            return Ok(Exit::Done);
        }
        if !found.is_empty() {
            screen.table(&grid(screen, &found))?;
        }
        screen.line(format_args!("{} {}", screen.word(words::FOUND), found.len()))?;
        Ok(Exit::Done)
    }
}

fn grid(screen: &Screen, found: &[LimitWarning]) -> Grid {
    let word = |pair| screen.word(pair);
    let texts = [words::NUMBER, words::LIMIT, words::UNIT, words::UNTIL];
    let grid = texts.into_iter().fold(Grid::new(), |grid, pair| grid.text(word(pair)));
    let numbers = [words::SHARE, words::RUN, words::WHOLE];
    let mut grid = numbers.into_iter().fold(grid, |grid, pair| grid.number(word(pair)));
    for each in found {
        grid.row([
            each.number.clone(),
            word(named(each.promise)).to_owned(),
            each.unit.clone().unwrap_or_default(),
            each.by.to_string(),
            format!("{}%", each.share),
            each.run_minutes.to_string(),
            each.whole_minutes.to_string(),
        ]);
    }
    grid
}

fn table(found: &[LimitWarning]) -> OutTable<'_> {
    let mut table = OutTable::new([
        ("number", words::NUMBER.0),
        ("promise", words::LIMIT.0),
        ("unit", words::UNIT.0),
        ("from", words::FROM.0),
        ("by", words::UNTIL.0),
        ("share", words::SHARE.0),
        ("run_minutes", words::RUN.0),
        ("whole_minutes", words::WHOLE.0),
    ]);
    for each in found {
        table.row([
            OutCell::text(&each.number),
            OutCell::text(each.promise),
            OutCell::maybe(each.unit.as_deref()),
            OutCell::Moment(each.from),
            OutCell::Moment(each.by),
            OutCell::Number(i64::from(each.share)),
            OutCell::Number(each.run_minutes),
            OutCell::Number(each.whole_minutes),
        ]);
    }
    table
}

fn value(each: &LimitWarning) -> Value {
    json!({
        "id": each.ticket.0,
        "number": each.number,
        "promise": each.promise,
        "unit": each.unit,
        "from": stamped(each.from),
        "by": stamped(each.by),
        "share": each.share,
        "run_minutes": each.run_minutes,
        "whole_minutes": each.whole_minutes,
    })
}
