//! The golden month: every figure of the county's printed bulletin of September 2020 comes out.

use std::sync::LazyLock;

use gongdan::{Moment, Period};
use gongdan_bulletin::{Bulletin, BulletinQuestion, Check, Reason, Which};
use gongdan_sample::printed;

use crate::read::markdown::{list_after, number_after, table};

/// The issue of 9 October, collected once for all tests of this file.
static ISSUE: LazyLock<Bulletin> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("gongdan-golden-issue-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let hotline = gongdan_sample::golden_file(folder.join("golden.db"), &mut |_, _| ()).unwrap();
    let september = Period::month(2020, 9).unwrap();
    let asked = BulletinQuestion::new(september, Moment::parse_as_of("2020-10-09").unwrap());
    let bulletin = Bulletin::collect(&hotline, &asked.issue().unwrap()).unwrap();
    drop(hotline);
    std::fs::remove_dir_all(&folder).ok();
    bulletin
});

fn figure(name: &str) -> &'static str {
    printed().figure(name).unwrap_or_else(|| panic!("{name} is not printed"))
}

#[test]
fn every_figure_of_the_sentences_comes_out() {
    let markdown = ISSUE.document().expect("laid out").markdown();
    for (words, name) in [
        ("来电总量", "calls"),
        ("“市委书记、市长信箱”来信", "letters_市委书记、市长信箱"),
        ("“县委书记、县长信箱”来信", "letters_县委书记、县长信箱"),
        ("“人民网地方留言板块”来信", "letters_人民网地方留言板块"),
        ("“市12345平台”转派工单", "transferred_down_市12345平台"),
        ("有效电子工单", "tickets"),
        ("其中在线办结数", "resolved_online"),
        (",转办工单", "transferred"),
        ("本期转办工单共计", "transferred"),
        ("已综合办结数", "closed"),
        ("综合办结率", "closure_rate"),
        ("满意率为", "satisfaction_rate"),
        ("超期办结工单共", "handled_late"),
        ("超期未办理工单共", "open_late"),
    ] {
        assert_eq!(number_after(&markdown, words), figure(name), "{words}");
    }
}

#[test]
fn every_cell_of_the_tables_comes_out() {
    let markdown = ISSUE.document().expect("laid out").markdown();
    let mut categories = table(&markdown, "问题分类统计");
    let numbers = |numbers: &[u32]| numbers.iter().map(u32::to_string).collect::<Vec<_>>();
    assert_eq!(categories.pop().unwrap(), ["合计", "3338", "3285", "18", "0.55%"]);
    let rows = printed().categories.iter().map(|row| {
        let counts = numbers(&[row.accepted, row.closed, row.closed_late]);
        [vec![row.name.to_owned()], counts, vec![row.closed_late_rate.to_owned()]].concat()
    });
    assert_eq!(categories, rows.collect::<Vec<_>>());
    let mut units = table(&markdown, "成员单位工单办理情况");
    assert_eq!(units.pop().unwrap(), ["合计", "456", "46", "0", "18", "3"]);
    let rows = printed().units.iter().map(|row| {
        let late = [row.sign_off_late, row.handled_late, row.open_late];
        [vec![row.name.to_owned()], numbers(&[row.accepted, row.pending]), numbers(&late)].concat()
    });
    assert_eq!(units, rows.collect::<Vec<_>>());
}

#[test]
fn every_clause_of_the_channels_and_the_late_units_comes_out() {
    let markdown = ISSUE.document().expect("laid out").markdown();
    let name = |name: &str| printed().unit(name).map_or(name, |unit| unit.name).to_owned();
    for channel in ["市委书记、市长信箱", "县委书记、县长信箱", "人民网地方留言板块", "市12345平台"]
    {
        let clauses = printed().channels.iter().filter(|row| row.channel == channel);
        let mut clauses: Vec<_> =
            clauses.map(|row| (name(row.handled_by), row.tickets.to_string())).collect();
        let mut said = list_after(&markdown, &format!("“{channel}”有效工单"));
        clauses.sort();
        said.sort();
        assert_eq!(said, clauses, "{channel}");
    }
    let units = printed().units.iter();
    let late = units.filter(|unit| unit.handled_late > 0);
    let late: Vec<_> =
        late.map(|unit| (unit.name.to_owned(), unit.handled_late.to_string())).collect();
    assert_eq!(list_after(&markdown, "超期办结工单共"), late);
    let open = printed().units.iter().filter(|unit| unit.open_late > 0);
    let open: Vec<_> =
        open.map(|unit| (unit.name.to_owned(), unit.open_late.to_string())).collect();
    assert_eq!(list_after(&markdown, "超期未办理工单共"), open);
}

#[test]
fn the_reconciliation_names_the_seven_between_46_and_53() {
    let open = ISSUE.checks.iter().find(|check| check.name == "not_closed_and_pending").unwrap();
    assert_eq!((open.left.sum(), open.right.sum()), (53, 46));
    assert_eq!(open.tickets.len(), 7);
    let rework = |each: &gongdan_bulletin::Between| {
        (each.counted_by, each.reason) == (Which::Left, Reason::InRework)
    };
    assert!(open.tickets.iter().all(rework) && open.accounts_for_all());
    let others = ISSUE.checks.iter().filter(|check| check.name != open.name);
    assert!(others.clone().count() > 20 && others.clone().all(Check::agrees));
    let markdown = ISSUE.document().expect("laid out").markdown();
    let named = |number: &str| markdown.contains(&format!("| {number} | 仅甲数 | 发回重办中"));
    assert!(open.tickets.iter().all(|each| named(&each.number)));
}

#[test]
fn ten_typical_cases_and_the_difficult_one_are_told() {
    assert_eq!((ISSUE.typical.len(), ISSUE.difficult.len()), (10, 1));
    let whole = |case: &gongdan_bulletin::TypicalCase| {
        case.title.is_some() && case.appeal.is_some() && case.handling.is_some()
    };
    assert!(ISSUE.typical.iter().all(whole) && whole(&ISSUE.difficult[0].case));
    assert!(ISSUE.difficult[0].carried_over);
    assert_eq!(ISSUE.difficult[0].statements.len(), 2);
}
