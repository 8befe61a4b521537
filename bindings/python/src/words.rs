//! Words, moments and printed rates: what Python asks of the rule book without any file.

use gongdan::{
    COMMANDS, FieldKind, Fraction, LISTS, List, MEASURES, Measure, Moment, Period, Rounding, Table,
    TicketView,
};
use pyo3::prelude::*;
use serde_json::{Value, json};

use crate::error::raised;

/// A moment as milliseconds since 1970 UTC. A bare date is allowed where `whole_day` says so, and
/// means its end.
#[pyfunction]
pub(crate) fn moment(py: Python<'_>, argument: &str, text: &str, whole_day: bool) -> PyResult<i64> {
    let argument = ARGUMENTS.iter().find(|each| **each == argument).copied().unwrap_or("at");
    let day = || gongdan::parse_day(argument, text).map(Moment::end_of);
    let moment = Moment::parse(argument, text);
    let moment = if whole_day { moment.or_else(|wrong| day().map_err(|_| wrong)) } else { moment };
    moment.map(Moment::ms).map_err(|invalid| raised(py, &invalid.into()))
}

/// The arguments that take a moment, as errors name them.
const ARGUMENTS: &[&str] =
    &["at", "as_of", "from_", "overdue_on", "due_by", "published", "printed_on"];

/// A period as `first day, last day, name`.
#[pyfunction]
pub(crate) fn period(py: Python<'_>, text: &str) -> PyResult<(String, String, String)> {
    let period = Period::parse(text).map_err(|invalid| raised(py, &invalid.into()))?;
    Ok((period.first().to_string(), period.last().to_string(), period.to_string()))
}

/// A rate as its measure prints it; one of no known measure prints as a per cent.
#[pyfunction]
pub(crate) fn printed(
    py: Python<'_>,
    name: &str,
    numerator: i64,
    denominator: i64,
    rounding: &str,
) -> PyResult<String> {
    let rounding = Rounding::parse(rounding).map_err(|invalid| raised(py, &invalid.into()))?;
    let rate = Fraction::new(numerator, denominator);
    Ok(match Measure::named(name) {
        Some(measure) => measure.printed(&rate, rounding),
        None => rate.percent(rounding),
    })
}

/// Every list of words there is, as JSON: what the Python side must not write down a second time.
#[pyfunction]
pub(crate) fn vocabulary() -> String {
    let list = |(_, list): &(i64, &List)| {
        let words =
            list.words.iter().map(|each| json!([each.word, each.term, each.code, each.note]));
        (list.type_name.to_owned(), words.collect())
    };
    let measures = MEASURES.iter().map(|each| (each.name, each.term, each.rule));
    json!({
        "lists": LISTS.iter().map(list).collect::<serde_json::Map<_, _>>(),
        "measures": measures.collect::<Vec<_>>(),
        "edges": edges(),
        "fields": fields(),
        "tables": tables(),
        "withheld": withheld(),
    })
    .to_string()
}

fn edges() -> Vec<Value> {
    let edges = COMMANDS.iter().filter(|row| row.on_ticket()).map(|edge| {
        let stages: Vec<&str> = edge.stages.iter().map(|stage| stage.word()).collect();
        json!([edge.verb.word(), edge.who.word(), stages])
    });
    edges.collect()
}

/// A ticket's fields: name, heading, and the list that the field takes its words from.
fn fields() -> Vec<Value> {
    let list = |kind| match kind {
        FieldKind::Word(list) => Some(list.type_name),
        _ => None,
    };
    TicketView::fields().map(|field| json!([field.name, field.heading, list(field.kind)])).collect()
}

/// The columns of each table that are read only when they are asked for by name.
fn withheld() -> Value {
    let table = |table: &Table| {
        let shown: Vec<&str> = table.shown().map(|column| column.name).collect();
        let names = table.columns().iter().map(|column| column.name);
        let names: Vec<&str> = names.filter(|name| !shown.contains(name)).collect();
        (table.word().to_owned(), json!(names))
    };
    Value::Object(Table::ALL.iter().map(table).collect())
}

fn tables() -> Value {
    let table = |table: &Table| {
        let columns = table.columns().iter().map(|column| (column.name, column.heading));
        (table.word().to_owned(), json!(columns.collect::<Vec<_>>()))
    };
    Value::Object(Table::ALL.iter().map(table).collect())
}
