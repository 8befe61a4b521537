//! What a command prints: lines, tables or JSON on the output, failures on the error output.

use std::fmt::Display;
use std::io::Write;

use gongdan::{Error, Language, wording};
use serde_json::{Value, json};

use crate::exit::{Exit, Failure};
use crate::grid::Grid;
use crate::told::dashed;
use crate::words::Pair;

/// Where and how a command prints.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Screen {
    /// The language of its sentences.
    pub(crate) language: Language,
    /// Whether it prints JSON for programs.
    pub(crate) json: bool,
}

impl Screen {
    /// A screen in a language, for people or for programs.
    pub(crate) fn new(language: Language, json: bool) -> Self {
        Self { language, json }
    }

    /// A word in the screen's language.
    pub(crate) fn word(&self, (chinese, english): Pair) -> &'static str {
        match self.language {
            Language::Chinese => chinese,
            Language::English => english,
        }
    }

    /// Prints a line.
    pub(crate) fn line(&self, text: impl Display) -> Result<(), Failure> {
        writeln!(std::io::stdout().lock(), "{text}").map_err(printing)
    }

    /// Prints text as it is.
    pub(crate) fn text(&self, text: &str) -> Result<(), Failure> {
        let mut out = std::io::stdout().lock();
        out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(printing)
    }

    /// Prints a table.
    pub(crate) fn table(&self, grid: &Grid) -> Result<(), Failure> {
        self.line(grid)
    }

    /// Prints one JSON value.
    pub(crate) fn value(&self, value: &Value) -> Result<(), Failure> {
        self.line(format_args!("{value:#}"))
    }

    /// Says on the error output what was left out, and why.
    pub(crate) fn note(&self, what: Pair, why: &str) {
        // An error output that cannot be written leaves the files to speak.
        let _ = writeln!(std::io::stderr().lock(), "{}: {why}", self.word(what));
    }

    /// Prints a failure on the error output, and says with which code to exit.
    /// `options` are those of the subcommand: an error names one as it was typed.
    pub(crate) fn fail(&self, failure: &Failure, options: &[String]) -> Exit {
        if matches!(failure, Failure::Unread) {
            return failure.exit();
        }
        let message = self.message(failure, options);
        let text = match self.json {
            true => json!({ "error": described(failure, &message) }).to_string(),
            false => format!("gongdan: {message}"),
        };
        // An error output that cannot be written leaves the exit code to speak.
        let _ = writeln!(std::io::stderr().lock(), "{text}");
        failure.exit()
    }
}

impl Screen {
    fn message(&self, failure: &Failure, options: &[String]) -> String {
        let invalid = match failure {
            Failure::Hotline(error) => error.invalid(),
            _ => None,
        };
        let typed = invalid.map(|invalid| (invalid, dashed(invalid.argument)));
        match typed.filter(|(_, name)| options.contains(name)) {
            Some((invalid, name)) => {
                wording::invalid_typed(invalid, &format!("--{name}"), self.language)
            }
            None => failure.message(self.language),
        }
    }
}

fn printing(error: std::io::Error) -> Failure {
    match error.kind() {
        std::io::ErrorKind::BrokenPipe => Failure::Unread,
        _ => Failure::File("-".into(), error),
    }
}

fn described(failure: &Failure, message: &str) -> Value {
    let mut value =
        json!({ "kind": failure.word(), "exit": failure.exit() as u8, "message": message });
    let Failure::Hotline(error) = failure else { return value };
    if let Some((name, particulars)) = particulars(error) {
        value[name] = particulars;
    }
    value
}

fn particulars(error: &Error) -> Option<(&'static str, Value)> {
    if let Some(refusal) = error.refusal() {
        let allowed: Vec<&str> = refusal.allowed.iter().map(|verb| verb.word()).collect();
        return Some((
            "refusal",
            json!({
                "code": refusal.code.word(),
                "stage": refusal.stage.word(),
                "asked": refusal.asked.word(),
                "allowed": allowed,
            }),
        ));
    }
    if let Some(invalid) = error.invalid() {
        return Some(("argument", json!(invalid.argument)));
    }
    let (expected, actual) = error.versions()?;
    Some(("versions", json!({ "expected": expected, "actual": actual })))
}
