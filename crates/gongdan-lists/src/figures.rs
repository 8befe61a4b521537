//! Figures on their way out: a row for each group and one for all.

use gongdan::{Count, Figures, MEASURES, Measure, Rounding, Tally};

use crate::{OutCell, OutColumn, OutTable};

/// What the row of all is called.
const ALL: &str = "合计";

impl<'a> OutTable<'a> {
    /// Figures by their groups, the last row being the total; by nothing it is that row alone. Counts that the basis
    /// does not define are no columns; where counts are named, these alone. Rates are as they are printed.
    pub fn of_figures(figures: &'a Figures, rounding: Rounding, counts: &[Count]) -> Self {
        let total = &figures.total;
        let all: Vec<Count> = total.iter().map(|(count, _)| count).collect();
        let counts = if counts.is_empty() { all.as_slice() } else { counts };
        let measures: Vec<&Measure> = match counts.len() == all.len() {
            true => MEASURES.iter().filter(|measure| total.measure(measure).is_some()).collect(),
            false => Vec::new(),
        };
        let line = |names: Vec<OutCell<'a>>, tally: &'a Tally| {
            let counts = counts.iter().map(|count| tally.get(*count));
            let counts = counts.map(|value| value.map_or(OutCell::Nothing, OutCell::Number));
            let measures = measures.iter().map(|measure| printed(rounding, tally, measure));
            names.into_iter().chain(counts).chain(measures).collect()
        };
        let names =
            |row: &'a gongdan::Row| row.keys.iter().map(|key| OutCell::text(&key.name)).collect();
        let mut rows: Vec<_> =
            figures.rows.iter().map(|row| line(names(row), &row.tally)).collect();
        let mut sum = vec![OutCell::Nothing; figures.question.by.len()];
        sum.first_mut().into_iter().for_each(|first| *first = OutCell::text(ALL));
        rows.push(line(sum, total));
        Self { columns: columns(figures, counts, &measures), rows }
    }
}

fn columns(figures: &Figures, counts: &[Count], measures: &[&Measure]) -> Vec<OutColumn> {
    let keys = figures.question.by.iter().map(|by| OutColumn::new(by.word(), by.term()));
    let counted = counts.iter().map(|count| OutColumn::new(count.word(), count.term()));
    let measured = measures.iter().map(|measure| OutColumn::new(measure.name, measure.term));
    keys.chain(counted).chain(measured).collect()
}

fn printed<'a>(rounding: Rounding, tally: &Tally, measure: &Measure) -> OutCell<'a> {
    let value = tally.measure(measure);
    let printed = value.map(|value| measure.printed(&value, rounding));
    printed.map_or(OutCell::Nothing, OutCell::printed)
}
