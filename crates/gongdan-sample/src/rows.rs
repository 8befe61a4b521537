//! The rows of the printed tables.

/// One row of the category table (问题分类统计).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CategoryRow {
    /// The category.
    pub name: &'static str,
    /// 受理件数.
    pub accepted: u32,
    /// 综合结案数.
    pub closed: u32,
    /// 超期结案数.
    pub closed_late: u32,
    /// 超期结案率 as printed.
    pub closed_late_rate: &'static str,
}

/// One row of the unit table (成员单位工单办理情况).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// The unit as the table prints it.
    pub name: &'static str,
    /// 县直, 乡镇 or 企业.
    pub group: &'static str,
    /// Other names of the same unit, in the same bulletin or in daily use.
    pub aliases: Vec<&'static str>,
    /// The clerk who signs for the unit; invented.
    pub clerk: String,
    /// 受理案件数.
    pub accepted: u32,
    /// 待办理数.
    pub pending: u32,
    /// 未及时签收数.
    pub sign_off_late: u32,
    /// 超期已办结.
    pub handled_late: u32,
    /// 超期未办理.
    pub open_late: u32,
}

/// One clause of the channel paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChannelRow {
    /// The channel.
    pub channel: &'static str,
    /// A unit, by name or alias, or 在线办结.
    pub handled_by: &'static str,
    /// How many tickets.
    pub tickets: u32,
}
