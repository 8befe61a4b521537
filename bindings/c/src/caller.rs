//! The caller of a ticket: masked for everybody, in full with an event, exported, erased.

use std::ffi::c_char;

use gongdan::{
    Caller, Datum, ErrorKind, Expired, Exposure, MaskedCaller, Moment, Subject, TicketId, Viewer,
};

use crate::desk::gd_hotline;
use crate::document::gd_document;
use crate::door::{free, make, make_on, on, peek};
use crate::fault::Fault;
use crate::live::object;
use crate::query::{gd_rows, table};
use crate::refs::gd_refs;
use crate::sized;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::strings::{Encoding, Span, Texts};

/// Who called: masked after gd_ticket_caller, in full after gd_ticket_reveal. Opaque; free it
/// with gd_caller_free.
pub struct gd_caller {
    texts: Texts,
    name: Span,
    phone: Span,
    address: Span,
    known: MaskedCaller,
}

object!(gd_caller, b"call", "caller");

impl gd_caller {
    fn masked(known: MaskedCaller, encoding: Encoding) -> Result<Self, Fault> {
        let mut texts = Texts::new(encoding);
        let name = texts.put_any("name", known.name.as_deref())?;
        Ok(Self { texts, name, phone: None, address: None, known })
    }

    fn in_full(caller: &Caller, known: MaskedCaller, encoding: Encoding) -> Result<Self, Fault> {
        let mut texts = Texts::new(encoding);
        let name = texts.put_any("name", caller.name.as_deref())?;
        let phone = texts.put_any("phone", caller.phone.as_deref())?;
        let address = texts.put_any("address", caller.address.as_deref())?;
        Ok(Self { texts, name, phone, address, known })
    }
}

/// A ticket's caller as everybody may see it: the family name, and whether a telephone number and
/// an address are known. Free *caller with gd_caller_free.
///
/// Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_caller(
    hotline: *mut gd_hotline,
    id: i64,
    caller: *mut *mut gd_caller,
) -> gd_status {
    make(hotline, caller, |desk| {
        gd_caller::masked(desk.hotline.caller(TicketId(id))?, desk.encoding)
    })
}

/// A ticket's caller in full, to the centre; to a unit that has the ticket and may have to ring the
/// citizen, the telephone number alone, with the name masked and without the address. That it was
/// seen, by whom and why, is an event on the ticket which is on disk before the data is handed out;
/// to look twice is two events, whatever the request id. Free *caller with gd_caller_free.
///
/// Errors: GD_E_REFUSED without a reason, for a supervisor, and to a unit for a ticket that it has no
/// more, that has ended or is confidential; GD_E_INVALID_INPUT inside a batch, since what is taken
/// back was seen all the same; GD_E_NOT_FOUND, to a unit for a ticket that it never had; GD_E_BUSY,
/// GD_E_READ_ONLY, GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_reveal(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    reason: *const c_char,
    caller: *mut *mut gd_caller,
) -> gd_status {
    make_on(hotline, caller, |desk| {
        let stamp = crate::stamp::read(desk.reader(), stamp)?;
        let reason = desk.reader().required("reason", reason)?;
        let known = desk.hotline.viewed_by(Viewer::from(&stamp)).caller(TicketId(id))?;
        let full = desk.hotline.reveal(&stamp, TicketId(id), &reason)?;
        gd_caller::in_full(&full, known, desk.encoding)
    })
}

/// The name: the family name and how the person is addressed when masked; NULL when none is known.
/// Borrowed from the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_caller_name(caller: *const gd_caller) -> *const c_char {
    peek(caller, std::ptr::null(), |caller| Ok(caller.texts.get(caller.name)))
}

/// The telephone number, borrowed from the caller; NULL when masked or not known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_caller_phone(caller: *const gd_caller) -> *const c_char {
    peek(caller, std::ptr::null(), |caller| Ok(caller.texts.get(caller.phone)))
}

/// The address, borrowed from the caller; NULL when masked or not known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_caller_address(caller: *const gd_caller) -> *const c_char {
    peek(caller, std::ptr::null(), |caller| Ok(caller.texts.get(caller.address)))
}

/// 1 when a telephone number is known, masked or not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_caller_has_phone(caller: *const gd_caller) -> i32 {
    peek(caller, 0, |caller| Ok(i32::from(caller.known.has_phone)))
}

/// 1 when an address is known, masked or not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_caller_has_address(caller: *const gd_caller) -> i32 {
    peek(caller, 0, |caller| Ok(i32::from(caller.known.has_address)))
}

/// 1 when something of the caller was erased.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_caller_erased(caller: *const gd_caller) -> i32 {
    peek(caller, 0, |caller| Ok(i32::from(caller.known.erased)))
}

/// 1 when nothing of the caller is told to whoever asked: all else says nothing then.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_caller_withheld(caller: *const gd_caller) -> i32 {
    peek(caller, 0, |caller| Ok(i32::from(caller.known.withheld)))
}

/// Frees a caller; NULL is nothing to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_caller_free(caller: *mut gd_caller) {
    free(caller);
}

/// Everything the file knows of the person of a telephone number, as JSON: an array, oldest ticket
/// first, of objects with `ticket`, `caller` (name, phone, address) and `history` (every event with
/// every text). Full-width digits and a leading +86 make no difference. Each ticket gets the
/// event of gd_ticket_reveal. A number that nobody gave has an empty array. Free *records with
/// gd_document_free.
///
/// Errors: GD_E_INVALID_INPUT without a reason; else as gd_ticket_reveal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_subject_export(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    phone: *const c_char,
    reason: *const c_char,
    records: *mut *mut gd_document,
) -> gd_status {
    make_on(hotline, records, |desk| {
        let stamp = crate::stamp::read(desk.reader(), stamp)?;
        let phone = desk.reader().required("phone", phone)?;
        let reason = desk.reader().required("reason", reason)?;
        let found = desk.hotline.subject_export(&stamp, &phone, &reason)?;
        let failed = |_| Fault::Door(ErrorKind::Bug, "the records cannot be written as JSON");
        Ok(gd_document::new(serde_json::to_vec(&found).map_err(failed)?))
    })
}

/// Erases the person of a telephone number, by the centre: every text of every ticket, for good.
/// Codes, times, figures and the journal's chain stay, and so does the reason: it should not name
/// the person. *refs are the tickets, to be freed with gd_refs_free. *texts says how many texts
/// were emptied, *log_emptied 0 when somebody still reads an older state (see
/// gd_hotline_empty_log); either may be NULL.
///
/// Errors: GD_E_NOT_FOUND when the number is on no ticket; else as gd_ticket_reveal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_subject_erase(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    phone: *const c_char,
    reason: *const c_char,
    texts: *mut u64,
    log_emptied: *mut i32,
    refs: *mut *mut gd_refs,
) -> gd_status {
    make_on(hotline, refs, |desk| {
        let stamp = crate::stamp::read(desk.reader(), stamp)?;
        let phone = desk.reader().required("phone", phone)?;
        let reason = desk.reader().required("reason", reason)?;
        let erasure = desk.hotline.erase(&stamp, &Subject::Phone(phone), &reason)?;
        sized::put(texts, erasure.texts);
        sized::put(log_emptied, i32::from(erasure.log_emptied));
        gd_refs::new(&desk.hotline.references(&erasure.tickets)?, desk.encoding)
    })
}

/// The tickets whose callers' data and other texts may be erased, when they are kept for so many
/// months (1 to 1200) after a ticket's end; the first that ended first. Tickets as they stand now:
/// what runs, or was erased already, is not among them. Rows of four columns: `ticket` (its id),
/// `number`, `ended_at` (milliseconds since 1970), `erasable_from` (the day, as 2023-09-02). Free
/// *expired with gd_rows_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_retention(
    hotline: *mut gd_hotline,
    as_of: i64,
    months: u32,
    expired: *mut *mut gd_rows,
) -> gd_status {
    make(hotline, expired, |desk| {
        let as_of = Moment::from_ms("as_of", as_of).map_err(gongdan::Error::from)?;
        let row = |each: Expired| {
            vec![
                Datum::Integer(each.ticket.0),
                Datum::Text(each.number),
                Datum::Integer(each.ended_at.ms()),
                Datum::Text(each.erasable_from.to_string()),
            ]
        };
        let rows = desk.hotline.retention(as_of, months)?.into_iter().map(row).collect();
        table(&["ticket", "number", "ended_at", "erasable_from"], rows, desk.encoding)
    })
}

/// Who looked at whose data in full in a period, when and why, in the order of the journal: by
/// everybody when `by` is NULL, else by one person of exactly this name. Rows of seven columns: `seq`
/// (of the event), `at` (milliseconds since 1970), `by`, `role` (one of GD_ROLE_), `ticket` (its
/// id), `number`, `reason` (without telephone numbers; a null when the ticket's texts were erased
/// since). Each ticket of a gd_hotline_subject_export is a row. Free *reveals with gd_rows_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_reveals(
    hotline: *mut gd_hotline,
    by: *const c_char,
    period: *const c_char,
    reveals: *mut *mut gd_rows,
) -> gd_status {
    make(hotline, reveals, |desk| {
        let by = desk.reader().optional("by", by)?;
        let period = desk.reader().period("period", period)?;
        let row = |each: Exposure| {
            vec![
                Datum::Integer(each.seq as i64),
                Datum::Integer(each.at.ms()),
                Datum::Text(each.by),
                Datum::Integer(each.role.code()),
                Datum::Integer(each.ticket.0),
                Datum::Text(each.number),
                each.reason.map_or(Datum::Null, Datum::Text),
            ]
        };
        let rows = desk.hotline.reveals(by.as_deref(), &period)?.into_iter().map(row).collect();
        table(&["seq", "at", "by", "role", "ticket", "number", "reason"], rows, desk.encoding)
    })
}

/// Empties the log beside the file into it: after an erasure, so that the erased texts are not in
/// the log either. *emptied is 1 when it could, 0 while somebody reads an older state.
///
/// Errors: GD_E_INVALID_INPUT inside a batch; GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_empty_log(
    hotline: *mut gd_hotline,
    emptied: *mut i32,
) -> gd_status {
    on(hotline, |desk| {
        sized::put(emptied, i32::from(desk.hotline.empty_log()?));
        Ok(())
    })
}
