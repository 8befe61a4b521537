//! The terminal face of gongdan: the library's verbs as commands (工单).
#![forbid(unsafe_code)]

mod args;
mod exit;
mod grid;
mod help;
mod language;
mod limit;
mod listed;
mod moments;
mod progress;
mod reading;
mod scope;
mod screen;
mod shown;
mod told;
mod verbs;
mod who;
mod words;

use clap::{CommandFactory, FromArgMatches};

fn main() -> std::process::ExitCode {
    let command = help::told(args::Cli::command(), language::spoken());
    let matches = command.clone().get_matches();
    let options = help::options(&command, &matches);
    let cli = args::Cli::from_arg_matches(&matches).unwrap_or_else(|wrong| wrong.exit());
    let screen = screen::Screen::new(language::chosen(cli.lang), cli.json);
    let exit = match cli.verb.run(&screen) {
        Ok(exit) => exit,
        Err(failure) => screen.fail(&failure, &options),
    };
    exit.into()
}
