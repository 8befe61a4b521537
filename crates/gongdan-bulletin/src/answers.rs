//! The answers behind a bulletin: every count of every row, for the tables and sentences of a format.

use std::collections::HashMap;

use gongdan::{ChannelKind, Figures, Grouping, Register, Row, Species};

use crate::needs::{Cut, Listed, Span, SpanOf};
use crate::sources::Sources;

/// An answer, and where each first key's rows stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) figures: Figures,
    places: HashMap<i64, Vec<usize>>,
}

impl Sheet {
    fn of(figures: Figures) -> Self {
        let mut places: HashMap<i64, Vec<usize>> = HashMap::new();
        for (place, row) in figures.rows.iter().enumerate() {
            let first = row.keys.first().map_or(0, |key| key.id);
            places.entry(first).or_default().push(place);
        }
        Self { figures, places }
    }

    /// The rows whose first key is this one.
    pub(crate) fn rows(&self, id: i64) -> impl Iterator<Item = &Row> {
        let places = self.places.get(&id).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|place| self.figures.rows.get(*place))
    }
}

/// An entry of the register that is in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) group: Option<String>,
    pub(crate) parent: Option<i64>,
    pub(crate) kind: Option<ChannelKind>,
}

/// Answers by grouping, and what the register says of their rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answers {
    sheets: Vec<(Cut, Listed, Sheet)>,
    /// Over every ticket, rejected and merged ones too.
    pub(crate) taken_in: Figures,
    /// Which days were asked of.
    pub(crate) spans: Vec<Span>,
    units: HashMap<i64, String>,
    entries: Vec<(Species, Vec<Entry>)>,
}

const SPECIES: [Species; 4] = [Species::Unit, Species::Category, Species::Channel, Species::Area];

impl Answers {
    /// Keeps what a format can print.
    pub(crate) fn of(sources: &Sources) -> Self {
        let own = [
            (Grouping::All, &sources.all),
            (Grouping::Category, &sources.by_category),
            (Grouping::Unit, &sources.by_unit),
            (Grouping::Channel, &sources.by_channel),
        ];
        let own = own.map(|(by, figures)| (Cut::OWN, (vec![by], None), figures.clone()));
        let (answers, spans) = &sources.cuts;
        let sheets = own.into_iter().chain(answers.iter().cloned());
        let as_of = sources.question.as_of;
        let register = &sources.rules.register;
        let units = register.all(Species::Unit);
        let units = units.filter_map(|unit| Some((i64::from(unit.id.0), unit.place(as_of).group?)));
        Self {
            sheets: sheets.map(|(cut, list, figures)| (cut, list, Sheet::of(figures))).collect(),
            taken_in: sources.taken_in.clone(),
            spans: spans.clone(),
            units: units.collect(),
            entries: SPECIES.map(|each| (each, entries(register, each, as_of))).to_vec(),
        }
    }

    /// The answer of a grouping, if it was asked.
    pub(crate) fn by(&self, grouping: Grouping) -> Option<&Figures> {
        self.at_level(grouping, None)
    }

    /// The same at a level of the tree.
    pub(crate) fn at_level(&self, grouping: Grouping, level: Option<u32>) -> Option<&Figures> {
        self.sheet(Cut::OWN, &[grouping], level).map(|sheet| &sheet.figures)
    }

    /// The answer of a cut by some groupings, if it was asked.
    pub(crate) fn sheet(&self, cut: Cut, by: &[Grouping], level: Option<u32>) -> Option<&Sheet> {
        let asked = |(each, list, _): &&(Cut, Listed, Sheet)| {
            *each == cut && list.0 == by && list.1 == level
        };
        self.sheets.iter().find(asked).map(|(_, _, sheet)| sheet)
    }

    /// The days of a span, if they were asked of.
    pub(crate) fn span(&self, of: SpanOf) -> Option<&Span> {
        self.spans.iter().find(|span| span.of == of)
    }

    /// The group of a unit, also of one that is no longer in use.
    pub(crate) fn group(&self, unit: i64) -> Option<&str> {
        self.units.get(&unit).map(String::as_str)
    }

    /// Whether any unit is, or was, in a group; where no unit is in any, nobody has thought of groups yet.
    pub(crate) fn has_group(&self, group: &str) -> bool {
        self.units.is_empty() || self.units.values().any(|each| each == group)
    }

    /// What is in use of a kind, in printed order.
    pub(crate) fn entries(&self, species: Species) -> &[Entry] {
        let of = self.entries.iter().find(|(each, _)| *each == species);
        of.map_or(&[], |(_, entries)| entries.as_slice())
    }
}

fn entries(register: &Register, species: Species, as_of: gongdan::Moment) -> Vec<Entry> {
    let ended = |at: Option<gongdan::Moment>| at.is_some_and(|at| at <= as_of);
    let mut all: Vec<(u32, Entry)> = Vec::new();
    for entry in register.all(species) {
        let merged = entry.merged.as_ref().map(|(at, _)| *at);
        if ended(entry.retired_at) || ended(merged) {
            continue;
        }
        let place = entry.place(as_of);
        let named = Entry {
            id: i64::from(entry.id.0),
            name: entry.name(as_of).to_owned(),
            group: place.group,
            parent: place.parent.map(|parent| i64::from(parent.0)),
            kind: entry.channel_kind,
        };
        all.push((place.order, named));
    }
    all.sort_by_key(|(order, entry)| (*order, entry.id));
    all.into_iter().map(|(_, entry)| entry).collect()
}
