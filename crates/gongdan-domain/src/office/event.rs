//! What can have happened to the office.

use serde::{Deserialize, Serialize};

use crate::figures::Formula;
use crate::ids::{ChannelId, EntryId, RegionId};
use crate::moment::Moment;
use crate::notice::Notice;
use crate::policy::Provision;
use crate::register::Place;
use crate::vocabulary::{ChannelKind, Species, vocabulary};

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
    /// An entry bears a code of a scheme from now on, or none.
    EntryCoded {
        /// Its species.
        species: Species,
        /// Its number.
        id: EntryId,
        /// The scheme.
        scheme: String,
        /// The code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<String>,
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

vocabulary! {
    /// What can have happened to the office: its register, rules, contacts and issues.
    OfficeEventKind of OfficeEvent, "office_event" {
        /// The file came into being.
        Founded = 1, "founded", "建立";
        /// An entry joined the register.
        EntryAdded = 2, "entry_added", "登记";
        /// An entry got another name by which it is found.
        EntryAliased = 3, "entry_aliased", "添加别名";
        /// An entry is called otherwise from a moment on.
        EntryRenamed = 4, "entry_renamed", "更名";
        /// An entry stands elsewhere in the tree, group or order from a moment on.
        EntryPlaced = 5, "entry_placed", "调整位置";
        /// An entry was taken over by another from a moment on.
        EntryMerged = 6, "entry_merged", "合并";
        /// An entry takes nothing new from a moment on.
        EntryRetired = 7, "entry_retired", "停用";
        /// The policy got a provision.
        ProvisionSet = 8, "provision_set", "设定规定";
        /// The calendar got a notice.
        NoticeAdopted = 9, "notice_adopted", "采用放假安排";
        /// A ranking formula was set.
        FormulaSet = 10, "formula_set", "设定计分办法";
        /// Contacts were counted.
        ContactsRecorded = 11, "contacts_recorded", "登记诉求量";
        /// An issue of the bulletin was published: its figures are frozen.
        IssuePublished = 12, "issue_published", "发布通报";
        /// An entry bears a code of a scheme, or none.
        EntryCoded = 13, "entry_coded", "登记编码";
    }
}
