//! Verify: the journal is replayed and compared with everything that was written from it, in parts
//! that two readers share.

use std::sync::Arc;

use super::anchors::{Anchors, not_checked};
use super::beside::Beside;
use super::events::{Events, Link, Sum};
use super::pages;
use super::parts::{self, Found};
use super::report::{ENOUGH, Verified};
use super::rows::TABLES;
use super::tickets::Tickets;
use super::work::{self, Reader, Work};
use crate::store::Store;
use crate::store::hash::hex;
use crate::store::head::Head;
use crate::words::Result;

/// Progress of a verification: how many of how many steps are done.
pub(crate) type Progress<'a> = &'a mut dyn FnMut(u64, u64);

/// How a verification is shared out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    /// How many parts the journal, and as many the tickets, are cut into.
    pub(super) parts: u64,
    /// Whether a second reader helps.
    pub(super) two: bool,
}

impl Manner {
    /// What is quickest: a small file is done before a second reader has opened it.
    fn of(head: &Head) -> Self {
        let parts = (head.last_seq / PART).clamp(1, MOST_PARTS);
        let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get());
        Self { parts, two: parts > 1 && cores > 1 }
    }
}

/// How many events a part has, and how many parts there are at most.
const PART: u64 = 32_768;
const MOST_PARTS: u64 = 64;

/// How often two readers try to see the same state, while others write.
const TRIES: usize = 16;

impl Store {
    /// Checks pages, keys, schema, chain, texts and rows, and the chain against anchors. It reads
    /// only. Runs inside a read transaction, whose head is given.
    pub(crate) fn verify(
        &self,
        head: Head,
        given: &[(u64, String)],
        progress: Progress<'_>,
    ) -> Result<Verified> {
        self.verify_so(Manner::of(&head), head, given, progress)
    }

    pub(super) fn verify_so(
        &self,
        manner: Manner,
        head: Head,
        given: &[(u64, String)],
        progress: Progress<'_>,
    ) -> Result<Verified> {
        let (head, beside) = self.beside(manner, head)?;
        // Issues that cannot be read are found by the passes below; the caller's anchors hold.
        let anchors = self.anchors(&head, given).unwrap_or_else(|_| Anchors::new(given, &[]));
        let parts = work::parts(&*self.conn()?, &head, manner.parts);
        let total = head.last_seq.saturating_add(self.count_tickets().unwrap_or(0));
        let work = Arc::new(Work::new(head, anchors, parts));
        let mut tick = || progress(work.done().min(total), total);
        let all = self.work_through(&work, beside, &mut tick)?;
        let report = self.put_together(&work, all, given);
        work.check_going_on().map(|()| report)
    }

    /// A second reader of the same state, and that state's head. Where others write all the time, or
    /// the file cannot be opened once more, there is none.
    fn beside(&self, manner: Manner, mut head: Head) -> Result<(Head, Option<Beside>)> {
        let Some(beside) = manner.two.then(|| Beside::open(self).ok()).flatten() else {
            return Ok((head, None));
        };
        for _ in 0..TRIES {
            match beside.reads_at(&head) {
                Ok(true) => return Ok((head, Some(beside))),
                Ok(false) => head = self.read_on()?,
                Err(_) => break,
            }
        }
        Ok((head, None))
    }

    /// Has every part checked, by both readers if there are two.
    fn work_through(
        &self,
        work: &Arc<Work>,
        beside: Option<Beside>,
        tick: &mut dyn FnMut(),
    ) -> Result<Vec<Found>> {
        let mut all: Vec<Option<Found>> = (0..work.parts()).map(|_| None).collect();
        // The pages are the first part: they take longest, and nothing can be told meanwhile.
        let first = beside.as_ref().and_then(|_| work.take());
        let helping = beside.zip(first).and_then(|(beside, part)| beside.start(work, part).ok());
        while let Some(part) = work.take() {
            all[part] = Some(parts::check(&mut Reader { conn: &*self.conn()?, work, tick }, part));
        }
        let helped = helping.map(|helping| helping.gather(tick)).unwrap_or_default();
        helped.into_iter().for_each(|(part, found)| all[part] = Some(found));
        self.finish(work, all, tick)
    }

    /// Checks what a second reader began and did not end, and looks up what is to be looked up.
    fn finish(
        &self,
        work: &Work,
        all: Vec<Option<Found>>,
        tick: &mut dyn FnMut(),
    ) -> Result<Vec<Found>> {
        work.check_going_on()?;
        let rest = all.into_iter().enumerate().map(|(part, found)| match found {
            Some(found) => Ok(found),
            None => Ok(parts::check(&mut Reader { conn: &*self.conn()?, work, tick }, part)),
        });
        let all = rest.collect::<Result<Vec<_>>>()?;
        tick();
        match all.iter().any(Found::is_damage) {
            true => self.look_up(work, all, tick),
            false => Ok(all),
        }
    }

    /// Has everything of a damaged file looked up once more, by a reader that begins anew.
    fn look_up(&self, work: &Work, all: Vec<Found>, tick: &mut dyn FnMut()) -> Result<Vec<Found>> {
        pages::forget_pages(&*self.conn()?)?;
        let again = all.into_iter().enumerate().map(|(part, found)| {
            Ok(parts::look_up(&mut Reader { conn: &*self.conn()?, work, tick }, part, found))
        });
        again.collect()
    }

    /// One report of what was found of all parts, in their order, and of what is no part: schema,
    /// office, and rows that belong to nothing.
    fn put_together(&self, work: &Work, all: Vec<Found>, given: &[(u64, String)]) -> Verified {
        let (mut report, mut events, mut tickets) = (Verified::default(), vec![], vec![]);
        let is_damaged = all.iter().any(Found::is_damage);
        for found in all {
            match found {
                Found::Pages(pages) => report.add(pages),
                Found::Events(found) => events.push(*found),
                Found::Tickets(found) => tickets.push(found),
            }
        }
        let sum = add_events(work, events, given, &mut report).filter(|_| !is_damaged);
        let pass = |what, read: Result<()>, report: &mut Verified| {
            read.unwrap_or_else(|error| work.unread(what, &error, report));
        };
        let read = self.verify_schema(&mut report);
        pass("schema", read, &mut report);
        let read = self.verify_office(&work.head, sum, &mut report);
        pass("office's tables", read, &mut report);
        let read = self.verify_emptied(&work.head, &mut report);
        pass("emptied texts", read, &mut report);
        let read = self.verify_requests(&work.head, &mut report);
        pass("request ids", read, &mut report);
        let read = self.verify_files(&mut report);
        pass("attached files", read, &mut report);
        let read = self.verify_strangers(&work.head, &mut report);
        pass("other regions", read, &mut report);
        let read = self.add_tickets(tickets, &mut report);
        pass("tickets", read, &mut report);
        report
    }

    /// Takes over what was found of the tickets; other rows than theirs belong to nothing.
    fn add_tickets(&self, all: Vec<Tickets>, report: &mut Verified) -> Result<()> {
        let read = all.iter().all(|found| found.read);
        let counted = all.iter().all(|found| found.report.findings.len() < ENOUGH);
        let mut stored = [0; TABLES.len()];
        for found in all {
            stored.iter_mut().zip(found.stored).for_each(|(sum, rows)| *sum += rows);
            report.add_some(found.report, ENOUGH);
        }
        if !read {
            return Ok(());
        }
        let rows = self.count_tickets()?;
        let what = format!("{rows} ticket rows for {} tickets of the journal", report.tickets);
        (rows != report.tickets).then(|| report.find("extra", what));
        for ((table, _), own) in TABLES.into_iter().zip(stored).skip(1).filter(|_| counted) {
            let rows = self.count_all(table)?;
            let what = format!("{rows} rows of {table}, {own} of them of tickets of the journal");
            (rows != own).then(|| report.find("extra", what));
        }
        Ok(())
    }

    fn count_tickets(&self) -> Result<u64> {
        self.count_all("ticket")
    }

    fn count_all(&self, table: &str) -> Result<u64> {
        let conn = self.conn()?;
        let sql = format!("SELECT COUNT(*) FROM {table}");
        let count: i64 = conn.query_row(&sql, [], |row| row.get(0))?;
        Ok(count as u64)
    }
}

/// Takes over what was found of the journal; what it adds up to, if it could be read to its end.
fn add_events(
    work: &Work,
    all: Vec<Events>,
    given: &[(u64, String)],
    report: &mut Verified,
) -> Option<Sum> {
    let (mut texts, mut anchored, mut answered) =
        (Verified::default(), Verified::default(), vec![]);
    let (mut sum, mut read, mut end) = (Sum::default(), true, None);
    for found in all {
        report.add_some(found.report, ENOUGH);
        texts.add(found.texts);
        anchored.add(found.anchored);
        answered.extend(found.answered);
        sum.add(&found.sum);
        (read, end) = (read && found.end.is_some(), found.end);
    }
    if let Some(end) = end {
        close_chain(&work.head, end, report);
    }
    report.add(anchored);
    work.anchors.close(&answered, report.head.0, report);
    report.not_checked = not_checked(given, report.head.0);
    report.add(texts);
    read.then_some(sum)
}

/// (A hash that is not known has its finding already.)
fn close_chain(head: &Head, (seq, hash): Link, report: &mut Verified) {
    if seq != head.last_seq || hash.is_some_and(|hash| hash != head.last_hash) {
        let what = format!("the head says event {}, the journal ends at {seq}", head.last_seq);
        report.find("head", what);
    }
    report.head = (seq, hash.as_ref().map_or_else(String::new, hex));
}
