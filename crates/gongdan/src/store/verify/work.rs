//! The work of a verification, cut into parts: which are left, how far it has got, and who reads.

use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::SeqCst};

use rusqlite::{Connection, OptionalExtension, params};

use super::anchors::Anchors;
use super::report::Verified;
use crate::store::hash::WHOLE_EVERY;
use crate::store::head::Head;
use crate::words::named::sql;
use crate::words::{Error, ErrorKind, Result};

/// The numbers after one up to another: sequences of events, or ids of tickets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) after: i64,
    pub(super) last: i64,
}

/// Something that can be checked by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The pages and keys of the whole file.
    Pages,
    /// Events and the texts beside them.
    Events(Stretch),
    /// Tickets, each with its rows.
    Tickets(Stretch),
}

/// Up to here the subjects of events are the office's own, and no ticket's.
pub(super) const OFFICE_SUBJECTS: i64 = 2;

/// The parts of a file, so many of its events and as many of its tickets.
pub(super) fn parts(conn: &Connection, head: &Head, count: u64) -> Vec<Part> {
    let last_seq = head.last_seq.min(i64::MAX as u64);
    // A reader begins where a whole hash stands.
    let whole = |seq: u64| (seq - seq % WHOLE_EVERY) as i64;
    let places: Vec<i64> = (1..count).map(|nth| whole(last_seq / count * nth)).collect();
    // Where the journal cannot be read, that is found by the parts; there are fewer then.
    let mut ids: Vec<i64> =
        places.iter().filter_map(|seq| taken_in_from(conn, head, *seq).ok().flatten()).collect();
    ids.sort_unstable();
    let events = stretches(-1, &places).into_iter().map(Part::Events);
    let tickets = stretches(OFFICE_SUBJECTS, &ids).into_iter().map(Part::Tickets);
    std::iter::once(Part::Pages).chain(events).chain(tickets).collect()
}

fn taken_in_from(conn: &Connection, head: &Head, seq: i64) -> Result<Option<i64>> {
    let mut ask = conn.prepare_cached(sql!(file "../sql/taken_in_from.sql"))?;
    Ok(ask.query_row(params![head.region.0, seq], |row| row.get(0)).optional()?)
}

/// Everything after a number, cut at these places.
fn stretches(first: i64, places: &[i64]) -> Vec<Stretch> {
    let (mut after, mut all) = (first, Vec::new());
    for last in places.iter().copied().chain(Some(i64::MAX)) {
        if last > after {
            all.push(Stretch { after, last });
            after = last;
        }
    }
    all
}

/// What is to be done, and how far it has got.
pub(super) struct Work {
    pub(super) head: Head,
    pub(super) anchors: Anchors,
    pub(super) parts: Vec<Part>,
    next: AtomicUsize,
    done: AtomicU64,
    stopped: AtomicBool,
}

impl Work {
    pub(super) fn new(head: Head, anchors: Anchors, parts: Vec<Part>) -> Self {
        let (next, done, stopped) = (0.into(), 0.into(), false.into());
        Self { head, anchors, parts, next, done, stopped }
    }

    /// How many parts there are.
    pub(super) fn parts(&self) -> usize {
        self.parts.len()
    }

    /// The next part that nobody has taken.
    pub(super) fn take(&self) -> Option<usize> {
        let next = self.next.fetch_add(1, SeqCst);
        (next < self.parts.len() && !self.is_stopped()).then_some(next)
    }

    /// How many events and tickets were checked.
    pub(super) fn done(&self) -> u64 {
        self.done.load(SeqCst)
    }

    /// Has every reader stop where it is.
    pub(super) fn stop(&self) {
        self.stopped.store(true, SeqCst);
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.load(SeqCst)
    }

    /// Fails where somebody wanted it to stop.
    pub(super) fn check_going_on(&self) -> Result<()> {
        let message = "the verification was stopped";
        match self.is_stopped() {
            true => Err(Error::plain(ErrorKind::Interrupted, message)),
            false => Ok(()),
        }
    }
}

/// One who reads: a connection of its own, and what it does between two steps.
pub(super) struct Reader<'a> {
    pub(super) conn: &'a Connection,
    pub(super) work: &'a Work,
    pub(super) tick: &'a mut dyn FnMut(),
}

impl Reader<'_> {
    /// So many more events or tickets were checked.
    pub(super) fn advance(&mut self, count: u64) {
        self.work.done.fetch_add(count, SeqCst);
        (self.tick)();
    }

    /// Whether something was read to its end. What SQLite itself cannot read is a finding, not the
    /// end of the report; what somebody stopped is no finding.
    pub(super) fn passed(&self, what: &str, read: Result<()>, report: &mut Verified) -> bool {
        read.map_err(|error| self.work.unread(what, &error, report)).is_ok()
    }
}

impl Work {
    /// Something could not be read to its end.
    pub(super) fn unread(&self, what: &str, error: &Error, report: &mut Verified) {
        match error.kind() {
            ErrorKind::Interrupted => self.stop(),
            _ => report.find("page", format!("the {what} cannot be read to the end: {error}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_leave_nothing_out_and_take_nothing_twice() {
        let ends = |first, places: &[i64]| {
            let all = stretches(first, places).into_iter();
            all.map(|each| (each.after, each.last)).collect::<Vec<_>>()
        };
        assert_eq!(ends(2, &[]), [(2, i64::MAX)]);
        assert_eq!(ends(-1, &[0, 7, 7, 9]), [(-1, 0), (0, 7), (7, 9), (9, i64::MAX)]);
        assert_eq!(ends(2, &[-5, 1, 2, 3, i64::MAX]), [(2, 3), (3, i64::MAX)]);
    }
}
