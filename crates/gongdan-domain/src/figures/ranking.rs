//! Ranking (得分, 排名): weighted terms as dated data, exact, each score explained term by term.

use serde::{Deserialize, Serialize};

use crate::invalid::{Invalid, Problem};
use crate::moment::Moment;
use crate::policy::Rounding;
use crate::text;

use super::count::Count;
use super::fraction::Fraction;
use super::measure::Measure;
use super::tally::Tally;

/// One term of a formula: a measure or count, what it is worth, and within which bounds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The name of a measure or of a count.
    pub figure: String,
    /// Points for a rate of 100 %, or for each counted thing; may be negative.
    pub points: i64,
    /// The term gives no fewer points than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<i64>,
    /// The term gives no more points than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<i64>,
}

/// A grade (等次): a band of points with a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// Its name, for example `优秀`.
    pub name: String,
    /// From so many points on, up to the grade before it.
    pub at_least: i64,
}

/// A ranking formula, dated: a change is a new version, and an old issue keeps the old one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formula {
    /// Its name, for example `考核@2023`.
    pub name: String,
    /// From when it holds; told as data it may be written as people write
    /// it (a date means its beginning), and left out it is always.
    #[serde(default = "always", deserialize_with = "crate::moment::beginning")]
    pub from: Moment,
    /// Points that every unit starts with.
    #[serde(default)]
    pub base: i64,
    /// The terms.
    pub terms: Vec<Term>,
    /// The grades, the best first; with none, nobody is graded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<Grade>,
}

fn always() -> Moment {
    Moment::MIN
}

impl Formula {
    /// Checks name, figures and bounds.
    ///
    /// # Errors
    /// [`Problem::Unknown`] names an unknown figure with the nearest names; [`Problem::Rule`]
    /// bounds that exclude each other; [`Problem::OutOfRange`] points beyond ±1 000 000.
    pub fn check(&self) -> Result<(), Invalid> {
        text::required("name", &self.name, text::MAX_NAME)?;
        self.terms.iter().try_for_each(Term::check)?;
        self.grades.iter().try_for_each(|grade| {
            text::required("grades", &grade.name, text::MAX_NAME).map(|_| ())
        })?;
        match self.grades.windows(2).all(|two| two[0].at_least > two[1].at_least) {
            true => Ok(()),
            false => {
                let rule = "each grade begins below the one before";
                Err(Invalid::new("grades", Problem::Rule { rule }))
            }
        }
    }

    /// The grade of a score: the first that it reaches.
    fn grade(&self, score: &Score) -> Option<String> {
        let reached = |grade: &&Grade| !score.total.compare(&Points::whole(grade.at_least)).is_lt();
        self.grades.iter().find(reached).map(|grade| grade.name.clone())
    }

    /// The score of one row: of what is not exempt (不计入考核).
    pub fn score(&self, tally: &Tally) -> Score {
        let tally = tally.clone().assessed();
        let terms: Vec<ScoredTerm> = self.terms.iter().map(|term| term.scored(&tally)).collect();
        let base = Points::whole(self.base);
        let total = terms.iter().fold(base, |sum, term| sum.plus(term.points));
        Score { total, base: self.base, terms }
    }

    /// Ranks rows of one group: ties share a rank, and a row with no ticket is listed apart,
    /// never at 100 %.
    pub fn rank<'a, T>(
        &self,
        rows: impl IntoIterator<Item = (&'a T, &'a Tally)>,
    ) -> Vec<Ranked<'a, T>> {
        let score = |(of, tally): (&'a T, &'a Tally)| {
            let worked = tally.clone().assessed().count(Count::Accepted) > 0;
            let score = self.score(tally);
            let grade = self.grade(&score).filter(|_| worked);
            Ranked { of, rank: worked.then_some(0), grade, score }
        };
        let mut ranked: Vec<Ranked<'_, T>> = rows.into_iter().map(score).collect();
        ranked.sort_by(|a, b| {
            let worked = b.rank.is_some().cmp(&a.rank.is_some());
            worked.then(b.score.total.compare(&a.score.total))
        });
        let mut last: Option<(u32, Points)> = None;
        for (place, row) in (1..).zip(&mut ranked).filter(|(_, row)| row.rank.is_some()) {
            let tied = last.filter(|(_, points)| points.compare(&row.score.total).is_eq());
            let rank = tied.map_or(place, |(rank, _)| rank);
            row.rank = Some(rank);
            last = Some((rank, row.score.total));
        }
        ranked
    }
}

impl Term {
    fn check(&self) -> Result<(), Invalid> {
        let known = Measure::named(&self.figure).is_some() || Count::parse(&self.figure).is_ok();
        if !known {
            let given = self.figure.chars().take(40).collect();
            let nearest = super::measure::MEASURES.iter().map(|each| each.name.to_owned());
            return Err(Invalid::new(
                "figure",
                Problem::Unknown { given, nearest: nearest.collect() },
            ));
        }
        let bound = 1_000_000;
        if !(-bound..=bound).contains(&self.points) {
            return Err(Invalid::new("points", Problem::OutOfRange { from: -bound, to: bound }));
        }
        let excluded = self.at_least.zip(self.at_most).is_some_and(|(least, most)| least > most);
        match excluded {
            true => {
                let rule = "at_least must not be more than at_most";
                Err(Invalid::new("at_least", Problem::Rule { rule }))
            }
            false => Ok(()),
        }
    }

    fn scored(&self, tally: &Tally) -> ScoredTerm {
        let value = match Measure::named(&self.figure) {
            Some(measure) => tally.measure(measure).unwrap_or(Fraction::new(0, 0)),
            None => Fraction::new(Count::parse(&self.figure).map_or(0, |c| tally.count(c)), 1),
        };
        let raw = Points::of(value, self.points);
        let least = self.at_least.map(Points::whole).filter(|least| raw.compare(least).is_lt());
        let most = self.at_most.map(Points::whole).filter(|most| raw.compare(most).is_gt());
        ScoredTerm { term: self.clone(), value, points: least.or(most).unwrap_or(raw) }
    }
}

/// A row in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked<'a, T> {
    /// Whose row it is.
    pub of: &'a T,
    /// Its rank from 1; nothing for a row with no ticket.
    pub rank: Option<u32>,
    /// Its grade, if the formula grades and it reaches one; nothing for a row with no ticket.
    pub grade: Option<String>,
    /// Its score, explained.
    pub score: Score,
}

/// A score with its terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// The sum.
    pub total: Points,
    /// The points it started with.
    pub base: i64,
    /// Each term: figure, value, points.
    pub terms: Vec<ScoredTerm>,
}

/// One term of a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoredTerm {
    /// The term.
    pub term: Term,
    /// The figure's value; an empty denominator gives no points.
    pub value: Fraction,
    /// The points it gave, after its bounds.
    pub points: Points,
}

/// Exact points: a reduced fraction, wide enough for sums of many rates. As data a text: `200/3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Points {
    numerator: i128,
    denominator: i128,
}

impl From<Points> for String {
    fn from(points: Points) -> Self {
        format!("{}/{}", points.numerator, points.denominator)
    }
}

impl TryFrom<String> for Points {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        let whole = |text: &str| text.parse::<i128>().ok().filter(|whole| *whole > i128::MIN);
        let parts = text.split_once('/').and_then(|(part, of)| whole(part).zip(whole(of)));
        match parts.filter(|(_, denominator)| *denominator > 0) {
            Some((numerator, denominator)) => Ok(Self::reduced(numerator, denominator)),
            None => {
                let expected = "points as a fraction";
                Err(Invalid::new("points", Problem::Malformed { expected }))
            }
        }
    }
}

impl Points {
    fn whole(points: i64) -> Self {
        Self { numerator: i128::from(points), denominator: 1 }
    }

    fn of(value: Fraction, points: i64) -> Self {
        if value.denominator == 0 {
            return Self::whole(0);
        }
        let numerator = i128::from(value.numerator) * i128::from(points);
        Self::reduced(numerator, i128::from(value.denominator))
    }

    fn reduced(numerator: i128, denominator: i128) -> Self {
        let (mut a, mut b) = (numerator.abs(), denominator.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let divisor = a.max(1) * denominator.signum();
        Self { numerator: numerator / divisor, denominator: denominator / divisor }
    }

    /// The sum. Denominators of counted things stay far below the width of the numbers; should a
    /// product ever not fit, the sum is held at the larger of the two.
    fn plus(self, other: Self) -> Self {
        let left = self.numerator.checked_mul(other.denominator);
        let right = other.numerator.checked_mul(self.denominator);
        let whole = self.denominator.checked_mul(other.denominator);
        match (left.zip(right).and_then(|(l, r)| l.checked_add(r)), whole) {
            (Some(part), Some(whole)) => Self::reduced(part, whole),
            _ if self.compare(&other).is_lt() => other,
            _ => self,
        }
    }

    /// Which is more.
    pub fn compare(&self, other: &Self) -> std::cmp::Ordering {
        let left = self.numerator.saturating_mul(other.denominator);
        left.cmp(&other.numerator.saturating_mul(self.denominator))
    }

    /// With two decimals.
    ///
    /// ```
    /// use gongdan_domain::{Formula, Moment, Rounding, Tally, Count, Term};
    /// let term = Term { figure: "closure_rate".into(), points: 100, at_least: None, at_most: None };
    /// let formula = Formula { name: "办结".into(), from: Moment::MIN, base: 0, terms: vec![term], grades: vec![] };
    /// let mut tally = Tally::default();
    /// tally.set(Count::Closed, 2);
    /// tally.set(Count::Effective, 3);
    /// assert_eq!(formula.score(&tally).total.printed(Rounding::HalfUp), "66.67");
    /// ```
    pub fn printed(&self, rounding: Rounding) -> String {
        super::fraction::decimals(self.numerator, self.denominator, 100, rounding)
    }
}
