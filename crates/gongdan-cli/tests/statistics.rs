//! Publication, comparison, what-if, ranking, account and queries on the demo's month.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
use std::sync::OnceLock;

use common::{Folder, Ran};
use serde_json::Value;

const FILE: &str = "demo/hengdong.db";
const SEPTEMBER: [&str; 4] = ["--period", "2020-09", "--as-of", "2020-10-09"];
const FORMULA: &str = r#"{"name":"考核@2020","from":"2020-01-01","base":100,"terms":[
    {"figure":"handled_late","points":-2,"at_least":-5},{"figure":"open_late","points":-3}]}"#;

/// A demo of its own.
fn lived() -> Folder {
    let folder = Folder::new();
    folder.done(&["demo"]);
    folder
}

/// One demo for every test that only reads it.
fn demo() -> &'static Folder {
    static DEMO: OnceLock<Folder> = OnceLock::new();
    DEMO.get_or_init(lived)
}

fn about(folder: &Folder, verb: &str, rest: &[&str]) -> Ran {
    folder.run(&[&[verb, FILE][..], rest].concat())
}

fn september(verb: &str, rest: &[&str]) -> Value {
    let ran = about(demo(), verb, &[&SEPTEMBER[..], rest, &["--json"]].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    ran.json()
}

#[test]
fn values_from_outside_come_from_a_file_and_what_is_said_goes_before_them() {
    let folder = demo();
    let place = folder.0.join("版式");
    std::fs::create_dir_all(&place).unwrap();
    let format = "about = \"x\"\nbanner = \"x\"\n[[given]]\nname = \"接通率\"\nkind = \"percent\"\n\
        about = \"话务系统\"\n[[given]]\nname = \"工龄\"\nkind = \"number\"\nabout = \"人事\"\n\
        [[section]]\nheading = \"一\"\nblock = [{ text = \"接通率{{ 接通率 }},工龄{{ 工龄 }}年。\" }]\n";
    std::fs::write(place.join("format.toml"), format).unwrap();
    std::fs::write(folder.0.join("外来数.toml"), "\"接通率\" = \"97.50%\"\n\"工龄\" = 3.10\n")
        .unwrap();
    let asked = [&SEPTEMBER[..], &["--format", "版式", "--values", "外来数.toml"]].concat();
    let printed = about(folder, "bulletin", &asked);
    assert!(printed.out.contains("接通率97.50%,工龄3.10年。"), "{printed:?}");
    let otherwise = about(folder, "bulletin", &[&asked[..], &["--set", "工龄=4"]].concat());
    assert!(otherwise.out.contains("接通率97.50%,工龄4年。"), "{otherwise:?}");
    std::fs::write(folder.0.join("错.toml"), "\"工龄\" = 3\n\"接通率\" = [1]\n").unwrap();
    let asked = [&SEPTEMBER[..], &["--format", "版式", "--values", "错.toml"]].concat();
    let wrong = about(folder, "bulletin", &asked);
    assert!(wrong.code == 2 && wrong.err.contains("错.toml:2"), "{wrong:?}");
    let none = [&SEPTEMBER[..], &["--values", "没有.toml"]].concat();
    assert!(about(folder, "bulletin", &none).err.contains("没有.toml"));
}

#[test]
fn an_issue_is_published_once_listed_and_held_against_the_file() {
    let folder = lived();
    let stamp = ["--by", "编辑", "--at", "2020-10-10 09:00"];
    let publish = [&["--issue", "2020-9"][..], &SEPTEMBER, &stamp].concat();
    let tried = about(&folder, "publish", &[&publish[..], &["--dry-run"]].concat());
    assert_eq!(
        (tried.code, about(&folder, "issues", &["--json"]).json()["issues"].clone()),
        (0, serde_json::json!([]))
    );
    let issue = about(&folder, "publish", &[&publish[..], &["--json"]].concat()).json();
    assert_eq!((&issue["year"], &issue["number"]), (&2020.into(), &9.into()));
    assert_eq!(about(&folder, "publish", &publish).code, 5, "a number is taken once");
    let listed = about(&folder, "issues", &[]).out;
    assert!(
        listed.contains("〔2020〕第9期")
            && listed.contains(issue["journal"]["hash"].as_str().unwrap())
    );

    let printed = about(&folder, "issue", &["2020-9"]).out;
    let again = ["--period", "2020-09", "--as-of", "2020-12-31", "--issue", "9"];
    assert_eq!(about(&folder, "bulletin", &again).out, printed);
    assert!(printed.contains("〔2020〕第9期\n") && printed.contains("条事件存档"), "{printed}");
    let draft = about(&folder, "bulletin", &[&SEPTEMBER[..], &["--issue", "2020-10"]].concat());
    assert!(draft.out.contains("〔2020〕第10期(草稿)"), "{draft:?}");
    let written = about(&folder, "issue", &["2020-9", "--out", "nine", "--html"]);
    assert_eq!((written.code, folder.0.join("nine/2020-9.html").exists()), (0, true));
    assert_eq!(about(&folder, "issue", &["2020-8"]).code, 3);

    let compare =
        |rest: &[&str]| about(&folder, "compare", &[&["--issue", "2020-9"][..], rest].concat());
    let same = compare(&["--json"]);
    assert_eq!((same.code, &same.json()["corrections"]), (0, &serde_json::json!([])));
    let number = "20200925-0018";
    let urged = ["urge", FILE, number, "--by", "管理员", "--at", "2020-10-09 20:00"];
    folder.done(&urged);
    let later = compare(&["--json"]).json();
    assert_eq!(later["intact"], true);
    let corrections = later["corrections"].as_array().unwrap();
    let urged = corrections.iter().find(|each| each["by"] == "all").unwrap();
    assert_eq!((&urged["figure"], &urged["appeared"][0]), (&"urged".into(), &number.into()));
    assert!(compare(&[]).out.contains(number));
    assert_eq!(about(&folder, "compare", &["--issue", "2020-8"]).code, 3);
    assert_eq!(about(&folder, "compare", &["--issue", "nine"]).code, 2);

    let since = ["--period", "2020-10", "--as-of", "2020-11-09"];
    assert!(about(&folder, "since", &since).out.contains("those of 〔2020〕第9期"));
    let since = about(&folder, "since", &[&since[..], &["--json"]].concat()).json();
    assert_eq!((&since["published"]["number"], &since["against"]), (&9.into(), &"2020-09".into()));
    assert_eq!(since["total"]["accepted"]["before"], 3338);
    let year =
        about(&folder, "since", &[&SEPTEMBER[..], &["--against", "year", "--json"]].concat());
    assert_eq!(
        (&year.json()["published"], &year.json()["against"]),
        (&Value::Null, &"2019-09".into())
    );
}

#[test]
fn three_days_would_have_made_more_late_and_nothing_changes() {
    let before = std::fs::read(demo().0.join(FILE)).unwrap();
    let three = september("what-if", &["--handle-days", "3"]);
    let late = |counts: &Value, side: &str| counts["handled_late"][side].as_i64().unwrap();
    assert_eq!(late(&three["total"], "as_it_was"), 18);
    assert!(late(&three["total"], "as_if") > 18, "{three}");
    let same = september("what-if", &["--handle-days", "5"]);
    assert_eq!(same["total"]["handled_late"]["difference"], 0);
    let units = september("what-if", &["--set", "handle_limit=3d", "--by", "unit"]);
    let sum: i64 = units["rows"].as_array().unwrap().iter().map(|row| late(row, "as_if")).sum();
    assert_eq!(sum, late(&three["total"], "as_if"));
    let printed = about(demo(), "what-if", &[&SEPTEMBER[..], &["--handle-days", "3"]].concat()).out;
    assert!(printed.contains("percentage points") && printed.contains("closed_late_rate"));
    let none = about(demo(), "what-if", &SEPTEMBER);
    assert_eq!((none.code, none.err.contains("otherwise")), (2, true));
    assert!(std::fs::read(demo().0.join(FILE)).unwrap() == before, "the file stays");
}

#[test]
fn a_count_that_a_basis_or_grouping_does_not_define_is_refused_by_name() {
    for (verb, basis, by, count) in [
        ("figures", "cohort", "unit", "due_closed"),
        ("figures", "flow", "all", "pending"),
        ("figures", "cohort", "unit", "accepted,waiting"),
        ("since", "flow", "unit", "open"),
        ("what-if", "cohort", "channel", "carried_in"),
    ] {
        let asked = [&SEPTEMBER[..], &["--basis", basis, "--by", by, "--count", count]].concat();
        let more: &[&str] = if verb == "what-if" { &["--handle-days", "3"] } else { &[] };
        let ran = about(demo(), verb, &[&asked[..], more].concat());
        let undefined = count.rsplit(',').next().unwrap();
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{verb} {count}: {ran:?}");
        assert!(ran.err.contains("--count") && ran.err.contains(undefined), "{ran:?}");
    }
}

#[test]
fn the_account_balances_and_lists_its_tickets() {
    let account = september("account", &["--tickets"]);
    assert_eq!((&account["opening"], &account["taken_in"]), (&1.into(), &3338.into()));
    assert_eq!(account["balances"], true);
    let carried = account["tickets"]["carried_out"].as_array().unwrap();
    assert_eq!(account["carried_out"], carried.len());
    let october = ["--period", "2020-10", "--as-of", "2020-10-31", "--tickets", "--json"];
    let next = about(demo(), "account", &october).json();
    assert_eq!(next["tickets"]["opening"].as_array().unwrap(), carried);
    assert!(about(demo(), "account", &SEPTEMBER).out.contains("balances: opening"));
}

#[test]
fn units_are_ranked_in_their_groups_and_explained() {
    let ranking = september("rank", &["--formula", FORMULA]);
    let groups = ranking["groups"].as_array().unwrap();
    assert!(groups.len() > 1);
    let last = september("rank", &["--formula", FORMULA, "--explain", "草市镇"]);
    assert_eq!((&last["score"]["total"], &last["score"]["base"]), (&"89.00".into(), &100.into()));
    assert_eq!(last["score"]["terms"][0]["points"], "-5.00", "held at its bound");
    let nobody = about(demo(), "rank", &SEPTEMBER);
    assert_eq!((nobody.code, nobody.err.contains("no ranking formula")), (2, true));
    let folder = lived();
    let at = ["--by", "管理员", "--at", "2020-10-10 09:00"];
    folder.done(&[&["formula", FILE, "set", FORMULA][..], &at].concat());
    assert!(about(&folder, "formula", &[]).out.contains("-2 × handled_late [-5..]"));
    let named = about(&folder, "rank", &[&SEPTEMBER[..], &["--formula", "考核@2020"]].concat());
    let in_force = about(&folder, "rank", &SEPTEMBER);
    assert_eq!((named.code, named.out), (0, in_force.out));
}

#[test]
fn analysts_read_the_views_and_nothing_else() {
    let query = |sql: &str, rest: &[&str]| about(demo(), "query", &[&[sql], rest].concat());
    let total = query(
        "SELECT accepted FROM v1_by_category WHERE category = '合计' AND month = '2020-09'",
        &["--json"],
    );
    assert_eq!(total.json(), serde_json::json!({ "columns": ["accepted"], "rows": [[3338]] }));
    assert!(query("SELECT * FROM v1_by_channel", &[]).out.contains("4630"));
    for refused in ["SELECT * FROM event", "DELETE FROM v1_tickets", "PRAGMA table_info(ticket)"] {
        assert_eq!(query(refused, &[]).code, 2, "{refused}");
    }
    let endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n";
    let stopped = query(endless, &["--steps", "1000000"]);
    assert_eq!((stopped.code, stopped.err.contains("too many steps")), (2, true));
}

#[test]
fn the_policy_is_set_and_moves_nothing_already_given() {
    let folder = lived();
    let due = |within: &str| {
        let asked = ["due", FILE, "--within", within, "--as-of", "2020-10-09 09:00", "--json"];
        folder.done(&asked).json()["total"].as_i64().unwrap()
    };
    let before = due("8");
    assert!(before > 0 && due("1h") == 0 && due("5d") > before);
    let set = [
        "policy",
        FILE,
        "set",
        "handle-limit",
        "3d",
        "--kind",
        "complaint",
        "--from",
        "2020-11-01",
    ];
    folder.done(&[&set[..], &["--by", "管理员", "--at", "2020-10-10 09:00"]].concat());
    let provisions = about(&folder, "policy", &["--json"]).json()["provisions"].clone();
    let last = provisions.as_array().unwrap().last().unwrap();
    assert_eq!(
        (&last["from"], &last["scope"]),
        (&"2020-11-01T00:00:00+08:00".into(), &"complaint".into())
    );
    assert_eq!(due("8"), before);
    let wrong = ["policy", FILE, "set", "handle-limit", "soon", "--by", "管理员"];
    assert_eq!(folder.run(&wrong).code, 2);
}

#[test]
fn a_week_a_quarter_and_days_are_periods() {
    for (period, shown) in [
        ("2020-W37", "2020-09-07..2020-09-13"),
        ("2020年第37周", "2020-09-07..2020-09-13"),
        ("2020年第三季度", "2020-07-01..2020-09-30"),
        ("2020/9/7..2020/9/13", "2020-09-07..2020-09-13"),
    ] {
        let asked = ["--period", period, "--as-of", "2020-10-09", "--json"];
        let told = about(demo(), "figures", &asked).json();
        assert_eq!(told["period"], shown, "{period}");
        assert!(told["total"]["accepted"].as_i64().unwrap() > 100, "{period}");
    }
}

#[test]
fn figures_are_printed_for_any_period_on_either_basis() {
    let asked = ["--period", "2020-07..2020-08", "--as-of", "2020-10-09"];
    let out =
        about(demo(), "figures", &[&asked[..], &["--basis", "flow", "--by", "unit"]].concat()).out;
    let head = out.lines().next().unwrap();
    assert_eq!(head, "period 2020-07-01..2020-08-31, as of 2020-10-09 23:59:59, basis flow");
    assert!(out.lines().nth(1).unwrap().contains("受理件数"), "{out}");
    assert!(out.contains("—"), "what the flow does not define is no zero: {out}");
    let cohort = about(demo(), "figures", &[&asked[..], &["--json"]].concat()).json();
    assert_eq!(
        (&cohort["period"], &cohort["total"]["accepted"]),
        (&"2020-07-01..2020-08-31".into(), &1.into())
    );
}
