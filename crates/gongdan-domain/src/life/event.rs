//! What can have happened to a ticket: codes and times only, no text that can hold personal data.

use serde::{Deserialize, Deserializer, Serialize};

use crate::deadline::Limit;
use crate::ids::{AreaId, CategoryId, ChannelId, TicketId, UnitId};
use crate::moment::Moment;
use crate::vocabulary::{
    CallbackOutcome, Card, CloseOutcome, FileKind, Keeping, Kind, Part, Satisfaction,
    SupervisionKind, TextField, Urgency,
};

/// A ticket came into being (受理).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenIn {
    /// The number printed on it, never used twice.
    pub number: String,
    /// Where it came from.
    pub channel: ChannelId,
    /// What it is about; may be empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// What the citizen wants.
    pub kind: Kind,
    /// How pressing it is.
    #[serde(default = "normal", skip_serializing_if = "is_normal", deserialize_with = "or_normal")]
    pub urgency: Urgency,
    /// Where in the region it plays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaId>,
    /// Whether the caller's data is withheld from units and exports (保密).
    #[serde(default, skip_serializing_if = "is_false")]
    pub confidential: bool,
    /// The number another platform gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external: Option<String>,
}

/// One leg as it was given: the promises are worked out now and frozen here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenLeg {
    /// Its number on the ticket, from 1.
    pub leg: u32,
    /// The unit.
    pub unit: UnitId,
    /// Lead or assisting.
    pub part: Part,
    /// The rule the sign-off promise follows.
    pub sign_off_limit: Limit,
    /// The last moment in which a sign-off is in time.
    pub sign_off_by: Moment,
    /// The rule the handling promise follows.
    pub handle_limit: Limit,
    /// The last moment in which a reply is in time.
    pub handle_by: Moment,
    /// Whether the unit was designated (指定承办) and may not return it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub designated: bool,
}

/// A promise for doing it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenRework {
    /// The lead's leg.
    pub leg: u32,
    /// The rule the promise follows.
    pub limit: Limit,
    /// The last moment in which the rework is in time.
    pub rework_by: Moment,
    /// How many notices the calendar had when it was worked out.
    pub calendar: u32,
}

/// Limits that were moved: by an extension, a pause or a rescheduling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedLimits {
    /// The leg they belong to.
    pub leg: u32,
    /// The new sign-off promise.
    pub sign_off_by: Moment,
    /// The new handling promise.
    pub handle_by: Moment,
    /// The rule it follows from now on, where a rescheduling brought another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handle_limit: Option<Limit>,
}

/// What nobody knows of the past of a ticket from an old register (不详): it counts as neither late nor in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unknown {
    /// Which way it went: answered by the desk, or by which unit.
    #[serde(default, skip_serializing_if = "is_false")]
    pub way: bool,
    /// Whether the unit replied.
    #[serde(default, skip_serializing_if = "is_false")]
    pub reply: bool,
    /// Whether the sign-off was in time.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sign_off: bool,
    /// Whether the reply was in time.
    #[serde(default, skip_serializing_if = "is_false")]
    pub handling: bool,
    /// How long the reply took.
    #[serde(default, skip_serializing_if = "is_false")]
    pub time: bool,
}

impl Unknown {
    fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// The score of one point of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointScore {
    /// The point's name.
    pub point: String,
    /// How much it was given.
    pub given: u32,
    /// How much it could have been given.
    pub most: u32,
}

/// An event that follows otherwise from a corrected moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Again {
    /// The version of the ticket that it made.
    pub version: u32,
    /// What it says from now on, of the same kind as before.
    pub event: TicketEvent,
}

/// An event on a ticket; in the order of the codes of their kinds, by which one inside another is packed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketEvent {
    /// 受理: it came into being.
    TakenIn(TakenIn),
    /// 在线办结: the desk answered at once.
    ResolvedOnline,
    /// 不予受理.
    Rejected,
    /// 并单: it points at the main ticket.
    Merged {
        /// The main ticket.
        main: TicketId,
    },
    /// The pointer was taken back: the ticket goes on as it stood, and the time between was a pause.
    Unmerged {
        /// The moved limits of every leg that owes a reply.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        limits: Vec<MovedLimits>,
        /// The citizen's limit from now on, if one was given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        total_by: Option<Moment>,
        /// The limit of the running rework, if one runs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rework_by: Option<Moment>,
    },
    /// 重复投诉: it is the same matter as another ticket, and both go on.
    MarkedRepeat {
        /// The first ticket of the matter.
        main: TicketId,
    },
    /// 转办: units got it, each with its own limits.
    Transferred {
        /// The new legs, the lead first.
        legs: Vec<GivenLeg>,
        /// The citizen's own limit, where the policy sets one; a later transfer does not restart it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        total_by: Option<Moment>,
        /// How many notices the calendar had when the limits were worked out.
        calendar: u32,
    },
    /// 撤回: the centre took it back before the unit signed.
    Recalled,
    /// 签收.
    SignedOff {
        /// The leg.
        leg: u32,
    },
    /// 申请退件.
    ReturnRequested {
        /// The leg.
        leg: u32,
        /// Whether it was asked for after the window.
        #[serde(default, skip_serializing_if = "is_false")]
        late: bool,
        /// Until when the centre decides; nothing when the calendar does not know a year between.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decide_by: Option<Moment>,
    },
    /// 同意退件: the leg ends, kept and counted.
    ReturnGranted {
        /// The leg.
        leg: u32,
    },
    /// 不同意退件.
    ReturnDenied {
        /// The leg.
        leg: u32,
        /// Whether the unit may not ask again.
        forbid: bool,
    },
    /// 疑难: no unit takes it.
    MarkedDifficult,
    /// 申请延期.
    ExtensionRequested {
        /// The leg.
        leg: u32,
        /// How many working days more.
        days: u32,
        /// Until when the centre decides; nothing when the calendar does not know a year between.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decide_by: Option<Moment>,
    },
    /// 同意延期.
    ExtensionGranted {
        /// The new promise; the first one stays in the leg.
        limits: MovedLimits,
        /// The citizen's limit from now on, if one was given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        total_by: Option<Moment>,
        /// How many notices the calendar had.
        calendar: u32,
    },
    /// 不同意延期.
    ExtensionDenied {
        /// The leg.
        leg: u32,
    },
    /// 挂账: off the clock.
    Suspended,
    /// 恢复: on the clock again, limits moved by the working time inside the pause.
    Resumed {
        /// The moved limits of every leg that owes a reply.
        limits: Vec<MovedLimits>,
        /// The citizen's limit from now on, if one was given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        total_by: Option<Moment>,
        /// The limit of the running rework, if one runs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rework_by: Option<Moment>,
    },
    /// 协办单位反馈.
    Reported {
        /// The leg.
        leg: u32,
    },
    /// An assisting unit need not report.
    Excused {
        /// The leg.
        leg: u32,
    },
    /// 办结: the lead has replied.
    Handled {
        /// The leg.
        leg: u32,
        /// Working minutes since the transfer, a working day being 1 440 of them; nothing when
        /// the calendar does not know a year between.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        worked: Option<i64>,
        /// Whether the centre reviews it before the citizen is called.
        #[serde(default, skip_serializing_if = "is_false")]
        review: bool,
    },
    /// 退回重办: the centre rejected the reply.
    SentBack {
        /// The leg.
        leg: u32,
        /// The limit that the reply had kept, moved by the time for which it lay with the centre;
        /// nothing where it had been late.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<Moment>,
    },
    /// 回访: one attempt.
    CalledBack {
        /// How it went.
        outcome: CallbackOutcome,
        /// Satisfaction with the result.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        satisfaction: Option<Satisfaction>,
        /// Satisfaction with the manner.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        attitude: Option<Satisfaction>,
        /// Whether the matter is solved.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        solved: Option<bool>,
        /// Whether the answer counts as satisfied under the policy of the moment.
        satisfied: bool,
    },
    /// 发回重办: unsatisfied, back to the unit.
    ReworkOrdered(GivenRework),
    /// 结案.
    Closed {
        /// With what outcome.
        outcome: CloseOutcome,
    },
    /// 终止办理.
    Terminated,
    /// A new fact opened it again; the first close stays a fact.
    Reopened {
        /// For a ticket a unit had: the new promise.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rework: Option<GivenRework>,
    },
    /// Another category.
    Reclassified {
        /// The category from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        category: Option<CategoryId>,
    },
    /// Facts of the intake put right.
    Amended {
        /// The kind from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<Kind>,
        /// The urgency from now on; limits already given stay.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        urgency: Option<Urgency>,
        /// The area from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        area: Option<AreaId>,
    },
    /// A note was kept.
    Noted,
    /// 保密 was set or lifted.
    ConfidentialitySet {
        /// Whether it is confidential from now on.
        confidential: bool,
    },
    /// 催办.
    Urged,
    /// 督办: somebody demands something of a unit.
    Supervised {
        /// The number of the demand on this ticket, from 1.
        no: u32,
        /// The unit it is demanded of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<UnitId>,
        /// Whose demand it is.
        #[serde(default, skip_serializing_if = "is_hotline", deserialize_with = "or_hotline")]
        kind: SupervisionKind,
        /// The last moment in which an answer is in time.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer_by: Option<Moment>,
    },
    /// A demand was answered.
    SupervisionAnswered {
        /// Its number.
        no: u32,
    },
    /// 黄牌 or 红牌.
    Carded {
        /// The card.
        card: Card,
        /// The unit it was shown to.
        unit: UnitId,
    },
    /// 典型案例: picked for the bulletin, or taken out again.
    Featured {
        /// Whether it is picked from now on.
        featured: bool,
    },
    /// Limits worked out anew because somebody asked.
    Rescheduled {
        /// The new limits of every leg that owes a reply.
        limits: Vec<MovedLimits>,
        /// The citizen's limit from now on, if one was given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        total_by: Option<Moment>,
        /// The new limit of the running rework, if one runs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rework_by: Option<Moment>,
        /// How many notices the calendar had.
        calendar: u32,
    },
    /// 查看来电人: somebody saw the caller's data, and said why.
    Revealed,
    /// 删除个人信息: texts of the events before this one were removed for good.
    Erased {
        /// Which texts.
        fields: Vec<TextField>,
    },
    /// 更正时间: the true moment of an earlier fact.
    Corrected {
        /// The fact, by the version of the ticket that it made.
        fact: u32,
        /// When it truly was.
        at: Moment,
        /// The leg that the fact is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        leg: Option<u32>,
        /// The events whose promises, or whose judging, follow otherwise from that moment.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        again: Vec<Again>,
    },
    /// 改派: the lead's leg ends as taken back, its verdicts kept, and another unit gets the ticket.
    Redispatched {
        /// The leg.
        leg: u32,
    },
    /// It was no repeat after all.
    UnmarkedRepeat,
    /// 附件: a file was kept with it, by reference.
    Attached {
        /// The number of the attachment on this ticket, from 1.
        no: u32,
        /// What sort of file it is.
        kind: FileKind,
        /// How many bytes it has.
        size: u32,
        /// The unit that attached it; nothing for the centre.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<UnitId>,
        /// Where its bytes are kept; nothing where they stay elsewhere.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kept: Option<Keeping>,
    },
    /// It was taken off again.
    Detached {
        /// The number of the attachment.
        no: u32,
    },
    /// 申请不计入考核: a unit asked not to be judged by it.
    ExemptionAsked {
        /// The legs of the unit.
        legs: Vec<u32>,
    },
    /// 不计入考核: the unit is not judged by these legs; every count keeps them.
    Exempted {
        /// The legs of the unit.
        legs: Vec<u32>,
    },
    /// The unit is judged by these legs again, or what it asked for was not granted.
    Unexempted {
        /// The legs of the unit.
        legs: Vec<u32>,
    },
    /// 加派: a section of the unit works on it; no leg, and no figure, begins with that.
    Forwarded {
        /// The leg of the unit.
        leg: u32,
        /// The section.
        section: UnitId,
        /// The last moment of the section's own limit.
        by: Moment,
    },
    /// The unit took it back from its section.
    Unforwarded {
        /// The leg of the unit.
        leg: u32,
    },
    /// 历史导入: what an old register says of the ticket follows, each fact at its own moment.
    Imported {
        /// The file: the first signs of its hash.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<String>,
        /// Its row there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        row: Option<u32>,
        /// How many of the events after this one say what the register does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        facts: Option<u32>,
        /// What nobody knows of it with all that was said so far.
        #[serde(default, skip_serializing_if = "Unknown::is_nothing")]
        unknown: Unknown,
    },
    /// 审核通过: the reply that waited for review.
    ReplyPassed {
        /// The leg whose reply it is.
        leg: u32,
    },
    /// 催复: whoever has not answered a demand was reminded.
    Reminded {
        /// The number of the demand.
        no: u32,
    },
    /// 撤销督办: a demand was made by mistake, and nobody has to answer it.
    SupervisionLifted {
        /// Its number.
        no: u32,
    },
    /// 会商: some met about it, and decided something.
    Consulted,
    /// 多诉求关联: it tells another matter of the contact from which another ticket came.
    Related {
        /// The first ticket of the contact, as far as it was known then.
        main: TicketId,
    },
    /// It is of a contact of its own after all.
    Unrelated,
    /// 群众评价: the citizen rated it unasked.
    Rated {
        /// Satisfaction with the result.
        satisfaction: Satisfaction,
        /// Whether that counts as satisfied under the policy of the moment.
        satisfied: bool,
    },
    /// 质检: it was scored.
    Inspected {
        /// The score of each point, in the order of the sheet of the moment.
        scores: Vec<PointScore>,
    },
}

impl GivenLeg {
    /// Whether it is given to lead.
    pub(super) fn leads(&self) -> bool {
        self.part == Part::Lead
    }
}

fn is_false(flag: &bool) -> bool {
    !flag
}

/// What says nothing of it says that it is the hotline's own.
fn or_hotline<'de, D: Deserializer<'de>>(from: D) -> Result<SupervisionKind, D::Error> {
    Ok(Option::deserialize(from)?.unwrap_or_default())
}

fn is_hotline(kind: &SupervisionKind) -> bool {
    *kind == SupervisionKind::Hotline
}

fn normal() -> Urgency {
    Urgency::Normal
}

/// What says nothing of it says that it is normal.
fn or_normal<'de, D: Deserializer<'de>>(from: D) -> Result<Urgency, D::Error> {
    Ok(Option::deserialize(from)?.unwrap_or(Urgency::Normal))
}

fn is_normal(urgency: &Urgency) -> bool {
    *urgency == Urgency::Normal
}
