//! Salvage: what can be read of a damaged file goes to a new one. Events are taken as long as their
//! chain is whole from the first one on, texts as long as they agree with their events; every row
//! is rebuilt by folding.

use std::path::Path;
use std::sync::Arc;

use gongdan_domain::{EventKind, Keeping, OfficeEvent, RegionId, TextField, TicketId};
use rusqlite::{OpenFlags, params};
use serde::{Deserialize, Serialize};

use super::connection::Store;
use super::event::{Recorded, corrupt};
use super::hash::{Hash, Kept};
use super::head::Head;
use super::options::Options;
use super::requests::{Answered, Asked};
use super::seal::{self, Salts};
use crate::words::named::sql;
use crate::words::{Error, ErrorKind, Result};

/// What was kept of a damaged file, and what was not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Salvaged {
    /// Events kept, from the first one on.
    pub events: u64,
    /// How many events the damaged file's head spoke of; nothing when it cannot be read.
    pub events_before: Option<u64>,
    /// Tickets whose rows were rebuilt.
    pub tickets: u64,
    /// Texts kept.
    pub texts: u64,
    /// Texts that the kept events carry, and that are missing, altered or not readable.
    pub texts_lost: u64,
    /// Request ids kept; one that is lost would be taken for a new request.
    pub requests: u64,
}

impl Store {
    /// Opens a copy of a damaged file, whatever its schema.
    pub(crate) fn open_damaged(copy: &Path, options: &Options) -> Result<Self> {
        Self::connect(copy, OpenFlags::SQLITE_OPEN_READ_WRITE, options)
    }

    /// Takes over what can be read of a damaged store, inside the transaction of a new one.
    pub(crate) fn take_over(&self, damaged: &Self, salts: &Salts) -> Result<Salvaged> {
        let mut kept = Salvaged::default();
        let region = damaged.first_region().map_err(of_the_file)?;
        let old = damaged.head().ok().flatten();
        kept.events_before = old.as_ref().map(|head| head.last_seq);
        let secret = old.map_or_else(|| salts.secret(), |head| Ok(head.secret))?;
        let mut head = Head::new(region, secret);
        let mut failed = Ok(());
        let mut whole = true;
        // An unreadable page ends the reading; what came before it is kept.
        let read_to_the_end = damaged.feed_raw(region, |seq, event| {
            let next = event.ok().filter(|_| whole);
            let next = next.and_then(|event| Some((follows(&head, seq, &event)?, event)));
            whole = next.is_some() && failed.is_ok();
            if let Some((hash, event)) = next.filter(|_| whole) {
                failed = self.take_event(damaged, &mut head, (&event, hash), &mut kept);
            }
        });
        failed?;
        if kept.events == 0 {
            let why = read_to_the_end.err().unwrap_or_else(|| corrupt("no event can be read"));
            return Err(of_the_file(why));
        }
        kept.tickets = self.rebuild(&mut head)?;
        // Without request ids the file is whole; a page of them that cannot be read loses them.
        let _ = self.take_requests(damaged, &mut head, &mut kept);
        self.save_head(&head)?;
        Ok(kept)
    }

    /// The region of the first event that can be read.
    fn first_region(&self) -> Result<RegionId> {
        let sql = "SELECT region_id FROM event ORDER BY region_id, seq LIMIT 1";
        let conn = self.conn()?;
        Ok(RegionId(conn.query_row(sql, [], |row| row.get(0))?))
    }

    fn take_event(
        &self,
        damaged: &Self,
        head: &mut Head,
        (event, hash): (&Recorded, Hash),
        kept: &mut Salvaged,
    ) -> Result<()> {
        self.take_founding(head, event)?;
        // What stands beside an event is under no hash: it is not taken over but worked out below.
        let alone = Recorded { unit: None, late: false, later: 0, ..event.clone() };
        self.wait(head.region, Arc::new(alone), std::iter::empty())?;
        let (carried, before) = (event.commitments.len() / seal::COMMITMENT, kept.texts);
        // What cannot be read is counted as lost below.
        let _ = self.take_texts(damaged, head, event, kept);
        let _ = self.take_file(damaged, head, event);
        kept.texts_lost += (carried as u64).saturating_sub(kept.texts - before);
        kept.events += 1;
        head.follow(event, hash);
        Ok(())
    }

    /// The file belongs to the region that its first event founds.
    pub(super) fn take_founding(&self, head: &Head, event: &Recorded) -> Result<()> {
        match (event.seq, event.office_event()) {
            (1, Ok(OfficeEvent::Founded(founding))) => {
                self.found(head, &founding.name, &founding.office)
            }
            (1, _) => Err(corrupt("the first event is no founding")),
            _ => Ok(()),
        }
    }

    /// Writes every row that follows from the journal; how many tickets it has.
    pub(super) fn rebuild(&self, head: &mut Head) -> Result<u64> {
        self.rebuild_office(head, &self.intakes_by_day(head)?, self)?;
        let tickets = self.rebuild_tickets(head.region)?;
        head.fact_at = self.newest_fact(head.region)?.unwrap_or(head.fact_at);
        Ok(tickets)
    }

    fn take_texts(
        &self,
        damaged: &Self,
        head: &Head,
        event: &Recorded,
        kept: &mut Salvaged,
    ) -> Result<()> {
        let from = damaged.conn()?;
        let mut ask = from.prepare_cached(sql!(file "sql/salvage_texts.sql"))?;
        let conn = self.conn()?;
        let mut take = conn.prepare_cached(sql!(file "sql/insert_text_as_is.sql"))?;
        let mut rows = ask.query(params![head.region.0, event.seq as i64])?;
        while let Some(row) = rows.next()? {
            let salt: Option<Vec<u8>> = row.get("salt")?;
            let content: Option<String> = row.get("content")?;
            let Some(field) = TextField::from_code(row.get("field")?) else { continue };
            let lookup = match (&salt, &content) {
                (None, None)
                    if seal::committed_fields(&event.commitments).any(|own| own == field) =>
                {
                    row.get::<_, Option<i64>>("lookup")?.filter(|lookup| *lookup < 0)
                }
                (Some(salt), Some(content)) if carries(event, salt, field, content) => {
                    let phone = Some(content).filter(|_| field == TextField::CallerPhone);
                    phone.and_then(|phone| seal::phone_lookup(&head.secret, phone))
                }
                _ => continue,
            };
            let (region, seq) = (head.region.0, event.seq as i64);
            take.execute(params![region, seq, field.code(), salt, content, lookup])?;
            kept.texts += 1;
        }
        Ok(())
    }

    /// The bytes of a file that an event attached, where they stand inside; a verification names what is missing.
    fn take_file(&self, damaged: &Self, head: &Head, event: &Recorded) -> Result<()> {
        if event.kind != EventKind::Attached.code() {
            return Ok(());
        }
        match damaged.file(Keeping::Inside, event.seq)? {
            Some(bytes) => self.put_file(head.region, event.seq, &bytes),
            None => Ok(()),
        }
    }

    /// Writes the rows of every ticket of the journal, from its events.
    fn rebuild_tickets(&self, region: RegionId) -> Result<u64> {
        let conn = self.conn()?;
        let mut ask = conn.prepare(sql!(file "sql/ticket_subjects.sql"))?;
        let rows = ask.query_map([region.0], |row| row.get(0).map(TicketId))?;
        let ids: Vec<TicketId> = rows.collect::<rusqlite::Result<_>>()?;
        for id in &ids {
            let held = self.fold_anew(region, *id)?;
            let mut held = held.ok_or_else(|| Error::no_ticket(*id))?;
            for row in held.all_rows() {
                self.write_row(&row)?;
            }
        }
        Ok(ids.len() as u64)
    }

    fn take_requests(&self, damaged: &Self, head: &mut Head, kept: &mut Salvaged) -> Result<()> {
        let is_its_secret = damaged.head().is_ok_and(|old| old.is_some());
        let from = damaged.conn()?;
        let mut ask = from.prepare(sql!(file "sql/salvage_requests.sql"))?;
        let mut rows = ask.query(params![head.region.0, head.last_seq as i64])?;
        while let Some(row) = rows.next()? {
            let (answered, seal) = (Answered::from_row(row)?, row.get::<_, Asked>("seal")?);
            // Under another secret nobody can tell whether it is as it was kept.
            if is_its_secret && answered.seal(&head.secret) != seal {
                continue;
            }
            self.keep_request(head, &answered)?;
            kept.requests += 1;
        }
        Ok(())
    }
}

/// A question that even SQLite does not understand: the file's own tables are not those it is for.
fn of_the_file(why: Error) -> Error {
    match why.kind() {
        ErrorKind::Bug => corrupt("its tables are not those of a gongdan file"),
        _ => why,
    }
}

/// The hash of an event that is the one after the head, by its place and what stands of its hash.
fn follows(head: &Head, seq: u64, event: &Recorded) -> Option<Hash> {
    let hash = seal::event_hash(&head.last_hash, head.region.0, &event.lent());
    (seq == head.last_seq + 1 && Kept::of(seq, &hash) == event.kept).then_some(hash)
}

/// Whether a text is the one whose salted hash the event carries.
fn carries(event: &Recorded, salt: &[u8], field: TextField, content: &str) -> bool {
    let own = seal::commitment(salt, field, content);
    event.commitments.chunks(seal::COMMITMENT).any(|each| *each == own)
}
