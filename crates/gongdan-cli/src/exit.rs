//! How a command ends: the exit codes that scripts can use, and what failed.

use std::path::{Path, PathBuf};

use gongdan::{Error, ErrorKind, Invalid, Language};

use gongdan_bulletin::{FontError, FormatError, PaperError};
use gongdan_import::SheetError;
use gongdan_lists::OutError;

use crate::words::{self, Pair};

/// The exit codes; documented in `--help`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done.
    Done = 0,
    /// A rule refuses it, or a check found something.
    Refused = 1,
    /// An argument is wrong.
    Arguments = 2,
    /// There is no such file, ticket or figure.
    NotFound = 3,
    /// The ticket has changed, or others keep the file busy.
    Conflict = 4,
    /// The file: read-only, too new, no hotline, damaged, in the way, or the machine failed.
    File = 5,
    /// A mistake in gongdan itself.
    Bug = 70,
    /// Somebody stopped it while it ran.
    Interrupted = 130,
}

/// The exit codes as `--help` prints them.
pub(crate) fn codes(language: Language) -> &'static str {
    match language {
        Language::Chinese => CHINESE_CODES,
        Language::English => ENGLISH_CODES,
    }
}

const CHINESE_CODES: &str = "\
退出码:
  0   完成
  1   不合办理规则,或核验发现问题
  2   填写有误
  3   没有该文件、工单或数字;没有画图表和 PDF 的中文字体
  4   冲突:工单已有变动、请求编号已用,或文件正被占用
  5   文件:只读、版本太新、不是工单文件、已损坏、已有内容、被移走或不能读取
  70  程序自身有误
  130 运行中被中断

日期和时间均为北京时间:2020-10-09 或 \"2020-10-09 17:30\"。截止只写日期,指到当日末。
期间可写 2020、2020-Q3、2020-09、2020-W36、2020-09-21,或用 .. 连接两个。";

const ENGLISH_CODES: &str = "\
Exit codes:
  0   done
  1   refused by a rule of the ticket's life, or verify found something
  2   a wrong argument
  3   no such file, ticket or figure; no Chinese font for charts and PDF
  4   conflict: the ticket has changed, a request id is taken, or the file is busy
  5   the file: read-only, too new, not a hotline, damaged, in the way, taken away, or not readable
  70  a mistake in gongdan itself
  130 stopped while it ran

Dates and times are Beijing time: 2020-10-09 or \"2020-10-09 17:30\". A date as cut-off means its
end. A period is 2020, 2020-Q3, 2020-09, 2020-W36, 2020-09-21, or two of these joined by ..";

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

impl From<ErrorKind> for Exit {
    fn from(kind: ErrorKind) -> Self {
        match kind {
            ErrorKind::Refused => Self::Refused,
            ErrorKind::InvalidInput => Self::Arguments,
            ErrorKind::NotFound => Self::NotFound,
            ErrorKind::Conflict | ErrorKind::Busy => Self::Conflict,
            ErrorKind::ReadOnly
            | ErrorKind::FileTooNew
            | ErrorKind::NotAHotline
            | ErrorKind::Corrupt
            | ErrorKind::Io
            | ErrorKind::Exists
            | ErrorKind::Replaced => Self::File,
            ErrorKind::Interrupted => Self::Interrupted,
            _ => Self::Bug,
        }
    }
}

/// Why a command did not come to its end.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The library said no.
    Hotline(Error),
    /// A file that the command itself reads or writes failed.
    File(PathBuf, std::io::Error),
    /// Something stands there that the command did not make.
    InTheWay(PathBuf, Pair),
    /// A bulletin format is wrong, with file, line and the nearest names.
    Format(FormatError),
    /// A ticket has not what its paper is about.
    Paper(PaperError),
    /// A sheet or its mapping cannot be read.
    Sheet(SheetError),
    /// A list does not leave.
    List(OutError),
    /// No Chinese font is found to draw charts and PDF with.
    Font(FontError),
    /// A form that a terminal cannot show is asked for without a folder.
    NeedsFolder,
    /// Nobody reads what is printed any more.
    Unread,
}

/// What a verb's run gives.
pub(crate) type Outcome = Result<Exit, Failure>;

impl Failure {
    /// A failing file.
    pub(crate) fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        |error| Self::File(path, error)
    }

    /// The exit code.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Hotline(error) => error.kind().into(),
            Self::File(_, error) if error.kind() == std::io::ErrorKind::NotFound => Exit::NotFound,
            Self::Font(_) => Exit::NotFound,
            Self::List(OutError::Exists(_) | OutError::Io(..)) => Exit::File,
            Self::File(..) | Self::InTheWay(..) => Exit::File,
            Self::Paper(_) => Exit::Refused,
            Self::Format(_) | Self::Sheet(_) | Self::List(_) | Self::NeedsFolder => Exit::Arguments,
            Self::Unread => Exit::Done,
        }
    }

    /// The kind's name, as in the table of kinds.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Hotline(error) => error.kind().word(),
            Self::Font(_) => ErrorKind::NotFound.word(),
            Self::File(..) => ErrorKind::Io.word(),
            Self::InTheWay(..) | Self::List(OutError::Exists(_)) => ErrorKind::Exists.word(),
            Self::List(OutError::Io(..)) => ErrorKind::Io.word(),
            Self::Paper(_) => ErrorKind::Refused.word(),
            Self::Format(_) | Self::Sheet(_) | Self::List(_) | Self::NeedsFolder => {
                ErrorKind::InvalidInput.word()
            }
            Self::Unread => "unread",
        }
    }

    /// What to tell a person, in one line.
    pub(crate) fn message(&self, language: Language) -> String {
        let said = |(chinese, english): Pair| match language {
            Language::Chinese => chinese,
            Language::English => english,
        };
        match self {
            Self::Hotline(error) => error.message(language),
            Self::File(path, error) => format!("{}: {error}", path.display()),
            Self::InTheWay(path, why) => format!("{}: {}", path.display(), said(*why)),
            Self::Format(error) => error.message(language),
            Self::Paper(error) => error.message(language),
            Self::Sheet(wrong) => wrong.problem().told(language).to_owned(),
            Self::List(error) => error.message(language),
            Self::Font(error) => error.message(language).to_owned(),
            Self::NeedsFolder => said(words::NEEDS_FOLDER).to_owned(),
            Self::Unread => String::new(),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Hotline(error)
    }
}

impl From<OutError> for Failure {
    fn from(error: OutError) -> Self {
        match error {
            OutError::Hotline(error) => Self::Hotline(error),
            error => Self::List(error),
        }
    }
}

impl From<FormatError> for Failure {
    fn from(error: FormatError) -> Self {
        Self::Format(error)
    }
}

impl From<PaperError> for Failure {
    fn from(error: PaperError) -> Self {
        match error {
            PaperError::Hotline(error) => Self::Hotline(error),
            PaperError::Format(error) => Self::Format(error),
            error => Self::Paper(error),
        }
    }
}

impl From<Invalid> for Failure {
    fn from(invalid: Invalid) -> Self {
        Self::Hotline(invalid.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_the_exit_code_that_is_promised() {
        let codes: Vec<(&str, u8)> =
            ErrorKind::ALL.iter().map(|kind| (kind.word(), Exit::from(*kind) as u8)).collect();
        let promised = [
            ("refused", 1),
            ("not_found", 3),
            ("invalid_input", 2),
            ("conflict", 4),
            ("busy", 4),
            ("read_only", 5),
            ("file_too_new", 5),
            ("not_a_hotline", 5),
            ("corrupt", 5),
            ("closed", 70),
            ("io", 5),
            ("exists", 5),
            ("bug", 70),
            ("interrupted", 130),
            ("forked", 70),
            ("replaced", 5),
        ];
        assert_eq!(codes, promised);
    }
}
