//! Templates: rendered within bounds, their lines read back as sentences of words and figures.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use super::desk::Desk;
use super::ink::{CLOSE, Ink, OPEN, Wrong};
use super::known::CALLS;
use super::problem::{FILE, FormatError, line_of, unknown_figure, unknown_name};
use super::token::demangled;
use super::wrong::FormatProblem;
use super::{calls, reckon, rewrite};
use crate::document::Sentence;

/// The steps that one template may take.
const FUEL: u64 = 2_000_000;

/// Checks that every template is well-formed.
pub(super) fn check(templates: &BTreeMap<String, String>) -> Result<(), FormatError> {
    environment(templates).map(|_| ())
}

/// An environment that knows these templates and nothing else.
pub(super) fn environment(
    templates: &BTreeMap<String, String>,
) -> Result<Environment<'_>, FormatError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_debug(true);
    environment.set_fuel(Some(FUEL));
    environment.add_filter("ended", |text: &str| crate::names::ended(text));
    reckon::known_to(&mut environment);
    calls::known_to(&mut environment);
    for (name, text) in templates {
        if text.contains([OPEN, CLOSE]) {
            return Err(FormatError::new(name, None, FormatProblem::Marks));
        }
        environment.add_template(name, text).map_err(|error| refused(name, &error))?;
    }
    Ok(environment)
}

/// The paragraphs that a template prints: its lines that are not empty.
pub(super) fn paragraphs(
    environment: &Environment<'_>,
    name: &str,
    seen: &Value,
    desk: &Arc<Desk>,
) -> Result<Vec<Sentence>, FormatError> {
    let template = environment.get_template(name).map_err(|error| refused(name, &error))?;
    let printed = template.render(seen);
    read_back(name, template.source(), printed, desk)
}

/// What a short template of `format.toml` prints, a sentence a line.
pub(super) fn sentences(
    environment: &Environment<'_>,
    source: &str,
    seen: &Value,
    desk: &Arc<Desk>,
) -> Result<Vec<Sentence>, FormatError> {
    let printed = environment.render_str(&rewrite::template(source), seen);
    read_back(FILE, source, printed, desk)
}

/// The one line that a short template of `format.toml` prints.
pub(super) fn line(
    environment: &Environment<'_>,
    source: &str,
    seen: &Value,
    desk: &Arc<Desk>,
) -> Result<String, FormatError> {
    let sentences = sentences(environment, source, seen, desk)?;
    Ok(sentences.iter().map(ToString::to_string).collect())
}

/// The most that one template may print, in bytes.
const LONGEST: usize = 4_000_000;

fn read_back(
    name: &str,
    source: &str,
    printed: Result<String, minijinja::Error>,
    desk: &Arc<Desk>,
) -> Result<Vec<Sentence>, FormatError> {
    let line = printed.as_ref().err().and_then(minijinja::Error::line).filter(|_| name != FILE);
    // What stands in `format.toml` is looked for in all of it.
    let source = if name == FILE { desk.toml.as_str() } else { source };
    let line_of = |word: &str| {
        line.or_else(|| line_of(source, word).or_else(|| line_of(source, &rewrite::readable(word))))
    };
    let missed = desk.ink.take_missed();
    match desk.ink.take_wrong() {
        Some(Wrong::Unknown(unknown)) => {
            return Err(unknown_figure(name, line_of(&unknown), &unknown, &desk.own));
        }
        Some(Wrong::Of(word, problem)) => {
            return Err(FormatError::new(name, line_of(&word), problem));
        }
        None => {}
    }
    let printed = printed.map_err(|error| {
        let undefined = error.kind() == minijinja::ErrorKind::UndefinedError;
        match missed.filter(|_| undefined) {
            Some(unknown) => unknown_name(name, line_of(&unknown), &unknown, &desk.own),
            None => refused(name, &error),
        }
    })?;
    if printed.len() > LONGEST {
        return Err(FormatError::new(name, None, FormatProblem::TooMuch));
    }
    let lines = printed.lines().map(str::trim).filter(|line| !line.is_empty());
    let sentence = |line| {
        sentence(line, &desk.ink)
            .ok_or_else(|| FormatError::new(name, None, FormatProblem::Changed))
    };
    lines.map(sentence).collect()
}

/// Words and figures of a printed line.
fn sentence(line: &str, ink: &Ink) -> Option<Sentence> {
    let mut parts = line.split(OPEN);
    let mut sentence = Sentence::default().words(parts.next()?)?;
    for part in parts {
        let (index, words) = part.split_once(CLOSE)?;
        let figure = ink.figure(index.parse().ok()?)?;
        sentence = sentence.figure(&figure).words(words)?;
    }
    Some(sentence)
}

impl Sentence {
    /// Goes on with words that hold no mark.
    fn words(self, words: &str) -> Option<Self> {
        match words.contains(CLOSE) {
            true => None,
            false if words.is_empty() => Some(self),
            false => Some(self.say(words)),
        }
    }
}

pub(super) fn refused(name: &str, error: &minijinja::Error) -> FormatError {
    let problem = match error.detail() {
        Some(detail) => format!("{}: {}", error.kind(), demangled(detail)),
        None => error.kind().to_string(),
    };
    let known = CALLS.iter().flat_map(|(english, chinese)| [*english, *chinese]);
    let unknown = error
        .detail()
        .map(demangled)
        .filter(|_| error.kind() == minijinja::ErrorKind::UnknownFilter);
    // What stands in a template of `format.toml`, or in a pattern, has no line of its own.
    let file = error.name().filter(|file| !file.starts_with('<')).unwrap_or(name);
    let line = error.line().filter(|_| file != FILE);
    let wrong = FormatError::new(file, line, FormatProblem::Template(problem));
    match unknown.as_deref().and_then(|detail| detail.split_whitespace().nth(1)) {
        Some(filter) => wrong.nearest(filter, known),
        None => wrong,
    }
}
