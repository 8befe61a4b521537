//! Lists of rows, by anything that tickets are grouped by.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};
use gongdan::{ChannelKind, Grouping, Key, Row, Species};
use minijinja::value::{Object, Value};

use super::by::{By, Wanted};
use super::definitions::{Missing, Named};
use super::desk::{Desk, species};
use super::ink::text;
use super::shown::{Shown, found};
use super::slice::{Of, Slice};
use super::token::demangled;
use crate::figure::Figure;

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

/// A row: its name, its group, and every figure of it by name.
#[derive(Clone, Debug)]
pub(super) struct RowOf {
    pub(super) of: Of,
    pub(super) name: String,
    pub(super) group: String,
    /// Its place among those that it was ranked with.
    pub(super) rank: Option<i64>,
    /// What else it has.
    pub(super) more: BTreeMap<&'static str, Value>,
    pub(super) desk: Arc<Desk>,
}

impl RowOf {
    /// All together.
    pub(super) fn all(of: Of, desk: &Arc<Desk>) -> Self {
        let (name, group) = (String::new(), String::new());
        Self { of, name, group, rank: None, more: BTreeMap::new(), desk: Arc::clone(desk) }
    }

    /// The name without those above it in its tree.
    fn own_name(&self) -> &str {
        self.name.rsplit('>').next().unwrap_or(&self.name)
    }

    /// A figure of it.
    pub(super) fn figure(&self, path: &str) -> Result<Figure, Missing> {
        let path: Vec<&str> = path.split('.').collect();
        match (self.desk.figure(&self.of, &path), path.as_slice()) {
            (Err(Missing::Unknown), [name]) => {
                self.desk.given_of(&self.of, name).ok_or(Missing::Unknown)
            }
            (found, _) => found,
        }
    }

    fn said(&self, key: &str) -> Option<Value> {
        let place = |rank: i64| Shown::value(&Figure::rank(rank), &self.desk);
        match key {
            "name" | "名称" => Some(text(self.own_name())),
            "full_name" | "全名" => Some(text(&self.name)),
            "group" | "分组" => Some(text(&self.group)),
            "rank" | "名次" => self.rank.map(place),
            "children" | "下级" => Some(below(self)),
            other => self.more.get(other).cloned().or_else(|| self.grade(other)),
        }
    }

    /// `得分.等次` is asked as the name of the measure with 等次 behind it.
    fn grade(&self, key: &str) -> Option<Value> {
        let name = key.strip_suffix("等次")?;
        let Some(Named::Own(own)) = self.desk.own.named(name) else { return None };
        let value = self.figure(name).ok()?.exact();
        Some(text(own.grade(value).unwrap_or_default()))
    }

    /// What stands under a name, or why nothing does.
    pub(super) fn asked(&self, key: &str) -> Result<Option<Value>, Missing> {
        if let Some(said) = self.said(key) {
            return Ok(Some(said));
        }
        if let Some(slice) = self.desk.own.sliced(self.of.slice, key) {
            let row = Self { of: self.of.sliced(slice), ..self.clone() };
            return Ok(Some(Value::from_object(row)));
        }
        let figure = self.figure(key)?;
        let at = self.desk.own.named(key).map(|_| (self.of.clone(), key.to_owned()));
        Ok(Some(Shown::at(figure, at, &self.desk)))
    }
}

impl Object for RowOf {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let key = demangled(key.as_str()?);
        found(&self.desk, &key, self.asked(&key))
    }
}
