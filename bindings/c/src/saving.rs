//! Answers that leave as files (.xlsx, .csv, .jsonl): figures, the tickets behind them, and plain rows.

use std::ffi::c_char;

use crate::door::look;
use crate::figures::gd_figures;
use crate::query::gd_rows;
use crate::refs::gd_refs;
use crate::status::gd_status;
use crate::strings;

/// Writes figures into a new file, as the path ends: .xlsx, .csv or .jsonl. A column for each grouping, for each count
/// that the basis defines, and for each measure as it is printed; a row for each group, and the last one for all.
/// `labels` is one of GD_LABELS_; a file of .jsonl has the names. The path is UTF-8.
///
/// It is in a library built with the feature `office`, as gd_bulletin_save says; in the small one it is refused.
///
/// Errors: GD_E_INVALID_INPUT names the labels or the path; GD_E_EXISTS when the path holds anything; GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_figures_save(
    figures: *const gd_figures,
    labels: i32,
    path: *const c_char,
) -> gd_status {
    look(figures, |figures| made::figures(figures, labels, &strings::path("path", path)?))
}

/// Writes the tickets behind a figure into a new file: their numbers and ids, both as texts. `labels` and the path are
/// those of gd_figures_save.
///
/// Errors: as gd_figures_save.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_refs_save(
    refs: *const gd_refs,
    labels: i32,
    path: *const c_char,
) -> gd_status {
    look(refs, |refs| made::refs(refs, labels, &strings::path("path", path)?))
}

/// Writes rows into a new file, under the names of their columns: a ranking, an account, what a query answered, and
/// whatever else comes as rows. No text is a formula, whatever it begins with. The path is that of gd_figures_save.
///
/// Errors: as gd_figures_save.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_rows_save(rows: *const gd_rows, path: *const c_char) -> gd_status {
    look(rows, |rows| made::rows(rows, &strings::path("path", path)?))
}

#[cfg(feature = "office")]
mod made {
    //! What the large library writes.

    use std::path::Path;

    use gongdan::Language;
    use gongdan_lists::{OutCell, OutForm, OutTable};

    use crate::arrow::worded;
    use crate::fault::Fault;
    use crate::figures::gd_figures;
    use crate::leaving::made::fault;
    use crate::query::{Cell, gd_rows};
    use crate::refs::gd_refs;

    pub(super) fn figures(own: &gd_figures, labels: i32, path: &Path) -> Result<(), Fault> {
        write(&OutTable::of_figures(&own.figures, own.rounding, &[]), labels, path)
    }

    pub(super) fn refs(own: &gd_refs, labels: i32, path: &Path) -> Result<(), Fault> {
        let mut table = OutTable::new([("number", "工单编号"), ("id", "工单标识")]);
        for (id, number) in &own.refs {
            let number = own.texts.text("number", *number)?;
            table.row([OutCell::maybe(number), OutCell::Id(*id)]);
        }
        write(&table, labels, path)
    }

    pub(super) fn rows(own: &gd_rows, path: &Path) -> Result<(), Fault> {
        let names = own.columns.iter().map(|name| own.texts.text("column", *name));
        let names: Vec<String> =
            names.map(|name| Ok(name?.unwrap_or_default())).collect::<Result<_, Fault>>()?;
        let mut table = OutTable::new(names.iter().map(|name| (name, name)));
        for row in &own.cells {
            let cells = row.iter().map(|cell| cell_of(own, *cell));
            table.row(cells.collect::<Result<Vec<_>, Fault>>()?);
        }
        table.write(path, Language::English, false).map(drop).map_err(fault)
    }

    fn cell_of(own: &gd_rows, cell: Cell) -> Result<OutCell<'static>, Fault> {
        Ok(match cell {
            Cell::Null => OutCell::Nothing,
            Cell::Integer(number) => OutCell::Number(number),
            Cell::Real(number) => OutCell::Real(number),
            Cell::Text(span) => OutCell::maybe(own.texts.text("text", span)?),
        })
    }

    fn write(table: &OutTable<'_>, labels: i32, path: &Path) -> Result<(), Fault> {
        let language = match OutForm::of(path).map_err(fault)? {
            OutForm::Jsonl => worded(labels).map(|_| Language::English)?,
            _ => worded(labels)?.language(),
        };
        table.write(path, language, false).map(drop).map_err(fault)
    }
}

#[cfg(not(feature = "office"))]
mod made {
    //! What the small library says.

    use std::path::Path;

    use crate::fault::Fault;
    use crate::figures::gd_figures;
    use crate::leaving::made::not_built;
    use crate::query::gd_rows;
    use crate::refs::gd_refs;

    pub(super) fn figures(_: &gd_figures, _: i32, _: &Path) -> Result<(), Fault> {
        Err(not_built("path"))
    }

    pub(super) fn refs(_: &gd_refs, _: i32, _: &Path) -> Result<(), Fault> {
        Err(not_built("path"))
    }

    pub(super) fn rows(_: &gd_rows, _: &Path) -> Result<(), Fault> {
        Err(not_built("path"))
    }
}
