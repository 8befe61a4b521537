//! Ranking (得分, 排名): a formula over the units of a period, each group (县直, 乡镇, 企业) apart.

use gongdan_domain::{
    EntryId, Formula, Moment, Register, RegisterEntry, Score, Species, Tally, Term,
};
use serde::{Deserialize, Serialize};

use super::answer::Figures;
use super::defined::check_figure;
use super::key::Key;
use super::ranking_question::RankingQuestion;
use crate::hotline::Hotline;
use crate::words::Result;

/// A unit in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RankedUnit {
    /// The unit, by its name as of the cut-off.
    pub key: Key,
    /// Its rank in its group from 1, shared by ties; nothing for a unit without tickets.
    pub rank: Option<u32>,
    /// Its grade (等次), if the formula grades and it reaches one; nothing for a unit without tickets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<String>,
    /// Its points, explained term by term.
    pub score: Score,
    /// The counts that the points come from.
    pub tally: Tally,
}

/// The units of one group, best first, those without tickets last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RankedGroup {
    /// The group's name; nothing for the units of no group.
    pub group: Option<String>,
    /// Its units.
    pub units: Vec<RankedUnit>,
}

/// The ranking of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Ranking {
    /// The formula.
    pub formula: Formula,
    /// The groups, in the order of their first units in printed tables.
    pub groups: Vec<RankedGroup>,
}

impl Ranking {
    /// A unit, by its name as of the cut-off.
    pub fn unit(&self, name: &str) -> Option<&RankedUnit> {
        let mut units = self.groups.iter().flat_map(|group| &group.units);
        units.find(|unit| unit.key.name == name)
    }
}

impl Hotline {
    /// Ranks the units of a period, each group apart; at a level of their tree, each with all below it. Units that had no ticket are listed without a
    /// rank; retired ones and ones that were taken over are not, unless they have tickets.
    ///
    /// # Errors
    /// `InvalidInput` names what is wrong in the formula, that nobody knows its name, or that none is
    /// in force, and `viewer` where a unit asks, whose own tickets rank nobody; `Io`, `Corrupt`.
    pub fn rank(&self, asked: &RankingQuestion) -> Result<Ranking> {
        self.ensure_all_tickets()?;
        let question = asked.figures();
        let (figures, rules) = self
            .read(|hotline| Ok((hotline.figures(&question)?, hotline.rulebook_of(&question)?)))?;
        let formula = asked.chosen(&rules)?;
        let defined = |term: &Term| check_figure(question.basis, &question.by, &term.figure);
        formula.terms.iter().try_for_each(defined)?;
        let units = units(&rules.register, &figures);
        let mut names: Vec<&Option<String>> = Vec::new();
        for (group, ..) in &units {
            if !names.contains(&group) {
                names.push(group);
            }
        }
        let group = |name: &Option<String>| RankedGroup {
            group: name.clone(),
            units: ranked(&formula, units.iter().filter(|(group, ..)| group == name)),
        };
        let groups = names.into_iter().map(group).collect();
        Ok(Ranking { formula, groups })
    }
}

/// A unit with its group and counts.
type Unit = (Option<String>, Key, Tally);

fn ranked<'a>(formula: &Formula, units: impl Iterator<Item = &'a Unit>) -> Vec<RankedUnit> {
    let rows = units.map(|unit| (unit, &unit.2));
    let ranked = formula.rank(rows).into_iter();
    ranked
        .map(|row| RankedUnit {
            key: row.of.1.clone(),
            rank: row.rank,
            grade: row.grade,
            score: row.score,
            tally: row.of.2.clone(),
        })
        .collect()
}

/// Every unit that stands at the level asked for or has a row, in printed order, with its group.
fn units(register: &Register, figures: &Figures) -> Vec<Unit> {
    let (as_of, level) = (figures.question.as_of, figures.question.level);
    let at_level = |id: EntryId| match level {
        Some(level) => register.at_level(Species::Unit, id, level, as_of) == id,
        None => true,
    };
    let mut entries: Vec<&RegisterEntry> = register.all(Species::Unit).collect();
    entries.sort_by_key(|entry| (entry.place(as_of).order, entry.id));
    let unit = |entry: &RegisterEntry| {
        let id = i64::from(entry.id.0);
        let row = figures.rows.iter().find(|row| row.keys.first().is_some_and(|key| key.id == id));
        if row.is_none() && !(stands(register, entry, as_of) && at_level(entry.id)) {
            return None;
        }
        let key = Key { id, name: entry.name(as_of).to_owned() };
        let tally = row.map(|row| row.tally.clone()).unwrap_or_default();
        Some((entry.place(as_of).group, key, tally))
    };
    entries.into_iter().filter_map(unit).collect()
}

fn stands(register: &Register, entry: &RegisterEntry, as_of: Moment) -> bool {
    let retired = entry.retired_at.is_some_and(|retired| retired <= as_of);
    !retired && register.standing(Species::Unit, entry.id, as_of) == entry.id
}
