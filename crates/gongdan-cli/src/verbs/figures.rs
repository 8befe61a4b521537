//! `gongdan figures`: counts and measures of a period as of a moment, and the tickets behind one.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Count, Figures, Grouping, Hotline, Invalid, Question, Result, Row, Species};
use gongdan_lists::OutTable;
use serde_json::{Value, json};

use super::answered::Answered;
use super::counted::counted;
use super::figures_out::{self, Behind};
use super::leaving::Leaving;
use super::viewing::Viewing;
use super::{figures_json, figures_table};
use crate::exit::{Exit, Failure, Outcome};
use crate::grid::Grid;
use crate::listed::{listed, word};
use crate::screen::Screen;
use crate::told::Told;
use crate::words;

/// What is asked of the figures.
#[derive(Args, Debug)]
pub(crate) struct Ask {
    /// The hotline's file
    file: PathBuf,
    #[command(flatten)]
    question: Told<Question>,
    #[arg(long, value_name = "NAME", value_delimiter = ',', help = listed("Only these counts in the table; with --tickets, the one figure", Count::ALL.iter().map(|count| (count.word(), count.term()))))]
    count: Vec<String>,
    /// List the tickets behind the figure that --count names
    #[arg(long, requires = "count", conflicts_with = "by")]
    tickets: bool,
    /// With --tickets: the figure of this unit
    #[arg(long, requires = "tickets", group = "row")]
    unit: Option<String>,
    /// With --tickets: the figure of this category
    #[arg(long, requires = "tickets", group = "row")]
    category: Option<String>,
    /// With --tickets: the figure of this channel
    #[arg(long, requires = "tickets", group = "row")]
    channel: Option<String>,
    #[command(flatten)]
    leaving: Leaving,
    #[command(flatten)]
    viewing: Viewing,
}

impl Ask {
    /// Answers.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let question = asked(&self.question)?;
        if self.tickets {
            let counts = self.counts()?;
            let list = |hotline: &Hotline| self.behind(screen, hotline, question, &counts);
            return self.viewing.reading(&self.file, list);
        }
        let counts = counted(&self.count, &question)?;
        let ask = |hotline: &Hotline| answer(hotline, question);
        let answered = self.viewing.reading(&self.file, ask)?;
        if let Some(out) = self.leaving.file() {
            let table = OutTable::of_figures(&answered.figures, answered.rounding, &counts);
            return self.leaving.write(screen, out, &table);
        }
        match screen.json {
            true => screen.value(&figures_json::object(&answered))?,
            false => figures_table::print(screen, &answered, &counts)?,
        }
        Ok(Exit::Done)
    }

    fn counts(&self) -> Result<Vec<Count>> {
        self.count.iter().map(|count| Ok(Count::parse(&word(count))?)).collect()
    }

    /// The tickets behind the figures that were named, one list for each.
    fn behind(
        &self,
        screen: &Screen,
        hotline: &Hotline,
        question: Question,
        counts: &[Count],
    ) -> Outcome {
        let rows = [
            (Grouping::Unit, Species::Unit, &self.unit),
            (Grouping::Category, Species::Category, &self.category),
            (Grouping::Channel, Species::Channel, &self.channel),
        ];
        let asked = rows
            .into_iter()
            .find_map(|(by, species, name)| name.as_deref().map(|name| (by, species, name)));
        let figures = match asked {
            Some((by, ..)) => hotline.figures(&question.by(by))?,
            None => hotline.figures(&question)?,
        };
        let row = match asked {
            Some((_, species, name)) => Some(row(hotline, &figures, species, name)?),
            None => None,
        };
        let mut listed = Vec::new();
        for count in counts {
            listed.push(behind(hotline, &figures, row, *count)?);
        }
        if let Some(out) = self.leaving.file() {
            return self.leaving.write(screen, out, &figures_out::tickets(&listed));
        }
        listed.iter().try_for_each(|behind| list(screen, behind))?;
        Ok(Exit::Done)
    }
}

/// The tickets behind one figure. A row that was asked for and is not there has none.
fn behind(
    hotline: &Hotline,
    figures: &Figures,
    row: Option<Option<&Row>>,
    count: Count,
) -> Result<Behind> {
    let (number, tickets) = match row {
        Some(None) => (0, Vec::new()),
        Some(Some(row)) => (row.tally.count(count), hotline.behind(figures, Some(row), count)?),
        None => (figures.total.count(count), hotline.behind(figures, None, count)?),
    };
    Ok(Behind { count, number, tickets })
}

/// The question as it was typed: by all is by nothing.
pub(crate) fn asked(told: &Told<Question>) -> std::result::Result<Question, Invalid> {
    let mut question = told.read()?;
    question.by.retain(|by| *by != Grouping::All);
    Ok(question)
}

/// The row of a name, or of what stands for it at the cut-off; `None` when all its figures are 0.
fn row<'a>(
    hotline: &Hotline,
    figures: &'a Figures,
    species: Species,
    name: &str,
) -> Result<Option<&'a Row>> {
    if let Some(row) = figures.row(name.trim()) {
        return Ok(Some(row));
    }
    let register = hotline.rulebook()?.register;
    let id = register.find(species, name)?.id;
    let id = match figures.question.level {
        Some(level) => register.at_level(species, id, level, figures.question.as_of),
        None => register.standing(species, id, figures.question.as_of),
    };
    let id = i64::from(id.0);
    Ok(figures.rows.iter().find(|row| row.keys.first().is_some_and(|key| key.id == id)))
}

/// Prints the tickets behind one figure.
fn list(screen: &Screen, behind: &Behind) -> std::result::Result<(), Failure> {
    let Behind { count, number, tickets } = behind;
    if screen.json {
        let tickets: Vec<Value> = tickets
            .iter()
            .map(|ticket| json!({ "number": ticket.number, "id": ticket.id.0 }))
            .collect();
        return screen
            .value(&json!({ "count": number, "figure": count.word(), "tickets": tickets }));
    }
    screen.line(format_args!("{} {}: {number}", count.term(), count.word()))?;
    let mut grid = Grid::new().text(screen.word(words::NUMBER)).number(screen.word(words::ID));
    for ticket in tickets {
        grid.row([ticket.number.clone(), ticket.id.to_string()]);
    }
    if tickets.is_empty() { Ok(()) } else { screen.table(&grid) }
}

fn answer(hotline: &Hotline, question: Question) -> Result<Answered> {
    let (period, as_of) = (question.period, question.as_of);
    let by = question.by.clone();
    let led = question.clone().by(Grouping::Unit);
    let units = (by == [Grouping::Channel]).then(|| hotline.figures(&led)).transpose()?;
    Ok(Answered {
        figures: hotline.figures(&question)?,
        by,
        units,
        contacts: hotline.contacts(&period, as_of)?,
        rounding: hotline.rounding(as_of)?,
    })
}
