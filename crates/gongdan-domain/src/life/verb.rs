//! The table of the life: which verb, on which stages, by whom. `decide` obeys it, the docs print
//! it, a refusal quotes it.

use crate::vocabulary::{Stage, vocabulary};

vocabulary! {
    /// What can be asked of a ticket.
    Verb, "verb" {
        Intake = 1, "intake", "受理";
        ResolveOnline = 2, "resolve_online", "在线办结";
        Reject = 3, "reject", "不予受理";
        Merge = 4, "merge", "并单";
        Unmerge = 5, "unmerge", "撤销并单";
        Repeat = 6, "repeat", "标记重复";
        Transfer = 7, "transfer", "转办";
        Recall = 8, "recall", "撤回";
        SignOff = 9, "sign_off", "签收";
        RequestReturn = 10, "request_return", "申请退件";
        GrantReturn = 11, "grant_return", "同意退件";
        DenyReturn = 12, "deny_return", "不同意退件";
        Designate = 13, "designate", "指定承办";
        MarkDifficult = 14, "mark_difficult", "列为疑难";
        RequestExtension = 15, "request_extension", "申请延期";
        GrantExtension = 16, "grant_extension", "同意延期";
        DenyExtension = 17, "deny_extension", "不同意延期";
        Suspend = 18, "suspend", "挂账";
        Resume = 19, "resume", "恢复办理";
        Report = 20, "report", "协办反馈";
        Excuse = 21, "excuse", "免予反馈";
        Handle = 22, "handle", "办结";
        SendBack = 23, "send_back", "退回重办";
        Callback = 24, "callback", "回访";
        Rework = 25, "rework", "发回重办";
        Close = 26, "close", "结案";
        Terminate = 27, "terminate", "终止办理";
        Reopen = 28, "reopen", "重新受理";
        Reclassify = 29, "reclassify", "更改分类";
        Amend = 30, "amend", "更正";
        Note = 31, "note", "备注";
        Confidential = 32, "confidential", "设置保密";
        Urge = 33, "urge", "催办";
        Supervise = 34, "supervise", "督办";
        Answer = 35, "answer", "督办答复";
        Card = 36, "card", "亮牌";
        Feature = 37, "feature", "选为典型案例";
        Reschedule = 38, "reschedule", "重排时限";
        Reveal = 39, "reveal", "查看来电人";
        Erase = 40, "erase", "删除个人信息";
    }
}

vocabulary! {
    /// Who may ask it.
    Who, "who" {
        Centre = 1, "centre", "热线中心";
        LeadUnit = 2, "lead_unit", "主办单位";
        HoldingUnit = 3, "holding_unit", "主办或协办单位";
        AssistingUnit = 4, "assisting_unit", "协办单位";
        CentreOrSupervisor = 5, "centre_or_supervisor", "热线中心或督查部门";
        CentreOrUnit = 6, "centre_or_unit", "热线中心或承办单位";
        Anyone = 7, "anyone", "任何一方";
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// What is asked.
    pub verb: Verb,
    /// Who may ask it.
    pub who: Who,
    /// The stages in which it may be asked. That it *may* does not mean it is granted: caps,
    /// windows and pending requests refuse with their own codes.
    pub stages: &'static [Stage],
}

use Stage::{Accepted, Closed, Difficult, Handled, Merged, Rework, SignedOff, Transferred};

const AT_CENTRE: &[Stage] = &[Accepted, Difficult];
const AT_UNIT: &[Stage] = &[Transferred, SignedOff];
const OPEN: &[Stage] = &[Accepted, Transferred, SignedOff, Handled, Rework, Difficult];
const ANY: &[Stage] = Stage::ALL;

/// The whole table (domain.md, the life). Intake makes a ticket, so it has no row.
pub const EDGES: &[Edge] = &[
    edge(Verb::ResolveOnline, Who::Centre, &[Accepted]),
    edge(Verb::Reject, Who::Centre, &[Accepted]),
    edge(Verb::Merge, Who::Centre, OPEN),
    edge(Verb::Unmerge, Who::Centre, &[Merged]),
    edge(Verb::Repeat, Who::Centre, ANY),
    edge(Verb::Transfer, Who::Centre, AT_CENTRE),
    edge(Verb::Recall, Who::Centre, &[Transferred]),
    edge(Verb::SignOff, Who::HoldingUnit, AT_UNIT),
    edge(Verb::RequestReturn, Who::HoldingUnit, AT_UNIT),
    edge(Verb::GrantReturn, Who::Centre, AT_UNIT),
    edge(Verb::DenyReturn, Who::Centre, AT_UNIT),
    edge(Verb::Designate, Who::Centre, &[Accepted, Difficult, Transferred, SignedOff]),
    edge(Verb::MarkDifficult, Who::Centre, &[Accepted, Transferred, SignedOff]),
    edge(Verb::RequestExtension, Who::LeadUnit, &[SignedOff]),
    edge(Verb::GrantExtension, Who::Centre, &[SignedOff]),
    edge(Verb::DenyExtension, Who::Centre, &[SignedOff]),
    edge(Verb::Suspend, Who::Centre, &[SignedOff, Rework]),
    edge(Verb::Resume, Who::Centre, &[SignedOff, Rework]),
    edge(Verb::Report, Who::AssistingUnit, AT_UNIT),
    edge(Verb::Excuse, Who::Centre, AT_UNIT),
    edge(Verb::Handle, Who::LeadUnit, &[SignedOff, Rework]),
    edge(Verb::SendBack, Who::Centre, &[Handled]),
    edge(Verb::Callback, Who::Centre, &[Handled]),
    edge(Verb::Rework, Who::Centre, &[Handled]),
    edge(Verb::Close, Who::Centre, &[Handled]),
    edge(Verb::Terminate, Who::Centre, &[Transferred, SignedOff, Difficult]),
    edge(Verb::Reopen, Who::Centre, &[Closed]),
    edge(Verb::Reclassify, Who::Centre, ANY),
    edge(Verb::Amend, Who::Centre, ANY),
    edge(Verb::Note, Who::Anyone, ANY),
    edge(Verb::Confidential, Who::Centre, ANY),
    edge(Verb::Urge, Who::Centre, OPEN),
    edge(Verb::Supervise, Who::CentreOrSupervisor, ANY),
    edge(Verb::Answer, Who::CentreOrUnit, ANY),
    edge(Verb::Card, Who::CentreOrSupervisor, ANY),
    edge(Verb::Feature, Who::Centre, &[Handled, Closed, Difficult]),
    edge(Verb::Reschedule, Who::Centre, &[Transferred, SignedOff, Rework]),
    edge(Verb::Reveal, Who::Centre, ANY),
    edge(Verb::Erase, Who::Centre, ANY),
];

const fn edge(verb: Verb, who: Who, stages: &'static [Stage]) -> Edge {
    Edge { verb, who, stages }
}

impl Verb {
    /// The verb's row of the table; intake has none.
    pub fn edge(self) -> Option<&'static Edge> {
        EDGES.iter().find(|edge| edge.verb == self)
    }

    /// Every verb that may be asked of a ticket in a stage.
    pub fn allowed_in(stage: Stage) -> Vec<Self> {
        let allowed = EDGES.iter().filter(|edge| edge.stages.contains(&stage));
        allowed.map(|edge| edge.verb).collect()
    }
}
