//! Salvaging a damaged file: a new file is made of what can be read, the damaged one is not touched.

use std::path::{Path, PathBuf};

use crate::hotline::Hotline;
use crate::store::Options;
use crate::store::{Salts, Salvaged, Store};
use crate::words::{Error, ErrorKind, Result};

impl Hotline {
    /// Makes a new file of what can be read of a damaged one: the events whose chain is whole from
    /// the first one on, the texts that agree with them, and every row rebuilt from these. Only a
    /// copy of the damaged file and its log is opened, so neither changes by a byte. What was
    /// lost is counted; a verification of the new file names each text that is missing.
    ///
    /// # Errors
    /// `NotFound`, `Exists` when the new path holds anything; `Corrupt` or `NotAHotline` when not
    /// even the first event can be read; `Io`.
    pub fn salvage(from: impl AsRef<Path>, to: impl AsRef<Path>) -> Result<Salvaged> {
        let (from, to) = (from.as_ref(), to.as_ref());
        if !from.is_file() {
            return Err(Error::not_found("file", from.display()));
        }
        let copy = Copied::beside(to, from)?;
        let options = Options::new();
        let damaged = Store::open_damaged(&copy.0, &options)?;
        let store = Store::create(to, &options)?;
        store.begin()?;
        let salvaged = store
            .create_schema()
            .and_then(|()| store.take_over(&damaged, &Salts::System))
            .and_then(|salvaged| store.commit().map(|()| salvaged));
        match salvaged {
            Ok(salvaged) => store.settle(options.durability).map(|()| salvaged),
            Err(error) => {
                store.roll_back()?;
                Err(error)
            }
        }
    }
}

/// A copy of a file and its log, gone when it is no longer needed.
struct Copied(PathBuf);

impl Copied {
    /// Copies a file to a place beside another.
    fn beside(to: &Path, from: &Path) -> Result<Self> {
        let io = |error: std::io::Error| Error::plain(ErrorKind::Io, error.to_string());
        let place = with_ending(to, ".damaged-copy");
        if place.exists() {
            let message = format!("{} stands in the way", place.display());
            return Err(Error::plain(ErrorKind::Exists, message));
        }
        let copy = Self(place);
        std::fs::copy(from, &copy.0).map_err(io)?;
        let log = with_ending(from, "-wal");
        if log.exists() {
            std::fs::copy(log, with_ending(&copy.0, "-wal")).map_err(io)?;
        }
        Ok(copy)
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        for ending in ["", "-wal", "-shm"] {
            // A copy that stays behind does no harm.
            let _ = std::fs::remove_file(with_ending(&self.0, ending));
        }
    }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
