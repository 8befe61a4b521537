//! A month counted by hand, against every printed figure.

use gongdan::ErrorKind;
use gongdan::{
    Command, Moment, OfficeCommand, Provision, Rounding, Satisfaction, Scope, Setting, Stamp, Value,
};
use gongdan_bulletin::{Bulletin, Check, Column, Edition, Reason, Which};

use crate::lived::{BUILDING, Lived, at, september};
use crate::read::markdown::{list_after, number_after, table};

const CUT_OFF: &str = "2020-09-30";

fn check<'a>(bulletin: &'a Bulletin, name: &str) -> &'a Check {
    bulletin.checks.iter().find(|check| check.name == name).unwrap()
}

/// Number and reason of the tickets between two figures.
fn between(check: &Check) -> Vec<(&str, Which, Reason)> {
    let tickets = check.tickets.iter();
    tickets.map(|each| (each.number.as_str(), each.counted_by, each.reason)).collect()
}

#[test]
fn the_sentences_say_what_was_counted_by_hand() {
    let markdown = Lived::month("sentences")
        .bulletin(&september(CUT_OFF))
        .document()
        .expect("laid out")
        .markdown();
    for said in [
        "# 衡东县“12345”政府服务热线9月份工单办理情况通报",
        "〔2020〕第9期",
        "衡东县行政审批服务局 2020年9月30日",
        "接收市民来电总量25次,接收“书记信箱”来信3件、“市平台”转派工单2件,共形成有效电子工单12件,\
         其中在线办结数2件,转办工单9件。",
        "另有:有效电子工单中待派1件、不予受理1件、并入其他工单1件。",
        "已综合办结数4件,综合办结率33.33%。",
        "满意率为50.00%(满意数÷评价数)。",
        "“书记信箱”有效工单1件,具体承办单位为:在线办结1件;\
         “市平台”有效工单2件,具体承办单位为:电力公司1件、暂无单位承办1件。",
        "本期转办工单共计9件,超期办结工单共2件,具体承办单位为:县城管执法局1件、电力公司1件;\
         超期未办理工单共1件,具体承办单位为:县住建局1件。",
    ] {
        assert!(markdown.contains(said), "{said}\nis not in\n{markdown}");
    }
    assert!(!markdown.contains("“来电”有效工单"));
}

#[test]
fn the_tables_hold_what_was_counted_by_hand() {
    let markdown = Lived::month("tables")
        .bulletin(&september(CUT_OFF))
        .document()
        .expect("laid out")
        .markdown();
    let categories = [
        ["城市管理", "5", "3", "1", "33.33%"],
        [BUILDING, "2", "0", "0", "—"],
        ["生活用电", "3", "0", "0", "—"],
        ["在线办结", "1", "1", "0", "0.00%"],
        ["未分类", "1", "0", "0", "—"],
        ["合计", "12", "4", "1", "25.00%"],
    ];
    assert_eq!(table(&markdown, "问题分类统计"), categories);
    let units = [
        ["县城管执法局", "2", "0", "0", "1", "0"],
        ["县住建局", "2", "1", "1", "0", "1"],
        ["电力公司", "3", "1", "0", "1", "0"],
        ["合计", "7", "2", "1", "2", "1"],
    ];
    assert_eq!(table(&markdown, "成员单位工单办理情况"), units);
    let late = [
        ["1", "县城管执法局", "1", "1", "0"],
        ["1", "县住建局", "1", "0", "1"],
        ["1", "电力公司", "1", "1", "0"],
    ];
    assert_eq!(table(&markdown, "较差成员单位"), late);
}

#[test]
fn a_sentence_and_its_cell_are_the_same_printed_figure() {
    let markdown = Lived::month("cells")
        .bulletin(&september(CUT_OFF))
        .document()
        .expect("laid out")
        .markdown();
    let categories = table(&markdown, "问题分类统计").pop().unwrap();
    assert_eq!(number_after(&markdown, "有效电子工单"), categories[1]);
    assert_eq!(number_after(&markdown, "已综合办结数"), categories[2]);
    let units = table(&markdown, "成员单位工单办理情况");
    let total = units.last().unwrap();
    assert_eq!(number_after(&markdown, "超期办结工单共"), total[4]);
    assert_eq!(number_after(&markdown, "超期未办理工单共"), total[5]);
    for (words, column) in [("超期办结工单共", 4), ("超期未办理工单共", 5)] {
        let rows = units[..units.len() - 1].iter().filter(|row| row[column] != "0");
        let cells: Vec<_> = rows.map(|row| (row[0].clone(), row[column].clone())).collect();
        assert_eq!(list_after(&markdown, words), cells);
    }
}

#[test]
fn the_json_carries_the_same_figures_exactly() {
    let bulletin = Lived::month("json").bulletin(&september(CUT_OFF));
    let text = bulletin.json().unwrap();
    assert_eq!(text, bulletin.clone().json().unwrap());
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let rate = &json["overview"]["satisfaction_rate"];
    assert_eq!((rate["numerator"].as_i64(), rate["denominator"].as_i64()), (Some(2), Some(4)));
    assert_eq!(rate["rule"], "satisfied / rated");
    assert_eq!(rate["printed"], "50.00%");
    assert_eq!(json["overview"]["closed"]["count"], 4);
    let line = &json["by_category"]["lines"][0];
    assert_eq!(
        (line["name"].as_str(), line["figures"][2]["count"].as_i64()),
        (Some("城市管理"), Some(1))
    );
    assert_eq!(json["as_of"], "2020-09-30 23:59:59");
    let order = ["\"title\"", "\"overview\"", "\"by_category\"", "\"checks\"", "\"journal\""];
    let places: Vec<_> = order.iter().map(|name| text.find(name).unwrap()).collect();
    assert!(places.is_sorted());
}

#[test]
fn what_stands_between_two_figures_is_named_with_its_reason() {
    use Which::Left;
    let bulletin = Lived::month("between").bulletin(&september(CUT_OFF));
    let open = check(&bulletin, "not_closed_and_pending");
    assert_eq!((open.left.sum(), open.right.sum()), (8, 2));
    let named = [
        ("20200901-0004", Left, Reason::Waiting),
        ("20200901-0007", Left, Reason::InRework),
        ("20200901-0009", Left, Reason::AwaitingCallback),
        ("20200901-0010", Left, Reason::Difficult),
        ("20200901-0012", Left, Reason::AtCentre),
        ("20200901-0013", Left, Reason::AwaitingClosure),
    ];
    assert_eq!(between(open), named);
    assert!(open.accounts_for_all() && !open.agrees());
    let led = check(&bulletin, "transferred_and_led");
    assert_eq!((led.left.sum(), led.right.sum()), (9, 7));
    let named =
        [("20200901-0010", Left, Reason::Difficult), ("20200901-0012", Left, Reason::AtCentre)];
    assert_eq!(between(led), named);
    let late = check(&bulletin, "handled_late_and_closed_late");
    assert_eq!(between(late), [("20200901-0013", Left, Reason::AwaitingClosure)]);
    let differing =
        ["not_closed_and_pending", "transferred_and_led", "handled_late_and_closed_late"];
    let rest = bulletin.checks.iter().filter(|check| !differing.contains(&check.name));
    rest.for_each(|check| assert!(check.agrees(), "{check:?}"));
    let markdown = bulletin.document().expect("laid out").markdown();
    assert!(markdown.contains("| 20200901-0007 | 仅甲数 | 发回重办中:单位已办结,中心未结案 |"));
    assert!(markdown.contains("相差6件,已列明6件"));
}

#[test]
fn difficult_tickets_tell_what_the_units_said() {
    let bulletin = Lived::month("difficult").bulletin(&september(CUT_OFF));
    let told: Vec<_> = bulletin
        .difficult
        .iter()
        .map(|each| (each.case.number.as_str(), each.carried_over))
        .collect();
    assert_eq!(told, [("20200825-0001", true), ("20200901-0010", false)]);
    assert_eq!(bulletin.difficult[1].statements[0].unit, "县城管执法局");
    let markdown = bulletin.document().expect("laid out").markdown();
    assert!(markdown.contains(
        "前期处理结果:县城管执法局申请退件,称:不属&lt;城管&gt;管辖。热线中心:两家均不受理。"
    ));
    assert!(markdown.contains("工单20200825-0001无单位受理(往期结转)。"));
}

#[test]
fn an_empty_month_prints_a_dash_for_every_rate() {
    let bulletin = Lived::empty("empty").bulletin(&september(CUT_OFF));
    let markdown = bulletin.document().expect("laid out").markdown();
    for said in [
        "来电总量0次,共形成有效电子工单0件,其中在线办结数0件,转办工单0件。",
        "综合办结率—。",
        "满意率为—(",
        "超期办结工单共0件;超期未办理工单共0件。",
        "| 合计 | 0 | 0 | 0 | — |",
        "| 合计 | 0 | 0 | 0 | 0 | 0 |",
        "本期无超期工单。",
        "本期未选登典型案例。",
        "本期无疑难工单。",
    ] {
        assert!(markdown.contains(said), "{said}\nis not in\n{markdown}");
    }
    assert!(bulletin.checks.iter().all(Check::agrees));
}

#[test]
fn what_happens_after_the_cut_off_changes_nothing_but_the_journal() {
    let mut lived = Lived::month("cut-off");
    let issue = september("2020-09-20");
    let before = lived.bulletin(&issue);
    let open = lived.hotline.ticket_by_number("20200901-0008").unwrap().id;
    lived.unit(open, "县住建局", "2020-10-12 09:00", Command::handle("已拆除"));
    lived.centre(open, "2020-10-12 10:00", Command::reached(Satisfaction::Satisfied));
    let mut after = lived.bulletin(&issue);
    assert_ne!(after.journal, before.journal);
    after.journal = before.journal.clone();
    assert_eq!(after, before);
    assert_eq!(before.overview.accepted.number(), 11);
    let pending = |as_of| lived.bulletin(&september(as_of)).by_unit.total.figures[1].number();
    assert_eq!((pending("2020-10-11"), pending("2020-10-12")), (2, 1));
}

#[test]
fn the_policy_picks_the_rule_and_the_rounding() {
    let mut lived = Lived::month("policy");
    let unrated = lived.hotline.ticket_by_number("20200901-0009").unwrap().id;
    let attempt = Command::callback(gongdan::CallbackOutcome::NotReached);
    lived.centre(unrated, "2020-09-29 09:00", attempt);
    let rate = |lived: &Lived| lived.bulletin(&september(CUT_OFF)).overview.satisfaction_rate;
    assert_eq!(rate(&lived).printed(), "50.00%");
    let stamp = Stamp::centre("系统管理员", at("2020-09-30 09:00"));
    for (setting, value) in [
        (Setting::SatisfactionRule, Value::Name("satisfaction_of_called_back_rate".into())),
        (Setting::Rounding, Value::Rounding(Rounding::Truncate)),
    ] {
        let (from, scope) = (Moment::MIN, Scope::default());
        let provision = Provision { setting, from, scope, value };
        lived.hotline.office(&stamp, OfficeCommand::Provide(provision)).unwrap();
    }
    assert_eq!(
        (rate(&lived).printed().as_str(), rate(&lived).rule.as_ref()),
        ("40.00%", "satisfied / called_back")
    );
    let markdown = lived.bulletin(&september(CUT_OFF)).document().expect("laid out").markdown();
    assert!(markdown.contains("综合办结率33.33%") && markdown.contains("比率截断至两位小数"));
    assert!(markdown.contains("满意率为40.00%(满意数÷回访数)"));
}

#[test]
fn columns_are_data_and_unknown_ones_are_refused() {
    let lived = Lived::month("columns");
    let mut issue = september(CUT_OFF);
    issue.unit_columns =
        vec![Column::new("returned", "退件数"), Column::new("handled_late", "超期")];
    let units = table(
        &lived.bulletin(&issue).document().expect("laid out").markdown(),
        "成员单位工单办理情况",
    );
    assert_eq!(units[0], ["县城管执法局", "1", "1"]);
    issue.unit_columns.push(Column::new("sunshine", "日照"));
    let error = Bulletin::collect(&lived.hotline, &issue).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert_eq!(error.invalid().unwrap().argument, "unit_columns");
    let (columns, named) = (vec![Column::new("sunshine", "日照")], "category_columns");
    let issue = Edition { category_columns: columns, ..september(CUT_OFF) };
    let error = Bulletin::collect(&lived.hotline, &issue).unwrap_err();
    assert_eq!(error.invalid().unwrap().argument, named);
}

#[test]
fn the_foot_names_the_state_of_the_file() {
    let lived = Lived::month("foot");
    let bulletin = lived.bulletin(&september(CUT_OFF));
    let head = lived.hotline.verify(&mut |_, _| ()).unwrap().head;
    assert_eq!((bulletin.journal.events, bulletin.journal.hash.clone()), head);
    let markdown = bulletin.document().expect("laid out").markdown();
    let (events, hash) = head;
    assert!(markdown.contains(&format!("事件{events}条,末条校验值{hash}")));
    assert!(markdown.contains("统计时点:2020-09-30 23:59:59(北京时间)"));
    assert!(markdown.contains("综合办结率=综合结案数÷有效工单数;满意率=满意数÷评价数"));
}
