//! A sheet whose headings stand in its best row, and what a row of it says under them.

use std::collections::BTreeMap;

use gongdan::{Day, Error, ErrorKind, Hotline, Invalid, Language, OfficeCommand, Problem, Stamp};

use crate::cell::{SheetCell, letters};
use crate::error::{SheetError, SheetProblem};
use crate::import::RowError;
use crate::placed::plain;
use crate::row::SheetRow;
use crate::sheet::Sheet;
use crate::when::{Bare, moment};

/// A field, and the headings under which it is looked for.
pub(crate) type Field = (&'static str, &'static [&'static str]);

/// In how many rows from the top the headings are looked for.
const TOP: usize = 20;

/// Where the fields stand.
pub(crate) struct Columns {
    pub(crate) header: u32,
    of: BTreeMap<&'static str, (u32, String)>,
}

/// Why a row is refused, or why nothing goes on.
pub(crate) enum Stopped {
    Row(Box<RowError>),
    Machine(Box<Error>),
}

impl Columns {
    /// Finds the fields, of which the needed ones have to be there.
    pub(crate) fn find(
        sheet: &Sheet,
        fields: &[Field],
        needed: &[&str],
    ) -> Result<Self, SheetError> {
        let placed = sheet.rows.iter().take(TOP).map(|row| Self::of(row, fields));
        let best =
            placed.reduce(|best, next| if next.of.len() > best.of.len() { next } else { best });
        let best = best.unwrap_or(Self { header: 0, of: BTreeMap::new() });
        let missing =
            fields.iter().find(|(field, _)| needed.contains(field) && !best.of.contains_key(field));
        missing.map_or(Ok(best), |(field, headings)| Err(no_column(field, headings)))
    }

    fn of(row: &SheetRow, fields: &[Field]) -> Self {
        let field = |wanted: &[&str]| {
            let found =
                row.cells.iter().find(|(_, cell)| wanted.contains(&plain(&cell.shown()).as_str()));
            found.map(|(column, cell)| (*column, cell.shown()))
        };
        let of = fields.iter().filter_map(|(name, wanted)| Some((*name, field(wanted)?)));
        Self { header: row.number, of: of.collect() }
    }
}

fn no_column(field: &str, headings: &[&str]) -> SheetError {
    let (first, all) = (headings[0], headings.join("、"));
    SheetError::new(
        format!("表格没有{first}一列(可写:{all})"),
        format!("the sheet has no column of {field} ({all})"),
    )
}

/// A row under its headings.
#[derive(Clone, Copy)]
pub(crate) struct Headed<'a> {
    pub(crate) columns: &'a Columns,
    pub(crate) sheet: &'a Sheet,
    pub(crate) row: &'a SheetRow,
}

impl<'a> Headed<'a> {
    fn cell(&self, field: &str) -> Option<&'a SheetCell> {
        let (column, _) = self.columns.of.get(field)?;
        self.row.cell(*column)
    }

    /// What a cell says.
    pub(crate) fn text(&self, field: &str) -> Option<String> {
        self.cell(field).map(SheetCell::shown)
    }

    /// What a cell has to say.
    pub(crate) fn needed(&self, field: &'static str) -> Result<String, Stopped> {
        let empty = || self.wrong(Some(field), Invalid::new(field, Problem::Empty).into());
        self.text(field).ok_or_else(empty)
    }

    /// The whole number that a cell has to say.
    pub(crate) fn number(&self, field: &'static str) -> Result<i64, Stopped> {
        let text = self.needed(field)?;
        let expected = "a whole number";
        let malformed = || Invalid::new(field, Problem::Malformed { expected });
        let cut = self.cell(field).is_some_and(SheetCell::is_cut);
        let read = text.parse().ok().filter(|_| !cut).ok_or_else(malformed);
        read.map_err(|wrong| self.wrong(Some(field), wrong.into()))
    }

    /// The day that a cell has to say.
    pub(crate) fn day(&self, field: &'static str) -> Result<Day, Stopped> {
        self.needed(field)?;
        let read = self.cell(field).map(|cell| moment(cell, Bare::Beginning));
        match read {
            Some(Ok(moment)) => Ok(moment.local().date()),
            Some(Err(problem)) => Err(self.said(Some(field), problem)),
            None => Err(self.wrong(Some(field), Invalid::new(field, Problem::Empty).into())),
        }
    }

    /// Has the office do what the row says; whether anything was written.
    pub(crate) fn office(
        &self,
        hotline: &mut Hotline,
        stamp: &Stamp,
        command: OfficeCommand,
    ) -> Result<bool, Stopped> {
        let done = hotline.office(stamp, command).map(|written| !written.is_empty());
        done.map_err(|error| {
            let field = error.invalid().map(|wrong| wrong.argument.to_owned());
            self.wrong(field.as_deref(), error)
        })
    }

    /// What the library refuses is of this row; a failure of the machine is of none.
    pub(crate) fn wrong(&self, field: Option<&str>, error: Error) -> Stopped {
        use ErrorKind::{Conflict, InvalidInput, NotFound, Refused};
        if !matches!(error.kind(), Conflict | InvalidInput | NotFound | Refused) {
            return Stopped::Machine(Box::new(error));
        }
        let (chinese, english) =
            (error.message(Language::Chinese), error.message(Language::English));
        self.said(field, SheetProblem::new(chinese, english))
    }

    fn said(&self, field: Option<&str>, problem: SheetProblem) -> Stopped {
        let place = field.and_then(|field| self.columns.of.get(field));
        let (column, heading) = match place {
            Some((column, heading)) => (Some(letters(*column)), Some(heading.clone())),
            None => (None, None),
        };
        let (sheet, row, field) =
            (self.sheet.name.clone(), self.row.number, field.map(str::to_owned));
        Stopped::Row(Box::new(RowError { sheet, row, column, heading, field, problem }))
    }
}
