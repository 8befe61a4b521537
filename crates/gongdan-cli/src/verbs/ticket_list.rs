//! Lists of tickets: on the screen, or into a file with the columns that are named.

use std::collections::BTreeMap;
use std::path::Path;

use clap::Args;
use gongdan::{
    Caller, Class, Error, Field, Filter, Hotline, Invalid, Problem, ScanOptions, Shown, Stamp,
    Table, TicketId, TicketView, Tickets, Viewer,
};
use gongdan_lists::{OutCell, OutColumn, OutTable, write_whole};
use serde_json::{Value, json};

use super::leaving::{self, Leaving};
use super::viewing::Viewing;
use crate::exit::{Exit, Failure, Outcome};
use crate::moments::moment;
use crate::screen::Screen;
use crate::shown;
use crate::words;

/// The widest text shown in the table; `--json` has all of it.
const WIDEST: usize = 40;

/// The fields that the screen shows.
const LISTED: &[&str] =
    &["number", "accepted_at", "stage", "channel", "category", "unit", "running_by", "matter"];

/// Where a list of tickets goes, and what of the tickets goes with it.
#[derive(Args, Clone, Debug)]
pub(crate) struct TicketList {
    #[command(flatten)]
    leaving: Leaving,
    /// With --out: these columns, in this order; if left out all but the personal ones. matter has to be named, and so
    /// have caller_name, caller_phone and caller_address, which need --by and --reason
    #[arg(long, value_name = "NAME", value_delimiter = ',', requires = "out")]
    columns: Vec<String>,
    /// With a caller's columns: who takes them out (经办人)
    #[arg(id = "taken_by", long = "by", value_name = "NAME", requires = "columns")]
    by: Option<String>,
    /// With a caller's columns: why; each ticket gets the event of reveal (理由)
    #[arg(id = "taken_why", long = "reason", value_name = "TEXT", requires = "columns")]
    reason: Option<String>,
    #[command(flatten)]
    viewing: Viewing,
}

/// What is known of callers, by its name.
const CALLERS: [(&str, &str); 3] =
    [("caller_name", "来电人"), ("caller_phone", "来电人电话"), ("caller_address", "来电人地址")];

fn of_caller<'a>(name: &str, caller: &'a Caller) -> OutCell<'a> {
    let said = match name {
        "caller_name" => &caller.name,
        "caller_phone" => &caller.phone,
        _ => &caller.address,
    };
    OutCell::maybe(said.as_deref())
}

/// A column that was named.
enum Wanted {
    Field(&'static Field),
    Caller(&'static str, &'static str),
}

impl Wanted {
    fn column(&self) -> OutColumn {
        match self {
            Self::Field(field) => OutColumn::from(*field),
            Self::Caller(name, heading) => OutColumn::new(*name, *heading),
        }
    }

    fn cell<'a>(&self, ticket: &'a TicketView, caller: Option<&'a Caller>) -> OutCell<'a> {
        match self {
            Self::Field(field) => value(ticket, field),
            Self::Caller(name, _) => caller.map_or(OutCell::Nothing, |each| of_caller(name, each)),
        }
    }
}

fn value<'a>(ticket: &'a TicketView, wanted: &Field) -> OutCell<'a> {
    let mut values = ticket.values();
    let found = values.find(|(field, _)| field.name == wanted.name);
    found.map_or(OutCell::Nothing, |(field, shown)| OutCell::shown(field, shown))
}

impl TicketList {
    /// Shows the tickets that are found, or lets them leave.
    pub(crate) fn run(
        &self,
        screen: &Screen,
        file: &Path,
        find: impl FnOnce(&Hotline) -> Result<Tickets, Error>,
    ) -> Outcome {
        self.leaving.ensure_free()?;
        let wanted = self.wanted()?;
        let found = self.viewing.reading(file, find)?;
        let Some(out) = self.leaving.file() else { return print(screen, &found) };
        let callers = self.callers(file, &wanted, &found)?;
        let columns = wanted.iter().map(Wanted::column).collect();
        let mut table = OutTable { columns, rows: Vec::new() };
        for ticket in &found.tickets {
            let caller = callers.get(&ticket.id);
            table.row(wanted.iter().map(|column| column.cell(ticket, caller)));
        }
        self.leaving.write(screen, out, &table)
    }

    /// Whether the list leaves as a file.
    pub(crate) fn leaves(&self) -> bool {
        self.leaving.file().is_some()
    }

    /// Whether the list leaves and can do so as it is read: as things stand now, no caller among it.
    pub(crate) fn leaves_whole(&self, filter: &Filter) -> bool {
        let callers = |name: &String| CALLERS.iter().any(|(caller, _)| caller == name);
        let now = filter.as_of.is_none() && filter.overdue_on.is_none();
        now && self.leaves() && !self.columns.iter().any(callers)
    }

    /// Lets every ticket of a filter leave as it is read, the newest intake first as on the screen.
    pub(crate) fn whole(&self, screen: &Screen, file: &Path, filter: &Filter) -> Outcome {
        let Some(out) = self.leaving.file() else { return Ok(Exit::Done) };
        let named = |wanted: Wanted| wanted.column().name;
        let columns = Some(self.wanted()?.into_iter().map(named).collect());
        let language = leaving::language(screen, out)?;
        let options =
            ScanOptions { columns, language, newest_first: true, ..ScanOptions::default() };
        let replaces = self.leaving.replaces();
        let rows = self.viewing.reading(file, |hotline| {
            let scan = hotline.scan(Table::Tickets, filter, &options)?;
            write_whole(scan, out, language, replaces).map_err(Failure::from)
        })?;
        leaving::written(screen, out, rows)
    }

    /// The columns that are named, or all but the personal ones.
    fn wanted(&self) -> Result<Vec<Wanted>, Invalid> {
        let fields = || Table::Tickets.columns().iter().filter(|field| field.shown);
        if self.columns.is_empty() {
            return Ok(fields().filter(|f| f.class < Class::Personal).map(Wanted::Field).collect());
        }
        let find = |name: &String| {
            let field = fields().find(|field| field.name == name).map(Wanted::Field);
            let caller = CALLERS.iter().find(|(caller, _)| caller == name);
            let caller = || caller.map(|(name, heading)| Wanted::Caller(name, heading));
            let names = fields().map(|field| field.name).chain(CALLERS.map(|(name, _)| name));
            field.or_else(caller).ok_or_else(|| unknown(name, names.map(str::to_owned).collect()))
        };
        self.columns.iter().map(find).collect()
    }

    /// The callers in full, where they are named: each look is written down before anything leaves.
    fn callers(
        &self,
        file: &Path,
        wanted: &[Wanted],
        found: &Tickets,
    ) -> Result<BTreeMap<TicketId, Caller>, Failure> {
        if !wanted.iter().any(|wanted| matches!(wanted, Wanted::Caller(..))) {
            return Ok(BTreeMap::new());
        }
        let missing = |option| Invalid::new(option, Problem::Empty);
        let by = self.by.as_deref().ok_or_else(|| missing("by"))?;
        let reason = self.reason.as_deref().ok_or_else(|| missing("reason"))?;
        if self.viewing.viewer()? != Viewer::Centre {
            let rule = "callers leave by the centre alone";
            return Err(Invalid::new("columns", Problem::Rule { rule }).into());
        }
        let (stamp, mut hotline) = (Stamp::centre(by, moment(None)?), Hotline::open(file)?);
        let mut reveal =
            |ticket: &TicketView| Ok((ticket.id, hotline.reveal(&stamp, ticket.id, reason)?));
        found.tickets.iter().map(&mut reveal).collect()
    }
}

fn unknown(name: &str, nearest: Vec<String>) -> Invalid {
    let given = name.chars().take(40).collect();
    Invalid::new("columns", Problem::Unknown { given, nearest })
}

/// Prints a page of tickets.
fn print(screen: &Screen, found: &Tickets) -> Outcome {
    if screen.json {
        let tickets: Vec<Value> = found.tickets.iter().map(shown::ticket).collect();
        screen.value(&json!({ "total": found.total, "tickets": tickets }))?;
        return Ok(Exit::Done);
    }
    table(screen, &found.tickets)?;
    let (total, shown) = (screen.word(words::FOUND), screen.word(words::SHOWN));
    screen.line(format_args!("{total} {}, {shown} {}", found.total, found.tickets.len()))?;
    Ok(Exit::Done)
}

fn table(screen: &Screen, tickets: &[TicketView]) -> Result<(), Failure> {
    let listed = |(field, _): &(&Field, Shown<'_>)| LISTED.contains(&field.name);
    let rows = tickets.iter().map(|ticket| ticket.values().filter(listed).collect());
    match tickets.is_empty() {
        true => Ok(()),
        false => screen.table(&shown::grid(rows.collect(), screen.language, WIDEST)),
    }
}
