//! `gongdan formula`: the ranking formulas of the hotline, listed or set, and how one is read.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use gongdan::{Formula, Hotline, Invalid, Moment, OfficeCommand, Problem, Rulebook, Term};
use serde_json::{Value, json};

use super::{open, receipt};
use crate::exit::{Exit, Outcome};
use crate::grid::Grid;
use crate::screen::Screen;
use crate::shown::stamped;
use crate::who::{Desk, Stamps};
use crate::words;

/// Which file, and whether to set.
#[derive(Args, Debug)]
pub(crate) struct Formulas {
    /// The hotline's file
    file: PathBuf,
    #[command(subcommand)]
    asked: Option<Asked>,
}

/// What is done to the formulas.
#[derive(Subcommand, Debug)]
enum Asked {
    /// Set a formula from a date on; the older ones stay for the older issues
    Set(Set),
}

/// A new formula.
#[derive(Args, Debug)]
struct Set {
    /// {"name":"考核@2020","from":"2020-01-01","base":100,"terms":[{"figure":"handled_late",
    /// "points":-1,"at_least":-30}],"grades":[{"name":"优秀","at_least":95}]}: points for each counted
    /// thing, or for a rate of 100 %; grades from the best down
    #[arg(value_name = "JSON")]
    formula: String,
    #[command(flatten)]
    desk: Desk,
    /// Print the events that would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Formulas {
    /// Lists or sets.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        match self.asked {
            Some(Asked::Set(set)) => set.run(screen, &self.file),
            None => list(screen, &open::reading(&self.file)?.rulebook()?),
        }
    }
}

impl Set {
    fn run(self, screen: &Screen, file: &Path) -> Outcome {
        let stamp = self.desk.stamp()?;
        let commands = vec![OfficeCommand::SetFormula(parsed(&self.formula)?)];
        receipt::run_office(screen, &mut Hotline::open(file)?, &stamp, commands, self.dry_run)
    }
}

/// Reads a formula written as JSON; its `from` is a date, and left out means always.
fn parsed(text: &str) -> Result<Formula, Invalid> {
    let expected =
        r#"{"name":..,"from":"YYYY-MM-DD","base":..,"terms":[{"figure":..,"points":..}]}"#;
    let wrong = |error| Invalid::new("formula", Problem::of_structure(&error, expected));
    let formula: Formula = serde_json::from_str(text).map_err(wrong)?;
    formula.check().map(|()| formula)
}

/// A formula as [`parsed`] reads it.
pub(crate) fn object(formula: &Formula) -> Value {
    let always = formula.from == Moment::MIN;
    json!({
        "name": formula.name,
        "from": (!always).then(|| stamped(formula.from)),
        "base": formula.base,
        "terms": formula.terms,
        "grades": formula.grades,
    })
}

fn list(screen: &Screen, rules: &Rulebook) -> Outcome {
    if screen.json {
        let formulas: Vec<Value> = rules.formulas.iter().map(object).collect();
        screen.value(&json!({ "formulas": formulas }))?;
        return Ok(Exit::Done);
    }
    let mut grid = Grid::new()
        .text(screen.word(words::NAME))
        .text(screen.word(words::FROM))
        .number(screen.word(words::BASE))
        .text(screen.word(words::TERMS));
    for formula in &rules.formulas {
        let always = formula.from == Moment::MIN;
        let from =
            if always { screen.word(words::ALWAYS).into() } else { formula.from.to_string() };
        let terms: Vec<String> = formula.terms.iter().map(term).collect();
        grid.row([formula.name.clone(), from, formula.base.to_string(), terms.join(", ")]);
    }
    screen.table(&grid)?;
    Ok(Exit::Done)
}

/// `-1 × handled_late [-30..]`.
pub(crate) fn term(term: &Term) -> String {
    let bound = |bound: Option<i64>| bound.map(|bound| bound.to_string()).unwrap_or_default();
    let bounds = match (term.at_least, term.at_most) {
        (None, None) => String::new(),
        (least, most) => format!(" [{}..{}]", bound(least), bound(most)),
    };
    format!("{} × {}{bounds}", term.points, term.figure)
}
