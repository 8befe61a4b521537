//! Files that are kept with tickets, bytes and all.

use std::ffi::c_char;

use gongdan::{FileKind, NewFile, Problem, TicketId};

use crate::desk::gd_hotline;
use crate::document::gd_document;
use crate::door::{make, on};
use crate::fault::Fault;
use crate::numbers;
use crate::sized;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::ticket::{answer, gd_ticket};
use crate::written::words::gd_file_kind;

/// Keeps a file with a ticket, bytes and all: in the file up to a megabyte, in the folder beside it above
/// (`hengdong.db.files`). By the centre, or a unit that has the ticket, as gd_ticket_attach. Free *ticket with
/// gd_ticket_free; it may be NULL.
///
/// - `name`: the file's name, without its folder.
/// - `file_kind`: what sort of file it is (one of GD_FILE_KIND_).
/// - `bytes`, `length`: what it holds.
///
/// Errors: as gd_ticket_attach.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_attach_file(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    name: *const c_char,
    file_kind: gd_file_kind,
    bytes: *const u8,
    length: u64,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    sized::put(ticket, std::ptr::null_mut());
    on(hotline, |desk| {
        let stamp = crate::stamp::read(desk.reader(), stamp)?;
        let name = desk.reader().required("name", name)?;
        let file = NewFile::new(name, numbers::code!(FileKind, "file_kind", file_kind)?);
        let content = content(bytes, length)?;
        let receipt = desk.hotline.attach_file(TicketId(id), &stamp, &file, content)?;
        answer(desk, &stamp, &receipt, ticket)
    })
}

/// What a caller hands over.
fn content<'a>(bytes: *const u8, length: u64) -> Result<&'a [u8], Fault> {
    const MOST: i64 = u32::MAX as i64;
    if bytes.is_null() {
        return Err(Fault::missing("bytes"));
    }
    let length = usize::try_from(length).ok().filter(|length| *length <= MOST as usize);
    let too_long = || Fault::argument("length", Problem::OutOfRange { from: 1, to: MOST });
    let length = length.ok_or_else(too_long)?;
    // SAFETY: the header's contract: `length` bytes can be read.
    Ok(unsafe { std::slice::from_raw_parts(bytes, length) })
}

/// The bytes of a file that is kept with a ticket, by its number on it. Free *document with gd_document_free.
///
/// Errors: GD_E_NOT_FOUND for one that was erased, whose bytes stay elsewhere or that is not for whoever asks;
/// GD_E_CORRUPT when they are missing or were changed; GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_attached_file(
    hotline: *mut gd_hotline,
    id: i64,
    no: u64,
    document: *mut *mut gd_document,
) -> gd_status {
    make(hotline, document, |desk| {
        let no = numbers::number("no", no)?;
        Ok(gd_document::new(desk.hotline.attached_file(TicketId(id), no)?))
    })
}
