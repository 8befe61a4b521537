//! A bulletin laid out by a format: the same model, its tables, order and words from the folder.

use std::cmp::Ordering;
use std::sync::{Arc, OnceLock};

use gongdan::{Figures, Grouping, Row, Tally};
use minijinja::Environment;
use minijinja::value::Value;

use super::folder::Format;
use super::problem::{FILE, FormatError, unknown_figure};
use super::setting::Setting;
use super::spec::{BlockSpec, ChartSpec, SectionSpec, TableSpec};
use super::wrong::FormatProblem;
use super::{ink, page, shipped, template};
use crate::chart::Chart;
use crate::column::Column;
use crate::document::{Block, Document, Section, Sentence};
use crate::figure::{Amount, Figure};
use crate::look::Look;
use crate::model::Bulletin;
use crate::names::day;
use crate::table::{FigureTable, Line};
use crate::wording::annex;

/// What a sum is called.
const TOTAL: &str = "合计";

/// The usual format, on the pages of the standard.
static USUAL: OnceLock<Format> = OnceLock::new();

impl Bulletin {
    /// Lays the bulletin out in the format that it was published in, or else as usual: in the format
    /// `hengdong-2020`, on the pages of GB/T 9704-2012.
    ///
    /// # Errors
    /// As [`Bulletin::document_in`].
    pub fn document(&self) -> Result<Document, FormatError> {
        if let Some(other) = self.published_in().filter(|name| *name != shipped::USUAL) {
            let wrong = || FormatError::new(other, None, published_in(other));
            return self.document_in(&Format::shipped(other).map_err(|_| wrong())?);
        }
        if let Some(usual) = USUAL.get() {
            return self.document_in(usual);
        }
        let mut usual = Format::shipped(shipped::USUAL)?;
        usual.spec.look = Look::default();
        self.document_in(USUAL.get_or_init(|| usual))
    }

    /// Lays the bulletin out in a format. It has to be collected for an issue of that format
    /// ([`Format::of_issue`]) when the format's tables need more than category, unit and channel.
    ///
    /// # Errors
    /// A template that names a figure that nobody counts, or takes too many steps; a table whose
    /// grouping was not collected: with file, line and the nearest names. Another format than the one
    /// its number was published in.
    pub fn document_in(&self, format: &Format) -> Result<Document, FormatError> {
        if let Some(name) = self.published_in().filter(|name| *name != format.name) {
            return Err(FormatError::new(&format.name, None, published_in(name)));
        }
        let setting = Setting {
            bulletin: self,
            rounding: format.spec.rounding(self.rounding),
            satisfaction: format.spec.satisfaction.as_deref(),
            ink: Arc::default(),
        };
        let environment = template::environment(&format.templates)?;
        let seen = page::seen(&setting);
        let press = Press { environment, seen, setting };
        let sections = format.spec.section.iter().map(|section| press.section(section));
        let mut document = Document {
            look: format.spec.look.clone(),
            banner: press.line(&format.spec.banner)?,
            title: match &format.spec.title {
                Some(title) => press.line(title)?,
                None => self.title.clone(),
            },
            number: self.printed_number(),
            organ: self.organ.clone(),
            date: day(self.printed_on),
            sections: sections.collect::<Result<_, _>>()?,
            readers: annex::readers(self),
            annex: Section { heading: annex::HEADING.to_owned(), blocks: Vec::new() },
            foot: Vec::new(),
        };
        document.sections.retain(|section| !section.blocks.is_empty());
        document.foot = annex::foot(self, &document.measures(), press.setting.rounding);
        if format.spec.annex {
            document.annex.blocks = annex::reconciliation(self);
        }
        Ok(document)
    }
}

fn published_in(name: &str) -> FormatProblem {
    FormatProblem::PublishedIn(name.to_owned())
}

impl Bulletin {
    /// The format that its number was published in.
    fn published_in(&self) -> Option<&str> {
        self.published.as_ref()?.format.as_deref()
    }

    /// Its number; of a draft it says that it is one.
    fn printed_number(&self) -> String {
        match self.published {
            Some(_) => self.number.clone(),
            None => format!("{}{}", self.number, annex::DRAFT),
        }
    }
}

struct Press<'a> {
    environment: Environment<'a>,
    seen: Value,
    setting: Setting<'a>,
}

impl Press<'_> {
    fn line(&self, source: &str) -> Result<String, FormatError> {
        template::line(&self.environment, source, &self.seen, &self.setting.ink)
    }

    fn section(&self, spec: &SectionSpec) -> Result<Section, FormatError> {
        let mut blocks = Vec::new();
        for block in &spec.block {
            match block {
                BlockSpec::Text(text) => {
                    let name = &text.template;
                    let said = template::paragraphs(
                        &self.environment,
                        name,
                        &self.seen,
                        &self.setting.ink,
                    )?;
                    blocks.extend(said.into_iter().map(Block::Paragraph));
                }
                BlockSpec::Table(table) => blocks.extend(self.table(table)?),
            }
        }
        Ok(Section { heading: self.line(&spec.heading)?, blocks })
    }

    fn table(&self, spec: &TableSpec) -> Result<Vec<Block>, FormatError> {
        let answers = &self.setting.bulletin.answers;
        let figures =
            spec.grouping().and_then(|by| answers.at_level(by, spec.level)).ok_or_else(|| {
                FormatError::new(FILE, None, FormatProblem::NotCollected(spec.by.clone()))
            })?;
        let lines = self.lines(spec, figures)?;
        let (table, drawn) = match &spec.rank {
            Some(rank) => {
                let (places, lines) = ranked(spec, lines);
                (self.ranking(spec, rank, (&places, &lines))?, lines)
            }
            None => (Some(Block::Table(self.figures(spec, figures, &lines)?)), lines),
        };
        let charts = spec.charts.iter().map(|chart| self.chart(chart, &drawn));
        let charts: Vec<Option<Chart>> = charts.collect::<Result<_, _>>()?;
        Ok(table.into_iter().chain(charts.into_iter().flatten().map(Block::Chart)).collect())
    }

    fn chart(&self, spec: &ChartSpec, lines: &[Of<'_>]) -> Result<Option<Chart>, FormatError> {
        let (name, title) = (spec.name.as_str(), self.line(&spec.title)?);
        let bar =
            |line: &Of<'_>| Ok((line.name.clone(), self.figure(&spec.figure, &line.row.tally)?));
        let bars = lines.iter().map(bar).collect::<Result<_, FormatError>>()?;
        Ok(match spec.in_order {
            true => Chart::in_order(name, title, bars),
            false => Chart::of(name, title, bars),
        })
    }

    fn lines<'a>(
        &self,
        spec: &TableSpec,
        figures: &'a Figures,
    ) -> Result<Vec<Of<'a>>, FormatError> {
        let answers = &self.setting.bulletin.answers;
        let by = spec.grouping().unwrap_or(Grouping::All);
        let rows = figures.rows.iter().filter(|row| {
            let group = row.keys.first().and_then(|key| answers.group(by, key));
            spec.group.is_none() || spec.group.as_deref() == group
        });
        let order =
            |row: &Row| spec.order.as_ref().map(|order| self.figure(order, &row.tally)).transpose();
        let line = |row: &'a Row| {
            let name = row.keys.first().map(|key| key.name.clone()).unwrap_or_default();
            Ok(Of { name, row, order: order(row)? })
        };
        let mut lines: Vec<Of<'_>> = rows.map(line).collect::<Result<_, FormatError>>()?;
        lines.sort_by(|a, b| match spec.descending {
            true => compared(b, a),
            false => compared(a, b),
        });
        Ok(lines)
    }

    fn figure(&self, name: &str, tally: &Tally) -> Result<Figure, FormatError> {
        let figure = ink::figure(name, tally, self.setting.rounding);
        figure.ok_or_else(|| unknown_figure(FILE, None, name))
    }

    /// The columns of a table: its own, or those of the issue.
    fn columns<'b>(&'b self, spec: &'b TableSpec) -> &'b [Column] {
        let bulletin = self.setting.bulletin;
        match (&spec.columns, spec.grouping()) {
            (Some(columns), _) => columns,
            (None, Some(Grouping::Category)) => &bulletin.by_category.columns,
            (None, Some(Grouping::Unit)) => &bulletin.by_unit.columns,
            (None, _) => &[],
        }
    }

    fn figures(
        &self,
        spec: &TableSpec,
        figures: &Figures,
        lines: &[Of<'_>],
    ) -> Result<FigureTable, FormatError> {
        let columns = self.columns(spec);
        let line = |name: &str, tally: &Tally| {
            let figures = columns.iter().map(|each| self.figure(&each.figure, tally));
            Ok(Line { name: name.to_owned(), figures: figures.collect::<Result<_, _>>()? })
        };
        let sum = sum(spec, figures, lines);
        let own = lines.iter().map(|of| line(&of.name, &of.row.tally));
        Ok(FigureTable {
            head: spec.head.clone(),
            columns: columns.to_vec(),
            lines: own.collect::<Result<_, FormatError>>()?,
            total: line(spec.total.as_deref().unwrap_or(TOTAL), &sum)?,
        })
    }

    /// Places, names and figures; without a line there is no table.
    fn ranking(
        &self,
        spec: &TableSpec,
        rank: &str,
        (places, lines): (&[usize], &[Of<'_>]),
    ) -> Result<Option<Block>, FormatError> {
        let heads = [rank, &spec.head].map(str::to_owned).into_iter();
        let heads =
            heads.chain(self.columns(spec).iter().map(|column| column.head.clone())).collect();
        let row = |(line, place): (&Of<'_>, &usize)| {
            let place = Figure::rank(i64::try_from(*place).unwrap_or(i64::MAX));
            let named = [Sentence::default().figure(&place), Sentence::of(&line.name)];
            let figures = self.columns(spec).iter().map(|column| {
                let figure = self.figure(&column.figure, &line.row.tally)?;
                Ok(Sentence::default().figure(&figure))
            });
            named.into_iter().map(Ok).chain(figures).collect::<Result<Vec<_>, FormatError>>()
        };
        let rows = lines.iter().zip(places).map(row).collect::<Result<Vec<_>, _>>()?;
        Ok((!rows.is_empty()).then_some(Block::Grid(heads, rows)))
    }
}

/// The places of a ranking, and the lines that have them: not those whose ordering figure is of
/// nothing, and only the first so many.
fn ranked<'a>(spec: &TableSpec, mut lines: Vec<Of<'a>>) -> (Vec<usize>, Vec<Of<'a>>) {
    lines.retain(|line| line.order.as_ref().is_some_and(|order| counts(order, spec)));
    let mut places: Vec<usize> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let tied = index > 0 && compared(&lines[index - 1], line).is_eq();
        places.push(if tied { places[index - 1] } else { index + 1 });
    }
    let first = spec.first.and_then(|first| usize::try_from(first).ok()).unwrap_or(usize::MAX);
    places.retain(|place| *place <= first);
    lines.truncate(places.len());
    (places, lines)
}

/// A line before it is printed.
struct Of<'a> {
    name: String,
    row: &'a Row,
    order: Option<Figure>,
}

fn compared(a: &Of<'_>, b: &Of<'_>) -> Ordering {
    match (a.order.as_ref().map(|a| a.amount), b.order.as_ref().map(|b| b.amount)) {
        (Some(Amount::Count(a)), Some(Amount::Count(b))) => a.cmp(&b),
        (Some(Amount::Rate(a, _)), Some(Amount::Rate(b, _))) => a.compare(&b),
        _ => Ordering::Equal,
    }
}

/// Whether a line has a place: a rate of nothing has none.
fn counts(order: &Figure, spec: &TableSpec) -> bool {
    match order.amount {
        Amount::Rate(fraction, _) if fraction.denominator == 0 => false,
        _ => order.number() != 0 || !spec.leave_out_zero,
    }
}

/// The sum of a table: of a group, the sum of its lines.
fn sum(spec: &TableSpec, figures: &Figures, lines: &[Of<'_>]) -> Tally {
    if spec.group.is_none() {
        return figures.total.clone();
    }
    let mut tally = figures.total.clone().zeroed();
    lines.iter().for_each(|of| tally.add(&of.row.tally));
    tally
}
