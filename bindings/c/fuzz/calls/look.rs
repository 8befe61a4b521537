//! Looking at what was handed out: every question of an object, every string to its end.

use std::ffi::{CStr, c_char};

use gongdan_c::batch::*;
use gongdan_c::caller::*;
use gongdan_c::ticket::*;
use gongdan_c::written::ticket::*;

use super::{Caller, held};

/// Reads a string to its end.
pub(super) fn seen(text: *const c_char) {
    if !text.is_null() {
        std::hint::black_box(unsafe { CStr::from_ptr(text) }.to_bytes().len());
    }
}

impl Caller<'_> {
    pub(super) fn look(&mut self) {
        let ticket = self.tickets[self.place()];
        self.look_at_ticket(ticket);
        if !ticket.is_null() && unsafe { gd_ticket_entries_count(ticket) } > 0 {
            held!(self, gd_ticket_entries_at(ticket, u64::from(self.below(3)), self.room()));
        }
    }

    /// Nothing that is asked of a ticket can fail; NULL answers with nothing.
    pub(super) fn look_at_ticket(&mut self, ticket: *const gd_ticket) {
        let (moment, index) = (self.number(), u64::from(self.below(3)));
        for text in [
            gd_ticket_number,
            gd_ticket_matter,
            gd_ticket_channel,
            gd_ticket_category,
            gd_ticket_area,
            gd_ticket_external,
            gd_ticket_unit,
            gd_ticket_section,
        ] {
            seen(unsafe { text(ticket) });
        }
        for moment in [
            gd_ticket_accepted_at,
            gd_ticket_closed_at,
            gd_ticket_difficult_at,
            gd_ticket_first_called_back_at,
            gd_ticket_first_closed_at,
            gd_ticket_first_transferred_at,
            gd_ticket_last_closed_at,
            gd_ticket_first_handle_by,
            gd_ticket_handle_by,
            gd_ticket_handled_at,
            gd_ticket_last_at,
            gd_ticket_rework_by,
            gd_ticket_section_by,
            gd_ticket_running_by,
            gd_ticket_sign_off_by,
            gd_ticket_signed_off_at,
            gd_ticket_suspended_at,
            gd_ticket_total_by,
            gd_ticket_transferred_at,
            gd_ticket_merged_into,
            gd_ticket_repeat_of,
            gd_ticket_related_to,
        ] {
            std::hint::black_box(unsafe { moment(ticket) });
        }
        for code in [
            gd_ticket_attitude,
            gd_ticket_close_outcome,
            gd_ticket_last_close_outcome,
            gd_ticket_is_handled_late,
            gd_ticket_is_confidential,
            gd_ticket_is_featured,
            gd_ticket_is_exempt,
            gd_ticket_kind,
            gd_ticket_repeated,
            gd_ticket_is_return_pending,
            gd_ticket_satisfaction,
            gd_ticket_first_satisfaction,
            gd_ticket_own_satisfaction,
            gd_ticket_stage,
            gd_ticket_urgency,
        ] {
            std::hint::black_box(unsafe { code(ticket) });
        }
        for number in [
            gd_ticket_attachments,
            gd_ticket_callbacks,
            gd_ticket_extension_pending,
            gd_ticket_version,
        ] {
            std::hint::black_box(unsafe { number(ticket) });
        }
        unsafe {
            let count = gd_ticket_assistants_count(ticket);
            assert!(gd_ticket_assistants_at(ticket, count).is_null(), "no more than were counted");
            seen(gd_ticket_assistants_at(ticket, index));
            gd_ticket_is_overdue(ticket, moment);
        }
    }

    pub(super) fn look_at_caller(&mut self, caller: *const gd_caller) {
        unsafe {
            seen(gd_caller_name(caller));
            seen(gd_caller_phone(caller));
            seen(gd_caller_address(caller));
            gd_caller_has_phone(caller);
            gd_caller_has_address(caller);
            gd_caller_erased(caller);
            gd_caller_withheld(caller);
        }
    }

    pub(super) fn see_entries(&mut self, entries: *const gd_entries) {
        if !entries.is_null() {
            let count = unsafe { gd_entries_count(entries) };
            let index = u64::from(self.below(3)).min(count);
            held!(self, gd_entries_at(entries, index, self.room()));
        }
    }
}
