//! The calendar from a terminal: notices loaded, supplemented, loaded again.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
use common::Folder;

const BY: [&str; 4] = ["--by", "管理员", "--at", "2026-03-01 11:00"];

fn load(folder: &Folder, notices: &[u8], rest: &[&str]) -> common::Ran {
    std::fs::write(folder.0.join("n.csv"), notices).unwrap();
    folder.run(&[&["calendar", "h.db", "load", "n.csv"][..], &BY, rest].concat())
}

/// The day's line of the explanation of a ticket transferred on the eve of National Day.
fn national_day(folder: &Folder) -> String {
    let on = |args: &[&str]| folder.done(args);
    let call = ["intake", "h.db", "--channel", "来电", "--matter", "国庆", "--by", "a", "--meant"];
    on(&[&call[..], &["--at", "2026-09-30 09:00"]].concat());
    let number = "20260930-0001";
    on(&["transfer", "h.db", number, "--to", "城管局", "--by", "a", "--at", "2026-09-30 09:05"]);
    let explained = on(&["explain", "h.db", number, "--json"]).json();
    let days = explained["promises"][1]["days"].as_array().unwrap().clone();
    days.iter().find(|day| day["day"] == "2026-10-01").unwrap().to_string()
}

#[test]
fn a_supplementary_notice_changes_its_days_only() {
    let folder = Folder::founded();
    let empty = load(&folder, "notice,2026,2026-03-01,补充通知\n".as_bytes(), &[]);
    assert_eq!(empty.code, 2, "{empty:?}");
    let one = "notice,2026,2026-03-01,补充通知\nholiday,2026-06-01,儿童节\n";
    assert_eq!(load(&folder, one.as_bytes(), &[]).code, 0);
    let day = national_day(&folder);
    assert!(day.contains("国庆节") && day.contains("\"ordinal\":null"), "{day}");
}

#[test]
fn a_notice_loaded_again_changes_nothing_and_says_so() {
    let folder = Folder::founded();
    let first = "notice,2027,2026年2月5日,县政府办\nholiday,2027/2/6,春节\nholiday,2027-1-1,元旦\n";
    assert_eq!(
        load(&folder, first.as_bytes(), &["--json"]).json()["entries"][0]["event"],
        "notice_adopted"
    );
    let gb18030 =
        [&b"notice,2027,2026-02-05,"[..], &[0xcf, 0xd8, 0xd5, 0xfe, 0xb8, 0xae, 0xb0, 0xec]];
    let days =
        [&b"\r\nholiday,2027-01-01,"[..], &[0xd4, 0xaa, 0xb5, 0xa9], b"\r\nholiday,2027-02-06,"];
    let again = [gb18030.concat(), days.concat(), vec![0xb4, 0xba, 0xbd, 0xda]].concat();
    let said = load(&folder, &again, &[]);
    assert!(said.code == 0 && said.out.contains("nothing changed"), "{said:?}");
    let said = load(&folder, &again, &["--json"]);
    assert_eq!(said.json()["entries"].as_array().unwrap().len(), 0);
}
