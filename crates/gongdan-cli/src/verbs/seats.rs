//! `gongdan seats`: what each seat took in, and what its inspected tickets were given (坐席受理量和质检得分).

use std::path::PathBuf;

use clap::Args;
use gongdan::{Fraction, Hotline, Period, Rounding, Seat};
use gongdan_lists::{OutCell, OutTable};
use serde_json::{Value, json};

use super::leaving::Leaving;
use super::viewing::Viewing;
use crate::exit::{Exit, Outcome};
use crate::grid::Grid;
use crate::moments::cut_off;
use crate::screen::Screen;
use crate::words;

/// Of which days.
#[derive(Args, Debug)]
pub(crate) struct Seats {
    /// The hotline's file
    file: PathBuf,
    /// The days of intake, for example 2020-09
    #[arg(long)]
    period: String,
    /// The cut-off: nothing later is seen; now if left out
    #[arg(long, value_name = "MOMENT")]
    as_of: Option<String>,
    #[command(flatten)]
    leaving: Leaving,
    #[command(flatten)]
    viewing: Viewing,
}

impl Seats {
    /// Lists the seats by name.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let ask = |hotline: &Hotline| self.answer(screen, hotline);
        self.viewing.reading(&self.file, ask)
    }

    fn answer(&self, screen: &Screen, hotline: &Hotline) -> Outcome {
        let (period, as_of) = (Period::parse(&self.period)?, cut_off(self.as_of.as_deref())?);
        let (seats, rounding) = (hotline.seats(&period, as_of)?, hotline.rounding(as_of)?);
        if let Some(out) = self.leaving.file() {
            return self.leaving.write(screen, out, &table(&seats, rounding));
        }
        if screen.json {
            let seats: Vec<Value> = seats.iter().map(|seat| json!(seat)).collect();
            screen.value(&json!({ "seats": seats }))?;
            return Ok(Exit::Done);
        }
        let mut grid = Grid::new().text(screen.word(words::SEAT));
        for pair in [words::TAKEN_IN, words::INSPECTED, words::GIVEN, words::MOST, words::RATE] {
            grid = grid.number(screen.word(pair));
        }
        for seat in &seats {
            let numbers = numbers(seat).map(|number| number.to_string());
            grid.row(
                [vec![seat.by.clone()], numbers.to_vec(), vec![rate(seat, rounding)]].concat(),
            );
        }
        screen.table(&grid)?;
        Ok(Exit::Done)
    }
}

fn numbers(seat: &Seat) -> [i64; 4] {
    [seat.accepted, seat.inspected, seat.inspection_points, seat.inspection_most]
}

fn rate(seat: &Seat, rounding: Rounding) -> String {
    let (numerator, denominator) = (seat.inspection_points, seat.inspection_most);
    Fraction { numerator, denominator }.percent(rounding)
}

fn table(seats: &[Seat], rounding: Rounding) -> OutTable<'_> {
    let mut table = OutTable::new([
        ("by", words::SEAT.0),
        ("accepted", words::TAKEN_IN.0),
        ("inspected", words::INSPECTED.0),
        ("inspection_points", words::GIVEN.0),
        ("inspection_most", words::MOST.0),
        ("inspection_rate", words::RATE.0),
    ]);
    for seat in seats {
        let numbers = numbers(seat).map(OutCell::Number).to_vec();
        let rate = OutCell::Printed(rate(seat, rounding).into());
        table.row([vec![OutCell::text(&seat.by)], numbers, vec![rate]].concat());
    }
    table
}
