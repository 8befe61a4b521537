//! A table of figures: one line for each row of an answer, and the sum of all.

use gongdan::{Figures, Rounding, Tally};
use serde::Serialize;

use crate::column::Column;
use crate::figure::Figure;

/// One line of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// What it is about: a category, a unit, or the sum.
    pub name: String,
    /// One figure for each column.
    pub figures: Vec<Figure>,
}

impl Line {
    /// The figure of a count or measure.
    pub fn figure(&self, name: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.name == name)
    }
}

/// A table with a line for the sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureTable {
    /// The heading over the names.
    pub head: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The lines, in printed order.
    pub lines: Vec<Line>,
    /// The sum (合计): counts are added up, rates are worked out anew.
    pub total: Line,
}

/// A heading over one column, or over several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The heading.
    pub head: String,
    /// How many columns it stands over.
    pub columns: usize,
    /// Whether the columns have headings of their own below it.
    pub divided: bool,
}

impl FigureTable {
    /// The upper row of headings, from the first column of figures on; none when no column stands
    /// under a shared heading.
    pub fn spans(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for column in &self.columns {
            let head = column.over.as_ref().unwrap_or(&column.head).clone();
            let divided = column.over.is_some();
            match spans.last_mut().filter(|last| divided && last.divided && last.head == head) {
                Some(last) => last.columns += 1,
                None => spans.push(Span { head, columns: 1, divided }),
            }
        }
        if spans.iter().all(|span| !span.divided) {
            spans.clear();
        }
        spans
    }

    /// Every line, the sum last.
    pub fn all_lines(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().chain([&self.total])
    }

    /// The line of a name.
    pub fn line(&self, name: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.name == name)
    }

    /// Tabulates an answer by its first grouping. What is wrong with a column is wrong of the argument
    /// under which the columns were asked for.
    pub(crate) fn of(
        figures: &Figures,
        (head, total): (&str, &str),
        (argument, columns): (&'static str, &[Column]),
        rounding: Rounding,
    ) -> gongdan::Result<Self> {
        let line = |name: &str, tally: &Tally| -> gongdan::Result<Line> {
            let figure = |column: &Column| Figure::named(argument, &column.figure, tally, rounding);
            let figures = columns.iter().map(figure).collect::<gongdan::Result<_>>()?;
            Ok(Line { name: name.to_owned(), figures })
        };
        let name = |row: &gongdan::Row| row.keys.first().map(|key| key.name.clone());
        let lines = figures.rows.iter().map(|row| line(&name(row).unwrap_or_default(), &row.tally));
        Ok(Self {
            head: head.to_owned(),
            columns: columns.to_vec(),
            lines: lines.collect::<gongdan::Result<_>>()?,
            total: line(total, &figures.total)?,
        })
    }
}
