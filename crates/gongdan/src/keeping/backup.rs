//! Copies of the file.

use std::path::Path;

use crate::hotline::Hotline;
use crate::store::{Options, Store, Verified};
use crate::words::{Error, Result};

impl Hotline {
    /// Copies the file, complete and consistent, while others read and write it; with it the attached files
    /// in the folder beside.
    ///
    /// # Errors
    /// `Exists` when the path, or the folder that would be beside it, holds anything; `InvalidInput` inside a batch; `Io`.
    pub fn backup_to(&self, path: impl AsRef<Path>) -> Result<()> {
        self.ensure_everything()?;
        Store::ensure_nothing_beside(path.as_ref())?;
        self.store.backup_to(path.as_ref())?;
        self.store.copy_beside(path.as_ref())
    }

    /// [`Hotline::backup_to`], and then opens the copy and verifies it whole; its report names the
    /// head, to be kept elsewhere as an anchor.
    ///
    /// # Errors
    /// As [`Hotline::backup_to`]; `Corrupt` when the copy is not sound. It is left where it is.
    pub fn backup_verified(&self, path: impl AsRef<Path>) -> Result<Verified> {
        self.backup_to(path.as_ref())?;
        let copy = Self::open_with(path.as_ref(), &Options::new().read_only())?;
        let report = copy.verify(&mut |_, _| {})?;
        match report.findings.first() {
            None => Ok(report),
            Some(found) => {
                let message = format!("the copy is not sound: {found}");
                Err(Error::plain(crate::ErrorKind::Corrupt, message))
            }
        }
    }
}
