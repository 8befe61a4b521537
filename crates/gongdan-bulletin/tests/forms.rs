//! Every written form is opened again by somebody else's reader, and every figure found there is
//! the model's.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests; a panic is a failed test")]

mod read;

use std::io::Cursor;
use std::sync::LazyLock;

use calamine::{Data, Reader, Xlsx};
use gongdan::{Moment, Period};
use gongdan_bulletin::{Amount, Block, Bulletin, Document, Figure, Issue, Table};

static ISSUE: LazyLock<Bulletin> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("gongdan-forms-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let hotline = gongdan_sample::golden_file(folder.join("golden.db"), &mut |_, _| ()).unwrap();
    let september = Period::month(2020, 9).unwrap();
    let issue = Issue::new(september, Moment::parse_as_of("2020-10-09").unwrap(), 9)
        .report_to("县委、县政府负责同志")
        .send_to("热线各成员单位");
    let bulletin = Bulletin::collect(&hotline, &issue).unwrap();
    drop(hotline);
    std::fs::remove_dir_all(&folder).ok();
    bulletin
});

fn blocks(document: &Document) -> impl Iterator<Item = &Block> {
    document.sections.iter().chain([&document.annex]).flat_map(|section| &section.blocks)
}

/// The printed rows of every table of the model, headings left out.
fn printed(document: &Document) -> read::Tables {
    let line = |line: &gongdan_bulletin::Line| {
        let figures = line.figures.iter().map(Figure::printed);
        std::iter::once(line.name.clone()).chain(figures).collect()
    };
    let tables = blocks(document).filter_map(|block| match block {
        Block::Table(table) => Some(table.all_lines().map(line).collect()),
        Block::Grid(_, rows) => {
            let row = |row: &Vec<gongdan_bulletin::Sentence>| {
                row.iter().map(ToString::to_string).collect()
            };
            Some(rows.iter().map(row).collect())
        }
        _ => None,
    });
    tables.collect()
}

/// The rows of a table below its headings: as many as the model has.
fn below(tables: &read::Tables, model: &read::Tables) -> read::Tables {
    assert_eq!(tables.len(), model.len());
    let rows = tables.iter().zip(model).map(|(read, model)| {
        assert!(read.len() > model.len(), "a heading stands over every table");
        read[read.len() - model.len()..].to_vec()
    });
    rows.collect()
}

fn paragraphs(document: &Document) -> Vec<String> {
    let said = blocks(document).filter_map(|block| match block {
        Block::Paragraph(sentence) => Some(sentence.to_string()),
        _ => None,
    });
    said.chain(document.readers.iter().chain(&document.foot).map(ToString::to_string)).collect()
}

#[test]
fn every_figure_of_the_html_page_is_the_models() {
    let (document, page) = (ISSUE.document(), ISSUE.html());
    let said = read::html(&page);
    let model = printed(&document);
    assert_eq!(below(&said.tables, &model), model);
    for paragraph in paragraphs(&document) {
        assert!(said.paragraphs.contains(&paragraph), "{paragraph}");
    }
    assert!(said.paragraphs.contains(&"报:县委、县政府负责同志".to_owned()));
    assert!(page.contains("<data class=\"closure_rate\" value=\"3285/3338\">98.41%</data>"));
    assert!(page.contains("<th colspan=\"2\">超期工单</th>"));
    assert_eq!(said.elements.iter().filter(|name| *name == "svg").count(), 2);
}

#[test]
fn the_html_page_loads_nothing() {
    let said = read::html(&ISSUE.html());
    let loads = ["script", "link", "img", "iframe", "object", "embed", "base", "form"];
    assert!(said.elements.iter().all(|name| !loads.contains(&name.as_str())));
    assert!(said.attributes.iter().all(|name| name != "src" && !name.starts_with("on")));
    assert!(!ISSUE.html().contains("url(") && !ISSUE.html().contains("@import"));
}

#[test]
fn every_figure_of_the_word_document_is_the_models() {
    let (document, package) = (ISSUE.document(), ISSUE.docx().unwrap());
    let said = read::word(&read::part(&package, "word/document.xml"));
    let model = printed(&document);
    assert_eq!(below(&said.tables, &model), model);
    for paragraph in paragraphs(&document) {
        assert!(said.paragraphs.contains(&paragraph), "{paragraph}");
    }
    for line in ["衡东县行政审批服务局2020年10月9日", "衡东县行政审批服务局2020年10月9日 印发"]
    {
        assert!(said.paragraphs.contains(&line.to_owned()), "{line}");
    }
    let heads: Vec<&[String]> = said.tables[1][..2].iter().map(Vec::as_slice).collect();
    let over = ["单位名称", "受理案件数", "待办理数", "未及时签收数", "超期工单"];
    assert_eq!(heads[0], over);
    assert_eq!(heads[1], ["", "", "", "", "超期已办结", "超期未办理"]);
}

#[test]
fn the_word_document_is_whole_and_on_the_page_of_the_standard() {
    let package = ISSUE.docx().unwrap();
    for name in read::parts(&package) {
        assert!(!read::word(&read::part(&package, &name)).elements.is_empty(), "{name}");
    }
    let body = read::part(&package, "word/document.xml");
    assert!(body.contains("w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\""));
    let heads = body.matches("<w:tblHeader/>").count();
    assert_eq!(heads, read::word(&body).tables.len() + 1, "one table has two rows of headings");
    let styles = read::part(&package, "word/styles.xml");
    let used = body.split("w:pStyle w:val=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    used.for_each(|style| assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}"));
    assert_eq!(package, ISSUE.docx().unwrap(), "the same bytes again");
}

#[test]
fn every_figure_of_the_workbook_is_the_models() {
    let (document, bytes) = (ISSUE.document(), ISSUE.xlsx().unwrap());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    let names = book.sheet_names();
    let tables: Vec<&Block> = blocks(&document)
        .filter(|block| matches!(block, Block::Table(_) | Block::Grid(..)))
        .collect();
    assert_eq!(names.len(), tables.len() + 2);
    assert_eq!(names.last().map(String::as_str), Some("图表"));
    assert_eq!(names[..3], ["正文", "9月份群众诉求问题分类统计", "9月份成员单位工单办理情况"]);
    for (name, block) in names[1..].iter().zip(tables) {
        let sheet = book.worksheet_range(name).unwrap();
        match block {
            Block::Table(table) => cells(&sheet, table),
            Block::Grid(_, rows) => {
                for (read, row) in sheet.rows().skip(1).zip(rows) {
                    for (cell, sentence) in read.iter().zip(row) {
                        match sentence.alone() {
                            Some(figure) => is(cell, figure),
                            None => assert_eq!(cell, &Data::String(sentence.to_string())),
                        }
                    }
                }
            }
            _ => {}
        }
    }
    assert_eq!(bytes, ISSUE.xlsx().unwrap(), "the same bytes again");
}

fn cells(sheet: &calamine::Range<Data>, table: &Table) {
    let lines: Vec<_> = table.all_lines().collect();
    let headings = sheet.height() - lines.len();
    for (read, line) in sheet.rows().skip(headings).zip(lines) {
        assert_eq!(read[0], Data::String(line.name.clone()));
        read[1..].iter().zip(&line.figures).for_each(|(cell, figure)| is(cell, figure));
    }
}

#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "a workbook holds floats")]
fn is(cell: &Data, figure: &Figure) {
    match (cell, figure.amount) {
        (Data::Float(read), Amount::Count(number)) => assert_eq!(*read, number as f64),
        (Data::Float(read), Amount::Rate(fraction, _)) => {
            assert_eq!(*read, fraction.numerator as f64 / fraction.denominator as f64);
        }
        (cell, _) => panic!("{cell:?} is not the number {figure}"),
    }
}

#[test]
fn the_workbooks_first_sheet_has_every_figure_of_the_sentences_as_a_number() {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(ISSUE.xlsx().unwrap())).unwrap();
    let sheet = book.worksheet_range("正文").unwrap();
    let document = ISSUE.document();
    let sentences = document.sections.iter().flat_map(|section| &section.blocks);
    let sentences = sentences.filter_map(|block| match block {
        Block::Paragraph(sentence) => Some(sentence),
        _ => None,
    });
    for sentence in sentences {
        let words = Data::String(sentence.to_string());
        let row = sheet.rows().find(|row| row[1] == words).unwrap();
        sentence.figures().zip(&row[2..]).for_each(|(figure, cell)| is(cell, figure));
    }
    let formulas = book.worksheet_formula("9月份群众诉求问题分类统计").unwrap();
    let sums: Vec<&String> = formulas.rows().flatten().filter(|cell| !cell.is_empty()).collect();
    assert_eq!(sums, ["SUM(B2:B18)", "SUM(C2:C18)", "SUM(D2:D18)"]);
}

#[test]
fn the_workbooks_last_sheet_has_every_bar_of_every_chart() {
    let bytes = ISSUE.xlsx().unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    let sheet = book.worksheet_range("图表").unwrap();
    let document = ISSUE.document();
    let mut rows = sheet.rows().filter(|row| row[0] != Data::Empty);
    for chart in document.charts() {
        assert_eq!(rows.next().unwrap()[0], Data::String(chart.title.clone()));
        for (name, figure) in &chart.bars {
            let row = rows.next().unwrap();
            assert_eq!(row[0], Data::String(name.clone()));
            is(&row[1], figure);
        }
    }
    assert_eq!(rows.next(), None);
    let drawn: Vec<String> =
        read::parts(&bytes).into_iter().filter(|name| name.contains("/charts/chart")).collect();
    assert_eq!(drawn.len(), document.charts().count());
    let chart = read::part(&bytes, "xl/charts/chart1.xml");
    assert!(chart.contains("<c:f>图表!$B$2:$B$18</c:f>"), "{chart}");
}
