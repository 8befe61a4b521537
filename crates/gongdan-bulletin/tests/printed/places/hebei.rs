//! 河北省 12328, August 2024: kinds put together, outside scores, cities ranked with ties. Its 161,166
//! tickets are too many to be lived here: a small month stands for them, and its own figures are checked.

use gongdan::{ChannelKind, Kind, NewEntry, Period, Satisfaction};

use super::life::{Item, Place, Tickets, item};

const CITIES: [(&str, &str); 7] = [
    ("承德", "118.5"),
    ("邯郸", "118"),
    ("秦皇岛", "117"),
    ("张家口", "116"),
    ("衡水", "116"),
    ("定州", "116"),
    ("邢台", "115"),
];
const FIELDS: [&str; 7] = ["普通公路", "道路运输", "城市客运", "高速公路", "水路", "海事", "其他"];

pub(super) const ITEMS: [Item; 18] = [
    item("业务总量", &["共受理有效业务100件"]),
    item("三类件数", &["分别为60件、25件和15件"]),
    item("三类占比", &["分别占业务总量60.00%、25.00%和15.00%"]),
    item("领域件数", &["普通公路40件、道路运输10件、城市客运10件、高速公路10件"]),
    item("领域占比", &["分别占业务总量40.00%、10.00%、10.00%、10.00%"]),
    item("水路、海事、其他合计", &["水路、海事、其他业务量共计30件,占业务总量的30.00%"]),
    item("得分86.20、全国第27", &["我省得分86.20分(总分100分),排名第27"]),
    item("咨询类即时答复率", &["即时答复率100.00%"]),
    item("非投诉举报限时办结率", &["非投诉举报类限时办结率100.00%"]),
    item("即时答复满意率", &["即时答复满意率100.00%"]),
    item("转办回访率", &["转办工单回访率100.00%"]),
    item("差评整改率", &["差评整改率100.00%"]),
    item("投诉举报限时办结率", &["投诉举报类限时办结率93.33%"]),
    item("复核率", &["投诉举报类复核率"]),
    item("投诉举报回访满意率", &["投诉举报类回访满意率93.33%"]),
    item("情况说明", &["个别城市存在语气生硬的情况。"]),
    item("地市成绩表", &["| 1 | 承德 | 118.5 |", "| 2 | 邯郸 | 118 |"]),
    item(
        "并列名次",
        &["| 4 | 张家口 | 116 |", "| 4 | 衡水 | 116 |", "| 4 | 定州 | 116 |", "| 7 | 邢台 | 115 |"],
    ),
];

fn field(at: usize) -> &'static str {
    FIELDS[if at < 40 { 0 } else { (at - 40) / 10 + 1 }]
}

/// Prints the place's month; gives how many items are plain, and how many are not.
pub(crate) fn printed() -> (usize, usize) {
    let mut place = Place::founded("hebei", (130_000, "河北省"), "2024-07-01 08:00");
    let since = "2024-07-01 09:00";
    place.add(since, [NewEntry::channel("来电", ChannelKind::Call)]);
    place.add(since, FIELDS.map(NewEntry::category));
    place.add(since, CITIES.map(|(name, _)| NewEntry::unit(name)));
    for at in 0..100 {
        let kind = match at {
            ..60 => Kind::Inquiry,
            60..85 => Kind::Suggestion,
            85..93 => Kind::Complaint,
            _ => Kind::Report,
        };
        let fate =
            Tickets {
                kind, category: Some(field(at)), ..Tickets::on("2024-08-05 09:00", "来电")
            };
        let unsatisfied = at == 99;
        match at {
            ..60 => place.live(1, &fate),
            _ => place.live(
                1,
                &Tickets {
                    unit: Some(CITIES[at % 7].0),
                    handled: Some(if unsatisfied {
                        "2024-08-26 09:00"
                    } else {
                        "2024-08-06 09:00"
                    }),
                    rated: Some(if unsatisfied {
                        Satisfaction::Dissatisfied
                    } else {
                        Satisfaction::Satisfied
                    }),
                    reworked: unsatisfied,
                    ..fate
                },
            ),
        }
    }
    let mut given: Vec<String> =
        CITIES.map(|(name, score)| format!("成绩.{name}={score}")).to_vec();
    given.extend(["部评得分=86.20", "部评名次=27", "即时答复满意率=100.00%"].map(str::to_owned));
    given.push("情况说明=个别城市存在语气生硬的情况。".to_owned());
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    let printed = place.printed(Period::month(2024, 8).unwrap(), "2024-08-31", &given);
    printed.holds("46 河北", &ITEMS)
}
