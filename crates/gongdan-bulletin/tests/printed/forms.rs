//! Every written form is opened again by somebody else's reader, and every figure found there is
//! the model's.

use std::io::Cursor;
use std::sync::LazyLock;

use calamine::{Reader, Xlsx};
use gongdan::{Moment, Period};
use gongdan_bulletin::{Bulletin, BulletinQuestion};

use crate::read::{self, agree};

static ISSUE: LazyLock<Bulletin> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("gongdan-forms-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let hotline = gongdan_sample::golden_file(folder.join("golden.db"), &mut |_, _| ()).unwrap();
    let september = Period::month(2020, 9).unwrap();
    let asked = BulletinQuestion::new(september, Moment::parse_as_of("2020-10-09").unwrap())
        .to("县委、县政府负责同志")
        .copies("热线各成员单位");
    let bulletin = Bulletin::collect(&hotline, &asked.issue().unwrap()).unwrap();
    drop(hotline);
    std::fs::remove_dir_all(&folder).ok();
    bulletin
});

#[test]
fn every_figure_of_the_golden_month_is_the_models_in_every_form() {
    agree::in_every_form(&ISSUE.document().expect("laid out"));
}

#[test]
fn the_html_page_has_exact_values_and_a_heading_over_two_columns() {
    let page = ISSUE.document().expect("laid out").html();
    let said = read::html(&page);
    assert!(said.paragraphs.contains(&"报\u{ff1a}县委、县政府负责同志".to_owned()));
    assert!(page.contains("<data class=\"closure_rate\" value=\"3285/3338\">98.41%</data>"));
    assert!(page.contains("<th colspan=\"2\">超期工单</th>"));
    assert_eq!(said.elements.iter().filter(|name| *name == "svg").count(), 2);
}

#[test]
fn the_html_page_loads_nothing() {
    let said = read::html(&ISSUE.document().expect("laid out").html());
    let loads = ["script", "link", "img", "iframe", "object", "embed", "base", "form"];
    assert!(said.elements.iter().all(|name| !loads.contains(&name.as_str())));
    assert!(said.attributes.iter().all(|name| name != "src" && !name.starts_with("on")));
    assert!(
        !ISSUE.document().expect("laid out").html().contains("url(")
            && !ISSUE.document().expect("laid out").html().contains("@import")
    );
}

#[test]
fn the_word_document_has_head_tail_and_two_rows_of_headings() {
    let said = read::word(&read::part(
        &ISSUE.document().expect("laid out").docx().unwrap(),
        "word/document.xml",
    ));
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
    let package = ISSUE.document().expect("laid out").docx().unwrap();
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
    assert_eq!(
        package,
        ISSUE.document().expect("laid out").docx().unwrap(),
        "the same bytes again"
    );
}

#[test]
fn the_workbook_has_a_sheet_for_each_table_and_sums_that_are_formulas() {
    let bytes = ISSUE.document().expect("laid out").xlsx().unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    let names = book.sheet_names();
    assert_eq!(names[..3], ["正文", "9月份群众诉求问题分类统计", "9月份成员单位工单办理情况"]);
    assert_eq!(names.last().map(String::as_str), Some("图表"));
    let formulas = book.worksheet_formula("9月份群众诉求问题分类统计").unwrap();
    let sums: Vec<&String> = formulas.rows().flatten().filter(|cell| !cell.is_empty()).collect();
    assert_eq!(sums, ["SUM(B2:B18)", "SUM(C2:C18)", "SUM(D2:D18)"]);
    let chart = read::part(&bytes, "xl/charts/chart1.xml");
    assert!(chart.contains("<c:f>图表!$B$2:$B$18</c:f>"), "{chart}");
    let (_, axes) = chart.split_once("<c:catAx>").unwrap();
    let (names, numbers) = axes.split_once("<c:valAx>").unwrap();
    assert!(names.contains("\"maxMin\"") && numbers.contains("\"minMax\""), "the longest on top");
}
