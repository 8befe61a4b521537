//! Figures for people: tables with the printed headings beside the names of every face.

use gongdan::{Basis, Count, Figures, Grouping, MEASURES, Tally};

use super::answered::Answered;
use crate::exit::Failure;
use crate::grid::Grid;
use crate::screen::Screen;
use crate::words;

/// The counts shown by unit where none are named.
const BY_UNIT: &[Count] = &[
    Count::Accepted,
    Count::Pending,
    Count::SignOffMissing,
    Count::SignOffLate,
    Count::Handled,
    Count::HandledLate,
    Count::OpenLate,
    Count::Returned,
];

/// The counts shown by anything else where none are named.
const BY_OTHER: &[Count] = &[
    Count::Accepted,
    Count::ResolvedOnline,
    Count::Transferred,
    Count::Closed,
    Count::ClosedLate,
    Count::Handled,
    Count::Pending,
    Count::OpenLate,
    Count::Difficult,
];

/// Prints the tables.
pub(crate) fn print(screen: &Screen, answered: &Answered, counts: &[Count]) -> Result<(), Failure> {
    heading(screen, &answered.figures)?;
    match answered.by.last() {
        None => {
            all_counts(screen, &answered.figures.total, counts)?;
            measures(screen, answered)?;
            contacts(screen, answered)
        }
        Some(by) => rows(screen, answered, chosen(*by, counts)),
    }
}

fn heading(screen: &Screen, figures: &Figures) -> Result<(), Failure> {
    let question = &figures.question;
    let basis = match question.basis {
        Basis::Cohort => words::COHORT,
        Basis::Flow => words::FLOW,
    };
    let word = |pair| screen.word(pair);
    let (period, as_of) = (question.period, question.as_of);
    let head = format!("{} {period}, {} {as_of}", word(words::PERIOD), word(words::AS_OF));
    screen.line(format_args!("{head}, {} {}", word(words::BASIS), word(basis)))
}

fn chosen(by: Grouping, counts: &[Count]) -> &[Count] {
    match by {
        _ if !counts.is_empty() => counts,
        Grouping::Unit | Grouping::UnitGroup => BY_UNIT,
        _ => BY_OTHER,
    }
}

fn rows(screen: &Screen, answered: &Answered, counts: &[Count]) -> Result<(), Failure> {
    let figures = &answered.figures;
    let heading =
        |grid: Grid, count: &Count| grid.number(format!("{}\n{}", count.term(), count.word()));
    let named = |grid: Grid, by: &Grouping| grid.text(screen.word((by.term(), by.word())));
    let first = answered.by.iter().fold(Grid::new(), named);
    let mut grid = counts.iter().fold(first, heading);
    let line = |names: Vec<String>, tally: &Tally| {
        let cells = counts.iter().map(|count| cell(tally, *count));
        names.into_iter().chain(cells).collect::<Vec<_>>()
    };
    for row in &figures.rows {
        grid.row(line(row.keys.iter().map(|key| key.name.clone()).collect(), &row.tally));
    }
    let mut total = vec![String::new(); answered.by.len()];
    if let Some(first) = total.first_mut() {
        screen.word(words::TOTAL).clone_into(first);
    }
    grid.row(line(total, &figures.total));
    screen.table(&grid)
}

/// A count that the basis does not define is no zero.
fn cell(tally: &Tally, count: Count) -> String {
    tally.get(count).map_or_else(|| "—".to_owned(), |value| value.to_string())
}

fn all_counts(screen: &Screen, total: &Tally, counts: &[Count]) -> Result<(), Failure> {
    let mut grid = Grid::new()
        .text(screen.word(words::COUNT))
        .text(screen.word(words::NAME))
        .number(screen.word(words::VALUE));
    let wanted = |count: &Count| counts.is_empty() || counts.contains(count);
    for (count, value) in total.iter().filter(|(count, _)| wanted(count)) {
        grid.row([count.term().to_owned(), count.word().to_owned(), value.to_string()]);
    }
    screen.table(&grid)
}

fn measures(screen: &Screen, answered: &Answered) -> Result<(), Failure> {
    let mut grid = Grid::new()
        .text(screen.word(words::MEASURE))
        .text(screen.word(words::NAME))
        .number(screen.word(words::VALUE))
        .number(screen.word(words::FRACTION))
        .text(screen.word(words::RULE));
    for measure in MEASURES {
        let Some(fraction) = answered.figures.total.measure(measure) else { continue };
        grid.row([
            measure.term.to_owned(),
            measure.name.to_owned(),
            measure.printed(&fraction, answered.rounding),
            fraction.to_string(),
            measure.rule.to_owned(),
        ]);
    }
    screen.table(&grid)
}

fn contacts(screen: &Screen, answered: &Answered) -> Result<(), Failure> {
    if answered.contacts.is_empty() {
        return Ok(());
    }
    let mut grid =
        Grid::new().text(screen.word(words::CHANNEL)).number(screen.word(words::CONTACTS));
    for (channel, count) in &answered.contacts {
        grid.row([channel.name.clone(), count.to_string()]);
    }
    screen.table(&grid)
}
