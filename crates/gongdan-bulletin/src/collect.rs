//! A bulletin collected: every source asked of one state of the file, and every pair reconciled.

use std::sync::Arc;

use gongdan::{ChannelKind, Count, Hotline, Invalid, Measure, Problem, Result};

use crate::answers::Answers;
use crate::case::cases;
use crate::channel::{ChannelContacts, accounts, contacts};
use crate::edition::Edition;
use crate::figure::{Figure, unknown};
use crate::follow_up::FollowUp;
use crate::late::Late;
use crate::model::{Bulletin, Journal, Overview, Publication};
use crate::names;
use crate::reconcile::reconcile;
use crate::sources::{Sources, published};
use crate::table::FigureTable;

impl Bulletin {
    /// Collects an issue from one state of the file.
    ///
    /// # Errors
    /// `InvalidInput` names a column, or the policy's satisfaction rule, that is no count or
    /// measure; `Busy`, `Io`, `Corrupt`.
    pub fn collect(hotline: &Hotline, issue: &Edition) -> Result<Self> {
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
    fn of(sources: &Sources, issue: &Edition) -> Result<Self> {
        let founding = sources.rules.founding.as_ref();
        let region = founding.map(|founding| founding.name.clone()).unwrap_or_default();
        let office = founding.map(|founding| founding.office.clone()).unwrap_or_default();
        let title = || names::title(&region, &issue.period);
        let contacts = contacts(sources);
        let (categories, units) = (names::CATEGORY_HEADS, names::UNIT_HEADS);
        let table =
            |figures, heads, columns| FigureTable::of(figures, heads, columns, sources.rounding);
        Ok(Self {
            title: issue.title.clone().unwrap_or_else(title),
            number: names::number(issue.year, issue.number),
            organ: issue.organ.clone().unwrap_or(office),
            region,
            printed_on: issue.printed_on,
            period: issue.period,
            as_of: issue.as_of,
            rounding: sources.rounding,
            overview: overview(sources, &contacts)?,
            contacts,
            channels: accounts(sources),
            by_category: table(
                &sources.by_category,
                categories,
                ("category_columns", &issue.category_columns),
            )?,
            by_unit: table(&sources.by_unit, units, ("unit_columns", &issue.unit_columns))?,
            late: Late::of(&sources.by_unit),
            remarks: issue.remarks.clone(),
            given: issue.given.clone(),
            given_by: issue.given_by.clone(),
            typical: Vec::new(),
            difficult: Vec::new(),
            followed_up: None,
            to: issue.to.clone(),
            copies: issue.copies.clone(),
            checks: Vec::new(),
            journal: Journal { events: sources.head.0, hash: sources.head.1.clone() },
            published: sources.published.as_ref().map(Publication::of),
            answers: Arc::new(Answers::of(sources)),
        })
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
fn of_its_number(hotline: &Hotline, issue: &Edition) -> Result<Edition> {
    let Some(found) = published(hotline, issue)? else { return Ok(issue.clone()) };
    let frozen = found.published;
    if frozen.period != issue.period.to_string() {
        let rule = "this number was published for another period: one number is one document";
        return Err(Invalid::new("number", Problem::Rule { rule }).into());
    }
    let mut issue = issue.clone();
    if frozen.imprint.is_some() {
        issue.as_of = frozen.as_of;
        return issue.with(frozen.imprint.as_ref());
    }
    if issue.as_of != frozen.as_of {
        (issue.as_of, issue.printed_on) = (frozen.as_of, frozen.as_of.day());
    }
    Ok(issue)
}
