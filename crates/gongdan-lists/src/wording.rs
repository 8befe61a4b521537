//! Cells as text: how moments, days, words and answers are written.

use std::borrow::Cow;

use chrono::{Datelike, Timelike};
use gongdan::{Day, Language, Moment, Word};

/// A cell that people read.
pub(crate) fn told<'a>(cell: &'a crate::OutCell<'_>, language: Language) -> Cow<'a, str> {
    use crate::OutCell::{
        Day, Flag, Id, Moment, Names, Nothing, Number, Printed, Real, Text, Word,
    };
    match cell {
        Nothing => Cow::Borrowed(""),
        Text(text) => Cow::Borrowed(text),
        Id(number) | Number(number) => Cow::Owned(number.to_string()),
        Real(number) => Cow::Owned(number.to_string()),
        Printed(text) if text == "—" => Cow::Borrowed(""),
        Printed(text) => Cow::Borrowed(text),
        Flag(flag) => Cow::Borrowed(yes_or_no(*flag, language)),
        Word(word) => Cow::Borrowed(spoken(word, language)),
        Names(names) => Cow::Owned(names.join("、")),
        Moment(at) => Cow::Owned(on_the_wall(*at)),
        Day(day) => Cow::Owned(dated(*day)),
    }
}

/// Yes or no.
fn yes_or_no(flag: bool, language: Language) -> &'static str {
    match (flag, language) {
        (true, Language::Chinese) => "是",
        (false, Language::Chinese) => "否",
        (true, Language::English) => "yes",
        (false, Language::English) => "no",
    }
}

/// A word of a list: the office's, or that of every face.
pub(crate) fn spoken(word: &'static Word, language: Language) -> &'static str {
    match language {
        Language::Chinese => word.term,
        Language::English => word.word,
    }
}

/// A moment on the wall clock of Beijing; with its milliseconds where it has any.
fn on_the_wall(at: Moment) -> String {
    let local = at.local();
    let (day, time) = (dated(local.date()), local.time());
    let (hour, minute, second) = (time.hour(), time.minute(), time.second());
    match time.nanosecond() / 1_000_000 {
        0 => format!("{day} {hour:02}:{minute:02}:{second:02}"),
        ms => format!("{day} {hour:02}:{minute:02}:{second:02}.{ms:03}"),
    }
}

/// A moment for programs: RFC 3339 in Beijing time.
pub(crate) fn stamped(at: Moment) -> String {
    let wall = on_the_wall(at);
    format!("{}+08:00", wall.replacen(' ', "T", 1))
}

/// A day.
pub(crate) fn dated(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}
