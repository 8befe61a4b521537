//! Verify what is empty: a text is so only where the journal says that it was erased.

use gongdan_domain::{EventKind, TextField, TicketEvent};
use rusqlite::params;

use super::report::{ENOUGH, Verified};
use crate::store::Store;
use crate::store::body;
use crate::store::head::Head;
use crate::words::Result;
use crate::words::named::sql;

/// The erasures of one subject: each event with what it removed.
type Erasures = Vec<(i64, Vec<TextField>)>;

/// A text that is empty.
struct Emptied {
    seq: i64,
    field: i64,
    subject: i64,
    lookup: Option<i64>,
}

impl Store {
    /// Every empty text stands before an erasure of its ticket that names its kind.
    pub(super) fn verify_emptied(&self, head: &Head, report: &mut Verified) -> Result<()> {
        let emptied = self.emptied(head)?;
        let mut erasures: (i64, Erasures) = (-1, Vec::new());
        for Emptied { seq, field, subject, lookup } in emptied {
            if erasures.0 != subject {
                erasures = (subject, self.erasures_of(head, subject)?);
            }
            let says = |(erased, fields): &(i64, Vec<TextField>)| {
                *erased > seq && fields.iter().any(|each| each.code() == field)
            };
            let said = erasures.1.iter().find(|each| says(each)).map(|(erased, _)| *erased);
            let what = match said {
                None => "a text is empty, and no event says that it was erased",
                Some(erased) if !self.counts_as(head, lookup, erased)? => {
                    "the erased telephone's owner is not counted under an erasure"
                }
                Some(_) => continue,
            };
            (report.findings.len() < ENOUGH).then(|| report.find_at("text", seq as u64, what));
        }
        Ok(())
    }

    /// Whoever gave an erased telephone number is counted under the first erasure of that commit.
    fn counts_as(&self, head: &Head, lookup: Option<i64>, erased: i64) -> Result<bool> {
        let Some(citizen) = lookup.map(i64::wrapping_neg) else { return Ok(true) };
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "../sql/is_erasure.sql"))?;
        Ok(citizen <= erased && ask.exists(params![head.region.0, citizen])?)
    }

    fn emptied(&self, head: &Head) -> Result<Vec<Emptied>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare(sql!(file "../sql/emptied_texts.sql"))?;
        let rows = ask.query_map([head.region.0], |row| {
            let (seq, field, subject) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(Emptied { seq, field, subject, lookup: row.get(3)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// An event that cannot be read says nothing; the chain tells of it.
    fn erasures_of(&self, head: &Head, subject: i64) -> Result<Erasures> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "../sql/erasures_of.sql"))?;
        let mut rows = ask.query(params![head.region.0, subject])?;
        let mut erasures = Vec::new();
        while let Some(row) = rows.next()? {
            let (seq, body): (i64, Option<String>) = (row.get(0)?, row.get(1)?);
            let erased = body::ticket_event(EventKind::Erased.code(), body.as_deref());
            if let Ok(TicketEvent::Erased { fields }) = erased {
                erasures.push((seq, fields));
            }
        }
        Ok(erasures)
    }
}
