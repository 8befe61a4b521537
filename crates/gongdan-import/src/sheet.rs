//! A sheet: rows of cells, opened by what a file is, whatever it is called.

use std::io::Cursor;

use sha2::{Digest, Sha256};

use crate::cell::SheetCell;
use crate::error::SheetError;
use crate::row::{SheetRow, within};
use crate::{book, caps, encoded};

/// A sheet in memory: empty rows and cells take no place.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its name; of a text file nothing.
    pub name: String,
    /// The first signs of the SHA-256 of the file.
    pub source: String,
    /// Its rows.
    pub rows: Vec<SheetRow>,
}

impl Sheet {
    /// Reads a sheet of a file: .xlsx, .xls, or text in columns, whatever its name says.
    ///
    /// # Errors
    /// What the file is, and what to do, where it cannot be read.
    pub fn open(bytes: &[u8], sheet: Option<&str>) -> Result<Self, SheetError> {
        if bytes.len() as u64 > caps::BYTES {
            return Err(SheetError::new(
                "文件超过 256 MB,请分成几份",
                "the file is larger than 256 MB: divide it",
            ));
        }
        let source = source(bytes);
        let (name, rows) = match bytes {
            [b'P', b'K', 3, 4, ..] => book::xlsx(bytes, sheet)?,
            [0xd0, 0xcf, 0x11, 0xe0, ..] => book::xls(bytes, sheet)?,
            _ => (String::new(), rows_of_text(bytes)?),
        };
        Ok(Self { name, source, rows })
    }
}

impl Sheet {
    /// A sheet of cells that a program has, the first row being the headings.
    ///
    /// # Errors
    /// A table that is larger than any register.
    pub fn of(rows: impl IntoIterator<Item = Vec<Option<SheetCell>>>) -> Result<Self, SheetError> {
        let (mut kept, mut count, mut hash) = (Vec::new(), 0, Sha256::new());
        for (number, row) in (1..).zip(rows) {
            let filled = (0_u32..).zip(row).filter_map(|(column, cell)| Some((column, cell?)));
            let cells: Vec<(u32, SheetCell)> = filled.collect();
            count += cells.len();
            within(count, cells.last().map_or(0, |(column, _)| *column))?;
            for (column, cell) in &cells {
                hash.update(format!("{number}/{column}/{cell:?}\n"));
            }
            if !cells.is_empty() {
                kept.push(SheetRow { number, cells });
            }
        }
        Ok(Self { name: String::new(), source: first_signs(&hash.finalize()), rows: kept })
    }
}

/// The first signs of a file's hash: what tells it from others.
fn source(bytes: &[u8]) -> String {
    first_signs(&Sha256::digest(bytes))
}

fn first_signs(hash: &[u8]) -> String {
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn rows_of_text(bytes: &[u8]) -> Result<Vec<SheetRow>, SheetError> {
    let text = encoded::text(bytes)?;
    let begins = text.trim_start().get(..200).unwrap_or(text.trim_start()).to_lowercase();
    if begins.starts_with('<') {
        return Err(SheetError::new(
            "文件其实是网页(HTML),请在 Excel 或 WPS 中打开后另存为 xlsx",
            "the file is a page (HTML): open it in Excel or WPS and save it as .xlsx",
        ));
    }
    if text.contains('\0') {
        return Err(SheetError::new(
            "文件不是表格,也不是文字",
            "the file is neither a workbook nor text",
        ));
    }
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(encoded::delimiter(&text));
    let mut reader = reader.from_reader(Cursor::new(text.as_bytes()));
    let (mut rows, mut cells) = (Vec::new(), 0);
    for record in reader.records() {
        let record = record.map_err(|wrong| {
            SheetError::new(
                format!("文字表格读不下去:{wrong}"),
                format!("the text cannot be read: {wrong}"),
            )
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        let filled = (0_u32..).zip(&record);
        let filled = filled.filter_map(|(column, text)| Some((column, SheetCell::text(text)?)));
        let filled: Vec<_> = filled.collect();
        cells += filled.len();
        within(cells, filled.last().map_or(0, |(column, _)| *column))?;
        if !filled.is_empty() {
            rows.push(SheetRow { number: u32::try_from(line).unwrap_or(u32::MAX), cells: filled });
        }
    }
    Ok(rows)
}
