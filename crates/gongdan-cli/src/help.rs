//! What `--help` says: subcommands in groups, an example of each, all of it in the language that is
//! spoken. What a table tells stands in its rows; the rest in `help.txt`.

use clap::{Arg, ArgAction, ArgMatches, Command};
use gongdan::{Chapter, Language};

use crate::exit;
use crate::told::dashed;
use crate::verbs::ticket;

const HELP: &str = include_str!("help.txt");

/// What stands in `help.txt` under a name, for example `show` or `show.number`.
fn chinese(name: &str) -> Option<&'static str> {
    let mut lines = HELP.lines().filter_map(|line| line.split_once(" = "));
    lines.find(|(under, _)| *under == name).map(|(_, text)| text)
}

/// What stands there of an argument: its own line, or that of all who share its name.
fn of_argument(verb: &str, name: &str) -> Option<&'static str> {
    chinese(&format!("{verb}.{name}")).or_else(|| chinese(&format!("*.{name}")))
}

/// The example of a subcommand: the line after its own.
fn example(verb: &str) -> Option<&'static str> {
    let mut lines = HELP
        .lines()
        .skip_while(|line| line.split_once(" = ").is_none_or(|(under, _)| under != verb));
    lines.nth(1)?.strip_prefix("! ")
}

/// The groups of `help.txt` with their subcommands: both names, and what stands in it.
fn groups() -> impl Iterator<Item = (&'static str, &'static str, Vec<&'static str>)> {
    HELP.split("\n## ").skip(1).filter_map(|group| {
        let (head, lines) = group.split_once('\n')?;
        let (chinese, english) = head.split_once(" | ")?;
        let names = lines.lines().filter_map(|line| line.split_once(" = "));
        let verbs = names.map(|(name, _)| name).filter(|name| !name.contains('.'));
        Some((chinese, english, verbs.collect()))
    })
}

/// The command line with everything that it says of itself.
pub(crate) fn told(mut command: Command, language: Language) -> Command {
    let names: Vec<String> =
        command.get_subcommands().map(|each| each.get_name().to_owned()).collect();
    for name in &names {
        command = command.mut_subcommand(name, |sub| subcommand(sub, language));
    }
    let index = index(&command, language);
    let (usage, options) = headings(language);
    let command = command.disable_help_subcommand(true).mut_args(|arg| argument("", arg, language));
    helped(command, language)
        .help_template(format!(
            "{{about}}\n\n{usage}: {{usage}}\n\n{index}\n{options}:\n{{options}}\n\n{{after-help}}"
        ))
        .about(match language {
            Language::Chinese => "政务热线工单的一生,都在一个 SQLite 文件里(工单)",
            Language::English => {
                "The life of a government hotline's tickets (工单) on one SQLite file"
            }
        })
        .after_help(exit::codes(language))
}

/// With a help option that speaks the language.
fn helped(command: Command, language: Language) -> Command {
    let help = match language {
        Language::Chinese => "显示说明",
        Language::English => "Print help",
    };
    let arg = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(help);
    command.disable_help_flag(true).arg(argument("", arg, language).display_order(999))
}

fn headings(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Chinese => ("用法", "选项"),
        Language::English => ("Usage", "Options"),
    }
}

/// One subcommand, and those below it.
fn subcommand(command: Command, language: Language) -> Command {
    let name = command.get_name().to_owned();
    let of_table = ticket::rows().any(|row| dashed(row.verb.word()) == name);
    let about = chinese(&name).filter(|_| language == Language::Chinese);
    let command = match about {
        Some(about) => command.about(about),
        None => command,
    };
    let command = match example(&name).filter(|_| !of_table) {
        Some(line) => command.after_help(format!("{}: {line}", example_word(language))),
        None => command,
    };
    let (usage, _) = headings(language);
    let command = command.help_template(format!(
        "{{about}}\n\n{usage}: {{usage}}\n\n{{all-args}}\n\n{{after-help}}"
    ));
    helped(command.mut_args(|arg| argument(&name, arg, language)), language)
}

fn example_word(language: Language) -> &'static str {
    match language {
        Language::Chinese => "例",
        Language::English => "Example",
    }
}

fn argument(verb: &str, arg: Arg, language: Language) -> Arg {
    if language == Language::English {
        return arg;
    }
    let heading = if arg.is_positional() { "参数" } else { "选项" };
    let arg = match arg.get_help_heading() {
        Some(_) => arg,
        None => arg.help_heading(heading),
    };
    match of_argument(verb, arg.get_id().as_str()) {
        Some(help) if !is_told(&arg) => arg.help(help),
        _ => arg,
    }
}

/// Whether its help is Chinese already, from a table.
fn is_told(arg: &Arg) -> bool {
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    !help.chars().next().is_none_or(|first| first.is_ascii())
}

/// The options of the subcommand that was typed, as they are typed.
pub(crate) fn options(command: &Command, matches: &ArgMatches) -> Vec<String> {
    let found = matches.subcommand().and_then(|(name, _)| command.find_subcommand(name));
    let arguments = found.into_iter().flat_map(Command::get_arguments);
    arguments.filter_map(Arg::get_long).map(str::to_owned).collect()
}

/// Every subcommand under its group: the chapters of the life first.
fn index(command: &Command, language: Language) -> String {
    let mut index = String::new();
    for chapter in Chapter::ALL {
        let names = ticket::rows().filter(|row| row.chapter == *chapter);
        let names: Vec<String> = names.map(|row| dashed(row.verb.word())).collect();
        let title = match language {
            Language::Chinese => chapter.term().to_owned(),
            Language::English => format!("{} {}", chapter.word(), chapter.term()),
        };
        group(&mut index, command, &title, names.iter().map(String::as_str));
    }
    for (chinese, english, verbs) in groups() {
        let title = if language == Language::Chinese { chinese } else { english };
        group(&mut index, command, title, verbs.into_iter());
    }
    index
}

fn group<'a>(
    index: &mut String,
    command: &Command,
    title: &str,
    names: impl Iterator<Item = &'a str>,
) {
    let mut lines = String::new();
    for name in names {
        let Some(found) = command.find_subcommand(name) else { continue };
        let about = found.get_about().map(ToString::to_string).unwrap_or_default();
        lines.push_str(&format!("  {name:<18} {about}\n"));
    }
    if !lines.is_empty() {
        index.push_str(&format!("{title}:\n{lines}\n"));
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::args::Cli;

    fn is_chinese(text: &str) -> bool {
        text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    }

    #[test]
    fn everything_is_said_in_chinese_with_an_example() {
        let command = Cli::command();
        for sub in command.get_subcommands() {
            let name = sub.get_name();
            let of_table = ticket::rows().any(|row| dashed(row.verb.word()) == name);
            assert!(of_table || chinese(name).is_some_and(is_chinese), "{name}");
            assert!(of_table || example(name).is_some(), "{name} has no example");
            for arg in sub.get_arguments().filter(|_| !of_table) {
                let id = arg.get_id().as_str();
                let own = of_argument(name, id).is_some_and(is_chinese);
                assert!(own || is_of_a_table(id), "{name}.{id}");
            }
        }
    }

    fn is_of_a_table(id: &str) -> bool {
        let tables =
            [gongdan::FILTER, gongdan::QUESTION, gongdan::RANKING, gongdan_bulletin::BULLETIN];
        tables.into_iter().flatten().any(|row| row.name == id)
    }

    /// A line's words as a shell splits them: what stands between quotes is one.
    fn words(line: &str) -> Vec<&str> {
        let parts = line.split('"').enumerate();
        parts
            .flat_map(|(nth, part)| match nth % 2 {
                0 => part.split_whitespace().collect(),
                _ => vec![part],
            })
            .collect()
    }

    #[test]
    fn every_example_can_be_read() {
        let of_tables = ticket::rows().map(ticket::example);
        let of_file = HELP.lines().filter_map(|line| line.strip_prefix("! ").map(str::to_owned));
        for line in of_tables.chain(of_file) {
            let read = Cli::command().try_get_matches_from(words(&line));
            assert!(read.is_ok(), "{line}: {}", read.unwrap_err());
        }
    }

    #[test]
    fn the_index_names_every_subcommand_in_both_languages() {
        for language in [Language::Chinese, Language::English] {
            let command = told(Cli::command(), language);
            let index = index(&command, language);
            for sub in command.get_subcommands() {
                let line = format!("\n  {} ", sub.get_name());
                assert!(index.contains(&line), "{}", sub.get_name());
            }
        }
    }
}
