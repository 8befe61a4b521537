//! How an argument comes in from C: its types, its words in a comment, how it is read, and what it
//! is preset to.

use gongdan::{Argument, List, Need, Taken, Takes, Typed};

use super::prose::{ascii, inside};
use super::source::Source;
use super::words::{constant, type_of};

/// A parameter of a function, or a member of a struct.
pub(super) struct Place {
    /// Its name.
    pub(super) name: String,
    /// Its type, as Rust spells it.
    pub(super) kind: String,
    /// What it is.
    pub(super) words: String,
    /// What a struct is preset to, where it is not 0.
    pub(super) preset: Option<String>,
}

/// Where an argument stands: itself, and how many there are of it.
pub(super) fn places(source: &mut Source, argument: &Argument) -> Vec<Place> {
    let one = kind(source, argument.takes);
    let name = argument.name.to_owned();
    let words = words(argument);
    let Need::Several = argument.need else {
        return vec![Place { name, kind: one, words, preset: preset(argument) }];
    };
    let count = Place {
        name: count(argument),
        kind: "u32".to_owned(),
        words: format!("How many there are in `{}`", argument.name),
        preset: None,
    };
    vec![Place { name, kind: format!("*const {one}"), words, preset: None }, count]
}

fn count(argument: &Argument) -> String {
    format!("{}_count", argument.name)
}

fn kind(source: &mut Source, takes: Takes) -> String {
    match takes {
        Takes::Ticket | Takes::Moment | Takes::Beginning => "i64".to_owned(),
        Takes::Number => "u64".to_owned(),
        Takes::Flag | Takes::Answer => "i32".to_owned(),
        Takes::Word(list) => {
            source.uses("crate::written::words", &type_of(list));
            type_of(list)
        }
        Takes::Text(_)
        | Takes::Name(_)
        | Takes::Label
        | Takes::Day
        | Takes::Period
        | Takes::Structure => {
            source.uses("std::ffi", "c_char");
            "*const c_char".to_owned()
        }
    }
}

fn words(argument: &Argument) -> String {
    let said = ascii(argument.english);
    let takes = match argument.takes {
        Takes::Word(list) => format!(
            "{}one of {}",
            if argument.need == Need::Several { "each " } else { "" },
            constant(list, "")
        ),
        Takes::Moment | Takes::Beginning => "milliseconds since 1970".to_owned(),
        Takes::Day => "as YYYY-MM-DD".to_owned(),
        Takes::Period => "as `2020-09`, `2020-Q3`, `2020`, or two days joined by `..`".to_owned(),
        Takes::Structure => "as JSON".to_owned(),
        Takes::Ticket => "its id".to_owned(),
        Takes::Flag => "GD_YES, or GD_NO or 0".to_owned(),
        Takes::Answer => "GD_YES, GD_NO, or 0 where it is not known".to_owned(),
        Takes::Number | Takes::Text(_) | Takes::Name(_) | Takes::Label => String::new(),
    };
    let left_out = match (argument.need, argument.takes) {
        (Need::Required | Need::Default(_), _) | (_, Takes::Answer) => String::new(),
        (Need::Several, _) => format!("`{}` of them, or none", count(argument)),
        (_, Takes::Word(_) | Takes::Number | Takes::Moment | Takes::Beginning | Takes::Ticket) => {
            "or 0".to_owned()
        }
        _ => "or NULL".to_owned(),
    };
    let beside: Vec<String> =
        [takes, left_out].into_iter().filter(|part| !part.is_empty()).collect();
    match beside.is_empty() {
        true => said,
        false => format!("{said} ({})", beside.join(", ")),
    }
}

/// What a default is in C.
fn preset(argument: &Argument) -> Option<String> {
    match (argument.need, argument.takes) {
        (Need::Default(word), Takes::Word(list)) => Some(constant(list, word)),
        (Need::Default(word), Takes::Flag) => {
            let yes = bool::taken(argument, Typed::Text(word.to_owned()));
            yes.unwrap_or_default().then(|| "GD_YES".to_owned())
        }
        _ => None,
    }
}

/// The expression that reads an argument; `at` is what stands before its name.
pub(super) fn read(source: &mut Source, argument: &Argument, at: &str) -> Result<String, String> {
    let (name, need) = (argument.name, argument.need);
    let any = if need == Need::Optional { "_any" } else { "" };
    let (quoted, value) = (format!("\"{name}\""), format!("{at}{name}"));
    let mut number = |how: &str| {
        source.uses("crate", "numbers");
        Ok(format!("numbers::{how}({quoted}, {value})?"))
    };
    match (argument.takes, need) {
        (Takes::Text(_) | Takes::Name(_) | Takes::Label, Need::Required) => {
            Ok(format!("given.required({quoted}, {value})?"))
        }
        (Takes::Text(_) | Takes::Name(_) | Takes::Label, Need::Optional) => {
            Ok(format!("given.optional({quoted}, {value})?"))
        }
        (Takes::Text(_) | Takes::Name(_) | Takes::Label, Need::Several) => {
            Ok(format!("given.list({quoted}, {value}, {at}{})?", count(argument)))
        }
        (Takes::Period, Need::Required | Need::Optional) => {
            Ok(format!("given.period{any}({quoted}, {value})?"))
        }
        (Takes::Day, Need::Required | Need::Optional) => {
            Ok(format!("given.day{any}({quoted}, {value})?"))
        }
        (Takes::Structure, Need::Required | Need::Optional) => {
            Ok(format!("given.json{any}({quoted}, {value})?"))
        }
        (Takes::Moment | Takes::Beginning, Need::Required | Need::Optional) => {
            number(&format!("moment{any}"))
        }
        (Takes::Number, Need::Required | Need::Optional) => number(&format!("number{any}")),
        (Takes::Ticket, Need::Required | Need::Optional) => number(&format!("ticket{any}")),
        (Takes::Flag, Need::Default(_)) => number("flag"),
        (Takes::Answer, Need::Optional) => number("flag_any"),
        (Takes::Word(list), need) => Ok(word(source, list, need, &quoted, &value)),
        (takes, need) => Err(format!("{name}: C has no {takes:?} that is {need:?}")),
    }
}

fn word(source: &mut Source, list: &List, need: Need, quoted: &str, value: &str) -> String {
    let kind = list.type_name;
    source.uses("gongdan", kind);
    source.uses("crate", "numbers");
    match need {
        Need::Required => format!("numbers::code!({kind}, {quoted}, {value})?"),
        Need::Optional => format!("numbers::code_any!({kind}, {quoted}, {value})?"),
        Need::Several => format!("numbers::codes!({kind}, {quoted}, {value}, {value}_count)?"),
        Need::Default(word) => {
            let otherwise = constant(list, word);
            source.uses("crate::written::words", &otherwise);
            format!("numbers::code!({kind}, {quoted}, numbers::or({value}, {otherwise}))?")
        }
    }
}

/// The words of an argument as an item of a function's comment.
pub(super) fn item(place: &Place) -> String {
    format!("- `{}`: {}.", place.name, inside(&place.words))
}
