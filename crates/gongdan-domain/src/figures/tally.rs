//! A tally: every count of one row of a table.

use super::count::Count;
use super::fraction::Fraction;
use super::measure::Measure;

/// The counts of one row. A count that the question's basis does not define is absent, not zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    counts: [Option<i64>; Count::ROOM],
}

impl Default for Tally {
    fn default() -> Self {
        Self { counts: [None; Count::ROOM] }
    }
}

impl serde::Serialize for Tally {
    /// The counts that are present, by name.
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter().map(|(count, value)| (count.word(), value)))
    }
}

impl Tally {
    /// The count, if the basis defines it.
    pub fn get(&self, count: Count) -> Option<i64> {
        self.counts[count as usize]
    }

    /// The count, zero where the basis does not define it.
    pub fn count(&self, count: Count) -> i64 {
        self.get(count).unwrap_or(0)
    }

    /// Puts a count in.
    pub fn set(&mut self, count: Count, value: i64) {
        self.counts[count as usize] = Some(value);
    }

    /// Adds another row, count by count.
    pub fn add(&mut self, other: &Self) {
        for (own, other) in self.counts.iter_mut().zip(other.counts) {
            *own = match (*own, other) {
                (None, None) => None,
                (own, other) => Some(own.unwrap_or(0) + other.unwrap_or(0)),
            };
        }
    }

    /// Every count that is present, in the order of the table of counts.
    pub fn iter(&self) -> impl Iterator<Item = (Count, i64)> + '_ {
        Count::ALL.iter().filter_map(|count| self.get(*count).map(|value| (*count, value)))
    }

    /// A measure over these counts, if all its counts are present.
    pub fn measure(&self, measure: &Measure) -> Option<Fraction> {
        Some(Fraction::new(self.sum(measure.numerator)?, self.sum(measure.denominator)?))
    }

    fn sum(&self, terms: &[(i64, Count)]) -> Option<i64> {
        terms.iter().try_fold(0, |sum, (sign, count)| Some(sum + sign * self.get(*count)?))
    }
}
