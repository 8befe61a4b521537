//! The measures: named formulas over counts, as real bulletins print them (statistics.md).

use super::count::Count;

/// A named formula: a sum of counts over a sum of counts.
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
}

impl Measure {
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
        rule: "closed / accepted",
        numerator: &[(1, Count::Closed)],
        denominator: &[(1, Count::Accepted)],
    },
    Measure {
        name: "closed_late_rate",
        term: "超期结案率",
        rule: "closed_late / closed",
        numerator: &[(1, Count::ClosedLate)],
        denominator: &[(1, Count::Closed)],
    },
    Measure {
        name: "in_time_rate",
        term: "按时办结率",
        rule: "(transferred - handled_late) / transferred",
        numerator: &[(1, Count::Transferred), (-1, Count::HandledLate)],
        denominator: &[(1, Count::Transferred)],
    },
    Measure {
        name: "sign_off_in_time_rate",
        term: "及时签收率",
        rule: "(signed_off - sign_off_late) / signed_off",
        numerator: &[(1, Count::SignedOff), (-1, Count::SignOffLate)],
        denominator: &[(1, Count::SignedOff)],
    },
    Measure {
        name: "sign_off_in_time_of_transferred_rate",
        term: "及时签收率(占转办)",
        rule: "(signed_off - sign_off_late) / transferred",
        numerator: &[(1, Count::SignedOff), (-1, Count::SignOffLate)],
        denominator: &[(1, Count::Transferred)],
    },
    Measure {
        name: "resolved_online_rate",
        term: "直办率",
        rule: "resolved_online / accepted",
        numerator: &[(1, Count::ResolvedOnline)],
        denominator: &[(1, Count::Accepted)],
    },
    Measure {
        name: "satisfaction_rate",
        term: "满意率",
        rule: "satisfied / called_back",
        numerator: &[(1, Count::Satisfied)],
        denominator: &[(1, Count::CalledBack)],
    },
    Measure {
        name: "satisfaction_of_reached_rate",
        term: "满意率(占接通)",
        rule: "satisfied / reached",
        numerator: &[(1, Count::Satisfied)],
        denominator: &[(1, Count::Reached)],
    },
    Measure {
        name: "satisfaction_of_rated_rate",
        term: "满意率(占评价)",
        rule: "satisfied / rated",
        numerator: &[(1, Count::Satisfied)],
        denominator: &[(1, Count::Rated)],
    },
    Measure {
        name: "rework_rate",
        term: "发回重办率",
        rule: "rework_tickets / transferred",
        numerator: &[(1, Count::ReworkTickets)],
        denominator: &[(1, Count::Transferred)],
    },
    Measure {
        name: "solved_rate",
        term: "解决率",
        rule: "solved / assessed",
        numerator: &[(1, Count::Solved)],
        denominator: &[(1, Count::Assessed)],
    },
    Measure {
        name: "return_rate",
        term: "退单率",
        rule: "returned / transferred",
        numerator: &[(1, Count::Returned)],
        denominator: &[(1, Count::Transferred)],
    },
];
