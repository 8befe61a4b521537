//! The bulletin as one model: every figure, table and case of an issue, collected once.

use gongdan::{
    ChannelKind, Count, Day, Hotline, Invalid, Measure, Moment, Period, Problem, Result, Rounding,
};
use serde::Serialize;

use crate::answers::Answers;
use crate::case::{DifficultTicket, TypicalCase, cases};
use crate::channel::{ChannelAccount, ChannelContacts, accounts, contacts};
use crate::figure::{Figure, unknown};
use crate::follow_up::FollowUp;
use crate::issue::Issue;
use crate::json::shown;
use crate::late::Late;
use crate::reconcile::{Check, reconcile};
use crate::sources::{Sources, published};
use crate::table::Table;
use crate::wording;

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
}

impl Publication {
    fn of(issue: &gongdan::Issue) -> Self {
        let answers_for = issue.published.answers_for.clone();
        Self { at: issue.at, by: issue.by.clone(), seq: issue.seq, answers_for }
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
    pub by_category: Table,
    /// 成员单位工单办理情况.
    pub by_unit: Table,
    /// Lateness by unit.
    pub late: Late,
    /// The editor's words on late units.
    pub remarks: Vec<String>,
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
    pub(crate) answers: Answers,
}

impl Bulletin {
    /// Collects an issue from one state of the file.
    ///
    /// # Errors
    /// `InvalidInput` names a column, or the policy's satisfaction rule, that is no count or
    /// measure; `Busy`, `Io`, `Corrupt`.
    pub fn collect(hotline: &Hotline, issue: &Issue) -> Result<Self> {
        hotline.read(|hotline| {
            let issue = &of_its_number(hotline, issue)?;
            let sources = Sources::ask(hotline, issue)?;
            let mut bulletin = Self::of(&sources, issue)?;
            (bulletin.typical, bulletin.difficult) = cases(hotline, &sources.question)?;
            bulletin.followed_up = FollowUp::of(hotline, &sources.question)?;
            bulletin.checks = reconcile(hotline, &sources, &bulletin)?;
            Ok(bulletin)
        })
    }

    /// All but the cases and checks.
    fn of(sources: &Sources, issue: &Issue) -> Result<Self> {
        let founding = sources.rules.founding.as_ref();
        let region = founding.map(|founding| founding.name.clone()).unwrap_or_default();
        let office = founding.map(|founding| founding.office.clone()).unwrap_or_default();
        let title = || wording::title(&region, &issue.period);
        let contacts = contacts(sources);
        let (categories, units) = (wording::CATEGORY_HEADS, wording::UNIT_HEADS);
        let table = |figures, heads, columns| Table::of(figures, heads, columns, sources.rounding);
        Ok(Self {
            title: issue.title.clone().unwrap_or_else(title),
            number: wording::number(issue.year, issue.number),
            organ: issue.organ.clone().unwrap_or(office),
            region,
            printed_on: issue.printed_on,
            period: issue.period,
            as_of: issue.as_of,
            rounding: sources.rounding,
            overview: overview(sources, &contacts)?,
            contacts,
            channels: accounts(sources),
            by_category: table(&sources.by_category, categories, &issue.category_columns)?,
            by_unit: table(&sources.by_unit, units, &issue.unit_columns)?,
            late: Late::of(&sources.by_unit),
            remarks: issue.remarks.clone(),
            typical: Vec::new(),
            difficult: Vec::new(),
            followed_up: None,
            to: issue.to.clone(),
            copies: issue.copies.clone(),
            checks: Vec::new(),
            journal: Journal { events: sources.head.0, hash: sources.head.1.clone() },
            published: sources.published.as_ref().map(Publication::of),
            answers: Answers::of(sources),
        })
    }

    /// The measures it prints, each once: those of the first paragraph, then the tables'.
    pub fn measures(&self) -> Vec<&'static Measure> {
        let rates = [&self.overview.closure_rate, &self.overview.satisfaction_rate].into_iter();
        let columns = self.by_category.total.figures.iter().chain(&self.by_unit.total.figures);
        let mut measures: Vec<&'static Measure> = Vec::new();
        for measure in rates.chain(columns).filter_map(|figure| Measure::named(figure.name)) {
            if !measures.contains(&measure) {
                measures.push(measure);
            }
        }
        measures
    }
}

fn overview(sources: &Sources, contacts: &[ChannelContacts]) -> Result<Overview> {
    let tally = &sources.all.total;
    let count = |count| Figure::count(count, tally);
    let closure = Measure::named("closure_rate").ok_or_else(|| unknown("rule", "closure_rate"))?;
    let calls = contacts.iter().filter(|each| each.kind == ChannelKind::Call);
    Ok(Overview {
        calls: Figure::contacts(calls.map(|each| each.contacts.number()).sum()),
        accepted: count(Count::Accepted),
        resolved_online: count(Count::ResolvedOnline),
        transferred: count(Count::Transferred),
        ended_at_centre: count(Count::EndedAtCentre),
        waiting: count(Count::Waiting),
        rejected: Figure::count(Count::Rejected, &sources.taken_in.total),
        merged: Figure::count(Count::Merged, &sources.taken_in.total),
        closed: count(Count::Closed),
        closure_rate: Figure::measure(closure, tally, sources.rounding),
        satisfaction_rate: Figure::measure(sources.satisfaction, tally, sources.rounding),
    })
}

/// What an issue is asked to print: of a number that was published, what was published, whatever
/// moment is asked. Another period under that number is refused.
fn of_its_number(hotline: &Hotline, issue: &Issue) -> Result<Issue> {
    let Some(found) = published(hotline, issue)? else { return Ok(issue.clone()) };
    let frozen = found.published;
    if frozen.period != issue.period.to_string() {
        let rule = "this number was published for another period: one number is one document";
        return Err(Invalid::new("issue", Problem::Rule { rule }).into());
    }
    let mut issue = issue.clone();
    if issue.as_of != frozen.as_of {
        (issue.as_of, issue.printed_on) = (frozen.as_of, frozen.as_of.day());
    }
    Ok(issue)
}
