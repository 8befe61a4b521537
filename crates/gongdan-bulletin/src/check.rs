//! A check: two figures that should agree, and the tickets between them.

use gongdan::{Count, Figures};
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::reason::Reason;

/// A figure of a comparison, and where it is printed or counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Addend {
    /// What it is called there.
    pub term: String,
    /// Its value.
    pub count: i64,
}

/// One side of a comparison: a sum of figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Side(pub Vec<Addend>);

impl Side {
    /// The sum.
    pub fn sum(&self) -> i64 {
        self.0.iter().map(|term| term.count).sum()
    }

    pub(crate) fn one(term: String, count: i64) -> Self {
        Self(vec![Addend { term, count }])
    }

    pub(crate) fn counts(figures: &Figures, counts: &[Count]) -> Self {
        let term = |count: &Count| Addend {
            term: count.term().to_owned(),
            count: figures.total.count(*count),
        };
        Self(counts.iter().map(term).collect())
    }
}

/// A side of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// Counted by the first figure only.
    Left,
    /// Counted by the second figure only.
    Right,
}

/// A ticket that one figure counts and the other does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Between {
    /// The ticket's printed number.
    pub number: String,
    /// Which figure counts it.
    pub counted_by: Which,
    /// How it stood at the cut-off.
    pub reason: Reason,
}

/// One comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Its name.
    pub name: &'static str,
    /// What is compared, in office words.
    pub subject: String,
    /// The first figure.
    pub left: Side,
    /// The second figure.
    pub right: Side,
    /// The tickets between the two, by number.
    pub tickets: Vec<Between>,
}

impl Check {
    /// Whether both figures count alike.
    pub fn agrees(&self) -> bool {
        self.left.sum() == self.right.sum() && self.tickets.is_empty()
    }

    /// Whether the tickets named make up the whole difference.
    pub fn accounts_for_all(&self) -> bool {
        let of = |which| self.tickets.iter().filter(|each| each.counted_by == which).count() as i64;
        self.left.sum() - self.right.sum() == of(Which::Left) - of(Which::Right)
    }

    pub(crate) fn new(name: &'static str, subject: String, left: Side, right: Side) -> Self {
        Self { name, subject, left, right, tickets: Vec::new() }
    }
}

impl Serialize for Check {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut check = serializer.serialize_struct("Check", 9)?;
        check.serialize_field("name", self.name)?;
        check.serialize_field("subject", &self.subject)?;
        check.serialize_field("left", &self.left)?;
        check.serialize_field("left_sum", &self.left.sum())?;
        check.serialize_field("right", &self.right)?;
        check.serialize_field("right_sum", &self.right.sum())?;
        check.serialize_field("agrees", &self.agrees())?;
        check.serialize_field("accounts_for_all", &self.accounts_for_all())?;
        check.serialize_field("tickets", &self.tickets)?;
        check.end()
    }
}
