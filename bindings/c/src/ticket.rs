//! A ticket as people see it: an object that owns its strings, and the commands' way to it.

use std::ffi::c_char;

use gongdan::{Command, Intake, Receipt, Stamp, TicketId, TicketView, Written};

use crate::batch::gd_entry;
use crate::desk::{Desk, gd_hotline};
use crate::door::{free, item, look, make, on, peek};
use crate::fault::Fault;
use crate::live::{self, object};
use crate::sized;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::strings::{Encoding, Reader, Span, Texts};
use crate::written::spans::Words;

/// A ticket as it stood when it was asked for. Opaque; free it with gd_ticket_free, unless it was
/// borrowed from a list.
pub struct gd_ticket {
    pub(crate) view: TicketView,
    pub(crate) words: Words,
    pub(crate) texts: Texts,
    entries: Vec<(u64, Span)>,
    repeated: bool,
}

object!(gd_ticket, b"tick", "ticket");

impl gd_ticket {
    /// A ticket in the encoding of its asker.
    pub(crate) fn new(view: TicketView, encoding: Encoding) -> Result<Self, Fault> {
        let mut texts = Texts::new(encoding);
        let words = Words::put(&view, &mut texts)?;
        Ok(Self { view, words, texts, entries: Vec::new(), repeated: false })
    }

    fn wrote(mut self, entries: &[Written], repeated: bool) -> Result<Self, Fault> {
        for entry in entries {
            self.entries.push((entry.seq, self.texts.put("event", entry.event)?));
        }
        self.repeated = repeated;
        Ok(self)
    }
}

/// Takes a ticket in: what gd_ticket_intake does.
pub(crate) fn take_in(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    ticket: *mut *mut gd_ticket,
    read: impl FnOnce(Reader) -> Result<Intake, Fault>,
) -> gd_status {
    sized::put(ticket, std::ptr::null_mut());
    on(hotline, |desk| {
        let stamp = crate::stamp::read(desk.reader(), stamp)?;
        let intake = read(desk.reader())?;
        let receipt = desk.hotline.intake(&stamp, &intake)?;
        answer(desk, &stamp, &receipt, ticket)
    })
}

/// Runs a command on a ticket: what every other gd_ticket_ verb does.
pub(crate) fn command(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    ticket: *mut *mut gd_ticket,
    read: impl FnOnce(Reader) -> Result<Command, Fault>,
) -> gd_status {
    sized::put(ticket, std::ptr::null_mut());
    on(hotline, |desk| {
        let stamp = crate::stamp::read(desk.reader(), stamp)?;
        let command = read(desk.reader())?;
        let receipt = desk.hotline.execute(TicketId(id), &stamp, &command)?;
        answer(desk, &stamp, &receipt, ticket)
    })
}

/// Answers a command: remembers its ticket, and hands it out to those who want it, as whoever gave the
/// command may see it.
pub(crate) fn answer(
    desk: &mut Desk,
    stamp: &Stamp,
    receipt: &Receipt,
    out: *mut *mut gd_ticket,
) -> Result<(), Fault> {
    desk.last = Some(receipt.ticket);
    if !out.is_null() {
        let view = desk.hotline.answered(stamp, receipt.ticket)?;
        let ticket = gd_ticket::new(view, desk.encoding)?;
        sized::put(out, live::hand_out(ticket.wrote(&receipt.entries, receipt.repeated)?));
    }
    Ok(())
}

/// Executes any command on a ticket, given as JSON: `"sign_off"`, `{"transfer": {"lead": "..."}}`:
/// the verb, and its arguments by name. For programs that keep commands in files or queues; all
/// others have a function a verb.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_execute_json(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    command: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    self::command(hotline, id, stamp, ticket, |given| given.json("command", command))
}

/// A ticket. Free *ticket with gd_ticket_free.
///
/// Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_get(
    hotline: *mut gd_hotline,
    id: i64,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    make(hotline, ticket, |desk| gd_ticket::new(desk.hotline.ticket(TicketId(id))?, desk.encoding))
}

/// The ticket that bears a printed number. Free *ticket with gd_ticket_free.
///
/// Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_get_by_number(
    hotline: *mut gd_hotline,
    number: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    make(hotline, ticket, |desk| {
        let number = desk.reader().required("number", number)?;
        gd_ticket::new(desk.hotline.ticket_by_number(&number)?, desk.encoding)
    })
}

/// The id of the ticket of the last command that succeeded on this handle, for callers who give
/// NULL for the ticket; 0 before the first one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_last_ticket(hotline: *mut gd_hotline) -> i64 {
    let mut id = 0;
    on(hotline, |desk| {
        id = desk.last.map_or(0, |id| id.0);
        Ok(())
    });
    id
}

/// 1 when its running limit had passed at a moment, in milliseconds since 1970.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_is_overdue(ticket: *const gd_ticket, as_of: i64) -> i32 {
    peek(ticket, 0, |ticket| {
        let as_of = crate::numbers::moment("as_of", as_of)?;
        Ok(i32::from(ticket.view.overdue(as_of)))
    })
}

/// Frees a ticket; NULL is nothing to do. One that is borrowed from a list, or freed already,
/// leaves GD_E_CLOSED as the thread's status, and no harm is done.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_free(ticket: *mut gd_ticket) {
    free(ticket);
}

/// How many events the command wrote that answered with this ticket; 0 for a ticket that was
/// asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_entries_count(ticket: *const gd_ticket) -> u64 {
    peek(ticket, 0, |ticket| Ok(ticket.entries.len() as u64))
}

/// One of the events that the command wrote that answered with this ticket.
///
/// Errors: GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_entries_at(
    ticket: *const gd_ticket,
    index: u64,
    entry: *mut gd_entry,
) -> gd_status {
    look(ticket, |ticket| {
        let (seq, event) = *item(&ticket.entries, index)?;
        let event = ticket.texts.get(event);
        sized::fill(entry, &gd_entry { size: 0, reserved: 0, seq, event })
    })
}

/// 1 when the command that answered with this ticket had been done before: the same request id,
/// or the same external number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_repeated(ticket: *const gd_ticket) -> i32 {
    peek(ticket, 0, |ticket| Ok(i32::from(ticket.repeated)))
}
