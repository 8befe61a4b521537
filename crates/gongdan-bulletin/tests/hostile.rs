//! Texts that try to be more than text stay text.

mod lived;
#[path = "lived/markdown.rs"]
mod read_back;

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
