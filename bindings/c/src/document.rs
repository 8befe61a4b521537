//! Documents: bytes that are kept as they are made, for a buffer or a file.

use std::ffi::c_char;
use std::io::Write;
use std::path::Path;

use gongdan::ErrorKind;

use crate::door::{free, look, peek};
use crate::fault::Fault;
use crate::live::object;
use crate::status::gd_status;
use crate::strings;

/// A document: a bulletin, or an answer as JSON. Opaque; free it with gd_document_free.
pub struct gd_document {
    bytes: Vec<u8>,
}

object!(gd_document, b"docu", "document");

impl gd_document {
    /// A document of these bytes; a zero byte is kept after them.
    pub(crate) fn new(bytes: impl Into<Vec<u8>>) -> Self {
        let mut bytes = bytes.into();
        bytes.push(0);
        Self { bytes }
    }

    fn content(&self) -> &[u8] {
        &self.bytes[..self.bytes.len() - 1]
    }
}

/// Its bytes, borrowed from it, and a zero byte after them. A text is UTF-8 whatever the encoding
/// of the handle: it is a file's content, not a string for the screen.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_document_bytes(document: *const gd_document) -> *const c_char {
    peek(document, std::ptr::null(), |document| Ok(document.bytes.as_ptr().cast()))
}

/// How many bytes it has, the zero byte after them not counted.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_document_length(document: *const gd_document) -> u64 {
    peek(document, 0, |document| Ok(document.content().len() as u64))
}

/// Writes it to a new file and sees that it is on disk. The path is UTF-8.
///
/// Errors: GD_E_EXISTS when the path holds anything; GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_document_save(
    document: *const gd_document,
    path: *const c_char,
) -> gd_status {
    look(document, |document| write_new(&strings::path("path", path)?, document.content()))
}

/// Writes a new file and sees that it is on disk.
pub(crate) fn write_new(path: &Path, content: &[u8]) -> Result<(), Fault> {
    let file = std::fs::OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = file.map_err(|error| failed(&error))?;
    let written = file.write_all(content).and_then(|()| file.sync_all());
    written.map_err(|error| failed(&error))
}

fn failed(error: &std::io::Error) -> Fault {
    use std::io::ErrorKind as Io;
    match error.kind() {
        Io::AlreadyExists => Fault::Door(ErrorKind::Exists, "the path holds something already"),
        Io::NotFound => Fault::Door(ErrorKind::Io, "the folder is not there"),
        Io::PermissionDenied => Fault::Door(ErrorKind::Io, "the folder may not be written to"),
        _ => Fault::Door(ErrorKind::Io, "the file cannot be written"),
    }
}

/// Frees a document; NULL is nothing to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_document_free(document: *mut gd_document) {
    free(document);
}
