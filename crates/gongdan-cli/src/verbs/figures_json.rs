//! Figures for programs: one object with `rows`, `total`, measures and contacts.

use gongdan::{Count, Figures, Fraction, Grouping, Key, MEASURES, Rounding, Row, Tally};
use serde_json::{Map, Value, json};

use super::answered::Answered;
use crate::shown::stamped;

/// The whole answer.
pub(crate) fn object(answered: &Answered) -> Value {
    let Answered { figures, by, rounding, .. } = answered;
    let question = &figures.question;
    let rows: Vec<Value> = figures.rows.iter().map(|row| each(answered, row)).collect();
    let measures = measures(&figures.total, *rounding);
    let mut object = json!({
        "period": question.period.to_string(),
        "as_of": stamped(question.as_of),
        "basis": question.basis.word(),
        "by": named(by),
        "rows": rows,
        "total": tally(&figures.total),
        "measures": measures,
        "contacts": contacts(&answered.contacts),
    });
    if let (true, Value::Object(own)) = (by.is_empty(), &mut object) {
        own.extend(measures);
    }
    object
}

/// By what, in one word.
fn named(by: &[Grouping]) -> String {
    match by {
        [] => Grouping::All.word().to_owned(),
        by => by.iter().map(|by| by.word()).collect::<Vec<_>>().join(","),
    }
}

fn each(answered: &Answered, row: &Row) -> Value {
    let key = row.keys.first();
    let mut object = Map::new();
    object.insert("key".into(), json!(key.map(|key| &key.name)));
    if row.keys.len() > 1 {
        let keys: Vec<&str> = row.keys.iter().map(|key| key.name.as_str()).collect();
        object.insert("keys".into(), json!(keys));
    }
    object.extend(tally(&row.tally));
    if let (Some(units), Some(key)) = (&answered.units, key) {
        object.insert("units".into(), led(units, key));
    }
    object.insert("measures".into(), Value::Object(measures(&row.tally, answered.rounding)));
    Value::Object(object)
}

/// How many of a channel's tickets each unit leads or led.
fn led(units: &Figures, channel: &Key) -> Value {
    let of_channel = units.rows.iter().filter(|row| row.keys.first() == Some(channel));
    let named = of_channel.filter_map(|row| {
        let unit = row.keys.get(1).filter(|unit| unit.id >= 0)?;
        let accepted = row.tally.count(Count::Accepted);
        (accepted > 0).then(|| (unit.name.clone(), json!(accepted)))
    });
    Value::Object(named.collect())
}

fn tally(tally: &Tally) -> Map<String, Value> {
    tally.iter().map(|(count, value)| (count.word().to_owned(), json!(value))).collect()
}

fn measures(tally: &Tally, rounding: Rounding) -> Map<String, Value> {
    let named = MEASURES.iter().filter_map(|measure| {
        let Fraction { numerator, denominator } = tally.measure(measure)?;
        let value = json!({
            "numerator": numerator,
            "denominator": denominator,
            "printed": measure.printed(&Fraction { numerator, denominator }, rounding),
            "rule": measure.rule,
            "term": measure.term,
        });
        Some((measure.name.to_owned(), value))
    });
    named.collect()
}

fn contacts(contacts: &[(Key, i64)]) -> Value {
    Value::Object(contacts.iter().map(|(key, count)| (key.name.clone(), json!(count))).collect())
}
