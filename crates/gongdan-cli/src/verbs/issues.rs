//! `gongdan issues`: every published issue, and how an issue's number is written.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Hotline, Invalid, Issue, Problem};
use gongdan_lists::{OutCell, OutTable};
use serde_json::{Value, json};

use super::leaving::Leaving;
use super::viewing::Viewing;
use crate::exit::{Exit, Outcome};
use crate::grid::Grid;
use crate::screen::Screen;
use crate::shown::stamped;
use crate::words;

/// Which file.
#[derive(Args, Debug)]
pub(crate) struct Issues {
    /// The hotline's file
    file: PathBuf,
    #[command(flatten)]
    leaving: Leaving,
    #[command(flatten)]
    viewing: Viewing,
}

impl Issues {
    /// Lists the issues.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        self.leaving.ensure_free()?;
        let ask = |hotline: &Hotline| self.answer(screen, hotline);
        self.viewing.reading(&self.file, ask)
    }

    fn answer(&self, screen: &Screen, hotline: &Hotline) -> Outcome {
        let issues = hotline.issues()?;
        if let Some(out) = self.leaving.file() {
            return self.leaving.write(screen, out, &table(&issues));
        }
        if screen.json {
            let issues: Vec<Value> = issues.iter().map(object).collect();
            screen.value(&json!({ "issues": issues }))?;
            return Ok(Exit::Done);
        }
        let mut grid = Grid::new()
            .text(screen.word(words::ISSUE))
            .text(screen.word(words::PERIOD))
            .text(screen.word(words::AS_OF))
            .text(screen.word(words::PUBLISHED_AT))
            .text(screen.word(words::BY))
            .number(screen.word(words::EVENTS))
            .text(screen.word(words::HEAD));
        for Issue { at, by, published, .. } in &issues {
            grid.row([
                printed(published.year, published.number),
                published.period.clone(),
                published.as_of.to_string(),
                at.to_string(),
                by.clone(),
                published.seen.to_string(),
                published.head.clone(),
            ]);
        }
        screen.table(&grid)?;
        Ok(Exit::Done)
    }
}

fn table(issues: &[Issue]) -> OutTable<'_> {
    let mut table = OutTable::new([
        ("year", words::YEAR.0),
        ("number", words::ISSUE.0),
        ("period", words::PERIOD.0),
        ("as_of", words::AS_OF.0),
        ("published_at", words::PUBLISHED_AT.0),
        ("by", words::BY.0),
        ("events", words::EVENTS.0),
        ("head", words::HEAD.0),
    ]);
    for Issue { at, by, published, .. } in issues {
        table.row([
            OutCell::Number(published.year.into()),
            OutCell::Number(published.number.into()),
            OutCell::text(&published.period),
            OutCell::Moment(published.as_of),
            OutCell::Moment(*at),
            OutCell::text(by),
            OutCell::Number(i64::try_from(published.seen).unwrap_or(i64::MAX)),
            OutCell::text(&published.head),
        ]);
    }
    table
}

/// 〔2020〕第9期.
pub(crate) fn printed(year: i32, number: u32) -> String {
    format!("〔{year}〕第{number}期")
}

/// An issue for programs: all that was frozen but its tables.
pub(crate) fn object(issue: &Issue) -> Value {
    let published = &issue.published;
    let difficult: Vec<i64> = published.difficult.iter().map(|ticket| ticket.0).collect();
    json!({
        "year": published.year,
        "number": published.number,
        "period": published.period,
        "as_of": stamped(published.as_of),
        "published_at": stamped(issue.at),
        "by": issue.by,
        "seq": issue.seq,
        "journal": { "events": published.seen, "hash": published.head },
        "rules": published.rules,
        "formula": published.formula,
        "difficult": difficult,
        "answers_for": published.answers_for,
    })
}

/// Reads `2020-9`, or the number alone.
pub(crate) fn number_within(given: &str) -> Result<(Option<i32>, u32), Invalid> {
    match given.trim().parse() {
        Ok(number) => Ok((None, number)),
        Err(_) => number(given).map(|(year, number)| (Some(year), number)),
    }
}

/// Reads `2020-9`: the year and the number within it.
pub(crate) fn number(given: &str) -> Result<(i32, u32), Invalid> {
    let expected = "YEAR-NUMBER, for example 2020-9";
    let malformed = || Invalid::new("issue", Problem::Malformed { expected });
    let (year, number) = given.trim().split_once('-').ok_or_else(malformed)?;
    year.parse().ok().zip(number.parse().ok()).ok_or_else(malformed)
}
