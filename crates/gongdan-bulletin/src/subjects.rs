//! What is compared with what: the subjects of the reconciliation.

use gongdan::Count;

pub(crate) const SUM_OF_LINES: &str = "各行之和";
pub(crate) const TOTAL: &str = "合计";
pub(crate) const CHANNELS: &str = "各渠道受理件数";
pub(crate) const SUM_OF_CHANNELS: &str = "各渠道之和";
pub(crate) const SUM_OF_UNITS_AND_OTHERS: &str = "各承办单位及其他去向之和";
pub(crate) const SAID: &str = "文中所列";
pub(crate) const LATE_UNITS: &str = "超期单位明细";
pub(crate) const SUM_OF_NAMED_UNITS: &str = "所列单位之和";
pub(crate) const LATE: &str = "超期已办结与超期未办理之和";
pub(crate) const TRANSFERRED_AND_LED: &str = "转办件数与成员单位受理件数";
pub(crate) const NOT_CLOSED_AND_PENDING: &str = "未结案件数与成员单位待办理件数";

/// Which table a figure of a comparison stands in.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    Categories,
    Units,
}

impl Place {
    fn words(self) -> &'static str {
        match self {
            Self::Categories => "问题分类表",
            Self::Units => "成员单位表",
        }
    }
}

pub(crate) fn parts_of(whole: Count) -> String {
    format!("{}的构成", whole.term())
}

pub(crate) fn column_of(place: Place, head: &str) -> String {
    format!("{}“{head}”", place.words())
}

pub(crate) fn total_of(place: Place, head: &str) -> String {
    format!("{}{head}合计", place.words())
}

pub(crate) fn by_ticket_and_by_unit(count: Count) -> String {
    format!("{}:按工单与按成员单位", count.term())
}

pub(crate) fn pair(left: &str, right: &str) -> String {
    format!("{left}与{right}")
}

pub(crate) fn not_closed_of(place: Place) -> String {
    format!("{}受理件数减综合结案数", place.words())
}

/// What a sentence says against a table's cell.
pub(crate) fn said_and_cell(place: Place, head: &str) -> String {
    format!("文中与{}", column_of(place, head))
}
