//! The questions of a format beside those of every bulletin: other days, what happened, parts.

use chrono::Datelike;
use gongdan::{Basis, Figures, Grouping, Hotline, Period, Question, Result};

use crate::edition::Edition;
use crate::names;
use crate::needs::{Cut, Listed, Span, SpanOf};

/// An answer: of which tickets, by what, at which level.
pub(crate) type Answer = (Cut, Listed, Figures);

/// Everything that a format needs, asked of one state of the file, and which days it was asked of.
pub(crate) fn asked(
    hotline: &Hotline,
    issue: &Edition,
    question: &Question,
) -> Result<(Vec<Answer>, Vec<Span>)> {
    let (mut answers, mut spans) = (Vec::new(), Vec::new());
    if issue.needs.is_empty() {
        return Ok((answers, spans));
    }
    for of in std::iter::once(SpanOf::This).chain(issue.needs.spans.iter().copied()) {
        let (question, span) = of_span(hotline, question, of)?;
        answers.extend(of_cuts(hotline, issue, (of, &question))?);
        spans.push(span);
    }
    Ok((answers, spans))
}

/// The three cuts of some days: effective, all that were taken in, and what happened.
fn of_cuts(
    hotline: &Hotline,
    issue: &Edition,
    (span, question): (SpanOf, &Question),
) -> Result<Vec<Answer>> {
    let cut = |flow, taken| Cut { span, flow, taken };
    let of_units = |list: &Vec<Grouping>| {
        list.iter().any(|by| matches!(by, Grouping::Unit | Grouping::UnitGroup))
    };
    let lists = issue.needs.lists();
    let (units, others): (Vec<_>, Vec<_>) = lists.into_iter().partition(|(by, _)| of_units(by));
    let effective = question.clone().effective();
    let mut answers = answered(hotline, issue, &effective, &others, cut(false, false))?;
    let of_units = answered(hotline, issue, question, &units, cut(false, false))?;
    let taken = answered(hotline, issue, question, &others, cut(false, true))?;
    answers.extend(of_units.into_iter().chain(taken));
    if issue.needs.flow {
        let flow = question.clone().basis(Basis::Flow);
        let all: Vec<_> = others.into_iter().chain(units).collect();
        answers.extend(answered(hotline, issue, &flow, &all, cut(true, false))?);
    }
    Ok(answers)
}

/// One question for each list of groupings, together.
fn answered(
    hotline: &Hotline,
    issue: &Edition,
    question: &Question,
    lists: &[Listed],
    cut: Cut,
) -> Result<Vec<Answer>> {
    let level = |(by, level): &Listed| {
        level.or(match by.first() {
            Some(Grouping::Category) => issue.category_level,
            Some(Grouping::Unit) => issue.unit_level,
            _ => None,
        })
    };
    let ask = |list: &Listed| {
        let mut question = question.clone();
        (question.by, question.level) = (list.0.clone(), level(list));
        question
    };
    let figures = hotline.figures_of(&lists.iter().map(ask).collect::<Vec<_>>())?;
    Ok(lists.iter().zip(figures).map(|(list, figures)| (cut, list.clone(), figures)).collect())
}

/// The question of other days: as their issue froze them, else as of as long after their end.
fn of_span(hotline: &Hotline, question: &Question, of: SpanOf) -> Result<(Question, Span)> {
    let mut asked = question.clone();
    let own = question.period;
    asked.period = match of {
        SpanOf::This => own,
        SpanOf::Before => own.before(),
        SpanOf::YearBefore => own.year_before(),
        SpanOf::YearToDate => year_to_date(&own),
    };
    let mut issue = None;
    if matches!(of, SpanOf::Before | SpanOf::YearBefore) {
        asked.as_of = asked.period.to().plus_ms(question.as_of.ms() - own.to().ms());
        if let Some(frozen) = frozen(hotline, question, &asked.period)? {
            (asked.as_of, asked.seen) = (frozen.as_of, Some(frozen.seen));
            issue = Some(names::number(frozen.year, frozen.number));
        }
    }
    let span = Span { of, period: asked.period, as_of: asked.as_of, issue };
    Ok((asked, span))
}

fn year_to_date(own: &Period) -> Period {
    let last = own.last();
    let first = last.with_ordinal(1).unwrap_or(last);
    Period::days(first, last).unwrap_or(*own)
}

/// The last issue of some days that a question sees.
fn frozen(
    hotline: &Hotline,
    question: &Question,
    period: &Period,
) -> Result<Option<gongdan::Published>> {
    let seen = |issue: &gongdan::Issue| question.seen.is_none_or(|seen| issue.seq <= seen);
    let same = |issue: &gongdan::Issue| issue.published.period == period.to_string();
    let found = hotline.issues()?.into_iter().rfind(|issue| seen(issue) && same(issue));
    Ok(found.map(|issue| issue.published))
}
