//! Who looks, at the terminal: a unit is shown its own tickets without other units' texts, an analyst no
//! text at all; and a ticket that a unit never had does not exist to it, also when it acts.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::Folder;

const CALLER: &str = "欧阳若兰";
const PHONE: &str = "13807340417";

/// Takes a ticket in and gives it to a unit; its number.
fn given(folder: &Folder, word: &str, unit: &str) -> String {
    let texts = ["--matter", &format!("{word}标题"), "--appeal", &format!("{word}内容")];
    let who = ["--caller-name", CALLER, "--caller-phone", PHONE];
    let intake = ["intake", "h.db", "--channel", "来电", "--by", "坐席07", "--json"];
    let at = ["--at", "2020-09-01 09:00"];
    let taken = folder.done(&[&intake[..], &texts, &who, &at].concat()).json();
    let number = taken["number"].as_str().unwrap().to_owned();
    let remark = format!("{word}意见");
    let transfer = ["transfer", "h.db", &number, "--to", unit, "--remark", &remark];
    folder.done(&[&transfer[..], &["--by", "坐席07", "--at", "2020-09-01 09:30"]].concat());
    number
}

/// Everything that the terminal shows of tickets, as a viewer.
fn looked(folder: &Folder, viewer: &str, numbers: &[&str]) -> String {
    let as_of = ["--as-of", "2020-10-09"];
    let mut lines: Vec<Vec<&str>> = vec![vec!["find", "h.db"]];
    lines.push([&["overdue", "h.db"][..], &as_of].concat());
    lines.push(vec!["due", "h.db", "--as-of", "2020-09-01 10:00", "--within", "9d"]);
    let figures = ["figures", "h.db", "--period", "2020-09", "--tickets", "--count", "accepted"];
    lines.push([&figures[..], &as_of].concat());
    lines.push(vec!["warnings", "h.db", "--as-of", "2020-09-02 23:00"]);
    for verb in ["show", "history", "explain", "caller"] {
        lines.extend(numbers.iter().map(|number| vec![verb, "h.db", *number]));
    }
    let mut said = String::new();
    for line in lines {
        for form in [&[][..], &["--json"], &["--lang", "zh"]] {
            let ran = folder.run(&[&line[..], form, &["--as", viewer]].concat());
            assert!([0, 3].contains(&ran.code), "{line:?}: {ran:?}");
            if ran.code == 0 {
                said.push_str(&ran.out);
            }
        }
    }
    said
}

#[test]
fn each_viewer_is_shown_what_is_for_it() {
    let folder = Folder::founded();
    let (own, foreign) = (given(&folder, "甲雀", "城管局"), given(&folder, "乙雀", "县住建局"));
    let numbers = [own.as_str(), foreign.as_str()];
    let unit = looked(&folder, "unit:城管局", &numbers);
    assert!(unit.contains("甲雀标题") && unit.contains("甲雀意见") && unit.contains(&own));
    assert!(!unit.contains("乙雀") && !unit.contains(&foreign) && unit.contains("欧阳某"));
    let analyst = looked(&folder, "analyst", &numbers);
    assert!(analyst.contains(&own) && analyst.contains(&foreign));
    assert!(!analyst.contains('雀') && !analyst.contains("欧阳"));
    let centre = looked(&folder, "centre", &numbers);
    assert_eq!(centre, looked(&folder, "督查部门", &numbers));
    assert!(centre.contains("甲雀内容") && centre.contains("乙雀内容"));
    for said in [unit, analyst, centre] {
        assert!(!said.contains(CALLER) && !said.contains(PHONE));
    }
    let wrong = folder.run(&["find", "h.db", "--as", "unit:宇航局"]);
    assert!(wrong.code == 2 && wrong.err.contains("--as"), "{wrong:?}");
}

#[test]
fn a_unit_acts_on_its_own_tickets_alone_and_is_shown_whom_to_ring() {
    let folder = Folder::founded();
    let foreign = given(&folder, "乙雀", "县住建局");
    let acted = |number: &str, verb: &str, rest: &[&str]| {
        let who = ["--unit", "城管局", "--by", "李四", "--at", "2020-09-01 10:00"];
        folder.run(&[&[verb, "h.db", number][..], rest, &who].concat())
    };
    for number in [foreign.as_str(), "20200901-9999"] {
        for (verb, rest) in [
            ("sign-off", &[][..]),
            ("reveal", &["--reason", "约时间"]),
            ("reveal", &["--texts", "--reason", "约时间"]),
        ] {
            let ran = acted(number, verb, rest);
            let none = format!("gongdan: no such ticket: {number}");
            assert_eq!((ran.code, ran.err.trim()), (3, none.as_str()));
        }
    }
    let own = given(&folder, "甲雀", "城管局");
    let shown = acted(&own, "reveal", &["--reason", "约上门时间"]);
    assert!(shown.code == 0 && shown.out.contains(PHONE) && !shown.out.contains(CALLER));
    let whole = acted(&own, "reveal", &["--texts", "--reason", "约上门时间"]);
    assert!(whole.code == 1 && whole.out.is_empty(), "{whole:?}");
    folder.done(&["confidential", "h.db", &own, "--by", "坐席07", "--at", "2020-09-01 11:00"]);
    let withheld = acted(&own, "reveal", &["--reason", "约上门时间"]);
    assert!(withheld.code == 1 && !withheld.out.contains(PHONE), "{withheld:?}");
}

/// What is asked of all tickets at once.
fn over_all(out: &str) -> Vec<Vec<&str>> {
    let month = ["--period", "2020-09", "--as-of", "2020-10-09"];
    let asked =
        |verb: &'static str, rest: &[&'static str]| [&[verb, "h.db"][..], rest, &month].concat();
    vec![
        asked("account", &["--tickets"]),
        asked("seats", &[]),
        asked("since", &[]),
        asked("rank", &[]),
        asked("what-if", &["--handle-days", "3"]),
        [&asked("bulletin", &[])[..], &["--out", out]].concat(),
        vec!["issues", "h.db"],
        vec!["issue", "h.db", "2020-9", "--out", out],
        vec!["compare", "h.db", "--issue", "2020-9"],
        vec!["retention", "h.db", "--months", "1", "--as-of", "2030-01-01"],
        vec!["query", "h.db", "SELECT * FROM v1_tickets"],
    ]
}

#[test]
fn what_is_asked_of_all_tickets_is_answered_to_no_unit_and_without_texts_to_an_analyst() {
    let folder = Folder::founded();
    given(&folder, "甲雀", "城管局");
    let who = ["--by", "编辑", "--at", "2020-10-09 12:00", "--answers-for", "编辑"];
    let publish = ["publish", "h.db", "--issue", "2020-9", "--period", "2020-09"];
    folder.done(&[&publish[..], &["--as-of", "2020-10-09"], &who].concat());
    let reveals = vec!["reveals", "h.db", "--period", "2020-09"];
    for line in over_all("-").into_iter().chain([reveals.clone()]) {
        let ran = folder.run(&[&line[..], &["--as", "unit:城管局"]].concat());
        assert!(
            ran.code == 2 && ran.out.is_empty() && ran.err.contains("--as"),
            "{line:?}: {ran:?}"
        );
        let centre = folder.run(&line);
        assert!([0, 1].contains(&centre.code) || line[0] == "rank", "{line:?}: {centre:?}");
    }
    for line in over_all("-") {
        let ran = folder.run(&[&line[..], &["--as", "analyst"]].concat());
        assert!([0, 1].contains(&ran.code) || line[0] == "rank", "{line:?}: {ran:?}");
        assert!(!ran.out.contains('雀') && !ran.out.contains(CALLER), "{line:?}");
    }
    let ran = folder.run(&[&reveals[..], &["--as", "analyst"]].concat());
    assert!(ran.code == 2 && ran.err.contains("--as"), "{ran:?}");
}
