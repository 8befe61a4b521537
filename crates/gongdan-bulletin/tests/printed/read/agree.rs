//! Every written form against the model: every sentence, every cell of every table, every bar.
#![allow(dead_code, clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use gongdan::{Fraction, Rounding};
use gongdan_bulletin::{
    Amount, Block, Chart, Document, Figure, FigureForm, FigureTable, Line, Sentence,
};

use super::{Said, Tables, html, markdown, part, parts, word};

/// HTML, .docx, .xlsx and Markdown say what the model says, and PDF where its text can be read.
pub(crate) fn in_every_form(document: &Document) {
    html_says(document);
    word_says(document);
    workbook_holds(document);
    markdown_says(document);
    #[cfg(feature = "pdf")]
    pdf::says(document);
}

fn blocks(document: &Document) -> impl Iterator<Item = &Block> {
    document.sections.iter().chain([&document.annex]).flat_map(|section| &section.blocks)
}

/// Blanks and line breaks as a printed line has them.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cells(line: &Line) -> Vec<String> {
    let figures = line.figures.iter().map(Figure::printed);
    std::iter::once(one_line(&line.name)).chain(figures).collect()
}

fn said(row: &[Sentence]) -> Vec<String> {
    row.iter().map(|cell| one_line(&cell.to_string())).collect()
}

/// The printed rows of every table, headings left out.
fn rows(document: &Document) -> Tables {
    let tables = blocks(document).filter_map(|block| match block {
        Block::Table(table) => Some(table.all_lines().map(cells).collect()),
        Block::Grid(_, rows) => Some(rows.iter().map(|row| said(row)).collect()),
        Block::Ruled(table) => Some(table.rows.iter().map(|row| said(row)).collect()),
        _ => None,
    });
    tables.collect()
}

/// Every sentence outside tables.
fn sentences(document: &Document) -> Vec<String> {
    let said = blocks(document).flat_map(|block| match block {
        Block::Paragraph(sentence) => std::slice::from_ref(sentence),
        Block::Lines(lines) => lines,
        _ => &[],
    });
    let said = said.chain(document.readers.iter().chain(&document.foot));
    said.map(|sentence| one_line(&sentence.to_string())).collect()
}

fn says(form: &Said, document: &Document) {
    let model = rows(document);
    assert_eq!(form.tables.len(), model.len());
    for (read, model) in form.tables.iter().zip(&model) {
        assert!(read.len() > model.len(), "a heading stands over every table");
        let below = read[read.len() - model.len()..].iter();
        let below = below.map(|row| row.iter().map(|cell| one_line(cell)).collect());
        assert_eq!(below.collect::<Vec<Vec<String>>>(), *model);
    }
    let read: Vec<String> = form.paragraphs.iter().map(|said| one_line(said)).collect();
    for sentence in sentences(document) {
        assert!(read.contains(&sentence), "{sentence}");
    }
}

pub(crate) fn html_says(document: &Document) {
    let (set, read) = (document.typeset(), html(&document.html()));
    says(&read, &set);
    let mut labels = read.labels.iter().map(|label| one_line(label));
    for chart in set.charts() {
        assert_eq!(labels.next(), Some(one_line(&chart.title)));
        for (name, figure) in &chart.bars {
            let label = labels.next().unwrap();
            assert!(label.ends_with('…') || label == one_line(name), "{label} is not {name}");
            assert_eq!(labels.next(), Some(figure.printed()), "{name}");
        }
    }
    assert_eq!(labels.next(), None);
}

pub(crate) fn word_says(document: &Document) {
    let package = document.docx().unwrap();
    says(&word(&part(&package, "word/document.xml")), &document.typeset());
}

pub(crate) fn markdown_says(document: &Document) {
    let form = document.markdown();
    let mut tables: Tables = Vec::new();
    let mut in_table = false;
    for line in form.lines() {
        let is_row = line.starts_with('|');
        match (is_row, in_table) {
            (true, false) => tables.push(Vec::new()),
            (true, true) => tables.last_mut().unwrap().push(markdown::cells(line)),
            _ => {}
        }
        in_table = is_row;
    }
    let below: Tables = tables.into_iter().map(|table| table[1..].to_vec()).collect();
    assert_eq!(below, rows(document));
    let text = markdown::unescaped(&form);
    for sentence in sentences(document) {
        assert!(text.contains(&sentence), "{sentence}");
    }
}

pub(crate) fn workbook_holds(document: &Document) {
    let bytes = document.xlsx().unwrap();
    assert_eq!(bytes, document.xlsx().unwrap(), "the same bytes again");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    let names = book.sheet_names();
    let tables: Vec<&Block> = blocks(document)
        .filter(|block| matches!(block, Block::Table(_) | Block::Grid(..) | Block::Ruled(_)))
        .collect();
    let charts = document.charts().count();
    assert_eq!(names.len(), 1 + tables.len() + charts.min(1), "{names:?}");
    for (name, block) in names[1..].iter().zip(tables) {
        let sheet = book.worksheet_range(name).unwrap();
        match block {
            Block::Table(table) => table_holds(&sheet, table),
            Block::Grid(_, rows) => grid_holds(&sheet, rows, 1),
            Block::Ruled(table) => grid_holds(&sheet, &table.rows, table.depth()),
            _ => {}
        }
    }
    sentences_hold(&book.worksheet_range(&names[0]).unwrap(), document);
    if charts > 0 {
        bars_hold(&book.worksheet_range(names.last().unwrap()).unwrap(), document.charts());
    }
    let drawn = parts(&bytes).into_iter().filter(|name| name.contains("/charts/chart")).count();
    assert_eq!(drawn, charts);
}

fn table_holds(sheet: &calamine::Range<Data>, table: &FigureTable) {
    let lines: Vec<_> = table.all_lines().collect();
    let headings = sheet.height() - lines.len();
    assert!((1..=2).contains(&headings));
    for (read, line) in sheet.rows().skip(headings).zip(lines) {
        assert_eq!(read.len(), line.figures.len() + 1);
        assert_eq!(read[0], Data::String(one_line(&line.name)));
        read[1..].iter().zip(&line.figures).for_each(|(cell, figure)| is(cell, figure));
    }
}

fn grid_holds(sheet: &calamine::Range<Data>, rows: &[Vec<Sentence>], heads: usize) {
    assert_eq!(sheet.height(), rows.len() + heads);
    for (read, row) in sheet.rows().skip(heads).zip(rows) {
        assert_eq!(read.len(), row.len());
        read.iter().zip(row).for_each(|(cell, sentence)| cell_says(cell, sentence));
    }
}

fn cell_says(cell: &Data, sentence: &Sentence) {
    match sentence.alone() {
        Some(figure) => is(cell, figure),
        None => match one_line(&sentence.to_string()).as_str() {
            "" => assert!(matches!(cell, Data::Empty | Data::String(_)), "{cell:?}"),
            words => assert_eq!(cell, &Data::String(words.to_owned())),
        },
    }
}

/// Every sentence stands on the first sheet, and its figures right of it.
fn sentences_hold(sheet: &calamine::Range<Data>, document: &Document) {
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        let sentences = match block {
            Block::Paragraph(sentence) => std::slice::from_ref(sentence),
            Block::Lines(lines) => lines,
            _ => &[],
        };
        for sentence in sentences {
            let words = Data::String(one_line(&sentence.to_string()));
            let row = sheet.rows().find(|row| row[1] == words).unwrap();
            let figures: Vec<&Figure> = sentence.figures().collect();
            let cells = row[2..].iter().filter(|cell| **cell != Data::Empty);
            assert_eq!(cells.count(), figures.len(), "{sentence}");
            figures.iter().zip(&row[2..]).for_each(|(figure, cell)| is(cell, figure));
        }
    }
}

fn bars_hold<'a>(sheet: &calamine::Range<Data>, charts: impl Iterator<Item = &'a Chart>) {
    let mut rows = sheet.rows().filter(|row| row[0] != Data::Empty);
    for chart in charts {
        assert_eq!(rows.next().unwrap()[0], Data::String(one_line(&chart.title)));
        for (name, figure) in &chart.bars {
            let row = rows.next().unwrap();
            assert_eq!(row[0], Data::String(one_line(name)));
            is(&row[1], figure);
        }
    }
    assert_eq!(rows.next(), None);
}

/// A cell holds a figure: a number, of a rate that is cut the cut one, or `—` for a rate of nothing.
#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "a workbook holds floats")]
pub(crate) fn is(cell: &Data, figure: &Figure) {
    let expected = match figure.amount {
        Amount::Count(number) => number as f64,
        Amount::Rate(Fraction { denominator: 0, .. }, _) => {
            assert_eq!(cell, &Data::String("—".to_owned()));
            return;
        }
        Amount::Rate(fraction, Rounding::HalfUp) => {
            let value = fraction.numerator as f64 / fraction.denominator as f64;
            if figure.print.form == FigureForm::Points { value * 100.0 } else { value }
        }
        Amount::Rate(..) => match figure.printed().strip_suffix('%') {
            Some(cut) => cut.parse::<f64>().unwrap() / 100.0,
            None => figure.printed().parse().unwrap(),
        },
    };
    assert_eq!(cell, &Data::Float(expected), "{figure}");
}

#[cfg(feature = "pdf")]
pub(crate) mod pdf {
    //! The text of a PDF, in the order in which it was set.

    use gongdan_bulletin::{Fonts, Section};

    use super::{Block, Chart, Document, Figure, Sentence, cells, said};
    use crate::read::tool;

    /// The system's fonts; without one there is nothing to print with, and that is told.
    pub(crate) fn fonts() -> Option<Fonts> {
        let fonts = Fonts::of_system();
        fonts.inspect_err(|error| println!("skipped: {error}")).ok()
    }

    /// A PDF of the document says what the model says, in order.
    pub(crate) fn says(document: &Document) {
        let Some(fonts) = fonts() else { return };
        if let Some(text) = text_of(&document.pdf(&fonts).unwrap()) {
            found_in(&text, &document.typeset());
        }
    }

    /// The text of a PDF, blanks and page numbers left out.
    pub(crate) fn text_of(pdf: &[u8]) -> Option<String> {
        let text = tool::printed(("pdftotext", 60), &["-raw", "-", "-"], pdf)?;
        let text = String::from_utf8(text).unwrap();
        let pages = text.split('\u{c}').zip(1..).map(|(page, number)| {
            let page: String = page.chars().filter(|c| !c.is_whitespace()).collect();
            let number = format!("—{number}—");
            page.strip_suffix(&number).map(str::to_owned).unwrap_or(page)
        });
        Some(pages.collect())
    }

    fn found_in(text: &str, document: &Document) {
        let mut rest = text;
        for wanted in wanted(document) {
            let wanted: String = wanted.chars().filter(|c| !c.is_whitespace()).collect();
            let at = rest.find(&wanted).unwrap_or_else(|| panic!("{wanted} is not in {rest}"));
            rest = &rest[at + wanted.len()..];
        }
    }

    fn wanted(document: &Document) -> Vec<String> {
        let mut wanted = vec![document.number.clone()];
        wanted.extend(document.look.title.then(|| document.title.clone()));
        for Section { heading, blocks } in document.sections.iter().chain([&document.annex]) {
            wanted.extend((!blocks.is_empty()).then(|| heading.clone()));
            wanted.extend(blocks.iter().flat_map(of_block));
        }
        wanted.extend(document.foot.iter().chain(&document.readers).map(ToString::to_string));
        wanted
    }

    fn of_block(block: &Block) -> Vec<String> {
        match block {
            Block::Paragraph(sentence) => vec![sentence.to_string()],
            Block::Lines(lines) => lines.iter().map(Sentence::to_string).collect(),
            Block::Table(table) => table.all_lines().map(|line| cells(line).concat()).collect(),
            Block::Grid(_, rows) => rows.iter().map(|row| said(row).concat()).collect(),
            Block::Ruled(table) => table.rows.iter().map(|row| said(row).concat()).collect(),
            Block::Chart(chart) => bars(chart),
        }
    }

    /// The title, and each bar's label as far as it is shown, and its figure.
    fn bars(chart: &Chart) -> Vec<String> {
        let bar = |(name, figure): &(String, Figure)| match name.chars().count() > 14 {
            true => figure.printed(),
            false => format!("{name}{figure}"),
        };
        std::iter::once(chart.title.clone()).chain(chart.bars.iter().map(bar)).collect()
    }
}
