//! `gongdan account`: the carry-over account of a period (结转), by ticket.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Account, Hotline, Period, Result, TicketId};
use gongdan_lists::{OutCell, OutTable};
use serde_json::{Map, Value, json};

use super::leaving::Leaving;
use super::viewing::Viewing;
use crate::exit::{Exit, Failure, Outcome};
use crate::grid::Grid;
use crate::moments::cut_off;
use crate::screen::Screen;
use crate::shown::stamped;
use crate::words::{self, Pair};

/// Which period.
#[derive(Args, Debug)]
pub(crate) struct Carried {
    /// The hotline's file
    file: PathBuf,
    /// The days it is about, for example 2020-09
    #[arg(long)]
    period: String,
    /// The cut-off, where it comes before the period's end; now if left out
    #[arg(long, value_name = "MOMENT")]
    as_of: Option<String>,
    /// List the tickets, too
    #[arg(long)]
    tickets: bool,
    #[command(flatten)]
    leaving: Leaving,
    #[command(flatten)]
    viewing: Viewing,
}

/// The lines of the account with their names: what comes in, then what goes out.
const LINES: [(&str, Pair); 5] = [
    ("opening", words::OPENING),
    ("taken_in", words::TAKEN_IN),
    ("reopened", words::REOPENED),
    ("ended", words::ENDED),
    ("carried_out", words::CARRIED_OUT),
];

fn lines(account: &Account) -> [&[TicketId]; 5] {
    let Account { opening, taken_in, reopened, ended, carried_out, .. } = account;
    [opening, taken_in, reopened, ended, carried_out]
}

impl Carried {
    /// Draws the account up.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let ask = |hotline: &Hotline| self.answer(screen, hotline);
        self.viewing.reading(&self.file, ask)
    }

    fn answer(&self, screen: &Screen, hotline: &Hotline) -> Outcome {
        let (period, as_of) = (Period::parse(&self.period)?, cut_off(self.as_of.as_deref())?);
        let account = hotline.account(&period, as_of)?;
        if let Some(out) = self.leaving.file() {
            self.leaving.write(screen, out, &self.table(hotline, &account)?)?;
        } else if screen.json {
            let mut object = json!({
                "period": period.to_string(),
                "as_of": stamped(as_of),
                "balances": account.balances(),
            });
            for ((name, _), ids) in LINES.iter().zip(lines(&account)) {
                object[*name] = json!(ids.len());
            }
            if self.tickets {
                object["tickets"] = Value::Object(listed(hotline, &account)?);
            }
            screen.value(&object)?;
        } else {
            self.print(screen, hotline, &account)?;
        }
        Ok(if account.balances() { Exit::Done } else { Exit::Refused })
    }

    /// The lines with how many tickets each has; with the tickets a row for each of them.
    fn table(&self, hotline: &Hotline, account: &Account) -> Result<OutTable<'static>> {
        let line = ("line", words::FIELD.0);
        let mut table = match self.tickets {
            false => OutTable::new([line, ("tickets", words::TICKETS.0)]),
            true => OutTable::new([line, ("number", words::NUMBER.0), ("id", "工单标识")]),
        };
        for ((_, (name, _)), ids) in LINES.iter().zip(lines(account)) {
            let name = OutCell::text(*name);
            if !self.tickets {
                let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
                table.row([name, OutCell::Number(count)]);
                continue;
            }
            for ticket in hotline.references(ids)? {
                let id = OutCell::Id(ticket.id.0);
                table.row([name.clone(), OutCell::text(ticket.number), id]);
            }
        }
        Ok(table)
    }

    fn print(
        &self,
        screen: &Screen,
        hotline: &Hotline,
        account: &Account,
    ) -> std::result::Result<(), Failure> {
        let mut grid =
            Grid::new().text(screen.word(words::FIELD)).number(screen.word(words::TICKETS));
        for ((_, name), ids) in LINES.iter().zip(lines(account)) {
            grid.row([screen.word(*name).to_owned(), ids.len().to_string()]);
        }
        screen.table(&grid)?;
        let balances = if account.balances() { words::BALANCES } else { words::NO_BALANCE };
        screen.line(screen.word(balances))?;
        for ((_, name), ids) in LINES.iter().zip(lines(account)).filter(|_| self.tickets) {
            let tickets = hotline.references(ids)?;
            let numbers: Vec<&str> = tickets.iter().map(|each| each.number.as_str()).collect();
            screen.line(format_args!("{}: {}", screen.word(*name), numbers.join(" ")))?;
        }
        Ok(())
    }
}

fn listed(hotline: &Hotline, account: &Account) -> Result<Map<String, Value>> {
    let mut listed = Map::new();
    for ((name, _), ids) in LINES.iter().zip(lines(account)) {
        let tickets = hotline.references(ids)?;
        let numbers: Vec<&str> = tickets.iter().map(|each| each.number.as_str()).collect();
        listed.insert((*name).to_owned(), json!(numbers));
    }
    Ok(listed)
}
