//! Every command on a ticket as a verb of the command line, from the table of commands.

use clap::error::ErrorKind;
use clap::{Arg, ArgMatches, FromArgMatches, Subcommand};
use gongdan::{
    Answers, Batch, COMMANDS, Command, CommandRow, Hotline, Intake, Language, Need, Receipt,
    Result, Stamp, Viewer,
};

use super::{open, receipt};
use crate::exit::Outcome;
use crate::language::{say, spoken};
use crate::screen::Screen;
use crate::told::{self, Line, dashed};
use crate::who;

/// The rows that are verbs here: those that answer something else than the ticket have a verb of
/// their own.
pub(crate) fn rows() -> impl Iterator<Item = &'static CommandRow> {
    COMMANDS.iter().filter(|row| row.answers == Answers::Ticket)
}

/// A command as it was typed.
#[derive(Debug)]
pub(crate) struct Asked {
    row: &'static CommandRow,
    matches: ArgMatches,
}

impl Subcommand for Asked {
    fn augment_subcommands(command: clap::Command) -> clap::Command {
        rows().fold(command, |command, row| command.subcommand(subcommand(row, spoken())))
    }

    fn augment_subcommands_for_update(command: clap::Command) -> clap::Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        rows().any(|row| dashed(row.verb.word()) == name)
    }
}

impl FromArgMatches for Asked {
    fn from_arg_matches(matches: &ArgMatches) -> std::result::Result<Self, clap::Error> {
        let found = matches.subcommand().and_then(|(name, matches)| {
            let row = rows().find(|row| dashed(row.verb.word()) == name)?;
            Some(Self { row, matches: matches.clone() })
        });
        found.ok_or_else(|| clap::Error::new(ErrorKind::InvalidSubcommand))
    }

    fn update_from_arg_matches(
        &mut self,
        matches: &ArgMatches,
    ) -> std::result::Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn subcommand(row: &'static CommandRow, language: Language) -> clap::Command {
    let command = clap::Command::new(dashed(row.verb.word())).about(about(row, language));
    let command = command.arg(told::file(language));
    let command = match row.on_ticket() {
        true => command.arg(ticket(language)),
        false => command,
    };
    let command = told::options(command, row.arguments, language);
    let command = who::options(command, row, language);
    command.after_help(format!("{}: {}", say(language, "例", "Example"), example(row)))
}

/// What a command does, with its office term.
pub(crate) fn about(row: &CommandRow, language: Language) -> String {
    match language {
        Language::Chinese if row.chinese.starts_with(row.verb.term()) => row.chinese.to_owned(),
        Language::Chinese => format!("{}:{}", row.verb.term(), row.chinese),
        Language::English => format!("{} ({})", row.english, row.verb.term()),
    }
}

fn ticket(language: Language) -> Arg {
    let help = say(language, "工单编号或标识", "The ticket's printed number, or its id");
    Arg::new("number").required(true).help(help).value_name("NUMBER")
}

/// A command as somebody might type it: with what has to be given.
pub(crate) fn example(row: &CommandRow) -> String {
    let ticket = if row.on_ticket() { " 20200901-0001" } else { "" };
    let needed = row.arguments.iter().filter(|each| each.need == Need::Required);
    let given: String = needed.map(told::example).collect();
    let unit = if who::acts_for_a_unit(row) { " --unit 县城管执法局" } else { "" };
    format!("gongdan {} hengdong.db{ticket}{given}{unit} --by 陈静", dashed(row.verb.word()))
}

impl Asked {
    /// Does what is asked.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let stamp = who::stamp(&self.matches, self.row)?;
        let tried = self.matches.get_flag("dry_run");
        let file = told::path(&self.matches);
        let receipt = match self.row.on_ticket() {
            true => self.on_ticket(&mut Hotline::open(file)?, &stamp, tried)?,
            false => {
                let intake = Intake::read(&Line::new(self.row.arguments, &self.matches))?;
                let mut hotline = Hotline::open(file)?;
                let work = |batch: &mut Batch<'_>| batch.intake(&stamp, &intake);
                tried_or_done(&mut hotline, tried, work)?
            }
        };
        receipt::of_ticket(screen, self.row.verb, &receipt, tried)
    }

    fn on_ticket(&self, hotline: &mut Hotline, stamp: &Stamp, tried: bool) -> Result<Receipt> {
        let number = self.matches.get_one::<String>("number").cloned().unwrap_or_default();
        let find = |hotline: &Hotline| open::ticket(hotline, &number);
        let ticket = hotline.viewed_by(Viewer::from(stamp)).ask(find)?.id;
        let line = Line::of(self.row.arguments, &self.matches, hotline)?;
        let command = Command::read(self.row.verb, &line)?;
        let work = |batch: &mut Batch<'_>| batch.execute(ticket, stamp, &command);
        tried_or_done(hotline, tried, work)
    }
}

fn tried_or_done(
    hotline: &mut Hotline,
    tried: bool,
    work: impl FnOnce(&mut Batch<'_>) -> Result<Receipt>,
) -> Result<Receipt> {
    match tried {
        true => Ok(hotline.dry_run(work)?.0),
        false => hotline.batch(work),
    }
}
