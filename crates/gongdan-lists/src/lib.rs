//! Lists on their way out (导出): .csv, .jsonl and .xlsx, safe to open in a spreadsheet. One writer for every face, row
//! by row: nothing is kept but the row in hand.
//!
//! ```
//! use gongdan::Language;
//! use gongdan_lists::{OutCell, OutColumn, OutFile};
//! # let folder = std::env::temp_dir().join(format!("gongdan-lists-{}", std::process::id()));
//! # std::fs::create_dir_all(&folder)?;
//! # let path = folder.join("单位.csv");
//! let columns = vec![OutColumn::new("unit", "成员单位"), OutColumn::new("accepted", "受理件数")];
//! let mut file = OutFile::create(&path, columns, Language::Chinese, false)?;
//! file.row(&[OutCell::text("=草市镇人民政府"), OutCell::Number(13)])?;
//! file.finish()?;
//! assert_eq!(std::fs::read_to_string(&path)?, "\u{feff}成员单位,受理件数\r\n'=草市镇人民政府,13\r\n");
//! # std::fs::remove_dir_all(&folder)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

mod cell;
mod column;
mod csv;
mod error;
mod figures;
mod file;
mod form;
mod jsonl;
mod open311;
mod table;
mod whole;
mod wording;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use cell::OutCell;
pub use column::OutColumn;
pub use error::OutError;
pub use file::OutFile;
pub use form::OutForm;
pub use open311::write_open311;
pub use table::OutTable;
pub use whole::write_whole;
