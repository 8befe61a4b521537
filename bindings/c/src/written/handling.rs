//! Commands: what the unit does, and its limits.

use std::ffi::c_char;

use gongdan::Command;

use crate::desk::gd_hotline;
use crate::numbers;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::ticket::{command, gd_ticket};

/// Ask for more working days, by the lead unit. By the unit that leads the ticket now.
///
/// - `days`: how many working days more.
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_request_extension(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    days: u64,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::RequestExtension {
            days: numbers::number("days", days)?,
            reason: given.required("reason", reason)?,
        })
    })
}

/// Grant the extension. By the centre alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_grant_extension(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| Ok(Command::GrantExtension))
}

/// Deny the extension. By the centre alone.
///
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_deny_extension(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::DenyExtension { reason: given.required("reason", reason)? })
    })
}

/// Take a long matter off the clock. By the centre alone.
///
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_suspend(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Suspend { reason: given.required("reason", reason)? })
    })
}

/// Put the ticket on the clock again; its limits move by the pause. By the centre alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_resume(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| Ok(Command::Resume))
}

/// Report, by an assisting unit. By a unit that assists now.
///
/// - `result`: what was found or done.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_report(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    result: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Report { result: given.required("result", result)? })
    })
}

/// Excuse an assisting unit from reporting. By the centre alone.
///
/// - `unit`: the assisting unit.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_excuse(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    unit: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Excuse { unit: given.required("unit", unit)? })
    })
}

/// Have a section of the unit work on it, by a limit inside the unit's own; the unit answers for
/// it. By a unit that has the ticket, as lead or assisting.
///
/// - `section`: the section: what stands below the unit in the register.
/// - `days`: how many working days it has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_forward(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    section: *const c_char,
    days: u64,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Forward {
            section: given.required("section", section)?,
            days: numbers::number("days", days)?,
        })
    })
}

/// Take it back from the section. By a unit that has the ticket, as lead or assisting.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_unforward(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| Ok(Command::Unforward))
}

/// Reply, by the lead unit. By the unit that leads the ticket now.
///
/// - `result`: what was found or done.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_handle(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    result: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Handle { result: given.required("result", result)? })
    })
}

/// Send a poor reply back: it counts as none. By the centre alone.
///
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_send_back(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::SendBack { reason: given.required("reason", reason)? })
    })
}
