//! A question to the figures: over what, as of when, on which basis, by what.

use gongdan_domain::{Moment, Period, Problem};
use serde::Serialize;

use crate::error::{Error, Result};

/// Makes a closed list of words with a parser.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $argument:literal {
        $($(#[$each:meta])* $variant:ident = $word:literal;)+
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$each])* $variant,)+ }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(
                &self,
                to: S,
            ) -> std::result::Result<S::Ok, S::Error> {
                to.serialize_str(self.word())
            }
        }

        impl $name {
            /// Every word.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
            /// The word in every face.
            pub const fn word(self) -> &'static str { match self { $(Self::$variant => $word,)+ } }
            /// Reads a word.
            ///
            /// # Errors
            /// `InvalidInput` with the whole list.
            pub fn parse(text: &str) -> Result<Self> {
                let found = Self::ALL.iter().copied().find(|each| each.word() == text.trim());
                found.ok_or_else(|| Error::invalid_input($argument, Problem::Unknown {
                    given: text.chars().take(40).collect(),
                    nearest: Self::ALL.iter().map(|each| each.word().to_owned()).collect(),
                }))
            }
        }
    };
}

words! {
    /// Which tickets a figure speaks of.
    Basis, "basis" {
        /// Tickets taken in during the period, however they ended.
        Cohort = "cohort";
        /// What happened during the period, whenever the ticket came in.
        Flow = "flow";
    }
}

words! {
    /// By what a figure is broken down.
    Grouping, "by" {
        /// Not at all.
        All = "all";
        /// By channel of origin.
        Channel = "channel";
        /// By category; tickets answered online without one stand apart.
        Category = "category";
        /// By kind of appeal.
        Kind = "kind";
        /// By urgency.
        Urgency = "urgency";
        /// By unit, over assignments.
        Unit = "unit";
        /// By group of units.
        UnitGroup = "unit_group";
        /// By area.
        Area = "area";
        /// By day of intake.
        Day = "day";
        /// By month of intake.
        Month = "month";
    }
}

/// A question. Nothing in it depends on when it is asked: the same question later gives the same
/// answer, and equals a replay of the events up to `as_of`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The days it is about.
    pub period: Period,
    /// The cut-off: nothing later is seen.
    pub as_of: Moment,
    /// Which tickets.
    pub basis: Basis,
    /// By what, from the outer to the inner grouping; empty means all together.
    pub by: Vec<Grouping>,
    /// How many events of the journal are seen: nothing means all. An issue is reckoned again by
    /// the number it was published with.
    pub seen: Option<u64>,
    /// Whether units (categories, channels, areas) in use with no ticket get a row of zeros.
    pub zeros: bool,
}

impl Question {
    /// All together, on the cohort basis.
    pub fn new(period: Period, as_of: Moment) -> Self {
        Self { period, as_of, basis: Basis::Cohort, by: Vec::new(), seen: None, zeros: false }
    }

    /// Broken down by one more grouping.
    #[must_use]
    pub fn by(mut self, grouping: Grouping) -> Self {
        self.by.push(grouping);
        self
    }

    /// Seeing only the first so many events of the journal.
    #[must_use]
    pub fn seen(mut self, events: u64) -> Self {
        self.seen = Some(events);
        self
    }

    /// With a row of zeros for what is in use and has no ticket; for one grouping only.
    #[must_use]
    pub fn with_zeros(mut self) -> Self {
        self.zeros = true;
        self
    }

    /// On another basis.
    #[must_use]
    pub fn basis(mut self, basis: Basis) -> Self {
        self.basis = basis;
        self
    }

    /// Whether any grouping is by unit: then the counts run over assignments where they can.
    pub(crate) fn by_unit(&self) -> bool {
        self.by.iter().any(|by| matches!(by, Grouping::Unit | Grouping::UnitGroup))
    }
}
