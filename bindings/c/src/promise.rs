//! Promises: extensions, pauses, rescheduling.

use std::ffi::c_char;

use gongdan::Command;

use crate::hotline::gd_hotline;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::ticket::{command, gd_ticket};

/// Asks for so many working days more, by the lead unit, before the limit.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_request_extension(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    days: u32,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::RequestExtension { days, reason: given.required("reason", reason)? })
    })
}

/// Grants the extension, by the centre.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_grant_extension(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |_| Ok(Command::GrantExtension))
}

/// Denies the extension, by the centre.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_deny_extension(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::DenyExtension { reason: given.required("reason", reason)? })
    })
}

/// Takes the ticket off the clock, by the centre.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_suspend(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Suspend { reason: given.required("reason", reason)? })
    })
}

/// Puts the ticket back on the clock, by the centre.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_resume(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |_| Ok(Command::Resume))
}

/// Works the running limits out again under the rules of today, by the centre.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_reschedule(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Reschedule { reason: given.required("reason", reason)? })
    })
}
