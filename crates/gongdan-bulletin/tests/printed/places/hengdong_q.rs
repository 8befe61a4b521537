//! 衡东县, first quarter of 2025: calls and other channels apart, shares and changes of the first five.

use gongdan::{ChannelKind, NewEntry, OfficeCommand, Period, Satisfaction, Stamp, parse_day};

use super::life::{Item, Place, Tickets, item};
use crate::lived::at;

const OTHERS: [(&str, usize); 8] = [
    ("省长信箱", 23),
    ("省12345指挥监管平台", 1),
    ("书记市长信箱", 41),
    ("书记县长信箱", 102),
    ("中国政府网", 8),
    ("省级12345热线", 70),
    ("湘易办", 21),
    ("政协云", 11),
];
/// This quarter and the one before.
const FIVE: [(&str, usize, usize); 5] = [
    ("农林畜牧水利", 1590, 1814),
    ("社会保障", 1485, 2945),
    ("公安执法和交通秩序管理", 1152, 1163),
    ("生活公用", 1050, 1178),
    ("科教文体宣传", 827, 943),
];
const REST: usize = 11_171 - 1590 - 1485 - 1152 - 1050 - 827;

pub(super) const ITEMS: [Item; 19] = [
    item("报头、主办单位、日期", &["中共衡东县委社会工作部 2025年4月22日", "(12345热线专报)"]),
    item("标题‘第一季度’", &["中心第一季度运行情况分析报告"]),
    item("开篇段", &["根据系统平台归集的数据统计,2025年第一季度"]),
    item(
        "非话务渠道名单",
        &[
            "含省长信箱、省12345指挥监管平台、书记市长信箱、书记县长信箱、中国政府网、省级12345热线、湘易办、政协云)",
        ],
    ),
    item("话务总数", &["话务总数为20693个"]),
    item("非话务诉求", &["各类诉求277件"]),
    item("非话务办结", &["办结272件"]),
    item("日均", &["日均230个"]),
    item("有效工单", &["形成有效工单11171件"]),
    item("转派", &["转派各成员单位4898件"]),
    item("在线办结", &["在线办结数6273件"]),
    item("综合办结", &["综合办结数为11163件"]),
    item("综合办结率", &["综合办结率达99.93%"]),
    item("满意率", &["回访满意率83.76%"]),
    item("8个非话务渠道件数", &["省长信箱23件", "书记市长信箱41件", "政协云11件"]),
    item("前五类及件数", &["农林畜牧水利1590件", "社会保障1485件", "科教文体宣传827件"]),
    item("占诉求量", &["1590件,占诉求量的14.23%", "1050件,占诉求量的9.4%", "827件,占诉求量的7.4%"]),
    item(
        "各类环比",
        &[
            "农林畜牧水利类环比减少12.35%",
            "社会保障类环比减少49.58%",
            "生活公用类环比减少10.87%",
            "科教文体宣传类环比减少12.3%",
        ],
    ),
    item("上期名", &["与2024年第四季度数据相比"]),
];

fn register(place: &mut Place) {
    let since = "2024-09-02 09:00";
    place.add(since, [NewEntry::channel("来电", ChannelKind::Call)]);
    place.add(since, OTHERS.map(|(name, _)| NewEntry::channel(name, ChannelKind::Letter)));
    place.add(since, FIVE.map(|(name, ..)| NewEntry::category(name)));
    place.add(since, (1..=10).map(|at| NewEntry::category(&format!("其他{at}"))));
    place.add(since, [NewEntry::unit("县城管执法局")]);
}

/// 6,273 answered online, 4,890 closed by units, 8 still with one.
fn quarter(place: &mut Place) {
    let rest = (0..REST).map(|at| format!("其他{}", at % 10 + 1));
    let five = FIVE.into_iter().flat_map(|(name, now, _)| vec![name.to_owned(); now]);
    for (index, category) in five.chain(rest).enumerate() {
        let fate =
            Tickets { category: Some(&category), ..Tickets::on("2025-02-10 09:00", "来电") };
        let rated = match index {
            ..4096 => Satisfaction::Satisfied,
            _ => Satisfaction::Dissatisfied,
        };
        let unit = Some("县城管执法局");
        match index {
            ..4890 => place.live(
                1,
                &Tickets {
                    unit,
                    handled: Some("2025-02-12 09:00"),
                    rated: Some(rated),
                    closed: Some("2025-02-13 09:00"),
                    ..fate
                },
            ),
            4890..4898 => place.live(1, &Tickets { unit, unsigned: true, ..fate }),
            _ => place.live(1, &fate),
        }
    }
}

/// Prints the place's quarter; gives how many items are plain, and how many are not.
pub(crate) fn printed() -> (usize, usize) {
    let mut place = Place::founded("hengdong-q", (430_424, "衡东县"), "2024-09-02 08:00");
    register(&mut place);
    for (name, _, before) in FIVE {
        let fate = Tickets { category: Some(name), ..Tickets::on("2024-11-11 09:00", "来电") };
        place.live(before, &fate);
    }
    let mut open = 5;
    for (channel, number) in OTHERS {
        for _ in 0..number {
            let waits = open > 0;
            open -= usize::from(waits);
            place.live(1, &Tickets { waits, ..Tickets::on("2025-02-10 09:00", channel) });
        }
    }
    quarter(&mut place);
    let day = parse_day("day", "2025-03-31").unwrap();
    let calls = OfficeCommand::RecordContacts { channel: "来电".into(), day, count: 20_693 };
    place.hotline.office(&Stamp::centre("值班长", at("2025-04-01 09:00")), calls).unwrap();
    let quarter = Period::month(2025, 1).unwrap().until(&Period::month(2025, 3).unwrap()).unwrap();
    let printed = place.printed(quarter, "2025-04-22", &[]);
    printed.holds("03 衡东", &ITEMS)
}
