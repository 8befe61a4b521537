//! What to look for, and which page of it.

use gongdan_domain::{Moment, Period, Species, Stage, Takes, asked};
use serde::{Deserialize, Serialize};

use crate::fields::TicketView;
use crate::words::{LimitOf, Queue};

asked! {
    /// A filter over tickets as they stand at a moment; what is not set does not narrow.
    #[derive(Default, Serialize)]
    #[non_exhaustive]
    Filter, FILTER {
        stage: [Vec<Stage>] Takes::Word(Stage::LIST), "In this stage", "所处阶段";
        channel: [Option<String>] Takes::Name(Species::Channel), "Come by this channel", "来源渠道";
        category: [Option<String>] Takes::Name(Species::Category), "In this category", "问题分类";
        unit: [Option<String>] Takes::Name(Species::Unit), "Led by this unit; where a limit is asked for, whose limit it is", "现主办单位;问时限时为时限所属单位";
        area: [Option<String>] Takes::Name(Species::Area), "In this area", "所属区域";
        external: [Option<String>] Takes::Label, "With this number of another platform",
            "外部编号(其他平台的编号)";
        accepted: [Option<Period>] Takes::Period, "Taken in during this period", "受理期间";
        overdue_on: [Option<Moment>] Takes::Moment,
            "Where a limit that ran at this moment had passed, as things stood then",
            "当时已超过时限";
        due_from: [Option<Moment>] Takes::Beginning,
            "Where a limit that runs ends at this moment or later", "时限不早于此时";
        due_by: [Option<Moment>] Takes::Moment,
            "Where a limit that runs ends by this moment", "时限不晚于此时";
        open: [bool] Takes::Flag, or "no", "Only those not ended", "只列未结";
        difficult: [bool] Takes::Flag, or "no", "Only those that no unit takes", "只列疑难";
        featured: [bool] Takes::Flag, or "no", "Only those picked by an editor", "只列典型案例";
        text: [Option<String>] Takes::Label,
            "With this text in number, matter, appeal, result, answer or remark; blank means any",
            "编号、标题、内容、办理情况、答复或意见中含有此文字";
        limit_of: [Option<LimitOf>] Takes::Word(LimitOf::LIST),
            "Whose limit overdue_on, due_from and due_by are about; left out, late_now",
            "超期、到期所指的时限,不填则为办理、重办或反馈时限";
        queue: [Option<Queue>] Takes::Word(Queue::LIST),
            "What waits so for somebody; with a unit, whose sign-off it is, or who leads", "所属待办队列";
        related: [Option<String>] Takes::Label,
            "Of the contact from which the ticket of this number came, that ticket too", "与该编号工单同一来电的各件";
        sample: [Option<u32>] Takes::Number,
            "Of each unit's tickets that have ended and are found, so many per cent drawn by lot (1 to 100), at least one",
            "按主办单位分层抽取已办结工单的百分比(1—100),每单位至少一件";
        seed: [Option<u32>] Takes::Number,
            "The number by which the lots are drawn: the same again draws the same; left out, 0",
            "抽样号,同号同样本,不填则为 0";
        as_of: [Option<Moment>] Takes::Moment,
            "As things stood at this moment; left out, at overdue_on, or else now",
            "截至此时的情形,不填则为现在";
    }
}

impl std::fmt::Debug for Filter {
    /// Never shows the text that is looked for: it can be somebody's name or number.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = self.text.as_ref().map_or("any text", |_| "some text");
        let (accepted, stages) = (&self.accepted, &self.stage);
        write!(f, "Filter({stages:?}, accepted {accepted:?}, {text})")
    }
}

impl Filter {
    /// Every ticket.
    pub fn new() -> Self {
        Self::default()
    }

    /// The text that is looked for; nothing when it is blank.
    pub(crate) fn wanted_text(&self) -> Option<&str> {
        self.text.as_deref().filter(|text| !text.trim().is_empty())
    }
}

/// A page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    pub(crate) offset: u64,
    pub(crate) limit: u64,
}

impl Page {
    /// The first so many.
    pub fn first(limit: u64) -> Self {
        Self { offset: 0, limit }
    }

    /// So many, after so many.
    pub fn after(offset: u64, limit: u64) -> Self {
        Self { offset, limit }
    }

    /// All of them.
    pub fn all() -> Self {
        Self { offset: 0, limit: i64::MAX as u64 }
    }
}

/// What a filter found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Tickets {
    /// How many there are on all pages.
    pub total: u64,
    /// The tickets of this page, newest intake first.
    pub tickets: Vec<TicketView>,
}
