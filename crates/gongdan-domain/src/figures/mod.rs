//! Figures in three layers: counts of named predicates, measures as exact fractions over counts,
//! and the printing of both. Nothing is counted twice in two ways.

mod count;
mod fraction;
mod measure;
mod standing;
mod tally;

pub use count::{Count, CountOf};
pub use fraction::Fraction;
pub use measure::{MEASURES, Measure};
pub use standing::{LegStanding, Standing};
pub use tally::Tally;
