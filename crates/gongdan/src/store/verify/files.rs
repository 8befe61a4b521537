//! Verify the attached files: the bytes that are kept are those that were attached, and none stand that were erased.

use std::collections::BTreeSet;

use gongdan_domain::Keeping;

use super::report::{ENOUGH, Verified};
use crate::store::Store;
use crate::store::files::digest;
use crate::words::Result;
use crate::words::named::sql;

/// An attached file as its rows tell of it.
struct Told {
    seq: u64,
    kept: Keeping,
    size: i64,
    /// Nothing once it was erased.
    sha256: Option<String>,
}

impl Store {
    /// Every file whose bytes are kept has them, and no other bytes stand inside.
    pub(super) fn verify_files(&self, report: &mut Verified) -> Result<()> {
        let told = self.files_told()?;
        self.verify_beside(&told, report)?;
        for told in told {
            let what = self.wrong_with(&told)?;
            let room = report.findings.len() < ENOUGH;
            what.filter(|_| room)
                .into_iter()
                .for_each(|what| report.find_at("file", told.seq, what));
        }
        let conn = self.conn()?;
        let mut ask = conn.prepare(sql!(file "../sql/files_of_nothing.sql"))?;
        let rows = ask.query_map([], |row| row.get::<_, i64>(0))?;
        for seq in rows.take(ENOUGH) {
            report.find_at("extra", seq? as u64, "bytes stand there of no attached file");
        }
        Ok(())
    }

    /// What stands beside the file and bears the number of an event is what that event attached. (A later number may be
    /// that of an event on its way, or of one that a copy of another day has: nothing is taken away.)
    fn verify_beside(&self, told: &[Told], report: &mut Verified) -> Result<()> {
        let conn = self.conn()?;
        let last: i64 = conn.query_row("SELECT last_seq FROM region", [], |row| row.get(0))?;
        let beside = told.iter().filter(|each| each.kept == Keeping::Beside);
        let said: BTreeSet<u64> = beside.map(|each| each.seq).collect();
        let stand: BTreeSet<u64> =
            self.lie_beside().into_iter().filter(|seq| *seq <= last as u64).collect();
        for seq in stand.difference(&said).take(ENOUGH) {
            report.find_at("extra", *seq, "bytes stand beside the file of no attached file");
        }
        Ok(())
    }

    fn files_told(&self) -> Result<Vec<Told>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare(sql!(file "../sql/files_told.sql"))?;
        let rows = ask.query_map([], |row| {
            let kept = Keeping::from_code(row.get(1)?).ok_or(rusqlite::Error::InvalidQuery)?;
            let (seq, size) = (row.get::<_, i64>(0)? as u64, row.get(2)?);
            Ok(Told { seq, kept, size, sha256: row.get(3)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn wrong_with(&self, told: &Told) -> Result<Option<&'static str>> {
        let bytes = self.file(told.kept, told.seq)?;
        Ok(match (bytes, &told.sha256) {
            (None, None) => None,
            (Some(_), None) => Some("the bytes of an erased file still stand there"),
            (None, Some(_)) => Some("the bytes of an attached file are missing"),
            (Some(bytes), Some(sha256)) => {
                let same = i64::try_from(bytes.len()) == Ok(told.size) && digest(&bytes) == *sha256;
                (!same).then_some("an attached file was changed")
            }
        })
    }
}
