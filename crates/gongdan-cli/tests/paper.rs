//! Sheets of tickets, the whole history as lines, and tickets for those who publish: what leaves, to whom, and what not.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
use common::Folder;

fn left(folder: &Folder, name: &str) -> Vec<u8> {
    std::fs::read(folder.0.join(name)).unwrap()
}

#[test]
fn sheets_are_printed_and_a_caller_only_with_a_reason_and_an_event() {
    let folder = Folder::founded();
    let number = folder.ticket();
    let made =
        folder.done(&["sheet", "h.db", &number, &number, "--out", "a.docx", "--json"]).json();
    assert_eq!((&made["written"], &made["sheets"]), (&"a.docx".into(), &2.into()));
    assert!(left(&folder, "a.docx").starts_with(b"PK"));
    assert_eq!(folder.run(&["sheet", "h.db", &number, "--out", "a.docx"]).code, 5);
    folder.done(&[
        "sheet",
        "h.db",
        &number,
        "--out",
        "a.docx",
        "--overwrite",
        "--date",
        "2020-09-03",
    ]);
    let again = ["sheet", "h.db", &number, "--out", "b.docx", "--date", "2020-09-03"];
    folder.done(&again);
    assert_eq!(left(&folder, "a.docx"), left(&folder, "b.docx"));
    let looks = || {
        let looks = folder.done(&["reveals", "h.db", "--period", "2020..2030", "--json"]).json();
        looks["reveals"].as_array().unwrap().len()
    };
    assert_eq!(looks(), 0);
    let whole =
        ["sheet", "h.db", &number, "--out", "c.docx", "--by", "陈静", "--reason", "随单交办"];
    folder.done(&whole);
    assert_eq!(looks(), 1);
    for (more, code) in [
        (&["--format", "转办单"][..], 1),
        (&["--format", "转办"], 2),
        (&["--date", "2020-02-30"], 2),
        (&["--by", "陈静"], 2),
        (&["--as", "analyst", "--by", "陈静", "--reason", "x"], 2),
        (&["--as", "unit:县住建局"], 3),
    ] {
        let args = [&["sheet", "h.db", &number, "--out", "d.docx"][..], more].concat();
        assert_eq!(folder.run(&args).code, code, "{more:?}");
    }
    assert_eq!(
        folder.run(&["sheet", "h.db", &number, "--out", "d.doc", "--json"]).error()["argument"],
        "out"
    );
    assert_eq!(folder.run(&["sheet", "h.db", "20200901-0009", "--out", "d.docx"]).code, 3);
    assert!(!folder.0.join("d.docx").exists());
    folder.done(&[
        "transfer",
        "h.db",
        &number,
        "--lead",
        "城管局",
        "--by",
        "坐席07",
        "--at",
        "2020-09-01 10:00",
    ]);
    folder.done(&[
        "sheet",
        "h.db",
        &number,
        "--out",
        "d.docx",
        "--format",
        "转办单",
        "--as",
        "unit:城管局",
    ]);
    let said = folder.done(&["sheet", "h.db", &number, "--out", "e.docx", "--lang", "zh"]);
    assert_eq!(said.out, "已写出: e.docx, 张数 1\n");
}

#[test]
fn the_history_leaves_and_comes_back() {
    let folder = Folder::founded();
    folder.ticket();
    let out = folder.done(&["journal", "h.db", "all.jsonl", "--json"]).json();
    let back = folder.done(&["from-journal", "all.jsonl", "back.db", "--json"]).json();
    assert_eq!(out["head"], back["head"]);
    folder.done(&["verify", "back.db"]);
    folder.done(&["journal", "back.db", "again.jsonl"]);
    let lines = left(&folder, "all.jsonl");
    assert_eq!(lines, left(&folder, "again.jsonl"));
    let text = String::from_utf8(lines).unwrap();
    std::fs::write(folder.0.join("hurt.jsonl"), text.replace("路灯不亮", "路灯不明")).unwrap();
    let line = text.lines().position(|line| line.contains("路灯不亮")).unwrap() + 1;
    let hurt = folder.run(&["from-journal", "hurt.jsonl", "new.db", "--json"]);
    let message = hurt.error()["message"].as_str().unwrap().to_owned();
    assert!(message.starts_with(&format!("line {line}: ")), "{message}");
    assert_eq!((hurt.code, folder.0.join("new.db").exists()), (5, false));
    assert_eq!(folder.run(&["journal", "h.db", "all.jsonl"]).code, 5);
    assert_eq!(folder.run(&["from-journal", "none.jsonl", "new.db"]).code, 3);
}

#[test]
fn what_is_published_has_no_texts_and_no_confidential_ticket() {
    let folder = Folder::founded();
    let number = folder.ticket();
    let kept = folder.ticket();
    folder.done(&[
        "confidential",
        "h.db",
        &kept,
        "--confidential",
        "--by",
        "坐席07",
        "--at",
        "2020-09-01 09:30",
    ]);
    let done = folder.done(&["open311", "h.db", "--out", "requests.json", "--json"]).json();
    assert_eq!(done["rows"], 1);
    let text = String::from_utf8(left(&folder, "requests.json")).unwrap();
    let requests: serde_json::Value = serde_json::from_str(&text).unwrap();
    let first = &requests[0];
    assert_eq!(requests.as_array().map(Vec::len), Some(1));
    assert_eq!(first["service_request_id"], number.as_str());
    assert_eq!((&first["status"], &first["service_name"]), (&"open".into(), &"城市管理".into()));
    assert_eq!(first["requested_datetime"], "2020-09-01T09:00:00+08:00");
    assert!(first["description"].is_null() && !text.contains("路灯") && !text.contains("陶"));
    folder.done(&["open311", "h.db", "--out", "requests.csv"]);
    let table = String::from_utf8(left(&folder, "requests.csv")).unwrap();
    assert!(table.starts_with("\u{feff}service_request_id,status,") && table.contains(&number));
    assert_eq!(folder.run(&["open311", "h.db", "--out", "a.xlsx"]).code, 2);
    assert_eq!(folder.run(&["open311", "h.db", "--out", "requests.csv"]).code, 5);
    let none = folder
        .done(&["open311", "h.db", "--accepted", "2021", "--out", "none.json", "--json"])
        .json();
    assert_eq!((&none["rows"], left(&folder, "none.json")), (&0.into(), b"[]\n".to_vec()));
}
