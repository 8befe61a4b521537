//! Figures in three layers: counts of named predicates, measures as exact fractions over counts,
//! and the printing of both. Nothing is counted twice in two ways.

mod change;
mod count;
mod fraction;
mod implied;
mod measure;
mod ranking;
mod standing;
mod tally;
mod times;

pub use change::{CountChange, RateChange};
pub use count::{Count, CountOf};
pub use fraction::Fraction;
pub use measure::{MEASURES, Measure, Quantile, Relation, Shape};
pub use ranking::{Formula, Grade, Points, Ranked, Score, ScoredTerm, Term};
pub use standing::{LegStanding, Standing};
pub use tally::Tally;
pub use times::Times;
