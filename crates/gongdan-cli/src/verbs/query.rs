//! `gongdan query`: the analysts' door: one read-only SELECT on the documented views.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Datum, Hotline, Rows};
use gongdan_lists::{OutCell, OutTable};
use serde_json::{Value, json};

use super::leaving::Leaving;
use super::viewing::Viewing;
use crate::exit::{Exit, Failure, Outcome};
use crate::grid::Grid;
use crate::screen::Screen;

/// What is asked, and how much it may take.
#[derive(Args, Debug)]
pub(crate) struct Query {
    /// The hotline's file
    file: PathBuf,
    /// One SELECT on the views v1_tickets, v1_assignments, v1_events, v1_callbacks, v1_closures, v1_reworks, v1_supervisions, v1_contacts, v1_by_category, v1_by_unit, v1_by_channel
    /// or their Chinese namesakes
    sql: String,
    /// Stop after so many instructions of SQLite's virtual machine
    #[arg(long, default_value_t = 500_000_000)]
    steps: u64,
    #[command(flatten)]
    leaving: Leaving,
    #[command(flatten)]
    viewing: Viewing,
}

impl Query {
    /// Answers.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let ask = |hotline: &Hotline| self.answer(screen, hotline);
        self.viewing.reading(&self.file, ask)
    }

    fn answer(&self, screen: &Screen, hotline: &Hotline) -> Outcome {
        let rows = hotline.query(&self.sql, &[], self.steps)?;
        if let Some(out) = self.leaving.file() {
            let mut answer = OutTable::new(rows.columns.iter().map(|name| (name, name)));
            answer.rows =
                rows.rows.iter().map(|row| row.iter().map(OutCell::datum).collect()).collect();
            return self.leaving.write(screen, out, &answer);
        }
        if screen.json {
            let lines: Vec<Vec<Value>> =
                rows.rows.iter().map(|row| row.iter().map(value).collect()).collect();
            screen.value(&json!({ "columns": rows.columns, "rows": lines }))?;
        } else {
            table(screen, &rows)?;
        }
        Ok(Exit::Done)
    }
}

fn value(datum: &Datum) -> Value {
    match datum {
        Datum::Null => Value::Null,
        Datum::Integer(number) => json!(number),
        Datum::Real(number) => json!(number),
        Datum::Text(text) => json!(text),
    }
}

fn table(screen: &Screen, rows: &Rows) -> Result<(), Failure> {
    let is_text = |column: usize| {
        let mut cells = rows.rows.iter().filter_map(|row| row.get(column));
        cells.any(|datum| matches!(datum, Datum::Text(_)))
    };
    let columns = rows.columns.iter().enumerate();
    let mut grid = columns.fold(Grid::new(), |grid, (column, name)| match is_text(column) {
        true => grid.text(name),
        false => grid.number(name),
    });
    for row in &rows.rows {
        grid.row(row.iter().map(text));
    }
    screen.table(&grid)
}

fn text(datum: &Datum) -> String {
    match datum {
        Datum::Null => String::new(),
        Datum::Integer(number) => number.to_string(),
        Datum::Real(number) => number.to_string(),
        Datum::Text(text) => text.clone(),
    }
}
