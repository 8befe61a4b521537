//! The journal leaves as lines of JSON: events with their texts and files, and what request ids stand for. What
//! does not agree with the chain does not leave.

use std::collections::HashMap;
use std::io::{self, Write};

use gongdan_domain::{EventKind, Keeping, RegionId};
use rusqlite::params;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::connection::Store;
use super::event::{Recorded, corrupt};
use super::hash::{GENESIS, Hash, Kept};
use super::head::Head;
use super::line::{EventLine, First, Hex, JOURNAL, Last, RequestLine, TextLine, VERSION};
use super::requests::{Answered, Asked};
use super::seal::{self, COMMITMENT};
use crate::words::named::sql;
use crate::words::{Error, ErrorKind, Result};

/// How many events are read at once.
const STRETCH: u64 = 512;

/// The texts beside the events of a stretch: by sequence and field, with salt, content and look-up.
type Texts = HashMap<(u64, u8), (Option<Vec<u8>>, Option<String>, Option<i64>)>;

impl Store {
    /// Writes everything up to the head.
    pub(crate) fn write_lines(
        &self,
        head: &Head,
        to: &mut dyn Write,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<()> {
        let mut lines = Lines { to, digest: Sha256::new() };
        lines.write(&First {
            gongdan: JOURNAL.to_owned(),
            version: VERSION,
            region: head.region.0,
            events: head.last_seq,
            requests: head.requests,
            hash: Hex(head.last_hash.to_vec()),
            secret: Hex(head.secret.to_vec()),
        })?;
        let (mut hash, mut from) = (GENESIS, 1);
        while from <= head.last_seq {
            let until = head.last_seq.min(from + STRETCH - 1);
            hash = self.write_stretch(head.region, (from, until), hash, &mut lines)?;
            progress(until, head.last_seq);
            from = until + 1;
        }
        (hash == head.last_hash)
            .then_some(())
            .ok_or_else(|| corrupt("the head is not the journal's"))?;
        self.write_requests(head, &mut lines)?;
        lines.end()
    }

    fn write_stretch(
        &self,
        region: RegionId,
        (from, until): (u64, u64),
        mut hash: Hash,
        lines: &mut Lines<'_>,
    ) -> Result<Hash> {
        let texts = self.texts_between(region, (from, until))?;
        for (event, seq) in self.events_between(region, from, until)?.iter().zip(from..) {
            hash = seal::event_hash(&hash, region.0, &event.lent());
            if event.seq != seq || Kept::of(seq, &hash) != event.kept {
                return Err(corrupt(&format!("event {seq} is missing or was altered")));
            }
            let line = EventLine::of(event, &hash).ok_or_else(|| unreadable(seq))?;
            let carried = event.commitments.chunks(COMMITMENT);
            let texts = carried.map(|each| text(event, each, &texts)).collect::<Result<_>>()?;
            lines.write(&EventLine { texts, file: self.file_of(event)?, ..line })?;
        }
        Ok(hash)
    }

    /// The bytes of the file that an event attached, where they stand inside.
    fn file_of(&self, event: &Recorded) -> Result<Option<Hex>> {
        match event.kind == EventKind::Attached.code() {
            true => Ok(self.file(Keeping::Inside, event.seq)?.map(Hex)),
            false => Ok(None),
        }
    }

    fn texts_between(&self, region: RegionId, (from, until): (u64, u64)) -> Result<Texts> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/texts_between.sql"))?;
        let rows = ask.query_map(params![region.0, from as i64, until as i64], |row| {
            let key = (row.get::<_, i64>(0)? as u64, row.get(2)?);
            Ok((key, (row.get(3)?, row.get(4)?, row.get(5)?)))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn write_requests(&self, head: &Head, lines: &mut Lines<'_>) -> Result<()> {
        let conn = self.conn()?;
        let mut ask = conn.prepare(sql!(file "sql/requests.sql"))?;
        let mut rows = ask.query([])?;
        let mut written = 0;
        while let Some(row) = rows.next()? {
            let (answered, seal) = (Answered::from_row(row)?, row.get::<_, Asked>("seal")?);
            lines.write(&RequestLine {
                request: answered.request,
                number: answered.number,
                asked: Hex(answered.asked.to_vec()),
                subject: answered.subject as u64,
                first_seq: answered.first_seq,
                last_seq: answered.last_seq,
                seal: Hex(seal.to_vec()),
            })?;
            written += 1;
        }
        let agrees = written == head.requests;
        agrees.then_some(()).ok_or_else(|| corrupt("request ids are missing"))
    }
}

/// A text as its event carries it.
fn text(event: &Recorded, carried: &[u8], texts: &Texts) -> Result<TextLine> {
    let altered = || corrupt(&format!("a text of event {} is missing or was altered", event.seq));
    let field = *carried.first().ok_or_else(altered)?;
    let (salt, content, lookup) = texts.get(&(event.seq, field)).ok_or_else(altered)?;
    let line = TextLine {
        field,
        salt: salt.clone().map(Hex),
        content: content.clone(),
        erased: content.is_none().then(|| Hex(carried[1..].to_vec())),
        counted_under: lookup.filter(|_| content.is_none()).map(i64::unsigned_abs),
    };
    match line.commitment().is_some_and(|own| own == carried) {
        true => Ok(line),
        false => Err(altered()),
    }
}

fn unreadable(seq: u64) -> Error {
    corrupt(&format!("event {seq} cannot be read"))
}

/// Lines on their way, and the digest of them.
struct Lines<'a> {
    to: &'a mut dyn Write,
    digest: Sha256,
}

impl Lines<'_> {
    fn write(&mut self, line: &impl Serialize) -> Result<()> {
        let mut bytes = serde_json::to_vec(line)?;
        bytes.push(b'\n');
        self.digest.update(&bytes);
        self.to.write_all(&bytes).map_err(io)
    }

    fn end(mut self) -> Result<()> {
        let sha256 = Hex(self.digest.clone().finalize().to_vec());
        self.write(&Last { sha256 })
    }
}

fn io(error: io::Error) -> Error {
    Error::plain(ErrorKind::Io, error.to_string())
}
