//! Rows by column name: one list a table says what is written, read back and compared, so that
//! no column stands by its position.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use gongdan_domain::{
    Callback, Closure, Count, Leg, LegStanding, Moment, Rework, Standing, Supervision, Ticket,
};
use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, ValueRef};

use super::many::repeated;
use super::tickets::{Held, TableRow};

/// One value of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell<'a> {
    Null,
    Int(i64),
    Text(&'a str),
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

impl Cell<'_> {
    /// Whether a stored value is this one.
    pub(super) fn is(&self, stored: ValueRef<'_>) -> bool {
        match (*self, stored) {
            (Self::Null, ValueRef::Null) => true,
            (Self::Int(own), ValueRef::Integer(stored)) => own == stored,
            (Self::Text(own), ValueRef::Text(stored)) => own.as_bytes() == stored,
            _ => false,
        }
    }
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<bool> for Cell<'_> {
    fn from(flag: bool) -> Self {
        Self::Int(i64::from(flag))
    }
}

impl From<Moment> for Cell<'_> {
    fn from(moment: Moment) -> Self {
        Self::Int(moment.ms())
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Self::Int(i64::from(number))
    }
}

impl From<u64> for Cell<'_> {
    fn from(number: u64) -> Self {
        Self::Int(number as i64)
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// A row: each column's name and value.
pub(super) type Row<'a> = Vec<(&'static str, Cell<'a>)>;

/// How a row is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Writing {
    /// Added: none stands.
    New,
    /// Written over: one stands.
    Over,
    /// Written over: one stands, and its running limit is the same.
    OverUnmoved,
    /// Added, or written over if one stands.
    Either,
}

/// The columns that never change once a row stands: writing a row over leaves them, and with them
/// their indexes, alone.
const FIXED: [&str; 6] =
    ["number", "external", "channel_id", "accepted_at", "accepted_day", "accepted_month"];

/// A table, how its rows are written, and how many at once.
type Sort = (&'static str, Writing, usize);

/// The statements that write rows, each made once from a table's own columns.
#[derive(Default)]
pub(super) struct Statements {
    made: RefCell<HashMap<Sort, Arc<str>>>,
}

impl Statements {
    /// The statement that writes a row.
    pub(super) fn write(&self, row: &TableRow<'_>) -> Arc<str> {
        self.once((row.table, row.writing, 1), || match row.writing {
            Writing::New => insert(row.table, &row.row),
            Writing::Over => update(row.table, &row.keys(), &row.row, &FIXED),
            Writing::OverUnmoved => {
                let left_alone = [&FIXED[..], &["late_by"]].concat();
                update(row.table, &row.keys(), &row.row, &left_alone)
            }
            Writing::Either => upsert(row.table, &row.keys(), &row.row),
        })
    }

    /// The statement that adds so many rows of a table's columns.
    pub(super) fn insert(&self, table: &'static str, row: &Row<'_>, rows: usize) -> Arc<str> {
        self.once((table, Writing::New, rows), || repeated(&insert(table, row), rows))
    }

    fn once(&self, key: Sort, make: impl FnOnce() -> String) -> Arc<str> {
        self.made.borrow_mut().entry(key).or_insert_with(|| make().into()).clone()
    }
}

fn insert(table: &str, row: &Row<'_>) -> String {
    let names: Vec<&str> = row.iter().map(|(name, _)| *name).collect();
    let marks = vec!["?"; names.len()].join(", ");
    format!("INSERT INTO {table} ({}) VALUES ({marks})", names.join(", "))
}

fn update(table: &str, keys: &[&str], row: &Row<'_>, left_alone: &[&str]) -> String {
    let numbered = row.iter().zip(1..).map(|((name, _), number)| (*name, number));
    let set = |(name, number): (&str, i32)| format!("{name} = ?{number}");
    let (own, others): (Vec<_>, Vec<_>) = numbered.partition(|(name, _)| keys.contains(name));
    let others = others.into_iter().filter(|(name, _)| !left_alone.contains(name));
    let changes: Vec<String> = others.map(set).collect();
    let filter: Vec<String> = own.into_iter().map(set).collect();
    format!("UPDATE {table} SET {} WHERE {}", changes.join(", "), filter.join(" AND "))
}

fn upsert(table: &str, keys: &[&str], row: &Row<'_>) -> String {
    let names = row.iter().map(|(name, _)| *name);
    let changes: Vec<String> = names
        .filter(|name| !keys.contains(name))
        .map(|name| format!("{name} = excluded.{name}"))
        .collect();
    let (insert, keys, changes) = (insert(table, row), keys.join(", "), changes.join(", "));
    format!("{insert} ON CONFLICT ({keys}) DO UPDATE SET {changes}")
}

/// The statement that reads rows of these columns back.
pub(super) fn select(table: &str, row: &Row<'_>, filter: &str) -> String {
    let names: Vec<&str> = row.iter().map(|(name, _)| *name).collect();
    format!("SELECT {} FROM {table} WHERE {filter}", names.join(", "))
}

/// The counts that a ticket's row stores.
pub(crate) fn stored_ticket_counts() -> impl Iterator<Item = Count> {
    let asked = [Count::Accepted, Count::PendingInTime, Count::OpenLate];
    Count::TICKETS.iter().copied().filter(move |count| !asked.contains(count))
}

/// The counts that an assignment's row stores.
pub(crate) fn stored_assignment_counts() -> impl Iterator<Item = Count> {
    let asked = [
        Count::Given,
        Count::GivenAny,
        Count::Transferred,
        Count::Known,
        Count::Effective,
        Count::Signed,
        Count::ReturnedLate,
        Count::PendingInTime,
        Count::OpenLate,
        Count::SignOffMissing,
        Count::NotSignedInTime,
        Count::ReworkOpenLate,
        Count::ReportOpenLate,
        Count::LateNow,
    ];
    Count::ASSIGNMENTS.iter().copied().filter(move |count| !asked.contains(count))
}

/// The row of a ticket.
pub(super) fn ticket_row(held: &Held) -> Row<'_> {
    let ticket = &held.ticket;
    let standing = Standing::of(ticket);
    let leads = ticket.legs.iter().filter(|leg| leg.leads());
    let mut row: Row<'_> = vec![
        ("region_id", ticket.id.region().0.into()),
        ("ticket_id", ticket.id.0.into()),
        ("number", ticket.number.as_str().into()),
        ("version", ticket.version.into()),
        ("first_seq", held.first_seq.into()),
        ("last_seq", held.last_seq.into()),
        ("last_at", ticket.last_at.into()),
        ("stage", ticket.stage.code().into()),
        ("channel_id", ticket.channel.0.into()),
        ("category_id", ticket.category.map(|id| id.0).into()),
        ("kind", ticket.kind.code().into()),
        ("urgency", ticket.urgency.code().into()),
        ("area_id", ticket.area.map(|id| id.0).into()),
        ("external", ticket.external.as_deref().into()),
        ("accepted_at", ticket.accepted_at.into()),
        ("accepted_day", ticket.accepted_at.day_key().into()),
        ("accepted_month", ticket.accepted_at.month_key().into()),
        ("matter_seq", held.matter_seq.into()),
        ("appeal_seq", held.appeal_seq.into()),
        ("result_seq", held.result_seq.into()),
        ("lead_unit_id", standing.lead_unit.map(|unit| unit.0).into()),
        ("running_by", ticket.running_limit().into()),
        ("late_by", ticket.late_by().into()),
        ("due_by", leads.map(|leg| leg.handle_by).max().into()),
        ("pending_by", standing.pending_by.into()),
    ];
    row.extend(dated_columns(ticket));
    row.extend(stored_ticket_counts().map(|count| (count.word(), standing.stored(count).into())));
    row
}

fn dated_columns(ticket: &Ticket) -> Row<'static> {
    let lead = ticket.lead();
    let first = ticket.legs.first();
    let rating = ticket.rating();
    let (closure, standing) = (ticket.closures.last(), ticket.closure());
    let attitude = ticket.callbacks.iter().rev().find_map(|each| each.attitude);
    vec![
        ("first_transferred_at", first.map(|leg| leg.transferred_at).into()),
        ("transferred_at", lead.map(|leg| leg.transferred_at).into()),
        ("sign_off_by", lead.map(|leg| leg.sign_off_by).into()),
        ("signed_off_at", lead.and_then(|leg| leg.signed_off_at).into()),
        ("first_handle_by", lead.map(|leg| leg.first_handle_by).into()),
        ("handle_by", lead.map(|leg| leg.handle_by).into()),
        ("total_by", ticket.total_by.into()),
        ("handled_at", lead.and_then(|leg| leg.handled_at).into()),
        ("rework_by", ticket.rework().map(|rework| rework.rework_by).into()),
        ("suspended_at", ticket.suspended_at.into()),
        ("difficult_at", ticket.difficult_at.into()),
        ("return_pending", ticket.return_pending().into()),
        ("extension_pending", lead.and_then(|leg| leg.extension_pending).into()),
        ("callbacks", (ticket.callbacks.len() as u64).into()),
        ("first_called_back_at", ticket.callbacks.first().map(|each| each.at).into()),
        ("satisfaction", rating.and_then(|each| each.satisfaction).map(|s| s.code()).into()),
        ("attitude", attitude.map(|attitude| attitude.code()).into()),
        ("first_closed_at", ticket.closures.first().map(|each| each.at).into()),
        ("closed_at", standing.map(|each| each.at).into()),
        ("close_outcome", standing.map(|each| each.outcome.code()).into()),
        ("last_closed_at", closure.map(|each| each.at).into()),
        ("last_close_outcome", closure.map(|each| each.outcome.code()).into()),
        ("merged_into", ticket.merged_into.map(|id| id.0).into()),
        ("repeat_of", ticket.repeat_of.map(|id| id.0).into()),
        ("featured", ticket.featured.into()),
    ]
}

/// The row of an assignment.
pub(super) fn assignment_row<'a>(held: &Held, leg: &Leg) -> Row<'a> {
    let ticket = &held.ticket;
    let standing = LegStanding::of(ticket, leg);
    let mut row: Row<'_> = vec![
        ("region_id", ticket.id.region().0.into()),
        ("ticket_id", ticket.id.0.into()),
        ("leg", leg.leg.into()),
        ("last_seq", held.last_seq.into()),
        ("last_at", ticket.last_at.into()),
        ("channel_id", ticket.channel.0.into()),
        ("category_id", ticket.category.map(|id| id.0).into()),
        ("kind", ticket.kind.code().into()),
        ("urgency", ticket.urgency.code().into()),
        ("area_id", ticket.area.map(|id| id.0).into()),
        ("accepted_at", ticket.accepted_at.into()),
        ("accepted_day", ticket.accepted_at.day_key().into()),
        ("accepted_month", ticket.accepted_at.month_key().into()),
        ("effective", Standing::is_effective(ticket).into()),
        ("unit_id", leg.unit.0.into()),
        ("part", leg.part.code().into()),
        ("designated", leg.designated.into()),
        ("in_hand", ticket.holds(leg).into()),
        ("transferred_at", leg.transferred_at.into()),
        ("sign_off_by", leg.sign_off_by.into()),
        ("signed_off_at", leg.signed_off_at.into()),
        ("sign_off_broken", leg.sign_off_broken.into()),
        ("first_handle_by", leg.first_handle_by.into()),
        ("handle_by", leg.handle_by.into()),
        ("handled_at", leg.handled_at.into()),
        ("handling_broken", leg.handling_broken.into()),
        ("returned_late_at", leg.returned_late_at.into()),
        ("ended_at", leg.ended.map(|(at, _)| at).into()),
        ("ended_how", leg.ended.map(|(_, how)| how.code()).into()),
        ("pending_by", standing.pending_by.into()),
        ("unsigned_by", standing.unsigned_by.into()),
        ("rework_open_by", standing.rework_by.into()),
        ("report_open_by", standing.report_by.into()),
        ("sign_off_missed", standing.stored(Count::SignOffMissing).into()),
    ];
    let counts = stored_assignment_counts();
    row.extend(counts.map(|count| (count.word(), standing.stored(count).into())));
    row
}

/// The key of a ticket's dated fact.
fn fact_key<'a>(ticket: &Ticket, ordinal: (&'static str, usize), version: u32) -> Row<'a> {
    vec![
        ("region_id", ticket.id.region().0.into()),
        ("ticket_id", ticket.id.0.into()),
        (ordinal.0, (ordinal.1 as i64).into()),
        ("version", version.into()),
    ]
}

/// The row of a callback.
pub(super) fn callback_row<'a>(ticket: &Ticket, attempt: usize, each: &Callback) -> Row<'a> {
    let mut row = fact_key(ticket, ("attempt", attempt), each.version);
    row.extend([
        ("at", each.at.into()),
        ("outcome", each.outcome.code().into()),
        ("satisfaction", each.satisfaction.map(|answer| answer.code()).into()),
        ("attitude", each.attitude.map(|answer| answer.code()).into()),
        ("solved", each.solved.into()),
        ("satisfied", each.satisfied.into()),
        ("unit_id", each.unit.map(|unit| unit.0).into()),
        ("leg", each.leg.into()),
    ]);
    row
}

/// The row of a rework.
pub(super) fn rework_row<'a>(ticket: &Ticket, round: usize, each: &Rework) -> Row<'a> {
    let mut row = fact_key(ticket, ("round", round), each.version);
    row.extend([
        ("ordered_at", each.ordered_at.into()),
        ("unit_id", each.unit.0.into()),
        ("leg", each.leg.into()),
        ("rework_by", each.rework_by.into()),
        ("handled_at", each.handled_at.into()),
        ("ended_at", each.ended_at.into()),
        ("broken", each.broken.into()),
        ("late", each.late().into()),
        ("reopened", each.reopened.into()),
    ]);
    row
}

/// The row of a closing.
pub(super) fn closure_row<'a>(ticket: &Ticket, round: usize, each: &Closure) -> Row<'a> {
    let mut row = fact_key(ticket, ("round", round), each.version);
    row.extend([
        ("at", each.at.into()),
        ("outcome", each.outcome.code().into()),
        ("late", each.late.into()),
        ("leg", each.leg.into()),
    ]);
    row
}

/// The row of a supervisor's demand.
pub(super) fn supervision_row<'a>(ticket: &Ticket, each: &Supervision) -> Row<'a> {
    let mut row = fact_key(ticket, ("no", each.no as usize), each.version);
    row.extend([
        ("at", each.at.into()),
        ("unit_id", each.unit.map(|unit| unit.0).into()),
        ("answered_at", each.answered_at.into()),
    ]);
    row
}
