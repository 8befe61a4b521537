//! Refusals, failures, their exit codes and their sentences in both languages.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
use common::Folder;

#[test]
fn a_refusal_is_exit_code_1_and_says_why() {
    let folder = Folder::founded();
    let number = folder.ticket();
    let transfer = ["transfer", "h.db", &number, "--to", "城管局", "--by", "管理员"];
    folder.done(&[&transfer[..], &["--at", "2020-09-01 10:00"]].concat());
    let handle =
        ["handle", "h.db", &number, "--result", "已修复", "--unit", "城管局", "--by", "李四"];
    let handle = [&handle[..], &["--at", "2020-09-01 11:00"]].concat();
    let chinese = folder.run_in("zh_CN.UTF-8", &handle);
    assert_eq!((chinese.code, chinese.err.trim()), (1, "gongdan: 工单尚未签收,不能办结"));
    let english = folder.run(&handle);
    let sentence = "gongdan: cannot handle: it is not signed off yet";
    assert_eq!((english.code, english.err.trim(), english.out.as_str()), (1, sentence, ""));
    let json = folder.run(&[&handle[..], &["--json", "--lang", "zh"]].concat()).error();
    assert_eq!((&json["kind"], &json["exit"]), (&"refused".into(), &1.into()));
    assert_eq!(json["refusal"]["code"], "not_signed_off");
    assert_eq!(json["refusal"]["stage"], "transferred");
    assert!(json["refusal"]["allowed"].as_array().unwrap().contains(&"sign_off".into()));
    assert_eq!(json["message"], "工单尚未签收,不能办结");
}

#[test]
fn the_language_asked_for_outweighs_the_locale() {
    let folder = Folder::founded();
    let show = ["show", "h.db", "20200901-0099"];
    let chinese = folder.run_in("zh_CN.UTF-8", &show);
    assert_eq!((chinese.code, chinese.err.trim()), (3, "gongdan: 没有这张工单:20200901-0099"));
    let english = folder.run_in("zh_CN.UTF-8", &[&show[..], &["--lang", "en"]].concat());
    assert_eq!(english.err.trim(), "gongdan: no such ticket: 20200901-0099");
}

#[test]
fn a_wrong_argument_is_exit_code_2() {
    let folder = Folder::founded();
    let number = folder.ticket();
    let by = ["--by", "管理员", "--json"];
    let wrong = folder.run(&[&["transfer", "h.db", &number, "--to", "县城管"][..], &by].concat());
    assert_eq!((wrong.code, &wrong.error()["argument"]), (2, &"lead".into()));
    assert_eq!(folder.run(&["figures", "h.db", "--period", "2020-13"]).code, 2);
    assert_eq!(folder.run(&["figures", "h.db", "--period", "2020-09", "--by", "weather"]).code, 2);
    assert_eq!(folder.run(&["no-such-verb"]).code, 2);
    assert_eq!(folder.run(&["close", "h.db", &number, "--by", "管理员"]).code, 2);
    let empty =
        ["intake", "h.db", "--channel", "来电", "--matter", "", "--by", "坐席07", "--lang", "zh"];
    let empty = folder.run(&empty);
    assert_eq!((empty.code, empty.err.trim()), (2, "gongdan: 诉求标题(--matter)不能为空"));
}

#[test]
fn an_option_of_one_verb_alone_is_named_as_typed() {
    let folder = Folder::founded();
    let month = ["--period", "2020-09", "--as-of", "2020-10-09"];
    for (line, option) in [
        (vec!["overdue", "h.db", "--limit", "x"], "--limit: "),
        (vec!["due", "h.db", "--within", "8", "--limit", "x"], "--limit: "),
        (vec!["due", "h.db", "--within", "x"], "--within: "),
        ([&["what-if", "h.db", "--set", "handle_limit=x"][..], &month].concat(), "--set: "),
        (vec!["compare", "h.db", "--issue", "x"], "--issue: "),
    ] {
        let wrong = folder.run(&line);
        assert!(wrong.code == 2 && wrong.err.contains(option), "{line:?}: {wrong:?}");
    }
}

#[test]
fn a_missing_file_is_exit_code_3() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["find", "nowhere.db"]).code, 3);
    assert_eq!(folder.run(&["calendar", "h.db", "load", "nowhere.csv", "--by", "管理员"]).code, 3);
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 0, "nothing is made by asking");
}

#[test]
fn a_stale_version_is_exit_code_4() {
    let folder = Folder::founded();
    let number = folder.ticket();
    let note =
        ["note", "h.db", &number, "--text", "已致电", "--by", "管理员", "--at", "2020-09-01 10:00"];
    folder.done(&[&note[..], &["--seen", "1"]].concat());
    let stale = folder.run(&[&note[..], &["--seen", "1", "--json"]].concat());
    assert_eq!(stale.code, 4);
    let versions = &stale.error()["versions"];
    assert_eq!((&versions["expected"], &versions["actual"]), (&1.into(), &2.into()));
}

#[test]
fn a_file_that_is_none_of_ours_is_exit_code_5_and_stays() {
    let folder = Folder::founded();
    std::fs::write(folder.0.join("letter.txt"), "Dear county,\n".repeat(400)).unwrap();
    assert_eq!(folder.run(&["find", "letter.txt"]).code, 5);
    assert_eq!(folder.run(&["backup", "h.db", "letter.txt"]).code, 5);
    let init = ["init", "letter.txt", "--region", "430424", "--name", "衡东县", "--office", "局"];
    assert_eq!(folder.run(&init).code, 5);
    let kept = std::fs::read_to_string(folder.0.join("letter.txt")).unwrap();
    assert_eq!(kept, "Dear county,\n".repeat(400));
    folder.done(&["backup", "h.db", "copy.db"]);
    folder.done(&["verify", "copy.db"]);
}

#[test]
fn a_finding_is_exit_code_1() {
    let folder = Folder::founded();
    folder.ticket();
    let sound = folder.done(&["verify", "h.db", "--json"]).json();
    assert_eq!((&sound["sound"], &sound["tickets"]), (&true.into(), &1.into()));
    assert_eq!(sound["head"]["seq"], sound["events"]);
    let path = folder.0.join("h.db");
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, replaced(&bytes, "路灯不亮".as_bytes(), "路灯很亮".as_bytes())).unwrap();
    let found = folder.run(&["verify", "h.db", "--json"]);
    assert_eq!((found.code, &found.json()["sound"]), (1, &false.into()));
    assert!(!found.json()["findings"].as_array().unwrap().is_empty());
    assert!(folder.run(&["verify", "h.db"]).out.contains("text"));
}

/// The bytes with every occurrence of one text replaced by another of its length.
fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let places: Vec<usize> =
        (0..=bytes.len() - from.len()).filter(|at| bytes[*at..].starts_with(from)).collect();
    assert!(!places.is_empty(), "the text stands in the file");
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    bytes
}

#[test]
fn help_tells_the_exit_codes() {
    let help = Folder::new().done(&["--help"]).out;
    for line in [
        "0   done",
        "1   refused",
        "2   a wrong",
        "3   no such",
        "4   conflict",
        "5   the file",
        "70  a mistake",
    ] {
        assert!(help.contains(line), "{line}");
    }
}
