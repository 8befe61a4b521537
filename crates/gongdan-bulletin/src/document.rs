//! The bulletin laid out: sections of sentences and tables, before any file format.
//!
//! A sentence is made of words and of the model's own figures, so whoever prints it can still
//! tell a figure from a word.

use gongdan::Measure;

use crate::chart::Chart;
use crate::figure::Figure;
use crate::look::Look;
use crate::ruled::Ruled;
pub(crate) use crate::sentence::{Piece, Sentence};
use crate::table::FigureTable;

/// A block of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Sentence),
    /// A table of figures.
    Table(FigureTable),
    /// A table of sentences: headings, then rows of as many cells.
    Grid(Vec<String>, Vec<Vec<Sentence>>),
    /// A table with headings of several levels, or places, or a sum that stands elsewhere.
    Ruled(Ruled),
    /// Short lines, one below the other.
    Lines(Vec<Sentence>),
    /// A picture of figures that stand in a table; forms without pictures leave it out.
    Chart(Chart),
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading, with its number.
    pub heading: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A whole bulletin, laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// How its pages look.
    pub look: Look,
    /// The name of the paper, in red over the line (简报名称).
    pub banner: String,
    /// Its title.
    pub title: String,
    /// Its number, `〔2020〕第9期`.
    pub number: String,
    /// The office that publishes it.
    pub organ: String,
    /// The day printed on it, `2020年10月9日`.
    pub date: String,
    /// The sections, in order; their headings make the list of contents.
    pub sections: Vec<Section>,
    /// Whom it is reported and sent to (报, 发), a line each.
    pub readers: Vec<Sentence>,
    /// The annex: what was compared; without a block it is not printed.
    pub annex: Section,
    /// Cut-off, rules and journal.
    pub foot: Vec<Sentence>,
}

impl Document {
    /// The charts of its sections, in order.
    pub fn charts(&self) -> impl Iterator<Item = &Chart> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.filter_map(|block| match block {
            Block::Chart(chart) => Some(chart),
            _ => None,
        })
    }

    /// The chart of a name: `categories`, `units_late`, or another that the format draws. A chart
    /// of nothing but zeros is not drawn.
    pub fn chart(&self, name: &str) -> Option<&Chart> {
        self.charts().find(|chart| chart.name == name)
    }

    /// The names of the figures that its sections print, each once, in order.
    pub(crate) fn figures_named(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        for figure in blocks.flat_map(Block::figures) {
            if !names.contains(&figure.name.as_ref()) {
                names.push(&figure.name);
            }
        }
        names
    }

    /// The measures that its sections print, each once, in order.
    pub(crate) fn measures(&self) -> Vec<&'static Measure> {
        let mut measures: Vec<&'static Measure> = Vec::new();
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        for measure in blocks.flat_map(Block::figures).filter_map(|each| Measure::named(&each.name))
        {
            if !measures.contains(&measure) {
                measures.push(measure);
            }
        }
        measures
    }
}

impl Block {
    /// Every figure in it, in order.
    fn figures(&self) -> Vec<&Figure> {
        match self {
            Self::Paragraph(sentence) => sentence.figures().collect(),
            Self::Lines(lines) => lines.iter().flat_map(Sentence::figures).collect(),
            Self::Table(table) => table.total.figures.iter().collect(),
            Self::Ruled(table) => table.rows.iter().flatten().flat_map(Sentence::figures).collect(),
            Self::Grid(_, rows) => rows.iter().flatten().flat_map(Sentence::figures).collect(),
            Self::Chart(_) => Vec::new(),
        }
    }
}
