//! Closing: callbacks, every end of a ticket, and what comes after it.

use std::ffi::c_char;

use gongdan::{CallbackOutcome, CloseOutcome, Command, Problem, Satisfaction, TicketId};

use crate::error::Fault;
use crate::hotline::gd_hotline;
use crate::sized;
use crate::stamp::gd_stamp;
use crate::stamp::{code, code_any};
use crate::status::gd_status;
use crate::ticket::{command, gd_ticket};
use crate::vocabulary::{gd_callback_outcome, gd_close_outcome, gd_satisfaction};

/// Yes, where 0 means that nothing is known.
pub const GD_YES: i32 = 1;
/// No, where 0 means that nothing is known.
pub const GD_NO: i32 = 2;

/// One attempt to call the citizen back. Set it to GD_CALLBACK_INIT first: nothing is preset.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_callback {
    /// The size of this struct.
    pub size: u32,
    /// How it went, one of GD_CALLBACK_OUTCOME_; it has to be given.
    pub outcome: gd_callback_outcome,
    /// Satisfaction with the result, one of GD_SATISFACTION_; 0 when it was not asked.
    pub satisfaction: gd_satisfaction,
    /// Satisfaction with the manner, one of GD_SATISFACTION_; 0 when it was not asked.
    pub attitude: gd_satisfaction,
    /// GD_YES or GD_NO: whether the matter is solved; 0 when it was not asked.
    pub solved: i32,
}

sized::sized!(gd_callback, "callback", size_of::<gd_callback>());

fn attempt(given: *const gd_callback) -> Result<Command, Fault> {
    let given = sized::read(given)?;
    Ok(Command::Callback {
        outcome: code!(CallbackOutcome, "outcome", given.outcome)?,
        satisfaction: code_any!(Satisfaction, "satisfaction", given.satisfaction)?,
        attitude: code_any!(Satisfaction, "attitude", given.attitude)?,
        solved: match given.solved {
            0 => None,
            GD_YES => Some(true),
            GD_NO => Some(false),
            _ => return Err(Fault::argument("solved", Problem::OutOfRange { from: 0, to: 2 })),
        },
    })
}

/// Records an attempt to call the citizen back, by the centre.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_callback(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    callback: *const gd_callback,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |_| attempt(callback))
}

/// Closes the ticket, by the centre, with an outcome of GD_CLOSE_OUTCOME_.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_close(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    outcome: gd_close_outcome,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |_| {
        Ok(Command::Close { outcome: code!(CloseOutcome, "outcome", outcome)? })
    })
}

/// Answers at once, by the desk: closed without any unit. `answer` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_resolve_online(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    answer: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::ResolveOnline { answer: given.optional("answer", answer)? })
    })
}

/// Does not accept the ticket, by the centre.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_reject(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Reject { reason: given.required("reason", reason)? })
    })
}

/// Ends the ticket with no reply, by the centre.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_terminate(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Terminate { reason: given.required("reason", reason)? })
    })
}

/// Opens a closed ticket again, by the centre, for a new fact.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_reopen(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Reopen { reason: given.required("reason", reason)? })
    })
}

/// Merges the ticket into a main one, by the centre.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_merge(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    main_id: i64,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |_| Ok(Command::Merge { main: TicketId(main_id) }))
}

/// Takes the merger back, by the centre.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_unmerge(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |_| Ok(Command::Unmerge))
}

/// Marks the ticket as the same matter as an earlier one, by the centre; both go on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_repeat(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    main_id: i64,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |_| Ok(Command::Repeat { main: TicketId(main_id) }))
}
