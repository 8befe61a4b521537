//! Commands: who called, and what is erased.

use std::ffi::c_char;

use gongdan::{Command, TextField};

use crate::desk::gd_hotline;
use crate::numbers;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::ticket::{command, gd_ticket};
use crate::written::words::gd_text_field;

/// Erase texts of the ticket for good; codes, times and figures stay. By the centre alone.
///
/// - `fields`: which texts; none named means every one, since any can name the person (each one
///   of GD_TEXT_FIELD_, `fields_count` of them, or none).
/// - `fields_count`: how many there are in `fields`.
/// - `reason`: why; it stays, so it should not name the person.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_erase(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    fields: *const gd_text_field,
    fields_count: u32,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Erase {
            fields: numbers::codes!(TextField, "fields", fields, fields_count)?,
            reason: given.required("reason", reason)?,
        })
    })
}
