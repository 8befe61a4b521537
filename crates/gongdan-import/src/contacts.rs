//! Contacts by day from a sheet (诉求量): how many a channel had on a day, in all. What was counted before is corrected to
//! it, so that the same sheet twice adds nothing.

use gongdan::{Hotline, OfficeCommand, Stamp};

use crate::headed::{Field, Headed, Stopped};
use crate::import::Report;

/// What a row says.
pub(crate) const FIELDS: [Field; 3] = [
    ("day", &["日期", "日", "统计日期", "day", "date"]),
    ("channel", &["渠道", "来源渠道", "诉求渠道", "channel"]),
    ("count", &["诉求量", "件数", "数量", "来电量", "话务量", "count"]),
];

/// Counts what a row says more, or less, than was counted.
pub(crate) fn enter(
    row: Headed<'_>,
    hotline: &mut Hotline,
    stamp: &Stamp,
    report: &mut Report,
) -> Result<(), Stopped> {
    let (day, channel, count) = (row.day("day")?, row.needed("channel")?, row.number("count")?);
    let so_far = hotline.contacts_on(&channel, day);
    let so_far = so_far.map_err(|error| row.wrong(Some("channel"), error))?;
    let more = count - so_far;
    if more == 0 {
        report.repeated += 1;
        return Ok(());
    }
    row.office(hotline, stamp, OfficeCommand::RecordContacts { channel, day, count: more })?;
    match so_far {
        0 => report.taken += 1,
        _ => report.added += 1,
    }
    Ok(())
}
