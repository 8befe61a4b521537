//! Why a list does not leave, in two languages.

use std::io;
use std::path::PathBuf;

use gongdan::{Error, Language};

/// The endings that are built, in words.
const ENDINGS: &str = if cfg!(feature = "xlsx") { ".xlsx, .csv, .jsonl" } else { ".csv, .jsonl" };

/// What stopped a list: no file stands under its name then.
#[derive(Debug)]
pub enum OutError {
    /// The name ends as no form does.
    Form,
    /// What is published ends as neither form of it does.
    Published,
    /// Something stands there already.
    Exists(PathBuf),
    /// The machine failed.
    Io(PathBuf, io::Error),
    /// A text is longer than a cell of a workbook: in this row from 1, below the heading, of this column.
    TooLong(u64, String),
    /// More rows than a sheet of a workbook has.
    TooManyRows,
    /// The hotline's file failed, or a question was refused.
    Hotline(Error),
}

impl OutError {
    /// In a language.
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.chinese(),
            Language::English => self.english(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Form => format!("文件名应以 {} 结尾", ENDINGS.replace(", ", "、")),
            Self::Published => "文件名应以 .json 或 .csv 结尾".to_owned(),
            Self::Exists(path) => format!("{}: 已有内容,不予覆盖", path.display()),
            Self::Io(path, error) => format!("{}: {error}", path.display()),
            Self::TooLong(row, column) => {
                format!("第 {row} 行“{column}”超过 xlsx 单元格的长度,请导出为 csv 或 jsonl")
            }
            Self::TooManyRows => "超过 xlsx 工作表的行数,请导出为 csv 或 jsonl".to_owned(),
            Self::Hotline(error) => error.message(Language::Chinese),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Form => format!("path: the file's name has to end with one of {ENDINGS}"),
            Self::Published => "path: the file's name has to end with .json or .csv".to_owned(),
            Self::Exists(path) => {
                format!("{}: something stands there already and is not overwritten", path.display())
            }
            Self::Io(path, error) => format!("{}: {error}", path.display()),
            Self::TooLong(row, column) => format!(
                "row {row}: {column} is longer than a cell of a workbook: take .csv or .jsonl"
            ),
            Self::TooManyRows => {
                "more rows than a sheet of a workbook has: take .csv or .jsonl".to_owned()
            }
            Self::Hotline(error) => error.message(Language::English),
        }
    }
}

impl std::fmt::Display for OutError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.english())
    }
}

impl std::error::Error for OutError {}

impl From<Error> for OutError {
    fn from(error: Error) -> Self {
        Self::Hotline(error)
    }
}
