//! A mapping (对照表): which column of a sheet is which fact, and what its values mean. It is data.

use std::collections::BTreeMap;

use gongdan::{Argument, Day, Takes, Verb, distance, parse_day};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::error::SheetError;

/// What a limit of an old ticket is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limits {
    /// What the sheet says; where it says nothing, nobody knows.
    #[default]
    Sheet,
    /// What the sheet says, else what the rules of its day give.
    Policy,
    /// Nobody knows, whatever the sheet says.
    Unknown,
}

/// What is done about a name that the register does not have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unlisted {
    /// The row is refused, with the nearest names.
    #[default]
    Refuse,
    /// It is added to the register.
    Add,
}

/// The row of the headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
enum Header {
    Row(u32),
    Word(Auto),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Auto {
    Auto,
}

/// One heading, or any of several.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Headings {
    One(String),
    Any(Vec<String>),
}

impl Headings {
    fn all(&self) -> &[String] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Any(any) => any,
        }
    }
}

/// A mapping.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What it is called.
    #[serde(default)]
    name: String,
    sheet: Option<String>,
    header: Option<Header>,
    #[serde(default, deserialize_with = "a_day")]
    known_on: Option<Day>,
    #[serde(default)]
    limits: Limits,
    #[serde(default)]
    unknown_unit: Unlisted,
    #[serde(default)]
    unknown_category: Unlisted,
    #[serde(default)]
    unknown_area: Unlisted,
    #[serde(default = "separators")]
    paths: Vec<String>,
    columns: BTreeMap<String, Headings>,
    #[serde(default)]
    category_levels: Vec<Headings>,
    #[serde(default)]
    constants: BTreeMap<String, String>,
    #[serde(default)]
    values: BTreeMap<String, BTreeMap<String, String>>,
    #[serde(default)]
    units: BTreeMap<String, String>,
    #[serde(default)]
    categories: BTreeMap<String, String>,
}

/// A day as people write it.
fn a_day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Day>, D::Error> {
    let text = String::deserialize(from)?;
    parse_day("known_on", &text)
        .map(Some)
        .map_err(|_| D::Error::custom(format!("known_on: {text}")))
}

fn separators() -> Vec<String> {
    ["->", "→", ">", "/"].map(str::to_owned).to_vec()
}

/// When it was taken in: the moment of the intake, which no argument of it is.
pub(crate) const ACCEPTED_AT: &str = "accepted_at";

/// What the import says itself.
const OWN: [&str; 4] = ["policy_limits", "known_on", "source", "row"];

/// The facts that a sheet can tell: what an intake and a backfill take.
pub(crate) fn fields() -> impl Iterator<Item = &'static Argument> {
    let rows = [Verb::Intake, Verb::Backfill].map(Verb::row);
    let all = rows.into_iter().flat_map(|row| row.arguments);
    all.filter(|argument| !OWN.contains(&argument.name))
}

/// The fact of a name.
pub(crate) fn field(name: &str) -> Option<&'static Argument> {
    fields().find(|argument| argument.name == name)
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// What is wrong with it, by name and line.
    pub fn read(toml: &str) -> Result<Self, SheetError> {
        toml::from_str(toml).map_err(|wrong| is_wrong(&wrong)).and_then(Self::checked)
    }

    /// A mapping that is told as data.
    ///
    /// # Errors
    /// As [`Mapping::read`].
    pub fn told<'de, D: Deserializer<'de>>(from: D) -> Result<Self, SheetError> {
        Self::deserialize(from).map_err(|wrong| is_wrong(&wrong)).and_then(Self::checked)
    }

    fn checked(self) -> Result<Self, SheetError> {
        self.check().map(|()| self)
    }

    /// The same for a sheet of this day (登记表的日期): what has no moment counts from then.
    #[must_use]
    pub fn known_on(mut self, day: Day) -> Self {
        self.known_on = Some(day);
        self
    }

    /// The day of the sheet, where it is said.
    pub(crate) fn day(&self) -> Option<Day> {
        self.known_on
    }

    fn check(&self) -> Result<(), SheetError> {
        let named = self.columns.keys().chain(self.constants.keys()).chain(self.values.keys());
        for name in named {
            if name != ACCEPTED_AT && field(name).is_none() {
                return Err(no_such_field(name));
            }
        }
        if let Some(name) = self.constants.keys().find(|name| *name == ACCEPTED_AT) {
            return Err(SheetError::new(
                format!("受理时间({name})不能是固定值"),
                format!("{name} is of each ticket: it cannot be a constant"),
            ));
        }
        match self.header {
            Some(Header::Row(0)) => Err(SheetError::new(
                "header 从 1 起,或写 \"auto\"",
                "header is a row from 1, or \"auto\"",
            )),
            _ => Ok(()),
        }
    }

    /// The sheet it is of; the first where it names none.
    pub fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The row of the headings, where it is said.
    pub(crate) fn header(&self) -> Option<u32> {
        match self.header {
            Some(Header::Row(row)) => Some(row),
            Some(Header::Word(Auto::Auto)) | None => None,
        }
    }

    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    pub(crate) fn unknown_unit(&self) -> Unlisted {
        self.unknown_unit
    }

    pub(crate) fn unknown_category(&self) -> Unlisted {
        self.unknown_category
    }

    pub(crate) fn unknown_area(&self) -> Unlisted {
        self.unknown_area
    }

    /// The headings under which a fact stands; an empty list where no column has it.
    pub(crate) fn headings(&self, field: &str) -> &[String] {
        self.columns.get(field).map_or(&[], Headings::all)
    }

    /// The facts that columns have.
    pub(crate) fn mapped(&self) -> impl Iterator<Item = &str> {
        self.columns.keys().map(String::as_str)
    }

    /// The headings of each level of a path that several columns have.
    pub(crate) fn levels(&self) -> impl Iterator<Item = &[String]> {
        self.category_levels.iter().map(Headings::all)
    }

    pub(crate) fn constant(&self, field: &str) -> Option<&str> {
        self.constants.get(field).map(String::as_str)
    }

    /// What a value means, whole.
    pub(crate) fn value(&self, field: &str, text: &str) -> Option<&str> {
        self.values.get(field)?.get(text).map(String::as_str)
    }

    /// A name as the register has it.
    pub(crate) fn renamed<'a>(&'a self, takes: Takes, name: &'a str) -> &'a str {
        use gongdan::Species::{Category, Unit};
        let names = match takes {
            Takes::Name(Unit) => &self.units,
            Takes::Name(Category) => &self.categories,
            _ => return name,
        };
        names.get(name).map_or(name, String::as_str)
    }

    /// The steps of a path.
    pub(crate) fn steps<'a>(&self, path: &'a str) -> Vec<&'a str> {
        let mut steps = vec![path];
        for sign in self.paths.iter().filter(|sign| !sign.is_empty()) {
            steps = steps.into_iter().flat_map(|step| step.split(sign.as_str())).collect();
        }
        steps.into_iter().map(str::trim).filter(|step| !step.is_empty()).collect()
    }
}

fn is_wrong(wrong: &dyn std::fmt::Display) -> SheetError {
    SheetError::new(format!("对照表有误:{wrong}"), format!("the mapping is wrong: {wrong}"))
}

fn no_such_field(name: &str) -> SheetError {
    let mut names: Vec<&str> = fields().map(|field| field.name).chain([ACCEPTED_AT]).collect();
    names.sort_by_key(|known| (distance(known, name), *known));
    names.truncate(3);
    let nearest = names.join("、");
    SheetError::new(
        format!("对照表有误:没有“{name}”这一项;相近的有 {nearest}"),
        format!("the mapping is wrong: there is no {name}; nearest: {nearest}"),
    )
}
