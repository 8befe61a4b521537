//! Verify the texts: each has the salted hash that its event carries, and no other stands there.

use rusqlite::Row;

use gongdan_domain::TextField;

use super::connection::Store;
use super::journal::Head;
use super::seal;
use super::verify::Verified;
use crate::error::Result;

/// A text as its row says, readable or not.
struct Stored {
    field: i64,
    salt: Option<Vec<u8>>,
    content: Option<String>,
    lookup: Option<i64>,
}

impl Stored {
    /// Of a row of `sql/events_with_texts.sql`: sequence and commitments stand before these.
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            field: row.get(2)?,
            salt: row.get(3)?,
            content: row.get(4)?,
            lookup: row.get(5)?,
        })
    }

    /// Whether this is what the event carries of it; an erased text agrees with anything.
    fn agrees(&self, commitment: &[u8]) -> bool {
        let field = TextField::from_code(self.field);
        match (&self.salt, &self.content, field) {
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
        let phone = self.content.as_ref().filter(|_| self.field == TextField::CallerPhone.code());
        self.lookup == phone.and_then(|phone| seal::phone_lookup(&head.secret, phone))
    }
}

/// The event whose texts are being read: what it carries, and what was not seen of it yet.
struct Carried {
    seq: u64,
    commitments: Vec<u8>,
    missing: Vec<i64>,
}

impl Carried {
    fn new(seq: u64, commitments: Vec<u8>) -> Self {
        let fields = commitments.chunks(seal::COMMITMENT).filter_map(|each| each.first());
        let missing = fields.map(|code| i64::from(*code)).collect();
        Self { seq, commitments, missing }
    }

    fn check(&mut self, text: &Stored, head: &Head, report: &mut Verified) {
        let own = |each: &&[u8]| each.first().map(|code| i64::from(*code)) == Some(text.field);
        let what = match self.commitments.chunks(seal::COMMITMENT).find(own) {
            None => "a text stands beside an event that carries none of its kind",
            Some(commitment) if !text.agrees(commitment) => "a text was altered",
            Some(_) if !text.is_looked_up_rightly(head) => "the look-up is not the telephone's",
            Some(_) => "",
        };
        (!what.is_empty()).then(|| report.find_at("text", self.seq, what));
        report.erased += u64::from(text.content.is_none() && what.is_empty());
        self.missing.retain(|field| *field != text.field);
    }

    fn close(&self, report: &mut Verified) {
        let what = "a text is missing or cannot be read";
        self.missing.iter().for_each(|_| report.find_at("text", self.seq, what));
    }
}

impl Store {
    /// Holds every text against its event.
    pub(super) fn verify_texts(&self, head: &Head, report: &mut Verified) -> Result<()> {
        let conn = self.conn()?;
        let mut ask = conn.prepare(include_str!("sql/events_with_texts.sql"))?;
        let mut rows = ask.query([head.region.0])?;
        let mut carried = Carried::new(0, Vec::new());
        while let Some(row) = rows.next()? {
            let seq = row.get::<_, i64>(0)? as u64;
            if seq != carried.seq {
                carried.close(report);
                let commitments = row.get::<_, Option<Vec<u8>>>(1)?;
                carried = Carried::new(seq, commitments.unwrap_or_default());
                report.texts += carried.missing.len() as u64;
            }
            if let Ok(text) = Stored::from_row(row) {
                carried.check(&text, head, report);
            }
        }
        carried.close(report);
        Ok(())
    }
}
