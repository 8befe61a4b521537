//! Registers from sheets, and what a new office begins with.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
use common::Folder;

const UNITS: &str = "成员单位登记表,,,,,\n\
    单位名称,别名,分组,上级,次序,编码\n\
    县城管执法局,城管局、城管大队,县直,,1,统一代码:114304\n\
    市政所,,县直,县城管执法局,2,\n\
    草市镇人民政府,,乡镇,,3,\n";

fn entries(folder: &Folder, species: &str) -> Vec<serde_json::Value> {
    let told = folder.done(&["register", "h.db", species, "--json"]).json();
    told["entries"].as_array().unwrap().clone()
}

#[test]
fn a_register_comes_in_from_a_sheet() {
    let folder = Folder::founded();
    std::fs::write(folder.0.join("单位.csv"), UNITS).unwrap();
    let sheet = ["register", "h.db", "unit", "--sheet", "单位.csv", "--json"];
    let tried = folder.done(&[&sheet[..], &["--dry-run"]].concat()).json();
    assert_eq!((&tried["taken"], &tried["written"]), (&2.into(), &false.into()));
    assert_eq!(entries(&folder, "unit").len(), 2);
    let done = folder.done(&sheet).json();
    let counted = ["taken", "added", "repeated", "written"].map(|name| done[name].to_string());
    assert_eq!(counted, ["2", "1", "0", "true"]);
    let units = entries(&folder, "unit");
    assert_eq!(units[0]["aliases"], serde_json::json!(["城管局", "城管大队"]));
    assert_eq!(units[0]["codes"][0], "统一代码:114304");
    assert_eq!((&units[2]["parent"], &units[2]["order"]), (&"县城管执法局".into(), &2.into()));
    assert_eq!(units[3]["group"], "乡镇");
    let again = folder.done(&sheet).json();
    assert_eq!((&again["taken"], &again["repeated"]), (&0.into(), &3.into()));
}

#[test]
fn paths_are_added_from_the_top_and_a_wrong_row_stops_all() {
    let folder = Folder::founded();
    let paths = "问题分类\n城市管理->市政->路灯\n城市管理>市政>井盖\n资源环境\n";
    std::fs::write(folder.0.join("分类.csv"), paths).unwrap();
    let done =
        folder.done(&["register", "h.db", "category", "--sheet", "分类.csv", "--json"]).json();
    assert_eq!(done["taken"], 4);
    let names: Vec<_> = entries(&folder, "category").iter().map(|e| e["name"].clone()).collect();
    assert!(names.contains(&serde_json::json!("城市管理>市政>路灯")), "{names:?}");
    std::fs::write(folder.0.join("渠道.csv"), "渠道,类别\n网络,web\n微信,电报\n来访,\n").unwrap();
    let wrong = folder.run(&["register", "h.db", "channel", "--sheet", "渠道.csv", "--json"]);
    let told = wrong.json();
    assert_eq!((wrong.code, &told["written"]), (1, &false.into()));
    let rows: Vec<_> =
        told["errors"].as_array().unwrap().iter().map(|e| e["row"].clone()).collect();
    assert_eq!(rows, [serde_json::json!(3), serde_json::json!(4)]);
    assert_eq!(told["errors"][0]["column"], "B");
    assert_eq!(entries(&folder, "channel").len(), 1, "nothing was written");
    std::fs::write(folder.0.join("空.csv"), "甲,乙\n1,2\n").unwrap();
    let none = folder.run(&["register", "h.db", "unit", "--sheet", "空.csv", "--lang", "zh"]);
    assert!(none.code == 2 && none.err.contains("没有名称一列"), "{none:?}");
}

#[test]
fn contacts_by_day_and_notices_come_in_from_sheets() {
    let folder = Folder::founded();
    let counts =
        "诉求量统计,,\n统计日期,来源渠道,诉求量\n2020-09-01,来电,41\n2020年9月2日,来电,38\n";
    std::fs::write(folder.0.join("诉求量.csv"), counts).unwrap();
    let sheet = ["register", "h.db", "contacts", "--sheet", "诉求量.csv", "--json"];
    let tried = folder.done(&[&sheet[..], &["--dry-run"]].concat()).json();
    assert_eq!((&tried["taken"], &tried["written"]), (&2.into(), &false.into()));
    let counted = |told: serde_json::Value| {
        ["taken", "added", "repeated"].map(|name| told[name].as_u64().unwrap())
    };
    assert_eq!(counted(folder.done(&sheet).json()), [2, 0, 0]);
    std::fs::write(folder.0.join("诉求量.csv"), counts.replace("41", "40")).unwrap();
    assert_eq!(counted(folder.done(&sheet).json()), [0, 1, 1], "corrected to what the sheet says");
    assert_eq!(counted(folder.done(&sheet).json()), [0, 0, 2]);
    std::fs::write(folder.0.join("诉求量.csv"), counts.replace("来电,38", "来电,-38")).unwrap();
    let wrong = folder.run(&sheet);
    assert_eq!((wrong.code, wrong.json()["errors"][0]["row"].as_u64()), (1, Some(4)));
    let notices = "年份,发布日期,文件,日期,安排,节日\n\
        2031,2030-11-25,国办发明电〔2030〕9号,2031-10-01,放假,国庆节\n,,,2031-10-11,上班,国庆节\n";
    std::fs::write(folder.0.join("放假.csv"), notices).unwrap();
    let sheet = ["register", "h.db", "notices", "--sheet", "放假.csv", "--json"];
    assert_eq!(counted(folder.done(&sheet).json()), [1, 0, 0]);
    assert_eq!(counted(folder.done(&sheet).json()), [0, 0, 1]);
    let all = folder.done(&["calendar", "h.db", "--json"]).json();
    let ours = all["notices"].as_array().unwrap().iter().find(|each| each["year"] == 2031).unwrap();
    assert_eq!((&ours["holidays"], &ours["workdays"]), (&1.into(), &1.into()));
    let none =
        folder.run(&["register", "h.db", "notices", "--sheet", "诉求量.csv", "--lang", "zh"]);
    assert!(none.code == 2 && none.err.contains("没有年份一列"), "{none:?}");
    assert_eq!(
        folder.run(&["register", "h.db", "notices"]).code,
        2,
        "without a sheet there is none"
    );
}

#[test]
fn a_new_office_begins_with_the_usual_channels_and_is_told_what_comes_next() {
    let folder = Folder::new();
    let named = ["--region", "430424", "--name", "衡东县", "--office", "县审批局", "--lang", "zh"];
    let said = folder.done(&[&["init", "h.db"][..], &named].concat()).out;
    assert!(said.contains("来电") && said.contains("--sheet 单位.xlsx"), "{said}");
    assert_eq!((entries(&folder, "channel").len(), entries(&folder, "unit").len()), (5, 0));
    assert!(entries(&folder, "category").len() > 10);
    let intake =
        ["--channel", "来电", "--matter", "路灯", "--category", "城市管理", "--by", "坐席"];
    folder.done(&[&["intake", "h.db"][..], &intake].concat());
    folder.done(&[&["init", "b.db", "--bare"][..], &named].concat());
    let bare = folder.done(&["register", "b.db", "channel", "--json"]).json();
    assert_eq!(bare["entries"], serde_json::json!([]));
}
