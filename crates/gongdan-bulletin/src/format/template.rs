//! Templates: rendered within bounds, their lines read back as sentences of words and figures.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use super::amount;
use super::ink::{CLOSE, Ink, OPEN};
use super::problem::{FILE, FormatError, line_of, unknown_figure};
use super::reckoned::reckoned;
use super::wrong::FormatProblem;
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
    amount::known_to(&mut environment);
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
    ink: &Arc<Ink>,
) -> Result<Vec<Sentence>, FormatError> {
    let template = environment.get_template(name).map_err(|error| refused(name, &error))?;
    let printed = template.render(seen);
    read_back(name, template.source(), printed, ink)
}

/// The one line that a short template of `format.toml` prints.
pub(super) fn line(
    environment: &Environment<'_>,
    source: &str,
    seen: &Value,
    ink: &Arc<Ink>,
) -> Result<String, FormatError> {
    let printed = environment.render_str(&reckoned(source), seen);
    let sentences = read_back(FILE, source, printed, ink)?;
    Ok(sentences.iter().map(ToString::to_string).collect())
}

fn read_back(
    name: &str,
    source: &str,
    printed: Result<String, minijinja::Error>,
    ink: &Arc<Ink>,
) -> Result<Vec<Sentence>, FormatError> {
    if let Some(unknown) = ink.take_unknown() {
        let line = printed.as_ref().err().and_then(minijinja::Error::line);
        let line = line.or_else(|| line_of(source, &unknown));
        return Err(unknown_figure(name, line, &unknown));
    }
    let printed = printed.map_err(|error| refused(name, &error))?;
    let lines = printed.lines().map(str::trim).filter(|line| !line.is_empty());
    let sentence = |line| {
        sentence(line, ink).ok_or_else(|| FormatError::new(name, None, FormatProblem::Changed))
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

fn refused(name: &str, error: &minijinja::Error) -> FormatError {
    let problem = match error.detail() {
        Some(detail) => format!("{}: {detail}", error.kind()),
        None => error.kind().to_string(),
    };
    let problem = FormatProblem::Template(problem);
    FormatError::new(error.name().unwrap_or(name), error.line(), problem)
}
