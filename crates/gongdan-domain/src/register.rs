//! The register: units, categories, channels and areas, with aliases, dated names and places,
//! mergers and retirements. Nothing in it is ever removed: tickets point at it for ever.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use crate::ids::EntryId;
use crate::moment::Moment;
use crate::vocabulary::{ChannelKind, Species};

/// Where an entry stands among its kind: tree, group and order of printing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The entry above it, where the species is a tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<EntryId>,
    /// The group it is listed and ranked in (县直, 乡镇, 企业).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Its place in printed tables, from small to large.
    pub order: u32,
}

/// One unit, category, channel or area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterEntry {
    /// Its number within its species.
    pub id: EntryId,
    /// What it is.
    pub species: Species,
    /// For a channel: of what sort.
    pub channel_kind: Option<ChannelKind>,
    /// Other names by which it is found.
    pub aliases: Vec<String>,
    /// When it was retired, if it was: from then on nothing new is given to it.
    pub retired_at: Option<Moment>,
    /// The entry that took it over, and from when.
    pub merged: Option<(Moment, EntryId)>,
    names: Vec<(Moment, String)>,
    places: Vec<(Moment, Place)>,
    codes: Vec<(String, String)>,
}

impl RegisterEntry {
    /// The name in force at a moment.
    pub fn name(&self, at: Moment) -> &str {
        in_force(&self.names, at).map_or("", String::as_str)
    }

    /// The place in force at a moment.
    pub fn place(&self, at: Moment) -> Place {
        in_force(&self.places, at).cloned().unwrap_or_default()
    }

    /// The first name the entry had.
    pub fn first_name(&self) -> &str {
        self.names.first().map_or("", |(_, name)| name)
    }

    /// The name the entry was given last.
    pub fn last_name(&self) -> &str {
        self.names.last().map_or("", |(_, name)| name)
    }

    /// Every name, each with the moment from which it holds.
    pub fn names(&self) -> &[(Moment, String)] {
        &self.names
    }

    /// Its code in each scheme that it bears one of (GB/T 39666: 010203), in the order of the schemes.
    pub fn codes(&self) -> &[(String, String)] {
        &self.codes
    }

    /// Its code in a scheme.
    pub fn code(&self, scheme: &str) -> Option<&str> {
        self.codes.iter().find(|(own, _)| own == scheme).map(|(_, code)| code.as_str())
    }

    /// Every place, each with the moment from which it holds.
    pub fn places(&self) -> &[(Moment, Place)] {
        &self.places
    }
}

fn in_force<T>(dated: &[(Moment, T)], at: Moment) -> Option<&T> {
    dated.iter().rev().find(|(from, _)| *from <= at).or(dated.first()).map(|(_, value)| value)
}

fn insert_dated<T>(dated: &mut Vec<(Moment, T)>, from: Moment, value: T) {
    let index = dated.partition_point(|(each, _)| *each <= from);
    dated.insert(index, (from, value));
}

/// All reference data of one region.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Register {
    entries: BTreeMap<(Species, EntryId), RegisterEntry>,
    names: HashMap<Species, HashMap<String, Vec<EntryId>>>,
}

impl Register {
    /// Every entry of a species, in the order of their numbers.
    pub fn all(&self, species: Species) -> impl Iterator<Item = &RegisterEntry> {
        self.entries.values().filter(move |entry| entry.species == species)
    }

    /// The entry of a number.
    pub fn get(&self, species: Species, id: EntryId) -> Option<&RegisterEntry> {
        self.entries.get(&(species, id))
    }

    /// The name in force at a moment, or `""` for a number nobody has.
    pub fn name(&self, species: Species, id: EntryId, at: Moment) -> &str {
        self.get(species, id).map_or("", |entry| entry.name(at))
    }

    /// The entry that stands for `id` at a moment, after every merger up to then.
    pub fn standing(&self, species: Species, id: EntryId, at: Moment) -> EntryId {
        self.taken_over(species, id, at).last().unwrap_or(id)
    }

    /// An entry and, one after the other, what took it over up to a moment.
    pub(crate) fn taken_over(
        &self,
        species: Species,
        id: EntryId,
        at: Moment,
    ) -> impl Iterator<Item = EntryId> {
        let merged = move |id: &EntryId| self.get(species, *id)?.merged;
        let next = move |id: &EntryId| Some(merged(id).filter(|(from, _)| *from <= at)?.1);
        std::iter::successors(Some(id), next).take(self.entries.len() + 1)
    }

    /// The number a new entry of the species gets: numbers are never used twice.
    pub fn next_id(&self, species: Species) -> EntryId {
        EntryId(self.all(species).map(|entry| entry.id.0).max().unwrap_or(0) + 1)
    }

    /// Whether a name or alias is taken under an entry, or at the top.
    pub fn has_name(&self, species: Species, parent: Option<EntryId>, name: &str) -> bool {
        let placed = |id: &EntryId| self.get(species, *id).map(|entry| entry.place(Moment::MAX));
        let below = |id: &EntryId| placed(id).is_some_and(|place| place.parent == parent);
        self.of_name(species, name.trim()).iter().any(below)
    }

    /// Every entry that has this very name or alias, by number.
    pub(crate) fn of_name(&self, species: Species, name: &str) -> &[EntryId] {
        let ids = self.names.get(&species).and_then(|names| names.get(name));
        ids.map_or(&[], Vec::as_slice)
    }

    /// Every name and alias of a species.
    pub(crate) fn all_names(&self, species: Species) -> impl Iterator<Item = &String> {
        self.names.get(&species).into_iter().flat_map(HashMap::keys)
    }

    /// Whether `id` can be reached from `below` by going up through any place that an entry has,
    /// had or will have.
    pub(crate) fn may_stand_below(&self, species: Species, below: EntryId, id: EntryId) -> bool {
        let (mut seen, mut open) = (BTreeSet::new(), vec![below]);
        while let Some(next) = open.pop() {
            if next == id {
                return true;
            }
            if let Some(entry) = self.get(species, next).filter(|_| seen.insert(next)) {
                open.extend(entry.places.iter().filter_map(|(_, place)| place.parent));
            }
        }
        false
    }

    pub(crate) fn add(
        &mut self,
        species: Species,
        id: EntryId,
        name: &str,
        channel_kind: Option<ChannelKind>,
        place: Place,
    ) {
        let names = vec![(Moment::MIN, name.to_owned())];
        let places = vec![(Moment::MIN, place)];
        let entry = RegisterEntry {
            id,
            species,
            channel_kind,
            aliases: Vec::new(),
            retired_at: None,
            merged: None,
            names,
            places,
            codes: Vec::new(),
        };
        self.entries.insert((species, id), entry);
        self.keep_name(species, id, name);
    }

    pub(crate) fn alias(&mut self, species: Species, id: EntryId, alias: &str) {
        self.change(species, id, |entry| entry.aliases.push(alias.to_owned()));
        self.keep_name(species, id, alias);
    }

    /// An entry bears another code of a scheme, or none.
    pub(crate) fn code(
        &mut self,
        (species, id): (Species, EntryId),
        scheme: String,
        code: Option<String>,
    ) {
        self.change(species, id, |entry| {
            entry.codes.retain(|(own, _)| *own != scheme);
            entry.codes.extend(code.map(|code| (scheme, code)));
            entry.codes.sort();
        });
    }

    pub(crate) fn rename(&mut self, species: Species, id: EntryId, name: &str, from: Moment) {
        self.change(species, id, |entry| insert_dated(&mut entry.names, from, name.to_owned()));
        self.keep_name(species, id, name);
    }

    pub(crate) fn place(&mut self, species: Species, id: EntryId, place: Place, from: Moment) {
        self.change(species, id, |entry| insert_dated(&mut entry.places, from, place));
    }

    pub(crate) fn merge(&mut self, species: Species, id: EntryId, into: EntryId, from: Moment) {
        self.change(species, id, |entry| entry.merged = Some((from, into)));
    }

    pub(crate) fn retire(&mut self, species: Species, id: EntryId, from: Moment) {
        self.change(species, id, |entry| entry.retired_at = Some(from));
    }

    fn keep_name(&mut self, species: Species, id: EntryId, name: &str) {
        let names = self.names.entry(species).or_default().entry(name.to_owned()).or_default();
        if !names.contains(&id) {
            names.push(id);
        }
    }

    fn change(&mut self, species: Species, id: EntryId, change: impl FnOnce(&mut RegisterEntry)) {
        if let Some(entry) = self.entries.get_mut(&(species, id)) {
            change(entry);
        }
    }
}
