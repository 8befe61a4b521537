//! The bulletin as one model: every figure, table and case of an issue, collected once.

use std::sync::Arc;

use gongdan::{Day, Measure, Moment, Period, Rounding};
use serde::Serialize;

use crate::answers::Answers;
use crate::case::{DifficultTicket, TypicalCase};
use crate::channel::{ChannelAccount, ChannelContacts};
use crate::check::Check;
use crate::figure::Figure;
use crate::follow_up::FollowUp;
use crate::imprint::format_of;
use crate::late::Late;
use crate::shown::shown;
use crate::table::FigureTable;

/// The figures of the first paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Overview {
    /// Contacts by all call channels (来电总量).
    pub calls: Figure,
    /// Tickets taken in, but for those rejected or merged since, as in all figures below: 有效工单.
    pub accepted: Figure,
    /// Answered online.
    pub resolved_online: Figure,
    /// Handed to units.
    pub transferred: Figure,
    /// Withdrawn before any unit had them.
    pub ended_at_centre: Figure,
    /// At the centre, no unit ever had them.
    pub waiting: Figure,
    /// 不予受理, beside the others.
    pub rejected: Figure,
    /// Merged into another ticket, beside the others.
    pub merged: Figure,
    /// Closed by the centre.
    pub closed: Figure,
    /// 综合办结率.
    pub closure_rate: Figure,
    /// 满意率, by the rule the policy names.
    pub satisfaction_rate: Figure,
}

/// The head of the journal when the model was collected: the file's state in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Journal {
    /// How many events.
    pub events: u64,
    /// The hash of the last one, hexadecimal.
    pub hash: String,
}

/// An issue's publication: from then on the same issue is always printed from the same events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Publication {
    /// When.
    #[serde(serialize_with = "shown")]
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// Its event in the journal.
    pub seq: u64,
    /// Who answers for figures that should agree and do not.
    pub answers_for: Option<String>,
    /// The format it was published in (版式); nothing where figures alone were published.
    pub format: Option<String>,
}

impl Publication {
    pub(crate) fn of(issue: &gongdan::Issue) -> Self {
        let answers_for = issue.published.answers_for.clone();
        let format = issue.published.imprint.as_ref().map(format_of);
        Self { at: issue.at, by: issue.by.clone(), seq: issue.seq, answers_for, format }
    }
}

/// One issue, collected. Sentences, tables and annexes of every printed form take their figures
/// from here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bulletin {
    /// Its title.
    pub title: String,
    /// Its number as printed, `〔2020〕第9期`.
    pub number: String,
    /// The office that publishes it.
    pub organ: String,
    /// The region's name.
    pub region: String,
    /// The day printed on it.
    #[serde(serialize_with = "shown")]
    pub printed_on: Day,
    /// The days it is about.
    #[serde(serialize_with = "shown")]
    pub period: Period,
    /// The cut-off.
    #[serde(serialize_with = "shown")]
    pub as_of: Moment,
    /// How rates are cut.
    #[serde(serialize_with = "shown")]
    pub rounding: Rounding,
    /// The first paragraph.
    pub overview: Overview,
    /// Contacts by channel, in printed order.
    pub contacts: Vec<ChannelContacts>,
    /// Tickets by channel and hands, in printed order.
    pub channels: Vec<ChannelAccount>,
    /// 问题分类统计.
    pub by_category: FigureTable,
    /// 成员单位工单办理情况.
    pub by_unit: FigureTable,
    /// Lateness by unit.
    pub late: Late,
    /// The editor's words on late units.
    pub remarks: Vec<String>,
    /// Values from outside and the editor's texts: name and value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub given: Vec<(String, String)>,
    /// Who gave them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_by: Option<String>,
    /// 典型案例.
    pub typical: Vec<TypicalCase>,
    /// 疑难工单.
    pub difficult: Vec<DifficultTicket>,
    /// 上期疑难工单督办处理情况.
    pub followed_up: Option<FollowUp>,
    /// 报.
    pub to: Vec<String>,
    /// 发.
    pub copies: Vec<String>,
    /// Every pair of figures that should agree (对账).
    pub checks: Vec<Check>,
    /// The journal it was collected from: for a published issue, as it was published.
    pub journal: Journal,
    /// Its publication; nothing for a draft.
    pub published: Option<Publication>,
    /// The answers behind it, for the tables and sentences of a format.
    #[serde(skip)]
    pub(crate) answers: Arc<Answers>,
}

impl Bulletin {
    /// The measures it prints, each once: those of the first paragraph, then the tables'.
    pub fn measures(&self) -> Vec<&'static Measure> {
        let rates = [&self.overview.closure_rate, &self.overview.satisfaction_rate].into_iter();
        let columns = self.by_category.total.figures.iter().chain(&self.by_unit.total.figures);
        let mut measures: Vec<&'static Measure> = Vec::new();
        for measure in rates.chain(columns).filter_map(|figure| Measure::named(&figure.name)) {
            if !measures.contains(&measure) {
                measures.push(measure);
            }
        }
        measures
    }
}
