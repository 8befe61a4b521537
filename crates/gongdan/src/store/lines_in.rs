//! The journal comes back from lines of JSON: each line is checked when it is read, by its own number, and every row is
//! folded anew.

use std::io::{BufRead, Read};
use std::sync::Arc;

use gongdan_domain::{Keeping, RegionId, Text, TextField};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::connection::Store;
use super::event::Recorded;
use super::files::{digest, keeping};
use super::hash::{Hash, Kept};
use super::head::Head;
use super::line::{EventLine, First, JOURNAL, Last, RequestLine, Told, VERSION};
use super::requests::Answered;
use super::seal;
use super::waiting::Beside;
use crate::words::named::sql;
use crate::words::{Error, ErrorKind, Result};

/// The longest line: an event with an issue of four million tickets' ids, or one with a file of a megabyte.
const LONGEST: u64 = 96 << 20;

/// What is wrong with a line, in English and Chinese.
type Wrong = (&'static str, &'static str);

const MALFORMED: Wrong = ("it is not as gongdan writes such a line", "不是本程序写出的样子");
const ALTERED: Wrong = ("what it says is not what its hash was made of", "内容与其哈希不符");
const FOREIGN: Wrong = ("the file is not the one that was attached", "不是所附的文件");
const OUT_OF_PLACE: Wrong = ("another event belongs here", "此处应为另一事项");
const UNFOUNDED: Wrong = ("a journal begins with its founding", "全部记录应从建档开始");
const HEADLESS: Wrong =
    ("it names another head than the journal has", "所写的末项哈希与全部记录不符");
const UNSEALED: Wrong = ("the request was altered", "请求编号一行已被改动");
const ENDED: Wrong = ("it ends here, and lines are missing", "到此为止,以下缺失");
const MORE: Wrong = ("nothing comes after the last line", "末行之后不应再有内容");
const DIGEST: Wrong = ("the lines before it were altered", "以上各行已被改动");

/// Lines on their way in.
pub(crate) struct LinesIn<R> {
    from: R,
    number: u64,
    line: Vec<u8>,
    digest: Sha256,
}

impl<R: BufRead> LinesIn<R> {
    /// Lines that are yet to be read.
    pub(crate) fn new(from: R) -> Self {
        Self { from, number: 0, line: Vec::new(), digest: Sha256::new() }
    }

    /// Goes on to the next line; whether there is one.
    fn advance(&mut self) -> Result<bool> {
        self.digest.update(&self.line);
        self.line.clear();
        self.number += 1;
        let read = self.from.by_ref().take(LONGEST).read_until(b'\n', &mut self.line);
        read.map(|read| read > 0).map_err(|error| Error::plain(ErrorKind::Io, error.to_string()))
    }

    /// The next line, read as what it has to be.
    fn next<'a, T: Deserialize<'a> + Serialize>(&'a mut self) -> Result<T> {
        if !self.advance()? {
            return Err(self.wrong(ENDED));
        }
        let number = self.number;
        let malformed = || Error::line(number, MALFORMED);
        let text = self.line.strip_suffix(b"\n").ok_or_else(malformed)?;
        let read: T = serde_json::from_slice(text).map_err(|_| malformed())?;
        let again = serde_json::to_vec(&read)?;
        (again == text).then_some(read).ok_or_else(malformed)
    }

    fn wrong(&self, what: Wrong) -> Error {
        Error::line(self.number, what)
    }

    /// The first line; another's file is told as such.
    fn first(&mut self) -> Result<(First, Head)> {
        let first: First = self.next().map_err(|error| match error.kind() {
            ErrorKind::Io => error,
            _ => not_ours(),
        })?;
        let known = i64::from(VERSION);
        match i64::from(first.version) {
            _ if first.gongdan != JOURNAL => return Err(not_ours()),
            found if found > known => return Err(Error::too_new(found, known)),
            _ => {}
        }
        let place = first.version == VERSION && (100_000..=900_718).contains(&first.region);
        let secret = first.secret.exactly().filter(|_| place);
        let secret = secret.ok_or_else(|| Error::line(1, MALFORMED))?;
        let head = Head::new(RegionId(first.region), secret);
        Ok((first, head))
    }
}

fn not_ours() -> Error {
    Error::plain(ErrorKind::NotAHotline, "its first line is not that of a gongdan journal")
}

/// Whether bytes are those of the file that the line's event attached, and kept inside.
fn is_kept_inside(line: &EventLine<'_>, bytes: &[u8]) -> bool {
    let told = line.texts.iter().find(|text| text.field() == Some(TextField::FileDigest));
    let same =
        told.and_then(|text| text.content.as_ref()).is_some_and(|told| *told == digest(bytes));
    same && !bytes.is_empty() && keeping(bytes) == Keeping::Inside
}

impl Store {
    /// Takes a whole journal in, inside the transaction of a new file.
    pub(crate) fn take_lines(
        &self,
        lines: &mut LinesIn<impl BufRead>,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<()> {
        let (first, mut head) = lines.first()?;
        for seq in 1..=first.events {
            self.take_line(lines, &mut head, seq)?;
            if seq % 512 == 0 || seq == first.events {
                progress(seq, first.events);
            }
        }
        if head.last_seq == 0 || first.hash.exactly() != Some(head.last_hash) {
            return Err(Error::line(1, HEADLESS));
        }
        self.rebuild(&mut head)?;
        for _ in 0..first.requests {
            self.take_request(lines, &mut head)?;
        }
        let last: Last = lines.next()?;
        if last.sha256.0 != lines.digest.clone().finalize().as_slice() {
            return Err(lines.wrong(DIGEST));
        }
        if lines.advance()? {
            return Err(lines.wrong(MORE));
        }
        self.save_head(&head)
    }

    fn take_line(
        &self,
        lines: &mut LinesIn<impl BufRead>,
        head: &mut Head,
        seq: u64,
    ) -> Result<()> {
        let number = lines.number + 1;
        let wrong = |what| Error::line(number, what);
        let line: EventLine<'_> = lines.next()?;
        let mut event = line.event().ok_or_else(|| wrong(MALFORMED))?;
        let hash = seal::event_hash(&head.last_hash, head.region.0, &event.lent());
        match () {
            () if event.seq != seq => return Err(wrong(OUT_OF_PLACE)),
            () if line.hash.0 != hash => return Err(wrong(ALTERED)),
            () if line.file.as_ref().is_some_and(|file| !is_kept_inside(&line, &file.0)) => {
                return Err(wrong(FOREIGN));
            }
            () => event.kept = Kept::of(seq, &hash),
        }
        self.take_told(head, (&event, hash), &line).map_err(|error| match error.kind() {
            ErrorKind::Corrupt if seq == 1 => wrong(UNFOUNDED),
            _ => error,
        })
    }

    fn take_told(
        &self,
        head: &mut Head,
        (event, hash): (&Recorded, Hash),
        line: &EventLine<'_>,
    ) -> Result<()> {
        self.take_founding(head, event)?;
        let typed = line.texts.iter().filter_map(|text| match (text.field()?, text.told()?) {
            (field, Told::Typed(salt, content)) => {
                let text = Text { field, content: content.to_owned() };
                Some(Beside::of(head, event.seq, &text, salt))
            }
            _ => None,
        });
        let typed: Vec<Beside> = typed.collect();
        self.wait(head.region, Arc::new(event.clone()), typed.into_iter())?;
        for text in &line.texts {
            if let Some(Told::Erased(under)) = text.told() {
                self.put_erased(head, event.seq, (text.field, under))?;
            }
        }
        if let Some(bytes) = &line.file {
            self.put_file(head.region, event.seq, &bytes.0)?;
        }
        head.follow(event, hash);
        Ok(())
    }

    fn put_erased(&self, head: &Head, seq: u64, (field, under): (u8, Option<u64>)) -> Result<()> {
        let conn = self.conn()?;
        let mut put = conn.prepare_cached(sql!(file "sql/insert_text_as_is.sql"))?;
        let lookup = under.map(|under| -(under as i64));
        put.execute(params![
            head.region.0,
            seq as i64,
            field,
            None::<Vec<u8>>,
            None::<String>,
            lookup
        ])?;
        Ok(())
    }

    fn take_request(&self, lines: &mut LinesIn<impl BufRead>, head: &mut Head) -> Result<()> {
        let line: RequestLine = lines.next()?;
        let asked = line.asked.exactly().ok_or_else(|| lines.wrong(MALFORMED))?;
        let answered = Answered {
            request: line.request,
            number: line.number,
            asked,
            subject: line.subject as i64,
            first_seq: line.first_seq,
            last_seq: line.last_seq,
        };
        if line.seal.0 != answered.seal(&head.secret) || answered.last_seq > head.last_seq {
            return Err(lines.wrong(UNSEALED));
        }
        self.keep_request(head, &answered)
    }
}
