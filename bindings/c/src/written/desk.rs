//! Commands: a ticket comes in, and the desk deals with it at once.

use std::ffi::c_char;

use gongdan::{Command, Intake, Kind, Urgency};

use crate::desk::gd_hotline;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::ticket::{command, gd_ticket, take_in};
use crate::written::words::{GD_KIND_HELP, GD_URGENCY_NORMAL, gd_kind, gd_urgency};
use crate::{numbers, sized};

/// What gd_ticket_intake takes. Set it to GD_INTAKE_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_intake {
    /// The size of this struct.
    pub size: u32,
    /// The matter in a line.
    pub matter: *const c_char,
    /// The channel it came by.
    pub channel: *const c_char,
    /// What the citizen said (or NULL).
    pub appeal: *const c_char,
    /// The category; may stay empty (or NULL).
    pub category: *const c_char,
    /// What the citizen wants (one of GD_KIND_). Preset: GD_KIND_HELP.
    pub kind: gd_kind,
    /// How pressing it is (one of GD_URGENCY_). Preset: GD_URGENCY_NORMAL.
    pub urgency: gd_urgency,
    /// Where in the region it plays (or NULL).
    pub area: *const c_char,
    /// The caller's name; personal data (or NULL).
    pub caller_name: *const c_char,
    /// The caller's telephone number; personal data (or NULL).
    pub caller_phone: *const c_char,
    /// The caller's address; personal data (or NULL).
    pub caller_address: *const c_char,
    /// Whether the caller's data is withheld from units and exports (GD_YES, or GD_NO or 0).
    pub confidential: i32,
    /// The number another platform gave it (or NULL).
    pub external: *const c_char,
}

sized::sized!(gd_intake, "intake", size_of::<gd_intake>());

/// Take a ticket in. Another platform's number that was seen before answers with the ticket that
/// stands. By the centre alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_intake(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    intake: *const gd_intake,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    take_in(hotline, stamp, ticket, |given| {
        let intake = sized::read(intake)?;
        Ok(Intake {
            matter: given.required("matter", intake.matter)?,
            channel: given.required("channel", intake.channel)?,
            appeal: given.optional("appeal", intake.appeal)?,
            category: given.optional("category", intake.category)?,
            kind: numbers::code!(Kind, "kind", numbers::or(intake.kind, GD_KIND_HELP))?,
            urgency: numbers::code!(
                Urgency,
                "urgency",
                numbers::or(intake.urgency, GD_URGENCY_NORMAL)
            )?,
            area: given.optional("area", intake.area)?,
            caller_name: given.optional("caller_name", intake.caller_name)?,
            caller_phone: given.optional("caller_phone", intake.caller_phone)?,
            caller_address: given.optional("caller_address", intake.caller_address)?,
            confidential: numbers::flag("confidential", intake.confidential)?,
            external: given.optional("external", intake.external)?,
        })
    })
}

/// Answer the citizen at once; no unit ever has it. By the centre alone.
///
/// - `answer`: what the citizen was told (or NULL).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_resolve_online(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    answer: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::ResolveOnline { answer: given.optional("answer", answer)? })
    })
}

/// Do not accept the ticket. By the centre alone.
///
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_reject(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Reject { reason: given.required("reason", reason)? })
    })
}

/// Point the ticket at its main ticket; both stay counted. By the centre alone.
///
/// - `main`: the main ticket (its id).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_merge(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    main: i64,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| {
        Ok(Command::Merge { main: numbers::ticket("main", main)? })
    })
}

/// Take a merger back. By the centre alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_unmerge(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| Ok(Command::Unmerge))
}

/// Mark the ticket as the same matter as another; both go on. By the centre alone.
///
/// - `main`: the first ticket of the matter (its id).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_repeat(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    main: i64,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| {
        Ok(Command::Repeat { main: numbers::ticket("main", main)? })
    })
}

/// Take back that the ticket repeats another. By the centre alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_unrepeat(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| Ok(Command::Unrepeat))
}
