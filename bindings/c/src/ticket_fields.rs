//! What a ticket says: one function a field. All strings are borrowed from the ticket.

use std::ffi::c_char;

use crate::door::{item, peek};
use crate::moment::GD_NO_MOMENT;
use crate::ticket::gd_ticket;
use crate::written::words::{gd_close_outcome, gd_kind, gd_satisfaction, gd_stage, gd_urgency};

/// Its id in the file, below 2^53; 0 for no ticket.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_id(ticket: *const gd_ticket) -> i64 {
    peek(ticket, 0, |ticket| Ok(ticket.view.id.0))
}

/// The number printed on it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_number(ticket: *const gd_ticket) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| Ok(ticket.texts.get(ticket.words.number)))
}

/// How many events it has: pass it along as `seen` with the next command.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_version(ticket: *const gd_ticket) -> u32 {
    peek(ticket, 0, |ticket| Ok(ticket.view.version))
}

/// Where it stands, one of GD_STAGE_.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_stage(ticket: *const gd_ticket) -> gd_stage {
    peek(ticket, 0, |ticket| Ok(ticket.view.stage.code() as i32))
}

/// The matter in a line; NULL once it was erased.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_matter(ticket: *const gd_ticket) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| Ok(ticket.texts.get(ticket.words.matter)))
}

/// The channel's name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_channel(ticket: *const gd_ticket) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| Ok(ticket.texts.get(ticket.words.channel)))
}

/// The category's name, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_category(ticket: *const gd_ticket) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| Ok(ticket.texts.get(ticket.words.category)))
}

/// What the citizen wants, one of GD_KIND_.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_kind(ticket: *const gd_ticket) -> gd_kind {
    peek(ticket, 0, |ticket| Ok(ticket.view.kind.code() as i32))
}

/// How pressing it is, one of GD_URGENCY_.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_urgency(ticket: *const gd_ticket) -> gd_urgency {
    peek(ticket, 0, |ticket| Ok(ticket.view.urgency.code() as i32))
}

/// The area's name, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_area(ticket: *const gd_ticket) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| Ok(ticket.texts.get(ticket.words.area)))
}

/// 1 when the caller's data is withheld.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_is_confidential(ticket: *const gd_ticket) -> i32 {
    peek(ticket, 0, |ticket| Ok(i32::from(ticket.view.confidential)))
}

/// The number another platform gave it, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_external(ticket: *const gd_ticket) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| Ok(ticket.texts.get(ticket.words.external)))
}

/// The unit that leads it now, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_unit(ticket: *const gd_ticket) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| Ok(ticket.texts.get(ticket.words.unit)))
}

/// How many units assist now.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_assisting_count(ticket: *const gd_ticket) -> u64 {
    peek(ticket, 0, |ticket| Ok(ticket.words.assisting.len() as u64))
}

/// One of the units that assist now.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_assisting_at(
    ticket: *const gd_ticket,
    index: u64,
) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| {
        Ok(ticket.texts.get(*item(&ticket.words.assisting, index)?))
    })
}

/// When it was taken in.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_accepted_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| Ok(ticket.view.accepted_at.ms()))
}

/// The moment of its last event.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_last_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| Ok(ticket.view.last_at.ms()))
}

/// When the unit that leads now got it; GD_NO_MOMENT when none has it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_transferred_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.transferred_at.map_or(GD_NO_MOMENT, |at| at.ms()))
    })
}

/// The sign-off promise of that unit, or GD_NO_MOMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_sign_off_by(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.sign_off_by.map_or(GD_NO_MOMENT, |at| at.ms()))
    })
}

/// When it signed, or GD_NO_MOMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_signed_off_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.signed_off_at.map_or(GD_NO_MOMENT, |at| at.ms()))
    })
}

/// Its handling promise as first given, or GD_NO_MOMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_first_handle_by(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.first_handle_by.map_or(GD_NO_MOMENT, |at| at.ms()))
    })
}

/// Its handling promise now, or GD_NO_MOMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_handle_by(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.handle_by.map_or(GD_NO_MOMENT, |at| at.ms()))
    })
}

/// The citizen's own limit, or GD_NO_MOMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_total_by(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| Ok(ticket.view.total_by.map_or(GD_NO_MOMENT, |at| at.ms())))
}

/// The limit of the running rework, or GD_NO_MOMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_rework_by(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.rework_by.map_or(GD_NO_MOMENT, |at| at.ms()))
    })
}

/// The limit that runs now, of the handling or the rework, or GD_NO_MOMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_running_by(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.running_by.map_or(GD_NO_MOMENT, |at| at.ms()))
    })
}

/// When its standing reply came, or GD_NO_MOMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_handled_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.handled_at.map_or(GD_NO_MOMENT, |at| at.ms()))
    })
}

/// 1 when a reply came late: once so, for ever.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_handled_late(ticket: *const gd_ticket) -> i32 {
    peek(ticket, 0, |ticket| Ok(i32::from(ticket.view.handled_late)))
}

/// 1 when its running limit had passed at a moment, in milliseconds since 1970.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_is_overdue(ticket: *const gd_ticket, as_of: i64) -> i32 {
    peek(ticket, 0, |ticket| {
        let as_of = crate::numbers::moment("as_of", as_of)?;
        Ok(i32::from(ticket.view.overdue(as_of)))
    })
}

/// How many attempts were made to call back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_callbacks(ticket: *const gd_ticket) -> u32 {
    peek(ticket, 0, |ticket| Ok(ticket.view.callbacks))
}

/// The citizen's last answer about the result, one of GD_SATISFACTION_; 0 when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_satisfaction(ticket: *const gd_ticket) -> gd_satisfaction {
    peek(ticket, 0, |ticket| Ok(ticket.view.satisfaction.map_or(0, |word| word.code() as i32)))
}

/// When the centre closed it last, or GD_NO_MOMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_closed_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.closed_at.map_or(GD_NO_MOMENT, |at| at.ms()))
    })
}

/// With what outcome, one of GD_CLOSE_OUTCOME_; 0 while it is not closed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_close_outcome(ticket: *const gd_ticket) -> gd_close_outcome {
    peek(ticket, 0, |ticket| Ok(ticket.view.close_outcome.map_or(0, |word| word.code() as i32)))
}

/// Since when it is off the clock, or GD_NO_MOMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_suspended_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.suspended_at.map_or(GD_NO_MOMENT, |at| at.ms()))
    })
}

/// 1 while a return is asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_return_pending(ticket: *const gd_ticket) -> i32 {
    peek(ticket, 0, |ticket| Ok(i32::from(ticket.view.return_pending)))
}

/// The working days asked for as an extension; 0 when none is asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_extension_pending(ticket: *const gd_ticket) -> u32 {
    peek(ticket, 0, |ticket| Ok(ticket.view.extension_pending.unwrap_or(0)))
}

/// 1 when an editor picked it for the bulletin.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_is_featured(ticket: *const gd_ticket) -> i32 {
    peek(ticket, 0, |ticket| Ok(i32::from(ticket.view.featured)))
}

/// The id of the main ticket it was merged into, or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_merged_into(ticket: *const gd_ticket) -> i64 {
    peek(ticket, 0, |ticket| Ok(ticket.view.merged_into.map_or(0, |id| id.0)))
}

/// The id of the first ticket of the same matter, or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_repeat_of(ticket: *const gd_ticket) -> i64 {
    peek(ticket, 0, |ticket| Ok(ticket.view.repeat_of.map_or(0, |id| id.0)))
}
