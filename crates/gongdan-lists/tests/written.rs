//! What leaves, read again: nothing is a formula, nothing is cut, and what is not whole is not there.

use std::fs;

use gongdan::{Filter, Language, Moment, ScanOptions, Table};
use gongdan_lists::{OutCell, OutError, OutTable, write_whole};

fn table() -> OutTable<'static> {
    let mut table = OutTable::new([("number", "工单编号"), ("at", "受理时间"), ("rate", "办结率")]);
    let at = Moment::parse("at", "2020-09-01 09:12:05").expect("a moment");
    table.row([OutCell::text("=1+1"), OutCell::Moment(at), OutCell::printed("98.41%")]);
    table.row([OutCell::text("A,\"b\"\n丙"), OutCell::Nothing, OutCell::printed("—")]);
    table.row([OutCell::Id(430_424_000_000_815), OutCell::Number(-3), OutCell::Flag(true)]);
    table
}

#[test]
fn csv_is_for_spreadsheets_and_programs() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("表.csv");
    assert_eq!(table().write(&path, Language::Chinese, false).expect("written"), 3);
    let wanted = "\u{feff}工单编号,受理时间,办结率\r\n'=1+1,2020-09-01 09:12:05,98.41%\r\n\
        \"A,\"\"b\"\"\n丙\",,\r\n430424000000815,-3,是\r\n";
    assert_eq!(fs::read_to_string(&path).expect("text"), wanted);
}

#[test]
fn json_lines_are_for_programs() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("表.jsonl");
    table().write(&path, Language::Chinese, false).expect("written");
    let wanted = "{\"number\":\"=1+1\",\"at\":\"2020-09-01T09:12:05+08:00\",\"rate\":\"98.41%\"}\n\
        {\"number\":\"A,\\\"b\\\"\\n丙\",\"at\":null,\"rate\":null}\n\
        {\"number\":430424000000815,\"at\":-3,\"rate\":true}\n";
    assert_eq!(fs::read_to_string(&path).expect("text"), wanted);
}

#[test]
fn what_stands_is_not_overwritten_and_what_fails_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.csv");
    fs::write(&path, "mine").expect("a file");
    assert!(matches!(table().write(&path, Language::English, false), Err(OutError::Exists(_))));
    assert_eq!(fs::read_to_string(&path).expect("text"), "mine");
    table().write(&path, Language::English, true).expect("replaced");
    let none = table().write(folder.path().join("a.doc"), Language::English, false);
    assert!(matches!(none, Err(OutError::Form)));
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[cfg(feature = "xlsx")]
#[test]
fn a_text_longer_than_a_cell_is_named_and_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut long = OutTable::new([("a", "甲")]);
    long.row([OutCell::text("短")]);
    long.row([OutCell::text("长".repeat(32_768))]);
    let path = folder.path().join("a.xlsx");
    let wrong = long.write(&path, Language::Chinese, false).expect_err("too long");
    assert!(matches!(&wrong, OutError::TooLong(2, column) if column == "甲"), "{wrong}");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
    long.write(folder.path().join("a.csv"), Language::Chinese, false).expect("as text it leaves");
}

#[test]
fn a_whole_table_leaves_without_personal_columns() {
    let folder = tempfile::tempdir().expect("a folder");
    let hotline =
        gongdan_sample::golden_file(folder.path().join("g.db"), &mut |_, _| ()).expect("a file");
    let options = ScanOptions { language: Language::Chinese, ..ScanOptions::default() };
    let scan = hotline.scan(Table::Tickets, &Filter::new(), &options).expect("a scan");
    let path = folder.path().join("工单.csv");
    let rows = write_whole(scan, &path, Language::Chinese, false).expect("written");
    let text = fs::read_to_string(&path).expect("text");
    assert_eq!((rows, text.lines().count()), (3_339, 3_340));
    assert!(text.contains("工单编号") && !text.contains("诉求标题"));
    assert!(text.contains(",来电,") && text.contains("2020-09-"));
}
