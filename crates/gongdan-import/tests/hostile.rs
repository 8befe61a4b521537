//! Files that would eat a machine: each ends soon, in little memory, in an error that says what it is.

mod common;

use std::io::Write;
use std::time::{Duration, Instant};

use common::Put::T;
use common::{compound, raw, stream};
use gongdan_import::Sheet;

/// How long any of them may take in a build with every check.
const SOON: Duration = Duration::from_secs(90);

fn refused(bytes: &[u8], says: &str) {
    let began = Instant::now();
    let wrong = Sheet::open(bytes, None).map(|sheet| sheet.rows.len()).expect_err("no sheet");
    assert!(wrong.problem().chinese.contains(says), "{}", wrong.problem().chinese);
    assert!(began.elapsed() < SOON, "{says}: {:?}", began.elapsed());
}

/// The most memory that this process ever held, in kilobytes; nothing where the system does not say.
fn most() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// So many megabytes of one sign.
fn megabytes(to: &mut dyn Write, many: usize) {
    let block = vec![b' '; 1 << 20];
    (0..many).for_each(|_| to.write_all(&block).expect("a part"));
}

#[test]
fn what_would_eat_the_machine_is_refused_in_little_memory() {
    let before = most();
    let nothing = |_: &mut dyn Write| {};
    let bomb = raw(&|sheet| megabytes(sheet, 1_100), &nothing);
    assert!(bomb.len() < 32 << 20, "a bomb is small");
    refused(&bomb, "解压后超过 1 GB");
    refused(&raw(&nothing, &|strings| megabytes(strings, 300)), "解压后超过 256 MB");
    refused(&bomb[..bomb.len() / 2], "不完整");
    let far = stream(&[(0, 0, T("工单编号")), (65_535, 255, T("远"))]);
    refused(&compound("Workbook", &far), "相距过远");
    refused(&compound("EncryptedPackage", b"secret"), "有密码");
    let locked = [&[0x2f, 0, 0, 0][..], &stream(&[(0, 0, T("工单编号"))])].concat();
    refused(&compound("Workbook", &locked), "有密码");
    if let (Some(before), Some(after)) = (before, most()) {
        assert!(after - before < 150 << 10, "{} MB", (after - before) >> 10);
    }
}

#[test]
fn a_million_empty_rows_are_none() {
    let rows = |sheet: &mut dyn Write| {
        for row in 1..=1_048_576 {
            write!(sheet, "<row r=\"{row}\"/>").expect("a row");
        }
    };
    let began = Instant::now();
    let sheet = Sheet::open(&raw(&rows, &|_| {}), None).expect("a sheet of nothing");
    assert!(sheet.rows.is_empty() && began.elapsed() < SOON);
}

#[test]
fn two_cells_in_far_corners_of_a_new_workbook() {
    let corners = |sheet: &mut dyn Write| {
        let cells = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>";
        sheet.write_all(cells.as_bytes()).expect("cells");
    };
    refused(&raw(&corners, &|_| {}), "表格过大");
}

#[test]
fn the_small_old_workbook_of_the_tests_is_read() {
    let sheet =
        Sheet::open(&compound("Workbook", &stream(&[(0, 0, T("甲")), (3, 2, T("乙"))])), None);
    let rows = sheet.expect("a sheet").rows;
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 4]);
}
