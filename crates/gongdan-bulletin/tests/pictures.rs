//! Charts as pictures and the bulletin as PDF: read back by others' readers where they are present.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests; a panic is a failed test")]
#![cfg(all(feature = "png", feature = "pdf", feature = "docx"))]

mod lived;
mod read;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use gongdan::{Language, Moment, Period};
use gongdan_bulletin::{
    Block, Bulletin, Chart, Document, Figure, FontError, Fonts, Format, Issue, Line,
};
use lived::{Lived, september};

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("gongdan-pictures-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
});

fn issue() -> Issue {
    Issue::new(Period::month(2020, 9).unwrap(), Moment::parse_as_of("2020-10-09").unwrap(), 9)
        .report_to("县委、县政府负责同志")
        .send_to("热线各成员单位")
}

static ISSUE: LazyLock<Bulletin> = LazyLock::new(|| {
    let file = FOLDER.join("golden.db");
    let hotline = gongdan_sample::golden_file(file, &mut |_, _| ()).unwrap();
    Bulletin::collect(&hotline, &issue()).unwrap()
});

/// The system's fonts; without one there is nothing to draw with, and that is said.
fn fonts() -> Option<Fonts> {
    let fonts = Fonts::of_system();
    fonts.inspect_err(|error| println!("skipped: {error}")).ok()
}

/// What a program prints, or nothing where it is not installed, which is said.
fn printed(program: &str, arguments: &[&str], input: &[u8]) -> Option<String> {
    let command = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = command else {
        println!("skipped: {program} is not installed");
        return None;
    };
    let mut to = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writing = std::thread::spawn(move || to.write_all(&input).ok());
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap();
    if !output.status.success() {
        println!("skipped: {program} ends with {}", output.status);
        return None;
    }
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The text of a PDF in the order in which it was set, blanks and page numbers left out.
fn text_of(pdf: &[u8]) -> Option<String> {
    let text = printed("pdftotext", &["-raw", "-", "-"], pdf)?;
    let pages = text.split('\u{c}').zip(1..).map(|(page, number)| {
        let page: String = page.chars().filter(|c| !c.is_whitespace()).collect();
        let number = format!("—{number}—");
        page.strip_suffix(&number).map(str::to_owned).unwrap_or(page)
    });
    Some(pages.collect())
}

/// What has to be found in a PDF, in order.
fn said(document: &Document) -> Vec<String> {
    let mut said = vec![document.number.clone()];
    said.extend(document.look.title.then(|| document.title.clone()));
    for section in document.sections.iter().chain([&document.annex]) {
        if !section.blocks.is_empty() {
            said.push(section.heading.clone());
        }
        for block in &section.blocks {
            match block {
                Block::Paragraph(sentence) => said.push(sentence.to_string()),
                Block::Lines(lines) => said.extend(lines.iter().map(ToString::to_string)),
                Block::Table(table) => said.extend(table.all_lines().map(row)),
                Block::Grid(_, rows) => {
                    said.extend(
                        rows.iter().map(|row| row.iter().map(ToString::to_string).collect()),
                    );
                }
                Block::Chart(chart) => said.extend(bars(chart)),
            }
        }
    }
    said.extend(document.foot.iter().chain(&document.readers).map(ToString::to_string));
    said
}

fn row(line: &Line) -> String {
    let figures = line.figures.iter().map(Figure::printed);
    std::iter::once(line.name.clone()).chain(figures).collect()
}

/// A bar's label, as far as it is shown, and its figure.
fn bars(chart: &Chart) -> Vec<String> {
    let bar = |(name, figure): &(String, Figure)| match name.chars().count() > 14 {
        true => figure.printed(),
        false => format!("{name}{figure}"),
    };
    std::iter::once(chart.title.clone()).chain(chart.bars.iter().map(bar)).collect()
}

fn all_found(text: &str, document: &Document) {
    let mut rest = text;
    for wanted in said(document) {
        let wanted: String = wanted.chars().filter(|c| !c.is_whitespace()).collect();
        let at = rest.find(&wanted).unwrap_or_else(|| panic!("{wanted} is not in {rest}"));
        rest = &rest[at + wanted.len()..];
    }
}

#[test]
fn every_sentence_figure_and_bar_of_the_pdf_is_the_models() {
    let Some(fonts) = fonts() else { return };
    let document = ISSUE.document();
    let pdf = document.pdf(&fonts).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    assert!(pdf == document.pdf(&fonts).unwrap(), "the same bytes again");
    if let Some(text) = text_of(&pdf) {
        all_found(&text, &document);
        assert!(text.contains("超期工单超期已办结超期未办理"), "two rows of headings");
    }
}

#[test]
fn every_shipped_format_and_the_made_up_citys_has_the_same_figures_in_its_pdf() {
    let Some(fonts) = fonts() else { return };
    let hotline = gongdan::Hotline::open({
        LazyLock::force(&ISSUE);
        FOLDER.join("golden.db")
    });
    let hotline = hotline.unwrap();
    let city = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/yunxi");
    let formats = Format::names().into_iter().map(|name| Format::shipped(name).unwrap());
    for format in formats.chain([Format::read(&city).unwrap()]) {
        let bulletin = Bulletin::collect(&hotline, &format.of_issue(issue())).unwrap();
        let document = bulletin.document_in(&format).unwrap();
        if let Some(text) = text_of(&document.pdf(&fonts).unwrap()) {
            all_found(&text, &document);
        }
    }
}

#[test]
fn hostile_texts_are_printed_as_they_are() {
    let Some(fonts) = fonts() else { return };
    let bulletin = Lived::month("hostile-pdf").bulletin(&september("2020-09-30"));
    let document = bulletin.document();
    if let Some(text) = text_of(&document.pdf(&fonts).unwrap()) {
        assert!(text.contains("路灯|<script>alert(1)</script>"), "{text}");
        assert!(text.contains("[已修](javascript:alert(1))---"));
    }
}

#[test]
fn a_word_document_with_its_charts_becomes_a_pdf_in_libreoffice() {
    let Some(fonts) = fonts() else { return };
    let package = ISSUE.document().docx_with(&fonts).unwrap();
    let parts = read::parts(&package);
    assert_eq!(parts.iter().filter(|name| name.starts_with("word/media/")).count(), 2);
    let path = FOLDER.join("issue.docx");
    std::fs::write(&path, &package).unwrap();
    let folder = FOLDER.display().to_string();
    let profile = format!("-env:UserInstallation=file://{folder}/profile");
    let convert = ["240", "soffice", &profile, "--headless", "--convert-to", "pdf", "--outdir"];
    let convert = [&convert[..], &[folder.as_str(), path.to_str().unwrap()]].concat();
    let there = printed("soffice", &["--version"], b"").is_some();
    if !there || printed("timeout", &convert, b"").is_none() {
        return;
    }
    let pdf = std::fs::read(FOLDER.join("issue.pdf")).unwrap();
    let Some(text) = text_of(&pdf) else { return };
    let document = ISSUE.document();
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    for line in blocks.filter_map(table).flatten() {
        assert!(text.contains(&row(&line)), "{line:?}");
    }
}

fn table(block: &Block) -> Option<Vec<Line>> {
    match block {
        Block::Table(table) => Some(table.all_lines().cloned().collect()),
        _ => None,
    }
}

/// The picture's width, its height, and for each pixel whether it is dark.
fn pixels(png: &[u8]) -> (usize, usize, Vec<bool>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut bytes).unwrap();
    let dark = bytes[..frame.buffer_size()].chunks(4).map(|pixel| pixel[0] < 64).collect();
    (frame.width as usize, frame.height as usize, dark)
}

#[test]
fn a_chart_is_drawn_with_its_labels() {
    let Some(fonts) = fonts() else { return };
    let document = ISSUE.document();
    let chart = document.chart("units_late").unwrap();
    let png = chart.png(&fonts).unwrap();
    assert!(png == chart.png(&fonts).unwrap(), "the same bytes again");
    let (width, height, dark) = pixels(&png);
    assert_eq!(width, 1440);
    // Every bar's row has letters left of the axis: more ink than any dash or box of a missing one.
    let rows = 80 + 48 * chart.bars.len();
    assert!(height >= rows);
    let letters = chart.bars.iter().map(|(name, _)| name.chars().count());
    let left = 2 * (letters.max().unwrap() * 14 + 16) - 4;
    for (bar, (name, _)) in chart.bars.iter().enumerate() {
        let lines = 80 + 48 * bar..80 + 48 * bar + 36;
        let label = lines.flat_map(|y| dark[y * width..y * width + left].iter());
        let ink = label.filter(|dark| **dark).count();
        let letters = name.chars().count();
        assert!(ink > 60 * letters, "{name} has {ink} dark pixels for its label");
    }
    let mut other = chart.clone();
    other.bars[0].0 = "衡东县供水公司".to_owned();
    assert!(png != other.png(&fonts).unwrap(), "another label is another picture");
}

#[test]
fn without_a_chinese_font_the_error_says_what_to_install() {
    let empty = FOLDER.join("no fonts");
    std::fs::create_dir_all(&empty).unwrap();
    let error: FontError = Fonts::of_folder(&empty).unwrap_err();
    assert!(error.message(Language::Chinese).contains("apt install fonts-noto-cjk"));
    assert!(error.to_string().contains("apt install fonts-noto-cjk"));
}
