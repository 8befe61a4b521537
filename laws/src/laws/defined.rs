//! What a basis and a grouping do not define is refused by name, never 0.

use gongdan::{Count, Error, MEASURES, Question, Result, check_figure};

use super::{Law, Life};

pub(super) fn refused(life: &mut Life<'_>, law: &mut Law) -> Result<()> {
    let whole = life.whole();
    for question in life.questions(whole, life.now) {
        let figures = life.hotline.figures(&question)?;
        let names_it = |error: &Error, argument: &str| {
            error.invalid().is_some_and(|wrong| wrong.argument == argument)
        };
        for count in Count::ALL {
            let checked = check_figure(question.basis, &question.by, count.word());
            let defined = figures.total.get(*count).is_some();
            let so = match &checked {
                Ok(()) => defined,
                Err(error) => !defined && names_it(error, "figure"),
            };
            let told = || format!("{}: {count} defined {defined}", life.told(&question));
            law.holds(so && listed(life, &question, &figures, *count, defined), told);
        }
        for measure in MEASURES {
            let checked = check_figure(question.basis, &question.by, measure.name);
            let so = checked.is_ok() == figures.total.measure(measure).is_some();
            law.holds(so, || format!("{}: {}", life.told(&question), measure.name));
        }
    }
    Ok(())
}

/// The list behind a count is there when the count is, and refused by name when it is not.
fn listed(
    life: &Life<'_>,
    question: &Question,
    figures: &gongdan::Figures,
    count: Count,
    defined: bool,
) -> bool {
    // Citizens are people, no tickets: they have no list.
    if count == Count::Citizens || question.by.len() > 1 {
        return true;
    }
    match life.hotline.behind(figures, None, count) {
        Ok(_) => defined,
        Err(error) => !defined && error.invalid().is_some_and(|wrong| wrong.argument == "count"),
    }
}
