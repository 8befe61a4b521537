//! `format.toml`: the settings of a format, checked when it is read.

use gongdan::{Basis, Grouping, Measure, Rounding};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::problem::{FILE, FormatError, line_of, unknown_figure};
use super::wrong::FormatProblem;
use crate::column::Column;
use crate::look::Look;

/// The groupings that every bulletin is collected with.
const ALWAYS: [Grouping; 3] = [Grouping::Category, Grouping::Unit, Grouping::Channel];

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Spec {
    /// What the format is for.
    pub(super) about: String,
    /// The red name, a template.
    pub(super) banner: String,
    /// The title, a template; the issue's if left out.
    #[serde(default)]
    pub(super) title: Option<String>,
    /// How rates are cut; the policy's way if left out.
    #[serde(default)]
    rounding: Option<Cut>,
    /// The measure that is printed as 满意率; the policy's if left out.
    #[serde(default)]
    pub(super) satisfaction: Option<String>,
    /// How the pages look; those of GB/T 9704-2012 if left out.
    #[serde(default)]
    pub(super) look: Look,
    /// Whether the reconciliation is annexed.
    #[serde(default = "yes")]
    pub(super) annex: bool,
    /// The sections, in printed order.
    pub(super) section: Vec<SectionSpec>,
}

fn yes() -> bool {
    true
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Cut {
    HalfUp,
    Truncate,
}

/// A section; one whose blocks all turn out empty is not printed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SectionSpec {
    /// Its heading, a template.
    pub(super) heading: String,
    /// What stands in it.
    pub(super) block: Vec<BlockSpec>,
}

/// A block: sentences of a template, or a table.
#[derive(Clone, Debug)]
pub(super) enum BlockSpec {
    Text(TextSpec),
    Table(Box<TableSpec>),
}

impl<'de> Deserialize<'de> for BlockSpec {
    /// What has a template is text, so that a key that neither knows is named.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let table = toml::Table::deserialize(from)?;
        let read = match table.contains_key("template") {
            true => TextSpec::deserialize(table).map(Self::Text),
            false => TableSpec::deserialize(table).map(|table| Self::Table(Box::new(table))),
        };
        read.map_err(|error| D::Error::custom(error.message()))
    }
}

/// Sentences: each line that a template prints is a paragraph.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TextSpec {
    pub(super) template: String,
}

/// A table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableSpec {
    /// What each line is about: `category`, `unit`, `unit_group`, `channel`, `month` …
    pub(super) by: String,
    /// At which level of their tree categories, units or areas are gathered, 1 being the top; by category and by unit that
    /// of the issue if left out, else each by itself.
    #[serde(default)]
    pub(super) level: Option<u32>,
    /// The heading over the names.
    pub(super) head: String,
    /// The name of the sum; 合计 if left out. A ranking has none.
    #[serde(default)]
    pub(super) total: Option<String>,
    /// The columns; by category and by unit those of the issue if left out.
    #[serde(default)]
    pub(super) columns: Option<Vec<Column>>,
    /// Only the units of this group.
    #[serde(default)]
    pub(super) group: Option<String>,
    /// The figure that lines are ordered by; printed order if left out.
    #[serde(default)]
    pub(super) order: Option<String>,
    /// From the largest down.
    #[serde(default)]
    pub(super) descending: bool,
    /// The heading over the places: a ranking has places and no sum.
    #[serde(default)]
    pub(super) rank: Option<String>,
    /// Only so many lines (ties of the last one included); a ranking only.
    #[serde(default)]
    pub(super) first: Option<u32>,
    /// Without lines whose ordering figure is 0; a ranking only.
    #[serde(default)]
    pub(super) leave_out_zero: bool,
    /// Charts of its figures below the table.
    #[serde(default)]
    pub(super) charts: Vec<ChartSpec>,
}

/// A chart.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChartSpec {
    /// Its name for programs.
    pub(super) name: String,
    pub(super) title: String,
    pub(super) figure: String,
    /// Whether bars stand as the table's lines do, zeros and all, not from the largest down.
    #[serde(default)]
    pub(super) in_order: bool,
}

impl TableSpec {
    /// A key that would have no effect beside the others.
    fn idle(&self) -> Option<&'static str> {
        let ranks = self.rank.is_some();
        let idle = [
            ("first", self.first.is_some() && !ranks),
            ("leave_out_zero", self.leave_out_zero && !ranks),
            ("total", self.total.is_some() && ranks),
            ("descending", self.descending && self.order.is_none()),
            ("level", self.level.is_some() && !self.grouping().is_some_and(Grouping::is_tree)),
            ("group", self.group.is_some() && self.grouping() != Some(Grouping::Unit)),
        ];
        idle.into_iter().find(|(_, idle)| *idle).map(|(key, _)| key)
    }

    pub(super) fn grouping(&self) -> Option<Grouping> {
        Grouping::parse(&self.by).ok()
    }

    /// Whether there is such a figure, and the grouping defines it.
    fn defines(&self, name: &str) -> bool {
        let by = self.grouping().map(|by| vec![by]).unwrap_or_default();
        name == "late" || gongdan::check_figure(Basis::Cohort, &by, name).is_ok()
    }

    /// The names of all figures it uses.
    fn figures(&self) -> impl Iterator<Item = &str> {
        let columns = self.columns.iter().flatten().map(|column| column.figure.as_str());
        let chart = self.charts.iter().map(|chart| chart.figure.as_str());
        columns.chain(self.order.as_deref()).chain(chart)
    }
}

/// The key that a message of serde's says is not known.
fn unknown_key(message: &str) -> Option<&str> {
    message.strip_prefix("unknown field `")?.split('`').next()
}

impl Spec {
    /// Reads and checks the file.
    pub(super) fn parse(text: &str) -> Result<Self, FormatError> {
        let spec: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map(|span| text[..span.start].matches('\n').count() + 1);
            let line = unknown_key(error.message()).and_then(|key| line_of(text, key)).or(line);
            let problem = FormatProblem::Setting(error.message().to_owned());
            FormatError::new(FILE, line, problem)
        })?;
        for table in spec.tables() {
            if table.grouping().is_none() {
                let words: Vec<&str> = Grouping::ALL.iter().map(|each| each.word()).collect();
                let problem = FormatProblem::UnknownGrouping(table.by.clone());
                let line = line_of(text, &table.by);
                return Err(FormatError::new(FILE, line, problem).nearest(&table.by, words));
            }
            let defined = |name: &&str| table.defines(name);
            if let Some(name) = table.figures().find(|name| !defined(name)) {
                return Err(unknown_figure(FILE, line_of(text, name), name));
            }
            let of_the_issue = [Some(Grouping::Category), Some(Grouping::Unit)];
            if table.columns.is_none() && !of_the_issue.contains(&table.grouping()) {
                let line = line_of(text, &table.by);
                return Err(FormatError::new(FILE, line, FormatProblem::NoColumns));
            }
            if let Some(key) = table.idle() {
                let problem = FormatProblem::NoEffect(key);
                return Err(FormatError::new(FILE, line_of(text, key), problem));
            }
            if table.rank.is_some() && table.order.is_none() {
                let line = line_of(text, "rank");
                return Err(FormatError::new(FILE, line, FormatProblem::NoOrder));
            }
        }
        if let Some(name) =
            spec.satisfaction.as_deref().filter(|name| Measure::named(name).is_none())
        {
            return Err(unknown_figure(FILE, line_of(text, name), name));
        }
        Ok(spec)
    }

    /// The names of the templates, plain names of files.
    pub(super) fn templates<'a>(&'a self, text: &str) -> Result<Vec<&'a str>, FormatError> {
        let blocks = self.section.iter().flat_map(|section| &section.block);
        let named = blocks.filter_map(|block| match block {
            BlockSpec::Text(text) => Some(text.template.as_str()),
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

    fn tables(&self) -> impl Iterator<Item = &TableSpec> {
        self.section.iter().flat_map(|section| &section.block).filter_map(|block| match block {
            BlockSpec::Table(table) => Some(&**table),
            BlockSpec::Text(_) => None,
        })
    }

    /// Groupings beyond those that every bulletin is collected with.
    pub(super) fn groupings(&self) -> Vec<(Grouping, Option<u32>)> {
        let mut groupings = Vec::new();
        for table in self.tables() {
            let Some(asked) = table.grouping().map(|by| (by, table.level)) else { continue };
            let always = ALWAYS.contains(&asked.0) && asked.1.is_none();
            if !always && !groupings.contains(&asked) {
                groupings.push(asked);
            }
        }
        groupings
    }

    /// How rates are cut: as the format says, else as the policy does.
    pub(super) fn rounding(&self, policy: Rounding) -> Rounding {
        match self.rounding {
            Some(Cut::HalfUp) => Rounding::HalfUp,
            Some(Cut::Truncate) => Rounding::Truncate,
            None => policy,
        }
    }
}
