//! Lists and views: one predicate with the figures of the same name.

use std::collections::BTreeSet;

use gongdan::{
    Basis, Count, Datum, Filter, Grouping, LimitOf, Moment, Page, Period, Question, Queue, Result,
    Row, TicketId,
};

use super::{Law, Life};

/// Each limit, and the figure of the same name.
const LIMITS: [(LimitOf, Count); 5] = [
    (LimitOf::Handle, Count::OpenLate),
    (LimitOf::Rework, Count::ReworkOpenLate),
    (LimitOf::Report, Count::ReportOpenLate),
    (LimitOf::LateNow, Count::LateNow),
    (LimitOf::SignOff, Count::SignOffMissing),
];

/// Each limit of a ticket, whoever has it, and the figure of the same name.
const OF_TICKETS: [(LimitOf, Count); 2] =
    [(LimitOf::Total, Count::TotalOpenLate), (LimitOf::Demand, Count::SupervisionsOpenLate)];

/// Each queue over tickets, and the figure of the same name.
const QUEUES: [(Queue, Count); 5] = [
    (Queue::Undecided, Count::Undecided),
    (Queue::AwaitingCallback, Count::AwaitingCallback),
    (Queue::SupervisionsUnanswered, Count::SupervisionsUnanswered),
    (Queue::ExemptionsUndecided, Count::ExemptionsUndecided),
    (Queue::AwaitingReview, Count::AwaitingReview),
];

pub(super) fn lists_are_figures(life: &mut Life<'_>, law: &mut Law) -> Result<()> {
    for as_of in life.moments() {
        let question = Question::new(life.whole(), as_of).basis(Basis::Cohort);
        let by_unit = life.hotline.figures(&question.clone().by(Grouping::Unit))?;
        let all = life.hotline.figures(&question)?;
        for (limit, count) in LIMITS {
            let filter = Filter::new().overdue_on(as_of).limit_of(limit);
            // A sign-off that was missed by a leg that has gone is owed by nobody any more.
            let owed = |own: &BTreeSet<TicketId>, list: &BTreeSet<TicketId>| match limit {
                LimitOf::SignOff => list.is_subset(own),
                _ => list == own,
            };
            let (own, list) = (set(life, &by_unit, None, count)?, found(life, &filter)?);
            law.holds(owed(&own, &list), || told(life, as_of, count.word(), &own, &list));
            for row in &by_unit.rows {
                let own = set(life, &by_unit, Some(row), count)?;
                let list = found(life, &filter.clone().unit(row.keys[0].name.as_str()))?;
                if !own.is_empty() || !list.is_empty() {
                    law.holds(owed(&own, &list), || told(life, as_of, count.word(), &own, &list));
                }
            }
        }
        for (queue, count) in QUEUES {
            let own = set(life, &all, None, count)?;
            let list = found(life, &Filter::new().queue(queue).as_of(as_of))?;
            law.holds(own == list, || told(life, as_of, count.word(), &own, &list));
        }
        unsigned(life, law, &by_unit)?;
        for (limit, count) in OF_TICKETS {
            let late = Filter::new().overdue_on(as_of).limit_of(limit);
            let (own, list) = (set(life, &all, None, count)?, found(life, &late)?);
            law.holds(own == list, || told(life, as_of, count.word(), &own, &list));
        }
        let (own, list) =
            (set(life, &all, None, Count::Open)?, found(life, &Filter::new().open().as_of(as_of))?);
        law.holds(own == list, || told(life, as_of, "open", &own, &list));
    }
    views(life, law)
}

/// Whose sign-off is waited for, unit by unit.
fn unsigned(life: &Life<'_>, law: &mut Law, by_unit: &gongdan::Figures) -> Result<()> {
    let (as_of, count) = (by_unit.question.as_of, Count::Unsigned);
    let filter = Filter::new().queue(Queue::Unsigned).as_of(as_of);
    let (own, list) = (set(life, by_unit, None, count)?, found(life, &filter)?);
    law.holds(own == list, || told(life, as_of, count.word(), &own, &list));
    for row in &by_unit.rows {
        let own = set(life, by_unit, Some(row), count)?;
        let list = found(life, &filter.clone().unit(row.keys[0].name.as_str()))?;
        law.holds(own == list, || told(life, as_of, count.word(), &own, &list));
    }
    Ok(())
}

fn told(
    life: &Life<'_>,
    as_of: Moment,
    what: &str,
    own: &BTreeSet<TicketId>,
    list: &BTreeSet<TicketId>,
) -> String {
    let more: Vec<_> = list.difference(own).take(3).collect();
    let less: Vec<_> = own.difference(list).take(3).collect();
    format!(
        "seed {}: as of {as_of}: {what}: listed only {more:?}, counted only {less:?}",
        life.seed
    )
}

fn found(life: &Life<'_>, filter: &Filter) -> Result<BTreeSet<TicketId>> {
    let found = life.hotline.find(filter, Page::all())?;
    Ok(found.tickets.iter().map(|ticket| ticket.id).collect())
}

fn set(
    life: &Life<'_>,
    figures: &gongdan::Figures,
    row: Option<&Row>,
    count: Count,
) -> Result<BTreeSet<TicketId>> {
    Ok(life.behind(figures, row, count)?.into_iter().collect())
}

/// The view of a month is the figures of that month at the moment of the views, which is no earlier than
/// the newest fact of any ticket.
fn views(life: &mut Life<'_>, law: &mut Law) -> Result<()> {
    let moment = life.hotline.query("SELECT as_of FROM v1_moment", &[], 1_000_000)?.rows;
    let newest = life.known.iter().map(|ticket| ticket.newest_fact).max().unwrap_or(life.now);
    let newest = match moment.first().and_then(|row| row.first()) {
        Some(Datum::Integer(ms)) if *ms >= newest.ms() => Moment::from_ms("as_of", *ms)?,
        _ => newest,
    };
    let views = [
        ("v1_by_unit", "unit", Grouping::Unit),
        ("v1_by_category", "category", Grouping::Category),
    ];
    for (view, column, by) in views {
        let rows = life.hotline.query(&format!("SELECT * FROM {view}"), &[], 100_000_000)?;
        let place = |name: &str| rows.columns.iter().position(|each| each == name);
        let (Some(month), Some(key)) = (place("month"), place(column)) else { continue };
        for row in &rows.rows {
            let (Datum::Text(month), Datum::Text(name)) = (&row[month], &row[key]) else {
                continue;
            };
            let period = Period::parse(month).expect("a month");
            let question = Question::new(period, newest).basis(Basis::Cohort).by(by);
            let figures = life.hotline.figures(&question)?;
            let tally = match name.as_str() {
                "合计" => Some(&figures.total),
                _ => figures.row(name).map(|row| &row.tally),
            };
            for (column, value) in rows.columns.iter().zip(row) {
                let (Datum::Integer(value), Ok(count)) = (value, Count::parse(column)) else {
                    continue;
                };
                let own = tally.and_then(|tally| tally.get(count));
                let told = || {
                    format!("{}: {view}: {name}, {column} {value}, {own:?}", life.told(&question))
                };
                law.holds(own == Some(*value), told);
            }
        }
    }
    Ok(())
}
