//! Figures on their way out: a row for each group and one for all, and the tickets behind figures.

use gongdan::{Count, MEASURES, Measure, Tally, TicketRef};
use gongdan_lists::{OutCell, OutColumn, OutTable};

use super::answered::Answered;
use crate::words;

/// A figure, and the tickets behind it.
pub(crate) struct Behind {
    /// Which.
    pub(crate) count: Count,
    /// How many.
    pub(crate) number: i64,
    /// The tickets.
    pub(crate) tickets: Vec<TicketRef>,
}

/// The figures by their groups, the last row being the total; by nothing it is that row alone. Counts that the basis
/// does not define are no columns; where counts are named, these alone.
pub(crate) fn table<'a>(answered: &'a Answered, counts: &[Count]) -> OutTable<'a> {
    let total = &answered.figures.total;
    let all: Vec<Count> = total.iter().map(|(count, _)| count).collect();
    let counts = if counts.is_empty() { all.as_slice() } else { counts };
    let measures: Vec<&Measure> = match counts.len() == all.len() {
        true => MEASURES.iter().filter(|measure| total.measure(measure).is_some()).collect(),
        false => Vec::new(),
    };
    let keys = answered.by.iter().map(|by| OutColumn::new(by.word(), by.term()));
    let counted = counts.iter().map(|count| OutColumn::new(count.word(), count.term()));
    let measured = measures.iter().map(|measure| OutColumn::new(measure.name, measure.term));
    let columns = keys.chain(counted).chain(measured).collect();
    let line = |names: Vec<OutCell<'a>>, tally: &'a Tally| {
        let counts = counts.iter().map(|count| tally.get(*count));
        let counts = counts.map(|value| value.map_or(OutCell::Nothing, OutCell::Number));
        let measures = measures.iter().map(|measure| printed(answered, tally, measure));
        names.into_iter().chain(counts).chain(measures).collect()
    };
    let names = |row: &'a gongdan::Row| row.keys.iter().map(|key| OutCell::text(&key.name));
    let mut rows: Vec<_> =
        answered.figures.rows.iter().map(|row| line(names(row).collect(), &row.tally)).collect();
    let mut sum = vec![OutCell::Nothing; answered.by.len()];
    sum.first_mut().into_iter().for_each(|first| *first = OutCell::text(words::TOTAL.0));
    rows.push(line(sum, total));
    OutTable { columns, rows }
}

fn printed<'a>(answered: &Answered, tally: &Tally, measure: &Measure) -> OutCell<'a> {
    let value = tally.measure(measure);
    let printed = value.map(|value| measure.printed(&value, answered.rounding));
    printed.map_or(OutCell::Nothing, OutCell::printed)
}

/// The tickets behind figures, each with the figure that it stands behind.
pub(crate) fn tickets(listed: &[Behind]) -> OutTable<'_> {
    let mut table = OutTable::new([
        ("figure", words::COUNT.0),
        ("number", words::NUMBER.0),
        ("id", "工单标识"),
    ]);
    for behind in listed {
        for ticket in &behind.tickets {
            let figure = OutCell::text(behind.count.term());
            table.row([figure, OutCell::text(&ticket.number), OutCell::Id(ticket.id.0)]);
        }
    }
    table
}
