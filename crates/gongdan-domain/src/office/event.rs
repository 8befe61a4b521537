//! What can have happened to the office.

use serde::{Deserialize, Serialize};

use crate::calendar::Notice;
use crate::figures::Formula;
use crate::ids::{ChannelId, EntryId, RegionId};
use crate::moment::Moment;
use crate::policy::Provision;
use crate::register::Place;
use crate::vocabulary::{ChannelKind, Species};

use super::published::Published;

/// The founding of a hotline's file: which region it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Founding {
    /// The region's code after GB/T 2260.
    pub region: RegionId,
    /// The region's name as printed, for example 衡东县.
    pub name: String,
    /// The office that publishes the bulletin, for example 衡东县行政审批服务局.
    pub office: String,
}

/// Contacts (calls, letters) that reached the centre by one channel on one day. A contact that
/// made no ticket is still a contact; corrections are further events with negative counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contacts {
    /// The channel.
    pub channel: ChannelId,
    /// The Beijing day as `20200930`.
    pub day: i64,
    /// How many more (or fewer).
    pub count: i64,
}

/// An event of the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfficeEvent {
    /// The file came into being.
    Founded(Founding),
    /// An entry joined the register.
    EntryAdded {
        /// Its species.
        species: Species,
        /// Its number.
        id: EntryId,
        /// Its first name.
        name: String,
        /// Of what sort, for a channel.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        channel_kind: Option<ChannelKind>,
        /// Where it stands.
        place: Place,
    },
    /// An entry got another name by which it is found.
    EntryAliased {
        /// Its species.
        species: Species,
        /// Its number.
        id: EntryId,
        /// The other name.
        alias: String,
    },
    /// An entry is called otherwise from a moment on.
    EntryRenamed {
        /// Its species.
        species: Species,
        /// Its number.
        id: EntryId,
        /// The new name.
        name: String,
        /// From when.
        from: Moment,
    },
    /// An entry stands elsewhere in the tree, group or order from a moment on.
    EntryPlaced {
        /// Its species.
        species: Species,
        /// Its number.
        id: EntryId,
        /// The new place.
        place: Place,
        /// From when.
        from: Moment,
    },
    /// An entry was taken over by another from a moment on.
    EntryMerged {
        /// Its species.
        species: Species,
        /// Its number.
        id: EntryId,
        /// The entry that took it over.
        into: EntryId,
        /// From when.
        from: Moment,
    },
    /// An entry takes nothing new from a moment on.
    EntryRetired {
        /// Its species.
        species: Species,
        /// Its number.
        id: EntryId,
        /// From when.
        from: Moment,
    },
    /// The policy got a provision.
    ProvisionSet(Provision),
    /// The calendar got a notice.
    NoticeAdopted(Notice),
    /// A ranking formula was set.
    FormulaSet(Formula),
    /// Contacts were counted.
    ContactsRecorded(Contacts),
    /// An issue of the bulletin was published: its figures are frozen.
    IssuePublished(Box<Published>),
}

impl OfficeEvent {
    /// The event's name, as it stands in the journal.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Founded(_) => "founded",
            Self::EntryAdded { .. } => "entry_added",
            Self::EntryAliased { .. } => "entry_aliased",
            Self::EntryRenamed { .. } => "entry_renamed",
            Self::EntryPlaced { .. } => "entry_placed",
            Self::EntryMerged { .. } => "entry_merged",
            Self::EntryRetired { .. } => "entry_retired",
            Self::ProvisionSet(_) => "provision_set",
            Self::NoticeAdopted(_) => "notice_adopted",
            Self::FormulaSet(_) => "formula_set",
            Self::ContactsRecorded(_) => "contacts_recorded",
            Self::IssuePublished(_) => "issue_published",
        }
    }
}
