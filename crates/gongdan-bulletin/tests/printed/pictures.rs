//! Charts as pictures and the bulletin as PDF: read back by others' readers where they are present.

use std::path::PathBuf;
use std::sync::LazyLock;

use gongdan::{Language, Moment, Period};
use gongdan_bulletin::{
    Block, Bulletin, BulletinQuestion, Edition, Figure, FontError, Fonts, Line,
};

use crate::lived::{Lived, september};
use crate::read::agree::pdf::{fonts, text_of};
use crate::read::{self, agree, tool};

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("gongdan-pictures-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
});

fn issue() -> Edition {
    let as_of = Moment::parse_as_of("2020-10-09").unwrap();
    BulletinQuestion::new(Period::month(2020, 9).unwrap(), as_of)
        .to("县委、县政府负责同志")
        .copies("热线各成员单位")
        .issue()
        .unwrap()
}

static ISSUE: LazyLock<Bulletin> = LazyLock::new(|| {
    let file = FOLDER.join("golden.db");
    let hotline = gongdan_sample::golden_file(file, &mut |_, _| ()).unwrap();
    Bulletin::collect(&hotline, &issue()).unwrap()
});

#[test]
fn every_sentence_figure_and_bar_of_the_pdf_is_the_models() {
    let Some(fonts) = fonts() else { return };
    let document = ISSUE.document().expect("laid out");
    let pdf = document.pdf(&fonts).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    assert!(pdf == document.pdf(&fonts).unwrap(), "the same bytes again");
    agree::pdf::says(&document);
    if let Some(text) = text_of(&pdf) {
        assert!(text.contains("超期工单超期已办结超期未办理"), "two rows of headings");
    }
}

#[test]
fn a_pdf_is_printed_with_the_fonts_that_its_look_names_and_tells_which_are_not_there() {
    let Some(fonts) = fonts() else { return };
    let mut document = ISSUE.document().expect("laid out");
    let usual = document.pdf(&fonts).unwrap();
    assert_eq!(fonts.substitutes(&document.look), []);
    document.look.text.font = Some("没有这种字体".to_owned());
    document.look.headings.font = Some("没有这种字体".to_owned());
    let substitutes = fonts.substitutes(&document.look);
    assert!(substitutes.iter().all(|each| fonts.families().contains(&each.taken.as_str())));
    let said = substitutes[0].message(Language::Chinese);
    assert!(said.starts_with("没有可用的字体“没有这种字体”"), "{said}");
    assert!(usual == document.pdf(&fonts).unwrap(), "what is not there changes nothing");
    agree::pdf::says(&document);
    let text = named_first(&fonts, &substitutes[0].taken);
    let Some(other) = text else { return };
    document.look.text.font = Some(other);
    document.look.headings.font = None;
    assert_eq!(fonts.substitutes(&document.look), []);
    assert!(usual != document.pdf(&fonts).unwrap(), "the text is printed with another font");
    agree::pdf::says(&document);
}

/// A family that is not the one text is usually printed with.
fn named_first(fonts: &Fonts, usual: &str) -> Option<String> {
    let other = fonts.families().into_iter().find(|family| *family != usual);
    if other.is_none() {
        println!("skipped: there is one Chinese font only");
    }
    other.map(str::to_owned)
}

#[test]
fn hostile_texts_are_printed_as_they_are() {
    let Some(fonts) = fonts() else { return };
    let bulletin = Lived::month("hostile-pdf").bulletin(&september("2020-09-30"));
    let document = bulletin.document().expect("laid out");
    if let Some(text) = text_of(&document.pdf(&fonts).unwrap()) {
        assert!(text.contains("路灯|<script>alert(1)</script>"), "{text}");
        assert!(text.contains("[已修](javascript:alert(1))---"));
    }
}

#[test]
fn a_word_document_with_its_charts_becomes_a_pdf_in_libreoffice() {
    let Some(fonts) = fonts() else { return };
    let package = ISSUE.document().expect("laid out").docx_with(&fonts).unwrap();
    let parts = read::parts(&package);
    assert_eq!(parts.iter().filter(|name| name.starts_with("word/media/")).count(), 2);
    let path = FOLDER.join("issue.docx");
    std::fs::write(&path, &package).unwrap();
    let folder = FOLDER.display().to_string();
    let profile = format!("-env:UserInstallation=file://{folder}/profile");
    let convert = [&profile, "--headless", "--convert-to", "pdf", "--outdir", &folder];
    let convert = [&convert[..], &[path.to_str().unwrap()]].concat();
    if tool::printed(("soffice", 240), &convert, b"").is_none() {
        return;
    }
    let pdf = std::fs::read(FOLDER.join("issue.pdf")).unwrap();
    let Some(text) = text_of(&pdf) else { return };
    let document = ISSUE.document().expect("laid out");
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    for line in blocks.filter_map(table).flatten() {
        let figures = line.figures.iter().map(Figure::printed);
        let row: String = std::iter::once(line.name.clone()).chain(figures).collect();
        assert!(text.contains(&row), "{line:?}");
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
    let document = ISSUE.document().expect("laid out");
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
