//! 昌吉市, April 2025: shares of kinds, of categories at two levels, units with those that assist.

use gongdan::{ChannelKind, Kind, NewEntry, Period, Satisfaction};

use super::life::{Item, Place, Tickets, item};

/// Departments with what they were given, assisting too, this month and the one before.
const FIVE: [(&str, usize, usize); 5] = [
    ("住房和城乡建设局", 1468, 1203),
    ("城市管理局", 1076, 660),
    ("公安局", 770, 713),
    ("市场监督管理局", 411, 424),
    ("交通局", 306, 258),
];
const OTHERS: [(&str, usize, &str); 7] = [
    ("教育局", 300, "市直部门"),
    ("人社局", 300, "市直部门"),
    ("卫健委", 300, "市直部门"),
    ("水利局", 285, "市直部门"),
    ("宁边路街道", 255, "街道"),
    ("中山路街道", 200, "街道"),
    ("大西渠镇", 261, "乡镇"),
];
const KINDS: [(Kind, usize); 7] = [
    (Kind::Complaint, 3751),
    (Kind::Praise, 298),
    (Kind::Help, 187),
    (Kind::Suggestion, 170),
    (Kind::Inquiry, 131),
    (Kind::Report, 28),
    (Kind::Other, 2),
];
const SMALL: [(&str, &str, usize); 24] = [
    ("住房保障", "物业管理", 390),
    ("住房保障", "房屋建设", 226),
    ("住房保障", "房产交易", 138),
    ("住房保障", "拆迁改造", 21),
    ("住房保障", "保障性住房", 17),
    ("住房保障", "人防工程", 1),
    ("城乡建设", "市容管理", 280),
    ("城乡建设", "公用设施", 99),
    ("城乡建设", "施工管理", 69),
    ("城乡建设", "环卫设施", 68),
    ("城乡建设", "园林绿化", 67),
    ("城乡建设", "违规建设", 56),
    ("城乡建设", "应急抢修", 42),
    ("城乡建设", "公共井盖", 30),
    ("城乡建设", "城乡规划", 21),
    ("交通出行", "道路设施", 240),
    ("交通出行", "路况管理", 168),
    ("交通出行", "车辆管理", 131),
    ("交通出行", "公交车", 53),
    ("交通出行", "出租车", 50),
    ("交通出行", "停车", 35),
    ("市场监管", "消费维权", 600),
    ("社会事业", "教育", 600),
    ("环境保护", "噪声", 600),
];
const REST: (&str, &str, usize) = ("公共安全", "治安", 565);

const ITEMS: [Item; 15] = [
    item("标题带起止日", &["2025年昌吉市12345政务服务便民热线运行分析报告(4月1日-4月30日)"]),
    item("转派", &["共转派工单4567件"]),
    item("按期签收率", &["按期签收率100%,"]),
    item("按期办结率", &["按期办结率100%,"]),
    item("满意率", &["满意率99.96%"]),
    item("较上月", &["较上月办件增加263件,同比上升6.11%"]),
    item(
        "前五单位件数",
        &[
            "住房和城乡建设局1468件",
            "城市管理局1076件",
            "公安局770件",
            "市场监督管理局411件",
            "交通局306件",
        ],
    ),
    item(
        "前五单位同比",
        &["(同比上升22.03%)", "(同比上升63.03%)", "(同比下降3.07%)", "(同比上升18.60%)"],
    ),
    item(
        "7类诉求件数",
        &["投诉3751件", "表扬298件", "求助187件", "建议170件", "咨询131件", "举报28件", "其他2件"],
    ),
    item("7类诉求占比", &["82.13%", "6.53%", "4.09%", "3.72%", "2.87%", "0.61%", "0.04%"]),
    item("部门、街道、乡镇(含协办)", &["市直部门5216件", "街道455件", "乡镇261件"]),
    item("热点大类件数", &["1.住房保障类(793件", "2.城乡建设类(732件", "3.交通出行类(677件"]),
    item("热点大类占比", &["793件,占比17.36%)", "732件,占比16.03%)", "677件,占比14.82%)"]),
    item(
        "热点小类件数",
        &[
            "主要涉及物业管理390件、房屋建设226件、房产交易138件、拆迁改造21件、保障性住房17件、人防工程1件。",
            "市容管理280件、公用设施99件",
        ],
    ),
    item("附件1单位表", &["| 1 | 住房和城乡建设局 | 1468 |"]),
];

fn register(place: &mut Place) {
    let since = "2025-01-06 09:00";
    place.add(since, [NewEntry::channel("来电", ChannelKind::Call)]);
    place.add(since, FIVE.map(|(name, ..)| NewEntry::unit(name).group("市直部门")));
    place.add(since, OTHERS.map(|(name, _, group)| NewEntry::unit(name).group(group)));
    let mut tops: Vec<&str> = Vec::new();
    for (top, small, _) in SMALL.into_iter().chain([REST]) {
        if !tops.contains(&top) {
            tops.push(top);
            place.add(since, [NewEntry::category(top)]);
        }
        place.add(since, [NewEntry::category(small).parent(top)]);
    }
}

fn many<T: Copy>(of: impl IntoIterator<Item = (T, usize)>) -> Vec<T> {
    of.into_iter().flat_map(|(what, number)| std::iter::repeat_n(what, number)).collect()
}

/// 4,567 tickets with 5,932 assignments: the first 1,365 have a second unit that assists.
fn april(place: &mut Place) {
    let units = FIVE.map(|(name, now, _)| (name, now)).into_iter();
    let mut units = many(units.chain(OTHERS.map(|(name, number, _)| (name, number))));
    let assisting = units.split_off(4567);
    let kinds = many(KINDS);
    let categories: Vec<String> =
        many(SMALL.into_iter().chain([REST]).map(|(top, small, number)| ((top, small), number)))
            .into_iter()
            .map(|(top, small)| format!("{top}>{small}"))
            .collect();
    for index in 0..4567 {
        let second: Vec<&str> = assisting.get(index).copied().into_iter().collect();
        let rated = match index {
            1365 => Some(Satisfaction::Dissatisfied),
            1366..3665 => Some(Satisfaction::Satisfied),
            _ => None,
        };
        let fate = Tickets {
            kind: kinds[index],
            category: Some(&categories[index]),
            unit: Some(units[index]),
            assisting: &second,
            unsigned: rated.is_none(),
            rated,
            handled: rated.map(|_| "2025-04-30 11:00"),
            ..Tickets::on("2025-04-30 10:00", "来电")
        };
        place.live(1, &fate);
    }
}

fn march(place: &mut Place) {
    let others = 4304 - FIVE.iter().map(|(_, _, before)| before).sum::<usize>();
    let before = FIVE.map(|(name, _, before)| (name, before)).into_iter();
    for (unit, number) in before.chain([("教育局", others)]) {
        let fate =
            Tickets {
                unit: Some(unit), unsigned: true, ..Tickets::on("2025-03-31 10:00", "来电")
            };
        place.live(number, &fate);
    }
}

/// Prints the place's month; gives how many items are plain, and how many are not.
pub(crate) fn printed() -> (usize, usize) {
    let mut place = Place::founded("changji", (652_301, "昌吉市"), "2025-01-06 08:00");
    register(&mut place);
    march(&mut place);
    april(&mut place);
    let printed = place.printed(Period::month(2025, 4).unwrap(), "2025-04-30", &[]);
    printed.holds("34 昌吉", &ITEMS)
}
