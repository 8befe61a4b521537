//! The measures: named formulas over counts, as real bulletins print them (statistics.md).

use crate::policy::Rounding;

use super::count::{Count, CountOf};
use super::fraction::Fraction;

/// How a measure is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// In per cent with two decimals.
    Percent,
    /// As a number with two decimals.
    Number,
}

/// What a measure's number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// A part of a whole: what the numerator counts, the denominator counts too. It lies between
    /// nothing and all.
    Proportion,
    /// Two numbers side by side, which may exceed 100 %.
    Ratio,
    /// So much for each counted thing.
    Mean,
    /// One of the things themselves, put in order.
    Quantile,
}

/// Which of the handling times behind a figure, put in order, a measure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantile {
    /// The middle one; of an even number, half the sum of the two in the middle.
    Median,
    /// The smallest that nine in ten do not exceed.
    Ninetieth,
}

/// A named formula: a sum of counts over a sum of counts, or one of the handling times themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its name in every face.
    pub name: &'static str,
    /// The heading printed over it.
    pub term: &'static str,
    /// The formula in words, printed beside the figure.
    pub rule: &'static str,
    /// The part: counts with their signs.
    pub numerator: &'static [(i64, Count)],
    /// The whole: counts with their signs.
    pub denominator: &'static [(i64, Count)],
    /// Which of the handling times it is, where it is one of them and no sum of counts.
    pub quantile: Option<Quantile>,
    /// Over what both are counted; by unit, always over assignments.
    pub over: CountOf,
    /// A part of a whole, or not, over those taken in during a period.
    pub relation: Relation,
    /// The same over what happened during a period: there part and whole may be of different tickets.
    pub in_flow: Relation,
    /// Whether it is used to judge somebody (考核): exempt assignments are left out of it.
    pub assessed: bool,
    /// How it is printed.
    pub shape: Shape,
}

impl Measure {
    /// The measure's value as printed; `—` when the whole is empty.
    pub fn printed(&self, value: &Fraction, rounding: Rounding) -> String {
        match self.shape {
            Shape::Percent => value.percent(rounding),
            Shape::Number => value.number(rounding),
        }
    }

    /// The measure of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        MEASURES.iter().find(|measure| measure.name == name)
    }
}

/// Every measure. A place picks the ones it prints; two rules are two names.
pub const MEASURES: &[Measure] = &[
    Measure {
        name: "closure_rate",
        term: "综合办结率",
        rule: "closed / effective",
        numerator: &[(1, Count::Closed)],
        denominator: &[(1, Count::Effective)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: false,
        shape: Shape::Percent,
    },
    Measure {
        name: "closed_late_rate",
        term: "超期结案率",
        rule: "closed_late / (closed - closed_unknown)",
        numerator: &[(1, Count::ClosedLate)],
        denominator: &[(1, Count::Closed), (-1, Count::ClosedUnknown)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: false,
        shape: Shape::Percent,
    },
    Measure {
        name: "in_time_rate",
        term: "按时办结率",
        rule: "(known - handled_late - open_late - handling_missed) / known",
        numerator: &[
            (1, Count::Known),
            (-1, Count::HandledLate),
            (-1, Count::OpenLate),
            (-1, Count::HandlingMissed),
        ],
        denominator: &[(1, Count::Known)],
        quantile: None,
        over: CountOf::Assignments,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: true,
        shape: Shape::Percent,
    },
    Measure {
        name: "in_time_of_due_rate",
        term: "按时办结率(占到期)",
        rule: "fell_due_in_time / fell_due",
        numerator: &[(1, Count::FellDueInTime)],
        denominator: &[(1, Count::FellDue)],
        quantile: None,
        over: CountOf::Assignments,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: true,
        shape: Shape::Percent,
    },
    Measure {
        name: "sign_off_in_time_rate",
        term: "及时签收率",
        rule: "signed_in_time / (signed_in_time + not_signed_in_time)",
        numerator: &[(1, Count::SignedInTime)],
        denominator: &[(1, Count::SignedInTime), (1, Count::NotSignedInTime)],
        quantile: None,
        over: CountOf::Assignments,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: true,
        shape: Shape::Percent,
    },
    Measure {
        name: "sign_off_in_time_of_transferred_rate",
        term: "及时签收率(占派单)",
        rule: "signed_in_time / (given_any - sign_off_unknown)",
        numerator: &[(1, Count::SignedInTime)],
        denominator: &[(1, Count::GivenAny), (-1, Count::SignOffUnknown)],
        quantile: None,
        over: CountOf::Assignments,
        relation: Relation::Proportion,
        in_flow: Relation::Ratio,
        assessed: true,
        shape: Shape::Percent,
    },
    Measure {
        name: "resolved_online_rate",
        term: "直办率",
        rule: "resolved_online / accepted",
        numerator: &[(1, Count::ResolvedOnline)],
        denominator: &[(1, Count::Accepted)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Ratio,
        assessed: false,
        shape: Shape::Percent,
    },
    Measure {
        name: "satisfaction_rate",
        term: "满意率",
        rule: "satisfied / rated",
        numerator: &[(1, Count::Satisfied)],
        denominator: &[(1, Count::Rated)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: true,
        shape: Shape::Percent,
    },
    Measure {
        name: "satisfaction_of_reached_rate",
        term: "满意率(占接通)",
        rule: "satisfied / reached",
        numerator: &[(1, Count::Satisfied)],
        denominator: &[(1, Count::Reached)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: true,
        shape: Shape::Percent,
    },
    Measure {
        name: "satisfaction_of_called_back_rate",
        term: "满意率(占回访)",
        rule: "satisfied / called_back",
        numerator: &[(1, Count::Satisfied)],
        denominator: &[(1, Count::CalledBack)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: true,
        shape: Shape::Percent,
    },
    Measure {
        name: "first_satisfaction_rate",
        term: "首次满意率",
        rule: "first_satisfied / rated",
        numerator: &[(1, Count::FirstSatisfied)],
        denominator: &[(1, Count::Rated)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: true,
        shape: Shape::Percent,
    },
    Measure {
        name: "rework_rate",
        term: "发回重办率",
        rule: "rework_tickets / transferred",
        numerator: &[(1, Count::ReworkTickets)],
        denominator: &[(1, Count::Transferred)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Ratio,
        assessed: true,
        shape: Shape::Percent,
    },
    Measure {
        name: "solved_rate",
        term: "解决率",
        rule: "solved / asked_solved",
        numerator: &[(1, Count::Solved)],
        denominator: &[(1, Count::AskedSolved)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: false,
        shape: Shape::Percent,
    },
    Measure {
        name: "passed_first_rate",
        term: "一次审核通过率",
        rule: "passed_first / reviewed",
        numerator: &[(1, Count::PassedFirst)],
        denominator: &[(1, Count::Reviewed)],
        quantile: None,
        over: CountOf::Assignments,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: false,
        shape: Shape::Percent,
    },
    Measure {
        name: "return_rate",
        term: "退单率",
        rule: "returned / given",
        numerator: &[(1, Count::Returned)],
        denominator: &[(1, Count::Given)],
        quantile: None,
        over: CountOf::Assignments,
        relation: Relation::Proportion,
        in_flow: Relation::Ratio,
        assessed: true,
        shape: Shape::Percent,
    },
    Measure {
        name: "carried_closure_rate",
        term: "办结率(含结转)",
        rule: "(closed + rejected) / (accepted + carried_in + brought_back)",
        numerator: &[(1, Count::Closed), (1, Count::Rejected)],
        denominator: &[(1, Count::Accepted), (1, Count::CarriedIn), (1, Count::BroughtBack)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Ratio,
        in_flow: Relation::Ratio,
        assessed: false,
        shape: Shape::Percent,
    },
    Measure {
        name: "due_closure_rate",
        term: "结案率",
        rule: "due_closed / due",
        numerator: &[(1, Count::DueClosed)],
        denominator: &[(1, Count::Due)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: false,
        shape: Shape::Percent,
    },
    Measure {
        name: "due_in_time_rate",
        term: "按期结案率",
        rule: "due_in_time / due",
        numerator: &[(1, Count::DueInTime)],
        denominator: &[(1, Count::Due)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: true,
        shape: Shape::Percent,
    },
    Measure {
        name: "mean_handling_days",
        term: "平均办结时长(工作日)",
        rule: "handling_minutes / (1440 x timed)",
        numerator: &[(1, Count::HandlingMinutes)],
        denominator: &[(1_440, Count::Timed)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Mean,
        in_flow: Relation::Mean,
        assessed: false,
        shape: Shape::Number,
    },
    Measure {
        name: "median_handling_minutes",
        term: "办理时长中位数(工作分钟)",
        rule: "the middle one of timed",
        numerator: &[],
        denominator: &[],
        quantile: Some(Quantile::Median),
        over: CountOf::Tickets,
        relation: Relation::Quantile,
        in_flow: Relation::Quantile,
        assessed: false,
        shape: Shape::Number,
    },
    Measure {
        name: "ninetieth_handling_minutes",
        term: "办理时长九成位数(工作分钟)",
        rule: "the one that nine in ten of timed do not exceed",
        numerator: &[],
        denominator: &[],
        quantile: Some(Quantile::Ninetieth),
        over: CountOf::Tickets,
        relation: Relation::Quantile,
        in_flow: Relation::Quantile,
        assessed: false,
        shape: Shape::Number,
    },
    Measure {
        name: "within_1_rate",
        term: "1个工作日内办结率",
        rule: "within_1 / timed",
        numerator: &[(1, Count::Within1)],
        denominator: &[(1, Count::Timed)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: false,
        shape: Shape::Percent,
    },
    Measure {
        name: "within_2_rate",
        term: "2个工作日内办结率",
        rule: "within_2 / timed",
        numerator: &[(1, Count::Within2)],
        denominator: &[(1, Count::Timed)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: false,
        shape: Shape::Percent,
    },
    Measure {
        name: "within_3_rate",
        term: "3个工作日内办结率",
        rule: "within_3 / timed",
        numerator: &[(1, Count::Within3)],
        denominator: &[(1, Count::Timed)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: false,
        shape: Shape::Percent,
    },
    Measure {
        name: "within_5_rate",
        term: "5个工作日内办结率",
        rule: "within_5 / timed",
        numerator: &[(1, Count::Within5)],
        denominator: &[(1, Count::Timed)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: false,
        shape: Shape::Percent,
    },
    Measure {
        name: "within_7_rate",
        term: "7个工作日内办结率",
        rule: "within_7 / timed",
        numerator: &[(1, Count::Within7)],
        denominator: &[(1, Count::Timed)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: false,
        shape: Shape::Percent,
    },
    Measure {
        name: "within_10_rate",
        term: "10个工作日内办结率",
        rule: "within_10 / timed",
        numerator: &[(1, Count::Within10)],
        denominator: &[(1, Count::Timed)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: false,
        shape: Shape::Percent,
    },
    Measure {
        name: "within_15_rate",
        term: "15个工作日内办结率",
        rule: "within_15 / timed",
        numerator: &[(1, Count::Within15)],
        denominator: &[(1, Count::Timed)],
        quantile: None,
        over: CountOf::Tickets,
        relation: Relation::Proportion,
        in_flow: Relation::Proportion,
        assessed: false,
        shape: Shape::Percent,
    },
];
