//! Verify: the journal is replayed and compared with everything that was written from it.

use std::fmt;

use gongdan_domain::{RegionId, TicketEvent, TicketId};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params};
use serde::Serialize;

use super::columns;
use super::connection::Store;
use super::journal::{Head, Recorded};
use super::seal::{self, Hash};
use super::tickets::{Held, TableRow};
use super::verify_anchors::{Anchors, not_checked};
use crate::error::Result;

/// Something that does not agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What sort of disagreement: `page`, `key`, `schema`, `hash`, `gap`, `body`, `head`, `text`,
    /// `row`, `missing`, `extra`, `anchor`.
    pub kind: &'static str,
    /// The event it was found at, where there is one.
    pub seq: Option<u64>,
    /// The ticket's printed number, where there is one.
    pub ticket: Option<String>,
    /// What does not agree, in a sentence without personal data.
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.kind)?;
        self.seq.map_or(Ok(()), |seq| write!(f, ", event {seq}"))?;
        self.ticket.as_ref().map_or(Ok(()), |number| write!(f, ", ticket {number}"))?;
        write!(f, ": {}", self.what)
    }
}

/// What was checked, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// Events replayed, their chain checked.
    pub events: u64,
    /// Tickets folded and compared with their rows.
    pub tickets: u64,
    /// Rows compared, column by column.
    pub rows: u64,
    /// Texts whose salted hash was checked.
    pub texts: u64,
    /// Texts among them that were erased: of these only the event is left to check.
    pub erased: u64,
    /// Anchors held against the journal: the caller's, and the heads in the file's own issues.
    pub anchors: u64,
    /// What was not, or cannot be, checked; one sentence each.
    pub not_checked: Vec<String>,
    /// The last event's sequence and hash, to be compared with one printed elsewhere.
    pub head: (u64, String),
    /// Everything that does not agree; empty when the file is sound.
    pub findings: Vec<Finding>,
}

impl Verified {
    /// Whether nothing was found.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    pub(super) fn find(&mut self, kind: &'static str, what: impl Into<String>) {
        let what = what.into();
        self.findings.push(Finding { kind, seq: None, ticket: None, what });
    }

    pub(super) fn find_at(&mut self, kind: &'static str, seq: u64, what: impl Into<String>) {
        let what = what.into();
        self.findings.push(Finding { kind, seq: Some(seq), ticket: None, what });
    }

    pub(super) fn find_of(&mut self, kind: &'static str, number: &str, what: impl Into<String>) {
        let (ticket, what) = (Some(number.to_owned()), what.into());
        self.findings.push(Finding { kind, seq: None, ticket, what });
    }
}

/// No more findings than this are listed: a wrecked file would list every row.
const ENOUGH: usize = 1_000;

/// Progress of a verification: how many of how many steps are done.
pub(crate) type Progress<'a> = &'a mut dyn FnMut(u64, u64);

impl Store {
    /// Checks pages, keys, schema, chain, texts and rows, and the chain against anchors. It reads
    /// only.
    pub(crate) fn verify(
        &self,
        head: &Head,
        given: &[(u64, String)],
        progress: Progress<'_>,
    ) -> Result<Verified> {
        let mut report = Verified::default();
        // Issues that cannot be read are found by the passes below; the caller's anchors hold.
        let anchors = self.anchors(head, given);
        let mut anchors = anchors.unwrap_or_else(|_| Anchors::new(given, &[]));
        let tickets = self.count_tickets().unwrap_or(0);
        let total = head.last_seq + tickets;
        self.pass(&mut report, "pages", |report| self.verify_pages(report));
        self.pass(&mut report, "events", |report| {
            self.verify_chain(head, &mut anchors, report, &mut |done| progress(done, total))
        });
        anchors.close(report.head.0, &mut report);
        report.not_checked = not_checked(given, report.head.0);
        self.pass(&mut report, "texts", |report| self.verify_texts(head, report));
        self.pass(&mut report, "schema", |report| self.verify_schema(report));
        self.pass(&mut report, "office's tables", |report| self.verify_office(head, report));
        self.pass(&mut report, "tickets", |report| {
            self.verify_tickets(head, report, &mut |done| progress(head.last_seq + done, total))
        });
        Ok(report)
    }

    /// One pass; what SQLite itself cannot read is a finding, not the end of the report.
    fn pass(
        &self,
        report: &mut Verified,
        name: &str,
        check: impl FnOnce(&mut Verified) -> Result<()>,
    ) {
        if let Err(error) = check(report) {
            report.find("page", format!("the {name} cannot be read to the end: {error}"));
        }
    }

    fn verify_pages(&self, report: &mut Verified) -> Result<()> {
        let conn = self.conn()?;
        let mut ask = conn.prepare("PRAGMA integrity_check(100)")?;
        let lines = ask.query_map([], |row| row.get::<_, String>(0))?;
        for line in lines {
            let line = line?;
            (line != "ok").then(|| report.find("page", line));
        }
        let mut ask = conn.prepare("PRAGMA foreign_key_check")?;
        let mut rows = ask.query([])?;
        while let Some(row) = rows.next()? {
            let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
            report.find("key", format!("a row of {table} points at no row of {parent}"));
        }
        Ok(())
    }

    fn verify_chain(
        &self,
        head: &Head,
        anchors: &mut Anchors,
        report: &mut Verified,
        progress: &mut dyn FnMut(u64),
    ) -> Result<()> {
        let mut chain = Chain { last: (0, seal::GENESIS), region: head.region };
        self.feed_raw(head.region, |seq, event| {
            report.events += 1;
            seq.is_multiple_of(1_000).then(|| progress(seq));
            event.iter().for_each(|event| anchors.check(event, report));
            (report.findings.len() < ENOUGH).then(|| chain.check(seq, event, report));
        })?;
        let (seq, hash) = chain.last;
        if seq != head.last_seq || hash != head.last_hash {
            let what = format!("the head says event {}, the journal ends at {seq}", head.last_seq);
            report.find("head", what);
        }
        report.head = (seq, hex(&hash));
        Ok(())
    }

    fn verify_tickets(
        &self,
        head: &Head,
        report: &mut Verified,
        progress: &mut dyn FnMut(u64),
    ) -> Result<()> {
        let conn = self.conn()?;
        let mut ask = conn.prepare(include_str!("sql/ticket_subjects.sql"))?;
        let mut rows = ask.query([head.region.0])?;
        while let Some(row) = rows.next()? {
            let id = TicketId(row.get(0)?);
            report.tickets += 1;
            report.tickets.is_multiple_of(500).then(|| progress(report.tickets));
            if report.findings.len() < ENOUGH {
                self.verify_ticket(id, report)?;
            }
        }
        self.verify_no_more_tickets(report)
    }

    fn verify_no_more_tickets(&self, report: &mut Verified) -> Result<()> {
        let rows = self.count_tickets()?;
        let what = format!("{rows} ticket rows for {} tickets of the journal", report.tickets);
        (rows != report.tickets).then(|| report.find("extra", what));
        Ok(())
    }

    fn verify_ticket(&self, id: TicketId, report: &mut Verified) -> Result<()> {
        let events = match self.events_of(id.region(), id.0) {
            Ok(events) => events,
            Err(error) => {
                report.find("body", format!("an event of ticket {id} cannot be read: {error}"));
                return Ok(());
            }
        };
        let Ok(Some(mut held)) = Held::fold(id, &events) else {
            report.find_at("body", events.first().map_or(0, |e| e.seq), "the events do not fold");
            return Ok(());
        };
        self.verify_verdicts(id, &events, report);
        let number = held.ticket.number.clone();
        let counts = [
            ("assignment", held.ticket.legs.len()),
            ("callback", held.ticket.callbacks.len()),
            ("rework", held.ticket.reworks.len()),
            ("closure", held.ticket.closures.len()),
            ("supervision", held.ticket.supervisions.len()),
        ];
        for (table, wanted) in counts {
            let rows = self.count_rows(table, id)?;
            let what = || format!("{rows} rows of {table} where the events make {wanted}");
            (rows != wanted).then(|| report.find_of("extra", &number, what()));
        }
        for row in held.all_rows() {
            report.rows += 1;
            self.verify_row(&row, &number, report)?;
        }
        Ok(())
    }

    /// The verdicts that stand beside each event are what the fold says of it.
    fn verify_verdicts(&self, id: TicketId, events: &[Recorded], report: &mut Verified) {
        let mut held: Option<Held> = None;
        for recorded in events {
            let Ok(event) = recorded.ticket_event() else { return };
            if let Some(held) = &mut held {
                let concern = held.ticket.concern(recorded.at, &event);
                let stored = (recorded.unit, recorded.late, recorded.satisfied);
                let agrees = stored == (concern.unit, concern.late, concern.satisfied);
                let what = "unit, late or satisfied beside the event is not what the fold says";
                (!agrees).then(|| report.find_at("row", recorded.seq, what));
                held.follow(&event, recorded);
            } else if let TicketEvent::TakenIn(taken) = &event {
                let ticket = gongdan_domain::Ticket::taken_in(id, recorded.at, taken);
                held = Some(Held::taken_in(ticket, recorded.seq, &[]));
            }
        }
    }

    fn verify_row(&self, row: &TableRow<'_>, number: &str, report: &mut Verified) -> Result<()> {
        let keys = row.keys();
        let filter: Vec<String> = keys.iter().map(|key| format!("{key} = ?")).collect();
        let statement = columns::select(row.table, &row.row, &filter.join(" AND "));
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(&statement)?;
        let wanted = keys.iter().filter_map(|key| row.row.iter().find(|(name, _)| name == key));
        let stored = ask
            .query_row(rusqlite::params_from_iter(wanted.map(|(_, cell)| cell)), |stored| {
                (0..row.row.len())
                    .map(|index| stored.get(index))
                    .collect::<rusqlite::Result<Vec<Value>>>()
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

    fn count_rows(&self, table: &'static str, id: TicketId) -> Result<usize> {
        let statement =
            format!("SELECT COUNT(*) FROM {table} WHERE region_id = ?1 AND ticket_id = ?2");
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(&statement)?;
        let rows: i64 = ask.query_row(params![id.region().0, id.0], |row| row.get(0))?;
        Ok(rows as usize)
    }

    fn count_tickets(&self) -> Result<u64> {
        let conn = self.conn()?;
        let count: i64 = conn.query_row("SELECT COUNT(*) FROM ticket", [], |row| row.get(0))?;
        Ok(count as u64)
    }
}

fn compare(row: &TableRow<'_>, stored: &[Value], number: &str, report: &mut Verified) {
    let pairs = row.row.iter().zip(stored);
    for ((name, _), _) in pairs.filter(|((_, cell), stored)| !cell.is(stored)) {
        let what = format!("{}.{name} is not what the events say", row.table);
        report.find_of("row", number, what);
    }
}

/// The chain as far as it was followed.
struct Chain {
    last: (u64, Hash),
    region: RegionId,
}

impl Chain {
    fn check(&mut self, seq: u64, event: rusqlite::Result<Recorded>, report: &mut Verified) {
        let (last_seq, last_hash) = self.last;
        if seq != last_seq + 1 {
            report.find_at("gap", seq, format!("the event before it is {last_seq}"));
        }
        let Ok(event) = event else {
            report.find_at("body", seq, "the event cannot be read");
            self.last = (seq, seal::GENESIS);
            return;
        };
        if seal::event_hash(&last_hash, self.region.0, &event) != event.hash {
            report.find_at("hash", seq, "the event or the one before it was altered");
        }
        self.last = (seq, event.hash);
    }
}

/// A hash in hexadecimal.
pub(crate) fn hex(hash: &Hash) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
