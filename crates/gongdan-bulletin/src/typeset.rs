//! Punctuation as it is printed in Chinese (GB/T 15834): whatever was typed narrow is set wide.

use crate::chart::Chart;
use crate::document::{Block, Document, Piece, Section, Sentence};
use crate::ruled::Ruled;
use crate::table::{FigureTable, Line};

impl Document {
    /// The document as it is printed and posted: narrow commas, colons, semicolons, question and
    /// exclamation marks and brackets beside Chinese letters become wide ones. Those between
    /// digits and Latin letters (10:30, 1,000) stay, and so does every figure. HTML, .docx and PDF
    /// are made of it; Markdown, JSON and workbooks keep what was typed.
    #[must_use]
    pub fn typeset(&self) -> Self {
        Self {
            look: self.look.clone(),
            banner: wide(&self.banner),
            title: wide(&self.title),
            number: wide(&self.number),
            organ: wide(&self.organ),
            date: wide(&self.date),
            sections: self.sections.iter().map(section).collect(),
            readers: self.readers.iter().map(sentence).collect(),
            annex: section(&self.annex),
            foot: self.foot.iter().map(sentence).collect(),
        }
    }
}

fn section(section: &Section) -> Section {
    let blocks = section.blocks.iter().map(block).collect();
    Section { heading: wide(&section.heading), blocks }
}

fn block(block: &Block) -> Block {
    let row = |row: &Vec<Sentence>| row.iter().map(sentence).collect();
    match block {
        Block::Paragraph(said) => Block::Paragraph(sentence(said)),
        Block::Lines(lines) => Block::Lines(lines.iter().map(sentence).collect()),
        Block::Table(figures) => Block::Table(table(figures)),
        Block::Grid(heads, rows) => {
            let heads = heads.iter().map(|head| wide(head)).collect();
            Block::Grid(heads, rows.iter().map(row).collect())
        }
        Block::Ruled(table) => {
            let head = |path: &Vec<String>| path.iter().map(|head| wide(head)).collect();
            let heads = table.heads.iter().map(head).collect();
            Block::Ruled(Ruled { heads, rows: table.rows.iter().map(row).collect() })
        }
        Block::Chart(bars) => Block::Chart(chart(bars)),
    }
}

/// A sentence whose words beside each other are one piece: a mark sees what stands on both sides.
fn sentence(sentence: &Sentence) -> Sentence {
    let mut pieces: Vec<Piece> = Vec::new();
    for piece in &sentence.0 {
        match (piece, pieces.last_mut()) {
            (Piece::Words(words), Some(Piece::Words(before))) => before.push_str(words),
            _ => pieces.push(piece.clone()),
        }
    }
    for piece in &mut pieces {
        if let Piece::Words(words) = piece {
            *words = wide(words);
        }
    }
    Sentence(pieces)
}

fn table(table: &FigureTable) -> FigureTable {
    let line = |line: &Line| Line { name: wide(&line.name), figures: line.figures.clone() };
    let mut columns = table.columns.clone();
    for column in &mut columns {
        column.head = wide(&column.head);
        column.over = column.over.as_deref().map(wide);
    }
    let lines = table.lines.iter().map(line).collect();
    FigureTable { head: wide(&table.head), columns, lines, total: line(&table.total) }
}

fn chart(chart: &Chart) -> Chart {
    let bars = chart.bars.iter().map(|(name, figure)| (wide(name), figure.clone())).collect();
    Chart { name: chart.name.clone(), title: wide(&chart.title), bars }
}

/// A text with its Chinese punctuation wide.
pub(crate) fn wide(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let brackets = brackets(&letters);
    let chinese = |at: Option<usize>| {
        let letter = at.and_then(|at| letters.get(at));
        letter.is_some_and(|c| is_chinese(*c)) || at.is_some_and(|at| brackets.contains(&at))
    };
    let set = |(at, letter): (usize, &char)| match letter {
        '(' | ')' if brackets.contains(&at) => widened(*letter),
        ',' | ':' | ';' | '?' | '!' if chinese(at.checked_sub(1)) || chinese(Some(at + 1)) => {
            widened(*letter)
        }
        letter => *letter,
    };
    letters.iter().enumerate().map(set).collect()
}

/// The wide form of a narrow mark (U+FF01 to U+FF5E).
fn widened(mark: char) -> char {
    char::from_u32(u32::from(mark) + 0xfee0).unwrap_or(mark)
}

/// Where brackets stand that hold Chinese letters or follow one: both of a pair, or neither.
fn brackets(letters: &[char]) -> Vec<usize> {
    let (mut open, mut pairs) = (Vec::new(), Vec::new());
    for (at, letter) in letters.iter().enumerate() {
        match letter {
            '(' => open.push(at),
            ')' => {
                let Some(begin) = open.pop() else { continue };
                let before = begin.checked_sub(1).map(|before| letters[before]);
                let held = letters[begin + 1..at].iter().copied();
                if before.into_iter().chain(held).any(is_chinese) {
                    pairs.extend([begin, at]);
                }
            }
            _ => {}
        }
    }
    pairs
}

/// Chinese letters and Chinese marks.
fn is_chinese(letter: char) -> bool {
    let letters = matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
    letters || matches!(letter, '\u{3001}'..='\u{301f}' | '\u{201c}' | '\u{201d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_that_is_a_piece_of_its_own_is_set_like_one_inside_a_piece() {
        let said = Sentence::of("5件").say(",").say("共3件");
        assert_eq!(sentence(&said).to_string(), "5件\u{ff0c}共3件");
    }

    #[test]
    fn punctuation_beside_chinese_letters_is_wide_and_between_digits_it_stays() {
        let (comma, colon, open, close) = ('\u{ff0c}', '\u{ff1a}', '\u{ff08}', '\u{ff09}');
        assert_eq!(wide("9月份,衡东县"), format!("9月份{comma}衡东县"));
        assert_eq!(wide(",转办"), format!("{comma}转办"), "after a figure");
        assert_eq!(
            wide("时点:2020-10-09 23:59:59(北京),共1,000件"),
            format!("时点{colon}2020-10-09 23:59:59{open}北京{close}{comma}共1,000件")
        );
        assert_eq!(wide("率(A):9"), format!("率{open}A{close}{colon}9"));
        assert_eq!(wide("问路(A1)"), format!("问路{open}A1{close}"));
        for same in ["[已修](javascript:alert(1))", "10:30", "a,b;c?d!", "98.41%", "x)(", ""] {
            assert_eq!(wide(same), same);
        }
    }
}
