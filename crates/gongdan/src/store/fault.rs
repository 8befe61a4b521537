//! A fault of SQLite: which of the library's errors it is. Beyond the store nobody knows SQLite.

use rusqlite::ErrorCode;

use crate::words::{Error, ErrorKind};

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::stored(kind_of(&error), error.to_string())
    }
}

/// SQLite's plain errors for a header that it does not know, or that says another text encoding.
const PLAINLY_DAMAGED: [&str; 2] = [
    "unsupported file format",
    "attached databases must use the same text encoding as main database",
];

fn kind_of(error: &rusqlite::Error) -> ErrorKind {
    use rusqlite::Error;
    if let Error::FromSqlConversionFailure(..)
    | Error::IntegralValueOutOfRange(..)
    | Error::InvalidColumnType(..)
    | Error::Utf8Error(..)
    | Error::QueryReturnedNoRows
    | Error::InvalidQuery = error
    {
        return ErrorKind::Corrupt; // a value that was never written so, or a row that must be there
    }
    if let Error::SqliteFailure(_, Some(said)) = error
        && PLAINLY_DAMAGED.contains(&said.as_str())
    {
        return ErrorKind::Corrupt;
    }
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => ErrorKind::Busy,
        Some(ErrorCode::ReadOnly) => ErrorKind::ReadOnly,
        // What was decided breaks no rule of the tables, unless they hold what no event put there.
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::ConstraintViolation) => ErrorKind::Corrupt,
        Some(ErrorCode::NotADatabase) => ErrorKind::NotAHotline,
        Some(
            ErrorCode::SystemIoFailure
            | ErrorCode::DiskFull
            | ErrorCode::CannotOpen
            | ErrorCode::PermissionDenied
            | ErrorCode::OutOfMemory
            | ErrorCode::FileLockingProtocolFailed,
        ) => ErrorKind::Io,
        Some(ErrorCode::OperationInterrupted) => ErrorKind::Interrupted,
        _ => ErrorKind::Bug,
    }
}

#[cfg(test)]
mod tests {
    use crate::words::{Error, Outcome};

    #[test]
    fn only_a_failing_commit_leaves_the_outcome_open() {
        let sqlite = |code| rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
        for (code, outcome, retry) in [
            (rusqlite::ffi::SQLITE_IOERR, Outcome::Unknown, true),
            (rusqlite::ffi::SQLITE_FULL, Outcome::Unknown, true),
            (rusqlite::ffi::SQLITE_CORRUPT, Outcome::Unknown, false),
            (rusqlite::ffi::SQLITE_BUSY, Outcome::NotCommitted, true),
        ] {
            let before = Error::from(sqlite(code));
            assert_eq!(
                (before.outcome(), before.retry()),
                (Outcome::NotCommitted, retry),
                "{code}"
            );
            let error = Error::from(sqlite(code)).while_committing();
            assert_eq!((error.outcome(), error.retry()), (outcome, retry), "{code}");
        }
        let refused = Error::conflict(1, 2).while_committing();
        assert_eq!((refused.outcome(), refused.retry()), (Outcome::NotCommitted, false));
    }
}
