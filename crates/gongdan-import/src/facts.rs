//! The facts of a row: each cell becomes what its argument takes, or is named with what is wrong with it.

use std::collections::BTreeMap;

use gongdan::{Argument, Given, Invalid, List, Moment, Species, Takes, Typed};

use crate::cell::SheetCell;
use crate::error::SheetProblem;
use crate::mapping::{ACCEPTED_AT, Limits, Mapping, fields};
use crate::placed::Placed;
use crate::row::SheetRow;
use crate::when::{Bare, moment};

/// What stands in the place of a title where the sheet has none: the beginning of the appeal.
const TITLE: usize = 60;

/// What is wrong with a cell.
pub(crate) struct CellError {
    /// The fact.
    pub(crate) field: String,
    /// What is wrong.
    pub(crate) problem: SheetProblem,
}

/// The facts of a row, by the names of their arguments.
pub(crate) struct Facts {
    typed: BTreeMap<&'static str, Typed>,
    /// When it was taken in.
    pub(crate) accepted_at: Moment,
}

impl Given for Facts {
    fn given(&self, name: &'static str) -> Result<Option<Typed>, Invalid> {
        Ok(self.typed.get(name).cloned())
    }
}

impl Facts {
    /// Reads a row; every cell that is wrong is told.
    pub(crate) fn read(
        mapping: &Mapping,
        placed: &Placed,
        row: &SheetRow,
    ) -> Result<Self, Vec<CellError>> {
        let (mut typed, mut wrong) = (BTreeMap::new(), Vec::new());
        for field in fields() {
            let unknown = mapping.limits() == Limits::Unknown;
            if unknown && matches!(field.name, "sign_off_by" | "handle_by") {
                continue;
            }
            match (Reader { mapping, placed, row }).read(field) {
                Ok(read) => typed.extend(read.map(|read| (field.name, read))),
                Err(problem) => wrong.push(CellError { field: field.name.to_owned(), problem }),
            }
        }
        let accepted_at = accepted((mapping, placed), row, &typed);
        let accepted_at = accepted_at.map_err(|problem| wrong.push(problem));
        match accepted_at {
            Ok(accepted_at) if wrong.is_empty() => {
                entitle(&mut typed);
                Ok(Self { typed, accepted_at })
            }
            _ => Err(wrong),
        }
    }

    /// A text or name among them.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        match self.typed.get(name)? {
            Typed::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Adds what the import says itself.
    pub(crate) fn say(&mut self, name: &'static str, said: Typed) {
        self.typed.insert(name, said);
    }
}

/// When it was taken in. Where the sheet does not say so, it counts as what has no moment counts: from the first fact
/// that has one, or else from the day of the sheet, where the mapping says which that is; a sheet without a day is
/// asked for it.
fn accepted(
    (mapping, placed): (&Mapping, &Placed),
    row: &SheetRow,
    typed: &BTreeMap<&'static str, Typed>,
) -> Result<Moment, CellError> {
    let column = placed.column(ACCEPTED_AT).and_then(|(column, _)| row.cell(*column));
    let read = match (column, mapping.day()) {
        (Some(cell), _) => moment(cell, Bare::Beginning),
        (None, Some(day)) => Ok(first(typed).unwrap_or_else(|| Moment::start_of(day))),
        (None, None) => Err(SheetProblem::new(
            "受理时间不详,无法归入任何期间;可在对照表中用 known_on 写明表格的日期",
            "when it was taken in is not told: it belongs to no period; say the sheet's day by known_on in the mapping",
        )),
    };
    read.map_err(|problem| CellError { field: ACCEPTED_AT.to_owned(), problem })
}

/// The first fact of a row that has a moment; a limit is no fact.
fn first(typed: &BTreeMap<&'static str, Typed>) -> Option<Moment> {
    const FACTS: [&str; 5] =
        ["transferred_at", "signed_off_at", "handled_at", "called_back_at", "closed_at"];
    let said = FACTS.iter().filter_map(|name| match typed.get(name)? {
        Typed::Number(ms) => Moment::from_ms(ACCEPTED_AT, *ms).ok(),
        _ => None,
    });
    said.min()
}

/// A ticket without a title is called by the beginning of what was said.
fn entitle(typed: &mut BTreeMap<&'static str, Typed>) {
    let Some(Typed::Text(appeal)) = typed.get("appeal").filter(|_| !typed.contains_key("matter"))
    else {
        return;
    };
    let first = appeal.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let title = first.chars().take(TITLE).collect();
    typed.insert("matter", Typed::Text(title));
}

struct Reader<'a> {
    mapping: &'a Mapping,
    placed: &'a Placed,
    row: &'a SheetRow,
}

impl Reader<'_> {
    fn read(&self, field: &'static Argument) -> Result<Option<Typed>, SheetProblem> {
        if field.name == "category" && !self.placed.levels.is_empty() {
            return Ok(self.levels());
        }
        let cell = self.placed.column(field.name).and_then(|(column, _)| self.row.cell(*column));
        match (cell, self.mapping.constant(field.name)) {
            (Some(cell), _) => self.cell(field, cell),
            (None, Some(constant)) => self.cell(field, &SheetCell::Text(constant.to_owned())),
            (None, None) => Ok(None),
        }
    }

    /// A path over several columns, to its last step that is filled.
    fn levels(&self) -> Option<Typed> {
        let cells = self.placed.levels.iter().map_while(|(column, _)| self.row.cell(*column));
        let steps: Vec<String> = cells.map(SheetCell::shown).collect();
        (!steps.is_empty()).then(|| Typed::Text(steps.join(">")))
    }

    fn cell(
        &self,
        field: &'static Argument,
        cell: &SheetCell,
    ) -> Result<Option<Typed>, SheetProblem> {
        if let SheetCell::Error(error) = cell {
            return Err(SheetProblem::new(
                format!("公式出错({error}),请改成值"),
                format!("a formula's error ({error}): put the value there"),
            ));
        }
        let shown = cell.shown();
        let meant = self.mapping.value(field.name, &shown);
        if meant.is_some_and(str::is_empty) {
            return Ok(None);
        }
        let text = meant.unwrap_or(&shown);
        match field.takes {
            Takes::Instant => moment(cell, bare(field.name)).map(|at| Some(Typed::Number(at.ms()))),
            Takes::Word(list) => word(list, text).map(Some),
            Takes::Flag | Takes::Answer => yes_or_no(text).map(Some),
            Takes::Name(species) => Ok(Some(self.name(field, species, text))),
            _ if cell.is_cut() => Err(cut(&shown)),
            _ => Ok(Some(Typed::Text(text.to_owned()))),
        }
    }

    fn name(&self, field: &'static Argument, species: Species, text: &str) -> Typed {
        let text = self.mapping.renamed(field.takes, text);
        match species {
            Species::Category | Species::Area => Typed::Text(self.mapping.steps(text).join(">")),
            _ => Typed::Text(text.to_owned()),
        }
    }
}

/// What a day without a time means: what began, its beginning; what was done by then, its end.
fn bare(field: &str) -> Bare {
    match field {
        "transferred_at" => Bare::Beginning,
        _ => Bare::End,
    }
}

fn cut(shown: &str) -> SheetProblem {
    SheetProblem::new(
        format!("“{shown}”是数字单元格,Excel 只保留 15 位,末尾已丢失;请从原系统重新导出为文本"),
        format!(
            "{shown} is a number: Excel keeps 15 digits and has lost the rest; export it again as text"
        ),
    )
}

fn word(list: &'static List, text: &str) -> Result<Typed, SheetProblem> {
    let same = |word: &&gongdan::Word| word.word == text || word.term == text;
    if let Some(word) = list.words.iter().find(same) {
        return Ok(Typed::Text(word.word.to_owned()));
    }
    let all: Vec<String> =
        list.words.iter().map(|word| format!("{}({})", word.word, word.term)).collect();
    let all = all.join("、");
    Err(SheetProblem::new(
        format!("“{text}”没有对应的值;可在对照表 values 中写明是:{all}"),
        format!("{text} is no known value; say in the mapping's values which it is: {all}"),
    ))
}

fn yes_or_no(text: &str) -> Result<Typed, SheetProblem> {
    match text {
        "yes" | "true" | "是" | "1" => Ok(Typed::Flag(true)),
        "no" | "false" | "否" | "0" => Ok(Typed::Flag(false)),
        _ => Err(SheetProblem::new(
            format!("“{text}”既不是“是”也不是“否”;可在对照表 values 中写明"),
            format!("{text} is neither yes nor no; say in the mapping's values which it is"),
        )),
    }
}
