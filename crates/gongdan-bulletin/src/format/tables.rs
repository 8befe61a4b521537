//! The tables of a format: lines, places, sums, and the manners in which offices print them.

use super::by::Wanted;
use super::definitions::Missing;
use super::lay_out::Press;
use super::pattern;
use super::problem::{FILE, FormatError, unknown_figure};
use super::rows::{RowOf, rows};
use super::shown::problem;
use super::slice::{Of, span};
use super::spec::{ChartSpec, ColumnSpec, OneOrMore, TableSpec, TotalSpec};
use super::template;
use super::wrong::FormatProblem;
use crate::chart::Chart;
use crate::column::Column;
use crate::document::{Block, Sentence};
use crate::exact::Exact;
use crate::figure::Figure;
use crate::ruled::Ruled;
use crate::table::{FigureTable, Line};
use gongdan::Grouping;

/// What a sum is called.
const TOTAL: &str = "合计";

/// The most lines that a table prints.
const MOST: usize = 100_000;

/// A line before it is printed, and what it is ordered by.
pub(super) struct Listed {
    row: RowOf,
    order: Option<Exact>,
}

impl Press<'_> {
    /// A table with its caption, note and charts.
    pub(super) fn table(&self, spec: &TableSpec) -> Result<Vec<Block>, FormatError> {
        let wrong = |problem| FormatError::new(FILE, None, problem);
        let told = spec.told().to_owned();
        let wanted = self
            .format
            .wanted(spec)
            .ok_or_else(|| wrong(FormatProblem::UnknownRows(told.clone())))?;
        if let Some(group) = self.setting.desk.no_group(&wanted.groups) {
            return Err(wrong(FormatProblem::NoGroup(group)));
        }
        let rows = rows(&self.setting.desk, &wanted);
        let rows = rows.ok_or_else(|| wrong(FormatProblem::NotCollected(told)))?;
        if rows.len() > MOST {
            return Err(wrong(FormatProblem::TooMuch));
        }
        let lines = self.lines(spec, rows)?;
        let table = match spec.is_ruled() {
            true => self.ruled(spec, &wanted, &lines)?,
            false => Some(Block::Table(self.figures(spec, &wanted, &lines)?)),
        };
        let mut blocks = Vec::new();
        if let Some(table) = table {
            blocks.extend(self.beside(spec.caption.as_deref())?);
            blocks.push(table);
            blocks.extend(self.beside(spec.note.as_deref())?);
        }
        for chart in &spec.charts {
            blocks.extend(self.chart(chart, &lines)?.map(Block::Chart));
        }
        Ok(blocks)
    }

    fn beside(&self, told: Option<&str>) -> Result<Vec<Block>, FormatError> {
        let Some(told) = told else { return Ok(Vec::new()) };
        let desk = &self.setting.desk;
        let said = template::sentences(&self.environment, told, &self.seen, desk)?;
        Ok(said.into_iter().map(Block::Paragraph).collect())
    }

    fn chart(&self, spec: &ChartSpec, lines: &[Listed]) -> Result<Option<Chart>, FormatError> {
        let (name, title) = (spec.name.as_str(), self.line(&spec.title)?);
        let bar = |line: &Listed| Ok((line.row.name.clone(), figure(&line.row, &spec.figure)?));
        let bars = lines.iter().map(bar).collect::<Result<_, FormatError>>()?;
        Ok(match spec.in_order {
            true => Chart::in_order(name, title, bars),
            false => Chart::of(name, title, bars),
        })
    }

    /// The lines that are printed, in printed order, with their places.
    fn lines(&self, spec: &TableSpec, rows: Vec<RowOf>) -> Result<Vec<Listed>, FormatError> {
        let mut lines = Vec::new();
        for row in self.only(spec, rows)? {
            let order = spec.order.as_deref().map(|order| figure(&row, order)).transpose()?;
            lines.push(Listed { row, order: order.map(|order| order.exact()) });
        }
        lines.sort_by(|a, b| match spec.descending {
            true => compared(b, a),
            false => compared(a, b),
        });
        let groups = spec.group.as_ref().map(|group| group.all()).unwrap_or_default();
        lines.sort_by_key(|line| groups.iter().position(|group| *group == line.row.group));
        if spec.order.is_some()
            && (spec.rank.is_some() || spec.first.is_some() || spec.leave_out_zero)
        {
            place(spec, &mut lines);
        }
        Ok(lines)
    }

    fn only(&self, spec: &TableSpec, rows: Vec<RowOf>) -> Result<Vec<RowOf>, FormatError> {
        let Some(told) = &spec.only else { return Ok(rows) };
        let mut kept = Vec::new();
        for row in rows {
            let source = format!("{{{{ 1 if {} else 0 }}}}", pattern::doubled(told));
            if self.of_row(&source, &row)?.to_string() == "1" {
                kept.push(row);
            }
        }
        Ok(kept)
    }

    /// A short template that sees a row and the page behind it.
    fn of_row(&self, source: &str, row: &RowOf) -> Result<Sentence, FormatError> {
        let wrong = |_| FormatError::new(FILE, None, FormatProblem::TooMuch);
        let seen = pattern::seen(row, &self.seen).map_err(wrong)?;
        let desk = &self.setting.desk;
        let said = template::sentences(&self.environment, source, &seen, desk)?;
        Ok(said.into_iter().next().unwrap_or_default())
    }

    /// The columns of a table: its own, or those of the issue.
    fn columns(&self, spec: &TableSpec, wanted: &Wanted) -> Vec<ColumnSpec> {
        let bulletin = self.setting.bulletin;
        let of = |columns: &[Column]| columns.iter().map(ColumnSpec::of).collect();
        match (&spec.columns, wanted.by.grouping()) {
            (Some(columns), _) => columns.clone(),
            (None, Grouping::Category) => of(&bulletin.by_category.columns),
            (None, Grouping::Unit) => of(&bulletin.by_unit.columns),
            (None, _) => Vec::new(),
        }
    }

    /// Names, figures, and their sum: the table of the model.
    fn figures(
        &self,
        spec: &TableSpec,
        wanted: &Wanted,
        lines: &[Listed],
    ) -> Result<FigureTable, FormatError> {
        let columns = self.columns(spec, wanted);
        let line = |name: &str, row: &RowOf| {
            let figures =
                columns.iter().map(|each| figure(row, each.figure.as_deref().unwrap_or_default()));
            Ok(Line {
                name: name.to_owned(),
                figures: figures.collect::<Result<_, FormatError>>()?,
            })
        };
        let own = lines.iter().map(|of| line(&of.row.name, &of.row));
        Ok(FigureTable {
            head: spec.head.clone(),
            lines: own.collect::<Result<_, FormatError>>()?,
            total: line(&spec.sum_name(), &self.sum(spec, wanted, lines))?,
            columns: columns.iter().map(ColumnSpec::plain).collect(),
        })
    }

    /// The sum of a table: of all its rows, or of those that are printed.
    fn sum(&self, spec: &TableSpec, wanted: &Wanted, lines: &[Listed]) -> RowOf {
        let (by, level) = (wanted.by.grouping(), wanted.level);
        let some = !wanted.groups.is_empty() || spec.only.is_some() || spec.first.is_some();
        let keys = || lines.iter().flat_map(|line| line.row.of.keys.clone().unwrap_or_default());
        let keys = some.then(|| keys().collect());
        let slice = super::slice::Slice::OWN;
        RowOf::all(Of { by, level, keys, slice }, &self.setting.desk)
    }

    /// A table of any manner; without a line there is none.
    fn ruled(
        &self,
        spec: &TableSpec,
        wanted: &Wanted,
        lines: &[Listed],
    ) -> Result<Option<Block>, FormatError> {
        let columns = self.columns(spec, wanted);
        let mut heads: Vec<Vec<String>> = [&spec.serial, &spec.rank]
            .into_iter()
            .flatten()
            .map(|head| vec![head.clone()])
            .collect();
        heads.push(vec![spec.head.clone()]);
        heads.extend(columns.iter().map(ColumnSpec::heads));
        let sum = self.sum(spec, wanted, lines);
        let mut rows = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            rows.push(self.cells(spec, &columns, (&line.row, Some(index + 1), &sum))?);
        }
        if rows.is_empty() {
            return Ok(None);
        }
        if spec.has_sum() {
            let at = if spec.total_first { 0 } else { rows.len() };
            let row = RowOf { name: spec.sum_name(), ..sum.clone() };
            rows.insert(at, self.cells(spec, &columns, (&row, None, &sum))?);
        }
        let ruled = Ruled { heads, rows };
        Ok(Some(Block::Ruled(ruled.side_by_side(spec.side_by_side.unwrap_or(1)))))
    }

    fn cells(
        &self,
        spec: &TableSpec,
        columns: &[ColumnSpec],
        (row, serial, sum): (&RowOf, Option<usize>, &RowOf),
    ) -> Result<Vec<Sentence>, FormatError> {
        let number = |name: &'static str, number: Option<i64>| match number {
            Some(number) => {
                Sentence::default().figure(&Figure::counted(name, "its place in the table", number))
            }
            None => Sentence::default(),
        };
        let mut cells = Vec::new();
        if spec.serial.is_some() {
            cells.push(number("serial", serial.and_then(|serial| i64::try_from(serial).ok())));
        }
        if spec.rank.is_some() {
            let place = row.rank.map(Figure::rank);
            cells.push(place.map(|place| Sentence::default().figure(&place)).unwrap_or_default());
        }
        cells.push(Sentence::of(&row.name));
        for column in columns {
            cells.push(match (&column.text, serial) {
                (Some(_), None) => Sentence::default(),
                (Some(told), Some(_)) => self.of_row(&pattern::as_template(told), row)?,
                (None, _) => Sentence::default().figure(&column.figure_of(row, sum)?),
            });
        }
        Ok(cells)
    }
}

/// Places for the lines: not for those whose ordering figure is of nothing, and only the first so many.
fn place(spec: &TableSpec, lines: &mut Vec<Listed>) {
    lines.retain(|line| {
        line.order
            .is_some_and(|order| order.whole != 0 && (order.part != 0 || !spec.leave_out_zero))
    });
    let mut last = 0;
    for index in 0..lines.len() {
        let tied = index > 0 && compared(&lines[index - 1], &lines[index]).is_eq();
        last = if tied { last } else { i64::try_from(index + 1).unwrap_or(i64::MAX) };
        lines[index].row.rank = Some(last);
    }
    if let Some(first) = spec.first.map(i64::from) {
        lines.retain(|line| line.row.rank.is_some_and(|rank| rank <= first));
    }
}

fn compared(a: &Listed, b: &Listed) -> std::cmp::Ordering {
    match (a.order, b.order) {
        (Some(a), Some(b)) => a.compared(b),
        _ => std::cmp::Ordering::Equal,
    }
}

/// A figure of a row, for a table.
fn figure(row: &RowOf, name: &str) -> Result<Figure, FormatError> {
    row.figure(name).map_err(|missing| wrong(row, name, &missing))
}

fn wrong(row: &RowOf, name: &str, missing: &Missing) -> FormatError {
    match missing {
        Missing::Unknown => unknown_figure(FILE, None, name, &row.desk.own),
        other => FormatError::new(FILE, None, problem(other, name)),
    }
}

impl TableSpec {
    fn sum_name(&self) -> String {
        match &self.total {
            Some(TotalSpec::Named(name)) => name.clone(),
            _ => TOTAL.to_owned(),
        }
    }
}

impl ColumnSpec {
    fn of(column: &Column) -> Self {
        Self {
            figure: Some(column.figure.clone()),
            head: column.head.clone(),
            over: column.over.clone().map(OneOrMore::One),
            ..Self::default()
        }
    }

    fn plain(&self) -> Column {
        let over = self.over.as_ref().and_then(|over| over.all().into_iter().next());
        Column { figure: self.figure.clone().unwrap_or_default(), head: self.head.clone(), over }
    }

    /// Its headings, the uppermost first.
    fn heads(&self) -> Vec<String> {
        let mut heads = self.over.as_ref().map(OneOrMore::all).unwrap_or_default();
        heads.push(self.head.clone());
        heads
    }

    /// What stands in it for a row.
    fn figure_of(&self, row: &RowOf, sum: &RowOf) -> Result<Figure, FormatError> {
        let name = self.figure.as_deref().unwrap_or_default();
        let now = figure(row, name)?;
        let large = || FormatError::new(FILE, None, FormatProblem::TooLarge(name.to_owned()));
        let mut made = match &self.growth {
            _ if self.share => row.desk.share(&now, &figure(sum, name)?).ok_or_else(large)?,
            Some(with) => {
                let mut slice = row.of.slice;
                slice.cut.span = span(with).unwrap_or(crate::needs::SpanOf::Before);
                let then = RowOf { of: row.of.sliced(slice), ..row.clone() };
                row.desk.growth(&now, &figure(&then, name)?).ok_or_else(large)?
            }
            None => now,
        };
        made.print.decimals = self.decimals.unwrap_or(made.print.decimals);
        made.print.trim = self.trim.unwrap_or(made.print.trim);
        Ok(made)
    }
}
