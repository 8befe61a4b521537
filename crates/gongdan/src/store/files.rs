//! The bytes of attached files: inside the file up to a megabyte, in a folder beside it above.

use std::io::Write;
use std::path::{Path, PathBuf};

use gongdan_domain::{EventKind, Keeping, RegionId, TicketId};
use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::connection::{Store, stands};
use super::hash::hex;
use crate::words::named::sql;
use crate::words::{Error, ErrorKind, Result};

/// No more bytes than this are kept inside.
const INSIDE: usize = 1 << 20;

/// Where so many bytes are kept.
pub(crate) fn keeping(bytes: &[u8]) -> Keeping {
    if bytes.len() <= INSIDE { Keeping::Inside } else { Keeping::Beside }
}

/// The SHA-256 of a file, in hexadecimal digits.
pub(crate) fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes).into())
}

/// The folder beside a hotline's file.
fn folder(path: &Path) -> PathBuf {
    let mut folder = path.as_os_str().to_owned();
    folder.push(".files");
    PathBuf::from(folder)
}

/// The file of an event there.
fn place(path: &Path, seq: u64) -> PathBuf {
    folder(path).join(seq.to_string())
}

fn io(error: std::io::Error) -> Error {
    Error::plain(ErrorKind::Io, error.to_string())
}

/// Has nothing at a path; that there was nothing is as good.
fn take_away(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(io(error)),
        _ => Ok(()),
    }
}

impl Store {
    /// Keeps the bytes of the file that an event attached.
    pub(crate) fn put_file(&self, region: RegionId, seq: u64, bytes: &[u8]) -> Result<()> {
        match keeping(bytes) {
            Keeping::Inside => {
                let conn = self.conn()?;
                let mut put = conn.prepare_cached(sql!(file "sql/put_file.sql"))?;
                put.execute(params![region.0, seq as i64, bytes])?;
                Ok(())
            }
            Keeping::Beside => self.put_beside(seq, bytes),
        }
    }

    /// Whole on disk before the event that tells of it is.
    fn put_beside(&self, seq: u64, bytes: &[u8]) -> Result<()> {
        let place = place(&self.path, seq);
        place.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(io)?;
        let mut file = std::fs::File::create(&place).map_err(io)?;
        let written = file.write_all(bytes).and_then(|()| file.sync_all());
        written.map_err(|error| {
            // Half a file is of no use to anybody.
            let _ = take_away(&place);
            io(error)
        })
    }

    /// The bytes of the file that an event attached; nothing where they are missing.
    pub(crate) fn file(&self, kept: Keeping, seq: u64) -> Result<Option<Vec<u8>>> {
        match kept {
            Keeping::Inside => {
                let conn = self.conn()?;
                let mut ask = conn.prepare_cached(sql!(file "sql/file.sql"))?;
                Ok(ask.query_row([seq as i64], |row| row.get(0)).optional()?)
            }
            Keeping::Beside => match std::fs::read(place(&self.path, seq)) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(io(error)),
            },
        }
    }

    /// Takes the bytes that are kept inside away, of the files that a ticket's events before one attached; the events
    /// of those that are kept beside.
    pub(crate) fn erase_files(&self, region: RegionId, id: TicketId, seq: u64) -> Result<Vec<u64>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/attached_before.sql"))?;
        let asked = params![region.0, id.0, seq as i64, EventKind::Attached.code()];
        let rows = ask.query_map(asked, |row| row.get::<_, i64>(0))?;
        let attached = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        let mut erase = conn.prepare_cached(sql!(file "sql/erase_file.sql"))?;
        for seq in &attached {
            erase.execute([seq])?;
        }
        Ok(attached.into_iter().map(|seq| seq as u64).collect())
    }

    /// Takes the files of these events away from the folder beside, once their erasure stands.
    pub(crate) fn take_away_beside(&self, attached: &[u64]) -> Result<()> {
        attached.iter().try_for_each(|seq| take_away(&place(&self.path, *seq)))
    }

    /// The events for which bytes stand beside the file, as their names say.
    pub(super) fn lie_beside(&self) -> Vec<u64> {
        let found = std::fs::read_dir(folder(&self.path)).into_iter().flatten().flatten();
        found.filter_map(|each| each.file_name().to_str()?.parse().ok()).collect()
    }

    /// Nothing stands where a copy's folder would come: what is there is somebody's.
    pub(crate) fn ensure_nothing_beside(to: &Path) -> Result<()> {
        let folder = folder(to);
        let empty = std::fs::read_dir(&folder).map(|mut found| found.next().is_none());
        match empty {
            Ok(true) => Ok(()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            _ => Err(stands(&folder)),
        }
    }

    /// Copies the folder beside to that of a copy. When that fails the copy and all that was put there is taken away:
    /// half a copy is none, and nobody would know whose bytes those are.
    pub(crate) fn copy_beside(&self, to: &Path) -> Result<()> {
        self.copy_files(&self.path, to).inspect_err(|_| drop(std::fs::remove_file(to)))
    }

    /// Copies the attached files beside one file to the folder beside another; when that fails, none of them stays.
    pub(crate) fn copy_files(&self, from: &Path, to: &Path) -> Result<()> {
        let mut copied = Vec::new();
        self.copied_beside((from, to), &mut copied).inspect_err(|_| {
            copied.iter().for_each(|place| drop(std::fs::remove_file(place)));
            // (Not with what somebody else may have put there since.)
            let _ = std::fs::remove_dir(folder(to));
        })
    }

    /// Copies the attached files that belong beside this file from the folder beside another.
    pub(crate) fn copy_from_beside(&self, from: &Path) -> Result<()> {
        self.copy_files(from, &self.path)
    }

    /// Takes the folder beside a file away that did not come to be: it was empty, or not there, before.
    pub(crate) fn take_folder_away(path: &Path) {
        let _ = std::fs::remove_dir_all(folder(path));
    }

    fn copied_beside(&self, (from, to): (&Path, &Path), copied: &mut Vec<PathBuf>) -> Result<()> {
        let conn = self.conn()?;
        let mut ask = conn.prepare(sql!(file "sql/files_beside.sql"))?;
        let rows = ask.query_map([Keeping::Beside.code()], |row| row.get::<_, i64>(0))?;
        for seq in rows.collect::<rusqlite::Result<Vec<_>>>()? {
            let (from, to) = (place(from, seq as u64), place(to, seq as u64));
            if !from.is_file() {
                continue; // verify names it
            }
            to.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(io)?;
            copied.push(to.clone());
            std::fs::copy(from, &to).map_err(io)?;
            std::fs::File::open(to).and_then(|file| file.sync_all()).map_err(io)?;
        }
        Ok(())
    }
}
