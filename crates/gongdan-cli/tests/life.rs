//! A ticket's life by the verbs of the command line.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
use common::Folder;

/// The ticket's stage as `show --json` says.
fn stage(folder: &Folder, number: &str) -> String {
    let shown = folder.done(&["show", "h.db", number, "--json"]).json();
    shown["stage"].as_str().unwrap().to_owned()
}

#[test]
fn a_ticket_lives_from_intake_to_close() {
    let folder = Folder::founded();
    let number = folder.ticket();
    let on = |verb: &str, rest: &[&str], at: &str| {
        let mut args = vec![verb, "h.db", &number];
        args.extend(rest);
        args.extend(["--at", at, "--json"]);
        folder.done(&args).json()
    };
    let unit = ["--unit", "城管局", "--by", "李四"];
    let desk = ["--by", "管理员"];
    let sent = on("transfer", &["--to", "县城管执法局", "--by", "管理员"], "2020-09-01 09:30");
    assert_eq!((&sent["stage"], &sent["version"]), (&"transferred".into(), &2.into()));
    assert_eq!(sent["entries"][0]["event"], "transferred");
    on("sign-off", &unit, "2020-09-01 10:00");
    on("handle", &[&unit[..], &["--result", "已修复"]].concat(), "2020-09-02 10:00");
    let call = ["--satisfaction", "very-satisfied", "--solved", "yes"];
    on("callback", &[&desk[..], &call].concat(), "2020-09-03 10:00");
    let closed = on("close", &[&desk[..], &["--outcome", "实际解决"]].concat(), "2020-09-03 10:05");
    assert_eq!((&closed["stage"], &closed["version"]), (&"closed".into(), &6.into()));
    assert_eq!(stage(&folder, &number), "closed");

    let history = folder.done(&["history", "h.db", &number, "--json"]).json();
    let events: Vec<&str> = history["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["event"].as_str().unwrap())
        .collect();
    assert_eq!(
        events,
        ["taken_in", "transferred", "signed_off", "handled", "called_back", "closed"]
    );
    assert_eq!(history["events"][2]["acting_unit"], "县城管执法局");
}

#[test]
fn every_face_of_a_ticket_withholds_the_caller() {
    let folder = Folder::founded();
    let number = folder.ticket();
    for args in [
        vec!["show", "h.db", &number],
        vec!["history", "h.db", &number],
        vec!["find", "h.db", "--text", "路灯"],
        vec!["find", "h.db"],
    ] {
        for json in [false, true] {
            let args = if json { [&args[..], &["--json"]].concat() } else { args.clone() };
            let ran = folder.done(&args);
            assert!(ran.out.contains("路灯不亮"), "{args:?}");
            assert!(!ran.out.contains("13800001111") && !ran.out.contains("陶女士"), "{args:?}");
        }
    }
}

#[test]
fn a_return_goes_on_to_another_unit() {
    let folder = Folder::founded();
    let number = folder.ticket();
    let (to, by) = (["--to", "城管局", "--by", "管理员"], ["--by", "管理员"]);
    let at = |at: &'static str| ["--at", at];
    let run = |verb: &str, parts: &[&[&str]]| {
        folder.done(&[&[verb, "h.db", number.as_str()][..], &parts.concat()].concat())
    };
    run("transfer", &[&to, &at("2020-09-01 09:30")]);
    let member = ["--unit", "县城管执法局", "--by", "李四"];
    run("sign-off", &[&member, &at("2020-09-01 10:00")]);
    run("request-return", &[&member, &["--reason", "不属本单位"], &at("2020-09-01 11:00")]);
    let next = ["--to", "县住建局", "--remark", "请住建局办理"];
    run("grant-return", &[&by, &next, &at("2020-09-01 12:00")]);
    let shown = folder.done(&["show", "h.db", &number, "--json"]).json();
    assert_eq!((&shown["unit"], &shown["stage"]), (&"县住建局".into(), &"transferred".into()));
    assert_eq!(shown["handle_by"], "2020-09-08T23:59:59.999+08:00");
    let given = (&shown["first_transferred_at"], &shown["transferred_at"]);
    let (first, present) = ("2020-09-01T09:30:00+08:00", "2020-09-01T12:00:00+08:00");
    assert_eq!(given, (&first.into(), &present.into()));
    says_what_its_row_says(&folder, &number, &shown);
}

/// What the terminal shows and what a view of the file has under the same name is the same.
fn says_what_its_row_says(folder: &Folder, number: &str, shown: &serde_json::Value) {
    let sql = format!("SELECT * FROM v1_tickets WHERE number = '{number}'");
    let rows = folder.done(&["query", "h.db", &sql, "--json"]).json();
    let (names, row) = (rows["columns"].as_array().unwrap(), rows["rows"][0].as_array().unwrap());
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::Bool(flag) => i32::from(*flag).to_string(),
        serde_json::Value::Array(names) if names.is_empty() => String::new(),
        value => value.to_string().trim_matches('"').replace("null", ""),
    };
    let mut compared = 0;
    for field in gongdan::TicketView::fields().filter(|field| field.name != "matter") {
        let at = names.iter().position(|name| name == field.name).unwrap();
        // The terminal has milliseconds and a zone.
        let said: String = match field.kind {
            gongdan::FieldKind::Moment => text(&shown[field.name]).chars().take(19).collect(),
            _ => text(&shown[field.name]),
        };
        assert_eq!(said.replace('T', " "), text(&row[at]), "{}", field.name);
        compared += 1;
    }
    assert_eq!(compared + 1, shown.as_object().unwrap().len(), "no other field is shown");
}

#[test]
fn whoever_has_used_a_share_of_a_limit_is_listed() {
    let folder = Folder::founded();
    let number = folder.ticket();
    let transfer = ["transfer", "h.db", &number, "--to", "城管局", "--by", "管理员"];
    folder.done(&[&transfer[..], &["--at", "2020-09-24 16:59"]].concat());
    let at = |as_of| folder.done(&["warnings", "h.db", "--as-of", as_of, "--json"]).json();
    assert_eq!(at("2020-09-24 17:00")["warnings"], serde_json::json!([]));
    let sign_off = &at("2020-09-25 12:00")["warnings"];
    assert_eq!((&sign_off[0]["promise"], &sign_off[0]["share"]), (&"sign_off".into(), &50.into()));
    folder.done(&[
        "sign-off",
        "h.db",
        &number,
        "--by",
        "王五",
        "--unit",
        "城管局",
        "--at",
        "2020-09-25 13:00",
    ]);
    assert_eq!(at("2020-09-25 18:00")["warnings"], serde_json::json!([]));
    let half = at("2020-09-28 12:00");
    let handle = &half["warnings"][0];
    assert_eq!(
        (&handle["promise"], &handle["number"]),
        (&"handle".into(), &number.as_str().into())
    );
    assert_eq!((&handle["run_minutes"], &handle["whole_minutes"]), (&3_600.into(), &7_200.into()));
    let set =
        ["policy", "h.db", "set", "warn_at", "60%,90%", "--by", "管理员", "--from", "2020-09-01"];
    folder.done(&[&set[..], &["--at", "2020-09-28 12:00"]].concat());
    assert_eq!(at("2020-09-28 12:00")["warnings"], serde_json::json!([]));
    assert_eq!(at("2020-09-29 12:00")["warnings"][0]["share"], 60);
    assert_eq!(at("2020-10-01 12:00")["warnings"], serde_json::json!([]), "it is overdue");
    let said =
        folder.done(&["warnings", "h.db", "--as-of", "2020-09-30 20:00", "--lang", "zh"]).out;
    assert!(
        said.contains("90%") && said.contains("县城管执法局") && said.contains("办理"),
        "{said}"
    );
    assert!(folder.done(&["policy", "h.db"]).out.contains("60% 90%"));
}

#[test]
fn a_limit_is_explained_day_by_day() {
    let folder = Folder::founded();
    let number = folder.ticket();
    let args = [
        "transfer",
        "h.db",
        &number,
        "--to",
        "城管局",
        "--by",
        "管理员",
        "--at",
        "2020-09-24 16:59",
    ];
    folder.done(&args);
    let explained = folder.done(&["explain", "h.db", &number, "--json"]).json();
    let handle = &explained["promises"][1];
    assert_eq!(
        (&handle["promise"], &handle["limit"]),
        (&"handle".into(), &"5 working days".into())
    );
    let days = handle["days"].as_array().unwrap();
    let counted: Vec<&str> = days
        .iter()
        .filter(|day| !day["ordinal"].is_null())
        .map(|day| day["day"].as_str().unwrap())
        .collect();
    let five = ["2020-09-25", "2020-09-27", "2020-09-28", "2020-09-29", "2020-09-30"];
    assert_eq!(counted, five);
    let chinese = folder.done(&["explain", "h.db", &number, "--lang", "zh"]);
    assert!(chinese.out.contains("国庆节调休上班"), "{}", chinese.out);
}

#[test]
fn a_dry_run_tells_the_events_and_writes_nothing() {
    let folder = Folder::founded();
    let number = folder.ticket();
    let args = ["transfer", "h.db", &number, "--to", "城管局", "--by", "管理员", "--dry-run"];
    let tried = folder.done(&[&args[..], &["--json", "--at", "2020-09-01 10:00"]].concat()).json();
    assert_eq!((&tried["dry_run"], &tried["stage"]), (&true.into(), &"transferred".into()));
    assert_eq!(tried["entries"][0]["event"], "transferred");
    assert_eq!(stage(&folder, &number), "accepted");
}

#[test]
fn a_request_id_and_an_external_number_write_once() {
    let folder = Folder::founded();
    let intake = [
        "intake",
        "h.db",
        "--channel",
        "来电",
        "--matter",
        "路灯不亮",
        "--by",
        "坐席07",
        "--external",
        "SZ-1",
        "--json",
        "--at",
        "2020-09-01 09:00",
    ];
    let first = folder.done(&intake).json();
    let second = folder.done(&intake).json();
    assert_eq!((&first["repeated"], &second["repeated"]), (&false.into(), &true.into()));
    assert_eq!(first["number"], second["number"]);
    let number = first["number"].as_str().unwrap();
    let note = |text| {
        let args = ["note", "h.db", number, "--by", "管理员", "--request", "r1", "--json"];
        folder.run(&[&args[..], &["--text", text, "--at", "2020-09-01 10:00"]].concat())
    };
    assert_eq!(note("已致电").json()["version"], 2);
    assert_eq!(note("已致电").json()["repeated"], true);
    assert_eq!(note("另一条").code, 4);
}

#[test]
fn an_entry_is_moved_in_its_tree_and_what_is_not_told_stays() {
    let folder = Folder::founded();
    let register = |rest: &[&str]| {
        let at = ["--at", "2020-09-01 08:00"];
        folder.run(&[&["register", "h.db", "category"][..], rest, &at].concat())
    };
    let place = |name: &str| {
        let all = folder.done(&["register", "h.db", "category", "--json"]).json();
        let all = all["entries"].as_array().unwrap().clone();
        let own =
            all.into_iter().find(|each| each["name"].as_str().unwrap().ends_with(name)).unwrap();
        (own["parent"].clone(), own["group"].clone(), own["order"].clone())
    };
    register(&["城乡建设", "--group", "民生"]);
    register(&["市政", "--parent", "城乡建设", "--group", "民生", "--order", "5"]);
    assert_eq!(place("市政"), ("城乡建设".into(), "民生".into(), 5.into()));
    assert_eq!(register(&["市政", "--move", "--group", "设施"]).code, 0);
    assert_eq!(place("市政"), ("城乡建设".into(), "设施".into(), 5.into()));
    assert_eq!(register(&["市政", "--move", "--top"]).code, 0);
    assert_eq!(place("市政"), (serde_json::Value::Null, "设施".into(), 5.into()));
    assert_eq!(
        register(&["市政", "--move", "--parent", "月球", "--json"]).error()["argument"],
        "parent"
    );
    assert_eq!(register(&["城乡建设", "--move", "--parent", "城乡建设"]).code, 2);
}

#[test]
fn a_code_of_a_scheme_names_its_entry_wherever_a_name_does() {
    let folder = Folder::founded();
    let number = folder.ticket();
    let register = |rest: &[&str]| {
        let at = ["--at", "2020-09-01 08:00", "--json"];
        folder.run(&[&["register", "h.db", "category"][..], rest, &at].concat())
    };
    assert_eq!(register(&["城市管理", "--code", "GB/T39666:010000", "--code", "甲:99"]).code, 0);
    assert_eq!(register(&["环卫", "--parent", "城市管理", "--code", "GB/T39666:010200"]).code, 0);
    assert_eq!(register(&["环卫", "--code", "无体系"]).error()["argument"], "code");
    let all = register(&[]).json();
    let codes = |nth: usize| all["entries"][nth]["codes"].clone();
    assert_eq!(codes(0), serde_json::json!(["GB/T39666:010000", "甲:99"]));
    assert_eq!(codes(1), serde_json::json!(["GB/T39666:010200"]));
    let found = |category: &str| folder.run(&["find", "h.db", "--category", category, "--json"]);
    assert_eq!(found("010000").json()["total"], 1);
    assert_eq!(
        (found("010200").json()["total"].clone(), found("甲:99").json()["total"].clone()),
        (0.into(), 1.into())
    );
    assert!(found("010300").err.contains("010200"), "the nearest");
    let by = ["--by", "坐席07", "--at", "2020-09-01 10:00"];
    folder.done(
        &[&["reclassify", "h.db", &number, "--category", "GB/T39666:010200"][..], &by].concat(),
    );
    assert_eq!(found("城市管理>环卫").json()["total"], 1);
    assert_eq!(register(&["城市管理", "--code", "甲:"]).code, 0);
    assert_eq!(found("甲:99").code, 2);
    folder.done(&["verify", "h.db"]);
}

#[test]
fn a_file_is_attached_and_given_out_again() {
    let folder = Folder::founded();
    let number = folder.ticket();
    std::fs::write(folder.0.join("现场.JPG"), [7_u8; 5_000]).unwrap();
    let by = ["--by", "坐席07", "--at", "2020-09-01 10:00"];
    let attach = |path: &str, rest: &[&str]| {
        folder.run(&[&["attach-file", "h.db", &number, path, "--json"][..], rest, &by].concat())
    };
    assert_eq!(attach("现场.JPG", &[]).json()["entries"][0]["event"], "attached");
    assert_eq!(attach("没有.jpg", &[]).code, 3);
    assert_eq!(attach("现场.JPG", &["--file-kind", "电影"]).error()["argument"], "file_kind");
    assert_eq!(attach("现场.JPG", &["--unit", "县住建局"]).code, 3, "it never had the ticket");
    let kinds = ["query", "h.db", "SELECT file_kind, size, kept FROM v1_attachments"];
    let told = folder.done(&kinds).out;
    assert!(told.contains("photo") && told.contains("5000") && told.contains("inside"), "{told}");
    let out = |no: &str, to: &str| folder.run(&["attached-file", "h.db", &number, no, to]);
    assert_eq!(out("1", "取出.jpg").code, 0);
    assert_eq!(std::fs::read(folder.0.join("取出.jpg")).unwrap(), [7_u8; 5_000]);
    assert_eq!((out("1", "取出.jpg").code, out("2", "另存.jpg").code), (5, 3));
    folder.done(&["verify", "h.db"]);
}

#[test]
fn a_file_is_founded_on_a_day() {
    let folder = Folder::new();
    let found = |at: &str| {
        let named = ["--region", "430424", "--name", "衡东县", "--office", "县审批局", "--json"];
        folder.run(&[&["init", "h.db", "--at", at][..], &named].concat())
    };
    assert_eq!(found("2020-13-01").error()["argument"], "at");
    assert_eq!(found("2020年1月2日").code, 0);
    let late = ["register", "h.db", "unit", "县住建局", "--at", "2020-01-02 00:00"];
    folder.done(&late);
}

#[test]
fn the_office_keeps_its_register_calendar_and_contacts() {
    let folder = Folder::founded();
    let at = ["--at", "2020-09-01 08:00"];
    let register = |rest: &[&str]| {
        folder.done(&[&["register", "h.db", "unit"][..], rest, &at].concat());
    };
    register(&["县住建局", "--alias", "住建局"]);
    register(&["县住建局", "--rename", "县住房和城乡建设局", "--from", "2020-10-01 00:00"]);
    register(&["县城管执法局", "--merge-into", "县住建局", "--from", "2020-11-01 00:00"]);
    register(&["县住建局", "--move", "--order", "7"]);
    let units = folder.done(&["register", "h.db", "unit", "--json"]).json();
    let entries = units["entries"].as_array().unwrap();
    assert_eq!((entries.len(), &entries[1]["order"]), (2, &7.into()), "moved");
    assert_eq!(entries[0]["merged_into"], "县住房和城乡建设局");
    assert_eq!(
        (&entries[1]["name"], &entries[1]["group"]),
        (&"县住房和城乡建设局".into(), &"县直".into())
    );
    assert_eq!(entries[1]["aliases"][0], "住建局");

    let counted =
        ["contacts", "h.db", "--channel", "来电", "--day", "2020-09-01", "--by", "值班长"];
    folder.done(&[&counted[..], &["--count", "150", "--at", "2020-09-02 08:00"]].concat());
    folder.done(&[&counted[..], &["--count", "-7", "--at", "2020-09-02 08:05"]].concat());
    let figures = ["figures", "h.db", "--period", "2020-09", "--as-of", "2020-10-09", "--json"];
    assert_eq!(folder.done(&figures).json()["contacts"]["来电"], 143);

    std::fs::write(
        folder.0.join("2027.csv"),
        "notice,2027,2026-11-05,县政府办\nholiday,2027-01-01,元旦\n",
    )
    .unwrap();
    folder.done(&["calendar", "h.db", "load", "2027.csv", "--by", "管理员"]);
    let notices = folder.done(&["calendar", "h.db", "--json"]).json();
    let last = notices["notices"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&last["year"], &last["holidays"]), (&2027.into(), &1.into()));

    let policy = folder.done(&["policy", "h.db", "--json", "--lang", "zh"]).json();
    let provisions = policy["provisions"].as_array().unwrap();
    let urgent = provisions.iter().find(|p| p["setting"] == "handle_limit" && p["scope"] == "紧急");
    assert_eq!(urgent.unwrap()["value"], "24小时");
}

#[test]
fn a_caller_is_masked_seen_with_a_reason_and_erased() {
    let folder = Folder::founded();
    let number = folder.ticket();
    let masked = folder.done(&["caller", "h.db", &number, "--json"]).json();
    assert_eq!((&masked["name"], &masked["has_phone"]), (&"陶女士".into(), &true.into()));
    let desk = ["--by", "管理员", "--at", "2020-09-01 10:00", "--json"];
    let without = folder.run(&[&["reveal", "h.db", &number], &desk[..]].concat());
    assert_eq!(
        (without.code, without.error()["refusal"]["code"].as_str()),
        (1, Some("reason_missing"))
    );
    let reveal = ["reveal", "h.db", &number, "--reason", "核实地址"];
    let seen = folder.done(&[&reveal[..], &desk].concat()).json();
    assert_eq!(seen["phone"], "13800001111");
    let erase = ["subject-erase", "h.db", "--phone", "138-0000-1111", "--reason", "本人申请"];
    let erased = folder.done(&[&erase[..], &desk].concat()).json();
    assert_eq!((&erased["texts"], &erased["log_emptied"]), (&4.into(), &true.into()));
    let masked = folder.done(&["caller", "h.db", &number, "--json"]).json();
    assert_eq!((&masked["name"], &masked["erased"]), (&serde_json::Value::Null, &true.into()));
}

#[test]
fn a_person_is_exported_for_a_reason_and_who_looked_is_listed() {
    let folder = Folder::founded();
    let number = folder.ticket();
    let desk = ["--by", "管理员", "--at", "2020-09-01 10:00"];
    let export = |phone, rest: &[&str]| {
        folder.run(&[&["subject-export", "h.db", "--phone", phone], rest, &desk].concat())
    };
    for phone in ["138-0000-1111", "13900009999"] {
        for reason in [&[][..], &["--reason", " "]] {
            let refused = export(phone, reason);
            assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{phone}: {}", refused.err);
        }
    }
    let history = folder.done(&["history", "h.db", &number, "--json"]).json();
    assert_eq!(history["events"].as_array().map(Vec::len), Some(1), "nobody looked yet");
    let exported = export("138-0000-1111", &["--reason", "本人申请"]);
    let records = exported.json()["records"].clone();
    assert_eq!(records.as_array().map(Vec::len), Some(1));
    assert_eq!(records[0]["caller"]["phone"], "13800001111");
    assert_eq!(records[0]["ticket"]["number"], number);
    assert_eq!(records[0]["events"][0]["event"], "taken_in");
    let nobody = export("13900009999", &["--reason", "查无此人"]).json();
    assert_eq!(nobody["records"].as_array().map(Vec::len), Some(0));

    let reveals = ["reveals", "h.db", "--period", "2020-09"];
    let listed = folder.done(&[&reveals[..], &["--json"]].concat()).json();
    let first = &listed["reveals"][0];
    assert_eq!((&first["by"], &first["number"]), (&"管理员".into(), &number.into()));
    assert_eq!((&first["role"], &first["reason"]), (&"centre".into(), &"本人申请".into()));
    assert_eq!(listed["reveals"].as_array().map(Vec::len), Some(1));
    assert!(folder.done(&reveals).out.contains("本人申请"));
    let other = folder.done(&[&reveals[..], &["--by", "李四", "--json"]].concat()).json();
    assert_eq!(other["reveals"].as_array().map(Vec::len), Some(0));
    assert_eq!(folder.run(&["reveals", "h.db", "--period", "九月"]).code, 2);
}

#[test]
fn a_file_says_how_it_stands() {
    let folder = Folder::founded();
    let health = folder.done(&["health", "h.db", "--json"]).json();
    assert_eq!((&health["page_size"], &health["log_is_stuck"]), (&2048.into(), &false.into()));
    assert!(health["schema"].as_i64() >= Some(1) && health["pages"].as_i64() > Some(10));
    assert_eq!(health["another_sqlite"], false);
    assert!(folder.done(&["health", "h.db", "--lang", "zh"]).out.contains("日志字节数"));
    assert_eq!(folder.run(&["health", "no.db"]).code, 3);
}

#[test]
fn what_was_kept_for_long_enough_is_listed() {
    let folder = Folder::founded();
    let number = folder.ticket();
    let desk = ["--by", "管理员", "--at", "2020-09-02 09:00"];
    let reject = ["reject", "h.db", &number, "--reason", "不属受理范围,请拨0734-5222712"];
    folder.done(&[&reject[..], &desk].concat());
    let ask = |day| ["retention", "h.db", "--months", "36", "--as-of", day, "--json"];
    let none = folder.done(&ask("2023-09-01")).json();
    assert_eq!(none["tickets"].as_array().map(Vec::len), Some(0));
    let listed = folder.done(&ask("2023-09-02")).json();
    let first = &listed["tickets"][0];
    assert_eq!((&first["number"], &first["erasable_from"]), (&number.into(), &"2023-09-02".into()));
    let table = folder.done(&["retention", "h.db", "--months", "36", "--as-of", "2023-09-02"]);
    assert!(table.out.contains("2023-09-02"), "{}", table.out);
    assert_eq!(folder.run(&["retention", "h.db", "--months", "0"]).code, 2);

    let reason = |json: serde_json::Value| {
        let events = json["events"].as_array().unwrap().clone();
        events.last().unwrap()["texts"][0]["content"].as_str().unwrap().to_owned()
    };
    let number = first["number"].as_str().unwrap();
    let shown = folder.done(&["history", "h.db", number, "--json"]).json();
    assert_eq!(reason(shown), "不属受理范围,请拨****-*******");
    let reveal = ["reveal", "h.db", number, "--texts", "--reason", "核查", "--by", "管理员"];
    let typed = folder.done(&[&reveal[..], &["--at", "2020-09-03 09:00", "--json"]].concat());
    assert_eq!(reason(typed.json()), "不属受理范围,请拨0734-5222712");
}

#[test]
fn a_copy_prints_its_head_which_is_an_anchor_for_verify() {
    let folder = Folder::founded();
    let copied = folder.done(&["backup", "h.db", "copy.db", "--json"]).json();
    let (seq, hash) = (&copied["head"]["seq"], copied["head"]["hash"].as_str().unwrap());
    let anchors = folder.0.join("heads.txt");
    std::fs::write(&anchors, format!("# printed\n{seq} {hash}\n")).unwrap();
    let sound = folder.done(&["verify", "h.db", "--anchor", "heads.txt", "--json"]).json();
    assert_eq!(sound["anchors"], 1);
    std::fs::write(&anchors, format!("{seq} {}\n", "0".repeat(64))).unwrap();
    let found = folder.run(&["verify", "h.db", "--anchor", "heads.txt", "--json"]);
    assert_eq!((found.code, &found.json()["findings"][0]["kind"]), (1, &"anchor".into()));
    std::fs::write(&anchors, "no anchor\n").unwrap();
    assert_eq!(folder.run(&["verify", "h.db", "--anchor", "heads.txt"]).code, 2);
}

#[test]
fn salvage_makes_a_new_file_and_writes_over_none() {
    let folder = Folder::founded();
    folder.ticket();
    let kept = folder.done(&["salvage", "h.db", "new.db", "--json"]).json();
    assert_eq!((&kept["events"], &kept["texts_lost"]), (&kept["events_before"], &0.into()));
    folder.done(&["verify", "new.db"]);
    assert_eq!(folder.run(&["salvage", "h.db", "new.db"]).code, 5, "nothing is written over");
    assert_eq!(folder.run(&["salvage", "missing.db", "other.db"]).code, 3);
}
