//! The tables as data: what the templates see, and what a comparison of a face reads, whatever
//! language it is written in.

use std::collections::BTreeMap;

use gongdan::{
    Basis, COMMANDS, Class, CommandRow, Count, CountOf, FILTER, Field, Grouping, LISTS, List,
    MEASURES, Measure, QUESTION, RANKING, Relation, Table, TicketView, Word, check_figure,
};
use gongdan_bulletin::BULLETIN;
use serde::Serialize;
use serde_json::{Value, json};

/// Commands, filter, question, a ticket's fields, closed lists and measures.
pub(crate) fn told() -> Value {
    let list = |(number, list): &(i64, &List)| with(list, json!({ "number": number }));
    json!({
        "commands": COMMANDS.iter().map(command).collect::<Vec<_>>(),
        "filter": FILTER,
        "question": QUESTION,
        "ranking": RANKING,
        "bulletin": BULLETIN,
        "fields": TicketView::fields().collect::<Vec<_>>(),
        "lists": LISTS.iter().map(list).collect::<Vec<_>>(),
        "measures": MEASURES.iter().map(|each| each.name).collect::<Vec<_>>(),
    })
}

/// What the templates see beside them: lists and words by name, what measures are, and the tables that
/// leave a file.
pub(crate) fn beside() -> Value {
    let words = |list: &'static List| list.words.iter().map(|each| (each.word, each)).collect();
    let words = LISTS.iter().map(|(_, list)| (list.name, words(list)));
    json!({
        "list": LISTS.iter().map(|(_, list)| (list.name, *list)).collect::<BTreeMap<_, _>>(),
        "words": words.collect::<BTreeMap<_, BTreeMap<&str, &Word>>>(),
        "counts": Count::ALL.iter().map(count).collect::<Vec<_>>(),
        "formulas": MEASURES.iter().map(formula).collect::<Vec<_>>(),
        "tables": Table::ALL.iter().map(table).collect::<Vec<_>>(),
    })
}

/// A row, and what follows from it.
fn with(row: &impl Serialize, more: Value) -> Value {
    let mut told = json!(row);
    if let (Value::Object(told), Value::Object(more)) = (&mut told, more) {
        told.extend(more);
    }
    told
}

fn command(row: &CommandRow) -> Value {
    let follows = json!({
        "code": row.verb.code(),
        "term": row.verb.term(),
        "variant": format!("{:?}", row.verb),
        "roles": row.who.roles(),
        "on_ticket": row.on_ticket(),
    });
    with(row, follows)
}

fn table(table: &Table) -> Value {
    let columns: Vec<Value> = table.columns().iter().map(column).collect();
    let follows = json!({ "view": table.view(), "stored": table.stored(), "columns": columns });
    with(table.listed(), follows)
}

fn formula(measure: &Measure) -> Value {
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
    }
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
    let follows = json!({
        "cohort": among(&cohort, Count::ASSIGNMENTS),
        "flow": among(&flow, Count::ASSIGNMENT_FLOW),
        "charged": count.charged(),
        "whole": whole,
        "times": count.is_times(),
    });
    with(count.listed(), follows)
}

fn column(field: &Field) -> Value {
    let personal = field.class > Class::Internal;
    with(field, json!({ "sorts": field.sorts(), "sql": field.sql(), "personal": personal }))
}
