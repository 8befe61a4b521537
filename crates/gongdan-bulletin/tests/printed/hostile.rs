//! Texts that try to be more than text stay text.

use calamine::{Data, Reader, Xlsx};
use gongdan_bulletin::{Block, Chart, Document, Section, Sentence};

use crate::lived::{BUILDING, Lived, september};
use crate::read;
use crate::read::markdown::{table, unescaped};
use crate::read::tool;

#[test]
fn tickets_texts_are_shown_and_do_nothing() {
    let bulletin = Lived::month("hostile").bulletin(&september("2020-09-30"));
    let markdown = bulletin.document().expect("laid out").markdown();
    assert!(!markdown.contains('<') && !markdown.contains('`'.to_string().repeat(2).as_str()));
    assert!(markdown.contains(r"1、路灯\|&lt;script&gt;alert(1)&lt;/script&gt;。"));
    assert!(markdown.contains(r"市民来电\`反映\` \# 路灯 \| a \| b \| 不亮"));
    assert!(markdown.contains(r"办理情况:\[已修\](javascript:alert(1)) --- &amp;lt;完&amp;gt;"));
    let read = unescaped(&markdown);
    assert!(read.contains("1、路灯|<script>alert(1)</script>。"));
    assert!(read.contains("[已修](javascript:alert(1)) --- "));
}

#[test]
fn names_and_the_editors_words_break_no_block() {
    let bulletin = Lived::month("names").bulletin(&september("2020-09-30"));
    let markdown = bulletin.document().expect("laid out").markdown();
    assert!(
        table(&markdown, "问题分类统计").iter().any(|row| row[0] == BUILDING && row.len() == 5)
    );
    assert!(markdown.contains("\n\n\\- 请各单位\\|重视\n"));
    assert!(
        markdown.contains(
            "报:县“四大家”主要负责人、&lt;i&gt;县人大&lt;/i&gt;\\\n发:热线各成员单位\\\n"
        )
    );
    let headings = markdown.lines().filter(|line| line.starts_with('#')).count();
    assert_eq!(headings, 8);
    assert!(markdown.lines().filter(|line| line.starts_with("---")).all(|line| line == "---"));
}

#[test]
fn a_confidential_ticket_shows_only_what_an_editor_wrote() {
    let bulletin = Lived::month("confidential").bulletin(&september("2020-09-30"));
    let case = bulletin.typical.iter().find(|case| case.number == "20200901-0009").unwrap();
    assert_eq!((&case.title, &case.appeal, &case.handling), (&None, &None, &None));
    let (markdown, json) =
        (bulletin.document().expect("laid out").markdown(), bulletin.json().unwrap());
    assert!(markdown.contains("2、工单20200901-0009。"));
    assert!(!markdown.contains("张三") && !json.contains("张三") && !json.contains("举报偷电"));
}

#[test]
fn an_html_page_has_no_element_that_a_text_asked_for() {
    let bulletin = Lived::month("hostile-html").bulletin(&september("2020-09-30"));
    let said = read::html(&bulletin.document().expect("laid out").html());
    let ours = "html head meta title style body header p span hr h1 br nav ul li a section h2 data \
                table thead tbody tr th td figure svg g rect path text footer div";
    let ours: Vec<&str> = ours.split_whitespace().collect();
    assert!(said.elements.iter().all(|name| ours.contains(&name.as_str())));
    let case = "1、路灯|<script>alert(1)</script>。市民来电`反映` # 路灯 | a | b | 不亮";
    assert!(said.paragraphs.iter().any(|paragraph| paragraph == case));
    assert!(
        said.paragraphs
            .contains(&"办理情况\u{ff1a}[已修](javascript:alert(1)) --- &lt\u{ff1b}完&gt;".into())
    );
    assert!(said.tables[0].iter().any(|row| row[0] == BUILDING));
}

#[test]
fn a_word_document_has_no_element_that_a_text_asked_for() {
    let bulletin = Lived::month("hostile-docx").bulletin(&september("2020-09-30"));
    let body =
        read::part(&bulletin.document().expect("laid out").docx().unwrap(), "word/document.xml");
    let said = read::word(&body);
    assert!(said.elements.iter().all(|name| name.starts_with("w:")));
    let case = "1、路灯|<script>alert(1)</script>。市民来电`反映` # 路灯 | a | b | 不亮";
    assert!(said.paragraphs.iter().any(|paragraph| paragraph == case));
    assert!(said.tables[0].iter().any(|row| row[0] == BUILDING));
}

/// Whatever a text may begin with so that a spreadsheet takes it for more: every character from
/// U+0000 to U+002F and the wide signs, alone and behind blanks, quotes and marks nobody sees.
fn beginnings() -> Vec<String> {
    let narrow = (0..=0x2f_u8).map(char::from);
    let firsts: Vec<char> =
        narrow.chain(['\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '@']).collect();
    let before = ["", " ", "\t", "\r\n", "'", "\"", "\u{3000}", "\u{a0}", "\u{feff}", "\u{200e}"];
    let begin = |first: &char| before.map(|before| format!("{before}{first}"));
    firsts.iter().flat_map(begin).collect()
}

/// A text as a cell shows it: one line, nothing unseen, no blank at its ends.
fn shown(text: &str) -> String {
    let unseen = |c: char| c.is_whitespace() || c.is_control() || "\u{feff}\u{200e}".contains(c);
    text.split(unseen).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A document whose every text begins like more than a text; the texts of its last table.
fn like_formulas() -> (Document, Vec<String>) {
    let lived = Lived::empty("like-formulas");
    let mut document = lived.bulletin(&september("2020-09-30")).document().expect("laid out");
    let texts: Vec<String> = beginnings().iter().map(|begin| format!("{begin}1+1")).collect();
    let rows: Vec<Vec<Sentence>> = texts.iter().map(|text| vec![Sentence::of(text)]).collect();
    let Block::Table(mut table) = document.sections[1].blocks[0].clone() else {
        return (document, texts);
    };
    let bars: Vec<_> =
        texts.iter().map(|text| (text.clone(), table.total.figures[0].clone())).collect();
    table.head = "=1+1".into();
    table.columns.iter_mut().for_each(|column| column.head = "=1+1".into());
    table.lines = vec![table.total.clone()];
    table.lines[0].name = "=cmd|' /C calc'!A0".into();
    let chart = Chart { name: "c".into(), title: "=1+1".into(), bars };
    let blocks = texts.iter().map(|text| Block::Paragraph(Sentence::of(text)));
    let blocks = blocks.chain([
        Block::Table(table),
        Block::Chart(chart),
        Block::Grid(vec!["=1".into()], rows),
    ]);
    let heading = "=HYPERLINK(1)".to_owned();
    document.sections = vec![Section { heading, blocks: blocks.collect() }];
    document.annex.blocks.clear();
    (document, texts)
}

#[test]
fn no_text_of_a_workbook_is_a_formula_whatever_it_begins_with() {
    let (document, texts) = like_formulas();
    let bytes = document.xlsx().unwrap();
    for name in read::parts(&bytes).iter().filter(|name| name.ends_with(".xml")) {
        let part = read::part(&bytes, name);
        let formulas: Vec<&str> = part.split("<f>").skip(1).collect();
        assert!(formulas.iter().all(|formula| formula.starts_with("SUM(")), "{name}");
        assert!(part.split("<c:f>").skip(1).all(|range| range.starts_with("图表!")), "{name}");
    }
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let sheet = book.worksheet_range(&names[names.len() - 2]).unwrap();
    assert_eq!(sheet.height(), texts.len() + 1);
    for (row, text) in sheet.rows().skip(1).zip(&texts) {
        assert_eq!(row[0], Data::String(shown(text)), "{text:?}");
    }
    read::agree::workbook_holds(&lines_alone(document));
}

/// The document without its texts, whose blanks the comparison does not know.
fn lines_alone(mut document: Document) -> Document {
    document.sections[0].blocks.retain(|block| matches!(block, Block::Table(_)));
    document
}

#[test]
fn libreoffice_finds_no_formula_in_a_workbook_but_its_sums() {
    let (document, texts) = like_formulas();
    let folder = std::env::temp_dir().join(format!("gongdan-calc-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("b.xlsx"), document.xlsx().unwrap()).unwrap();
    let (at, file) = (folder.display().to_string(), folder.join("b.xlsx").display().to_string());
    let profile = format!("-env:UserInstallation=file://{at}/profile");
    let convert = [&profile, "--headless", "--convert-to", "fods", "--outdir", &at, &file];
    let there = tool::printed(("soffice", 240), &convert, b"").is_some();
    let flat = std::fs::read_to_string(folder.join("b.fods"));
    std::fs::remove_dir_all(&folder).ok();
    let Some(flat) = flat.ok().filter(|_| there) else { return };
    let formulas: Vec<&str> = flat.split("table:formula=\"").skip(1).collect();
    assert!(!formulas.is_empty() && formulas.iter().all(|formula| formula.starts_with("of:=SUM(")));
    let cells = read::texts_of(&flat, "text:p");
    for text in &texts {
        assert!(cells.contains(&shown(text)), "{text:?}");
    }
}
