//! The analysts' door: read-only SQL on the documented views, within a number of steps.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, params_from_iter};

use super::connection::Store;
use crate::error::{Error, ErrorKind, Result};
use crate::patience;

/// One value of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Datum {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// A number that the caller's own SQL made: gongdan itself stores none.
    Real(f64),
    /// A text.
    Text(String),
}

/// The answer to a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<Datum>>,
}

/// How many virtual-machine instructions pass between two looks at the limit.
const STRIDE: i32 = 10_000;

/// The views that a query may read, beside those whose names begin with `v1_`.
const PRINTED: &[&str] = &["问题分类统计", "成员单位工单办理情况"];

impl Store {
    /// Answers one SELECT on the documented views. Anything else is refused, and a query that
    /// takes more than `steps` instructions is stopped.
    pub(crate) fn query(&self, sql: &str, values: &[Datum], steps: u64) -> Result<Rows> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut conn = Connection::open_with_flags(&self.path, flags)?;
        patience::set_limit(self.patience);
        conn.busy_handler(Some(patience::wait))?;
        conn.pragma_update(None, "temp_store", "MEMORY")?;
        conn.authorizer(Some(allowed))?;
        let left = Arc::new(AtomicU64::new(steps / STRIDE.unsigned_abs() as u64 + 1));
        let spent =
            move || left.fetch_sub(1, Ordering::Relaxed) <= 1 || crate::watch::wants_to_stop();
        conn.progress_handler(STRIDE, Some(spent))?;
        let mut ask = conn.prepare(sql).map_err(|error| refused(&error))?;
        if !ask.readonly() {
            return Err(not_allowed());
        }
        let columns = ask.column_names().map(str::to_owned).collect();
        let values = values.iter().map(Datum::to_value);
        let mut found = ask.query(params_from_iter(values)).map_err(|error| refused(&error))?;
        let mut rows = Vec::new();
        while let Some(row) = found.next().map_err(|error| refused(&error))? {
            let width = row.as_ref().column_count();
            let datum = |index| row.get_ref(index).map(Datum::from_ref);
            rows.push((0..width).map(datum).collect::<rusqlite::Result<_>>()?);
        }
        Ok(Rows { columns, rows })
    }
}

impl Datum {
    fn from_ref(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Integer(number),
            ValueRef::Real(number) => Self::Real(number),
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
                Self::Text(String::from_utf8_lossy(bytes).into_owned())
            }
        }
    }

    fn to_value(&self) -> rusqlite::types::Value {
        use rusqlite::types::Value;
        match self {
            Self::Null => Value::Null,
            Self::Integer(number) => Value::Integer(*number),
            Self::Real(number) => Value::Real(*number),
            Self::Text(text) => Value::Text(text.clone()),
        }
    }
}

fn is_documented(name: &str) -> bool {
    name.starts_with("v1_") || PRINTED.contains(&name)
}

/// Tables are read through documented views only; nothing is written, attached or set.
fn allowed(context: AuthContext<'_>) -> Authorization {
    let through_view = context.accessor.is_some_and(is_documented);
    let granted = match context.action {
        AuthAction::Select | AuthAction::Recursive => true,
        AuthAction::Read { table_name, .. } => through_view || is_documented(table_name),
        AuthAction::Function { function_name } => {
            !matches!(function_name, "load_extension" | "readfile" | "writefile" | "edit")
        }
        _ => false,
    };
    if granted { Authorization::Allow } else { Authorization::Deny }
}

fn not_allowed() -> Error {
    let message = "only a SELECT on the documented views (v1_...) is answered here";
    Error::plain(ErrorKind::InvalidInput, message)
}

fn refused(error: &rusqlite::Error) -> Error {
    use rusqlite::ErrorCode;
    match error.sqlite_error_code() {
        Some(ErrorCode::AuthorizationForStatementDenied) => not_allowed(),
        Some(ErrorCode::OperationInterrupted) => {
            Error::plain(ErrorKind::InvalidInput, "the query was stopped: it takes too many steps")
        }
        Some(ErrorCode::DatabaseBusy) => {
            Error::plain(ErrorKind::Busy, "the file stayed locked while the query waited")
        }
        _ => Error::plain(ErrorKind::InvalidInput, format!("the query is not understood: {error}")),
    }
}
