//! Lists of rows, by anything that tickets are grouped by.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};
use gongdan::{ChannelKind, Grouping, Key, Row, Species};
use minijinja::value::Value;

use super::desk::{Desk, species};
use super::shown::RowOf;
use super::slice::{Of, Slice};

/// By what rows stand: by a grouping, or gathered from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Of(Grouping),
    /// Days, seven and seven from Monday on.
    Week,
    /// Channels of one sort.
    ChannelKind,
}

impl By {
    /// The word of a grouping, or one of those gathered.
    pub(super) fn parse(word: &str) -> Option<Self> {
        match word {
            "week" | "周" => Some(Self::Week),
            "channel_kind" | "渠道类型" => Some(Self::ChannelKind),
            word => Grouping::parse(word).ok().map(Self::Of),
        }
    }

    /// The words there are.
    pub(super) fn words() -> Vec<&'static str> {
        let own = Grouping::ALL.iter().map(|each| each.word());
        own.chain(["week", "channel_kind"]).collect()
    }

    /// The grouping that is asked.
    pub(super) fn grouping(self) -> Grouping {
        match self {
            Self::Of(by) => by,
            Self::Week => Grouping::Day,
            Self::ChannelKind => Grouping::Channel,
        }
    }
}

/// Which rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) by: By,
    pub(super) level: Option<u32>,
    /// Only those of these groups; none means all.
    pub(super) groups: Vec<String>,
    pub(super) zeros: bool,
}

impl Wanted {
    pub(super) fn by(by: By) -> Self {
        Self { by, level: None, groups: Vec::new(), zeros: false }
    }
}

/// The lists that every template has, by their two names.
pub(super) const LISTS: [(&str, &str, By); 12] = [
    ("categories", "各分类", By::Of(Grouping::Category)),
    ("units", "各单位", By::Of(Grouping::Unit)),
    ("channels", "各渠道", By::Of(Grouping::Channel)),
    ("kinds", "各类型", By::Of(Grouping::Kind)),
    ("urgencies", "各紧急程度", By::Of(Grouping::Urgency)),
    ("areas", "各区域", By::Of(Grouping::Area)),
    ("months", "各月", By::Of(Grouping::Month)),
    ("weeks", "各周", By::Week),
    ("days_of_period", "各日", By::Of(Grouping::Day)),
    ("unit_groups", "各分组", By::Of(Grouping::UnitGroup)),
    ("channel_kinds", "各类渠道", By::ChannelKind),
    ("ages", "各时长", By::Of(Grouping::Age)),
];

/// The rows that are wanted; nothing when they were not asked for.
pub(super) fn rows(desk: &Arc<Desk>, wanted: &Wanted) -> Option<Vec<RowOf>> {
    let by = wanted.by.grouping();
    let figures = desk.answers.at_level(by, wanted.level)?;
    let mut all: Vec<(Vec<i64>, String)> = match wanted.by {
        By::Of(_) => figures
            .rows
            .iter()
            .filter_map(key)
            .map(|key| (vec![key.id], key.name.clone()))
            .collect(),
        By::Week => weeks(figures.rows.iter().filter_map(key)),
        By::ChannelKind => of_kinds(desk, figures.rows.iter().filter_map(key)),
    };
    if wanted.zeros {
        with_zeros(desk, by, wanted.level, &mut all);
    }
    let row = |(keys, name): (Vec<i64>, String)| {
        let group = group(desk, by, &keys);
        let fits = wanted.groups.is_empty() || wanted.groups.contains(&group);
        let of = Of { by, level: wanted.level, keys: Some(keys), slice: Slice::OWN };
        fits.then(|| RowOf { name, group, ..RowOf::all(of, desk) })
    };
    Some(all.into_iter().filter_map(row).collect())
}

fn key(row: &Row) -> Option<&Key> {
    row.keys.first()
}

/// The group of a unit.
fn group(desk: &Desk, by: Grouping, keys: &[i64]) -> String {
    let unit = keys.first().filter(|_| by == Grouping::Unit);
    unit.and_then(|unit| desk.answers.group(*unit)).unwrap_or_default().to_owned()
}

/// Weeks from Monday to Sunday, as far as days of them have tickets.
fn weeks<'a>(days: impl Iterator<Item = &'a Key>) -> Vec<(Vec<i64>, String)> {
    let mut weeks: BTreeMap<NaiveDate, Vec<i64>> = BTreeMap::new();
    for key in days {
        let part = |from: i64, of: i64| u32::try_from(key.id / from % of).ok();
        let date = i32::try_from(key.id / 10_000).ok().zip(part(100, 100)).zip(part(1, 100));
        let date = date.and_then(|((year, month), day)| NaiveDate::from_ymd_opt(year, month, day));
        let Some(date) = date else { continue };
        let monday = date - Days::new(u64::from(date.weekday().num_days_from_monday()));
        weeks.entry(monday).or_default().push(key.id);
    }
    let name = |monday: NaiveDate| {
        let sunday = monday + Days::new(6);
        let (m, d) = (monday.month(), monday.day());
        format!("{m}月{d}日—{}月{}日", sunday.month(), sunday.day())
    };
    weeks.into_iter().map(|(monday, keys)| (keys, name(monday))).collect()
}

fn of_kinds<'a>(desk: &Desk, channels: impl Iterator<Item = &'a Key>) -> Vec<(Vec<i64>, String)> {
    let entries = desk.answers.entries(Species::Channel);
    let kind = |id| entries.iter().find(|entry| entry.id == id).and_then(|entry| entry.kind);
    let keys: Vec<i64> = channels.map(|key| key.id).collect();
    let of = |wanted: &ChannelKind| {
        let keys: Vec<i64> = keys.iter().copied().filter(|id| kind(*id) == Some(*wanted)).collect();
        (!keys.is_empty()).then(|| (keys, wanted.term().to_owned()))
    };
    ChannelKind::ALL.iter().filter_map(of).collect()
}

/// With what is in use and has no ticket, in the register's order.
fn with_zeros(desk: &Desk, by: Grouping, level: Option<u32>, all: &mut Vec<(Vec<i64>, String)>) {
    let Some(species) = species(by) else { return };
    let entries = desk.answers.entries(species);
    let stands =
        |id: i64, all: &[(Vec<i64>, String)]| all.iter().any(|(keys, _)| keys.contains(&id));
    for entry in entries {
        let top = entry.parent.is_none() || level.is_none();
        if top && !stands(entry.id, all) {
            all.push((vec![entry.id], entry.name.clone()));
        }
    }
    let place = |keys: &[i64]| {
        let at = entries.iter().position(|entry| keys.first() == Some(&entry.id));
        at.unwrap_or(usize::MAX)
    };
    all.sort_by_key(|(keys, _)| place(keys));
}

/// What stands right below a row in its tree.
pub(super) fn below(row: &RowOf) -> Value {
    let desk = &row.desk;
    let (Some(level), Some(species)) = (row.of.level, species(row.of.by)) else {
        return Value::from(Vec::<Value>::new());
    };
    let entries = desk.answers.entries(species);
    let own = row.of.keys.as_deref().unwrap_or_default();
    let is_below = |of: &RowOf| {
        let id = of.of.keys.as_ref().and_then(|keys| keys.first());
        let parent =
            entries.iter().find(|entry| Some(&entry.id) == id).and_then(|entry| entry.parent);
        parent.is_some_and(|parent| own.contains(&parent))
    };
    let wanted = Wanted { level: Some(level + 1), ..Wanted::by(By::Of(row.of.by)) };
    let mut all = rows(desk, &wanted).unwrap_or_default();
    all.retain(is_below);
    let sliced = |of: RowOf| RowOf { of: of.of.sliced(row.of.slice), ..of };
    values(all.into_iter().map(sliced))
}

/// Rows as a template has them.
pub(super) fn values(rows: impl IntoIterator<Item = RowOf>) -> Value {
    Value::from(rows.into_iter().map(Value::from_object).collect::<Vec<_>>())
}
