//! Counts and measures as data: over what each basis defines them, who is charged, and what a measure is.

use gongdan_domain::{Count, CountOf, MEASURES, Measure, Relation};
use serde_json::{Value, json};

use super::defined::check_figure;
use crate::words::{Basis, Grouping};

/// Every count and measure as data: name, term, over what each basis defines it (tickets, legs, or
/// nothing), who is charged with a count, whether a measure is a proportion, a ratio or a mean, and whether
/// it is assessed. docs/figures.md is printed from it.
///
/// ```
/// let figures = gongdan::figures_told();
/// let closed = figures["counts"].as_array().unwrap().iter().find(|each| each["word"] == "closed");
/// assert_eq!(closed.unwrap()["cohort"], "tickets, legs");
/// ```
pub fn figures_told() -> Value {
    json!({
        "counts": Count::ALL.iter().map(count).collect::<Vec<_>>(),
        "measures": MEASURES.iter().map(measure).collect::<Vec<_>>(),
    })
}

/// A count: over what each basis defines it, and who is charged with it.
fn count(count: &Count) -> Value {
    let whole = [Count::CarriedIn, Count::BroughtBack].contains(count) || *count == Count::Citizens;
    let among = |tickets: &[Count], legs: &[Count]| {
        let lists = [("tickets", tickets), ("legs", legs)];
        let over = lists.iter().filter(|(_, list)| list.contains(count)).map(|(over, _)| *over);
        over.collect::<Vec<_>>().join(", ")
    };
    let flow = [Count::FLOW, Count::DUE, Count::CARRIED].concat();
    let cohort = if whole { vec![Count::Citizens] } else { Count::TICKETS.to_vec() };
    json!({
        "word": count.word(),
        "term": count.term(),
        "note": count.listed().note,
        "cohort": among(&cohort, Count::ASSIGNMENTS),
        "flow": among(&flow, Count::ASSIGNMENT_FLOW),
        "charged": count.charged(),
        "whole": whole,
        "times": count.is_times(),
    })
}

fn measure(measure: &Measure) -> Value {
    let told = |basis, of| {
        let defined = |by: &[Grouping]| check_figure(basis, by, measure.name).is_ok();
        match (defined(&[]), defined(&[Grouping::Unit])) {
            (false, true) => format!("{}, by unit", relation(of)),
            (true, _) => relation(of).to_owned(),
            (false, false) => String::new(),
        }
    };
    json!({
        "name": measure.name,
        "term": measure.term,
        "rule": measure.rule,
        "of": over(measure.over),
        "assessed": measure.assessed,
        "cohort": told(Basis::Cohort, measure.relation),
        "flow": told(Basis::Flow, measure.in_flow),
    })
}

fn over(of: CountOf) -> &'static str {
    match of {
        CountOf::Tickets => "tickets",
        CountOf::Assignments => "legs",
    }
}

fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Proportion => "proportion",
        Relation::Ratio => "ratio",
        Relation::Mean => "mean",
        Relation::Quantile => "quantile",
    }
}
