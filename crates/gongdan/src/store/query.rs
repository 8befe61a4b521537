//! The analysts' door: read-only SQL on the documented views, within a number of steps.

use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use gongdan_domain::without_numbers;
use gongdan_process::Reading;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, Row, params_from_iter};

use super::caps::{self, Caps};
use super::connection::{Store, bare};
use crate::machine::patience;
use crate::words::{Error, ErrorKind, Result};

/// One value of an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rows {
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<Datum>>,
}

/// The views that a query may read, beside those whose names begin with `v1_`.
const PRINTED: &[&str] = &["问题分类统计", "成员单位工单办理情况"];

impl Store {
    /// Answers one SELECT on the documented views. Anything else is refused, and a query that
    /// takes more than `steps` instructions, or more of anything than its [`Caps`], is stopped.
    pub(crate) fn query(&self, sql: &str, values: &[Datum], steps: u64) -> Result<Rows> {
        let _inside = gongdan_process::entered();
        let _reading = Reading::begin::<Error>(&self.path)?;
        let flags = self.reads_by() | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut conn = bare(&self.path, flags)?;
        patience::set_limit(self.patience);
        conn.busy_handler(Some(patience::wait))?;
        conn.pragma_update(None, "temp_store", "MEMORY")?;
        let reads = reads_of_views(&mut conn)?;
        conn.authorizer(Some(move |context: AuthContext<'_>| allowed(&reads, &context)))?;
        conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, caps::LONGEST_VALUE)?;
        let caps = Caps::begin(steps, self.reading);
        let looking = caps.clone();
        conn.progress_handler(caps::STRIDE, Some(move || looking.are_met()))?;
        answer(&conn, sql, values, &caps)
    }
}

/// Answers one SELECT as far as its caps allow.
fn answer(conn: &Connection, sql: &str, values: &[Datum], caps: &Caps) -> Result<Rows> {
    let refused = |error: rusqlite::Error| refused(&error, caps);
    let mut ask = conn.prepare(sql).map_err(refused)?;
    if !ask.readonly() {
        return Err(not_allowed());
    }
    let columns = ask.column_names().map(str::to_owned).collect();
    let values = values.iter().map(Datum::to_value);
    let mut found = ask.query(params_from_iter(values)).map_err(refused)?;
    let (mut rows, mut bytes) = (Vec::new(), 0);
    while let Some(row) = found.next().map_err(refused)? {
        let row = data(row)?;
        bytes += row.iter().map(Datum::size).sum::<usize>();
        caps.check_answer(rows.len() + 1, bytes)?;
        rows.push(row);
    }
    Ok(Rows { columns, rows })
}

fn data(row: &Row<'_>) -> Result<Vec<Datum>> {
    let datum = |index| row.get_ref(index).map(Datum::from_ref);
    Ok((0..row.as_ref().column_count()).map(datum).collect::<rusqlite::Result<_>>()?)
}

impl Datum {
    /// How many bytes it takes.
    fn size(&self) -> usize {
        let own = std::mem::size_of::<Self>();
        if let Self::Text(text) = self { own + text.len() } else { own }
    }

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

/// What the documented views read themselves: view, table, column. Where rows are counted and no
/// column is read, SQLite names neither: the view is then empty, and so is the column.
type Reads = HashSet<(String, String, String)>;

/// A caller can give a subquery of their own the name of a view, and SQLite then reads its tables
/// on that view's account. So a name alone grants nothing: only what the view itself reads.
fn reads_of_views(conn: &mut Connection) -> Result<Reads> {
    let views = documented_views(conn)?;
    let reads = Arc::new(Mutex::new(Reads::new()));
    let heard = Arc::clone(&reads);
    conn.authorizer(Some(move |context: AuthContext<'_>| {
        if let AuthAction::Read { table_name, column_name } = context.action
            && (context.accessor.is_some() || column_name.is_empty())
        {
            let view = context.accessor.unwrap_or_default().to_owned();
            let read = (view, table_name.to_owned(), column_name.to_owned());
            let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
            heard.insert(read);
        }
        Authorization::Allow
    }))?;
    for view in views {
        for what in ["*", "COUNT(*)"] {
            conn.prepare(&format!("SELECT {what} FROM main.\"{view}\""))?;
        }
    }
    let heard = reads.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(heard.clone())
}

fn documented_views(conn: &Connection) -> Result<Vec<String>> {
    let mut ask = conn.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'view'")?;
    let names = ask.query_map([], |row| row.get::<_, String>(0))?;
    let names: Vec<String> = names.collect::<rusqlite::Result<_>>()?;
    Ok(names.into_iter().filter(|name| is_documented(name)).collect())
}

/// Tables are read through documented views only; nothing is written, attached or set.
fn allowed(reads: &Reads, context: &AuthContext<'_>) -> Authorization {
    let by_view = |table: &str, column: &str| {
        let view = context.accessor.unwrap_or_default();
        let own = (view.to_owned(), table.to_owned(), column.to_owned());
        let counts = view.is_empty() && column.is_empty();
        (is_documented(view) || counts) && reads.contains(&own)
    };
    let granted = match context.action {
        AuthAction::Select | AuthAction::Recursive => true,
        AuthAction::Read { table_name, column_name } => {
            is_documented(table_name) || by_view(table_name, column_name)
        }
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

fn refused(error: &rusqlite::Error, caps: &Caps) -> Error {
    use rusqlite::ErrorCode;
    match error.sqlite_error_code() {
        Some(ErrorCode::AuthorizationForStatementDenied) => not_allowed(),
        Some(ErrorCode::OperationInterrupted) => caps.told(),
        Some(ErrorCode::TooBig) => Caps::too_long(),
        Some(ErrorCode::DatabaseBusy) => {
            Error::plain(ErrorKind::Busy, "the file stayed locked while the query waited")
        }
        _ => {
            let said = error.to_string();
            let said = without_numbers(&said);
            Error::plain(ErrorKind::InvalidInput, format!("the query is not understood: {said}"))
        }
    }
}
