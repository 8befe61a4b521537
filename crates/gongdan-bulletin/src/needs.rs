//! What a format needs to be asked beside what every bulletin is made of.

use gongdan::{Grouping, Moment, Period};

/// What a format's tables and sentences need: [`Format::of_issue`](crate::Format::of_issue) puts it
/// into an edition, and nobody else has to know what is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// By what rows stand, and at which level of their trees.
    pub(crate) by: Vec<(Grouping, Option<u32>)>,
    /// By what a part of the tickets is told from the others.
    pub(crate) across: Vec<Grouping>,
    /// Whether what happened in the period is asked too (按发生时间).
    pub(crate) flow: bool,
    /// Which other days are asked of.
    pub(crate) spans: Vec<SpanOf>,
}

impl Needs {
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Every list of groupings that is asked of each cut.
    pub(crate) fn lists(&self) -> Vec<Listed> {
        let always = [Grouping::All, Grouping::Category, Grouping::Unit, Grouping::Channel];
        let mut single: Vec<(Grouping, Option<u32>)> = always.map(|by| (by, None)).to_vec();
        single.extend(&self.by);
        let mut lists: Vec<Listed> = Vec::new();
        for (by, level) in single {
            let others = self.across.iter().filter(|part| **part != by);
            let crossed = others.map(|part| match by {
                Grouping::All => vec![*part],
                by => vec![by, *part],
            });
            for list in std::iter::once(vec![by]).chain(crossed) {
                if !lists.contains(&(list.clone(), level)) {
                    lists.push((list, level));
                }
            }
        }
        lists
    }
}

/// By what rows stand, the outer first, and at which level of the first one's tree.
pub(crate) type Listed = (Vec<Grouping>, Option<u32>);

/// Days that a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SpanOf {
    /// The issue's own.
    This,
    /// As many, right before them (环比).
    Before,
    /// The same, a year before (同比).
    YearBefore,
    /// From the year's first day to the issue's last (累计).
    YearToDate,
}

/// Which tickets a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    pub(crate) span: SpanOf,
    /// What happened in the days, whenever the tickets came in.
    pub(crate) flow: bool,
    /// With those that were rejected or merged since.
    pub(crate) taken: bool,
}

impl Cut {
    /// The tables' own: effective tickets taken in during the issue's days.
    pub(crate) const OWN: Self = Self { span: SpanOf::This, flow: false, taken: false };
}

/// Other days, as they were asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) of: SpanOf,
    pub(crate) period: Period,
    pub(crate) as_of: Moment,
    /// The number of the issue that froze them.
    pub(crate) issue: Option<String>,
}

impl Cut {
    /// The same with those that were rejected or merged since.
    pub(crate) fn of_all_taken(self) -> Self {
        Self { taken: true, ..self }
    }
}
