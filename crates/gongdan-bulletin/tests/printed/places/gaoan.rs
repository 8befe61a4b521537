//! 高安市, September 2022: what was carried in, what happened in the month, the first five of two groups.

use gongdan::{ChannelKind, NewEntry, Period, Satisfaction};

use super::life::{Item, Place, Tickets, item};

const ABOVE: &str = "宜春12345";
const PROVINCE: [(&str, usize); 3] = [("省长手机", 12), ("省12345热线", 18), ("省政务网", 9)];
/// Units with what they were given, what they handled within a day, and their ratings: the best, and all.
const UNITS: [(&str, &str, usize, usize, usize, usize); 10] = [
    ("市监局", "市直单位", 266, 262, 95, 162),
    ("卫健委", "市直单位", 162, 116, 13, 16),
    ("教体局", "市直单位", 123, 112, 43, 65),
    ("人社局", "市直单位", 114, 108, 53, 75),
    ("住建局", "市直单位", 113, 94, 50, 73),
    ("瑞州街办", "乡镇街道", 128, 121, 54, 91),
    ("筠阳街办", "乡镇街道", 72, 58, 9, 19),
    ("新街镇", "乡镇街道", 38, 31, 7, 10),
    ("八景镇", "乡镇街道", 33, 22, 6, 11),
    ("杨圩镇", "乡镇街道", 30, 25, 3, 4),
];
const OTHERS: usize = 8;

pub(super) const ITEMS: [Item; 38] = [
    item("标题", &["政民互动月报(2022年9月)"]),
    item("接收", &["接收上级下派工单2084件"]),
    item("驳回", &["驳回工单98件"]),
    item("有效", &["形成有效工单1986件"]),
    // No whole number of a month before gives the printed 30.46 %: 1,522 gives 30.49 %.
    item("有效环比", &["1986件,环比增长30.49%"]),
    item("上月未办结", &["上月未办结工单297单"]),
    item("本月共有", &["本月共有热线工单2381件"]),
    item("本月共有环比", &["2381件,环比增长4.61%"]),
    item("共办理", &["本月共办理工单1919件"]),
    item("办结", &["其中办结1821件"]),
    item("其中驳回", &["1821件,驳回98件"]),
    item("办结率", &["办结率80.60%"]),
    item("按期办结率", &["按期办结率99.95%"]),
    item("快速办结", &["快速办结工单1742件"]),
    item("快速办结环比", &["1742件,环比增长1.46%"]),
    // 1,742 of a whole number is never the printed 86.69 %.
    item("快速办结率", &["快速办结率为92.02%"]),
    item("快速办结率较上月", &["较上月上升1.27%"]),
    item("重复派件", &["受理重复派件18单"]),
    item("重复派发率变化", &["重复派发率占比下降0.19%"]),
    item("无延期", &["本月无延期工单"]),
    item("逾期", &["逾期工单1单"]),
    item("未办结", &["本月未办结工单159单"]),
    item("未办结比上月", &["比上月下降23.19%"]),
    item("满意率", &["本月群众满意率为100.00%"]),
    item("备注", &["(备注:以上数据可能与上级热线中心稍有差异)"]),
    item("类别分析", &["1.工单类别分析", "| 求助 | 1986 | 100.00% |"]),
    item("热点分析", &["2.工单热点分析:噪声1986件"]),
    item("满意度分析", &["3.工单满意度分析"]),
    item("区域分析", &["4.工单区域分析"]),
    item("市直前五:件数、不带位次", &["| 市监局 | 266 |", "| 住建局 | 113 |"]),
    item(
        "市直前五:快速办结数、率",
        &["| 266 | 262 | 98.50% |", "| 162 | 116 | 71.60% |", "| 113 | 94 | 83.19% |"],
    ),
    item("市直前五:重新派发", &["| 98.50% | 0 |"]),
    item("市直前五:延期", &["| 98.50% | 0 | 0 |"]),
    item("市直前五:按期办结率", &["| 98.50% | 0 | 0 | 100% |"]),
    item("市直前五:评价满意占比", &["| 100% | 58.64% |", "| 100% | 81.25% |", "| 100% | 70.67% |"]),
    item(
        "乡镇前五",
        &[
            "| 瑞州街办 | 128 | 121 | 94.53% | 0 | 0 | 100% | 59.34% |",
            "| 杨圩镇 | 30 | 25 | 83.33% | 0 | 0 | 100% | 75.00% |",
        ],
    ),
    item("省级交办:办结", &["办结省级交办工单39件"]),
    item("省级交办:按渠道", &["省长手机12件、省12345热线18件"]),
];

fn register(place: &mut Place) {
    let since = "2022-06-01 09:00";
    let channels = PROVINCE.map(|(name, _)| name).into_iter().chain([ABOVE]);
    place.add(since, channels.map(|name| NewEntry::channel(name, ChannelKind::Platform)));
    place.add(since, [NewEntry::category("噪声"), NewEntry::area("瑞州")]);
    place.add(since, UNITS.map(|(name, group, ..)| NewEntry::unit(name).group(group)));
    place.add(since, (1..=OTHERS).map(|at| NewEntry::unit(&format!("第{at}局")).group("市直单位")));
}

fn taken_in(on: &str) -> Tickets<'_> {
    Tickets { category: Some("噪声"), ..Tickets::on(on, ABOVE) }
}

/// Sent out and handled on the same day, closed when the citizen was asked.
fn quick<'a>(on: &'a str, unit: &'a str, handled: &'a str) -> Tickets<'a> {
    Tickets { unit: Some(unit), handled: Some(handled), ..taken_in(on) }
}

/// 679 tickets of July, all of them answered in August: 492 by units.
fn july(place: &mut Place) {
    let closed = Some("2022-08-11 10:00");
    let rated = Some(Satisfaction::Satisfied);
    let given = Some("2022-08-10 09:00");
    let fate = quick("2022-07-28 09:00", "第1局", "2022-08-10 11:00");
    place.live(492, &Tickets { given, closed, rated, ..fate });
    place
        .live(187, &Tickets { answered: Some("2022-08-10 09:00"), ..taken_in("2022-07-28 09:00") });
}

/// 1,597 of August: 75 rejected, 1,225 closed in it, 297 in September, of these 90 early.
fn august(place: &mut Place) {
    let (closed, rated) = (Some("2022-08-26 09:00"), Some(Satisfaction::Satisfied));
    place.live(75, &Tickets { rejected: true, ..taken_in("2022-08-24 09:00") });
    let fate = quick("2022-08-24 09:00", "第2局", "2022-08-24 11:00");
    place.live(1225 - 16, &Tickets { closed, rated, ..fate.clone() });
    place.live(16, &Tickets { closed, rated, redispatched: Some("第3局"), ..fate });
    let slow = quick("2022-08-24 09:00", "第4局", "2022-08-26 16:00");
    place.live(175, &Tickets { rated, closed: Some("2022-09-27 09:00"), ..slow });
    place.live(90, &Tickets { answered: Some("2022-09-10 09:00"), ..taken_in("2022-08-24 09:00") });
    place.live(32, &Tickets { answered: Some("2022-09-27 09:00"), ..taken_in("2022-08-24 09:00") });
}

/// What becomes of each of the month's 1,742 quick ones: the 39 of the province first.
fn september(place: &mut Place) {
    let on = "2022-09-06 09:00";
    place.live(98, &Tickets { rejected: true, ..taken_in(on) });
    place.live(84, &Tickets { answered: Some("2022-10-12 09:00"), ..taken_in(on) });
    place.live(9, &Tickets { waits: true, ..taken_in(on) });
    let (mut quick_ones, mut redispatched) = (0, 0);
    let mut province: Vec<&str> =
        PROVINCE.into_iter().flat_map(|(name, number)| vec![name; number]).collect();
    let others: Vec<String> = (1..=OTHERS).map(|at| format!("第{at}局")).collect();
    let of_others = others.iter().enumerate().map(|(at, name)| {
        let (given, quick) = (101 + usize::from(at < 6), 99 + usize::from(at == 0));
        (name.as_str(), "", given, quick, 0, 0)
    });
    for (unit, group, given, quick_number, best, rated) in UNITS.into_iter().chain(of_others) {
        for index in 0..given {
            let is_quick = index < quick_number;
            quick_ones += usize::from(is_quick);
            // Of the quick ones 1,523 are closed in September, the others in October.
            let closed = match (is_quick, quick_ones <= 1523) {
                (true, true) => Some("2022-09-20 09:00"),
                (true, false) => Some("2022-10-14 09:00"),
                (false, _) => None,
            };
            let rating = match index {
                index if index < best => Some(Satisfaction::VerySatisfied),
                index if index < rated || (group.is_empty() && is_quick) => {
                    Some(Satisfaction::Satisfied)
                }
                _ => None,
            };
            let other = (group.is_empty() && is_quick && redispatched < 18).then(|| {
                redispatched += 1;
                others[redispatched % 7 + 1].as_str()
            });
            let late = unit == "第8局" && index == given - 1;
            let handled = match (is_quick, late) {
                (true, _) => "2022-09-06 11:00",
                (false, false) => "2022-09-08 16:00",
                (false, true) => "2022-09-19 11:00",
            };
            let unrated = closed.is_some() && rating.is_none();
            let channel = if is_quick { province.pop().unwrap_or(ABOVE) } else { ABOVE };
            place.live(
                1,
                &Tickets {
                    channel,
                    closed: if late { Some("2022-09-20 09:00") } else { closed },
                    rated: if late { Some(Satisfaction::Satisfied) } else { rating },
                    unrated,
                    redispatched: other,
                    ..quick(on, unit, handled)
                },
            );
        }
    }
}

/// Prints the place's month; gives how many items are plain, and how many are not.
pub(crate) fn printed() -> (usize, usize) {
    let mut place = Place::founded("gaoan", (360_983, "高安市"), "2022-06-01 08:00");
    register(&mut place);
    july(&mut place);
    august(&mut place);
    september(&mut place);
    let printed = place.printed(Period::month(2022, 9).unwrap(), "2022-10-25", &[]);
    printed.holds("06 高安", &ITEMS)
}
