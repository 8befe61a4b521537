//! `format.toml`: the settings of a format, as they are written.

use gongdan::Rounding;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::own::{GivenSpec, MeasureSpec, PartSpec, PrintSpec, RowsSpec};
use crate::look::Look;

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Spec {
    /// What the format is for.
    pub(super) about: String,
    /// The red name, a template.
    pub(super) banner: String,
    /// The title, a template; the if left out.
    #[serde(default)]
    pub(super) title: Option<String>,
    /// The number, a template; the if left out, and none where it is `""`.
    #[serde(default)]
    pub(super) number: Option<String>,
    /// How rates are cut; the policy's way if left out.
    #[serde(default)]
    rounding: Option<Cut>,
    /// With how many decimals rates print, and whether zeros at their end are left out.
    #[serde(default)]
    pub(super) decimals: Option<u8>,
    #[serde(default)]
    pub(super) trim: Option<bool>,
    /// The same of single figures, by name.
    #[serde(default)]
    pub(super) print: std::collections::BTreeMap<String, PrintSpec>,
    /// The measure that is printed as 满意率; the policy's if left out.
    #[serde(default)]
    pub(super) satisfaction: Option<String>,
    /// How the pages look; those of GB/T 9704-2012 if left out.
    #[serde(default)]
    pub(super) look: Look,
    /// Whether the reconciliation is annexed.
    #[serde(default = "yes")]
    pub(super) annex: bool,
    /// Whether cut-off, rules and journal stand at the end.
    #[serde(default = "yes")]
    pub(super) foot: bool,
    /// The place's own measures.
    #[serde(default)]
    pub(super) measure: Vec<MeasureSpec>,
    /// Parts of the tickets with names of their own.
    #[serde(default)]
    pub(super) part: Vec<PartSpec>,
    /// Lists of rows with names of their own.
    #[serde(default)]
    pub(super) rows: Vec<RowsSpec>,
    /// Values from outside and the editor's texts.
    #[serde(default)]
    pub(super) given: Vec<GivenSpec>,
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

impl Spec {
    /// How rates are cut: as the format says, else as the policy does.
    pub(super) fn rounding(&self, policy: Rounding) -> Rounding {
        match self.rounding {
            Some(Cut::HalfUp) => Rounding::HalfUp,
            Some(Cut::Truncate) => Rounding::Truncate,
            None => policy,
        }
    }

    /// Whether every rate prints with two decimals.
    pub(super) fn prints_as_usual(&self) -> bool {
        let own = self.measure.iter().any(|own| own.decimals.is_some() || own.trim.is_some());
        self.decimals.is_none() && self.trim.is_none() && self.print.is_empty() && !own
    }

    pub(super) fn blocks(&self) -> impl Iterator<Item = &BlockSpec> {
        self.section.iter().flat_map(|section| &section.block)
    }

    pub(super) fn tables(&self) -> impl Iterator<Item = &TableSpec> {
        self.blocks().filter_map(|block| match block {
            BlockSpec::Table(table) => Some(&**table),
            BlockSpec::Text(_) => None,
        })
    }
}

/// A section; one whose blocks all turn out empty is not printed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SectionSpec {
    /// Its heading, a template; without one it stands in no list of contents.
    #[serde(default)]
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
    /// What has a template or a text is text, so that a key that neither knows is named.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let table = toml::Table::deserialize(from)?;
        let read = match table.contains_key("template") || table.contains_key("text") {
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
    /// A file of the folder.
    #[serde(default)]
    pub(super) template: Option<String>,
    /// Or the template itself.
    #[serde(default)]
    pub(super) text: Option<String>,
}

/// A table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableSpec {
    /// What each line is about: `category`, `unit`, `unit_group`, `channel`, `month` …
    #[serde(default)]
    pub(super) by: Option<String>,
    /// Or the name of a list of rows.
    #[serde(default)]
    pub(super) rows: Option<String>,
    /// At which level of their tree categories, units or areas are gathered, 1 being the top; by category and by unit that
    /// of the issue if left out, else each by itself.
    #[serde(default)]
    pub(super) level: Option<u32>,
    /// The heading over the names.
    pub(super) head: String,
    /// The name of the sum, 合计 if left out, or `false` for none. A ranking has none.
    #[serde(default)]
    pub(super) total: Option<TotalSpec>,
    /// Whether the sum stands first.
    #[serde(default)]
    pub(super) total_first: bool,
    /// The columns; by category and by unit those of the issue if left out.
    #[serde(default)]
    pub(super) columns: Option<Vec<ColumnSpec>>,
    /// Only the units of this group, or of these.
    #[serde(default)]
    pub(super) group: Option<OneOrMore>,
    /// The figure that lines are ordered by; printed order if left out.
    #[serde(default)]
    pub(super) order: Option<String>,
    /// From the largest down.
    #[serde(default)]
    pub(super) descending: bool,
    /// The heading over the places: a ranking has places and no sum.
    #[serde(default)]
    pub(super) rank: Option<String>,
    /// The heading over serial numbers.
    #[serde(default)]
    pub(super) serial: Option<String>,
    /// Only so many lines (ties of the last one included).
    #[serde(default)]
    pub(super) first: Option<u32>,
    /// Without lines whose ordering figure is 0.
    #[serde(default)]
    pub(super) leave_out_zero: bool,
    /// With lines for what is in use and has no ticket.
    #[serde(default)]
    pub(super) zeros: bool,
    /// Only lines of which a condition holds: `派单数 > 0`.
    #[serde(default)]
    pub(super) only: Option<String>,
    /// In so many halves side by side.
    #[serde(default)]
    pub(super) side_by_side: Option<usize>,
    /// A line over the table, and one below it; templates.
    #[serde(default)]
    pub(super) caption: Option<String>,
    #[serde(default)]
    pub(super) note: Option<String>,
    /// Charts of its figures below the table.
    #[serde(default)]
    pub(super) charts: Vec<ChartSpec>,
}

/// The name of a sum, or whether there is one.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(untagged)]
pub(super) enum TotalSpec {
    Is(bool),
    Named(String),
}

/// One text, or a list of them.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(untagged)]
pub(super) enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    pub(super) fn all(&self) -> Vec<String> {
        match self {
            Self::One(one) => vec![one.clone()],
            Self::More(all) => all.clone(),
        }
    }
}

/// A column.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ColumnSpec {
    /// A count or measure, with the words before its dots.
    #[serde(default)]
    pub(super) figure: Option<String>,
    /// Or a pattern that each row fills in: `{得分等次}`.
    #[serde(default)]
    pub(super) text: Option<String>,
    pub(super) head: String,
    /// The heading over this one and its neighbours of the same, or several, the upper first.
    #[serde(default)]
    pub(super) over: Option<OneOrMore>,
    /// Its part of the sum of all lines, instead of the figure itself.
    #[serde(default)]
    pub(super) share: bool,
    /// By how much it has grown since `before` or `year_before`, instead of the figure itself.
    #[serde(default)]
    pub(super) growth: Option<String>,
    #[serde(default)]
    pub(super) decimals: Option<u8>,
    #[serde(default)]
    pub(super) trim: Option<bool>,
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
    /// What each line is about, as it is written.
    pub(super) fn told(&self) -> &str {
        self.by.as_deref().or(self.rows.as_deref()).unwrap_or_default()
    }

    /// Whether it has a sum.
    pub(super) fn has_sum(&self) -> bool {
        match &self.total {
            Some(TotalSpec::Is(is)) => *is,
            Some(TotalSpec::Named(_)) => true,
            None => self.rank.is_none() && self.first.is_none(),
        }
    }

    /// Whether it is more than names, figures and a sum below them.
    pub(super) fn is_ruled(&self) -> bool {
        let manners = self.rank.is_some() || self.serial.is_some() || self.side_by_side.is_some();
        manners
            || self.total_first
            || !self.has_sum()
            || self.columns.iter().flatten().any(|column| {
                let several = matches!(&column.over, Some(OneOrMore::More(_)));
                several
                    || column.text.is_some()
                    || column.share
                    || column.growth.is_some()
                    || column.decimals.is_some()
                    || column.trim.is_some()
            })
    }
}
