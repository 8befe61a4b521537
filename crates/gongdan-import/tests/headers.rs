//! Nine headers that offices have, each on a file made with that header and what is peculiar to it; and four that no
//! mapping knows, read by one that is drafted from them.

mod common;

use common::Put::{D, N, T, X};
use common::{Office, compound, counted, import, office, shipped, stream, workbook};
use gongdan::{Count, Filter, Page, TicketView, parse_day};
use gongdan_import::{Mapping, Sheet, suggest};

fn tickets(office: &Office) -> Vec<TicketView> {
    let found = office.hotline.find(&Filter::default(), Page::all()).expect("tickets");
    found.tickets.into_iter().rev().collect()
}

fn day(text: &str) -> gongdan::Day {
    parse_day("day", text).expect("a day")
}

#[test]
fn a_districts_export_has_no_intake_time() {
    let csv = "\u{feff}工单编号,工单类型,问题分类,标签,标题,主要内容,工单状态,来电人,来电人电话/账号,被反映区,被反映街乡镇,办理结果,回复内容,处理受理方式,办结时间,企业名称,是否解决,是否满意,工单性质,村/社区,小区点位\n\
        F-1,诉求,城市管理->市政->路灯,,路灯不亮,东街路灯不亮,已办结,保密,130××××,房山区,拱辰街道,,已修复,,2026-03-05 10:00,,已解决,满意,,,\n\
        F-2,咨询,城市管理->市政->路灯,,怎样报修,,办理中,,,房山区,拱辰街道,,,,,,,,,,\n";
    let mapping = shipped("城区导出");
    let mut unsaid = office();
    let refused = Sheet::open(csv.as_bytes(), None).expect("a sheet");
    let refused = gongdan_import::Import::new(&mapping, &refused)
        .run(&mut unsaid.hotline, &common::stamp())
        .expect_err("no column says when");
    assert!(refused.message(gongdan::Language::Chinese).contains("accepted_at"), "{refused}");
    let mapping = mapping.known_on(day("2026-03-31"));
    let mut office = office();
    let report = import(&mut office, &mapping, csv.as_bytes());
    assert_eq!((report.errors.as_slice(), report.taken), (&[][..], 2));
    let [first, second] = tickets(&office).try_into().expect("two tickets");
    assert_eq!(first.accepted_at.to_string(), "2026-03-05 10:00:00", "from its first moment");
    assert_eq!(second.accepted_at.to_string(), "2026-03-31 00:00:00", "from the sheet's day");
    assert_eq!(first.category.as_deref(), Some("城市管理>市政>路灯"));
    assert_eq!(counted(&office, [Count::Closed, Count::Solved, Count::Satisfied]), [1, 1, 1]);
}

#[test]
fn the_same_district_with_other_columns_under_a_remark() {
    let headings = [
        "工单编号",
        "工单类型",
        "问题分类",
        "标签",
        "标题",
        "主要内容",
        "工单状态",
        "来电人",
        "来电人电话/账号",
        "被反映区",
        "被反映街乡镇",
        "主办单位",
        "来电时间",
        "办理结果",
        "回复内容",
        "办结时间",
        "是否解决",
        "是否满意",
    ];
    let row = vec![
        T("F-3"),
        T("投诉"),
        T("市容环境->垃圾"),
        X,
        T("垃圾未清"),
        T("西街垃圾"),
        T("已办结"),
        T("王某"),
        T("13900000000"),
        T("房山区"),
        T("拱辰街道"),
        T("拱辰街道办"),
        D("2026-03-02T09:30:00"),
        X,
        T("已清运"),
        T("2026/3/4 下午 3:05"),
        T("未解决"),
        T("不满意"),
    ];
    let bytes = workbook(&["以下为三月数据,请勿外传"], &headings, &[row]);
    let mut office = office();
    let report = import(&mut office, &shipped("城区导出"), &bytes);
    assert_eq!((report.errors.as_slice(), report.header), (&[][..], 2));
    let ticket = &tickets(&office)[0];
    assert_eq!(ticket.accepted_at.to_string(), "2026-03-02 09:30:00");
    assert_eq!(ticket.unit.as_deref(), Some("拱辰街道办"), "a unit that the sheet brought");
    assert_eq!(counted(&office, [Count::Closed, Count::Unsatisfied, Count::Solved]), [1, 1, 0]);
}

#[test]
fn an_appeal_of_many_and_a_district_with_two_numbers_and_two_limits() {
    let headings =
        ["工单编号", "工单标题", "工单内容", "推送时间", "承办单位", "问题分类", "问题点位"];
    let row = vec![
        T("热线-260402-062267"),
        T("集体诉求"),
        T("供暖"),
        T("2026-04-02 08:00"),
        T("城管局"),
        T("城市管理"),
        T("东区"),
    ];
    let mut one = office();
    let report = import(&mut one, &shipped("通用"), &workbook(&[], &headings, &[row]));
    assert_eq!(report.errors, []);
    assert_eq!(tickets(&one)[0].external.as_deref(), Some("热线-260402-062267"));
    assert_eq!(tickets(&one)[0].unit.as_deref(), Some("县城管执法局"));

    let headings = [
        "市级工单编号",
        "区级工单编号",
        "市派单时间",
        "问题类型",
        "工单来源",
        "处理期限",
        "处理时限",
        "是否要求回电",
        "工单标题",
        "工单描述",
        "问题点位",
        "反映人",
        "反映人联系电话",
        "满意度",
        "回复内容",
        "回复单位",
    ];
    let row = vec![
        T("S-1"),
        T("Q-1"),
        D("2026-04-02T08:00:00"),
        T("城市管理"),
        T("来电"),
        D("2026-04-09T18:00:00"),
        T("5个工作日"),
        T("是"),
        T("路灯"),
        T("路灯不亮"),
        X,
        T("李某"),
        T("13900000001"),
        T("基本满意"),
        T("已修"),
        T("县住建局"),
    ];
    let mut two = office();
    let report = import(&mut two, &shipped("通用"), &workbook(&[], &headings, &[row]));
    assert_eq!(report.errors, []);
    let ticket = &tickets(&two)[0];
    assert_eq!(ticket.external.as_deref(), Some("S-1"), "the upper number is the ticket's");
    let limit = ticket.handle_by.map(|by| by.to_string());
    assert_eq!(limit.as_deref(), Some("2026-04-09 18:00:00"), "the limit that is a moment");
}

#[test]
fn a_path_over_five_columns_before_and_after_it_was_renamed() {
    let before = [
        "12345工单编号",
        "12345受理时间",
        "12345工单来源",
        "12345诉求地址",
        "12345工单类型",
        "12345内容描述",
        "主办单位",
        "答复市民要点",
        "年",
        "月份",
        "小区编号",
        "小区名称",
        "物业公司",
        "街道",
        "十四类",
        "一级业务分类",
        "二级业务分类",
        "三级业务分类",
        "四级业务分类",
        "五级业务分类",
    ];
    let after = [
        "工单编号",
        "受理时间",
        "工单来源",
        "诉求地址",
        "工单类型",
        "内容描述",
        "主办单位",
        "街道",
        "一级分类",
        "二级分类",
        "三级分类",
        "四级分类",
        "五级分类",
    ];
    let old = vec![
        T("SH-1"),
        T("2026-06-01 10:00:00"),
        T("12345热线"),
        T("某路"),
        T("求助"),
        T("电梯故障"),
        T("县住建局"),
        T("已修复"),
        N(2026.0),
        N(6.0),
        X,
        X,
        X,
        T("某街道"),
        X,
        T("房屋"),
        T("物业"),
        T("电梯"),
        X,
        X,
    ];
    let new = vec![
        T("SH-2"),
        N(46_205.5),
        T("12345热线"),
        T("某路"),
        T("投诉"),
        T("漏水"),
        T("县住建局"),
        T("某街道"),
        T("房屋"),
        T("维修"),
        X,
        X,
        X,
    ];
    let mut office = office();
    for (headings, row) in [(&before[..], old), (&after[..], new)] {
        let report = import(&mut office, &shipped("分级分类"), &workbook(&[], headings, &[row]));
        assert_eq!((report.errors.as_slice(), report.taken), (&[][..], 1));
    }
    let [old, new] = tickets(&office).try_into().expect("two tickets");
    assert_eq!(old.category.as_deref(), Some("房屋>物业>电梯"));
    assert_eq!(new.category.as_deref(), Some("房屋>维修"));
    assert_eq!(new.accepted_at.to_string(), "2026-07-02 12:00:00", "a serial day");
}

#[test]
fn a_bare_sheet_is_dated_by_its_day_or_not_at_all() {
    let bytes = workbook(
        &[],
        &["工单编号", "诉求标题", "市民诉求"],
        &[vec![T("J-1"), T("路灯不亮"), T("东街")], vec![T("J-2"), X, T("西街垃圾未清")]],
    );
    let sheet = Sheet::open(&bytes, None).expect("a sheet");
    let mut unsaid = office();
    let none = gongdan_import::Import::new(&shipped("通用"), &sheet)
        .run(&mut unsaid.hotline, &common::stamp())
        .expect_err("no column says when");
    assert!(none.to_string().contains("accepted_at"), "{none}");
    let mut office = office();
    let report = import(&mut office, &shipped("通用").known_on(day("2026-05-31")), &bytes);
    assert_eq!((report.errors.as_slice(), report.taken), (&[][..], 2));
    assert_eq!(counted(&office, [Count::Accepted, Count::WayUnknown, Count::Closed]), [2, 2, 0]);
}

#[test]
fn a_streets_database_rates_by_numbers() {
    let headings = [
        "接单时间",
        "发现时间",
        "受理时间",
        "立案时间",
        "派遣时间",
        "处理完成时间",
        "回访时间",
        "结案时间",
        "回访总体满意度",
        "诉求是否解决",
        "不满原因",
        "满意度",
    ];
    let rows = ["0", "1", "2", "3"].map(|level| {
        vec![
            T("2026-03-01 08:00"),
            X,
            T("2026-03-01 09:00"),
            X,
            T("2026-03-01 10:00"),
            T("2026-03-02 10:00"),
            T("2026-03-03 10:00"),
            T("2026-03-03 11:00"),
            X,
            T("已解决"),
            X,
            T(level),
        ]
    });
    let bytes = workbook(&[], &headings, &rows);
    let mut office = office();
    let report = import(&mut office, &shipped("街道台账"), &bytes);
    assert_eq!((report.errors.as_slice(), report.taken), (&[][..], 4));
    let counts = [Count::Closed, Count::Rated, Count::Unsatisfied, Count::Solved];
    assert_eq!(counted(&office, counts), [4, 4, 1, 4]);
    let again = import(&mut office, &shipped("街道台账"), &bytes);
    assert_eq!(
        (again.taken, again.repeated),
        (0, 4),
        "rows without a number are known by file and row"
    );
}

#[test]
fn letters_of_an_old_workbook_have_three_types_of_time() {
    let heads = [
        "留言编号",
        "留言用户",
        "留言主题",
        "留言时间",
        "留言详情",
        "点赞数",
        "反对数",
        "答复意见",
        "答复时间",
        "一级分类",
    ];
    let mut cells: Vec<_> = (0..).zip(heads).map(|(column, head)| (0, column, T(head))).collect();
    let times = [T("2026-01-05 08:00:01"), T("2026/1/6 8:05"), N(46_029.5)];
    for (row, time) in (1..).zip(times) {
        let number = ["L-1", "L-2", "L-3"][usize::from(row) - 1];
        cells.extend([(row, 0, T(number)), (row, 2, T("道路破损")), (row, 3, time)]);
        cells.extend([(row, 7, T("已修复")), (row, 8, N(46_033.25)), (row, 9, T("交通"))]);
    }
    let mut office = office();
    let report = import(&mut office, &shipped("网络问政"), &compound("Workbook", &stream(&cells)));
    assert_eq!((report.errors.as_slice(), report.taken), (&[][..], 3));
    let when: Vec<String> = tickets(&office).iter().map(|t| t.accepted_at.to_string()).collect();
    assert_eq!(when, ["2026-01-05 08:00:01", "2026-01-06 08:05:00", "2026-01-07 12:00:00"]);
    assert_eq!(counted(&office, [Count::Closed]), [3]);
}

/// Four headers that no mapping knows, each with a row.
fn unknown() -> [(Vec<&'static str>, Vec<common::Put>, &'static str); 4] {
    [
        (
            vec![
                "流水号",
                "登记日期",
                "诉求主题",
                "诉求详情",
                "办理部门",
                "办结情况",
                "群众满意度",
                "备注",
            ],
            vec![
                T("K-1"),
                T("2026-02-01"),
                T("路灯"),
                T("不亮"),
                T("县住建局"),
                T("已办"),
                T("挺好"),
                T("无"),
            ],
            "",
        ),
        (
            vec!["受理编号", "诉求时间", "诉求渠道", "事由", "牵头单位", "应办结时间", "反馈时间"],
            vec![
                T("K-2"),
                D("2026-02-02T10:00:00"),
                T("来电"),
                T("井盖"),
                T("城管局"),
                T("2026-02-09"),
                T("2026-02-05"),
            ],
            "",
        ),
        (
            vec![
                "案件编号",
                "上报时间",
                "问题描述",
                "处置单位",
                "处置结果",
                "一级类别",
                "二级类别",
            ],
            vec![
                T("K-3"),
                T("20260203101500"),
                T("占道"),
                T("城管局"),
                T("已清"),
                T("市容"),
                T("摆摊"),
            ],
            "",
        ),
        (
            vec!["序号", "反映事项", "联系方式", "转派时间", "主办部门", "办毕时间"],
            vec![
                N(1.0),
                T("噪音"),
                T("13900000003"),
                T("2026-02-04 09:00"),
                T("县住建局"),
                T("2026-02-08"),
            ],
            "known_on = \"2026-02-28\"",
        ),
    ]
}

#[test]
fn an_unknown_header_is_read_by_a_mapping_that_is_drafted_from_it() {
    for (headings, row, by_hand) in unknown() {
        let bytes = workbook(&["某县热线台账"], &headings, &[row]);
        let sheet = Sheet::open(&bytes, None).expect("a sheet");
        let draft = suggest(&sheet).expect("a draft");
        assert!(draft.contains("请逐项核对") && draft.contains("header = 2"), "{draft}");
        let mended = draft.replace("# known_on = \"2026-03-31\"", by_hand);
        let mapping = Mapping::read(&mended).unwrap_or_else(|wrong| panic!("{wrong}\n{mended}"));
        let mut office = office();
        let report = import(&mut office, &mapping, &bytes);
        assert_eq!((report.errors.as_slice(), report.taken), (&[][..], 1), "{mended}");
        let ticket = &tickets(&office)[0];
        assert_eq!(ticket.accepted_at.day().to_string().get(..7), Some("2026-02"), "{mended}");
        assert!(ticket.unit.is_some(), "{mended}");
    }
}

#[test]
fn a_draft_asks_what_a_value_means() {
    let (headings, row, _) = unknown().into_iter().next().expect("one");
    let bytes = workbook(&[], &headings, &[row]);
    let draft = suggest(&Sheet::open(&bytes, None).expect("a sheet")).expect("a draft");
    assert!(
        draft.contains("[values.satisfaction]") && draft.contains("\"挺好\" = \"\""),
        "{draft}"
    );
    assert!(draft.contains("未用的列:备注"), "{draft}");
    let nothing = workbook(&[], &["甲", "乙"], &[vec![T("1"), T("2")]]);
    let nothing = Sheet::open(&nothing, None).expect("a sheet");
    assert!(
        suggest(&nothing).expect_err("nothing is known").problem().chinese.contains("没有认得")
    );
}
