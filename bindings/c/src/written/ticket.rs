//! What a ticket says: one function a field. All strings are borrowed from the ticket.

use std::ffi::c_char;

use crate::door::{item, peek};
use crate::moment::GD_NO_MOMENT;
use crate::ticket::gd_ticket;
use crate::written::words::{gd_close_outcome, gd_kind, gd_satisfaction, gd_stage, gd_urgency};

/// Its number in the file.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_id(ticket: *const gd_ticket) -> i64 {
    peek(ticket, 0, |ticket| Ok(ticket.view.id.0))
}

/// The number printed on it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_number(ticket: *const gd_ticket) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| Ok(ticket.texts.get(ticket.words.number)))
}

/// How many events it has: pass it along with the next command.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_version(ticket: *const gd_ticket) -> u32 {
    peek(ticket, 0, |ticket| Ok(ticket.view.version))
}

/// Where it stands. One of GD_STAGE_.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_stage(ticket: *const gd_ticket) -> gd_stage {
    peek(ticket, 0, |ticket| Ok(ticket.view.stage.code() as i32))
}

/// The moment of its last event.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_last_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| Ok(ticket.view.last_at.ms()))
}

/// The matter in a line, without the caller's name and telephone numbers; nothing once erased.
/// NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_matter(ticket: *const gd_ticket) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| Ok(ticket.texts.get(ticket.words.matter)))
}

/// The channel's name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_channel(ticket: *const gd_ticket) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| Ok(ticket.texts.get(ticket.words.channel)))
}

/// The category's name. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_category(ticket: *const gd_ticket) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| Ok(ticket.texts.get(ticket.words.category)))
}

/// What the citizen wants. One of GD_KIND_.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_kind(ticket: *const gd_ticket) -> gd_kind {
    peek(ticket, 0, |ticket| Ok(ticket.view.kind.code() as i32))
}

/// How pressing it is. One of GD_URGENCY_.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_urgency(ticket: *const gd_ticket) -> gd_urgency {
    peek(ticket, 0, |ticket| Ok(ticket.view.urgency.code() as i32))
}

/// The area's name. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_area(ticket: *const gd_ticket) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| Ok(ticket.texts.get(ticket.words.area)))
}

/// Whether the caller's data is withheld. 1 for yes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_is_confidential(ticket: *const gd_ticket) -> i32 {
    peek(ticket, 0, |ticket| Ok(i32::from(ticket.view.confidential)))
}

/// The number another platform gave it. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_external(ticket: *const gd_ticket) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| Ok(ticket.texts.get(ticket.words.external)))
}

/// When it was taken in.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_accepted_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| Ok(ticket.view.accepted_at.ms()))
}

/// The unit that leads it now. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_unit(ticket: *const gd_ticket) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| Ok(ticket.texts.get(ticket.words.unit)))
}

/// The section of that unit which works on it now. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_section(ticket: *const gd_ticket) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| Ok(ticket.texts.get(ticket.words.section)))
}

/// The section's own limit, inside the unit's. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_section_by(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.section_by.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// The units that assist now: how many there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_assistants_count(ticket: *const gd_ticket) -> u64 {
    peek(ticket, 0, |ticket| Ok(ticket.words.assistants.len() as u64))
}

/// The units that assist now: one of them; NULL past the last one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_assistants_at(
    ticket: *const gd_ticket,
    index: u64,
) -> *const c_char {
    peek(ticket, std::ptr::null(), |ticket| {
        Ok(ticket.texts.get(*item(&ticket.words.assistants, index)?))
    })
}

/// When any unit got it first. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_first_transferred_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.first_transferred_at.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// When the unit that leads now got it. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_transferred_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.transferred_at.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// The sign-off promise of the unit that leads now. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_sign_off_by(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.sign_off_by.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// When that unit signed. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_signed_off_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.signed_off_at.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// Its handling promise as first given. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_first_handle_by(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.first_handle_by.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// Its handling promise now. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_handle_by(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.handle_by.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// The citizen's own limit, where the policy sets one. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_total_by(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.total_by.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// The limit of the running rework. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_rework_by(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.rework_by.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// The limit that runs now, of the handling or the rework. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_running_by(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.running_by.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// Since when it is off the clock. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_suspended_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.suspended_at.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// Whether a return is asked for and waits. 1 for yes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_is_return_pending(ticket: *const gd_ticket) -> i32 {
    peek(ticket, 0, |ticket| Ok(i32::from(ticket.view.return_pending)))
}

/// The working days asked for as an extension that waits. 0 when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_extension_pending(ticket: *const gd_ticket) -> u32 {
    peek(ticket, 0, |ticket| Ok(ticket.view.extension_pending.unwrap_or(0)))
}

/// Since when no unit takes it. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_difficult_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.difficult_at.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// When the standing reply of the unit that leads now came. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_handled_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.handled_at.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// Whether a reply came late: once true, for ever. 1 for yes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_is_handled_late(ticket: *const gd_ticket) -> i32 {
    peek(ticket, 0, |ticket| Ok(i32::from(ticket.view.handled_late)))
}

/// How many attempts were made to call back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_callbacks(ticket: *const gd_ticket) -> u32 {
    peek(ticket, 0, |ticket| Ok(ticket.view.callbacks))
}

/// When the first attempt was made to call back. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_first_called_back_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.first_called_back_at.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// The citizen's last rating of the result. One of GD_SATISFACTION_. 0 when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_satisfaction(ticket: *const gd_ticket) -> gd_satisfaction {
    peek(ticket, 0, |ticket| Ok(ticket.view.satisfaction.map_or(0, |each| each.code() as i32)))
}

/// The citizen's last rating of the manner. One of GD_SATISFACTION_. 0 when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_attitude(ticket: *const gd_ticket) -> gd_satisfaction {
    peek(ticket, 0, |ticket| Ok(ticket.view.attitude.map_or(0, |each| each.code() as i32)))
}

/// The citizen's first rating of the result. One of GD_SATISFACTION_. 0 when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_first_satisfaction(ticket: *const gd_ticket) -> gd_satisfaction {
    peek(ticket, 0, |ticket| {
        Ok(ticket.view.first_satisfaction.map_or(0, |each| each.code() as i32))
    })
}

/// The citizen's last rating of the result that was given unasked. One of GD_SATISFACTION_. 0
/// when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_own_satisfaction(ticket: *const gd_ticket) -> gd_satisfaction {
    peek(ticket, 0, |ticket| Ok(ticket.view.own_satisfaction.map_or(0, |each| each.code() as i32)))
}

/// When the centre closed it first, whether that stands or not. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_first_closed_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.first_closed_at.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// When the centre closed it; nothing while it is open, after a reopening too. GD_NO_MOMENT when
/// there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_closed_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.closed_at.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// With what outcome it is closed; nothing while it is open. One of GD_CLOSE_OUTCOME_. 0 when
/// there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_close_outcome(ticket: *const gd_ticket) -> gd_close_outcome {
    peek(ticket, 0, |ticket| Ok(ticket.view.close_outcome.map_or(0, |each| each.code() as i32)))
}

/// When the centre closed it last, whether that stands or not. GD_NO_MOMENT when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_last_closed_at(ticket: *const gd_ticket) -> i64 {
    peek(ticket, GD_NO_MOMENT, |ticket| {
        Ok(ticket.view.last_closed_at.map_or(GD_NO_MOMENT, |each| each.ms()))
    })
}

/// With what outcome the centre closed it last, whether that stands or not. One of
/// GD_CLOSE_OUTCOME_. 0 when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_last_close_outcome(
    ticket: *const gd_ticket,
) -> gd_close_outcome {
    peek(ticket, 0, |ticket| {
        Ok(ticket.view.last_close_outcome.map_or(0, |each| each.code() as i32))
    })
}

/// Whether any unit is not judged by it. 1 for yes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_is_exempt(ticket: *const gd_ticket) -> i32 {
    peek(ticket, 0, |ticket| Ok(i32::from(ticket.view.exempt)))
}

/// Whether an editor picked it for the bulletin. 1 for yes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_is_featured(ticket: *const gd_ticket) -> i32 {
    peek(ticket, 0, |ticket| Ok(i32::from(ticket.view.featured)))
}

/// How many files are kept with it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_attachments(ticket: *const gd_ticket) -> u32 {
    peek(ticket, 0, |ticket| Ok(ticket.view.attachments))
}

/// The main ticket it was merged into. 0 when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_merged_into(ticket: *const gd_ticket) -> i64 {
    peek(ticket, 0, |ticket| Ok(ticket.view.merged_into.map_or(0, |each| each.0)))
}

/// The first ticket of the same matter. 0 when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_repeat_of(ticket: *const gd_ticket) -> i64 {
    peek(ticket, 0, |ticket| Ok(ticket.view.repeat_of.map_or(0, |each| each.0)))
}

/// The first ticket of the contact from which it came, where that is another one. 0 when there is
/// none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_related_to(ticket: *const gd_ticket) -> i64 {
    peek(ticket, 0, |ticket| Ok(ticket.view.related_to.map_or(0, |each| each.0)))
}
