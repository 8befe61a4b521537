//! The terminal face of gongdan: the library's verbs as commands (工单).
#![forbid(unsafe_code)]

mod args;
mod exit;
mod grid;
mod language;
mod limit;
mod progress;
mod reading;
mod scope;
mod screen;
mod shown;
mod verbs;
mod who;
mod words;

use clap::Parser;

fn main() -> std::process::ExitCode {
    let cli = args::Cli::parse();
    let screen = screen::Screen::new(language::chosen(cli.lang), cli.json);
    let exit = match cli.verb.run(&screen) {
        Ok(exit) => exit,
        Err(failure) => screen.fail(&failure),
    };
    exit.into()
}
