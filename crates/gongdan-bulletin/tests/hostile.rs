//! Texts that try to be more than text stay text.

mod lived;
mod read;
#[path = "lived/markdown.rs"]
mod read_back;

use calamine::{Data, Reader, Xlsx};
use lived::{BUILDING, Lived, september};
use read_back::{table, unescaped};

#[test]
fn tickets_texts_are_shown_and_do_nothing() {
    let bulletin = Lived::month("hostile").bulletin(&september("2020-09-30"));
    let markdown = bulletin.markdown();
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
    let markdown = bulletin.markdown();
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
    let (markdown, json) = (bulletin.markdown(), bulletin.json().unwrap());
    assert!(markdown.contains("2、工单20200901-0009。"));
    assert!(!markdown.contains("张三") && !json.contains("张三") && !json.contains("举报偷电"));
}

#[test]
fn an_html_page_has_no_element_that_a_text_asked_for() {
    let bulletin = Lived::month("hostile-html").bulletin(&september("2020-09-30"));
    let said = read::html(&bulletin.html());
    let ours = "html head meta title style body header p span hr h1 nav ul li a section h2 data \
                table thead tbody tr th td figure svg g rect path text footer div";
    let ours: Vec<&str> = ours.split_whitespace().collect();
    assert!(said.elements.iter().all(|name| ours.contains(&name.as_str())));
    let case = "1、路灯|<script>alert(1)</script>。市民来电`反映` # 路灯 | a | b | 不亮";
    assert!(said.paragraphs.iter().any(|paragraph| paragraph == case));
    assert!(
        said.paragraphs.contains(&"办理情况:[已修](javascript:alert(1)) --- &lt;完&gt;".into())
    );
    assert!(said.tables[0].iter().any(|row| row[0] == BUILDING));
}

#[test]
fn a_word_document_has_no_element_that_a_text_asked_for() {
    let bulletin = Lived::month("hostile-docx").bulletin(&september("2020-09-30"));
    let body = read::part(&bulletin.docx().unwrap(), "word/document.xml");
    let said = read::word(&body);
    assert!(said.elements.iter().all(|name| name.starts_with("w:")));
    let case = "1、路灯|<script>alert(1)</script>。市民来电`反映` # 路灯 | a | b | 不亮";
    assert!(said.paragraphs.iter().any(|paragraph| paragraph == case));
    assert!(said.tables[0].iter().any(|row| row[0] == BUILDING));
}

#[test]
fn no_text_of_a_workbook_is_a_formula_or_a_number() {
    let mut lived = Lived::empty("hostile-xlsx");
    for name in ["=HYPERLINK(\"http://x\",\"y\")", "+1", "-2", "@SUM(A1)", "13800000000"] {
        lived.category("2020-08-02 09:00", name);
        lived.take_in("2020-09-02 09:00", gongdan::Intake::new("来电", "问").category(name));
    }
    let bytes = lived.bulletin(&september("2020-09-30")).xlsx().unwrap();
    let sheet = read::part(&bytes, "xl/worksheets/sheet2.xml");
    let formulas: Vec<&str> = sheet.split("<f>").skip(1).collect();
    assert!(formulas.iter().all(|formula| formula.starts_with("SUM(")) && formulas.len() == 3);
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range("9月份群众诉求问题分类统计").unwrap();
    let names: Vec<String> = sheet.rows().skip(1).map(|row| row[0].to_string()).collect();
    assert!(names.contains(&"=HYPERLINK(\"http://x\",\"y\")".to_owned()), "{names:?}");
    assert!(sheet.rows().skip(1).all(|row| matches!(row[0], Data::String(_))));
}
