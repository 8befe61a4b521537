//! Which figures a basis and a grouping define. What they do not is an error by name wherever a
//! figure can be named, never a 0.

use gongdan_domain::{Count, MEASURES, Measure, Problem, Tally};

use super::question::Question;
use crate::store::Source;
use crate::words::{Basis, Grouping};
use crate::words::{Error, Result};

/// Checks that a basis and a grouping define a figure: a count or a measure by its name.
///
/// ```
/// use gongdan::{Basis, Grouping, check_figure};
/// assert!(check_figure(Basis::Cohort, &[Grouping::Unit], "return_rate").is_ok());
/// assert!(check_figure(Basis::Cohort, &[Grouping::Unit], "waiting").is_err(), "no unit has it");
/// assert!(check_figure(Basis::Flow, &[], "pending").is_err(), "nothing that happens");
/// ```
///
/// # Errors
/// `InvalidInput` names `figure`: nobody knows it, or it is not defined here.
pub fn check_figure(basis: Basis, by: &[Grouping], name: &str) -> Result<()> {
    let tally = defined(basis, by);
    let found = match Measure::named(name) {
        Some(measure) => tally.measure(measure).is_some(),
        None => tally.get(Count::parse(name)?).is_some(),
    };
    match found {
        true => Ok(()),
        false => Err(undefined("figure", &tally, name)),
    }
}

impl Question {
    /// Nothing, in every count that its basis and grouping define.
    pub(crate) fn nothing(&self) -> Tally {
        defined(self.basis, &self.by)
    }
}

/// Nothing, in every count that is defined.
fn defined(basis: Basis, by: &[Grouping]) -> Tally {
    let mut tally = Tally::default();
    for source in sources(basis, by) {
        source.counts().iter().for_each(|count| tally.put(source.of(), *count, 0));
    }
    if carries(basis, by) {
        Count::CARRIED.iter().for_each(|count| tally.set(*count, 0));
    }
    if counts_citizens(basis, by) {
        tally.set(Count::Citizens, 0);
    }
    tally
}

/// Which statements answer a question: by unit, those over assignments alone.
pub(crate) fn sources(basis: Basis, by: &[Grouping]) -> Vec<Source> {
    let by_unit = by.iter().any(|by| matches!(by, Grouping::Unit | Grouping::UnitGroup));
    match (basis, by_unit) {
        (Basis::Cohort, true) => vec![Source::CohortAssignments],
        (Basis::Cohort, false) => vec![Source::CohortTickets, Source::CohortAssignments],
        (Basis::Flow, true) => vec![Source::FlowAssignments],
        (Basis::Flow, false) => {
            vec![Source::FlowTickets, Source::DueTickets, Source::FlowAssignments]
        }
    }
}

/// Whether a question also says how many tickets were there before its period.
pub(crate) fn carries(basis: Basis, by: &[Grouping]) -> bool {
    basis == Basis::Flow && by.iter().all(|by| *by == Grouping::All)
}

/// Whether a question also counts citizens: people cannot be added up over groups.
pub(crate) fn counts_citizens(basis: Basis, by: &[Grouping]) -> bool {
    basis == Basis::Cohort && by.iter().all(|by| *by == Grouping::All)
}

/// The error of a count that a question does not define.
pub(crate) fn not_defined(question: &Question, count: Count) -> Error {
    undefined("count", &question.nothing(), count.word())
}

fn undefined(argument: &'static str, tally: &Tally, given: &str) -> Error {
    let defined = match Measure::named(given) {
        Some(_) => {
            let measures = MEASURES.iter().filter(|each| tally.measure(each).is_some());
            measures.map(|each| each.name.to_owned()).collect()
        }
        None => tally.iter().map(|(count, _)| count.word().to_owned()).collect(),
    };
    Error::invalid_input(argument, Problem::NotDefined { given: given.to_owned(), defined })
}
