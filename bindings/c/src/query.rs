//! The analysts' door: read-only SQL on the documented views.

use std::ffi::c_char;

use gongdan::{Datum, Rows};

use crate::desk::gd_hotline;
use crate::door::{free, item, make, peek};
use crate::fault::Fault;
use crate::live::object;
use crate::sized;
use crate::status::gd_status;
use crate::strings::{Encoding, Reader, Span, Texts};

/// Nothing.
pub const GD_DATUM_NULL: i32 = 0;
/// A whole number.
pub const GD_DATUM_INTEGER: i32 = 1;
/// A number that the caller's own SQL made.
pub const GD_DATUM_REAL: i32 = 2;
/// A text.
pub const GD_DATUM_TEXT: i32 = 3;

/// One value for a query. Values come as an array, so this struct never grows.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_datum {
    /// One of GD_DATUM_: which of the members counts.
    pub sort: i32,
    /// Not used; 0.
    pub reserved: i32,
    /// The whole number.
    pub integer: i64,
    /// The real number.
    pub real: f64,
    /// The text.
    pub text: *const c_char,
}

/// The answer to a query. Opaque; free it with gd_rows_free.
pub struct gd_rows {
    pub(crate) texts: Texts,
    pub(crate) columns: Vec<Span>,
    pub(crate) cells: Vec<Vec<Cell>>,
}

object!(gd_rows, b"rows", "rows");

/// A value.
#[derive(Clone, Copy)]
pub(crate) enum Cell {
    Null,
    Integer(i64),
    Real(f64),
    Text(Span),
}

fn datum(reader: Reader, given: &gd_datum) -> Result<Datum, Fault> {
    match given.sort {
        GD_DATUM_NULL => Ok(Datum::Null),
        GD_DATUM_INTEGER => Ok(Datum::Integer(given.integer)),
        GD_DATUM_REAL => Ok(Datum::Real(given.real)),
        GD_DATUM_TEXT => Ok(Datum::Text(reader.required("values", given.text)?)),
        _ => Err(crate::numbers::unknown_code("values", 3)),
    }
}

fn rows(answer: Rows, encoding: Encoding) -> Result<gd_rows, Fault> {
    let mut texts = Texts::new(encoding);
    let columns: Result<_, Fault> =
        answer.columns.iter().map(|name| texts.put("column", name)).collect();
    let columns = columns?;
    let mut cell = |datum: Datum| -> Result<Cell, Fault> {
        Ok(match datum {
            Datum::Null => Cell::Null,
            Datum::Integer(number) => Cell::Integer(number),
            Datum::Real(number) => Cell::Real(number),
            Datum::Text(text) => Cell::Text(texts.put("text", &text)?),
        })
    };
    let mut cells = Vec::with_capacity(answer.rows.len());
    for row in answer.rows {
        cells.push(row.into_iter().map(&mut cell).collect::<Result<_, _>>()?);
    }
    Ok(gd_rows { texts, columns, cells })
}

/// A table of our own, for answers that are plain rows.
pub(crate) fn table(
    columns: &[&str],
    cells: Vec<Vec<Datum>>,
    encoding: Encoding,
) -> Result<gd_rows, Fault> {
    let columns = columns.iter().map(|name| (*name).to_owned()).collect();
    rows(Rows { columns, rows: cells }, encoding)
}

/// Answers one SELECT on the documented views `v1_...`, read-only, as the file was last
/// committed. `values` are those of its parameters, `count` of them. A query that takes more than
/// `steps` instructions of SQLite's virtual machine is stopped; ten million are about a second,
/// 0 means ten million. Free *rows with gd_rows_free.
///
/// Errors: GD_E_INVALID_INPUT for anything but such a SELECT, or when the steps are used up;
/// GD_E_BUSY.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_query(
    hotline: *mut gd_hotline,
    sql: *const c_char,
    values: *const gd_datum,
    count: u32,
    steps: u64,
    answer: *mut *mut gd_rows,
) -> gd_status {
    const ABOUT_A_SECOND: u64 = 10_000_000;
    make(hotline, answer, |desk| {
        let reader = desk.reader();
        let sql = reader.required("sql", sql)?;
        let values = sized::slice("values", values, u64::from(count))?.iter();
        let values = values.map(|value| datum(reader, value)).collect::<Result<Vec<_>, _>>()?;
        let steps = if steps == 0 { ABOUT_A_SECOND } else { steps };
        rows(desk.hotline.query(&sql, &values, steps)?, desk.encoding)
    })
}

/// How many rows there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_rows_count(rows: *const gd_rows) -> u64 {
    peek(rows, 0, |rows| Ok(rows.cells.len() as u64))
}

/// How many columns there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_rows_columns(rows: *const gd_rows) -> u64 {
    peek(rows, 0, |rows| Ok(rows.columns.len() as u64))
}

/// The name of a column, borrowed from the rows; NULL past the last one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_rows_column(rows: *const gd_rows, column: u64) -> *const c_char {
    peek(rows, std::ptr::null(), |rows| Ok(rows.texts.get(*item(&rows.columns, column)?)))
}

fn cell(rows: &gd_rows, row: u64, column: u64) -> Result<Cell, Fault> {
    item(item(&rows.cells, row)?, column).copied()
}

/// What a value is, one of GD_DATUM_.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_rows_sort(rows: *const gd_rows, row: u64, column: u64) -> i32 {
    peek(rows, GD_DATUM_NULL, |rows| {
        Ok(match cell(rows, row, column)? {
            Cell::Null => GD_DATUM_NULL,
            Cell::Integer(_) => GD_DATUM_INTEGER,
            Cell::Real(_) => GD_DATUM_REAL,
            Cell::Text(_) => GD_DATUM_TEXT,
        })
    })
}

/// A whole number; 0 when the value is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_rows_integer(rows: *const gd_rows, row: u64, column: u64) -> i64 {
    peek(rows, 0, |rows| match cell(rows, row, column)? {
        Cell::Integer(number) => Ok(number),
        _ => Ok(0),
    })
}

/// A number; 0 when the value is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_rows_real(rows: *const gd_rows, row: u64, column: u64) -> f64 {
    peek(rows, 0.0, |rows| match cell(rows, row, column)? {
        Cell::Real(number) => Ok(number),
        Cell::Integer(number) => Ok(number as f64),
        _ => Ok(0.0),
    })
}

/// A text, borrowed from the rows; NULL when the value is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_rows_text(
    rows: *const gd_rows,
    row: u64,
    column: u64,
) -> *const c_char {
    peek(rows, std::ptr::null(), |rows| match cell(rows, row, column)? {
        Cell::Text(span) => Ok(rows.texts.get(span)),
        _ => Ok(std::ptr::null()),
    })
}

/// Frees rows; NULL is nothing to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_rows_free(rows: *mut gd_rows) {
    free(rows);
}
