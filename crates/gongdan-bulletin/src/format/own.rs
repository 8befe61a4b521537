//! What a format says for itself: its own measures, parts, rows, outside values, and how figures print.

use gongdan::{ChannelKind, Grouping, Kind, Urgency};
use serde::Deserialize;

use super::formula::Formula;
use crate::figure::{FigureForm, FigurePrint};

/// How a figure is printed; what is left out is as the format prints all.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PrintSpec {
    #[serde(default)]
    pub(super) decimals: Option<u8>,
    #[serde(default)]
    pub(super) trim: Option<bool>,
}

impl PrintSpec {
    /// What another says where this one says nothing.
    pub(super) fn or(self, other: Self) -> Self {
        Self { decimals: self.decimals.or(other.decimals), trim: self.trim.or(other.trim) }
    }

    pub(super) fn of(self, form: FigureForm) -> FigurePrint {
        let usual = FigurePrint::of(form);
        FigurePrint {
            decimals: self.decimals.unwrap_or(usual.decimals),
            trim: self.trim.unwrap_or(usual.trim),
            form,
        }
    }
}

/// A place's own measure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MeasureSpec {
    /// What it is called in the folder, and its term where it is explained.
    pub(super) name: String,
    /// `(handled - handled_late) / given`.
    pub(super) formula: String,
    /// `percent` or `number`; left out, a quotient is in per cent and all else a number.
    #[serde(default, rename = "as")]
    pub(super) shape: Option<ShapeSpec>,
    #[serde(default)]
    pub(super) decimals: Option<u8>,
    #[serde(default)]
    pub(super) trim: Option<bool>,
    /// Whether somebody is judged by it: what is exempt (不计入考核) is left out.
    #[serde(default)]
    pub(super) assessed: bool,
    /// No less, and no more, than this.
    #[serde(default)]
    pub(super) at_least: Option<f64>,
    #[serde(default)]
    pub(super) at_most: Option<f64>,
    /// Names for stretches of it (等次), the best first.
    #[serde(default)]
    pub(super) grades: Vec<GradeSpec>,
    /// The formula, read.
    #[serde(skip)]
    pub(super) read: Option<Formula>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(super) enum ShapeSpec {
    Percent,
    Number,
}

/// A grade: from so much on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GradeSpec {
    pub(super) name: String,
    pub(super) from: f64,
}

impl MeasureSpec {
    pub(super) fn print(&self, usual: PrintSpec) -> FigurePrint {
        let divides = self.read.as_ref().is_some_and(Formula::divides);
        let form = match (self.shape, divides) {
            (Some(ShapeSpec::Percent), _) | (None, true) => FigureForm::Percent,
            (Some(ShapeSpec::Number), _) | (None, false) => FigureForm::Number,
        };
        PrintSpec { decimals: self.decimals, trim: self.trim }.or(usual).of(form)
    }
}

/// A part of the tickets, by one thing: `channel = ["省长热线"]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartSpec {
    pub(super) name: String,
    #[serde(default)]
    channel: Vec<String>,
    #[serde(default)]
    channel_kind: Vec<String>,
    #[serde(default)]
    category: Vec<String>,
    #[serde(default)]
    kind: Vec<String>,
    #[serde(default)]
    urgency: Vec<String>,
    #[serde(default)]
    area: Vec<String>,
    #[serde(default)]
    unit: Vec<String>,
    #[serde(default)]
    unit_group: Vec<String>,
}

impl PartSpec {
    /// By what, and which; nothing when it says nothing, or two things.
    pub(super) fn by(&self) -> Option<(Grouping, &[String])> {
        let all: [(Grouping, &Vec<String>); 8] = [
            (Grouping::Channel, &self.channel),
            (Grouping::Channel, &self.channel_kind),
            (Grouping::Category, &self.category),
            (Grouping::Kind, &self.kind),
            (Grouping::Urgency, &self.urgency),
            (Grouping::Area, &self.area),
            (Grouping::Unit, &self.unit),
            (Grouping::UnitGroup, &self.unit_group),
        ];
        let mut said = all.into_iter().filter(|(_, of)| !of.is_empty());
        let first = said.next().map(|(by, of)| (by, of.as_slice()));
        if said.next().is_some() { None } else { first }
    }

    /// Whether its names are sorts of channels.
    pub(super) fn is_of_kinds(&self) -> bool {
        !self.channel_kind.is_empty()
    }
}

/// The code of a kind, an urgency or a sort of channel, by its word or term.
pub(super) fn code(by: Grouping, name: &str) -> Option<i64> {
    let said = |word: &str, term: &str| word == name || term == name;
    match by {
        Grouping::Kind => {
            Kind::ALL.iter().find(|each| said(each.word(), each.term())).map(|each| each.code())
        }
        Grouping::Urgency => {
            Urgency::ALL.iter().find(|each| said(each.word(), each.term())).map(|each| each.code())
        }
        _ => None,
    }
}

/// A sort of channel by its word or term.
pub(super) fn channel_kind(name: &str) -> Option<ChannelKind> {
    ChannelKind::ALL.iter().copied().find(|each| each.word() == name || each.term() == name)
}

/// Rows under a name of their own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowsSpec {
    pub(super) name: String,
    pub(super) by: String,
    #[serde(default)]
    pub(super) level: Option<u32>,
    #[serde(default)]
    pub(super) group: Option<String>,
    /// Whether what is in use and has nothing stands there too.
    #[serde(default)]
    pub(super) zeros: bool,
}

/// What kind of value is given.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(super) enum GivenKind {
    Count,
    Number,
    Percent,
    Text,
}

/// A value from outside (外来数), or an editor's text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GivenSpec {
    pub(super) name: String,
    pub(super) kind: GivenKind,
    /// Of each row of these: `unit`. It is set as `名称.单位=值`.
    #[serde(default)]
    pub(super) by: Option<String>,
    /// What it is, and from where.
    pub(super) about: String,
    /// What is taken where nothing is given; left out, it has to be given.
    #[serde(default)]
    pub(super) default: Option<String>,
    #[serde(default)]
    pub(super) decimals: Option<u8>,
    #[serde(default)]
    pub(super) trim: Option<bool>,
}
