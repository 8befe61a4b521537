//! The import: every row is lived through the one door to write, in one commit.

use std::collections::{BTreeMap, BTreeSet};

use gongdan::{
    Command, Error, ErrorKind, Hotline, Intake, Language, Moment, NewEntry, OfficeCommand, Receipt,
    Species, Stamp, Typed, Verb,
};

use crate::cell::letters;
use crate::error::{ImportError, SheetError, SheetProblem};
use crate::facts::{CellError, Facts};
use crate::mapping::{ACCEPTED_AT, Limits, Mapping, Unlisted};
use crate::placed::Placed;
use crate::row::SheetRow;
use crate::sheet::Sheet;

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// The sheet; nothing of a text file.
    pub sheet: String,
    /// The row, from 1.
    pub row: u32,
    /// The letters of the column, where it is about one.
    pub column: Option<String>,
    /// Its heading.
    pub heading: Option<String>,
    /// The fact, where it is about one.
    pub field: Option<String>,
    /// What is wrong.
    pub problem: SheetProblem,
}

/// What became of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows that made a ticket.
    pub taken: u64,
    /// Rows that said more of a ticket that stood.
    pub added: u64,
    /// Rows that said nothing new.
    pub repeated: u64,
    /// Entries that were added to the register: of units, categories and areas.
    pub entries: u64,
    /// What is wrong, in the order of the rows; a row can have several.
    pub errors: Vec<RowError>,
    /// Whether it was written.
    pub written: bool,
    /// The row of the headings.
    pub header: u32,
}

impl Report {
    /// The rows that were refused, in order.
    pub fn refused(&self) -> BTreeSet<u32> {
        self.errors.iter().map(|error| error.row).collect()
    }
}

/// A sheet that is imported by a mapping.
pub struct Import<'a> {
    mapping: &'a Mapping,
    sheet: &'a Sheet,
    partial: bool,
    dry: bool,
    progress: Option<Progress<'a>>,
}

type Result<T> = std::result::Result<T, ImportError>;

/// Hears which row is done, of how many; false ends it, and nothing is written.
type Progress<'a> = Box<dyn FnMut(u64, u64) -> bool + 'a>;

/// What one pass over the rows found.
struct Pass<'a> {
    placed: Placed,
    report: Report,
    /// External numbers by their channel, with their rows.
    numbers: BTreeMap<(String, String), u32>,
    /// Names that the register is known to have.
    known: BTreeSet<(u8, String)>,
    stamp: &'a Stamp,
}

/// Why a row is refused, or why nothing goes on.
enum Stopped {
    Row(Vec<RowError>),
    Machine(Box<Error>),
}

impl<'a> Import<'a> {
    /// All rows or none.
    pub fn new(mapping: &'a Mapping, sheet: &'a Sheet) -> Self {
        Self { mapping, sheet, partial: false, dry: false, progress: None }
    }

    /// Rows that are refused are left out, and the others written.
    #[must_use]
    pub fn partial(mut self, partial: bool) -> Self {
        self.partial = partial;
        self
    }

    /// Nothing is written: all that is wrong is told.
    #[must_use]
    pub fn dry(mut self, dry: bool) -> Self {
        self.dry = dry;
        self
    }

    /// Hears how far it is; whoever answers false ends it, and nothing is written.
    #[must_use]
    pub fn progress(mut self, hear: impl FnMut(u64, u64) -> bool + 'a) -> Self {
        self.progress = Some(Box::new(hear));
        self
    }

    /// Imports the sheet, in one commit. `stamp` is whoever does it, of the centre, now.
    ///
    /// # Errors
    /// What of the sheet as a whole cannot be read, and failures of the machine. What is wrong with rows stands
    /// in the report.
    pub fn run(mut self, hotline: &mut Hotline, stamp: &Stamp) -> Result<Report> {
        let (mut left_out, mut told) = (BTreeSet::new(), Vec::new());
        loop {
            let mut report = self.attempt(hotline, stamp, &left_out)?;
            let refused = report.refused();
            told.append(&mut report.errors);
            let more = !refused.is_empty();
            if more && self.partial && !self.dry {
                hotline.roll_back()?;
                left_out.extend(refused);
                continue;
            }
            report.written = !self.dry && !more;
            match report.written {
                true => hotline.commit()?,
                false => hotline.roll_back()?,
            }
            told.sort_by_key(|error| error.row);
            report.errors = told;
            return Ok(report);
        }
    }

    /// One pass in a batch that stays open. Rows that were left out are only read again, to be told.
    fn attempt(
        &mut self,
        hotline: &mut Hotline,
        stamp: &Stamp,
        left_out: &BTreeSet<u32>,
    ) -> Result<Report> {
        let placed = Placed::find(self.mapping, self.sheet)?;
        let report = Report { header: placed.header, ..Report::default() };
        let (numbers, known) = (BTreeMap::new(), BTreeSet::new());
        let mut pass = Pass { placed, report, numbers, known, stamp };
        hotline.begin()?;
        let done = self.rows(hotline, &mut pass, left_out);
        if let Err(error) = done {
            hotline.roll_back()?;
            return Err(error);
        }
        Ok(pass.report)
    }

    fn rows(
        &mut self,
        hotline: &mut Hotline,
        pass: &mut Pass<'_>,
        left_out: &BTreeSet<u32>,
    ) -> Result<()> {
        let below = self.sheet.rows.iter().filter(|row| row.number > pass.placed.header);
        let rows: Vec<&SheetRow> = below.collect();
        let all = rows.len() as u64;
        for (nth, row) in (1..).zip(rows) {
            if left_out.contains(&row.number) {
                continue;
            }
            match self.row(hotline, pass, row) {
                Ok(()) => {}
                Err(Stopped::Row(errors)) => pass.report.errors.extend(errors),
                Err(Stopped::Machine(error)) => return Err((*error).into()),
            }
            let goes_on =
                self.progress.as_mut().is_none_or(|hear| nth % 100 != 0 || hear(nth, all));
            if !goes_on {
                return Err(SheetError::new("已中止,未写入", "stopped; nothing was written").into());
            }
        }
        Ok(())
    }

    fn row(&self, hotline: &mut Hotline, pass: &mut Pass<'_>, row: &SheetRow) -> Fallible<()> {
        let read = Facts::read(self.mapping, &pass.placed, row);
        let mut facts = read.map_err(|wrong| Stopped::Row(self.errors(pass, row, wrong)))?;
        self.ensure_once(pass, row, &facts)?;
        self.ensure_past(pass, row, &facts)?;
        self.enter(hotline, pass, &facts).map_err(|error| self.told(pass, row, error))?;
        let intake = Intake::read(&facts).map_err(|wrong| self.told(pass, row, wrong.into()))?;
        let stamp = self.intake_stamp(pass.stamp, &facts, row);
        let taken = hotline.intake(&stamp, &intake);
        let taken = taken.map_err(|error| self.told(pass, row, error))?;
        self.ensure_same(hotline, row, pass, (&taken, facts.accepted_at))?;
        self.say(&mut facts, row);
        let past = Command::read(Verb::Backfill, &facts);
        let past = past.map_err(|wrong| self.told(pass, row, wrong.into()))?;
        let told = hotline.execute(taken.ticket, pass.stamp, &past);
        let told = told.map_err(|error| self.told(pass, row, error))?;
        pass.count(&taken, &told);
        Ok(())
    }

    /// Under the row's own id where no number of another platform tells it from others.
    fn intake_stamp(&self, stamp: &Stamp, facts: &Facts, row: &SheetRow) -> Stamp {
        let own = Stamp::centre(stamp.by(), facts.accepted_at).meant();
        match facts.text("external") {
            Some(_) => own,
            None => own.request(format!("import-{}-{}", self.sheet.source, row.number)),
        }
    }

    fn say(&self, facts: &mut Facts, row: &SheetRow) {
        if let Some(day) = self.mapping.day() {
            facts.say("known_on", Typed::Number(Moment::end_of(day).ms()));
        }
        facts.say("policy_limits", Typed::Flag(self.mapping.limits() == Limits::Policy));
        facts.say("source", Typed::Text(self.sheet.source.clone()));
        facts.say("row", Typed::Number(i64::from(row.number)));
    }

    /// Two rows of a sheet are two tickets.
    fn ensure_once(&self, pass: &mut Pass<'_>, row: &SheetRow, facts: &Facts) -> Fallible<()> {
        let Some(external) = facts.text("external") else { return Ok(()) };
        let channel = facts.text("channel").unwrap_or_default();
        let key = (channel.to_owned(), external.to_owned());
        let Some(before) = pass.numbers.insert(key, row.number) else { return Ok(()) };
        let problem = SheetProblem::new(
            format!("外部编号与第 {before} 行相同"),
            format!("row {before} has the same number"),
        );
        Err(self.stopped(pass, row, "external", problem))
    }

    /// Nothing was taken in after it was entered.
    fn ensure_past(&self, pass: &Pass<'_>, row: &SheetRow, facts: &Facts) -> Fallible<()> {
        if facts.accepted_at <= pass.stamp.at() {
            return Ok(());
        }
        let (at, now) = (facts.accepted_at, pass.stamp.at());
        let problem = SheetProblem::new(
            format!("受理时间 {at} 晚于导入时间 {now}"),
            format!("it was taken in at {at}, after the import itself at {now}"),
        );
        Err(self.stopped(pass, row, ACCEPTED_AT, problem))
    }

    /// A number that stands already is of a ticket that was taken in at the same moment.
    fn ensure_same(
        &self,
        hotline: &Hotline,
        row: &SheetRow,
        pass: &Pass<'_>,
        (taken, at): (&Receipt, Moment),
    ) -> Fallible<()> {
        if !taken.repeated {
            return Ok(());
        }
        let ticket = hotline.ticket(taken.ticket).map_err(|error| self.told(pass, row, error))?;
        if ticket.accepted_at == at {
            return Ok(());
        }
        let (number, known) = (ticket.number, ticket.accepted_at);
        let problem = SheetProblem::new(
            format!("工单 {number} 已于 {known} 受理,与本行的 {at} 矛盾"),
            format!("ticket {number} was taken in at {known}, which contradicts {at} of this row"),
        );
        Err(self.stopped(pass, row, ACCEPTED_AT, problem))
    }

    /// Adds to the register what it does not have, where the mapping says so.
    fn enter(
        &self,
        hotline: &mut Hotline,
        pass: &mut Pass<'_>,
        facts: &Facts,
    ) -> gongdan::Result<()> {
        let rows = [
            (Species::Unit, "unit", self.mapping.unknown_unit()),
            (Species::Category, "category", self.mapping.unknown_category()),
            (Species::Area, "area", self.mapping.unknown_area()),
        ];
        for (species, field, unlisted) in rows {
            let Some(name) = facts.text(field).filter(|_| unlisted == Unlisted::Add) else {
                continue;
            };
            let key = (species.code() as u8, name.to_owned());
            if pass.known.contains(&key) {
                continue;
            }
            let steps: Vec<&str> = match species {
                Species::Unit => vec![name],
                _ => name.split('>').collect(),
            };
            pass.report.entries += enter_path(hotline, pass.stamp, species, &steps)?;
            pass.known.insert(key);
        }
        Ok(())
    }

    fn stopped(
        &self,
        pass: &Pass<'_>,
        row: &SheetRow,
        field: &str,
        problem: SheetProblem,
    ) -> Stopped {
        let field = field.to_owned();
        Stopped::Row(self.errors(pass, row, vec![CellError { field, problem }]))
    }

    /// What the library refuses is of this row; a failure of the machine is of none.
    fn told(&self, pass: &Pass<'_>, row: &SheetRow, error: Error) -> Stopped {
        use ErrorKind::{Conflict, InvalidInput, NotFound, Refused};
        if !matches!(error.kind(), Conflict | InvalidInput | NotFound | Refused) {
            return Stopped::Machine(Box::new(error));
        }
        let problem =
            SheetProblem::new(error.message(Language::Chinese), error.message(Language::English));
        let field = error.invalid().map(|invalid| invalid.argument);
        Stopped::Row(match field {
            Some(field) => {
                self.errors(pass, row, vec![CellError { field: field.to_owned(), problem }])
            }
            None => vec![self.error(row, None, None, problem)],
        })
    }

    fn errors(&self, pass: &Pass<'_>, row: &SheetRow, wrong: Vec<CellError>) -> Vec<RowError> {
        let error = |CellError { field, problem }| {
            let levels = || pass.placed.levels.first().filter(|_| field == "category");
            let column = pass.placed.column(&field).or_else(levels).cloned();
            self.error(row, Some(field), column, problem)
        };
        wrong.into_iter().map(error).collect()
    }

    fn error(
        &self,
        row: &SheetRow,
        field: Option<String>,
        column: Option<(u32, String)>,
        problem: SheetProblem,
    ) -> RowError {
        let (sheet, row) = (self.sheet.name.clone(), row.number);
        let (column, heading) = match column {
            Some((column, heading)) => (Some(letters(column)), Some(heading)),
            None => (None, None),
        };
        RowError { sheet, row, column, heading, field, problem }
    }
}

type Fallible<T> = std::result::Result<T, Stopped>;

impl Pass<'_> {
    fn count(&mut self, taken: &Receipt, told: &Receipt) {
        let counted = match (taken.repeated, told.repeated) {
            (false, _) => &mut self.report.taken,
            (true, false) => &mut self.report.added,
            (true, true) => &mut self.report.repeated,
        };
        *counted += 1;
    }
}

/// Adds what of a path the register does not have, from the top down, and says how many entries.
fn enter_path(
    hotline: &mut Hotline,
    stamp: &Stamp,
    species: Species,
    steps: &[&str],
) -> gongdan::Result<u64> {
    let mut added = 0;
    for depth in 1..=steps.len() {
        let path = steps[..depth].join(">");
        if hotline.rulebook()?.register.find(species, &path).is_ok() {
            continue;
        }
        let entry = NewEntry {
            species,
            name: steps[depth - 1].to_owned(),
            aliases: Vec::new(),
            channel_kind: None,
            parent: (depth > 1).then(|| steps[..depth - 1].join(">")),
            group: None,
            order: None,
        };
        hotline.office(stamp, OfficeCommand::Add(entry))?;
        added += 1;
    }
    Ok(added)
}
