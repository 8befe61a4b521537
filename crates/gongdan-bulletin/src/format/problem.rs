//! What is wrong with a format: file, line, problem, and the nearest names that are known.

use gongdan::{Language, distance};

use super::by::LISTS;
use super::definitions::Own;
use super::known::NAMES;
use super::wrong::FormatProblem;

/// The name of the file of settings in a format's folder.
pub(super) const FILE: &str = "format.toml";

/// What is wrong with a format; it prints in English.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message(Language::English))]
pub struct FormatError {
    /// The file in the format's folder.
    pub file: String,
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub problem: FormatProblem,
    /// For a name that is not known: the nearest that are, the nearest first.
    pub nearest: Vec<String>,
}

impl FormatError {
    pub(super) fn new(file: &str, line: Option<usize>, problem: FormatProblem) -> Self {
        Self { file: file.to_owned(), line, problem, nearest: Vec::new() }
    }

    /// File, line, problem and the nearest names, in one line.
    pub fn message(&self, language: Language) -> String {
        let line = self.line.map(|line| format!(":{line}")).unwrap_or_default();
        let (file, problem) = (&self.file, self.problem.message(language));
        let nearest = self.nearest.join(match language {
            Language::Chinese => "、",
            Language::English => ", ",
        });
        match (language, self.nearest.is_empty()) {
            (_, true) => format!("{file}{line}: {problem}"),
            (Language::Chinese, false) => format!("{file}{line}: {problem},最接近的有:{nearest}"),
            (Language::English, false) => format!("{file}{line}: {problem}; nearest: {nearest}"),
        }
    }

    /// With the three names that differ least from the one that is not known.
    pub(super) fn nearest<'a>(
        mut self,
        name: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let mut known: Vec<&str> = known.into_iter().collect();
        known.sort_by_key(|known| distance(name, known));
        self.nearest = known.into_iter().take(3).map(str::to_owned).collect();
        self
    }
}

/// A figure that nobody counts, or that is not defined where it is asked for.
pub(super) fn unknown_figure(
    file: &str,
    line: Option<usize>,
    name: &str,
    own: &Own,
) -> FormatError {
    if own.named(name).is_some() {
        return FormatError::new(file, line, FormatProblem::NotDefined(name.to_owned()));
    }
    let name: String = name.chars().take(40).collect();
    FormatError::new(file, line, FormatProblem::UnknownFigure(name.clone()))
        .nearest(&name, own.names())
}

/// A name that a template sees nothing under.
pub(super) fn unknown_name(file: &str, line: Option<usize>, name: &str, own: &Own) -> FormatError {
    let name: String = name.chars().take(40).collect();
    let words = NAMES.iter().flat_map(|(english, chinese)| [*english, *chinese]);
    let lists = LISTS.iter().flat_map(|(english, chinese, _)| [*english, *chinese]);
    let known: Vec<&str> = words.chain(lists).chain(own.names()).collect();
    FormatError::new(file, line, FormatProblem::UnknownName(name.clone())).nearest(&name, known)
}

pub(super) fn unknown_format(name: &str, known: Vec<&'static str>) -> FormatError {
    FormatError::new(name, None, FormatProblem::UnknownFormat).nearest(name, known)
}

pub(super) fn no_file(file: &str, why: &str) -> FormatError {
    FormatError::new(file, None, FormatProblem::Unread(why.to_owned()))
}

/// The first line in which a word stands.
pub(super) fn line_of(text: &str, word: &str) -> Option<usize> {
    text.lines().position(|line| line.contains(word)).map(|line| line + 1)
}
