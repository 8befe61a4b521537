//! 宁国市, April 2022: two channels apart in the table of units, the first three of each group.

use gongdan::{ChannelKind, NewEntry, Period, Satisfaction};

use super::life::{Item, Place, Tickets, item};

const HOT: &str = "12345热线";
const WEB: &str = "政民互动";
/// Units with what the hotline and the web gave them, their late ones, and their dissatisfied ones.
const DEPARTMENTS: [(&str, usize, usize, usize, usize); 9] = [
    ("住建局", 87, 12, 0, 8),
    ("公安局", 70, 7, 0, 6),
    ("城管局", 66, 2, 0, 5),
    ("卫健委", 63, 5, 0, 3),
    ("市场监督管理局", 39, 2, 0, 5),
    ("开发区", 0, 30, 0, 0),
    ("教体局", 19, 11, 0, 0),
    ("交通局", 30, 0, 0, 0),
    ("人社局", 30, 0, 0, 0),
];
const TOWNS: [(&str, usize, usize, usize, usize); 5] = [
    ("西津街道办事处", 46, 0, 0, 0),
    ("南山街道办事处", 24, 0, 0, 0),
    ("中溪镇", 22, 0, 0, 0),
    ("港口镇", 20, 0, 4, 0),
    ("霞西镇", 16, 0, 0, 0),
];
const ABOVE: [(&str, usize); 3] = [("省长热线", 4), ("宣城12345热线", 13), ("宣城政务服务网", 6)];
const HOTSPOTS: [(&str, usize); 3] = [
    ("关于疫情方面政策咨询、投诉等来电", 212),
    ("涉及消费者权益类来电", 58),
    ("反映油烟污染、流动摊贩、工地施工扰民等来电", 54),
];

const ITEMS: [Item; 30] = [
    item("抬头称谓", &["各乡镇人民政府、街道办事处"]),
    item("引言", &["现将各有关单位4月份办理情况通报如下"]),
    item("受理", &["共受理诉求2877件"]),
    item("较上月", &["较上月增长1.3%"]),
    item("自行处理", &["自行处理2276件"]),
    item("派单", &["派单601件"]),
    item("按时结案", &["按时结案597件"]),
    item("超时", &["超时办理4件"]),
    item("结案率", &["结案率100%,"]),
    item("按时结案率", &["按时结案率99%"]),
    item("热线派单", &["热线派单532件"]),
    item("互动派单", &["政民互动派单69件"]),
    item("市直前三", &["住建局99件;公安局77件;城管局68件。"]),
    item("乡镇前三", &["西津街道办事处46件;南山街道办事处24件;中溪镇22件。"]),
    item("来电及转办", &["共受理来电2808件,其中转办532件"]),
    item("上级渠道", &["省长热线转办4件,宣城12345热线13件、宣城政务服务网6件"]),
    item("热点件数", &["来电212件", "来电58件", "来电54件"]),
    item("热点占比", &["占比7.3%", "占比2%", "占比1.9%"]),
    item("日期", &["2022年5月18日"]),
    item("表:序号", &["| 1 | 住建局", "| 5 | 市场监督管理局"]),
    item("表:单位、总数", &["住建局 | 99 |", "卫健委 | 68 |"]),
    item(
        "表:热线三列",
        &[
            "| 99 | 87 | 0 | 0 |",
            "| 77 | 70 | 0 | 0 |",
            "| 68 | 66 | 0 | 0 |",
            "| 41 | 39 | 0 | 0 |",
        ],
    ),
    item("表:互动三列", &["| 87 | 0 | 0 | 12 | 0 | 0 |", "| 70 | 0 | 0 | 7 | 0 | 0 |"]),
    item("表:按时办结数", &["| 12 | 0 | 0 | 99 |"]),
    item("表:超时办结数", &["| 99 | 0 | 0 |"]),
    item("表:未办结数", &["| 99 | 0 | 0 | 100% |"]),
    item("表:结案率", &["| 99 | 0 | 0 | 100% |", "| 41 | 0 | 0 | 100% |"]),
    item("表:按时结案率", &["| 100% | 100% | 8 | 9% |", "| 100% | 100% | 5 | 13% |"]),
    item("表:不满意数", &["| 100% | 6 | 9% |", "| 100% | 3 | 5% |"]),
    item("表:不满意率", &["| 8 | 9% |", "| 6 | 9% |", "| 5 | 8% |", "| 3 | 5% |", "| 5 | 13% |"]),
];

fn register(place: &mut Place) {
    let since = "2022-02-01 09:00";
    let channels = [(HOT, ChannelKind::Call), (WEB, ChannelKind::Web)];
    let above = ABOVE.map(|(name, _)| (name, ChannelKind::Platform));
    let channels = channels.into_iter().chain(above);
    place.add(since, channels.map(|(name, kind)| NewEntry::channel(name, kind)));
    place.add(since, HOTSPOTS.map(|(name, _)| NewEntry::category(name)));
    place.add(since, (1..=50).map(|number| NewEntry::category(&format!("其他{number}"))));
    place.add(since, DEPARTMENTS.map(|(name, ..)| NewEntry::unit(name).group("市直部门")));
    place.add(since, TOWNS.map(|(name, ..)| NewEntry::unit(name).group("乡镇街道")));
}

/// What each ticket of April is about: the hot spots first, then fifty others in turn.
fn categories() -> impl Iterator<Item = String> {
    let hot = HOTSPOTS.into_iter().flat_map(|(name, number)| vec![name.to_owned(); number]);
    hot.chain((0..).map(|at| format!("其他{}", at % 50 + 1)))
}

fn april(place: &mut Place) {
    let mut categories = categories();
    let online = [(HOT, 2276)].into_iter().chain(ABOVE);
    for (channel, number) in online {
        for category in categories.by_ref().take(number) {
            let fate = Tickets::on("2022-04-06 09:00", channel);
            place.live(1, &Tickets { category: Some(&category), ..fate });
        }
    }
    for (unit, calls, web, late, dissatisfied) in DEPARTMENTS.into_iter().chain(TOWNS) {
        let channels = vec![HOT; calls].into_iter().chain(vec![WEB; web]);
        for (index, channel) in channels.enumerate() {
            let category = categories.next().unwrap();
            let rated = (index < dissatisfied).then_some(Satisfaction::Dissatisfied);
            let handled = if index < late { "2022-04-28 09:00" } else { "2022-04-07 10:00" };
            place.live(
                1,
                &Tickets {
                    category: Some(&category),
                    unit: Some(unit),
                    handled: Some(handled),
                    rated,
                    ..Tickets::on("2022-04-06 09:10", channel)
                },
            );
        }
    }
}

/// Prints the place's month; gives how many items are plain, and how many are not.
pub(crate) fn printed() -> (usize, usize) {
    let mut place = Place::founded("ningguo", (341_881, "宁国市"), "2022-02-01 08:00");
    register(&mut place);
    place.live(2840, &Tickets::on("2022-03-09 09:00", HOT));
    april(&mut place);
    let printed = place.printed(Period::month(2022, 4).unwrap(), "2022-05-18", &[]);
    printed.holds("04 宁国", &ITEMS)
}
