//! A file that is kept with a ticket, bytes and all.

use gongdan_domain::{Command, FileKind};

use crate::store::digest;

/// A file to be kept with a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its name, without its folder.
    pub name: String,
    /// What sort of file it is.
    pub kind: FileKind,
}

impl NewFile {
    /// A file of a name.
    pub fn new(name: impl Into<String>, kind: FileKind) -> Self {
        Self { name: name.into(), kind }
    }

    /// What is told of it.
    pub(super) fn command(&self, bytes: &[u8]) -> Command {
        Command::Attach {
            name: self.name.clone(),
            file_kind: self.kind,
            size: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
            sha256: digest(bytes),
            file_place: None,
        }
    }
}
