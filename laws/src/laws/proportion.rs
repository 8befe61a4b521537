//! Proportions: what the numerator counts, the denominator counts too.

use std::collections::BTreeMap;

use gongdan::{
    Basis, Count, Figures, Grouping, MEASURES, Measure, Relation, Result, Rounding, TicketId,
};

use super::{Law, Life};

pub(super) fn between(life: &mut Life<'_>, law: &mut Law) -> Result<()> {
    let (moments, periods) = (life.moments(), life.periods());
    for (as_of, period) in moments.into_iter().zip(periods.into_iter().cycle()) {
        for question in life.questions(period, as_of) {
            let figures = life.hotline.figures(&question)?;
            cell_by_cell(life, law, &figures);
            if question.by == [Grouping::Unit] || question.by == [Grouping::Channel] {
                implied(life, law, &figures)?;
            }
        }
    }
    Ok(())
}

/// What a basis declares to be a part of a whole.
fn proportions(basis: Basis) -> impl Iterator<Item = &'static Measure> {
    let declared = move |measure: &Measure| match basis {
        Basis::Cohort => measure.relation,
        Basis::Flow => measure.in_flow,
    };
    MEASURES.iter().filter(move |measure| declared(measure) == Relation::Proportion)
}

fn cell_by_cell(life: &Life<'_>, law: &mut Law, figures: &Figures) {
    let tallies = figures.rows.iter().map(|row| &row.tally).chain([&figures.total]);
    for tally in tallies {
        for measure in proportions(figures.question.basis) {
            let Some(value) = tally.measure(measure) else { continue };
            let (part, whole) = (value.numerator, value.denominator);
            let so = match whole {
                0 => part == 0 && measure.printed(&value, Rounding::HalfUp) == "—",
                _ => (0..=whole).contains(&part),
            };
            let told =
                || format!("{}: {} {part} of {whole}", life.told(&figures.question), measure.name);
            law.holds(so, told);
        }
    }
}

/// Each ticket stands among those of the whole at least as often as among those of the part.
fn implied(life: &Life<'_>, law: &mut Law, figures: &Figures) -> Result<()> {
    for measure in proportions(figures.question.basis) {
        if figures.total.measure(measure).is_none() || !is_plain(measure) {
            continue;
        }
        let part = behind(life, figures, measure.numerator)?;
        let whole = behind(life, figures, measure.denominator)?;
        for (ticket, times) in part {
            let so = whole.get(&ticket).is_some_and(|whole| *whole >= times);
            law.holds(so, || {
                format!("{}: {} has {}", life.told(&figures.question), measure.name, ticket.0)
            });
        }
    }
    Ok(())
}

/// Whether it adds lists that tell all: no differences, no times, no number of citizens.
fn is_plain(measure: &Measure) -> bool {
    let plain = |(sign, count): &(i64, Count)| *sign == 1 && !count.is_times();
    measure.numerator.iter().chain(measure.denominator).all(plain)
}

fn behind(
    life: &Life<'_>,
    figures: &Figures,
    terms: &[(i64, Count)],
) -> Result<BTreeMap<TicketId, usize>> {
    let mut times = BTreeMap::new();
    for (_, count) in terms {
        for ticket in life.behind(figures, None, *count)? {
            *times.entry(ticket).or_default() += 1;
        }
    }
    Ok(times)
}
