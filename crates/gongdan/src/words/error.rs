//! One error for every face: what kind it is, what to tell a person, and what a program can act on.

use std::borrow::Cow;
use std::fmt;

use gongdan_domain::{
    Denied, Invalid, Language, Problem, Refusal, TicketId, vocabulary, without_numbers, wording,
};
use gongdan_process::Lost;

vocabulary! {
    /// The kind of an error: name and number are the same in every face. The term is what a
    /// person is told of it in Chinese, before any particulars.
    ErrorKind, "kind" in "error_kind"
    #[non_exhaustive]
    {
        /// A rule of the life refuses the command.
        Refused = 1, "refused", "不合办理规则";
        /// There is no such ticket, file or figure.
        NotFound = 2, "not_found", "没有找到";
        /// An argument is wrong in itself.
        InvalidInput = 3, "invalid_input", "填写有误";
        /// The ticket has changed since the caller saw it, or a request id stands for something else.
        Conflict = 4, "conflict", "与他人的操作冲突";
        /// Others kept the file locked for longer than the caller wanted to wait.
        Busy = 5, "busy", "文件正被他人占用,请稍后再试";
        /// The file was opened for reading only.
        ReadOnly = 6, "read_only", "文件以只读方式打开,不能改动";
        /// The file was written by a newer version of gongdan.
        FileTooNew = 7, "file_too_new", "文件由更新版本的程序写成,请先升级";
        /// The file is no gongdan file.
        NotAHotline = 8, "not_a_hotline", "不是工单文件";
        /// The file is damaged.
        Corrupt = 9, "corrupt", "文件已损坏";
        /// The handle has been closed.
        Closed = 10, "closed", "文件已经关闭";
        /// The machine failed: disk, permission, memory.
        Io = 11, "io", "文件无法读写";
        /// Something stands there already and is not overwritten.
        Exists = 12, "exists", "已有内容,不予覆盖";
        /// A mistake in gongdan itself.
        Bug = 13, "bug", "程序自身有误";
        /// Whoever watched the work stopped it.
        Interrupted = 14, "interrupted", "已中断";
        /// Something was under way on the file when the process was forked: the file is the parent's.
        Forked = 15, "forked", "进程复制时文件正在使用,本进程不能再用此文件";
        /// Another program took the file or its log away while it was open: no more is written.
        Replaced = 16, "replaced", "文件或其日志已被其他程序移走或替换,请重新打开";
    }
}

vocabulary! {
    /// What became of a command that ended in an error.
    Outcome, "outcome" {
        /// Nothing of it is in the file.
        NotCommitted = 1, "not_committed", "没有写入";
        /// The machine failed while it was being put on disk: it may be in the file or not. Open
        /// the file again and look, or give the command again under the same request id.
        Unknown = 2, "unknown", "不能确定是否已经写入";
    }
}

/// Any failure of the library. Opaque: ask [`Error::kind`], [`Error::refusal`] and the others. It
/// prints as one English line, which never repeats a text that can hold personal data.
#[derive(thiserror::Error)]
#[error(transparent)]
pub struct Error(Box<Cause>);

/// The library's results.
pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
enum Cause {
    #[error(transparent)]
    Refused(Refusal),
    #[error(transparent)]
    Invalid(Invalid),
    #[error("no such {what}: {given}")]
    NotFound { what: &'static str, given: String },
    #[error("the ticket has changed: you saw version {expected}, it is at version {actual}")]
    Conflict { expected: u32, actual: u32 },
    #[error("this request id already stands for another command")]
    RequestReused,
    #[error("this request was passed: its client's last one is number {last}")]
    RequestPassed { last: u64 },
    #[error(
        "the file has schema {found}, this gongdan knows schemas up to {known}: use a newer one"
    )]
    FileTooNew { found: i64, known: i64 },
    /// A line of what should come in is damaged.
    #[error("line {line}: {english}")]
    Line { line: u64, english: Cow<'static, str>, chinese: &'static str },
    #[error("{message}")]
    Plain { kind: ErrorKind, message: String },
    /// The store failed.
    #[error("{}: {message}", kind.word())]
    Stored { kind: ErrorKind, message: String },
    /// The store failed in the commit: nobody knows whether it is on disk.
    #[error("{}: it is not known whether the command is on disk: {message}", kind.word())]
    Committing { kind: ErrorKind, message: String },
    /// The file was taken away by the time of the commit: what was written may have no name.
    #[error("{0}")]
    CommittedAway(String),
}

impl Error {
    /// What became of the command.
    pub fn outcome(&self) -> Outcome {
        match &*self.0 {
            Cause::Committing { .. } | Cause::CommittedAway(_) => Outcome::Unknown,
            _ => Outcome::NotCommitted,
        }
    }

    /// Whether the very same call can succeed later: others were busy, or the machine failed in a
    /// way that may pass. After [`Outcome::Unknown`] only under the same request id.
    pub fn retry(&self) -> bool {
        matches!(self.kind(), ErrorKind::Busy | ErrorKind::Io)
    }

    /// An error of the commit itself.
    pub(crate) fn while_committing(self) -> Self {
        match *self.0 {
            // A busy file was not touched: the commit never began.
            Cause::Stored { kind, message } if kind != ErrorKind::Busy => {
                Self(Box::new(Cause::Committing { kind, message }))
            }
            Cause::Plain { kind: ErrorKind::Replaced, message } => {
                Self(Box::new(Cause::CommittedAway(message)))
            }
            cause => Self(Box::new(cause)),
        }
    }

    /// What kind of error it is.
    pub fn kind(&self) -> ErrorKind {
        match &*self.0 {
            Cause::Refused(_) => ErrorKind::Refused,
            Cause::Invalid(_) => ErrorKind::InvalidInput,
            Cause::NotFound { .. } => ErrorKind::NotFound,
            Cause::Conflict { .. } | Cause::RequestReused | Cause::RequestPassed { .. } => {
                ErrorKind::Conflict
            }
            Cause::FileTooNew { .. } => ErrorKind::FileTooNew,
            Cause::Line { .. } => ErrorKind::Corrupt,
            Cause::Plain { kind, .. }
            | Cause::Stored { kind, .. }
            | Cause::Committing { kind, .. } => *kind,
            Cause::CommittedAway(_) => ErrorKind::Replaced,
        }
    }

    /// The refusal, for [`ErrorKind::Refused`].
    pub fn refusal(&self) -> Option<&Refusal> {
        match &*self.0 {
            Cause::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// The bad argument, for [`ErrorKind::InvalidInput`].
    pub fn invalid(&self) -> Option<&Invalid> {
        match &*self.0 {
            Cause::Invalid(invalid) => Some(invalid),
            _ => None,
        }
    }

    /// The version the caller saw and the one that stands, for a stale caller's
    /// [`ErrorKind::Conflict`].
    pub fn versions(&self) -> Option<(u32, u32)> {
        match &*self.0 {
            Cause::Conflict { expected, actual } => Some((*expected, *actual)),
            _ => None,
        }
    }

    /// What to tell a person, as one line; it never repeats a text that can hold personal data.
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.chinese(),
            Language::English => self.to_string(),
        }
    }

    fn chinese(&self) -> String {
        let term = self.kind().term();
        match &*self.0 {
            Cause::Refused(refusal) => wording::refusal(refusal, Language::Chinese),
            Cause::Invalid(invalid) => wording::invalid(invalid, Language::Chinese),
            Cause::NotFound { what: "ticket", given } => format!("没有这张工单:{given}"),
            Cause::NotFound { what: "file", given } => format!("没有这个文件:{given}"),
            Cause::NotFound { given, .. } => format!("{term}:{given}"),
            Cause::Conflict { expected, actual } => {
                format!("工单已有变化:所见为第{expected}版,现为第{actual}版,请重新查看")
            }
            Cause::RequestReused => "该请求编号已用于另一项操作".to_owned(),
            Cause::RequestPassed { last } => {
                format!("该请求编号已经过去:此客户端最近一次请求为第{last}号")
            }
            Cause::FileTooNew { found, known } => {
                format!("{term}(文件结构为第{found}版,本程序只认得第{known}版)")
            }
            Cause::Line { line, chinese, .. } => format!("第 {line} 行:{chinese}"),
            Cause::Plain { message, .. }
            | Cause::Stored { message, .. }
            | Cause::CommittedAway(message) => format!("{term}({message})"),
            Cause::Committing { message, .. } => {
                format!("{term},不能确定是否已经写入({message})")
            }
        }
    }

    pub(crate) fn not_found(what: &'static str, given: impl fmt::Display) -> Self {
        Self(Box::new(Cause::NotFound { what, given: given.to_string() }))
    }

    /// No such ticket. A number that cannot be a ticket's id may be a telephone number that
    /// somebody typed in the wrong place.
    pub(crate) fn no_ticket(id: TicketId) -> Self {
        match (100_000..=900_718).contains(&id.region().0) {
            true => Self::not_found("ticket", id),
            false => Self::not_found("ticket", without_numbers(&id.to_string())),
        }
    }

    pub(crate) fn conflict(expected: u32, actual: u32) -> Self {
        Self(Box::new(Cause::Conflict { expected, actual }))
    }

    pub(crate) fn request_reused() -> Self {
        Self(Box::new(Cause::RequestReused))
    }

    pub(crate) fn request_passed(last: u64) -> Self {
        Self(Box::new(Cause::RequestPassed { last }))
    }

    pub(crate) fn too_new(found: i64, known: i64) -> Self {
        Self(Box::new(Cause::FileTooNew { found, known }))
    }

    /// A line is damaged: what is wrong with it, in English and Chinese.
    pub(crate) fn line(
        line: u64,
        (english, chinese): (impl Into<Cow<'static, str>>, &'static str),
    ) -> Self {
        Self(Box::new(Cause::Line { line, english: english.into(), chinese }))
    }

    pub(crate) fn plain(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Cause::Plain { kind, message: message.into() }))
    }

    /// The store failed: what sort of failure, and what it said.
    pub(crate) fn stored(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Cause::Stored { kind, message: message.into() }))
    }

    pub(crate) fn invalid_input(argument: &'static str, problem: Problem) -> Self {
        Invalid::new(argument, problem).into()
    }

    /// Whether the file itself may have failed, so that an open batch cannot go on. What stands there
    /// already is no failure.
    pub(crate) fn is_of_the_machine(&self) -> bool {
        use Cause::{CommittedAway, Committing, Plain, Stored};
        match *self.0 {
            Plain { kind, .. } => !matches!(kind, ErrorKind::Conflict | ErrorKind::Exists),
            Stored { .. } | Committing { .. } | CommittedAway(_) => true,
            _ => false,
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({}: {self})", self.kind().word())
    }
}

impl From<Denied> for Error {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Refused(refusal) => Self(Box::new(Cause::Refused(*refusal))),
            Denied::Invalid(invalid) => invalid.into(),
        }
    }
}

impl From<Invalid> for Error {
    /// A name that nobody knows is repeated, but not the telephone number that somebody typed in
    /// the wrong place.
    fn from(mut invalid: Invalid) -> Self {
        if let Problem::Unknown { given, .. }
        | Problem::Ambiguous { given, .. }
        | Problem::Retired { given }
        | Problem::Duplicate { given } = &mut invalid.problem
        {
            *given = without_numbers(given).into_owned();
        }
        Self(Box::new(Cause::Invalid(invalid)))
    }
}

impl From<Lost<Error>> for Error {
    fn from(lost: Lost<Error>) -> Self {
        match lost {
            Lost::Forked => {
                let message = "something was under way on this file when the process was forked \
                               (a batch, a table half read): it goes on in the parent, and a \
                               child may use the file only when it is started anew";
                Self::plain(ErrorKind::Forked, message)
            }
            Lost::NotOpened(error) => error,
        }
    }
}

impl From<serde_json::Error> for Error {
    /// A body that cannot be read is a damaged journal; the text itself is not repeated.
    fn from(_: serde_json::Error) -> Self {
        Self::plain(ErrorKind::Corrupt, "an event's body cannot be read")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_chinese(text: &str) -> bool {
        text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    }

    #[test]
    fn every_kind_speaks_both_languages() {
        for kind in ErrorKind::ALL {
            let error = Error::plain(*kind, "the particulars");
            let (chinese, english) =
                (error.message(Language::Chinese), error.message(Language::English));
            assert!(is_chinese(&chinese) && !is_chinese(&english), "{kind:?}");
            assert!(chinese.contains("the particulars") && english.contains("the particulars"));
        }
    }

    #[test]
    fn what_a_caller_can_mend_is_said_in_full() {
        let chinese = |error: Error| error.message(Language::Chinese);
        assert_eq!(
            chinese(Error::not_found("ticket", "20200901-0001")),
            "没有这张工单:20200901-0001"
        );
        assert!(chinese(Error::conflict(3, 5)).contains("第3版,现为第5版"));
        assert!(chinese(Error::too_new(9, 1)).contains("第9版"));
        assert_eq!(
            chinese(Error::invalid_input("matter", Problem::Empty)),
            "诉求标题(matter)不能为空"
        );
        assert!(is_chinese(&chinese(Error::request_reused())));
        assert!(chinese(Error::request_passed(7)).contains("第7号"));
    }
}
