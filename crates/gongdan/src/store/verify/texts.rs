//! Verify the texts: each has the salted hash that its event carries, and no other stands there.

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::{Row, Rows, params};

use gongdan_domain::TextField;

use super::report::Verified;
use super::work::{Reader, Stretch};
use crate::store::event::lent_bytes;
use crate::store::head::Head;
use crate::store::seal;
use crate::words::named::sql;
use crate::words::{Error, Result};

/// A text as its row says, readable or not.
struct Stored<'a> {
    field: i64,
    salt: Option<&'a [u8]>,
    content: Option<&'a str>,
    lookup: Option<i64>,
}

impl<'a> Stored<'a> {
    /// Of a row of `sql/texts_between.sql` or `sql/events_with_texts.sql`; nothing when it cannot be
    /// read.
    fn from_row(row: &'a Row<'_>) -> Option<Self> {
        Some(Self {
            field: row.get(2).ok()?,
            salt: row.get_ref(3).ok()?.as_blob_or_null().ok()?,
            content: row.get_ref(4).ok()?.as_str_or_null().ok()?,
            lookup: row.get(5).ok()?,
        })
    }

    /// Whether this is what the event carries of it; an erased text agrees with anything.
    fn agrees(&self, commitment: &[u8]) -> bool {
        let field = TextField::from_code(self.field);
        match (self.salt, self.content, field) {
            (None, None, Some(_)) => true,
            (Some(salt), Some(content), Some(field)) => {
                seal::commitment(salt, field, content) == commitment
            }
            _ => false,
        }
    }

    /// Whether the look-up is that of the telephone number, and of nothing else.
    fn is_looked_up_rightly(&self, head: &Head) -> bool {
        if self.content.is_none() && self.field == TextField::CallerPhone.code() {
            return self.lookup.is_none_or(|lookup| lookup < 0);
        }
        let phone = self.content.filter(|_| self.field == TextField::CallerPhone.code());
        self.lookup == phone.and_then(|phone| seal::phone_lookup(&head.secret, phone))
    }

    /// What is wrong with it beside an event that carries this; nothing when it is right.
    fn wrong(&self, commitments: &[u8], head: &Head) -> Option<&'static str> {
        let own = |each: &&[u8]| each.first().map(|code| i64::from(*code)) == Some(self.field);
        match commitments.chunks(seal::COMMITMENT).find(own) {
            None => Some("a text stands beside an event that carries none of its kind"),
            Some(commitment) if !self.agrees(commitment) => Some("a text was altered"),
            Some(_) if !self.is_looked_up_rightly(head) => {
                Some("the look-up is not the telephone's")
            }
            Some(_) => None,
        }
    }
}

/// The event whose texts are being read: what it carries, and what was not seen of it yet.
#[derive(Default)]
struct Carried {
    seq: u64,
    commitments: Vec<u8>,
    missing: Vec<i64>,
}

impl Carried {
    /// Goes on to another event.
    fn begin(&mut self, seq: u64, commitments: &[u8], report: &mut Verified) {
        self.seq = seq;
        self.commitments.clear();
        self.commitments.extend_from_slice(commitments);
        let fields = commitments.chunks(seal::COMMITMENT).filter_map(|each| each.first());
        self.missing.clear();
        self.missing.extend(fields.map(|code| i64::from(*code)));
        report.texts += self.missing.len() as u64;
    }

    fn check(&mut self, text: &Stored<'_>, head: &Head, report: &mut Verified) {
        let wrong = text.wrong(&self.commitments, head);
        wrong.into_iter().for_each(|what| report.find_at("text", self.seq, what));
        report.erased += u64::from(text.content.is_none() && wrong.is_none());
        self.missing.retain(|field| *field != text.field);
    }

    fn close(&self, report: &mut Verified) {
        let what = "a text is missing or cannot be read";
        self.missing.iter().for_each(|_| report.find_at("text", self.seq, what));
    }
}

/// The texts of a stretch of the journal, walked beside its events.
pub(super) struct Texts<'a> {
    rows: Rows<'a>,
    head: &'a Head,
    /// The event of the text that comes next; nothing after the last.
    next: Option<u64>,
    failed: Option<Error>,
    carried: Carried,
}

impl<'a> Texts<'a> {
    /// Of `sql/texts_between.sql`.
    pub(super) fn begin(rows: Rows<'a>, head: &'a Head) -> Self {
        let mut texts = Self { rows, head, next: None, failed: None, carried: Carried::default() };
        texts.advance();
        texts
    }

    fn advance(&mut self) {
        match self.step() {
            Ok(next) => self.next = next,
            Err(error) => (self.next, self.failed) = (None, Some(error.into())),
        }
    }

    fn step(&mut self) -> rusqlite::Result<Option<u64>> {
        self.rows.advance()?;
        let seq = self.rows.get().map(|row| row.get::<_, i64>(0)).transpose()?;
        Ok(seq.map(|seq| seq as u64))
    }

    /// Holds an event against its texts.
    pub(super) fn follow(&mut self, seq: u64, commitments: &[u8], report: &mut Verified) {
        self.leave_behind(seq, report);
        self.carried.begin(seq, commitments, report);
        while self.next == Some(seq) {
            if let Some(text) = self.rows.get().and_then(Stored::from_row) {
                self.carried.check(&text, self.head, report);
            }
            self.advance();
        }
        if self.failed.is_none() {
            self.carried.close(report);
        }
    }

    /// Texts before this event that none came for.
    fn leave_behind(&mut self, seq: u64, report: &mut Verified) {
        while let Some(next) = self.next.filter(|next| *next < seq) {
            report.find_at("text", next, "a text stands beside no event");
            self.advance();
        }
    }

    /// Texts after the last event; fails with what ended the reading before its end.
    pub(super) fn close(mut self, report: &mut Verified) -> Result<()> {
        self.leave_behind(u64::MAX, report);
        self.failed.map_or(Ok(()), Err)
    }
}

/// Looks each event's texts up by their key, as everybody does who reads them.
pub(super) fn look_up(reader: &mut Reader<'_>, stretch: Stretch) -> Verified {
    let mut report = Verified::default();
    let read = look_up_all(reader, stretch, &mut report);
    reader.passed("texts", read, &mut report);
    report
}

fn look_up_all(reader: &Reader<'_>, stretch: Stretch, report: &mut Verified) -> Result<()> {
    let head = &reader.work.head;
    let mut ask = reader.conn.prepare(sql!(file "../sql/events_with_texts.sql"))?;
    let first = stretch.after.saturating_add(1);
    let mut rows = ask.query(params![head.region.0, first, stretch.last])?;
    let mut carried = Carried::default();
    while let Some(row) = rows.next()? {
        let seq = row.get::<_, i64>(0)? as u64;
        if seq != carried.seq {
            carried.close(report);
            carried.begin(seq, lent_bytes(row, 1)?, report);
        }
        if let Some(text) = Stored::from_row(row) {
            carried.check(&text, head, report);
        }
    }
    carried.close(report);
    Ok(())
}
