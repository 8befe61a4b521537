//! An office's past comes in (历史导入): sheets of tickets are read by a mapping, which is data, and lived through the
//! one door to write. A row is all or nothing, and so is a file unless it is asked otherwise; the same file twice
//! adds nothing.
//!
//! ```no_run
//! use gongdan::{Hotline, Stamp, now};
//! use gongdan_import::{Import, Mapping, Sheet};
//! let mapping = Mapping::read(&std::fs::read_to_string("对照.toml")?)?;
//! let sheet = Sheet::open(&std::fs::read("旧工单.xlsx")?, mapping.sheet())?;
//! let mut hotline = Hotline::open("hengdong.db")?;
//! let report = Import::new(&mapping, &sheet).run(&mut hotline, &Stamp::centre("陈静", now()))?;
//! println!("{} 件导入,{} 行有误", report.taken, report.errors.len());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

mod book;
mod caps;
mod cell;
mod compound;
mod contacts;
mod encoded;
mod entries;
mod error;
mod facts;
mod headed;
mod import;
mod mapping;
mod notices;
mod placed;
mod refused;
mod registers;
mod row;
mod sheet;
mod shipped;
mod suggest;
mod when;

pub use cell::SheetCell;
pub use error::{ImportError, SheetError, SheetProblem};
pub use import::{Import, Report, RowError};
pub use mapping::{Limits, Mapping, Unlisted};
pub use refused::workbook;
pub use registers::{SheetOf, import_register};
pub use row::SheetRow;
pub use sheet::Sheet;
pub use shipped::{SHIPPED, Shipped};
pub use suggest::suggest;
