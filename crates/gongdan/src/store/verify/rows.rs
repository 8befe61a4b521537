//! Verify one ticket, row by row: what does not agree is named.

use gongdan_domain::TicketId;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use super::events::VERDICT;
use super::report::Verified;
use crate::store::corrected::{as_they_stand, judged};
use crate::store::event::Recorded;
use crate::store::held::Held;
use crate::store::journal::events_of_after;
use crate::store::row::{Cell, TableRow};
use crate::store::statements;
use crate::words::{Result, Table};

/// The tables that tickets' rows stand in, with the last column of their keys.
pub(super) const TABLES: [(&str, &str); 7] = [
    ("ticket", "ticket_id"),
    ("assignment", "leg"),
    ("callback", "attempt"),
    ("rework", "round"),
    ("closure", "round"),
    ("supervision", "no"),
    ("attachment", "no"),
];

/// Checks one ticket; how many rows it has in each of [`TABLES`].
pub(super) fn check(
    conn: &Connection,
    id: TicketId,
    report: &mut Verified,
) -> Result<[u64; TABLES.len()]> {
    let mut stored = [0; TABLES.len()];
    for (rows, (table, _)) in stored.iter_mut().zip(TABLES) {
        *rows = count_rows(conn, table, id)?;
    }
    let Some(mut held) = folded(conn, id, report) else { return Ok(stored) };
    let number = held.ticket.number.clone();
    check_counts(&held, &stored, &number, report);
    for row in held.all_rows() {
        report.rows += 1;
        check_row(conn, &row, &number, report)?;
    }
    Ok(stored)
}

/// The ticket of its events; that there is none is a finding.
fn folded(conn: &Connection, id: TicketId, report: &mut Verified) -> Option<Held> {
    let events = match events_of_after(conn, id.region(), id.0, 0) {
        Ok(events) => events,
        Err(error) => {
            report.find("body", format!("an event of ticket {id} cannot be read: {error}"));
            return None;
        }
    };
    let stand = as_they_stand(events.clone()).and_then(|events| Held::fold(id, &events));
    let Ok(Some(held)) = stand else {
        report.find_at("body", events.first().map_or(0, |e| e.seq), "the events do not fold");
        return None;
    };
    check_verdicts(events, report);
    Some(held)
}

/// The verdicts that stand beside each event are what the fold says of it.
fn check_verdicts(events: Vec<Recorded>, report: &mut Verified) {
    let Ok(now) = judged(events.clone()) else { return };
    let differing = events.iter().zip(&now).filter(|(stored, now)| stored != now);
    differing.for_each(|(stored, _)| report.find_at("row", stored.seq, VERDICT));
}

fn check_counts(held: &Held, stored: &[u64; TABLES.len()], number: &str, report: &mut Verified) {
    let counts = [
        ("assignment", held.ticket.legs.len()),
        ("callback", held.ticket.callbacks.len()),
        ("rework", held.ticket.reworks.len()),
        ("closure", held.ticket.closures.len()),
        ("supervision", held.ticket.supervisions.len()),
        ("attachment", held.ticket.attachments.len()),
    ];
    for (table, wanted) in counts {
        let place = TABLES.iter().position(|(name, _)| *name == table);
        let rows = place.map_or(0, |place| stored[place]);
        let what = || format!("{rows} rows of {table} where the events make {wanted}");
        (rows != wanted as u64).then(|| report.find_of("extra", number, what()));
    }
}

fn check_row(
    conn: &Connection,
    row: &TableRow<'_>,
    number: &str,
    report: &mut Verified,
) -> Result<()> {
    let keys = row.keys();
    let filter: Vec<String> = keys.iter().map(|key| format!("{key} = ?")).collect();
    let statement = statements::select(row.table, &row.row, &filter.join(" AND "));
    let mut ask = conn.prepare_cached(&statement)?;
    let wanted = keys.iter().filter_map(|key| row.row.iter().find(|(name, _)| name == key));
    let stored = ask
        .query_row(params_from_iter(wanted.map(|(_, cell)| cell)), |stored| {
            let cells = (0..row.row.len()).map(|index| stored.get(index));
            cells.collect::<rusqlite::Result<Vec<Value>>>()
        })
        .optional();
    match stored {
        Ok(Some(stored)) => compare(row, &stored, number, report),
        Ok(None) => report.find_of("missing", number, format!("no row in {}", row.table)),
        Err(error) => {
            let what = format!("the row in {} cannot be read: {error}", row.table);
            report.find_of("row", number, what);
        }
    }
    Ok(())
}

fn compare(row: &TableRow<'_>, stored: &[Value], number: &str, report: &mut Verified) {
    let pairs = row.row.iter().zip(stored);
    for ((name, cell), stored) in
        pairs.filter(|((_, cell), stored)| !cell.is(ValueRef::from(*stored)))
    {
        let what = format!("{}.{name} is not what the events say", row.table);
        report.find_of("row", number, what + &other_flags(row.table, cell, stored));
    }
}

/// Of two numbers of flags, the names of those that differ.
fn other_flags(table: &str, wanted: &Cell<'_>, stored: &Value) -> String {
    let names = Table::ALL.iter().find(|each| each.stored() == table).map(|each| each.flags());
    let (Some(names), Cell::Int(wanted), Value::Integer(stored)) = (names, wanted, stored) else {
        return String::new();
    };
    let differs = |bit: &(usize, &str)| (wanted ^ stored) >> bit.0 & 1 == 1;
    let names: Vec<&str> =
        names.into_iter().enumerate().filter(differs).map(|(_, name)| name).collect();
    format!(" ({})", names.join(", "))
}

fn count_rows(conn: &Connection, table: &str, id: TicketId) -> Result<u64> {
    let statement = format!("SELECT COUNT(*) FROM {table} WHERE region_id = ?1 AND ticket_id = ?2");
    let mut ask = conn.prepare_cached(&statement)?;
    let rows: i64 = ask.query_row(params![id.region().0, id.0], |row| row.get(0))?;
    Ok(rows as u64)
}
