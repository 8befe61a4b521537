//! A refusal: a broken rule of the life, with a stable code, the stage, what was asked and what
//! would be allowed.

use serde::{Deserialize, Serialize};

use crate::invalid::Invalid;
use crate::moment::Moment;
use crate::vocabulary::{Stage, vocabulary};

use super::command::Verb;

vocabulary! {
    /// Why a command was refused. Codes are stable; the term is the sentence's core, the full
    /// sentence is made by the wording.
    RefusalCode, "code" in "refusal" {
        /// It may not be asked of a ticket in this stage.
        WrongStage = 1, "wrong_stage", "工单所处阶段不允许";
        /// It is for somebody in another role.
        WrongRole = 2, "wrong_role", "身份不符";
        /// The ticket is at another unit.
        WrongUnit = 3, "wrong_unit", "工单不在该单位";
        /// The unit has not signed for it yet.
        NotSignedOff = 4, "not_signed_off", "工单尚未签收";
        /// The unit has signed for it already.
        AlreadySignedOff = 5, "already_signed_off", "工单已签收";
        /// A reason has to be given.
        ReasonMissing = 6, "reason_missing", "未说明理由";
        /// A second transfer needs a remark.
        RemarkMissing = 7, "remark_missing", "再次转办须写明转办意见";
        /// The unit takes nothing new any more.
        UnitRetired = 8, "unit_retired", "该单位已停用";
        /// The same unit is named twice.
        UnitTwice = 9, "unit_twice", "同一单位重复";
        /// The moment is before the ticket's last event.
        TimeBackwards = 10, "time_backwards", "时间早于工单上一步";
        /// The window for returns has passed.
        ReturnTooLate = 11, "return_too_late", "已过退件时限";
        /// This unit may not return it again.
        ReturnForbidden = 12, "return_forbidden", "该单位不得再退件";
        /// The unit has asked for as many returns as the policy allows.
        TooManyReturns = 13, "too_many_returns", "退件次数已满";
        /// A return waits to be decided.
        ReturnPending = 14, "return_pending", "退件申请待决";
        /// No return waits to be decided.
        NoReturnPending = 15, "no_return_pending", "没有待决的退件申请";
        /// The handling limit has passed.
        ExtensionTooLate = 16, "extension_too_late", "已过办理时限";
        /// The policy does not allow so many days.
        ExtensionTooLong = 17, "extension_too_long", "延期天数超过上限";
        /// It has been extended as often as the policy allows.
        TooManyExtensions = 18, "too_many_extensions", "延期次数已满";
        /// An extension waits to be decided.
        ExtensionPending = 19, "extension_pending", "延期申请待决";
        /// No extension waits to be decided.
        NoExtensionPending = 20, "no_extension_pending", "没有待决的延期申请";
        /// The ticket is off the clock.
        Suspended = 21, "suspended", "工单已挂账";
        /// The ticket is not off the clock.
        NotSuspended = 22, "not_suspended", "工单没有挂账";
        /// Assisting units have not reported yet.
        AssistantsMissing = 23, "assistants_missing", "协办单位尚未反馈";
        /// The assisting unit has reported already.
        AlreadyReported = 24, "already_reported", "协办单位已反馈";
        /// It has been sent for rework as often as the policy allows.
        TooManyReworks = 25, "too_many_reworks", "重办次数已满";
        /// The citizen has not been called back yet.
        NoCallback = 26, "no_callback", "尚未回访";
        /// A ticket cannot be merged into itself.
        MergeIntoItself = 27, "merge_into_itself", "不能并入自身";
        /// The main ticket is itself merged into another.
        MainIsMerged = 28, "main_is_merged", "主工单本身已并单";
        /// It was urged too short a time ago.
        UrgedTooSoon = 29, "urged_too_soon", "催办间隔未到";
        /// There is no such demand that waits for an answer.
        NoSuchSupervision = 30, "no_such_supervision", "没有待答复的该项督办";
        /// It stands so already.
        NothingChanges = 31, "nothing_changes", "与现状相同";
        /// This hotline has no such limit.
        NoPromise = 32, "no_promise", "本中心未设该项时限";
        /// No unit has the ticket.
        NoUnit = 33, "no_unit", "工单没有承办单位";
        /// The moment lies too far from everything that happened so far.
        TimeLeap = 34, "time_leap", "时间与已有记录相差过大";
        /// The caller's data is withheld from the units.
        Confidential = 35, "confidential", "工单保密,来电人信息不向承办单位提供";
        /// The ticket has ended: a unit need not ring anybody any more.
        Ended = 36, "ended", "工单已经终结,承办单位无须再联系来电人";
        /// What was typed is shown whole to no unit.
        InFull = 37, "in_full", "原文不向承办单位提供,承办单位可查看联系电话";
        /// The true moment that is stated breaks the order of the ticket's facts.
        OrderBroken = 38, "order_broken", "与工单其他环节的先后不符";
        /// The ticket has no such fact.
        NoSuchFact = 39, "no_such_fact", "工单没有这一环节";
        /// The ticket has no such attachment, or it was taken off already.
        NoSuchAttachment = 40, "no_such_attachment", "工单没有这个附件,或已撤下";
        /// Solved is what the citizen says, and nobody was reached.
        NobodyReached = 41, "nobody_reached", "回访没有接通,不能按解决结案";
        /// What is named does not stand below the unit.
        NoSuchSection = 42, "no_such_section", "本单位没有该科室";
        /// The section's limit would end after the unit's own.
        SectionTooLong = 43, "section_too_long", "内部时限超过单位时限";
        /// No section works on it.
        NotForwarded = 44, "not_forwarded", "工单没有加派";
        /// What an old register says contradicts what is known already.
        Contradicts = 45, "contradicts", "与已知情况矛盾";
        /// The ticket was lived here: its past is known.
        LivedHere = 46, "lived_here", "工单在本系统办理,既往情况已有记录";
        /// The reply has to be reviewed first.
        ReviewPending = 47, "review_pending", "答复待审核";
        /// No reply waits for review.
        NoReviewPending = 48, "no_review_pending", "没有待审核的答复";
        /// A ticket is of its own contact already.
        RelatedToItself = 49, "related_to_itself", "不能与本工单关联";
    }
}

/// The limit that a refusal quotes. (Not `non_exhaustive`: whoever tells it has to tell a new kind too.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// It would have been allowed until this moment.
    Until(Moment),
    /// It will be allowed from this moment on.
    From(Moment),
    /// At most so many times.
    Times(u32),
    /// At most so many working days.
    Days(u32),
    /// The moment that was given, and the newest one of the file.
    Leap {
        /// Given.
        given: Moment,
        /// Of the newest fact of any ticket, or of the founding.
        newest: Moment,
    },
}

impl Bound {
    /// Its number, by which C knows what sort of limit it is.
    pub fn code(self) -> u8 {
        match self {
            Self::Until(_) => 1,
            Self::From(_) => 2,
            Self::Times(_) => 3,
            Self::Days(_) => 4,
            Self::Leap { .. } => 5,
        }
    }

    /// The limit itself as a number: a moment in milliseconds, or how many; of a leap the newest moment.
    pub fn value(self) -> i64 {
        match self {
            Self::Until(moment) | Self::From(moment) => moment.ms(),
            Self::Times(number) | Self::Days(number) => i64::from(number),
            Self::Leap { newest, .. } => newest.ms(),
        }
    }
}

/// A broken rule of the life. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Refusal {
    /// Why.
    pub code: RefusalCode,
    /// Where the ticket stands.
    pub stage: Stage,
    /// What was asked.
    pub asked: Verb,
    /// What may be asked of a ticket in this stage.
    pub allowed: Vec<Verb>,
    /// The limit that was broken, where there is one.
    pub bound: Option<Bound>,
}

impl Refusal {
    /// Of what was asked of a ticket in a stage, whoever asked; without a limit.
    pub fn new(code: RefusalCode, asked: Verb, stage: Stage) -> Self {
        Self { code, stage, asked, allowed: Verb::allowed_in(stage), bound: None }
    }
}

/// Why nothing came of a command: a broken rule, or a bad argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Denied {
    /// A rule of the life refuses it.
    Refused(Box<Refusal>),
    /// An argument is wrong in itself.
    Invalid(Invalid),
}

impl From<Invalid> for Denied {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}
