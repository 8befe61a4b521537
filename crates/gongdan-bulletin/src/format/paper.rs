//! A format of paper (工单、转办单、督办单、催办单) as its folder says it, and sheets laid out by it.

use std::collections::BTreeMap;
use std::path::Path;

use gongdan::{Caller, Day, Hotline, TicketId};
use minijinja::Environment;
use minijinja::value::Value;
use serde::Deserialize;

use super::folder::file_of;
use super::problem::{self, FILE, FormatError, line_of};
use super::wrong::FormatProblem;
use super::{papers, template, ticket};
use crate::look::Look;
use crate::paper::{Paper, PaperError, PaperNeeds, PaperSheet};

/// A format of paper: a small TOML file, and templates for what stands below the form. `papers/README.md` says what
/// may stand in it. Bounds are those of a bulletin's format.
#[derive(Clone, Debug)]
pub struct PaperFormat {
    name: String,
    spec: Spec,
    templates: BTreeMap<String, String>,
}

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Spec {
    /// What the paper is for.
    about: String,
    /// The title, a template.
    title: String,
    /// What stands over the form at the left, and at the right: templates.
    #[serde(default)]
    left: String,
    #[serde(default)]
    right: String,
    /// What a ticket has to have.
    #[serde(default)]
    needs: Option<PaperNeeds>,
    /// Whether rows in which nothing stands are left out.
    #[serde(default)]
    leave_out_empty: bool,
    #[serde(default)]
    look: Look,
    /// The form: rows of one or two cells, each a heading and a template.
    rows: Vec<Vec<(String, String)>>,
    /// Templates whose lines are paragraphs below the form.
    #[serde(default)]
    below: Vec<String>,
}

impl PaperFormat {
    /// The names of those that are shipped.
    pub fn names() -> Vec<&'static str> {
        papers::ALL.iter().map(|(name, _)| *name).collect()
    }

    /// One that is shipped.
    ///
    /// # Errors
    /// None has this name; the nearest names are given.
    pub fn shipped(name: &str) -> Result<Self, FormatError> {
        let found = papers::ALL.iter().find(|(each, _)| *each == name);
        let (_, files) = found.ok_or_else(|| problem::unknown_format(name, Self::names()))?;
        Self::of(name, |file| {
            let found = files.iter().find(|(each, _)| *each == file);
            found.map(|(_, text)| (*text).to_owned()).ok_or_else(|| problem::no_file(file, ""))
        })
    }

    /// That of a folder: `format.toml`, and the templates that it names.
    ///
    /// # Errors
    /// As [`Format::read`](super::Format::read).
    pub fn read(folder: &Path) -> Result<Self, FormatError> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        Self::of(&name, |file| file_of(folder, file))
    }

    /// A shipped one's name, or else a folder.
    ///
    /// # Errors
    /// As [`PaperFormat::shipped`] and [`PaperFormat::read`].
    pub fn find(name_or_folder: &str) -> Result<Self, FormatError> {
        let folder = Path::new(name_or_folder);
        match folder.join(FILE).is_file() {
            true => Self::read(folder),
            false => Self::shipped(name_or_folder),
        }
    }

    fn of(
        name: &str,
        read: impl Fn(&str) -> Result<String, FormatError>,
    ) -> Result<Self, FormatError> {
        let text = read(FILE)?;
        let spec = Spec::parse(&text)?;
        let mut templates = BTreeMap::new();
        for name in &spec.below {
            templates.insert(name.clone(), read(name)?);
        }
        template::check(&templates)?;
        Ok(Self { name: name.to_owned(), spec, templates })
    }

    /// Its name: that of its folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is for, in one line.
    pub fn about(&self) -> &str {
        &self.spec.about
    }

    /// Lays sheets out, one a ticket, as whoever asks may see the tickets; a caller is printed in full where the caller
    /// is given, which is to be revealed before ([`Hotline::reveal`]), else masked.
    ///
    /// # Errors
    /// [`PaperError`]: the format, a ticket that is not there or has not what the paper is about.
    pub fn lay_out(
        &self,
        hotline: &Hotline,
        tickets: &[TicketId],
        callers: &BTreeMap<TicketId, Caller>,
        printed_on: Day,
    ) -> Result<Paper, PaperError> {
        let environment = template::environment(&self.templates)?;
        let office = ticket::Office::of(hotline, printed_on)?;
        let sheet = |id: &TicketId| {
            let told = ticket::Told::of(hotline, *id, callers.get(id))?;
            if let Some(needs) = self.spec.needs.filter(|needs| !told.has(*needs)) {
                return Err(PaperError::Missing(told.number.clone(), needs));
            }
            Ok(self.sheet(&environment, &told.seen(&office))?)
        };
        let sheets = tickets.iter().map(sheet).collect::<Result<_, PaperError>>()?;
        Ok(Paper { look: self.spec.look.clone(), organ: office.organ, sheets })
    }

    fn sheet(
        &self,
        environment: &Environment<'_>,
        seen: &Value,
    ) -> Result<PaperSheet, FormatError> {
        let line = |source: &str| {
            Ok::<_, FormatError>(lines(FILE, environment.render_str(source, seen))?.concat())
        };
        let cell = |(head, text): &(String, String)| Ok((head.clone(), line(text)?));
        let row = |row: &Vec<(String, String)>| row.iter().map(cell).collect();
        let mut rows =
            self.spec.rows.iter().map(row).collect::<Result<Vec<Vec<_>>, FormatError>>()?;
        if self.spec.leave_out_empty {
            rows.retain(|row| row.iter().any(|(_, text)| !text.is_empty()));
        }
        let mut paragraphs = Vec::new();
        for name in &self.spec.below {
            let template = environment.get_template(name);
            let template = template.map_err(|error| template::refused(name, &error))?;
            paragraphs.extend(lines(name, template.render(seen))?);
        }
        let over = (line(&self.spec.left)?, line(&self.spec.right)?);
        Ok(PaperSheet { title: line(&self.spec.title)?, over, rows, paragraphs })
    }
}

/// The lines that a template prints and that are not empty; one that stands in `format.toml` has no line of its own.
fn lines(
    name: &str,
    printed: Result<String, minijinja::Error>,
) -> Result<Vec<String>, FormatError> {
    let printed = printed.map_err(|error| match name == FILE {
        true => {
            FormatError { file: FILE.to_owned(), line: None, ..template::refused(name, &error) }
        }
        false => template::refused(name, &error),
    })?;
    let lines = printed.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(lines.map(str::to_owned).collect())
}

impl Spec {
    fn parse(text: &str) -> Result<Self, FormatError> {
        let spec: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map(|span| text[..span.start].matches('\n').count() + 1);
            FormatError::new(FILE, line, FormatProblem::Setting(error.message().to_owned()))
        })?;
        if let Some(row) = spec.rows.iter().find(|row| !(1..=2).contains(&row.len())) {
            let line = row.first().and_then(|(head, _)| line_of(text, head));
            let problem = FormatProblem::Setting("a row has one cell or two".to_owned());
            return Err(FormatError::new(FILE, line, problem));
        }
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
        let outside =
            |name: &&String| !name.chars().all(plain) || name.starts_with('.') || *name == FILE;
        match spec.below.iter().find(outside) {
            Some(name) => Err(FormatError::new(FILE, line_of(text, name), FormatProblem::Outside)),
            None => Ok(spec),
        }
    }
}
