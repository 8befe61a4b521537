//! The refused rows as they were, with a column 原因: mended, the workbook imports as it is.

use std::collections::BTreeMap;

use gongdan::Language;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::cell::SheetCell;
use crate::import::Report;
use crate::row::SheetRow;
use crate::sheet::Sheet;

/// The heading over the reasons.
const REASON: &str = "原因";

/// A workbook of the refused rows under the rows above them.
///
/// # Errors
/// What the writer says; a cell longer than a workbook holds is cut.
pub fn workbook(sheet: &Sheet, report: &Report) -> Result<Vec<u8>, XlsxError> {
    let mut reasons: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for error in &report.errors {
        let place = error.column.as_deref().map(|column| format!("{column} 列:"));
        let reason =
            format!("{}{}", place.unwrap_or_default(), error.problem.told(Language::Chinese));
        reasons.entry(error.row).or_default().push(reason);
    }
    let wanted = |row: &&SheetRow| row.number <= report.header || reasons.contains_key(&row.number);
    let rows: Vec<&SheetRow> = sheet.rows.iter().filter(wanted).collect();
    let last = rows.iter().filter_map(|row| row.cells.last()).map(|(column, _)| *column).max();
    let beside = narrow(last.unwrap_or(0)).saturating_add(1);
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let page = book.add_worksheet();
    for (place, row) in (0_u32..).zip(rows) {
        for (column, cell) in &row.cells {
            write(page, place, narrow(*column), cell)?;
        }
        match reasons.get(&row.number) {
            Some(reasons) => page.write_string(place, beside, short(&reasons.join(";")))?,
            None if row.number == report.header => page.write_string(place, beside, REASON)?,
            None => page,
        };
    }
    book.save_to_buffer()
}

fn narrow(column: u32) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX - 1)
}

/// As much as a cell holds.
fn short(text: &str) -> String {
    text.chars().take(32_000).collect()
}

fn write(page: &mut Worksheet, row: u32, column: u16, cell: &SheetCell) -> Result<(), XlsxError> {
    let when = match cell {
        SheetCell::When(when) => {
            ExcelDateTime::parse_from_str(&when.format("%Y-%m-%dT%H:%M:%S").to_string()).ok()
        }
        _ => None,
    };
    match when {
        Some(when) => {
            let format = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
            page.write_datetime_with_format(row, column, &when, &format)?
        }
        None => page.write_string(row, column, short(&cell.shown()))?,
    };
    Ok(())
}
