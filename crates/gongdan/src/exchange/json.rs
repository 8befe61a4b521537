//! Commands and questions as JSON: the form in which other languages, files and queues tell them.

use gongdan_domain::{
    Argument, Command, Given, Invalid, Problem, Register, Rulebook, Species, Typed, Verb,
};
use serde::de::{Deserialize, Deserializer, Error as _};
use serde_json::{Map, Value, json};

use crate::asking::{FILTER, Filter};
use crate::figures::{QUESTION, Question, RANKING, RankingQuestion};
use crate::words::{Error, Result};

/// A JSON object as a place where arguments come from.
struct Object<'a>(&'a Map<String, Value>);

impl Given for Object<'_> {
    fn given(&self, name: &'static str) -> std::result::Result<Option<Typed>, Invalid> {
        Ok(self.0.get(name).filter(|value| !value.is_null()).map(typed))
    }
}

fn typed(value: &Value) -> Typed {
    match value {
        Value::String(text) => Typed::Text(text.clone()),
        Value::Number(number) => number.as_i64().map_or(Typed::Foreign, Typed::Number),
        Value::Bool(flag) => Typed::Flag(*flag),
        Value::Array(all) => Typed::Several(all.iter().map(typed).collect()),
        Value::Object(_) => Typed::Structure(value.to_string()),
        Value::Null => Typed::Foreign,
    }
}

/// Reads what is asked from a JSON object whose names are those of the table, none of them foreign.
///
/// # Errors
/// `InvalidInput` names the argument as it was typed, or lists the names that are allowed.
pub fn given_of<T>(
    rows: &[Argument],
    object: &Value,
    read: impl FnOnce(&dyn Given) -> std::result::Result<T, Invalid>,
) -> Result<T> {
    let Value::Object(object) = object else {
        let expected = "an object of arguments by name";
        return Err(Error::invalid_input("arguments", Problem::Malformed { expected }));
    };
    let known = |name: &&String| rows.iter().any(|row| row.name == name.as_str());
    if let Some(foreign) = object.keys().find(|name| !known(name)) {
        let nearest = rows.iter().map(|row| row.name.to_owned()).collect();
        let given = foreign.chars().take(40).collect();
        return Err(Error::invalid_input("arguments", Problem::Unknown { given, nearest }));
    }
    Ok(read(&Object(object))?)
}

/// Whatever is asked with a table of arguments is read by that table: what is left out is its
/// default, a moment may be a text, and an error names the argument.
macro_rules! read_by_table {
    ($($asked:ty, $rows:expr;)+) => { $(
        impl<'de> Deserialize<'de> for $asked {
            fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
                let told = Value::deserialize(from)?;
                given_of($rows, &told, Self::read).map_err(D::Error::custom)
            }
        }
    )+ };
}
read_by_table! {
    Filter, FILTER;
    Question, QUESTION;
    RankingQuestion, RANKING;
}

/// Reads a command on a ticket: `"sign_off"`, or `{"transfer": {"lead": "县住建局"}}`: the verb, and
/// its arguments by name.
///
/// # Errors
/// `InvalidInput` names the argument as it was typed.
pub fn command_of(told: &Value) -> Result<Command> {
    let (word, arguments) = match told {
        Value::String(word) => (word.as_str(), Value::Object(Map::new())),
        Value::Object(one) if one.len() == 1 => match one.iter().next() {
            Some((word, arguments)) => (word.as_str(), arguments.clone()),
            None => return Err(malformed()),
        },
        _ => return Err(malformed()),
    };
    let verb = Verb::parse(word).map_err(|wrong| wrong.named("command"))?;
    given_of(verb.row().arguments, &arguments, |given| Command::read(verb, given))
}

fn malformed() -> Error {
    let expected = r#""verb", or {"verb": {"argument": …}}"#;
    Error::invalid_input("command", Problem::Malformed { expected })
}

/// The rules as data: founding, register, provisions, notices, formulas.
pub fn rulebook_told(rules: &Rulebook) -> Value {
    let register: Map<String, Value> = Species::ALL
        .iter()
        .map(|species| (species.word().to_owned(), entries(&rules.register, *species)))
        .collect();
    json!({
        "founding": rules.founding,
        "register": register,
        "provisions": rules.policy.provisions(),
        "notices": rules.calendar.notices(),
        "formulas": rules.formulas,
    })
}

fn entries(register: &Register, species: Species) -> Value {
    let entry = register.all(species).map(|entry| {
        json!({
            "id": entry.id,
            "name": entry.last_name(),
            "names": entry.names(),
            "places": entry.places(),
            "aliases": entry.aliases,
            "codes": entry.codes().iter().cloned().collect::<std::collections::BTreeMap<_, _>>(),
            "channel_kind": entry.channel_kind,
            "retired_at": entry.retired_at,
            "merged": entry.merged,
        })
    });
    entry.collect()
}

#[cfg(test)]
mod tests {
    use gongdan_domain::COMMANDS;
    use serde_json::json;

    use super::*;

    #[test]
    fn what_serde_writes_is_read_again() {
        let transfer = Command::transfer("县住建局");
        for command in [transfer, Command::Recall, Command::Confidential { confidential: false }] {
            let told = serde_json::to_value(&command).expect("JSON");
            assert_eq!(command_of(&told).expect("read"), command);
        }
    }

    #[test]
    fn each_argument_that_is_wrong_is_named() {
        for row in COMMANDS.iter().filter(|row| row.on_ticket()) {
            for argument in row.arguments {
                let told = json!({ row.verb.word(): { argument.name: { "no": "value" } } });
                let error = command_of(&told).expect_err("no argument takes an object");
                let named = row.arguments.iter().take_while(|each| each.name != argument.name);
                let allowed: Vec<_> = named.map(|each| each.name).chain([argument.name]).collect();
                let told = error.invalid().expect("names it").argument;
                assert!(allowed.contains(&told), "{} {} {told}", row.verb, argument.name);
            }
        }
    }

    #[test]
    fn a_foreign_argument_is_refused_with_the_names_that_are_known() {
        let error = command_of(&json!({ "close": { "outcom": "solved" } })).expect_err("foreign");
        assert!(error.to_string().contains("outcome"), "{error}");
    }
}
