//! Dispatch: transfer, sign off, returns, and what the centre decides of them.

use std::ffi::c_char;

use gongdan::Command;

use crate::hotline::gd_hotline;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::ticket::{command, gd_ticket};

/// Hands the ticket to a lead unit and `assisting_count` assisting ones, by the centre. A second
/// transfer needs a remark; `assisting` and `remark` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_transfer(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    lead: *const c_char,
    assisting: *const *const c_char,
    assisting_count: u32,
    remark: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Transfer {
            lead: given.required("lead", lead)?,
            assisting: given.list("assisting", assisting, assisting_count)?,
            remark: given.optional("remark", remark)?,
        })
    })
}

/// Takes the ticket back before the unit has signed, by the centre.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_recall(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |_| Ok(Command::Recall))
}

/// Signs the ticket off, by the unit that has it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_sign_off(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |_| Ok(Command::SignOff))
}

/// Asks for the ticket to be returned, by the unit that has it: "not ours", and why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_request_return(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::RequestReturn { reason: given.required("reason", reason)? })
    })
}

/// Grants the return, by the centre, and hands the ticket on at once if `to` names a unit. `to` and
/// `remark` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_grant_return(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    to: *const c_char,
    remark: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::GrantReturn {
            to: given.optional("to", to)?,
            remark: given.optional("remark", remark)?,
        })
    })
}

/// Denies the return, by the centre; not 0 in `forbid`: the unit may not ask again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_deny_return(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    reason: *const c_char,
    forbid: i32,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        let reason = given.required("reason", reason)?;
        Ok(Command::DenyReturn { reason, forbid: forbid != 0 })
    })
}

/// Names the unit that has to take it and may not return it, by the centre. `remark` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_designate(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    unit: *const c_char,
    remark: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Designate {
            unit: given.required("unit", unit)?,
            remark: given.optional("remark", remark)?,
        })
    })
}

/// Lists the ticket as difficult, by the centre: no unit takes it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_mark_difficult(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::MarkDifficult { reason: given.required("reason", reason)? })
    })
}
