//! The answers behind a bulletin: every count of every row, for the tables of a format.

use std::collections::HashMap;

use gongdan::{EntryId, Figures, Grouping, Key, Species};

use crate::sources::Sources;

/// Answers by grouping, and the group of each unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answers {
    by: Vec<(Grouping, Figures)>,
    /// Over every ticket, rejected and merged ones too.
    pub(crate) taken_in: Figures,
    groups: HashMap<i64, String>,
}

impl Answers {
    /// Keeps what a format can print.
    pub(crate) fn of(sources: &Sources) -> Self {
        let mut by = vec![
            (Grouping::All, sources.all.clone()),
            (Grouping::Category, sources.by_category.clone()),
            (Grouping::Unit, sources.by_unit.clone()),
            (Grouping::Channel, sources.by_channel.clone()),
        ];
        by.extend(sources.others.iter().cloned());
        let as_of = sources.question.as_of;
        let units = sources.by_unit.rows.iter().filter_map(|row| row.keys.first());
        let group = |key: &Key| {
            let id = EntryId(u32::try_from(key.id).ok()?);
            let place = sources.rules.register.get(Species::Unit, id)?.place(as_of);
            Some((key.id, place.group.clone()?))
        };
        Self { by, taken_in: sources.taken_in.clone(), groups: units.filter_map(group).collect() }
    }

    /// The answer of a grouping, if it was asked.
    pub(crate) fn by(&self, grouping: Grouping) -> Option<&Figures> {
        self.by.iter().find(|(each, _)| *each == grouping).map(|(_, figures)| figures)
    }

    /// The group of a unit; nothing for a key of another grouping.
    pub(crate) fn group(&self, grouping: Grouping, key: &Key) -> Option<&str> {
        let group = || self.groups.get(&key.id).map(String::as_str);
        if grouping == Grouping::Unit { group() } else { None }
    }
}
