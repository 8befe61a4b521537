//! Lists that leave as files: every list, in every form, and no caller without a look that is written down.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
use common::Folder;

/// A formula to rank by.
const FORMULA: &str = r#"{"name": "考", "from": "2020-01-01", "base": 0, "terms": [{"figure": "closure_rate", "points": 9}]}"#;

/// A file that has left, as text.
fn left(folder: &Folder, name: &str) -> String {
    std::fs::read_to_string(folder.0.join(name)).unwrap()
}

#[test]
fn every_list_leaves_in_every_form() {
    let folder = Folder::founded();
    let number = folder.ticket();
    let period = ["--period", "2020-09", "--as-of", "2020-10-09"];
    let lists: &[(&str, &[&str])] = &[
        ("find", &[]),
        ("overdue", &["--as-of", "2020-10-09"]),
        ("due", &["--as-of", "2020-09-01"]),
        ("figures", &["--by", "channel", "--count", "accepted"]),
        ("figures", &["--tickets", "--count", "accepted"]),
        ("rank", &["--formula", FORMULA]),
        ("account", &[]),
        ("account", &["--tickets"]),
        ("seats", &[]),
        ("issues", &[]),
        ("history", &[&number]),
        ("since", &[]),
        ("what-if", &["--handle-days", "3"]),
        ("warnings", &["--as-of", "2020-09-01"]),
    ];
    for (nth, (verb, own)) in lists.iter().enumerate() {
        let asks = matches!(*verb, "figures" | "rank" | "account" | "seats" | "since" | "what-if");
        for form in ["csv", "jsonl", "xlsx"] {
            let file = format!("{nth}.{form}");
            let mut args = vec![*verb, "h.db"];
            args.extend(*own);
            args.extend(if asks { &period[..] } else { &[] });
            args.extend(["--out", &file, "--json"]);
            assert_eq!(folder.done(&args).json()["written"], file.as_str());
            assert_eq!(folder.run(&args).code, 5, "{args:?} twice");
            args.push("--overwrite");
            folder.done(&args);
        }
    }
    assert!(left(&folder, "0.csv").contains(&format!(",{number},")));
    assert_eq!(left(&folder, "3.csv"), "\u{feff}channel,accepted\r\n来电,1\r\n合计,1\r\n");
    assert!(left(&folder, "4.jsonl").contains(&number));
    let sql = "SELECT number, '=1+1' AS f FROM v1_tickets";
    folder.done(&["query", "h.db", sql, "--out", "q.csv"]);
    assert_eq!(left(&folder, "q.csv"), format!("\u{feff}number,f\r\n{number},'=1+1\r\n"));
    let queue = ["queue", "h.db", "unsigned", "--as-of", "2020-10-09", "--out", "w.csv"];
    assert_eq!(folder.done(&[&queue[..], &["--json"]].concat()).json()["rows"], 0);
}

#[test]
fn headings_and_words_are_of_the_language_that_is_spoken() {
    let folder = Folder::founded();
    folder.ticket();
    let columns = ["--columns", "accepted_at,stage,confidential", "--out"];
    let args = [&["find", "h.db", "--lang", "zh"][..], &columns, &["a.csv"]].concat();
    let said = folder.done(&args);
    assert_eq!(said.out, "已写出: a.csv, 行数 1\n");
    let wanted = "\u{feff}受理时间,办理阶段,保密\r\n2020-09-01 09:00:00,已受理,否\r\n";
    assert_eq!(left(&folder, "a.csv"), wanted);
    folder.done(&[&["find", "h.db", "--lang", "zh"][..], &columns, &["a.jsonl"]].concat());
    let wanted = "{\"accepted_at\":\"2020-09-01T09:00:00+08:00\",\"stage\":\"accepted\",\
        \"confidential\":false}\n";
    assert_eq!(left(&folder, "a.jsonl"), wanted);
}

#[test]
fn callers_leave_by_name_with_a_reason_and_an_event_each() {
    let folder = Folder::founded();
    let number = folder.ticket();
    folder.done(&["find", "h.db", "--out", "a.csv"]);
    let plain = left(&folder, "a.csv");
    assert!(!plain.contains("陶") && !plain.contains("13800001111") && !plain.contains("路灯"));
    let with = ["find", "h.db", "--columns", "number,caller_phone,matter", "--out", "b.csv"];
    let no_reason = folder.run(&[&with[..], &["--by", "陈静", "--json"]].concat());
    assert_eq!((no_reason.code, no_reason.error()["argument"].as_str()), (2, Some("reason")));
    let why = ["--by", "陈静", "--reason", "回访核对"];
    let unit = folder.run(&[&with[..], &why, &["--as", "unit:县住建局", "--json"]].concat());
    assert_eq!(unit.error()["argument"], "columns");
    folder.done(&[&with[..], &why].concat());
    let wanted = format!("\u{feff}number,caller_phone,matter\r\n{number},13800001111,路灯不亮\r\n");
    assert_eq!(left(&folder, "b.csv"), wanted);
    let again = folder.run(&[&with[..], &why].concat());
    assert_eq!(again.code, 5, "nobody is shown for a file that cannot be written");
    let looks = folder.done(&["reveals", "h.db", "--period", "2020..2030", "--json"]).json();
    assert_eq!(looks["reveals"].as_array().map(Vec::len), Some(1));
    folder.done(&["reveals", "h.db", "--period", "2020..2030", "--out", "looks.xlsx"]);
    let wrong = folder.run(&["find", "h.db", "--columns", "numbr", "--out", "d.csv", "--json"]);
    assert_eq!(wrong.error()["argument"], "columns");
    let wrong = folder.run(&["find", "h.db", "--out", "d.doc", "--json"]);
    assert_eq!((wrong.code, wrong.error()["kind"].as_str()), (2, Some("invalid_input")));
}
