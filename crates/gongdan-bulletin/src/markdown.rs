//! The bulletin as Markdown (CommonMark with tables).

use std::fmt::Write;

use crate::document::{Block, Document, Section, Sentence};
use crate::escape;
use crate::names;
use crate::table::{FigureTable, Line};

impl Document {
    /// The document as Markdown; the same document always gives the same bytes.
    pub fn markdown(&self) -> String {
        let mut blocks = vec![format!("# {}", escape::inline(&self.title))];
        let line = |line: &str| escape::paragraph(&escape::inline(line));
        blocks.extend([line(&self.number), line(&self.organ_and_date())]);
        if self.look.listed {
            blocks.push(contents(&self.sections));
        }
        self.sections.iter().for_each(|part| section(part, &mut blocks));
        blocks.push("---".to_owned());
        let printed = Sentence::of(format!("{} {}", self.organ_and_date(), names::PRINTED));
        blocks.push(lines(&[&self.readers[..], &[printed]].concat()));
        if !self.annex.blocks.is_empty() {
            section(&self.annex, &mut blocks);
        }
        blocks.push("---".to_owned());
        blocks.push(lines(&self.foot));
        blocks.retain(|block| !block.is_empty());
        blocks.join("\n\n") + "\n"
    }
}

impl Document {
    fn organ_and_date(&self) -> String {
        format!("{} {}", self.organ, self.date)
    }
}

fn contents(sections: &[Section]) -> String {
    let headed = sections.iter().filter(|section| !section.heading.is_empty());
    let lines = headed.map(|section| format!("- {}", escape::inline(&section.heading)));
    format!("**{}**\n\n{}", names::CONTENTS, lines.collect::<Vec<_>>().join("\n"))
}

fn section(section: &Section, blocks: &mut Vec<String>) {
    if !section.heading.is_empty() {
        blocks.push(format!("## {}", escape::inline(&section.heading)));
    }
    blocks.extend(section.blocks.iter().map(|block| match block {
        Block::Paragraph(sentence) => paragraph(sentence),
        Block::Table(table) => figures(table),
        Block::Grid(heads, rows) => grid(heads, rows),
        Block::Ruled(table) => grid(&table.flat_heads(), &table.rows),
        Block::Lines(sentences) => lines(sentences),
        Block::Chart(_) => String::new(),
    }));
}

fn paragraph(sentence: &Sentence) -> String {
    escape::paragraph(&escape::inline(&sentence.to_string()))
}

/// Lines of one paragraph, each ended by a hard break.
fn lines(sentences: &[Sentence]) -> String {
    sentences.iter().map(paragraph).collect::<Vec<_>>().join("\\\n")
}

fn figures(table: &FigureTable) -> String {
    let mut heads = vec![escape::inline(&table.head)];
    heads.extend(table.columns.iter().map(|column| escape::inline(&column.head)));
    let cells = |line: &Line| {
        let mut cells = vec![escape::inline(&line.name)];
        cells.extend(line.figures.iter().map(|figure| escape::inline(&figure.printed())));
        cells
    };
    let rows = table.lines.iter().chain([&table.total]).map(cells);
    pipes(&heads, "---:", rows)
}

fn grid(heads: &[String], rows: &[Vec<Sentence>]) -> String {
    let heads: Vec<String> = heads.iter().map(|head| escape::inline(head)).collect();
    let cell = |cell: &Sentence| escape::inline(&cell.to_string());
    pipes(&heads, "---", rows.iter().map(|row| row.iter().map(cell).collect()))
}

fn pipes(heads: &[String], align: &str, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut table = format!("| {} |\n| --- |", heads.join(" | "));
    heads.iter().skip(1).for_each(|_| table.extend([" ", align, " |"]));
    rows.for_each(|row| {
        let _ = write!(table, "\n| {} |", row.join(" | "));
    });
    table
}
