//! `gongdan retention`: whose data has been kept for long enough (保存期限届满).

use std::path::PathBuf;

use clap::Args;
use gongdan::{Expired, Hotline};
use gongdan_lists::{OutCell, OutTable};
use serde_json::{Value, json};

use super::leaving::Leaving;
use super::viewing::Viewing;
use crate::exit::{Exit, Outcome};
use crate::grid::Grid;
use crate::moments::cut_off;
use crate::screen::Screen;
use crate::shown::stamped;
use crate::words;

/// Kept for how long, at which moment.
#[derive(Args, Debug)]
pub(crate) struct Retention {
    /// The hotline's file
    file: PathBuf,
    /// How many months texts are kept after a ticket's end (保存期限)
    #[arg(long, value_name = "NUMBER")]
    months: u32,
    /// The moment; a date means its end; now if left out
    #[arg(long, value_name = "MOMENT")]
    as_of: Option<String>,
    #[command(flatten)]
    leaving: Leaving,
    #[command(flatten)]
    viewing: Viewing,
}

impl Retention {
    /// Lists the tickets that may be erased.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let ask = |hotline: &Hotline| self.answer(screen, hotline);
        self.viewing.reading(&self.file, ask)
    }

    fn answer(&self, screen: &Screen, hotline: &Hotline) -> Outcome {
        let as_of = cut_off(self.as_of.as_deref())?;
        let expired = hotline.retention(as_of, self.months)?;
        if let Some(out) = self.leaving.file() {
            return self.leaving.write(screen, out, &table(&expired));
        }
        if screen.json {
            let tickets: Vec<Value> = expired.iter().map(value).collect();
            screen.value(&json!({ "tickets": tickets }))?;
            return Ok(Exit::Done);
        }
        let headings = [words::NUMBER, words::ENDED_AT, words::ERASABLE_FROM];
        let mut grid = headings.into_iter().fold(Grid::new(), |g, pair| g.text(screen.word(pair)));
        for each in &expired {
            grid.row([each.number.clone(), stamped(each.ended_at), each.erasable_from.to_string()]);
        }
        if !expired.is_empty() {
            screen.table(&grid)?;
        }
        screen.line(format_args!("{} {}", screen.word(words::FOUND), expired.len()))?;
        Ok(Exit::Done)
    }
}

fn table(expired: &[Expired]) -> OutTable<'_> {
    let mut table = OutTable::new([
        ("number", words::NUMBER.0),
        ("ended_at", words::ENDED_AT.0),
        ("erasable_from", words::ERASABLE_FROM.0),
    ]);
    for each in expired {
        let (ended, from) = (OutCell::Moment(each.ended_at), OutCell::Day(each.erasable_from));
        table.row([OutCell::text(&each.number), ended, from]);
    }
    table
}

fn value(each: &Expired) -> Value {
    json!({
        "id": each.ticket.0,
        "number": each.number,
        "ended_at": stamped(each.ended_at),
        "erasable_from": each.erasable_from.to_string(),
    })
}
