//! Verify the events: the chain of hashes, the anchors, and the texts beside each event, in one walk.

use std::collections::BTreeMap;

use gongdan_domain::{Moment, RegionId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::report::{ENOUGH, Verified};
use super::texts::Texts;
use super::work::{OFFICE_SUBJECTS, Reader, Stretch};
use crate::store::event::{Lent, OFFICE, is_fact, lent_bytes, moment};
use crate::store::hash::{GENESIS, Hash, Kept};
use crate::store::seal;
use crate::words::Result;
use crate::words::named::sql;

/// What was found of a stretch of the journal.
#[derive(Default)]
pub(super) struct Events {
    /// Of the chain.
    pub(super) report: Verified,
    /// Of the texts.
    pub(super) texts: Verified,
    /// Of the anchors that name an event of the stretch.
    pub(super) anchored: Verified,
    /// The events that anchors name.
    pub(super) answered: Vec<u64>,
    /// What the events add up to.
    pub(super) sum: Sum,
    /// The last event up to the end of the stretch, and its hash, if that is known; nothing when it
    /// could not be read to the end.
    pub(super) end: Option<Link>,
}

/// An event and its hash; that is not known after an event that was altered or is missing, up to the
/// next one beside which a whole hash stands.
pub(super) type Link = (u64, Option<Hash>);

/// What the events add up to, for the tables that count them.
#[derive(Clone, Debug, Default)]
pub(super) struct Sum {
    /// Intakes by day.
    pub(super) days: BTreeMap<i64, u32>,
    /// The latest moment.
    pub(super) last_at: Option<Moment>,
    /// The newest fact of any ticket.
    pub(super) fact_at: Option<Moment>,
    /// The last event about the office's rules.
    pub(super) office_seq: u64,
}

impl Sum {
    pub(super) fn add(&mut self, other: &Self) {
        for (day, tickets) in &other.days {
            *self.days.entry(*day).or_insert(0) += tickets;
        }
        self.last_at = self.last_at.max(other.last_at);
        self.fact_at = self.fact_at.max(other.fact_at);
        self.office_seq = self.office_seq.max(other.office_seq);
    }

    fn note(&mut self, seq: u64, (subject, kind): (i64, i64), at: Moment, counts_at: Moment) {
        if kind == INTAKE {
            *self.days.entry(at.day_key()).or_insert(0) += 1;
        }
        if subject == OFFICE {
            self.office_seq = self.office_seq.max(seq);
        }
        self.last_at = self.last_at.max(Some(at));
        if is_fact(subject, kind) {
            self.fact_at = self.fact_at.max(Some(counts_at));
        }
    }

    /// Of an event that cannot be read, whatever of it can be.
    fn note_unread(&mut self, seq: u64, row: &Row<'_>) -> rusqlite::Result<()> {
        let at = moment(row.get(2)?)?;
        self.note(seq, (row.get(1)?, row.get(3)?), at, at.plus_ms(row.get(9)?));
        Ok(())
    }
}

/// The kind of an intake.
const INTAKE: i64 = 1;

/// Follows a stretch of the journal.
pub(super) fn check(reader: &mut Reader<'_>, stretch: Stretch) -> Events {
    let mut found = Events::default();
    match follow(reader, stretch, &mut found) {
        Ok(end) => found.end = Some(end),
        Err(error) => {
            reader.work.unread("events", &error, &mut found.report);
            reader.work.unread("texts", &error, &mut found.texts);
        }
    }
    found
}

fn follow(reader: &mut Reader<'_>, stretch: Stretch, found: &mut Events) -> Result<Link> {
    let (conn, work) = (reader.conn, reader.work);
    let (region, first) = (work.head.region, stretch.after.saturating_add(1));
    let mut chain = Chain { last: before(conn, region, stretch.after)?, region };
    let mut ask_texts = conn.prepare_cached(sql!(file "../sql/texts_between.sql"))?;
    let texts = ask_texts.query(params![region.0, first, stretch.last])?;
    let mut texts = Texts::begin(texts, &work.head);
    let mut ask = conn.prepare_cached(sql!(file "../sql/events_between.sql"))?;
    let mut rows = ask.query(params![region.0, first, stretch.last])?;
    while let Some(row) = rows.next()? {
        let seq = row.get::<_, i64>(0)? as u64;
        let event = Lent::from_row(row);
        texts.follow(seq, commitments(row, &event), &mut found.texts);
        found.note(seq, row, &event);
        let hash = chain.check(seq, &event, &mut found.report);
        if event.is_ok() && work.anchors.check(seq, hash.as_ref(), &mut found.anchored) {
            found.answered.push(seq);
        }
        (found.report.events.is_multiple_of(STEP)).then(|| reader.advance(STEP));
    }
    let read = texts.close(&mut found.texts);
    reader.passed("texts", read, &mut found.texts);
    reader.advance(found.report.events % STEP);
    Ok(chain.last)
}

/// How many events are followed between two tellings.
const STEP: u64 = 1_000;

impl Events {
    fn note(&mut self, seq: u64, row: &Row<'_>, event: &rusqlite::Result<Lent<'_>>) {
        self.report.events += 1;
        match event {
            Ok(event) => {
                let counts_at = event.at.plus_ms(event.later);
                self.sum.note(seq, (event.subject, event.kind), event.at, counts_at);
            }
            // The chain says that it cannot be read.
            Err(_) => self.sum.note_unread(seq, row).unwrap_or_default(),
        }
    }
}

/// What an event carries of its texts, also when the rest of it cannot be read.
fn commitments<'a>(row: &'a Row<'_>, event: &rusqlite::Result<Lent<'a>>) -> &'a [u8] {
    match event {
        Ok(event) => event.commitments,
        Err(_) => lent_bytes(row, 11).unwrap_or_default(),
    }
}

/// The event that a stretch follows, and its hash.
fn before(conn: &Connection, region: RegionId, after: i64) -> Result<Link> {
    let mut ask = conn.prepare_cached(sql!(file "../sql/last_event_until.sql"))?;
    let last = ask.query_row(params![region.0, after], |row| {
        let seq = row.get::<_, i64>(0)? as u64;
        Ok((seq, Lent::from_row(row).ok().and_then(|event| event.kept.whole(seq))))
    });
    Ok(last.optional()?.unwrap_or((0, Some(GENESIS))))
}

/// The chain as far as it was followed.
struct Chain {
    last: Link,
    region: RegionId,
}

impl Chain {
    /// Goes on to an event; its hash, as far as the chain is whole up to it.
    fn check(
        &mut self,
        seq: u64,
        event: &rusqlite::Result<Lent<'_>>,
        report: &mut Verified,
    ) -> Option<Hash> {
        let is_heard = report.findings.len() < ENOUGH;
        let last_hash = self.follow(seq, is_heard, report);
        let Ok(event) = event else {
            is_heard.then(|| report.find_at("body", seq, "the event cannot be read"));
            self.last.1 = None;
            return None;
        };
        let hash = last_hash.map(|last| seal::event_hash(&last, self.region.0, event));
        let agrees = hash.is_none_or(|hash| Kept::of(seq, &hash) == event.kept);
        if is_heard && !agrees {
            report.find_at("hash", seq, "the event or the one before it was altered");
        }
        if is_heard && event.subject <= OFFICE_SUBJECTS && !stands_alone(event) {
            report.find_at("row", seq, VERDICT);
        }
        self.last.1 = event.kept.whole(seq).or(hash.filter(|_| agrees));
        hash.filter(|_| agrees)
    }

    /// The hash of the event before this one, if that stands there and its hash is known.
    fn follow(&mut self, seq: u64, is_heard: bool, report: &mut Verified) -> Option<Hash> {
        let (before, last_hash) = self.last;
        self.last.0 = seq;
        if before.checked_add(1) == Some(seq) {
            return last_hash;
        }
        is_heard.then(|| report.find_at("gap", seq, format!("the event before it is {before}")));
        None
    }
}

/// What is said of an event beside which something else stands than the fold says.
pub(super) const VERDICT: &str = "unit, late or later beside the event is not what the fold says";

/// Whether nothing is said beside an event of the office, by which no unit is judged.
fn stands_alone(event: &Lent<'_>) -> bool {
    (event.unit, event.late, event.later) == (None, false, 0)
}
