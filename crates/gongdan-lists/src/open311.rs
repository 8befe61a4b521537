//! Tickets for those who publish (Open311 GeoReport v2, service requests): without any text, caller or confidential
//! ticket.

use std::path::Path;

use gongdan::{Cells, Chunk, Filter, Hotline, Language, Moment, ScanOptions, Stage, Table};

use crate::whole::cells;
use crate::wording::stamped;
use crate::{OutCell, OutColumn, OutError, OutFile};

/// What is read of a ticket.
const READ: [&str; 9] = [
    "number",
    "stage",
    "category",
    "unit",
    "accepted_at",
    "last_at",
    "running_by",
    "area",
    "confidential",
];

/// What a service request says; what a hotline does not know, or does not publish, is null.
const SAID: [(&str, &str); 15] = [
    ("service_request_id", "工单编号"),
    ("status", "状态"),
    ("status_notes", "办理阶段"),
    ("service_name", "问题分类"),
    ("service_code", "分类代码"),
    ("description", "诉求内容"),
    ("agency_responsible", "承办单位"),
    ("service_notice", "服务说明"),
    ("requested_datetime", "受理时间"),
    ("updated_datetime", "更新时间"),
    ("expected_datetime", "办理时限"),
    ("address", "区域"),
    ("address_id", "地址标识"),
    ("zipcode", "邮政编码"),
    ("media_url", "附件"),
];

/// Writes the tickets of a filter as service requests into a new file, as its name ends: `.json` (one array, as
/// `GET requests.json` answers) or `.csv`; and says how many there are. A ticket is known by its number, a service
/// by the path of its category. Nobody's words leave, and no confidential ticket.
///
/// # Errors
/// [`OutError::Form`] for another ending; as [`OutFile`], and as [`Hotline::scan`].
pub fn write_open311(
    hotline: &Hotline,
    filter: &Filter,
    path: impl AsRef<Path>,
    replace: bool,
) -> Result<u64, OutError> {
    let columns = SAID.map(|(name, heading)| OutColumn::new(name, heading)).to_vec();
    let mut file = OutFile::create_published(path, columns, replace)?;
    let read = Some(READ.map(str::to_owned).to_vec());
    let options =
        ScanOptions { columns: read, language: Language::English, ..ScanOptions::default() };
    let mut scan = hotline.scan(Table::Tickets, filter, &options)?;
    let kinds: Vec<_> = scan.columns().iter().map(|field| field.kind).collect();
    let words = scan.words().to_vec();
    while let Some(chunk) = scan.next().transpose()? {
        for row in (0..chunk.rows).filter(|row| !is_confidential(&chunk, *row)) {
            file.row(&request(&cells(&chunk, &kinds, &words, row)))?;
        }
    }
    file.finish()
}

fn is_confidential(chunk: &Chunk, row: usize) -> bool {
    match chunk.columns.last() {
        Some(Cells::Flags(flags)) => flags.get(row).copied().flatten() != Some(false),
        _ => true,
    }
}

/// A service request, of what was read of its ticket.
fn request<'a>(read: &[OutCell<'a>]) -> Vec<OutCell<'a>> {
    let at = |place: usize| read.get(place).cloned().unwrap_or(OutCell::Nothing);
    let stage = match &read[1] {
        OutCell::Text(word) => Stage::parse(word).ok(),
        _ => None,
    };
    let ended =
        stage.is_some_and(|stage| matches!(stage, Stage::Closed | Stage::Rejected | Stage::Merged));
    let status = OutCell::text(if ended { "closed" } else { "open" });
    let notes = OutCell::maybe(stage.map(|stage| stage.term()));
    let no = || OutCell::Nothing;
    let when = |place: usize| dated(&read[place]);
    vec![
        at(0),
        status,
        notes,
        at(2),
        at(2),
        no(),
        at(3),
        no(),
        when(4),
        when(5),
        when(6),
        at(7),
        no(),
        no(),
        no(),
    ]
}

/// A moment as the specification writes it (W3C's date and time, with the zone).
fn dated<'a>(cell: &OutCell<'_>) -> OutCell<'a> {
    match cell {
        OutCell::Moment(at) => OutCell::text(zoned(*at)),
        _ => OutCell::Nothing,
    }
}

fn zoned(at: Moment) -> String {
    stamped(at)
}
