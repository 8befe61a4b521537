//! The schemas that were released, oldest first, and how one becomes the next: what opens an older
//! file, and what refuses one that somebody changed.

use std::borrow::Cow;
use std::sync::OnceLock;

use rusqlite::Connection;

use super::schema::{self, Objects, differences, objects};
use crate::words::{Error, ErrorKind, Result};

/// A schema that was released, and is no longer written.
#[derive(Clone, Copy)]
pub(super) struct Release {
    /// Its whole text, as it was released.
    pub(super) schema: &'static str,
    /// The statements that make the next version of it. The texts of what they make are those of
    /// the next version to the letter: its fingerprint is looked at before they are committed.
    pub(super) step: &'static str,
    /// Whether this library's questions can be asked of it as it stands, so that it can be opened
    /// for reading only.
    pub(super) answers: bool,
}

/// Every schema of a library: those before, numbered from 1, and the one it writes.
pub(super) struct Lineage {
    /// What was released before, oldest first.
    pub(super) before: &'static [Release],
    /// The schema of a new file.
    pub(super) schema: &'static str,
}

/// The schemas of this library: the first one, which may change in place until it is released. After
/// that a new one means: the old text goes to `schema/N.sql`, the way to the new one to
/// `schema/N-to-M.sql`, both are added here, and a file of the old one to the tests.
pub(super) const OURS: Lineage = Lineage { before: &[], schema: include_str!("../../schema.sql") };

impl Lineage {
    /// The version that it writes.
    pub(super) const fn version(&self) -> i64 {
        self.before.len() as i64 + 1
    }

    /// The version of a file, which is ours and holds exactly what was released under it: no other
    /// table, index, trigger or view, none missing, none otherwise. Nothing is written.
    pub(super) fn check(&self, conn: &Connection) -> Result<i64> {
        schema::check_is_ours(conn)?;
        let found = schema::version(conn)?;
        if found > self.version() {
            return Err(Error::too_new(found, self.version()));
        }
        let wanted = self.wanted(found)?;
        if schema::matches(conn, &wanted)? {
            return Ok(found);
        }
        let differences = differences(&objects(conn)?, &wanted);
        match differences.first() {
            None => Ok(found),
            Some(first) => {
                // A trigger, view or table of somebody else's could act when we write.
                let first: String = first.chars().filter(|c| !c.is_control()).take(120).collect();
                let (count, kind) = (differences.len(), ErrorKind::Corrupt);
                Err(Error::plain(kind, format!("the schema was changed ({count} places): {first}")))
            }
        }
    }

    /// Refuses to read a file of a version whose questions would be answered otherwise.
    pub(super) fn check_answers(&self, found: i64) -> Result<()> {
        match self.since(found).iter().all(|release| release.answers) {
            true => Ok(()),
            false => {
                let now = self.version();
                let message = format!(
                    "the file has schema {found} and has to be brought to schema {now} first: open \
                     it once to write, by any verb or program that writes"
                );
                Err(Error::plain(ErrorKind::ReadOnly, message))
            }
        }
    }

    /// The releases from a version on.
    fn since(&self, found: i64) -> &[Release] {
        let before = usize::try_from(found - 1).unwrap_or(0).min(self.before.len());
        &self.before[before..]
    }

    /// The objects that a file of a version holds, from an empty one in memory.
    pub(super) fn wanted(&self, version: i64) -> Result<Cow<'static, Objects>> {
        let before = usize::try_from(version - 1).ok().map(|index| self.before.get(index));
        let text = match before {
            Some(Some(release)) => release.schema,
            Some(None) if version == self.version() => self.schema,
            _ => {
                let message = format!("schema {version} was never released");
                return Err(Error::plain(ErrorKind::Corrupt, message));
            }
        };
        match text == OURS.schema {
            true => Ok(Cow::Borrowed(ours()?)),
            false => Ok(Cow::Owned(of_text(text)?)),
        }
    }

    /// Makes the present version of an older one, step by step, in the caller's transaction. Each
    /// step starts from exactly what was released and ends at exactly what was released, and none
    /// touches the journal, its texts or its requests.
    pub(super) fn climb(&self, conn: &Connection) -> Result<()> {
        let found = self.check(conn)?;
        let before = Kept::of(conn)?;
        for (version, release) in (found + 1..).zip(self.since(found)) {
            conn.execute_batch(release.step)?;
            schema::set_version(conn, version)?;
            let wanted = self.wanted(version)?;
            let made = differences(&objects(conn)?, &wanted);
            made.first().map_or(Ok(()), |first| Err(missed(version, first)))?;
        }
        match Kept::of(conn)? == before {
            true => Ok(()),
            false => Err(missed(self.version(), "the journal was changed")),
        }
    }
}

/// Gives an empty file its schema, in the caller's transaction.
pub(super) fn create(conn: &Connection) -> Result<()> {
    conn.execute_batch(OURS.schema)?;
    schema::mark_as_ours(conn)?;
    schema::set_version(conn, OURS.version())
}

/// The objects of this library's own schema: every opening asks for them.
fn ours() -> Result<&'static Objects> {
    static WANTED: OnceLock<Objects> = OnceLock::new();
    if let Some(wanted) = WANTED.get() {
        return Ok(wanted);
    }
    let wanted = of_text(OURS.schema)?;
    Ok(WANTED.get_or_init(|| wanted))
}

fn of_text(text: &str) -> Result<Objects> {
    let conn = Connection::open_in_memory()?;
    conn.execute_batch(text)?;
    objects(&conn)
}

fn missed(version: i64, what: &str) -> Error {
    let message = format!("the file could not be brought to schema {version}: {what}");
    Error::plain(ErrorKind::Bug, message)
}

/// What no step may touch: the head, and how much stands in the journal and beside it.
#[derive(Debug, PartialEq, Eq)]
struct Kept {
    head: Option<(i64, Vec<u8>, i64, Vec<u8>)>,
    rows: [i64; 3],
}

impl Kept {
    fn of(conn: &Connection) -> Result<Self> {
        use rusqlite::OptionalExtension;
        let sql = "SELECT last_seq, last_hash, office_seq, secret FROM region";
        let head =
            conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)));
        let count = |table: &str| {
            conn.query_row(&format!("SELECT COUNT(*) FROM {table}"), [], |row| row.get(0))
        };
        let rows = [count("event")?, count("text")?, count("request")?];
        Ok(Self { head: head.optional()?, rows })
    }
}
