//! An office's past comes in from a sheet.

use std::ffi::c_char;

use crate::desk::gd_hotline;
use crate::document::gd_document;
use crate::door::make_on;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::strings;

/// Write the rows that are right, and leave out the others.
pub const GD_IMPORT_PARTIAL: u32 = 1;
/// Try every row, and write nothing.
pub const GD_IMPORT_DRY_RUN: u32 = 2;

/// Imports an office's past from a sheet (.xlsx, .xls, CSV or TSV, whatever its name says), by a mapping: a TOML file, or the name of one
/// that is shipped; NULL for the usual one. `known_on`, which may be NULL, is the day of the sheet (YYYY-MM-DD):
/// what has no moment counts from then. `flags` are GD_IMPORT_, added up. `refused`, which may be NULL, is a new
/// workbook for the rows that are refused, as they were and with a column of reasons. Paths are UTF-8.
///
/// The report says in JSON what became of the rows: `written`, `taken`, `added`, `repeated`, `entries` and `problems`, each of these
/// with `sheet`, `row`, `column`, `heading`, `field`, `english` and `chinese`.
/// Wrong rows are no failure of the call: without GD_IMPORT_PARTIAL nothing is written then. A problem can quote the
/// cell. Free *report with gd_document_free.
///
/// It is in a library built with the feature `office`, as gd_bulletin_save says; in the small one it is refused.
///
/// Errors: GD_E_INVALID_INPUT for a sheet or a mapping that cannot be read, and says why; GD_E_NOT_FOUND, GD_E_EXISTS,
/// GD_E_BUSY, GD_E_READ_ONLY, GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_import(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    sheet: *const c_char,
    mapping: *const c_char,
    known_on: *const c_char,
    flags: u32,
    refused: *const c_char,
    report: *mut *mut gd_document,
) -> gd_status {
    make_on(hotline, report, |desk| {
        let stamp = crate::stamp::read(desk.reader(), stamp)?;
        let sheet = strings::path("sheet", sheet)?;
        let reader = desk.reader();
        let (mapping, known_on) =
            (reader.optional("mapping", mapping)?, reader.optional("known_on", known_on)?);
        let refused = match refused.is_null() {
            true => None,
            false => Some(strings::path("refused", refused)?),
        };
        made::report(desk, &stamp, (&sheet, mapping, known_on), (flags, refused))
            .map(gd_document::new)
    })
}

#[cfg(feature = "office")]
mod made {
    //! What the large library reads.

    use std::path::{Path, PathBuf};

    use gongdan::{ErrorKind, Problem, Stamp, parse_day};
    use gongdan_import::{
        Import, ImportError, Mapping, Report, RowError, Sheet, SheetError, Shipped, workbook,
    };
    use serde_json::{Value, json};

    use super::{GD_IMPORT_DRY_RUN, GD_IMPORT_PARTIAL};
    use crate::desk::Desk;
    use crate::document::write_new;
    use crate::fault::Fault;

    pub(super) fn report(
        desk: &mut Desk,
        stamp: &Stamp,
        (path, mapping, known_on): (&Path, Option<String>, Option<String>),
        (flags, refused): (u32, Option<PathBuf>),
    ) -> Result<String, Fault> {
        let known = GD_IMPORT_PARTIAL | GD_IMPORT_DRY_RUN;
        if flags & !known != 0 {
            return Err(Fault::argument(
                "flags",
                Problem::OutOfRange { from: 0, to: known.into() },
            ));
        }
        let mut mapping = read(mapping.as_deref().unwrap_or("通用"))?;
        if let Some(day) = known_on {
            mapping = mapping.known_on(parse_day("known_on", &day)?);
        }
        let bytes = std::fs::read(path).map_err(|error| of_machine(&error))?;
        let sheet =
            Sheet::open(&bytes, mapping.sheet()).map_err(|wrong| of_sheet("sheet", &wrong))?;
        let import = Import::new(&mapping, &sheet)
            .partial(flags & GD_IMPORT_PARTIAL != 0)
            .dry(flags & GD_IMPORT_DRY_RUN != 0);
        let report = import.run(&mut desk.hotline, stamp).map_err(|error| match error {
            ImportError::Hotline(error) => error.into(),
            ImportError::Sheet(wrong) => of_sheet("sheet", &wrong),
        })?;
        if let Some(refused) = refused.filter(|_| !report.errors.is_empty()) {
            let unmade = |_| Fault::Door(ErrorKind::Bug, "the workbook cannot be made");
            write_new(&refused, &workbook(&sheet, &report).map_err(unmade)?)?;
        }
        Ok(told(&report).to_string())
    }

    fn read(named: &str) -> Result<Mapping, Fault> {
        let mapping = match Shipped::named(named) {
            Some(shipped) => shipped.mapping(),
            None => {
                Mapping::read(&std::fs::read_to_string(named).map_err(|error| of_machine(&error))?)
            }
        };
        mapping.map_err(|wrong| of_sheet("mapping", &wrong))
    }

    fn told(report: &Report) -> Value {
        let problems: Vec<Value> = report.errors.iter().map(problem).collect();
        json!({
            "written": report.written,
            "taken": report.taken,
            "added": report.added,
            "repeated": report.repeated,
            "entries": report.entries,
            "problems": problems,
        })
    }

    fn problem(error: &RowError) -> Value {
        json!({
            "sheet": error.sheet,
            "row": error.row,
            "column": error.column,
            "heading": error.heading,
            "field": error.field,
            "english": error.problem.english,
            "chinese": error.problem.chinese,
        })
    }

    fn of_sheet(argument: &'static str, wrong: &SheetError) -> Fault {
        let problem = wrong.problem();
        Fault::Said(argument, problem.english.clone(), problem.chinese.clone())
    }

    fn of_machine(error: &std::io::Error) -> Fault {
        match error.kind() {
            std::io::ErrorKind::NotFound => {
                Fault::Door(ErrorKind::NotFound, "the file is not there")
            }
            _ => Fault::Door(ErrorKind::Io, "the file cannot be read"),
        }
    }
}

#[cfg(not(feature = "office"))]
mod made {
    //! What the small library says.

    use std::path::{Path, PathBuf};

    use gongdan::{Problem, Stamp};

    use crate::desk::Desk;
    use crate::fault::Fault;

    pub(super) fn report(
        _: &mut Desk,
        _: &Stamp,
        _: (&Path, Option<String>, Option<String>),
        _: (u32, Option<PathBuf>),
    ) -> Result<String, Fault> {
        let rule = "this library was built without the feature office";
        Err(Fault::argument("sheet", Problem::Rule { rule }))
    }
}
