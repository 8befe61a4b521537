//! Commands: the citizen is called back, and the ticket ends.

use std::ffi::c_char;

use gongdan::{CallbackOutcome, CloseOutcome, Command, Satisfaction};

use crate::desk::gd_hotline;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::ticket::{command, gd_ticket};
use crate::written::words::{
    GD_CALLBACK_OUTCOME_REACHED, gd_callback_outcome, gd_close_outcome, gd_satisfaction,
};
use crate::{numbers, sized};

/// Pass the reply that waits for review, so that the citizen can be called; send_back does not
/// pass it. By the centre alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_pass_reply(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| Ok(Command::PassReply))
}

/// What gd_ticket_callback takes. Set it to GD_CALLBACK_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_callback {
    /// The size of this struct.
    pub size: u32,
    /// How it went (one of GD_CALLBACK_OUTCOME_). Preset: GD_CALLBACK_OUTCOME_REACHED.
    pub outcome: gd_callback_outcome,
    /// The citizen's answer about the result; only when reached (one of GD_SATISFACTION_, or 0).
    pub satisfaction: gd_satisfaction,
    /// The citizen's answer about the manner (one of GD_SATISFACTION_, or 0).
    pub attitude: gd_satisfaction,
    /// Whether the matter is solved (GD_YES, GD_NO, or 0 where it is not known).
    pub solved: i32,
    /// Not used; 0.
    pub reserved: i32,
}

sized::sized!(gd_callback, "callback", size_of::<gd_callback>());

/// Record one attempt to call the citizen back. By the centre alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_callback(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    callback: *const gd_callback,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| {
        let callback = sized::read(callback)?;
        Ok(Command::Callback {
            outcome: numbers::code!(
                CallbackOutcome,
                "outcome",
                numbers::or(callback.outcome, GD_CALLBACK_OUTCOME_REACHED)
            )?,
            satisfaction: numbers::code_any!(Satisfaction, "satisfaction", callback.satisfaction)?,
            attitude: numbers::code_any!(Satisfaction, "attitude", callback.attitude)?,
            solved: numbers::flag_any("solved", callback.solved)?,
        })
    })
}

/// Record the citizen's own rating, given unasked: by a message, an app, or a call of theirs. By
/// the centre alone.
///
/// - `satisfaction`: how satisfied with the result (one of GD_SATISFACTION_).
/// - `text`: what the citizen said (or NULL).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_rate(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    satisfaction: gd_satisfaction,
    text: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Rate {
            satisfaction: numbers::code!(Satisfaction, "satisfaction", satisfaction)?,
            text: given.optional("text", text)?,
        })
    })
}

/// Score a ticket that has ended against the sheet of points in force; again, the last one
/// stands. By the centre or a supervisor.
///
/// - `scores`: the score of each point of the sheet, as NAME=18 (`scores_count` of them, or
///   none).
/// - `scores_count`: how many there are in `scores`.
/// - `text`: what was found (or NULL).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_inspect(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    scores: *const *const c_char,
    scores_count: u32,
    text: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Inspect {
            scores: given.list("scores", scores, scores_count)?,
            text: given.optional("text", text)?,
        })
    })
}

/// Order it to be done again: the citizen is not satisfied. By the centre alone.
///
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_rework(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Rework { reason: given.required("reason", reason)? })
    })
}

/// Close the ticket; closed is not solved. By the centre alone.
///
/// - `outcome`: with what outcome (one of GD_CLOSE_OUTCOME_).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_close(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    outcome: gd_close_outcome,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| {
        Ok(Command::Close { outcome: numbers::code!(CloseOutcome, "outcome", outcome)? })
    })
}

/// End the ticket without a reply. By the centre alone.
///
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_terminate(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Terminate { reason: given.required("reason", reason)? })
    })
}

/// Close the ticket since the citizen takes it back; nobody has to be called. By the centre
/// alone.
///
/// - `reason`: what the citizen said.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_withdraw(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Withdraw { reason: given.required("reason", reason)? })
    })
}

/// Open a closed ticket on a new fact; its first close stays a fact. By the centre alone.
///
/// - `reason`: the new fact.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_reopen(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Reopen { reason: given.required("reason", reason)? })
    })
}
