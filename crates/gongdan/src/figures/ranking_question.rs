//! What is ranked, and by which formula.

use gongdan_domain::{
    Argument, Formula, Invalid, Moment, Period, Problem, Rulebook, Taken, Takes, Typed, asked,
};
use serde::{Deserialize, Serialize};

use super::question::Question;
use crate::words::{Basis, Grouping, Result};

/// A formula that ranks: one of the file by its name, or one that is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum RankingFormula {
    /// The one of this name.
    Named(String),
    /// This one.
    Told(Formula),
}

impl Taken for RankingFormula {
    fn taken(argument: &Argument, typed: Typed) -> std::result::Result<Self, Invalid> {
        let expected = "a formula's name, or a formula as JSON";
        match typed {
            Typed::Text(text) | Typed::Structure(text) if text.trim_start().starts_with('{') => {
                let wrong = |error| argument.wrong(Problem::of_structure(&error, expected));
                serde_json::from_str(&text).map(Self::Told).map_err(wrong)
            }
            Typed::Text(name) => Ok(Self::Named(name)),
            _ => Err(argument.wrong(Problem::Malformed { expected })),
        }
    }
}

impl From<Formula> for RankingFormula {
    fn from(formula: Formula) -> Self {
        Self::Told(formula)
    }
}

asked! {
    /// What is ranked, and how: the units of a period, as of a moment, by a formula.
    #[derive(Debug, Serialize)]
    #[non_exhaustive]
    RankingQuestion, RANKING {
        period: [Period] Takes::Period, "The days it is about", "统计期间";
        as_of: [Moment] Takes::Moment, "The cut-off: nothing later is seen", "截止时间";
        basis: [Basis] Takes::Word(Basis::LIST), or "cohort", "Which tickets", "统计口径";
        seen: [Option<u64>] Takes::Number,
            "How many events of the journal are seen; left out, all", "只看日志的前多少项,不填则全部";
        effective: [bool] Takes::Flag, or "no",
            "Over tickets alone that are neither rejected nor merged at the cut-off",
            "只算有效工单(截止时未不予受理、未并单)";
        formula: [Option<RankingFormula>] Takes::Structure,
            "The name of a formula of the file, or a formula; left out, the one in force at the cut-off",
            "排名办法的名称,或排名办法本身,不填则为截止时所用";
        level: [Option<u32>] Takes::Number,
            "At which level of their tree units are ranked: 1 gathers all below each top entry; left out, \
             each by itself",
            "按单位的哪一级排名:1 为最上一级(含其下),不填则各自排名";
    }
}

impl RankingQuestion {
    /// By the formula in force, on the cohort basis.
    pub fn new(period: Period, as_of: Moment) -> Self {
        let (basis, level, seen, formula) = (Basis::Cohort, None, None, None);
        Self { period, as_of, basis, seen, effective: false, formula, level }
    }

    /// The question to the figures that it stands on.
    pub(super) fn figures(&self) -> Question {
        let Self { period, as_of, basis, level, seen, effective, .. } = self.clone();
        Question {
            basis,
            level,
            seen,
            effective,
            by: vec![Grouping::Unit],
            ..Question::new(period, as_of)
        }
    }

    /// The formula that it names, tells, or finds in force.
    pub(super) fn chosen(&self, rules: &Rulebook) -> Result<Formula> {
        let wrong = |problem| Invalid::new("formula", problem);
        match &self.formula {
            Some(RankingFormula::Told(formula)) => {
                formula.check()?;
                Ok(formula.clone())
            }
            Some(RankingFormula::Named(name)) => Ok(named(rules, name).map_err(wrong)?),
            None => {
                let rule = "no ranking formula is in force: set one, or give one with the question";
                let none = || wrong(Problem::Rule { rule });
                Ok(rules.formula(self.as_of).cloned().ok_or_else(none)?)
            }
        }
    }
}

/// The formula of a name.
fn named(rules: &Rulebook, name: &str) -> std::result::Result<Formula, Problem> {
    let known = rules.formulas.iter().rfind(|formula| formula.name == name);
    known.cloned().ok_or_else(|| {
        let nearest = rules.formulas.iter().map(|formula| formula.name.clone()).collect();
        Problem::Unknown { given: name.chars().take(40).collect(), nearest }
    })
}
