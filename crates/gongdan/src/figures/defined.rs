//! Which figures a basis and a grouping define. What they do not is an error by name wherever a
//! figure can be named, never a 0.

use gongdan_domain::{Count, MEASURES, Measure, Problem, Tally, Times};

use super::ages;
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
    let tally = defined(basis, by, carries(basis, by));
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
    /// Nothing that is asked may be without effect.
    pub(crate) fn check(&self) -> Result<()> {
        let lists = [Grouping::Unit, Grouping::Category, Grouping::Channel, Grouping::Area];
        let one = matches!(&self.by[..], [by] if lists.contains(by));
        if self.zeros && !one {
            let rule =
                "rows of zeros are those of one grouping, by unit, category, channel or area";
            return Err(Error::invalid_input("zeros", Problem::Rule { rule }));
        }
        ages::check(self)
    }

    /// Nothing, in every count that is defined for it: over effective tickets alone nothing is said of
    /// those that were there before the period.
    pub(crate) fn nothing(&self) -> Tally {
        defined(self.basis, &self.by, self.carries())
    }

    /// Whether it also says how many tickets were there before its period.
    pub(crate) fn carries(&self) -> bool {
        carries(self.basis, &self.by) && !self.effective
    }
}

/// Nothing, in every count that is defined.
fn defined(basis: Basis, by: &[Grouping], carries: bool) -> Tally {
    let mut tally = Tally::default();
    for source in sources(basis, by) {
        source.counts().iter().for_each(|count| tally.put(source.of(), *count, 0));
        if source.counts().contains(&Count::Timed) {
            tally.set_times(source.of(), Times::default());
        }
    }
    if carries {
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

/// Whether a basis and a grouping say how many tickets were there before a period.
fn carries(basis: Basis, by: &[Grouping]) -> bool {
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

#[cfg(test)]
mod tests {
    use gongdan_domain::{Moment, Period};

    use super::*;

    #[test]
    fn over_effective_tickets_nothing_is_said_of_those_that_were_there_before() {
        let month = Period::month(2020, 9).expect("a month");
        let flow = Question::new(month, Moment::MAX).basis(Basis::Flow);
        assert_eq!(flow.nothing().get(Count::CarriedIn), Some(0));
        let effective = Question { effective: true, ..flow };
        let carried = effective.nothing();
        assert_eq!(Count::CARRIED.iter().filter_map(|count| carried.get(*count)).count(), 0);
        let error = not_defined(&effective, Count::CarriedIn);
        let told = error.to_string();
        let names = told.split("they define: ").nth(1).expect("what is defined");
        assert!(!names.contains("carried_in"), "{told}");
    }
}
