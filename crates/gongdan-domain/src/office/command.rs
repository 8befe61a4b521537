//! What can be asked of the office. Entries are named by their names, as people know them.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::figures::Formula;
use crate::moment::Moment;
use crate::notice::{Notice, day_text};
use crate::policy::Provision;
use crate::register::Place;
use crate::vocabulary::{ChannelKind, Species};

use super::event::Founding;
use super::published::Published;

/// A new unit, category, channel or area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewEntry {
    /// What it is.
    pub species: Species,
    /// Its name.
    pub name: String,
    /// Other names by which it is found.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Of what sort: a channel needs it, nothing else may have it.
    pub channel_kind: Option<ChannelKind>,
    /// The name of the entry above it.
    pub parent: Option<String>,
    /// The group it is listed and ranked in.
    pub group: Option<String>,
    /// Its place in printed tables; nothing means after all others.
    pub order: Option<u32>,
}

impl NewEntry {
    fn new(species: Species, name: &str) -> Self {
        Self {
            species,
            name: name.to_owned(),
            aliases: Vec::new(),
            channel_kind: None,
            parent: None,
            group: None,
            order: None,
        }
    }

    /// A member unit (成员单位).
    pub fn unit(name: &str) -> Self {
        Self::new(Species::Unit, name)
    }

    /// A category (问题分类).
    pub fn category(name: &str) -> Self {
        Self::new(Species::Category, name)
    }

    /// A channel (渠道) of a sort.
    pub fn channel(name: &str, kind: ChannelKind) -> Self {
        Self { channel_kind: Some(kind), ..Self::new(Species::Channel, name) }
    }

    /// An area inside the region.
    pub fn area(name: &str) -> Self {
        Self::new(Species::Area, name)
    }

    /// With another name by which it is found.
    #[must_use]
    pub fn alias(mut self, alias: &str) -> Self {
        self.aliases.push(alias.to_owned());
        self
    }

    /// Listed and ranked in this group.
    #[must_use]
    pub fn group(mut self, group: &str) -> Self {
        self.group = Some(group.to_owned());
        self
    }

    /// Below this entry of the tree.
    #[must_use]
    pub fn parent(mut self, parent: &str) -> Self {
        self.parent = Some(parent.to_owned());
        self
    }

    /// At this place in printed tables.
    #[must_use]
    pub fn order(mut self, order: u32) -> Self {
        self.order = Some(order);
        self
    }
}

/// A command to the office. As JSON: `{"alias": {"species": "unit", "name": …}}`; moments are
/// milliseconds since 1970 UTC, days are `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum OfficeCommand {
    /// Found the file; a new file's first event.
    Found(Founding),
    /// Add an entry to the register.
    Add(NewEntry),
    /// Give an entry another name by which it is found.
    Alias {
        /// Its species.
        species: Species,
        /// Any of its names.
        name: String,
        /// The other name.
        alias: String,
    },
    /// Have an entry bear a code of a scheme beside its names, in the place of the one that it bore; left out, none.
    Code {
        /// Its species.
        species: Species,
        /// Any of its names.
        name: String,
        /// The scheme: `GB/T 39666`.
        scheme: String,
        /// The code: `010203`.
        #[serde(default)]
        code: Option<String>,
    },
    /// Call an entry otherwise from a moment on; the old name still finds it.
    Rename {
        /// Its species.
        species: Species,
        /// Any of its names.
        name: String,
        /// The new name.
        to: String,
        /// From when.
        from: Moment,
    },
    /// Put an entry elsewhere in tree, group or order from a moment on.
    Place {
        /// Its species.
        species: Species,
        /// Any of its names.
        name: String,
        /// The new place.
        place: Place,
        /// From when.
        from: Moment,
    },
    /// Let another entry take one over from a moment on.
    Merge {
        /// Their species.
        species: Species,
        /// Any name of the one that ends.
        name: String,
        /// Any name of the one that goes on.
        into: String,
        /// From when.
        from: Moment,
    },
    /// Let several new entries take one over from a moment on.
    Split {
        /// Their species.
        species: Species,
        /// Any name of the one that ends.
        name: String,
        /// The ones that go on.
        into: Vec<NewEntry>,
        /// From when.
        from: Moment,
    },
    /// Give an entry nothing new from a moment on.
    Retire {
        /// Its species.
        species: Species,
        /// Any of its names.
        name: String,
        /// From when.
        from: Moment,
    },
    /// Set a provision of the policy.
    Provide(Provision),
    /// Adopt a published notice of holidays and make-up days.
    AdoptNotice(Notice),
    /// Set a ranking formula.
    SetFormula(Formula),
    /// Count contacts by a channel on a day; a negative count corrects an earlier one.
    RecordContacts {
        /// Any of the channel's names.
        channel: String,
        /// The day.
        #[serde(with = "day_text")]
        day: Day,
        /// How many.
        count: i64,
    },
    /// Publish an issue: its figures are frozen. Made by the library, which works the figures
    /// out; a caller asks for it with its own verb.
    Publish(Box<Published>),
}
