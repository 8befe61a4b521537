//! Handling: the units' reports and replies, and what the centre does with them.

use std::ffi::c_char;

use gongdan::Command;

use crate::hotline::gd_hotline;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::ticket::{command, gd_ticket};

/// Reports what an assisting unit found or did, by that unit.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_report(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    result: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Report { result: given.required("result", result)? })
    })
}

/// Lets the lead handle without that assisting unit, by the centre.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_excuse(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    unit: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Excuse { unit: given.required("unit", unit)? })
    })
}

/// Replies, by the lead unit.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_handle(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    result: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Handle { result: given.required("result", result)? })
    })
}

/// Sends a poor reply back, by the centre.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_send_back(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::SendBack { reason: given.required("reason", reason)? })
    })
}

/// Sends the ticket back for another handling, by the centre: the citizen is not satisfied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_rework(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Rework { reason: given.required("reason", reason)? })
    })
}
