//! What things are called: the words below the model. The sentences above it are in `wording/`.

use chrono::Datelike;
use gongdan::{Count, Day, Measure, Period, Quantile};

use crate::column::Column;

pub(crate) const CONTENTS: &str = "目录";
/// The sheet of sentences.
#[cfg(feature = "xlsx")]
pub(crate) const TEXT: &str = "正文";
/// The sheet of charts.
#[cfg(feature = "xlsx")]
pub(crate) const CHARTS: &str = "图表";
#[cfg(feature = "xlsx")]
pub(crate) const TEXT_HEADS: [&str; 3] = ["章节", "文字", "文中数字"];
/// Follows organ and date at the end (印发).
pub(crate) const PRINTED: &str = "印发";
pub(crate) const CATEGORY_HEADS: (&str, &str) = ("问题分类", "合计");
pub(crate) const UNIT_HEADS: (&str, &str) = ("单位名称", "合计");

/// The usual columns of the table by category.
pub(crate) fn category_columns() -> Vec<Column> {
    let columns = [
        ("accepted", "受理件数"),
        ("closed", "综合结案数"),
        ("closed_late", "超期结案数"),
        ("closed_late_rate", "超期结案率"),
    ];
    columns.into_iter().map(|(figure, head)| Column::new(figure, head)).collect()
}

/// The usual columns of the table by unit.
pub(crate) fn unit_columns() -> Vec<Column> {
    let column = |(count, head): &(Count, &str)| {
        let column = Column::new(count.word(), *head);
        if LATE_COLUMNS.contains(count) { column.under(LATE_TICKETS) } else { column }
    };
    UNIT_COLUMNS.iter().map(column).collect()
}

/// Over both columns of lateness.
const LATE_TICKETS: &str = "超期工单";
const LATE_COLUMNS: [Count; 2] = [Count::HandledLate, Count::OpenLate];

const UNIT_COLUMNS: [(Count, &str); 5] = [
    (Count::Accepted, "受理案件数"),
    (Count::Pending, "待办理数"),
    (Count::NotSignedInTime, "未及时签收数"),
    (Count::HandledLate, "超期已办结"),
    (Count::OpenLate, "超期未办理"),
];

/// The usual heading over a unit's count.
pub(crate) fn unit_head(count: Count) -> &'static str {
    let found = UNIT_COLUMNS.iter().find(|(each, _)| *each == count);
    found.map_or(count.term(), |(_, head)| head)
}

pub(crate) fn title(region: &str, period: &Period) -> String {
    format!("{region}“12345”政府服务热线{}工单办理情况通报", period_words(period))
}

pub(crate) fn number(year: i32, number: u32) -> String {
    format!("〔{year}〕第{number}期")
}

pub(crate) fn day(day: Day) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// `9月份`, `7—8月份`, `2020年`, or from day to day.
pub(crate) fn period_words(period: &Period) -> String {
    let (first, last) = (period.first(), period.last());
    let one_year = first.year() == last.year();
    match period.whole_months() {
        Some(1) => format!("{}月份", first.month()),
        Some(12) if one_year => format!("{}年", first.year()),
        Some(_) if one_year => format!("{}—{}月份", first.month(), last.month()),
        _ if first == last => day(first),
        _ => format!("{}至{}", day(first), day(last)),
    }
}

/// `第一季度`, `上半年`, `全年`, else as `period_words`.
pub(crate) fn period_name(period: &Period) -> String {
    let first = period.first();
    let quarter = ["第一季度", "第二季度", "第三季度", "第四季度"];
    match (period.whole_months(), first.month0()) {
        (Some(3), month) if month % 3 == 0 => quarter[month as usize / 3].to_owned(),
        (Some(6), 0) => "上半年".to_owned(),
        (Some(6), 6) => "下半年".to_owned(),
        (Some(12), 0) => "全年".to_owned(),
        (Some(1), month) => format!("{}月", month + 1),
        _ => period_words(period),
    }
}

/// The same with its year: `2024年第四季度`.
pub(crate) fn dated_name(period: &Period) -> String {
    match period.whole_months() {
        Some(_) => format!("{}年{}", period.first().year(), period_name(period)),
        None => period_words(period),
    }
}

/// A name inside full-width quotation marks.
pub(crate) fn quoted(name: &str) -> String {
    format!("“{name}”")
}

/// A text that ends a sentence, whether or not its writer did.
pub(crate) fn ended(text: &str) -> String {
    match text.ends_with(['。', '!', '?', '…', '”', ';']) {
        true => text.to_owned(),
        false => format!("{text}。"),
    }
}

/// `满意数÷回访数`, `(转办数-超期已办结)÷转办数`.
pub(crate) fn formula(measure: &'static Measure) -> String {
    match measure.quantile {
        None => format!("{}÷{}", terms(measure.numerator), terms(measure.denominator)),
        Some(Quantile::Median) => format!("{}居中者", Count::HandlingMinutes.term()),
        Some(Quantile::Ninetieth) => format!("九成不超过的{}", Count::HandlingMinutes.term()),
    }
}

fn terms(counts: &[(i64, Count)]) -> String {
    let mut words = String::new();
    for (sign, count) in counts {
        if *sign < 0 {
            words.push('-');
        } else if !words.is_empty() {
            words.push('+');
        }
        words.push_str(count.term());
    }
    if counts.len() > 1 { format!("({words})") } else { words }
}
