//! The answers behind a bulletin: every count of every row, for the tables of a format.

use std::collections::HashMap;

use gongdan::{Figures, Grouping, Key, Species};

use crate::sources::Sources;

/// Answers by grouping, and the group of each unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answers {
    by: Vec<((Grouping, Option<u32>), Figures)>,
    /// Over every ticket, rejected and merged ones too.
    pub(crate) taken_in: Figures,
    groups: HashMap<i64, String>,
}

impl Answers {
    /// Keeps what a format can print.
    pub(crate) fn of(sources: &Sources) -> Self {
        let mut by = vec![
            ((Grouping::All, None), sources.all.clone()),
            ((Grouping::Category, None), sources.by_category.clone()),
            ((Grouping::Unit, None), sources.by_unit.clone()),
            ((Grouping::Channel, None), sources.by_channel.clone()),
        ];
        by.extend(sources.others.iter().cloned());
        let as_of = sources.question.as_of;
        let units = sources.rules.register.all(Species::Unit);
        let groups = units
            .filter_map(|unit| Some((i64::from(unit.id.0), unit.place(as_of).group?)))
            .collect();
        Self { by, taken_in: sources.taken_in.clone(), groups }
    }

    /// The answer of a grouping, if it was asked.
    pub(crate) fn by(&self, grouping: Grouping) -> Option<&Figures> {
        self.at_level(grouping, None)
    }

    /// The same at a level of the tree.
    pub(crate) fn at_level(&self, grouping: Grouping, level: Option<u32>) -> Option<&Figures> {
        self.by.iter().find(|(each, _)| *each == (grouping, level)).map(|(_, figures)| figures)
    }

    /// The group of a unit; nothing for a key of another grouping.
    pub(crate) fn group(&self, grouping: Grouping, key: &Key) -> Option<&str> {
        let group = || self.groups.get(&key.id).map(String::as_str);
        if grouping == Grouping::Unit { group() } else { None }
    }
}
