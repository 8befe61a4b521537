//! 连云港市, August 2021: scores of three groups apart, in two formulas, with what an outside sheet took off.

use gongdan::{ChannelKind, NewEntry, Period};

use super::life::{Item, Place, Tickets, item};

const COUNTIES: [(&str, &str); 4] =
    [("灌南县", "8.85"), ("灌云县", "10.85"), ("赣榆区", "11.02"), ("东海县", "14.25")];
/// The two small ones with all their tickets; of the three large ones none is lived.
const DISTRICTS: [(&str, &str, usize); 5] = [
    ("云台山景区", "1.82", 286),
    ("徐圩新区", "4.5", 1205),
    ("市开发区", "14", 0),
    ("海州区", "18", 0),
    ("连云区", "19", 0),
];
const BEST: [&str; 3] = ["市人社局", "市卫健委", "市医保局"];

pub(super) const ITEMS: [Item; 13] = [
    item(
        "文头、标题、依据",
        &["2021年8月份市12345在线平台绩效考评情况通报", "对市各成员单位进行综合评价"],
    ),
    item(
        "县区得分句",
        &[
            "灌南县考评得分为141.15分,灌云县考评得分为139.15分,赣榆区考评得分为138.98分,东海县考评得分为135.75分",
        ],
    ),
    item("县区表:总工单数", &["总工单数"]),
    item("县区表:得分、排名", &["| 1 | 灌南县 | 0 | 141.15 |", "| 3 | 赣榆区 | 0 | 138.98 |"]),
    item("左右两栏表", &["| 1 | 灌南县 | 0 | 141.15 | 3 | 赣榆区 | 0 | 138.98 |"]),
    item("板块得分句", &["云台山景区98.18分,徐圩新区95.5分,市开发区86分,海州区82分,连云区81分"]),
    item("板块表", &["| 1 | 云台山景区 | 286 | 98.18 |", "| 2 | 徐圩新区 | 1205 | 95.5 |"]),
    item("各组家数", &["(共4家,满分为150分)", "(共5家,满分为100分)", "(共67家,满分为100分)"]),
    item("99分以上家数及名单", &["99分以上的单位共有市人社局、市卫健委、市医保局等40家"]),
    item("无群众诉求的单位", &["无群众诉求的单位共有4家"]),
    item("无应办结工单的单位", &["无应办结工单的单位有6家"]),
    item("得分末三位", &["连云港铁塔78.04分,人行连云港中心支行84分,市住建局85.3分排名靠后"]),
    item("末三位的失分原因", &["连云港铁塔7件工单中1件超时签收,6件应办结工单中1件工单超时办结"]),
];

const ON: &str = "2021-08-09 09:00";

fn register(place: &mut Place) -> Vec<String> {
    let since = "2021-07-01 09:00";
    place.add(since, [NewEntry::channel("来电", ChannelKind::Call)]);
    place.add(since, COUNTIES.map(|(name, _)| NewEntry::unit(name).group("各县、赣榆区")));
    place.add(since, DISTRICTS.map(|(name, ..)| NewEntry::unit(name).group("各区、功能板块")));
    let named = ["连云港铁塔", "人行连云港中心支行", "市住建局"].into_iter();
    let names: Vec<String> = BEST
        .into_iter()
        .chain(named)
        .map(str::to_owned)
        .chain((1..=61).map(|at| format!("市属第{at}单位")))
        .collect();
    let group = |name: &String| NewEntry::unit(name).group("市各部门及单位");
    place.add(since, names.iter().map(group));
    names
}

/// Forty at 99 points or more, three at the end, twenty between them, four without a ticket.
fn departments(place: &mut Place, names: &[String]) -> Vec<String> {
    let mut taken_off = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let fate = Tickets {
            unit: Some(name),
            handled: Some("2021-08-10 10:00"),
            ..Tickets::on(ON, "来电")
        };
        let off = match (name.as_str(), index) {
            ("连云港铁塔", _) => "16.96",
            ("人行连云港中心支行", _) => "16",
            ("市住建局", _) => "14.7",
            (_, 0..43) => "0.5",
            _ => "5",
        };
        taken_off.push(format!("外部扣分.{name}={off}"));
        match (name.as_str(), index) {
            ("连云港铁塔", _) => {
                let late = Some("2021-08-27 10:00");
                place.live(
                    1,
                    &Tickets {
                        signed: Some("2021-08-12 10:00"),
                        handled: Some("2021-08-13 10:00"),
                        ..fate.clone()
                    },
                );
                place.live(1, &Tickets { handled: late, ..fate.clone() });
                place.live(4, &fate);
                // Not due before September.
                place.live(
                    1,
                    &Tickets {
                        unsigned: true,
                        ..Tickets { unit: Some(name), ..Tickets::on("2021-08-31 16:00", "来电") }
                    },
                );
            }
            (_, 63..) => {}
            // Two have tickets of which none was due in the month.
            (_, 61..63) => {
                place.live(
                    1,
                    &Tickets {
                        unsigned: true,
                        handled: None,
                        ..Tickets { unit: Some(name), ..Tickets::on("2021-08-31 16:00", "来电") }
                    },
                );
            }
            _ => place.live(1, &fate),
        }
    }
    taken_off
}

/// Prints the place's month; gives how many items are plain, and how many are not.
pub(crate) fn printed() -> (usize, usize) {
    let mut place = Place::founded("lianyungang", (320_700, "连云港市"), "2021-07-01 08:00");
    let names = register(&mut place);
    for (unit, _, number) in DISTRICTS {
        let fate =
            Tickets {
                unit: Some(unit), unsigned: true, ..Tickets::on("2021-08-31 16:00", "来电")
            };
        place.live(number, &fate);
    }
    let mut off = departments(&mut place, &names);
    off.extend(COUNTIES.map(|(name, off)| format!("外部扣分.{name}={off}")));
    off.extend(DISTRICTS.map(|(name, off, _)| format!("外部扣分.{name}={off}")));
    let given: Vec<&str> = off.iter().map(String::as_str).collect();
    let printed = place.printed(Period::month(2021, 8).unwrap(), "2021-08-31", &given);
    printed.holds("18 连云港", &ITEMS)
}
