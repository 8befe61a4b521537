//! An old sheet whose header no mapping knows: drafted, looked through, dated, and let in.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
use common::Folder;

#[test]
fn a_mapping_is_drafted_and_a_sheet_without_times_is_dated() {
    let folder = Folder::founded();
    let sheet =
        "某县台账,,\n流水号,诉求主题,处置单位\nK-1,路灯不亮,城管局\nK-2,井盖缺失,县住建局\n";
    std::fs::write(folder.0.join("旧.csv"), sheet).unwrap();
    let draft = ["import", "h.db", "旧.csv", "--suggest", "我的.toml"];
    assert!(folder.done(&draft).out.contains("我的.toml"));
    assert_eq!(folder.run(&draft).code, 5, "a mapping that stands is not overwritten");
    let text = std::fs::read_to_string(folder.0.join("我的.toml")).unwrap();
    assert!(text.contains("matter = \"诉求主题\"") && text.contains("known_on"), "{text}");
    let import = ["import", "h.db", "旧.csv", "--mapping", "我的.toml", "--by", "管理员"];
    let undated = folder.run(&[&import[..], &["--json"]].concat());
    assert_eq!((undated.code, undated.error()["kind"].as_str()), (2, Some("invalid_input")));
    let dated = [&import[..], &["--known-on", "2020-08-31", "--json"]].concat();
    let done = folder.done(&dated);
    assert_eq!((&done.json()["taken"], done.err.as_str()), (&2.into(), ""), "nobody looks on");
    let told = folder.done(&[&dated[..], &["--progress"]].concat());
    assert_eq!((&told.json()["repeated"], told.err.is_empty()), (&2.into(), false));
    let found = folder.done(&["find", "h.db", "--accepted", "2020-08-31", "--json"]).json();
    assert_eq!(found["total"], 2);
    let wrong = folder.run(&[&import[..], &["--known-on", "2020-02-30", "--json"]].concat());
    assert_eq!(wrong.error()["argument"], "known_on");
    assert_eq!(folder.run(&["import", "h.db", "旧.csv"]).code, 2, "who does it has to be said");
}
