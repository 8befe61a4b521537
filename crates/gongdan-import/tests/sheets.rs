//! Sheets as offices have them, good and bad, into a file.

use gongdan::{
    ChannelKind, Count, Filter, Founding, Hotline, Moment, NewEntry, OfficeCommand, Page, Period,
    Question, RegionId, Stamp,
};
use gongdan_import::{Import, Mapping, Report, SHIPPED, Sheet, workbook};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

fn stamp() -> Stamp {
    Stamp::centre("陈静", Moment::parse("at", "2020-12-01 09:00").expect("a moment"))
}

struct Office {
    hotline: Hotline,
    _folder: tempfile::TempDir,
}

fn office() -> Office {
    let folder = tempfile::tempdir().expect("a folder");
    let founding = Founding {
        region: RegionId(430_424),
        name: "衡东县".into(),
        office: "衡东县行政审批服务局".into(),
    };
    let at = Moment::parse("at", "2020-01-02 09:00").expect("a moment");
    let by = Stamp::centre("陈静", at);
    let mut hotline = Hotline::create(folder.path().join("h.db"), &founding, &by).expect("a file");
    for entry in [
        NewEntry::unit("县城管执法局").alias("城管局"),
        NewEntry::unit("县住建局"),
        NewEntry::category("城市管理"),
        NewEntry::channel("来电", ChannelKind::Call),
        NewEntry::channel("网络问政", ChannelKind::Web),
    ] {
        hotline.office(&by, OfficeCommand::Add(entry)).expect("an entry");
    }
    Office { hotline, _folder: folder }
}

fn shipped(name: &str) -> Mapping {
    let found = SHIPPED.iter().find(|shipped| shipped.name == name).expect(name);
    found.mapping().expect(name)
}

const GOOD: &str = "\
旧系统导出,,,,,,,,,
工单编号,受理时间,标题,主办单位,派单时间,办结期限,签收时间,答复时间,是否满意,结案时间
A-1,2020-09-01 09:00,路灯不亮,城管局,2020-09-01 10:00,2020-09-08,2020-09-01 11:00,2020/9/3 下午 3:05,满意,20200904
A-2,2020年9月2日9时,垃圾未清,县住建局,2020-09-02 10:00,2020-09-04 18:00,,2020-09-07 10:00,不满意,
A-3,202009030900,噪音扰民,,,,,,,
";

fn import(office: &mut Office, mapping: &Mapping, bytes: &[u8]) -> Report {
    let sheet = Sheet::open(bytes, mapping.sheet()).expect("a sheet");
    Import::new(mapping, &sheet).run(&mut office.hotline, &stamp()).expect("a report")
}

fn counted(office: &Office, counts: &[Count]) -> Vec<i64> {
    let question = Question::new(Period::month(2020, 9).expect("a month"), stamp().at());
    let figures = office.hotline.figures(&question).expect("figures");
    counts.iter().map(|count| figures.total.count(*count)).collect()
}

const COUNTS: [Count; 8] = [
    Count::Accepted,
    Count::Transferred,
    Count::Handled,
    Count::HandledLate,
    Count::Satisfied,
    Count::Unsatisfied,
    Count::Closed,
    Count::WayUnknown,
];

#[test]
fn a_sheet_comes_in_and_the_same_sheet_adds_nothing() {
    let (mut office, mapping) = (office(), shipped("通用"));
    let report = import(&mut office, &mapping, GOOD.as_bytes());
    assert_eq!(report.errors, []);
    assert_eq!((report.taken, report.written), (3, true));
    assert_eq!(counted(&office, &COUNTS), [3, 2, 2, 1, 1, 1, 1, 1]);
    let again = import(&mut office, &mapping, GOOD.as_bytes());
    assert_eq!((again.taken, again.added, again.repeated), (0, 0, 3));
    let verified = office.hotline.verify(&mut |_, _| {}).expect("a report");
    assert!(verified.is_sound());
}

#[test]
fn every_encoding_is_the_same_sheet() {
    let mapping = shipped("通用");
    let gb = encoding_rs::GB18030.encode(GOOD).0.into_owned();
    let with_mark = [&b"\xef\xbb\xbf"[..], GOOD.as_bytes()].concat();
    let utf16: Vec<u8> =
        [0xfeff].into_iter().chain(GOOD.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let tabs = GOOD.replace(',', "\t").into_bytes();
    for bytes in [gb, with_mark, utf16, tabs] {
        let mut office = office();
        assert_eq!(import(&mut office, &mapping, &bytes).errors, []);
        assert_eq!(counted(&office, &COUNTS), [3, 2, 2, 1, 1, 1, 1, 1]);
    }
}

/// Faults with the row and the column that they are named with.
const BAD: &str = "\
工单编号,受理时间,标题,主办单位,派单时间,办结期限,签收时间,答复时间,是否满意,结案时间
B-1,2020-02-30,无此日,,,,,,,
B-2,2020-09-01 09:00,单位不详,县环保局,,,,,,
B-3,2020-09-01 09:00,评价不详,县住建局,,,,2020-09-03 10:00,还行,
B-4,2020-09-05 09:00,先结案后受理,,,,,,,2020-09-01
B-5,2021-01-01 09:00,晚于导入,,,,,,,
B-6,2020-09-01 09:00,好的,,,,,,,
B-6,2020-09-01 10:00,编号重复,,,,,,,
B-7,,无受理时间,,,,,,,
B-8,2020-09-01 09:00,控制\u{1}字符,,,,,,,
";

#[test]
fn every_fault_is_named_and_nothing_is_written() {
    let (mut office, mapping) = (office(), shipped("通用"));
    let report = import(&mut office, &mapping, BAD.as_bytes());
    let named: Vec<_> =
        report.errors.iter().map(|error| (error.row, error.column.as_deref())).collect();
    let wanted = [
        (2, Some("B")),
        (3, Some("D")),
        (4, Some("I")),
        (5, None),
        (6, Some("B")),
        (8, Some("A")),
        (9, Some("B")),
        (10, Some("C")),
    ];
    assert_eq!(named, wanted);
    let said = |error: &gongdan_import::RowError| !error.problem.chinese.is_ascii();
    assert!(report.errors.iter().all(said) && !report.written);
    assert_eq!(counted(&office, &[Count::Accepted]), [0]);
}

#[test]
fn partial_writes_the_good_rows_and_gives_the_others_back() {
    let (mut office, mapping) = (office(), shipped("通用"));
    let sheet = Sheet::open(BAD.as_bytes(), None).expect("a sheet");
    let partial = Import::new(&mapping, &sheet).partial(true);
    let report = partial.run(&mut office.hotline, &stamp()).expect("a report");
    assert_eq!((report.taken, report.written, report.refused().len()), (1, true, 8));
    let back = workbook(&sheet, &report).expect("a workbook");
    let back = Sheet::open(&back, None).expect("a sheet");
    assert_eq!(back.rows.len(), 9);
    assert_eq!(back.rows[0].cells.last().map(|(_, cell)| cell.shown()).as_deref(), Some("原因"));
    // Mended, it imports as it is.
    let mended = BAD.replace("B-1,2020-02-30", "B-1,2020-02-29");
    let mended: String = mended.lines().take(2).map(|line| format!("{line},\n")).collect();
    let report = import(&mut office, &mapping, mended.as_bytes());
    assert_eq!((report.taken, report.errors.len()), (1, 0));
}

#[test]
fn a_dry_run_writes_nothing() {
    let (mut office, mapping) = (office(), shipped("通用"));
    let sheet = Sheet::open(GOOD.as_bytes(), None).expect("a sheet");
    let report = Import::new(&mapping, &sheet)
        .dry(true)
        .run(&mut office.hotline, &stamp())
        .expect("a report");
    assert_eq!((report.taken, report.written), (3, false));
    assert_eq!(
        office.hotline.find(&Filter::default(), Page::first(9)).expect("a page").tickets.len(),
        0
    );
}

/// A workbook whose times are texts in two notations, date cells and serial numbers.
fn letters() -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.merge_range(0, 0, 0, 5, "网络问政留言", &Format::new()).expect("a title");
    let headings = ["留言编号", "留言主题", "留言时间", "留言详情", "答复时间", "一级分类"];
    for (column, heading) in (0..).zip(headings) {
        page.write_string(1, column, heading).expect("a heading");
    }
    let date = Format::new().set_num_format("yyyy/m/d h:mm");
    let when = ExcelDateTime::parse_from_str("2020-09-03T10:30:00").expect("a moment");
    for row in 2..6 {
        page.write_string(row, 0, format!("L-{row}")).expect("a number");
        page.write_string(row, 1, "道路破损").expect("a matter");
        page.write_string(row, 5, "交通->道路").expect("a category");
    }
    page.write_string(2, 2, "2020-09-01 08:00:01").expect("a moment");
    page.write_string(3, 2, "2020/9/2 8:05").expect("a moment");
    page.write_datetime_with_format(4, 2, &when, &date).expect("a moment");
    page.write_number(5, 2, 44_078.5).expect("a moment");
    page.write_datetime_with_format(2, 4, &when, &date).expect("a moment");
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn one_column_holds_three_types_of_time() {
    let mut office = office();
    let report = import(&mut office, &shipped("网络问政"), &letters());
    assert_eq!(report.errors, []);
    assert_eq!((report.taken, report.entries), (4, 2));
    assert_eq!(counted(&office, &[Count::Accepted, Count::Closed, Count::WayUnknown]), [4, 1, 4]);
}

#[test]
fn what_is_no_sheet_is_told_what_it_is() {
    let whole = letters();
    let encrypted = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing else";
    for (bytes, says) in [
        (&b"<html><table><tr><td>1</td></tr></table></html>"[..], "另存为 xlsx"),
        (&whole[..whole.len() / 2], "不完整"),
        (&encrypted[..], "不完整"),
        (b"\x00\x01\x02", "不是表格"),
        (b"", "空的"),
    ] {
        let told = match Sheet::open(bytes, None) {
            Err(wrong) => wrong.problem().chinese.clone(),
            Ok(sheet) => {
                let mut office = office();
                let told = Import::new(&shipped("通用"), &sheet).run(&mut office.hotline, &stamp());
                told.expect_err("no sheet").message(gongdan::Language::Chinese)
            }
        };
        assert!(told.contains(says), "{told}");
    }
}

#[test]
fn two_cells_in_far_corners_take_no_room() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.write_string(0, 0, "工单编号").expect("a cell");
    page.write_string(1_048_575, 16_383, "远").expect("a cell");
    let bytes = book.save_to_buffer().expect("a workbook");
    let wrong = Sheet::open(&bytes, None).expect_err("too wide");
    assert!(wrong.problem().chinese.contains("表格过大"));
}

#[test]
fn a_mapping_is_wrong_by_name() {
    for (toml, says) in [
        ("[columns]\nmater = \"标题\"", "matter"),
        ("limit = \"sheet\"\n[columns]", "limit"),
        ("header = 0\n[columns]", "header"),
        ("[columns]\n[values.kindd]\n", "kind"),
    ] {
        let wrong = Mapping::read(toml).expect_err(toml);
        assert!(wrong.problem().chinese.contains(says), "{}", wrong.problem().chinese);
    }
}

#[test]
fn a_number_that_excel_has_cut_is_refused() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (column, heading) in (0..).zip(["工单编号", "受理时间", "标题", "联系电话"]) {
        page.write_string(0, column, heading).expect("a heading");
    }
    page.write_number(1, 0, 202_009_010_001_234_560.0).expect("a number");
    page.write_string(1, 1, "2020-09-01 09:00").expect("a moment");
    page.write_string(1, 2, "路灯").expect("a matter");
    page.write_number(1, 3, 13_800_138_000.0).expect("a number");
    let bytes = book.save_to_buffer().expect("a workbook");
    let report = import(&mut office(), &shipped("通用"), &bytes);
    let named: Vec<_> = report.errors.iter().map(|error| error.column.as_deref()).collect();
    assert_eq!(named, [Some("A")]);
}
