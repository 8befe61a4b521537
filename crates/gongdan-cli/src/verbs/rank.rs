//! `gongdan rank`: the units of a period by their points (得分, 排名), each group apart.

use std::path::PathBuf;

use clap::Args;
use gongdan::{
    Error, Hotline, Invalid, Problem, RankedGroup, RankedUnit, Ranking, RankingQuestion, Rounding,
    Score, ScoredTerm, Species,
};
use gongdan_lists::{OutCell, OutTable};
use serde_json::{Value, json};

use super::formula;
use super::leaving::Leaving;
use super::viewing::Viewing;
use crate::exit::{Exit, Failure, Outcome};
use crate::grid::Grid;
use crate::screen::Screen;
use crate::shown::stamped;
use crate::told::Told;
use crate::words;

/// Which period, by which formula.
#[derive(Args, Debug)]
pub(crate) struct Rank {
    /// The hotline's file
    file: PathBuf,
    #[command(flatten)]
    asked: Told<RankingQuestion>,
    /// Explain this unit's points, term by term
    #[arg(long, value_name = "UNIT", conflicts_with = "out")]
    explain: Option<String>,
    #[command(flatten)]
    leaving: Leaving,
    #[command(flatten)]
    viewing: Viewing,
}

impl Rank {
    /// Ranks.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let ask = |hotline: &Hotline| self.answer(screen, hotline);
        self.viewing.reading(&self.file, ask)
    }

    fn answer(&self, screen: &Screen, hotline: &Hotline) -> Outcome {
        let question = self.asked.read()?;
        let ranking = hotline.rank(&question)?;
        let rounding = hotline.rounding(question.as_of)?;
        if let Some(name) = &self.explain {
            let unit = unit(hotline, &ranking, &question, name)?;
            return explain(screen, unit, rounding);
        }
        if let Some(out) = self.leaving.file() {
            return self.leaving.write(screen, out, &table(&ranking, rounding));
        }
        match screen.json {
            true => screen.value(&object(&question, &ranking, rounding))?,
            false => print(screen, &ranking, rounding)?,
        }
        Ok(Exit::Done)
    }
}

/// The unit that a person means by any of its names.
fn unit<'a>(
    hotline: &Hotline,
    ranking: &'a Ranking,
    question: &RankingQuestion,
    name: &str,
) -> Result<&'a RankedUnit, Error> {
    let register = hotline.rulebook()?.register;
    let id = register.find(Species::Unit, name)?.id;
    let id = i64::from(register.standing(Species::Unit, id, question.as_of).0);
    let mut units = ranking.groups.iter().flat_map(|group| &group.units);
    let nobody = Problem::Rule { rule: "the unit is retired and had no ticket" };
    units.find(|unit| unit.key.id == id).ok_or_else(|| Invalid::new("explain", nobody).into())
}

fn object(question: &RankingQuestion, ranking: &Ranking, rounding: Rounding) -> Value {
    let unit = |unit: &RankedUnit| {
        json!({
            "unit": unit.key.name,
            "rank": unit.rank,
            "grade": unit.grade,
            "score": scored(&unit.score, rounding),
        })
    };
    let group = |group: &RankedGroup| {
        let units: Vec<Value> = group.units.iter().map(unit).collect();
        json!({ "group": group.group, "units": units })
    };
    let groups: Vec<Value> = ranking.groups.iter().map(group).collect();
    json!({
        "period": question.period.to_string(),
        "as_of": stamped(question.as_of),
        "formula": formula::object(&ranking.formula),
        "groups": groups,
    })
}

/// The units in their places; a unit without tickets has neither rank nor points.
fn table(ranking: &Ranking, rounding: Rounding) -> OutTable<'_> {
    let mut table = OutTable::new([
        ("group", words::GROUP.0),
        ("rank", words::RANK.0),
        ("unit", words::UNIT.0),
        ("points", words::SCORE.0),
        ("grade", words::GRADE.0),
    ]);
    for (group, unit) in
        ranking.groups.iter().flat_map(|group| group.units.iter().map(move |unit| (group, unit)))
    {
        let points = unit.rank.map(|_| unit.score.total.printed(rounding));
        table.row([
            OutCell::maybe(group.group.as_deref()),
            unit.rank.map_or(OutCell::Nothing, |rank| OutCell::Number(i64::from(rank))),
            OutCell::text(&unit.key.name),
            points.map_or(OutCell::Nothing, OutCell::printed),
            OutCell::maybe(unit.grade.as_deref()),
        ]);
    }
    table
}

fn scored(score: &Score, rounding: Rounding) -> Value {
    let term = |term: &ScoredTerm| {
        json!({
            "figure": term.term.figure,
            "value": { "numerator": term.value.numerator, "denominator": term.value.denominator },
            "worth": term.term.points,
            "at_least": term.term.at_least,
            "at_most": term.term.at_most,
            "points": term.points.printed(rounding),
        })
    };
    let terms: Vec<Value> = score.terms.iter().map(term).collect();
    json!({ "total": score.total.printed(rounding), "base": score.base, "terms": terms })
}

fn print(screen: &Screen, ranking: &Ranking, rounding: Rounding) -> Result<(), Failure> {
    screen.line(format_args!("{}: {}", screen.word(words::FORMULA), ranking.formula.name))?;
    for group in &ranking.groups {
        let name = group.group.as_deref().unwrap_or(screen.word(words::NO_GROUP));
        screen.line(format_args!("{}: {name}", screen.word(words::GROUP)))?;
        let mut grid = Grid::new()
            .number(screen.word(words::RANK))
            .text(screen.word(words::UNIT))
            .number(screen.word(words::SCORE));
        let graded = !ranking.formula.grades.is_empty();
        if graded {
            grid = grid.text(screen.word(words::GRADE));
        }
        for unit in &group.units {
            let (rank, total) = match unit.rank {
                Some(rank) => (rank.to_string(), unit.score.total.printed(rounding)),
                None => ("—".to_owned(), screen.word(words::NO_TICKETS).to_owned()),
            };
            let grade = unit.grade.clone().unwrap_or_default();
            let cells = [rank, unit.key.name.clone(), total].into_iter();
            grid.row(cells.chain(graded.then_some(grade)));
        }
        screen.table(&grid)?;
    }
    Ok(())
}

fn explain(screen: &Screen, unit: &RankedUnit, rounding: Rounding) -> Outcome {
    if screen.json {
        screen.value(&json!({
            "unit": unit.key.name,
            "rank": unit.rank,
            "grade": unit.grade,
            "score": scored(&unit.score, rounding),
        }))?;
        return Ok(Exit::Done);
    }
    let mut grid = Grid::new()
        .text(screen.word(words::TERM))
        .number(screen.word(words::VALUE))
        .number(screen.word(words::SCORE));
    let empty = String::new;
    grid.row([screen.word(words::BASE).to_owned(), empty(), unit.score.base.to_string()]);
    for term in &unit.score.terms {
        let value = match term.value.denominator {
            1 => term.value.numerator.to_string(),
            _ => term.value.to_string(),
        };
        grid.row([formula::term(&term.term), value, term.points.printed(rounding)]);
    }
    let total = unit.score.total.printed(rounding);
    grid.row([screen.word(words::TOTAL).to_owned(), empty(), total]);
    let rank = unit.rank.map_or_else(|| "—".to_owned(), |rank| rank.to_string());
    screen.line(format_args!("{}  {} {rank}", unit.key.name, screen.word(words::RANK)))?;
    screen.table(&grid)?;
    Ok(Exit::Done)
}
