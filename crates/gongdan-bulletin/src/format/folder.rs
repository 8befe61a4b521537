//! A format as its folder says it: its settings and its templates.

use std::collections::BTreeMap;
use std::path::Path;

use super::problem::{self, FILE, FormatError, line_of};
use super::spec::{BlockSpec, Spec};
use super::wrong::FormatProblem;
use super::{asked, rewrite, shipped, template};
use crate::edition::Edition;
use crate::needs::Needs;

/// A format: a small TOML file, and templates for its sentences. A new place is a new folder.
///
/// Templates are minijinja. They see the model and nothing else: no file, no network, no clock,
/// and a bounded number of steps. What they print is text; it is escaped by each written form.
#[derive(Clone, Debug)]
pub struct Format {
    pub(super) name: String,
    pub(super) spec: Spec,
    pub(super) templates: BTreeMap<String, String>,
    /// What has to be asked of a file for it.
    pub(super) needs: Needs,
    /// Its `format.toml`, to say in which line something stands.
    pub(super) toml: String,
}

/// The text of a file of a format's folder.
pub(super) fn file_of(folder: &Path, file: &str) -> Result<String, FormatError> {
    let path = folder.join(file);
    let wrong = |error: std::io::Error| problem::no_file(file, &error.to_string());
    let about = std::fs::symlink_metadata(&path).map_err(wrong)?;
    // A folder may come by mail: it reaches nothing outside it, and has an end.
    if !about.is_file() || about.len() > LONGEST {
        return Err(FormatError::new(file, None, FormatProblem::Outside));
    }
    std::fs::read_to_string(&path).map_err(wrong)
}

impl Format {
    /// The names of the formats that are shipped.
    pub fn names() -> Vec<&'static str> {
        shipped::names()
    }

    /// A format that is shipped.
    ///
    /// # Errors
    /// No format has this name; the nearest names are given.
    pub fn shipped(name: &str) -> Result<Self, FormatError> {
        let found = shipped::ALL.iter().find(|(each, _)| *each == name);
        let (_, files) = found.ok_or_else(|| problem::unknown_format(name, shipped::names()))?;
        Self::of(name, |file| {
            let found = files.iter().find(|(each, _)| *each == file);
            found.map(|(_, text)| (*text).to_owned()).ok_or_else(|| problem::no_file(file, ""))
        })
    }

    /// What may stand in a format: its reference, in Chinese, whose examples are tests.
    pub const REFERENCE: &str = include_str!("../../formats/README.md");

    /// The files of a format that is shipped: names and texts.
    ///
    /// # Errors
    /// As [`Format::shipped`].
    pub fn files(name: &str) -> Result<&'static [(&'static str, &'static str)], FormatError> {
        let found = shipped::ALL.iter().find(|(each, _)| *each == name);
        found
            .map(|(_, files)| *files)
            .ok_or_else(|| problem::unknown_format(name, shipped::names()))
    }

    /// The format of a folder: `format.toml`, and the templates that it names.
    ///
    /// # Errors
    /// A file that cannot be read, a setting that is not known, a figure that nobody counts, a
    /// template that is not well-formed: with file, line and the nearest names.
    pub fn read(folder: &Path) -> Result<Self, FormatError> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        Self::of(&name, |file| file_of(folder, file))
    }

    /// A shipped format's name, or else a folder.
    ///
    /// # Errors
    /// As [`Format::shipped`] and [`Format::read`].
    pub fn find(name_or_folder: &str) -> Result<Self, FormatError> {
        let folder = Path::new(name_or_folder);
        match folder.join(problem::FILE).is_file() {
            true => Self::read(folder),
            false => Self::shipped(name_or_folder),
        }
    }

    fn of(
        name: &str,
        read: impl Fn(&str) -> Result<String, FormatError>,
    ) -> Result<Self, FormatError> {
        let text = read(problem::FILE)?;
        let spec = Spec::parse(&text)?;
        let mut templates = BTreeMap::new();
        for name in names(&spec, &text)? {
            templates.insert(name.to_owned(), read(name)?);
        }
        let needs = asked::needs(&spec, &text, &templates);
        templates.values_mut().for_each(|text| *text = rewrite::template(text));
        template::check(&templates)?;
        Ok(Self { name: name.to_owned(), spec, templates, needs, toml: text })
    }

    /// Its name: that of its folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name of the format of a bulletin for which none is named.
    pub fn usual() -> &'static str {
        shipped::USUAL
    }

    /// What it is for, in one line.
    pub fn about(&self) -> &str {
        &self.spec.about
    }

    /// The issue, with all that the format's tables and sentences need.
    #[must_use]
    pub fn of_issue(&self, mut issue: Edition) -> Edition {
        issue.needs = self.needs.clone();
        issue
    }
}

/// The longest file of a format, in bytes.
const LONGEST: u64 = 1_000_000;

/// The names of the templates, plain names of files.
fn names<'a>(spec: &'a Spec, text: &str) -> Result<Vec<&'a str>, FormatError> {
    let named = spec.blocks().filter_map(|block| match block {
        BlockSpec::Text(text) => text.template.as_deref(),
        BlockSpec::Table(_) => None,
    });
    let name = |name: &'a str| {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
        match name.chars().all(plain) && !name.starts_with('.') && name != FILE {
            true => Ok(name),
            false => Err(FormatError::new(FILE, line_of(text, name), FormatProblem::Outside)),
        }
    };
    named.map(name).collect()
}
