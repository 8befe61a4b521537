//! A count and its list.

use gongdan::{Cell, Count, Question, Result, Tally};

use super::{Law, Life};

pub(super) fn count_is_list(life: &mut Life<'_>, law: &mut Law) -> Result<()> {
    let (moments, periods) = (life.moments(), life.periods());
    for (as_of, period) in moments.into_iter().zip(periods.into_iter().cycle()) {
        for mut question in life.questions(period, as_of) {
            question.effective = life.dice.chance(15);
            of_a_table(life, law, &question)?;
        }
    }
    Ok(())
}

fn of_a_table(life: &Life<'_>, law: &mut Law, question: &Question) -> Result<()> {
    let figures = life.hotline.figures(question)?;
    // Citizens are people, no tickets: they have no list.
    let counted = |tally: &Tally| -> Vec<(Count, i64)> {
        tally.iter().filter(|(count, _)| *count != Count::Citizens).collect()
    };
    let rows = figures.rows.iter().map(|row| (Some(row), counted(&row.tally)));
    let all: Vec<_> = rows.chain([(None, counted(&figures.total))]).collect();
    let cells: Vec<Cell<'_>> = all
        .iter()
        .flat_map(|(row, counts)| counts.iter().map(|(count, _)| (*row, *count)))
        .collect();
    let lists = life.hotline.behind_each(&figures, &cells)?;
    let values = all.iter().flat_map(|(_, counts)| counts.iter().map(|(_, value)| *value));
    for (((_, count), list), value) in cells.iter().zip(lists).zip(values) {
        let length = list.len() as i64;
        let so = match count.is_times() {
            true => length <= value && (length > 0) == (value > 0),
            false => length == value,
        };
        if value > 0 || !so {
            law.holds(so, || format!("{}: {count} {value}, list {length}", life.told(question)));
        }
    }
    Ok(())
}
