//! Paper that goes with a ticket, read back: what the forms say, to whom, and what is refused.

use std::collections::BTreeMap;

use gongdan::{
    Caller, Command, FileKind, Intake, Language, Stamp, SupervisionKind, Viewer, parse_day,
};
use gongdan_bulletin::{Paper, PaperError, PaperFormat, PaperNeeds};

use crate::lived::{CITY, DESK, Lived, at};
use crate::read::{self, agree};

const UNIT: &str = "县城管执法局";

fn paper(
    lived: &Lived,
    format: &str,
    tickets: &[gongdan::TicketId],
    callers: &BTreeMap<gongdan::TicketId, Caller>,
) -> Result<Paper, PaperError> {
    let day = parse_day("date", "2020-09-03").unwrap();
    PaperFormat::find(format).unwrap().lay_out(&lived.hotline, tickets, callers, day)
}

/// The paragraphs and the cells of a Word document, one a line.
fn said(paper: &Paper) -> String {
    let said = read::word(&read::part(&paper.docx().unwrap(), "word/document.xml"));
    let cells = said.tables.iter().flatten().map(|row| row.join("|"));
    let all = said.paragraphs.into_iter().chain(cells).collect::<Vec<_>>().join("\n");
    // (Marks are set wide.)
    let narrow = [("：", ":"), ("，", ","), ("（", "("), ("）", ")")];
    narrow.iter().fold(all, |text, (wide, mark)| text.replace(wide, mark))
}

/// A ticket that a unit has, which was urged and about which something was demanded; and one that waits.
fn lived(name: &str) -> (Lived, [gongdan::TicketId; 2]) {
    let mut lived = Lived::empty(name);
    let caller = Caller {
        name: Some("陶女士".into()),
        phone: Some("13807340001".into()),
        address: Some("洣水路3号".into()),
    };
    let intake =
        Intake::new("来电", "路灯<b>不亮</b>,请拨13807340001").category(CITY).caller(caller);
    let first = lived.take_in("2020-09-01 09:00", intake);
    let second = lived.take_in("2020-09-01 10:00", Intake::new("来电", "井盖碎裂"));
    lived.centre(first, "2020-09-01 09:30", Command::transfer(UNIT));
    lived.unit(first, UNIT, "2020-09-01 10:00", Command::SignOff);
    lived.centre(first, "2020-09-02 09:00", Command::Urge { text: Some("来电人再次来电".into()) });
    let demand = Command::Supervise {
        unit: Some(UNIT.into()),
        demand: "说明为何未修".into(),
        supervision_kind: SupervisionKind::Government,
        instructed_by: None,
        answer_by: Some(at("2020-09-04 17:30")),
    };
    lived.centre(first, "2020-09-02 10:00", demand);
    for (file_kind, name) in [
        (FileKind::Photo, "陶女士家.jpg"),
        (FileKind::Recording, "8.wav"),
        (FileKind::Paper, "c.pdf"),
    ] {
        let (name, sha256) = (name.to_owned(), "0".repeat(64));
        let kept = Command::Attach { name, file_kind, size: 9, sha256, file_place: None };
        lived.centre(first, "2020-09-02 10:30", kept);
    }
    lived.centre(first, "2020-09-02 10:40", Command::Detach { no: 2 });
    (lived, [first, second])
}

#[test]
fn every_shipped_paper_says_what_it_is_for() {
    let (lived, [first, second]) = lived("paper");
    let none = BTreeMap::new();
    assert_eq!(PaperFormat::names(), ["工单", "转办单", "督办单", "催办单"]);
    for (format, wanted) in [
        (
            "工单",
            &[
                "工单编号:20200901-0001",
                "来源渠道|来电|受理时间|2020-09-01 09:00",
                "附件|1.照片、3.文书",
                "1、2020-09-01 09:00 受理",
            ][..],
        ),
        (
            "转办单",
            &["承办单位|县城管执法局|协办单位|", "签收人||经办人|", "单位负责人批示|", "前签收"],
        ),
        (
            "督办单",
            &[
                "督办要求|说明为何未修",
                "(第1次督办)",
                "答复时限|2020-09-04 17:30",
                "于2020-09-04 17:30前书面答复",
            ],
        ),
        ("催办单", &["(已催办1次)", "催办内容|来电人再次来电", "请县城管执法局加快办理"]),
    ] {
        let printed = paper(&lived, format, &[first], &none).unwrap();
        let said = said(&printed);
        assert!(said.contains(&format!("衡东县“12345”政府服务热线{format}")), "{format}: {said}");
        for words in wanted {
            assert!(said.contains(words), "{format}: {words}\n{said}");
        }
        assert!(said.contains("路灯<b>不亮</b>") && !said.contains("13807340001"), "{said}");
        assert!(!said.contains(".jpg"), "{said}");
        assert_eq!(printed.docx().unwrap(), printed.docx().unwrap());
        if let Some(fonts) = agree::pdf::fonts() {
            let pdf = printed.pdf(&fonts).unwrap();
            assert!(pdf.starts_with(b"%PDF") && pdf == printed.pdf(&fonts).unwrap());
            let text = agree::pdf::text_of(&pdf);
            assert!(text.is_none_or(|text| text.contains("路灯")), "{format}");
        }
    }
    let both = paper(&lived, "工单", &[first, second], &none).unwrap();
    let body = read::part(&both.docx().unwrap(), "word/document.xml");
    assert_eq!((both.sheets.len(), body.matches("pageBreakBefore").count()), (2, 1));
    for (format, needs) in [
        ("转办单", PaperNeeds::Unit),
        ("督办单", PaperNeeds::Demand),
        ("催办单", PaperNeeds::Urging),
    ] {
        let missing = paper(&lived, format, &[first, second], &none).unwrap_err();
        assert!(
            matches!(&missing, PaperError::Missing(number, what) if number == "20200901-0002" && *what == needs)
        );
        assert!(missing.message(Language::Chinese).starts_with("工单 20200901-0002:"));
    }
}

#[test]
fn a_caller_is_printed_where_it_was_revealed_and_a_unit_sees_its_own_tickets_alone() {
    let (mut lived, [first, second]) = lived("paper-caller");
    let masked = said(&paper(&lived, "转办单", &[first], &BTreeMap::new()).unwrap());
    assert!(
        masked.contains("来电人|陶女士|联系电话|已登记") && !masked.contains("洣水路"),
        "{masked}"
    );
    let stamp = Stamp::centre(DESK, at("2020-09-03 09:00"));
    let caller = lived.hotline.reveal(&stamp, first, "随转办单交承办单位").unwrap();
    let whole =
        said(&paper(&lived, "转办单", &[first], &BTreeMap::from([(first, caller)])).unwrap());
    assert!(
        whole.contains("来电人|陶女士|联系电话|13807340001")
            && whole.contains("联系地址|洣水路3号")
    );
    let format = PaperFormat::shipped("工单").unwrap();
    let day = parse_day("date", "2020-09-03").unwrap();
    let none = BTreeMap::new();
    let view = lived.hotline.viewed_by(Viewer::unit(UNIT));
    let own: Result<_, PaperError> =
        view.ask(|hotline| format.lay_out(hotline, &[first], &none, day));
    assert!(said(&own.unwrap()).contains("路灯"));
    let view = lived.hotline.viewed_by(Viewer::unit("县住建局"));
    let foreign: Result<_, PaperError> =
        view.ask(|hotline| format.lay_out(hotline, &[second], &none, day));
    assert!(
        matches!(foreign, Err(PaperError::Hotline(error)) if error.kind() == gongdan::ErrorKind::NotFound)
    );
    let view = lived.hotline.viewed_by(Viewer::Analyst);
    let textless: Result<_, PaperError> =
        view.ask(|hotline| format.lay_out(hotline, &[first], &none, day));
    let textless = textless.map(|paper| said(&paper)).unwrap_or_default();
    assert!(!textless.contains("路灯") && !textless.contains("陶"), "{textless}");
}

#[test]
fn a_folder_is_a_format_and_what_is_wrong_with_it_is_named() {
    let (lived, [first, _]) = lived("paper-folder");
    let folder =
        std::env::temp_dir().join(format!("gongdan-paper-{}", std::process::id())).join("我的");
    std::fs::create_dir_all(&folder).unwrap();
    let written = |toml: &str| {
        std::fs::write(folder.join("format.toml"), toml).unwrap();
        paper_of(&lived, &folder, first)
    };
    let rows = "rows = [[[\"诉求\", \"{{ texts.matter }}\"]]]\n";
    let good = written(&format!("about = \"x\"\ntitle = \"{{{{ number }}}}\"\n{rows}"));
    assert_eq!(good.unwrap().sheets[0].title, "20200901-0001");
    for (toml, wanted) in [
        ("about = \"x\"\ntitle = \"t\"\nrows = [[]]\n", "one cell or two"),
        ("about = \"x\"\ntitle = \"t\"\nrow = []\n", "format.toml:3"),
        ("about = \"x\"\ntitle = \"{{ nobody }}\"\nrows = []\n", "format.toml: "),
        ("about = \"x\"\ntitle = \"t\"\nrows = []\nbelow = [\"../a.txt\"]\n", "format.toml:4"),
        ("about = \"x\"\ntitle = \"t\"\nrows = []\nbelow = [\"none.txt\"]\n", "none.txt"),
        ("about = \"x\"\ntitle = \"t\"\nrows = []\nneeds = \"luck\"\n", "format.toml:4"),
    ] {
        let wrong = written(toml).unwrap_err().message(Language::English);
        assert!(wrong.contains(wanted), "{toml}: {wrong}");
    }
    assert!(PaperFormat::find("转办").unwrap_err().message(Language::Chinese).contains("转办单"));
    std::fs::remove_dir_all(folder.parent().unwrap()).ok();
}

fn paper_of(
    lived: &Lived,
    folder: &std::path::Path,
    ticket: gongdan::TicketId,
) -> Result<Paper, PaperError> {
    let day = parse_day("date", "2020-09-03").unwrap();
    PaperFormat::read(folder)?.lay_out(&lived.hotline, &[ticket], &BTreeMap::new(), day)
}
