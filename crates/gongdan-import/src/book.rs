//! Workbooks: .xlsx by its cells, one after the other, and .xls once it is known to be no larger than it looks.

use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime, Reader, Xls, Xlsx, XlsxError};

use crate::cell::SheetCell;
use crate::error::{SheetError, encrypted};
use crate::row::{SheetRow, within};
use crate::{caps, compound};

type Rows = (String, Vec<SheetRow>);

/// The rows of a sheet of an .xlsx.
pub(crate) fn xlsx(bytes: &[u8], wanted: Option<&str>) -> Result<Rows, SheetError> {
    caught(|| rows_of_xlsx(bytes, wanted))
}

/// The rows of a sheet of an .xls.
pub(crate) fn xls(bytes: &[u8], wanted: Option<&str>) -> Result<Rows, SheetError> {
    caught(|| rows_of_xls(bytes, wanted))
}

/// The reader of workbooks takes some damaged ones for whole and panics then (`tests/mutated.rs`): they are damaged.
fn caught(read: impl FnOnce() -> Result<Rows, SheetError>) -> Result<Rows, SheetError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(truncated()))
}

fn rows_of_xlsx(bytes: &[u8], wanted: Option<&str>) -> Result<Rows, SheetError> {
    ensure_inflates(bytes)?;
    let mut book: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|wrong| unreadable_xlsx(&wrong))?;
    let name = chosen(&book.sheet_names(), wanted)?;
    let mut cells = book.worksheet_cells_reader(&name).map_err(|wrong| unreadable_xlsx(&wrong))?;
    let mut rows = Gathered::default();
    while let Some(cell) = cells.next_cell().map_err(|wrong| unreadable_xlsx(&wrong))? {
        let place = cell.get_position();
        rows.put(place, of_xlsx(cell.get_value()))?;
    }
    Ok((name, rows.in_order()))
}

fn rows_of_xls(bytes: &[u8], wanted: Option<&str>) -> Result<Rows, SheetError> {
    compound::ensure_small(bytes)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|wrong| unreadable(&wrong))?;
    let name = chosen(&book.sheet_names(), wanted)?;
    let range = book.worksheet_range(&name).map_err(|wrong| unreadable(&wrong))?;
    let (top, left) = range.start().unwrap_or((0, 0));
    let mut rows = Gathered::default();
    for (row, column, data) in range.used_cells() {
        let place = (top.saturating_add(narrow(row)), left.saturating_add(narrow(column)));
        rows.put(place, of_xls(data))?;
    }
    Ok((name, rows.in_order()))
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The sheet of a name, or the first.
fn chosen(names: &[String], wanted: Option<&str>) -> Result<String, SheetError> {
    let found = match wanted {
        None => names.first(),
        Some(wanted) => names.iter().find(|name| name.trim() == wanted.trim()),
    };
    found.cloned().ok_or_else(|| {
        let all = names.join("、");
        let wanted = wanted.unwrap_or_default();
        SheetError::new(
            format!("没有工作表“{wanted}”;文件里有:{all}"),
            format!("there is no sheet {wanted}; the file has: {all}"),
        )
    })
}

/// Inflates every part once and keeps nothing: what is said of its size beforehand can be wrong.
fn ensure_inflates(bytes: &[u8]) -> Result<(), SheetError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| truncated())?;
    if archive.len() > caps::PARTS {
        return Err(too_large());
    }
    let mut left = caps::INFLATED;
    for part in 0..archive.len() {
        let part = archive.by_index(part).map_err(|wrong| match wrong {
            zip::result::ZipError::UnsupportedArchive(_) => encrypted(),
            _ => truncated(),
        })?;
        let name = part.name().map_err(|_| truncated())?.to_lowercase();
        let shared = name.ends_with("sharedstrings.xml");
        let most = if shared { left.min(caps::STRINGS) } else { left };
        let inflated = std::io::copy(&mut part.take(most + 1), &mut std::io::sink());
        let inflated = inflated.map_err(|_| truncated())?;
        if inflated > most {
            return Err(if shared { too_many_texts() } else { too_large() });
        }
        left -= inflated;
    }
    Ok(())
}

fn too_large() -> SheetError {
    SheetError::new(
        "工作簿解压后超过 1 GB,请分成几份",
        "the workbook is larger than 1 GB when it is inflated: divide it",
    )
}

fn too_many_texts() -> SheetError {
    SheetError::new(
        "工作簿里的文字解压后超过 256 MB,请分成几份",
        "the texts of the workbook are larger than 256 MB when they are inflated: divide it",
    )
}

fn truncated() -> SheetError {
    SheetError::new(
        "工作簿不完整或已损坏,请重新导出或另存为 xlsx",
        "the workbook is cut off or damaged: export it again, or save it as .xlsx",
    )
}

fn unreadable_xlsx(wrong: &XlsxError) -> SheetError {
    match wrong {
        XlsxError::Password => encrypted(),
        XlsxError::Zip(_) | XlsxError::Io(_) | XlsxError::XmlEof(_) => truncated(),
        wrong => unreadable(wrong),
    }
}

fn unreadable(wrong: &dyn std::fmt::Display) -> SheetError {
    SheetError::new(
        format!("工作簿读不下去({wrong}),请另存为 xlsx"),
        format!("the workbook cannot be read ({wrong}): save it as .xlsx"),
    )
}

/// Cells by their rows, in whatever order they come.
#[derive(Default)]
struct Gathered {
    rows: Vec<SheetRow>,
    cells: usize,
    text: usize,
}

impl Gathered {
    fn put(
        &mut self,
        (row, column): (u32, u32),
        cell: Option<SheetCell>,
    ) -> Result<(), SheetError> {
        let Some(cell) = cell else { return Ok(()) };
        self.cells += 1;
        self.text += if let SheetCell::Text(text) = &cell { text.len() } else { 0 };
        within(self.cells, column)?;
        if self.text > caps::TEXT {
            return Err(too_large());
        }
        let number = row.saturating_add(1);
        match self.rows.last_mut().filter(|last| last.number == number) {
            Some(last) => last.cells.push((column, cell)),
            None => self.rows.push(SheetRow { number, cells: vec![(column, cell)] }),
        }
        Ok(())
    }

    /// Rows and cells in their order, each once.
    fn in_order(mut self) -> Vec<SheetRow> {
        self.rows.sort_by_key(|row| row.number);
        self.rows.dedup_by(|later, row| {
            let same = later.number == row.number;
            if same {
                row.cells.append(&mut later.cells);
            }
            same
        });
        for row in &mut self.rows {
            row.cells.sort_by_key(|(column, _)| *column);
            row.cells.dedup_by_key(|(column, _)| *column);
        }
        self.rows
    }
}

fn of_xlsx(data: &DataRef<'_>) -> Option<SheetCell> {
    match data {
        DataRef::Int(number) => Some(SheetCell::Number(number.to_string())),
        DataRef::Float(number) => Some(SheetCell::number(*number)),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            SheetCell::text(text)
        }
        DataRef::SharedString(text) => SheetCell::text(text),
        DataRef::Bool(flag) => Some(SheetCell::Flag(*flag)),
        DataRef::DateTime(when) => Some(when_of(when)),
        DataRef::Error(error) => Some(error_of(error)),
        DataRef::Empty => None,
    }
}

fn of_xls(data: &Data) -> Option<SheetCell> {
    match data {
        Data::Int(number) => Some(SheetCell::Number(number.to_string())),
        Data::Float(number) => Some(SheetCell::number(*number)),
        // A known fault of old workbooks: texts with a NUL behind every sign.
        Data::String(text) => SheetCell::text(&text.replace('\0', "")),
        Data::DateTimeIso(text) | Data::DurationIso(text) => SheetCell::text(text),
        Data::Bool(flag) => Some(SheetCell::Flag(*flag)),
        Data::DateTime(when) => Some(when_of(when)),
        Data::Error(error) => Some(error_of(error)),
        Data::Empty => None,
    }
}

fn when_of(when: &ExcelDateTime) -> SheetCell {
    match when.as_datetime().filter(|_| when.is_datetime() && !when.as_f64().is_sign_negative()) {
        Some(when) => SheetCell::When(rounded(when)),
        None => SheetCell::number(when.as_f64()),
    }
}

/// A time of day is a part of a day in a workbook: it is meant to the second.
pub(crate) fn rounded(when: chrono::NaiveDateTime) -> chrono::NaiveDateTime {
    use chrono::{Duration, Timelike};
    let later = when.checked_add_signed(Duration::milliseconds(500)).unwrap_or(when);
    later.with_nanosecond(0).unwrap_or(later)
}

fn error_of(error: &CellErrorType) -> SheetCell {
    SheetCell::Error(error.to_string())
}
