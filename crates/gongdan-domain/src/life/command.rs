//! What can be asked: the verbs with their arguments. Units, categories and areas are named by
//! any of their names.

use serde::{Deserialize, Serialize};

use crate::ids::TicketId;
use crate::vocabulary::{
    CallbackOutcome, Card, CloseOutcome, Kind, Satisfaction, TextField, Urgency,
};

use super::verb::Verb;

/// Who called, as far as the caller told. Personal data: it never enters the journal.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Caller {
    /// Name as told, for example 陶女士.
    pub name: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Where the caller lives.
    pub address: Option<String>,
}

impl std::fmt::Debug for Caller {
    /// Never shows the person.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Caller(withheld)")
    }
}

impl Caller {
    /// A caller by name.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..Self::default() }
    }

    /// With a telephone number.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// With an address.
    #[must_use]
    pub fn address(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }
}

/// A new ticket (受理).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intake {
    /// The channel's name.
    pub channel: String,
    /// The matter in a line (诉求标题).
    pub matter: String,
    /// What the citizen said (诉求内容).
    pub appeal: Option<String>,
    /// The category's name; may stay empty.
    pub category: Option<String>,
    /// What the citizen wants.
    #[serde(default = "help")]
    pub kind: Kind,
    /// How pressing it is.
    #[serde(default = "normal")]
    pub urgency: Urgency,
    /// The area's name.
    pub area: Option<String>,
    /// Who called.
    #[serde(default)]
    pub caller: Caller,
    /// Whether the caller's data is withheld (保密).
    #[serde(default)]
    pub confidential: bool,
    /// The number another platform gave it, at most 64 characters: seen again, it answers with
    /// the ticket that stands.
    pub external: Option<String>,
}

fn help() -> Kind {
    Kind::Help
}

fn normal() -> Urgency {
    Urgency::Normal
}

impl Intake {
    /// A matter that came by a channel: kind 求助, urgency 一般, no category yet.
    pub fn new(channel: impl Into<String>, matter: impl Into<String>) -> Self {
        Self {
            channel: channel.into(),
            matter: matter.into(),
            appeal: None,
            category: None,
            kind: Kind::Help,
            urgency: Urgency::Normal,
            area: None,
            caller: Caller::default(),
            confidential: false,
            external: None,
        }
    }

    /// With what the citizen said.
    #[must_use]
    pub fn appeal(mut self, appeal: impl Into<String>) -> Self {
        self.appeal = Some(appeal.into());
        self
    }

    /// In a category.
    #[must_use]
    pub fn category(mut self, category: impl Into<String>) -> Self {
        self.category = Some(category.into());
        self
    }

    /// Of a kind.
    #[must_use]
    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// Of an urgency.
    #[must_use]
    pub fn urgency(mut self, urgency: Urgency) -> Self {
        self.urgency = urgency;
        self
    }

    /// In an area.
    #[must_use]
    pub fn area(mut self, area: impl Into<String>) -> Self {
        self.area = Some(area.into());
        self
    }

    /// From a caller.
    #[must_use]
    pub fn caller(mut self, caller: Caller) -> Self {
        self.caller = caller;
        self
    }

    /// With the caller's data withheld.
    #[must_use]
    pub fn confidential(mut self) -> Self {
        self.confidential = true;
        self
    }

    /// With another platform's number.
    #[must_use]
    pub fn external(mut self, external: impl Into<String>) -> Self {
        self.external = Some(external.into());
        self
    }
}

/// A typical or difficult case as edited for print; empty parts are taken from the ticket.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Case {
    /// Its title.
    pub title: Option<String>,
    /// The appeal, edited.
    pub appeal: Option<String>,
    /// The handling, edited.
    pub handling: Option<String>,
}

/// One attempt to call the citizen back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attempt {
    /// How it went.
    pub outcome: CallbackOutcome,
    /// Satisfaction with the result; only when reached.
    pub satisfaction: Option<Satisfaction>,
    /// Satisfaction with the manner; counties with one axis leave it empty.
    pub attitude: Option<Satisfaction>,
    /// Whether the matter is solved.
    pub solved: Option<bool>,
}

/// A command to a ticket. As JSON: `"sign_off"`, `{"transfer": {"lead": "县住建局"}}`: the verb,
/// and its arguments by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Command {
    /// 在线办结, with the answer given.
    ResolveOnline {
        /// What the citizen was told.
        answer: Option<String>,
    },
    /// 不予受理.
    Reject {
        /// Why.
        reason: String,
    },
    /// 并单.
    Merge {
        /// The main ticket.
        main: TicketId,
    },
    /// Take the merger back.
    Unmerge,
    /// 标记重复.
    Repeat {
        /// The first ticket of the matter.
        main: TicketId,
    },
    /// 转办.
    Transfer {
        /// The lead unit.
        lead: String,
        /// The assisting units.
        #[serde(default)]
        assisting: Vec<String>,
        /// The centre's remark; a second transfer needs one.
        remark: Option<String>,
    },
    /// 撤回.
    Recall,
    /// 签收.
    SignOff,
    /// 申请退件.
    RequestReturn {
        /// Why.
        reason: String,
    },
    /// 同意退件, and on to another unit at once if one is named.
    GrantReturn {
        /// The next lead unit.
        to: Option<String>,
        /// The centre's remark to it.
        remark: Option<String>,
    },
    /// 不同意退件.
    DenyReturn {
        /// Why.
        reason: String,
        /// Whether the unit may not ask again.
        #[serde(default)]
        forbid: bool,
    },
    /// 指定承办: this unit, and it may not return it.
    Designate {
        /// The unit.
        unit: String,
        /// The centre's remark.
        remark: Option<String>,
    },
    /// 列为疑难.
    MarkDifficult {
        /// Why.
        reason: String,
    },
    /// 申请延期.
    RequestExtension {
        /// How many working days more.
        days: u32,
        /// Why.
        reason: String,
    },
    /// 同意延期.
    GrantExtension,
    /// 不同意延期.
    DenyExtension {
        /// Why.
        reason: String,
    },
    /// 挂账.
    Suspend {
        /// Why.
        reason: String,
    },
    /// 恢复办理.
    Resume,
    /// 协办反馈.
    Report {
        /// What the assisting unit found or did.
        result: String,
    },
    /// 免予反馈.
    Excuse {
        /// The assisting unit.
        unit: String,
    },
    /// 办结.
    Handle {
        /// The reply.
        result: String,
    },
    /// 退回重办.
    SendBack {
        /// Why.
        reason: String,
    },
    /// 回访.
    Callback(Attempt),
    /// 发回重办.
    Rework {
        /// Why.
        reason: String,
    },
    /// 结案.
    Close {
        /// With what outcome.
        outcome: CloseOutcome,
    },
    /// 终止办理.
    Terminate {
        /// Why.
        reason: String,
    },
    /// 重新受理.
    Reopen {
        /// The new fact.
        reason: String,
    },
    /// 更改分类.
    Reclassify {
        /// The category's name; nothing takes it away.
        category: Option<String>,
    },
    /// 更正.
    Amend {
        /// The kind from now on.
        kind: Option<Kind>,
        /// The urgency from now on.
        urgency: Option<Urgency>,
        /// The area from now on.
        area: Option<String>,
        /// The matter from now on.
        matter: Option<String>,
        /// The appeal from now on.
        appeal: Option<String>,
    },
    /// 备注.
    Note {
        /// The note.
        text: String,
    },
    /// 设置保密.
    Confidential {
        /// Whether from now on.
        confidential: bool,
    },
    /// 催办.
    Urge {
        /// What is said to the unit.
        text: Option<String>,
    },
    /// 督办.
    Supervise {
        /// The unit it is demanded of; nothing means the centre itself.
        unit: Option<String>,
        /// What is demanded.
        demand: String,
    },
    /// 督办答复.
    Answer {
        /// The number of the demand.
        no: u32,
        /// The answer.
        result: String,
    },
    /// 亮牌.
    #[serde(rename = "card")]
    ShowCard {
        /// Which.
        card: Card,
        /// The unit it is shown to.
        unit: String,
        /// Why.
        reason: String,
    },
    /// 选为典型案例, or taken out again.
    Feature {
        /// Whether from now on.
        featured: bool,
        /// The case edited for print.
        #[serde(default)]
        case: Case,
    },
    /// 重排时限: work out the running limits again under the rules of today.
    Reschedule {
        /// Why.
        reason: String,
    },
    /// 查看来电人: the event that goes with seeing the caller's data. The library writes it when it
    /// shows the data; by itself it shows nothing.
    Reveal {
        /// Why it is needed.
        reason: String,
    },
    /// 删除个人信息: remove texts of the ticket for good; codes, times and figures stay.
    Erase {
        /// Which texts; none named means every text, since any of them can name the person.
        #[serde(default)]
        fields: Vec<TextField>,
        /// Why. It stays, so it should not name the person.
        reason: String,
    },
}

impl Command {
    /// The command's verb: its row of the table.
    pub fn verb(&self) -> Verb {
        match self {
            Self::ResolveOnline { .. } => Verb::ResolveOnline,
            Self::Reject { .. } => Verb::Reject,
            Self::Merge { .. } => Verb::Merge,
            Self::Unmerge => Verb::Unmerge,
            Self::Repeat { .. } => Verb::Repeat,
            Self::Transfer { .. } => Verb::Transfer,
            Self::Recall => Verb::Recall,
            Self::SignOff => Verb::SignOff,
            Self::RequestReturn { .. } => Verb::RequestReturn,
            Self::GrantReturn { .. } => Verb::GrantReturn,
            Self::DenyReturn { .. } => Verb::DenyReturn,
            Self::Designate { .. } => Verb::Designate,
            Self::MarkDifficult { .. } => Verb::MarkDifficult,
            Self::RequestExtension { .. } => Verb::RequestExtension,
            Self::GrantExtension => Verb::GrantExtension,
            Self::DenyExtension { .. } => Verb::DenyExtension,
            Self::Suspend { .. } => Verb::Suspend,
            Self::Resume => Verb::Resume,
            Self::Report { .. } => Verb::Report,
            Self::Excuse { .. } => Verb::Excuse,
            Self::Handle { .. } => Verb::Handle,
            Self::SendBack { .. } => Verb::SendBack,
            Self::Callback(_) => Verb::Callback,
            Self::Rework { .. } => Verb::Rework,
            Self::Close { .. } => Verb::Close,
            Self::Terminate { .. } => Verb::Terminate,
            Self::Reopen { .. } => Verb::Reopen,
            Self::Reclassify { .. } => Verb::Reclassify,
            Self::Amend { .. } => Verb::Amend,
            Self::Note { .. } => Verb::Note,
            Self::Confidential { .. } => Verb::Confidential,
            Self::Urge { .. } => Verb::Urge,
            Self::Supervise { .. } => Verb::Supervise,
            Self::Answer { .. } => Verb::Answer,
            Self::ShowCard { .. } => Verb::Card,
            Self::Feature { .. } => Verb::Feature,
            Self::Reschedule { .. } => Verb::Reschedule,
            Self::Reveal { .. } => Verb::Reveal,
            Self::Erase { .. } => Verb::Erase,
        }
    }

    /// Transfer to one lead unit, without a remark.
    pub fn transfer(lead: impl Into<String>) -> Self {
        Self::Transfer { lead: lead.into(), assisting: Vec::new(), remark: None }
    }

    /// Handle with a reply.
    pub fn handle(result: impl Into<String>) -> Self {
        Self::Handle { result: result.into() }
    }

    /// A callback in which the citizen was reached and rated the result.
    pub fn reached(satisfaction: Satisfaction) -> Self {
        Self::Callback(Attempt {
            outcome: CallbackOutcome::Reached,
            satisfaction: Some(satisfaction),
            attitude: None,
            solved: None,
        })
    }

    /// Close with an outcome.
    pub fn close(outcome: CloseOutcome) -> Self {
        Self::Close { outcome }
    }
}
