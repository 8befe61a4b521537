//! The answer of the figures: rows of counts, each with its key, and their total.

use std::cmp::Ordering;

use gongdan_domain::{
    Count, CountOf, Fraction, Kind, Moment, Register, RegisterEntry, Rulebook, Species, Tally,
    TicketId, Urgency,
};
use serde::{Deserialize, Serialize};

use super::ages::Ages;
use super::key::{Key, dashed};
use super::question::Question;
use crate::words::Grouping;

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Row {
    /// One key for each grouping.
    pub keys: Vec<Key>,
    /// The counts.
    pub tally: Tally,
    /// For each grouping, the stored keys that the row stands for: more than one after a merger.
    #[serde(default)]
    pub(crate) stored: Vec<Vec<i64>>,
}

impl Row {
    /// Adds to a count over tickets or over assignments.
    pub(crate) fn add(&mut self, of: CountOf, count: Count, value: i64) {
        let sum = self.tally.of(of, count).unwrap_or(0) + value;
        self.tally.put(of, count, sum);
    }
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Figures {
    /// What was asked.
    pub question: Question,
    /// The rows, in the order in which they are printed.
    pub rows: Vec<Row>,
    /// The sum of the rows, count by count.
    pub total: Tally,
}

impl Figures {
    /// 占比: a row's part of the total.
    pub fn share(&self, row: &Row, count: Count) -> Fraction {
        Fraction::new(row.tally.count(count), self.total.count(count))
    }

    /// The row of a name in the first grouping.
    pub fn row(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.keys.first().is_some_and(|key| key.name == name))
    }
}

/// A ticket behind a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TicketRef {
    /// The ticket.
    pub id: TicketId,
    /// Its printed number.
    pub number: String,
}

/// Names and orders keys as the register stands at a moment.
pub(crate) struct Naming<'a> {
    register: &'a Register,
    as_of: Moment,
    /// At which level of their trees entries are counted; nothing for each by itself.
    level: Option<u32>,
    ages: Ages<'a>,
}

impl<'a> Naming<'a> {
    /// As a question has it, under the rules that it sees.
    pub(crate) fn new(rules: &'a Rulebook, question: &'a Question) -> Self {
        let as_of = question.as_of;
        let ages = Ages::new(rules, as_of, &question.bands);
        Self { register: &rules.register, as_of, level: question.level, ages }
    }

    /// Each entry by itself, whatever the level.
    pub(crate) fn of_each(self) -> Self {
        Self { level: None, ..self }
    }

    /// The key that a stored key stands for at the moment: mergers are followed, groups are
    /// gathered.
    pub(crate) fn key(&self, grouping: Grouping, stored: i64) -> Key {
        let entry = |species| self.entry(species, stored);
        match grouping {
            Grouping::Channel => entry(Species::Channel),
            Grouping::Category => entry(Species::Category),
            Grouping::Unit => entry(Species::Unit),
            Grouping::Area => entry(Species::Area),
            Grouping::UnitGroup => self.group(stored),
            Grouping::Kind => plain(stored, Kind::from_code(stored).map_or("", Kind::term)),
            Grouping::Urgency => {
                plain(stored, Urgency::from_code(stored).map_or("", Urgency::term))
            }
            Grouping::All => plain(stored, "合计"),
            Grouping::Day => plain(stored, &dashed(stored, true)),
            Grouping::Month => plain(stored, &dashed(stored, false)),
            Grouping::Age => self.ages.key(stored),
        }
    }

    fn entry(&self, species: Species, stored: i64) -> Key {
        let special = match (species, stored) {
            (Species::Category, Key::ONLINE) => Some("在线办结"),
            (Species::Category, Key::NONE) => Some("未分类"),
            (_, Key::NONE) => Some("无"),
            _ => None,
        };
        if let Some(name) = special {
            return plain(stored, name);
        }
        let id = gongdan_domain::EntryId(u32::try_from(stored).unwrap_or(0));
        let id = match self.level {
            Some(level) => self.register.at_level(species, id, level, self.as_of),
            None => self.register.standing(species, id, self.as_of),
        };
        plain(i64::from(id.0), &self.register.path(species, id, self.as_of))
    }

    /// Groups have no numbers of their own: the unit in them that was added first stands for one,
    /// so that units added after the moment change nothing.
    fn group(&self, stored: i64) -> Key {
        if stored == Key::NONE {
            return plain(stored, "无");
        }
        let id = gongdan_domain::EntryId(u32::try_from(stored).unwrap_or(0));
        let id = self.register.standing(Species::Unit, id, self.as_of);
        let unit = self.register.get(Species::Unit, id);
        let group = unit.and_then(|unit| unit.place(self.as_of).group);
        let Some(group) = group else { return plain(Key::NONE, "未分组") };
        let own = |unit: &&gongdan_domain::RegisterEntry| {
            unit.place(self.as_of).group.as_ref() == Some(&group)
        };
        let first = self.register.all(Species::Unit).find(own);
        plain(first.map_or(0, |unit| i64::from(unit.id.0)), &group)
    }

    /// The order in which rows are printed: by the register's display order, specials last.
    pub(crate) fn order(&self, grouping: Grouping, a: &Key, b: &Key) -> Ordering {
        let species = match grouping {
            Grouping::Channel => Species::Channel,
            Grouping::Category => Species::Category,
            Grouping::Unit | Grouping::UnitGroup => Species::Unit,
            Grouping::Area => Species::Area,
            _ => return (a.id < 0, a.id).cmp(&(b.id < 0, b.id)),
        };
        self.place(species, a).cmp(&self.place(species, b))
    }

    /// The entries of a kind that are in use at the moment.
    pub(crate) fn in_use(&self, species: Species) -> impl Iterator<Item = &'a RegisterEntry> {
        let ended = |at: Option<Moment>| at.is_some_and(|at| at <= self.as_of);
        let stands = move |entry: &&RegisterEntry| {
            !ended(entry.retired_at) && !ended(entry.merged.map(|(at, _)| at))
        };
        self.register.all(species).filter(stands)
    }

    fn place(&self, species: Species, key: &Key) -> (bool, u32, i64) {
        let id = gongdan_domain::EntryId(u32::try_from(key.id).unwrap_or(0));
        let order = self.register.get(species, id).map_or(0, |entry| entry.place(self.as_of).order);
        (key.id < 0, order, key.id.abs())
    }
}

fn plain(id: i64, name: &str) -> Key {
    Key::plain(id, name)
}
