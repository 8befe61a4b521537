//! Lists that leave as files (.xlsx, .csv, .jsonl), and the whole history as lines.

use std::ffi::c_char;

use gongdan::Table;

use crate::desk::gd_hotline;
use crate::door::{ask, call};
use crate::sized;
use crate::status::gd_status;
use crate::strings;
use crate::written::filter::gd_filter;

/// Writes a table into a new file, as the path ends: .xlsx, .csv or .jsonl, a few rows in memory. `table` is `tickets`
/// (the newest intake first; what is open, late, due or waits in a queue, the filter says), `assignments`, `events`,
/// `contacts` or `callbacks`; the filter's page is not used. `labels` is one of GD_LABELS_. `columns` are `columns_count` names of
/// columns, or none for all but the personal ones, which have to be named. Ids and numbers are texts, moments
/// Beijing's wall clock, and no text is a formula. *rows, which may be NULL, is how many there are. The path is UTF-8.
///
/// It is in a library built with the feature `office`, as gd_bulletin_save says; in the small one it is refused.
///
/// Errors: GD_E_INVALID_INPUT names the table, a column, a filter's name or the path; GD_E_EXISTS when the path holds anything;
/// GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_save_table(
    hotline: *mut gd_hotline,
    table: *const c_char,
    filter: *const gd_filter,
    labels: i32,
    columns: *const *const c_char,
    columns_count: u32,
    path: *const c_char,
    rows: *mut u64,
) -> gd_status {
    ask(hotline, |desk| {
        let path = strings::path("path", path)?;
        let columns = desk.reader().list("columns", columns, columns_count)?;
        let table = Table::parse(&desk.reader().required("table", table)?)?;
        let asked = (table, sized::read(filter)?);
        let written = made::table(desk, asked, (labels, columns), &path)?;
        if !rows.is_null() {
            sized::put(rows, written);
        }
        Ok(())
    })
}

/// Writes the whole history into a new file of JSON Lines: a line an event, with its texts and salts. It is the whole record,
/// personal data and keys too, for whoever may copy the file. gd_journal_read makes the same file of it. The path is
/// UTF-8.
///
/// It is in a library built with the feature `office`; in the small one it is refused.
///
/// Errors: GD_E_EXISTS when the path holds anything; GD_E_INVALID_INPUT through a view that does not see everything;
/// GD_E_CORRUPT where the chain or a text does not agree; GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_journal(
    hotline: *mut gd_hotline,
    path: *const c_char,
) -> gd_status {
    ask(hotline, |desk| made::journal(desk, &strings::path("path", path)?))
}

/// Makes a new file of the lines that gd_hotline_journal wrote: the same journal, with the same head. Every line is checked,
/// every row folded anew, and the whole verified. Both paths are UTF-8.
///
/// It is in a library built with the feature `office`; in the small one it is refused.
///
/// Errors: GD_E_NOT_FOUND; GD_E_EXISTS when the new path holds anything; GD_E_NOT_A_HOTLINE; GD_E_CORRUPT names the
/// first line that is damaged, missing or was altered, and no file stands there then; GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_journal_read(lines: *const c_char, to: *const c_char) -> gd_status {
    call(|_| {
        let (lines, to) = (strings::path("lines", lines)?, strings::path("to", to)?);
        made::read(&lines, &to)
    })
}

#[cfg(feature = "office")]
pub(crate) mod made {
    //! What the large library writes.

    use std::path::Path;

    use gongdan::{ErrorKind, Hotline, Problem, ScanOptions, Table};
    use gongdan_lists::{OutError, OutForm, write_whole};
    use gongdan_tables::Labels;

    use crate::arrow::worded;
    use crate::desk::Window;
    use crate::fault::Fault;
    use crate::written::filter::{gd_filter, narrowed};

    pub(super) fn table(
        desk: &Window<'_>,
        (table, filter): (Table, gd_filter),
        (labels, columns): (i32, Vec<String>),
        path: &Path,
    ) -> Result<u64, Fault> {
        let plain = OutForm::of(path).map_err(fault)? == OutForm::Jsonl;
        let labels = if plain { Labels::Names } else { worded(labels)? };
        let language = labels.language();
        let columns = Some(columns).filter(|columns| !columns.is_empty());
        let newest_first = table == Table::Tickets;
        let options = ScanOptions { columns, language, newest_first, ..ScanOptions::default() };
        let filter = narrowed(desk.reader(), &filter)?;
        let scan = desk.hotline.scan(table, &filter, &options)?;
        write_whole(scan, path, language, false).map_err(fault)
    }

    pub(super) fn journal(desk: &Window<'_>, path: &Path) -> Result<(), Fault> {
        desk.hotline.journal_to(path, &mut |_, _| {})?;
        Ok(())
    }

    pub(super) fn read(lines: &Path, to: &Path) -> Result<(), Fault> {
        Hotline::from_journal(lines, to, &mut |_, _| {})?;
        Ok(())
    }

    /// What is told of it.
    pub(crate) fn fault(error: OutError) -> Fault {
        let rule = |rule| Fault::argument("path", Problem::Rule { rule });
        match error {
            OutError::Hotline(error) => error.into(),
            OutError::Exists(_) => {
                Fault::Door(ErrorKind::Exists, "the path holds something already")
            }
            OutError::Io(..) => Fault::Door(ErrorKind::Io, "the file cannot be written"),
            OutError::TooLong(..) => {
                rule("a text is longer than a cell of a workbook: take .csv or .jsonl")
            }
            OutError::TooManyRows => {
                rule("more rows than a sheet of a workbook has: take .csv or .jsonl")
            }
            _ => rule("the file's name has to end with .xlsx, .csv or .jsonl"),
        }
    }
}

#[cfg(not(feature = "office"))]
pub(crate) mod made {
    //! What the small library says.

    use std::path::Path;

    use gongdan::{Problem, Table};

    use crate::desk::Window;
    use crate::fault::Fault;
    use crate::written::filter::gd_filter;

    pub(super) fn table(
        _: &Window<'_>,
        _: (Table, gd_filter),
        _: (i32, Vec<String>),
        _: &Path,
    ) -> Result<u64, Fault> {
        Err(not_built("path"))
    }

    pub(super) fn journal(_: &Window<'_>, _: &Path) -> Result<(), Fault> {
        Err(not_built("path"))
    }

    pub(super) fn read(_: &Path, _: &Path) -> Result<(), Fault> {
        Err(not_built("lines"))
    }

    /// What is told of whatever it does not have.
    pub(crate) fn not_built(argument: &'static str) -> Fault {
        let rule = "this library was built without the feature office";
        Fault::argument(argument, Problem::Rule { rule })
    }
}
