//! Commands: which unit has the ticket.

use std::ffi::c_char;

use gongdan::Command;

use crate::desk::gd_hotline;
use crate::numbers;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::ticket::{command, gd_ticket};

/// Hand the ticket to a lead unit and to assisting ones; their limits are given now. By the
/// centre alone.
///
/// - `lead`: the lead unit.
/// - `assisting`: the assisting units (`assisting_count` of them, or none).
/// - `assisting_count`: how many there are in `assisting`.
/// - `remark`: the centre's remark; a second transfer needs one (or NULL).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_transfer(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    lead: *const c_char,
    assisting: *const *const c_char,
    assisting_count: u32,
    remark: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Transfer {
            lead: given.required("lead", lead)?,
            assisting: given.list("assisting", assisting, assisting_count)?,
            remark: given.optional("remark", remark)?,
        })
    })
}

/// Take the ticket back before the unit has signed. By the centre alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_recall(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| Ok(Command::Recall))
}

/// Take the ticket from its lead unit, whose verdicts stay, and give it to another with limits of
/// its own; the citizen's limit runs on. By the centre alone.
///
/// - `to`: the unit that has it from now on.
/// - `remark`: the centre's remark to it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_redispatch(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    to: *const c_char,
    remark: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Redispatch {
            to: given.required("to", to)?,
            remark: given.required("remark", remark)?,
        })
    })
}

/// Sign for the ticket, by the unit that has it. By a unit that has the ticket, as lead or
/// assisting.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_sign_off(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| Ok(Command::SignOff))
}

/// Ask for the ticket to be returned: it is not the unit's. By a unit that has the ticket, as
/// lead or assisting.
///
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_request_return(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::RequestReturn { reason: given.required("reason", reason)? })
    })
}

/// Grant the return, and hand the ticket on at once if a unit is named. By the centre alone.
///
/// - `to`: the next unit; left out, the ticket stays at the centre (or NULL).
/// - `remark`: the centre's remark to it (or NULL).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_grant_return(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    to: *const c_char,
    remark: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::GrantReturn {
            to: given.optional("to", to)?,
            remark: given.optional("remark", remark)?,
        })
    })
}

/// Deny the return. By the centre alone.
///
/// - `reason`: why.
/// - `forbid`: whether the unit may not ask again (GD_YES, or GD_NO or 0).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_deny_return(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    reason: *const c_char,
    forbid: i32,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::DenyReturn {
            reason: given.required("reason", reason)?,
            forbid: numbers::flag("forbid", forbid)?,
        })
    })
}

/// Name the unit that has to take it and may not return it. By the centre alone.
///
/// - `unit`: the unit.
/// - `remark`: the centre's remark (or NULL).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_designate(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    unit: *const c_char,
    remark: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Designate {
            unit: given.required("unit", unit)?,
            remark: given.optional("remark", remark)?,
        })
    })
}

/// List the ticket as difficult: no unit takes it. By the centre alone.
///
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_mark_difficult(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::MarkDifficult { reason: given.required("reason", reason)? })
    })
}

/// Keep who met about a ticket that no unit is clear about, and what they decided. By the centre
/// alone.
///
/// - `attendees`: who met.
/// - `decision`: what they decided.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_consult(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    attendees: *const c_char,
    decision: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Consult {
            attendees: given.required("attendees", attendees)?,
            decision: given.required("decision", decision)?,
        })
    })
}
