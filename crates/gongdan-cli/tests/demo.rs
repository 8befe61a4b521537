//! The demo: what it makes, what it never replaces, and the figures of its month.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
use std::sync::OnceLock;

use common::Folder;
use unicode_width::UnicodeWidthStr;

/// One demo for every test that only reads it.
fn demo() -> &'static Folder {
    static DEMO: OnceLock<Folder> = OnceLock::new();
    DEMO.get_or_init(|| {
        let folder = Folder::new();
        folder.done(&["demo"]);
        folder
    })
}

fn figures(rest: &[&str]) -> serde_json::Value {
    let asked = ["figures", "demo/hengdong.db", "--period", "2020-09", "--as-of", "2020-10-09"];
    demo().done(&[&asked[..], rest, &["--json"]].concat()).json()
}

#[test]
fn all_together_has_every_count_measure_and_contact() {
    let all = figures(&["--by", "all"]);
    assert_eq!((&all["period"], &all["basis"]), (&"2020-09".into(), &"cohort".into()));
    assert_eq!(all["as_of"], "2020-10-09T23:59:59.999+08:00");
    let rate = &all["closure_rate"];
    assert_eq!((&rate["numerator"], &rate["denominator"]), (&3285.into(), &3338.into()));
    assert_eq!((&rate["printed"], &rate["rule"]), (&"98.41%".into(), &"closed / effective".into()));
    assert_eq!(all["measures"]["satisfaction_rate"]["printed"], "97.80%");
    assert_eq!(
        (&all["total"]["accepted"], &all["rows"][0]["resolved_online"]),
        (&3338.into(), &2882.into())
    );
    assert_eq!(all["contacts"]["来电"], 4630);
}

#[test]
fn rows_carry_their_key_and_add_up_to_the_total() {
    for by in
        ["category", "unit", "channel", "kind", "urgency", "unit_group", "area", "day", "month"]
    {
        let figures = figures(&["--by", by]);
        let rows = figures["rows"].as_array().unwrap();
        let sum: i64 = rows.iter().map(|row| row["accepted"].as_i64().unwrap()).sum();
        assert_eq!(figures["total"]["accepted"], sum, "{by}");
        assert!(rows.iter().all(|row| row["key"].is_string()), "{by}");
    }
    let units = figures(&["--by", "unit"]);
    let rows = units["rows"].as_array().unwrap();
    let late: Vec<&str> = rows
        .iter()
        .filter(|row| row["open_late"].as_i64() > Some(0))
        .map(|row| row["key"].as_str().unwrap())
        .collect();
    assert_eq!((rows.len(), late), (49, vec!["石滩乡人民政府", "草市镇人民政府"]));
}

#[test]
fn a_channel_tells_which_units_had_its_tickets() {
    let channels = figures(&["--by", "channel"]);
    let rows = channels["rows"].as_array().unwrap();
    let letters = rows.iter().find(|row| row["key"] == "市委书记、市长信箱").unwrap();
    assert_eq!((&letters["accepted"], &letters["resolved_online"]), (&2.into(), &1.into()));
    assert_eq!(letters["units"], serde_json::json!({ "石滩乡人民政府": 1 }));
}

#[test]
fn the_tickets_behind_a_figure_are_as_many_as_it_says() {
    let unit = figures(&["--tickets", "--unit", "草市镇人民政府", "--count", "open_late"]);
    assert_eq!((&unit["count"], &unit["figure"]), (&2.into(), &"open_late".into()));
    assert_eq!(unit["tickets"].as_array().unwrap().len(), 2);
    assert!(unit["tickets"][0]["number"].is_string() && unit["tickets"][0]["id"].is_i64());
    let category = figures(&["--tickets", "--category", "城市管理", "--count", "transferred"]);
    assert_eq!(category["tickets"].as_array().unwrap().len(), 104);
    let channel = figures(&["--tickets", "--channel", "市12345平台", "--count", "accepted"]);
    assert_eq!((&channel["count"], channel["tickets"].as_array().unwrap().len()), (&5.into(), 5));
    let total = figures(&["--tickets", "--count", "pending"]);
    assert_eq!((&total["count"], total["tickets"].as_array().unwrap().len()), (&46.into(), 46));
    let flow = figures(&["--basis", "flow"]);
    assert_eq!(flow["basis"], "flow");
}

#[test]
fn a_table_lines_up_and_has_both_names_over_each_column() {
    let asked = ["figures", "demo/hengdong.db", "--period", "2020-09", "--as-of", "2020-10-09"];
    for by in ["category", "unit"] {
        let out = demo().done(&[&asked[..], &["--by", by]].concat()).out;
        let table: Vec<&str> = out.lines().filter(|line| line.starts_with('|')).collect();
        let width = table[0].width();
        assert!(table.iter().all(|line| line.width() == width), "{out}");
        assert!(table[0].contains("受理件数") && table[1].contains("accepted"), "{out}");
        assert!(table.len() > 19 && table[table.len() - 1].contains("total"), "{out}");
    }
}

#[test]
fn the_columns_of_a_table_are_the_counts_that_are_named() {
    let asked = ["figures", "demo/hengdong.db", "--period", "2020-09", "--as-of", "2020-10-09"];
    let named = ["--by", "kind", "--count", "accepted,closed-late", "--count", "pending"];
    let out = demo().done(&[&asked[..], &named].concat()).out;
    let names: Vec<&str> = out.lines().nth(2).unwrap().split('|').map(str::trim).collect();
    assert_eq!(names, ["", "", "accepted", "closed_late", "pending", ""]);
}

#[test]
fn who_is_overdue_is_a_question_with_a_moment() {
    let overdue = |rest: &[&str]| {
        let asked = ["overdue", "demo/hengdong.db", "--as-of", "2020-10-09", "--json"];
        demo().done(&[&asked[..], rest].concat()).json()["total"].clone()
    };
    assert_eq!((overdue(&[]), overdue(&["--unit", "草市镇"])), (3.into(), 2.into()));
}

#[test]
fn a_page_of_a_search_is_a_part_of_its_total() {
    let found = |rest: &[&str]| {
        let asked = ["find", "demo/hengdong.db", "--text", "路灯", "--json"];
        demo().done(&[&asked[..], rest].concat()).json()
    };
    let (first, second) = (found(&["--limit", "3"]), found(&["--limit", "3", "--offset", "3"]));
    assert_eq!((&first["total"], &second["total"]), (&20.into(), &20.into()));
    assert_eq!(first["tickets"].as_array().unwrap().len(), 3);
    assert_ne!(first["tickets"][0]["number"], second["tickets"][0]["number"]);
    let open = found(&["--open", "--stage", "signed-off", "--accepted", "2020-09"]);
    let stages = open["tickets"].as_array().unwrap().iter().map(|ticket| &ticket["stage"]);
    assert!(stages.clone().count() > 0 && stages.clone().all(|stage| stage == "signed_off"));
}

#[test]
fn the_bulletin_is_printed_or_written_and_replaces_nothing() {
    let bulletin = ["bulletin", "demo/hengdong.db", "--period", "2020-09", "--as-of", "2020-10-09"];
    let to = ["--to", "县委、县政府负责同志", "--to", "县人大、县政协分管负责同志"];
    let copies = ["--copies", "县委办公室、县政府办公室", "--copies", "热线各成员单位"];
    let bulletin = [&bulletin[..], &to[..], &copies[..]].concat();
    let printed = demo().done(&bulletin).out;
    assert!(printed.contains("〔2020〕第9期") && printed.contains("98.41%"), "{printed}");
    let made = std::fs::read_to_string(demo().0.join("demo/2020-09.md")).unwrap();
    assert_eq!(made, format!("<!-- gongdan demo -->\n{printed}"));
    let json = demo().done(&[&bulletin[..], &["--json", "--number", "12"]].concat()).json();
    assert_eq!(json["number"], "〔2020〕第12期");
    let out = Folder::new();
    let file = demo().0.join("demo/hengdong.db");
    let to = [&["bulletin", file.to_str().unwrap()][..], &bulletin[2..], &["--out", "."]].concat();
    out.done(&to);
    assert_eq!(std::fs::read_to_string(out.0.join("2020-09.md")).unwrap(), printed);
    assert_eq!(out.run(&to).code, 5);
    out.done(&[&to[..], &["--overwrite"]].concat());
}

#[test]
fn the_bulletin_is_written_in_every_form() {
    let bulletin = ["bulletin", "demo/hengdong.db", "--period", "2020-09", "--as-of", "2020-10-09"];
    let forms = ["--docx", "--xlsx", "--html"];
    let refused = demo().run(&[&bulletin[..], &forms[..1]].concat());
    assert_eq!((refused.code, refused.err.contains("--out")), (2, true), "{refused:?}");
    let out = Folder::new();
    let folder = out.0.join("issue");
    let to = [&bulletin[..], &forms[..], &["--out", folder.to_str().unwrap(), "--json"]].concat();
    let written = demo().done(&to).json()["written"].as_array().unwrap().len();
    assert_eq!((written, std::fs::read_dir(&folder).unwrap().count()), (5, 5));
    for (ending, magic) in [("docx", "PK"), ("xlsx", "PK"), ("html", "<!")] {
        let bytes = std::fs::read(folder.join(format!("2020-09.{ending}"))).unwrap();
        assert!(bytes.starts_with(magic.as_bytes()), "{ending}");
    }
}

/// Whether the system has a Chinese font to draw with.
fn has_a_font() -> bool {
    let made = demo().0.join("demo/2020-09.pdf").exists();
    if !made {
        println!("skipped: no Chinese font is found");
    }
    made
}

#[test]
fn pdf_and_pictures_are_written_where_there_is_a_chinese_font() {
    if !has_a_font() {
        return;
    }
    let bulletin = ["bulletin", "demo/hengdong.db", "--period", "2020-09", "--as-of", "2020-10-09"];
    let out = Folder::new();
    let to = ["--pdf", "--png", "--out", out.0.to_str().unwrap()];
    demo().done(&[&bulletin[..], &to].concat());
    for (name, magic) in [
        ("2020-09.pdf", &b"%PDF-"[..]),
        ("2020-09.categories.png", b"\x89PNG"),
        ("2020-09.units_late.png", b"\x89PNG"),
    ] {
        assert!(std::fs::read(out.0.join(name)).unwrap().starts_with(magic), "{name}");
    }
}

#[test]
fn without_a_chinese_font_it_is_said_what_to_install_and_nothing_is_left_blank() {
    let out = Folder::new();
    let fonts = out.0.join("none");
    std::fs::create_dir_all(&fonts).unwrap();
    let bulletin = ["bulletin", "demo/hengdong.db", "--period", "2020-09", "--as-of", "2020-10-09"];
    let to = ["--fonts", fonts.to_str().unwrap(), "--out", out.0.to_str().unwrap()];
    for form in ["--pdf", "--png"] {
        let refused = demo().run(&[&bulletin[..], &to, &[form, "--lang", "zh"]].concat());
        assert_eq!(refused.code, 3, "{refused:?}");
        assert!(refused.err.contains("没有找到可用的中文字体"), "{refused:?}");
        assert!(!out.0.join("2020-09.md").exists(), "nothing is written");
    }
    let made = demo().run(&[&bulletin[..], &to, &["--docx"]].concat());
    assert_eq!(made.code, 0);
    assert!(made.err.contains("the Word document has no charts: no Chinese font"), "{made:?}");
    let own = Folder::new();
    let made = own.run(&["demo", "--fonts", fonts.to_str().unwrap(), "--lang", "zh"]);
    assert_eq!(made.code, 0, "{made:?}");
    assert!(made.err.contains("未生成PDF: "), "{made:?}");
    assert!(!own.0.join("demo/2020-09.pdf").exists() && own.0.join("demo/2020-09.docx").exists());
    own.done(&["demo"]);
    assert_eq!(own.0.join("demo/2020-09.pdf").exists(), has_a_font());
    own.done(&["demo", "--fonts", fonts.to_str().unwrap()]);
    assert!(!own.0.join("demo/2020-09.pdf").exists(), "the earlier demo's PDF is gone");
}

#[test]
fn the_bulletin_is_laid_out_in_a_format_or_told_what_is_wrong_with_it() {
    let bulletin = ["bulletin", "demo/hengdong.db", "--period", "2020-09", "--as-of", "2020-10-09"];
    let usual = demo().done(&bulletin).out;
    assert_eq!(demo().done(&[&bulletin[..], &["--format", "hengdong-2020"]].concat()).out, usual);
    let apart = demo().done(&[&bulletin[..], &["--format", "hengdong-2023"]].concat()).out;
    assert!(
        apart.contains("| 1 | 县城管执法局 | 132 |") && apart.contains("发回重办率"),
        "{apart}"
    );
    let refused = demo().run(&[&bulletin[..], &["--format", "hengdong-2032"]].concat());
    assert_eq!((refused.code, refused.err.contains("hengdong-2023")), (2, true), "{refused:?}");
    let own = Folder::new();
    let toml = "about = \"x\"\nbanner = \"x\"\ntitle = \"x\"\n[[section]]\nheading = \"x\"\n\
                block = [{ template = \"t.txt\" }]\n";
    std::fs::write(own.0.join("format.toml"), toml).unwrap();
    std::fs::write(own.0.join("t.txt"), "一\n{{ all.closure_rte }}\n").unwrap();
    let refused = demo().run(&[&bulletin[..], &["--format", own.0.to_str().unwrap()]].concat());
    assert_eq!(refused.code, 2);
    assert!(
        refused.err.contains("t.txt:2:") && refused.err.contains("closure_rate"),
        "{refused:?}"
    );
}

#[test]
fn every_shipped_format_is_written_in_every_form() {
    if !has_a_font() {
        return;
    }
    let bulletin = ["bulletin", "demo/hengdong.db", "--period", "2020-09", "--as-of", "2020-10-09"];
    let forms = ["--docx", "--xlsx", "--html", "--pdf", "--png"];
    for (format, drawn) in [
        ("hengdong-2020", &["categories", "units_late"][..]),
        ("hengdong-2023", &["departments", "rework", "townships"]),
        ("plain", &["categories", "satisfaction"]),
        ("quarter", &["categories", "months", "satisfaction"]),
    ] {
        let out = Folder::new();
        let to = ["--format", format, "--out", out.0.to_str().unwrap()];
        demo().done(&[&bulletin[..], &forms, &to].concat());
        let mut wanted = ["docx", "html", "json", "md", "pdf", "xlsx"].map(str::to_owned).to_vec();
        wanted.extend(drawn.iter().map(|name| format!("{name}.png")));
        wanted.sort();
        let names = std::fs::read_dir(&out.0).unwrap().map(|each| each.unwrap().file_name());
        let names = names.map(|name| name.into_string().unwrap().replacen("2020-09.", "", 1));
        let mut names: Vec<String> = names.collect();
        names.sort();
        assert_eq!(names, wanted, "{format}");
    }
}

#[test]
fn a_font_that_a_format_names_and_the_system_lacks_is_told() {
    if !has_a_font() {
        return;
    }
    let (own, out) = (Folder::new(), Folder::new());
    let toml = "about = \"x\"\nbanner = \"x\"\ntitle = \"x\"\n[look]\n\
                text = { font = \"没有这种字体\" }\n[[section]]\nheading = \"x\"\n\
                block = [{ template = \"t.txt\" }]\n";
    std::fs::write(own.0.join("format.toml"), toml).unwrap();
    std::fs::write(own.0.join("t.txt"), "一\n").unwrap();
    let bulletin = ["bulletin", "demo/hengdong.db", "--period", "2020-09", "--as-of", "2020-10-09"];
    let format = ["--format", own.0.to_str().unwrap(), "--lang", "zh"];
    let to = ["--out", out.0.to_str().unwrap(), "--pdf"];
    let made = demo().run(&[&bulletin[..], &format, &to].concat());
    assert_eq!(made.code, 0, "{made:?}");
    assert!(made.err.starts_with("PDF: 没有可用的字体“没有这种字体”,代之以“"), "{made:?}");
}

#[test]
fn a_form_that_was_worked_on_is_not_replaced() {
    let folder = Folder::new();
    folder.done(&["demo", "--out", "d"]);
    folder.done(&["demo", "--out", "d"]);
    let path = folder.0.join("d/2020-09.docx");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes.push(0);
    std::fs::write(&path, &bytes).unwrap();
    let refused = folder.run(&["demo", "--out", "d"]);
    assert_eq!((refused.code, refused.err.contains("2020-09.docx")), (5, true), "{refused:?}");
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn the_demo_replaces_itself_and_nothing_else() {
    let (folder, pdf) = (Folder::new(), usize::from(has_a_font()));
    let made = folder.done(&["demo", "--out", "d", "--json"]).json();
    assert_eq!(
        (&made["tickets"], made["files"].as_array().unwrap().len()),
        (&3339.into(), 6 + pdf)
    );
    let bytes = || std::fs::read(folder.0.join("d/hengdong.db")).unwrap();
    let journal = || {
        let json = std::fs::read_to_string(folder.0.join("d/2020-09.json")).unwrap();
        serde_json::from_str::<serde_json::Value>(&json).unwrap()["journal"].clone()
    };
    let head = journal();
    assert!(head["hash"].is_string(), "{head}");
    folder.done(&["demo", "--out", "d"]);
    assert_eq!(journal(), head, "the same journal again");
    let first = bytes();

    let markdown = folder.0.join("d/2020-09.md");
    std::fs::write(&markdown, "mine\n").unwrap();
    let refused = folder.run(&["demo", "--out", "d", "--lang", "zh"]);
    assert_eq!(refused.code, 5);
    assert!(refused.err.contains("2020-09.md: 不是样例建立的文件"), "{}", refused.err);
    assert_eq!(std::fs::read_to_string(&markdown).unwrap(), "mine\n");
    assert!(bytes() == first, "the file stays");
    std::fs::remove_file(&markdown).unwrap();

    let number = "20200908-0043";
    let urge = ["urge", "d/hengdong.db", number, "--by", "管理员", "--at", "2020-10-12 09:00"];
    folder.done(&urge);
    let worked_on = bytes();
    let refused = folder.run(&["demo", "--out", "d"]);
    assert_eq!((refused.code, refused.err.contains("worked on since")), (5, true), "{refused:?}");
    assert!(bytes() == worked_on, "the work on it stays");
}

#[test]
fn the_demo_leaves_another_hotline_alone() {
    let folder = Folder::founded();
    std::fs::create_dir(folder.0.join("d")).unwrap();
    std::fs::rename(folder.0.join("h.db"), folder.0.join("d/hengdong.db")).unwrap();
    let before = std::fs::read(folder.0.join("d/hengdong.db")).unwrap();
    let refused = folder.run(&["demo", "--out", "d", "--json"]);
    assert_eq!((refused.code, &refused.error()["kind"]), (5, &"exists".into()));
    assert_eq!(std::fs::read(folder.0.join("d/hengdong.db")).unwrap(), before);
    assert!(!folder.0.join("d/2020-09.md").exists());
}
