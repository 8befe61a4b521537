//! Arguments that a table tells: as options of the command line, and read back from it. Whatever is
//! special about one of them stands in its row.

use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, value_parser};
use gongdan::{
    Argument, Error, ErrorKind, Given, Hotline, Invalid, Language, Need, Problem, Result, Tabled,
    Takes, Typed, now,
};

use crate::language::{say, spoken};
use crate::verbs::open;

/// A name as it is typed here: with dashes.
pub(crate) fn dashed(name: &str) -> String {
    name.replace('_', "-")
}

/// The hotline's file, where it stands on every command line.
pub(crate) fn file(language: Language) -> Arg {
    let help = say(language, "工单文件", "The hotline's file");
    let arg = Arg::new("file").required(true).help(help).value_name("FILE");
    arg.value_parser(value_parser!(PathBuf))
}

/// The path of that file as it was typed.
pub(crate) fn path(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("file").cloned().unwrap_or_default()
}

/// Adds an option for each row of a table.
pub(crate) fn options(command: Command, rows: &'static [Argument], language: Language) -> Command {
    rows.iter().fold(command, |command, row| command.arg(option(row, language)))
}

fn option(row: &'static Argument, language: Language) -> Arg {
    let arg = Arg::new(row.name).long(dashed(row.name)).help(help(row, language));
    let arg = arg.value_name(row.takes.placeholder()).visible_aliases(row.alias);
    let arg = match row.need {
        Need::Several => arg.action(ArgAction::Append),
        Need::Default(word) => arg.default_value(word),
        Need::Required | Need::Optional => arg,
    };
    match row.takes {
        Takes::Flag => arg.num_args(0..=1).require_equals(true).default_missing_value("yes"),
        Takes::Word(_) if row.need == Need::Several => arg.value_delimiter(','),
        _ => arg,
    }
}

/// What it is, the words it takes, and whether it has to be given.
fn help(row: &Argument, language: Language) -> String {
    let (what, needed, present, several) = match language {
        Language::Chinese => (row.chinese, "必填", "不填则为现在", "可多次填写"),
        Language::English => {
            (row.english, "required", "now if left out", "may be given several times")
        }
    };
    let mut help = what.to_owned();
    if let Takes::Word(list) = row.takes {
        let words = list.words.iter().map(|word| format!("{} {}", word.word, word.term));
        help = format!("{help}: {}", words.collect::<Vec<_>>().join(", "));
    }
    match row.need {
        Need::Required if is_now(row) => format!("{help} [{present}]"),
        Need::Required => format!("{help} [{needed}]"),
        Need::Several => format!("{help} [{several}]"),
        Need::Optional | Need::Default(_) => help,
    }
}

/// A moment that has to be given is the present one at a terminal.
fn is_now(row: &Argument) -> bool {
    row.takes == Takes::Moment && row.need == Need::Required
}

/// What was typed on the command line under the names of a table.
pub(crate) struct Line<'a> {
    rows: &'static [Argument],
    matches: &'a ArgMatches,
    tickets: BTreeMap<&'static str, i64>,
}

impl<'a> Line<'a> {
    /// What was typed, of commands and questions that name no other ticket.
    pub(crate) fn new(rows: &'static [Argument], matches: &'a ArgMatches) -> Self {
        Self { rows, matches, tickets: BTreeMap::new() }
    }

    /// What was typed, its other tickets found by their printed numbers or ids.
    ///
    /// # Errors
    /// `NotFound` when there is no such ticket; `Io`, `Corrupt`.
    pub(crate) fn of(
        rows: &'static [Argument],
        matches: &'a ArgMatches,
        hotline: &Hotline,
    ) -> Result<Self> {
        let mut line = Self::new(rows, matches);
        for row in rows.iter().filter(|row| row.takes == Takes::Ticket) {
            if let Some(number) = matches.get_one::<String>(row.name) {
                let found = open::ticket(hotline, number);
                let found = found.map_err(|error| unknown(row, number, error))?;
                line.tickets.insert(row.name, found.id.0);
            }
        }
        Ok(line)
    }
}

/// That there is no such ticket is wrong of the argument that names it.
fn unknown(row: &Argument, number: &str, error: Error) -> Error {
    match error.kind() {
        ErrorKind::NotFound => {
            let given = number.chars().take(40).collect();
            row.wrong(Problem::Unknown { given, nearest: Vec::new() }).into()
        }
        _ => error,
    }
}

impl Given for Line<'_> {
    fn given(&self, name: &'static str) -> std::result::Result<Option<Typed>, Invalid> {
        let row = self.rows.iter().find(|row| row.name == name);
        let text = |text: &String| Typed::Text(text.clone());
        if let Some(id) = self.tickets.get(name) {
            return Ok(Some(Typed::Number(*id)));
        }
        let Some(mut typed) = self.matches.get_many::<String>(name) else {
            return Ok(row.filter(|row| is_now(row)).map(|_| Typed::Number(now().ms())));
        };
        let several = row.is_some_and(|row| row.need == Need::Several);
        Ok(match several {
            true => Some(Typed::Several(typed.map(text).collect())),
            false => typed.next_back().map(text),
        })
    }
}

/// A question among the arguments of a subcommand.
#[derive(Debug)]
pub(crate) struct Told<T>(ArgMatches, PhantomData<T>);

impl<T: Tabled> Told<T> {
    /// The question as it was typed.
    ///
    /// # Errors
    /// What is wrong, naming the argument.
    pub(crate) fn read(&self) -> std::result::Result<T, Invalid> {
        T::typed(&Line::new(T::ROWS, &self.0))
    }
}

impl<T: Tabled> Args for Told<T> {
    fn augment_args(command: Command) -> Command {
        options(command, T::ROWS, spoken())
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<T: Tabled> FromArgMatches for Told<T> {
    fn from_arg_matches(matches: &ArgMatches) -> std::result::Result<Self, clap::Error> {
        Ok(Self(matches.clone(), PhantomData))
    }

    fn update_from_arg_matches(
        &mut self,
        matches: &ArgMatches,
    ) -> std::result::Result<(), clap::Error> {
        self.0 = matches.clone();
        Ok(())
    }
}

/// An option with a value as somebody might type it.
pub(crate) fn example(row: &Argument) -> String {
    let value = row.takes.example();
    match value.contains([' ', '{']) {
        true => format!(" --{} '{value}'", dashed(row.name)),
        false => format!(" --{} {value}", dashed(row.name)),
    }
}
