//! Commands: a ticket comes in, and the desk deals with it at once.

use std::ffi::c_char;

use gongdan::{CallbackOutcome, CloseOutcome, Command, Intake, Kind, Satisfaction, Urgency};

use crate::desk::gd_hotline;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::ticket::{command, gd_ticket, take_in};
use crate::written::words::{
    GD_KIND_HELP, GD_URGENCY_NORMAL, gd_callback_outcome, gd_close_outcome, gd_kind,
    gd_satisfaction, gd_urgency,
};
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

/// Say that the ticket tells another matter of the contact from which a ticket came already; each
/// is handled, counted and called back for itself. By the centre alone.
///
/// - `main`: any other ticket of that contact (its id).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_relate(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    main: i64,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| {
        Ok(Command::Relate { main: numbers::ticket("main", main)? })
    })
}

/// Take back that the ticket is of a contact from which others came. By the centre alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_unrelate(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| Ok(Command::Unrelate))
}

/// What gd_ticket_backfill takes. Set it to GD_BACKFILL_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_backfill {
    /// The size of this struct.
    pub size: u32,
    /// The unit that had it to lead; left out, nobody knows (or NULL).
    pub unit: *const c_char,
    /// When that unit got it (milliseconds since 1970, or 0).
    pub transferred_at: i64,
    /// Its sign-off limit, as the register has it (milliseconds since 1970, or 0).
    pub sign_off_by: i64,
    /// Its handling limit, as the register has it (milliseconds since 1970, or 0).
    pub handle_by: i64,
    /// Whether limits that the register does not have are worked out by the rules of their day
    /// (GD_YES, or GD_NO or 0).
    pub policy_limits: i32,
    /// When the unit signed (milliseconds since 1970, or 0).
    pub signed_off_at: i64,
    /// Whether the unit has replied; left out, nobody knows (GD_YES, GD_NO, or 0 where it is not
    /// known).
    pub handled: i32,
    /// When it replied (milliseconds since 1970, or 0).
    pub handled_at: i64,
    /// What it replied (or NULL).
    pub result: *const c_char,
    /// How the call to the citizen went; an answer says that it reached (one of
    /// GD_CALLBACK_OUTCOME_, or 0).
    pub callback: gd_callback_outcome,
    /// When the citizen was called (milliseconds since 1970, or 0).
    pub called_back_at: i64,
    /// The citizen's answer about the result (one of GD_SATISFACTION_, or 0).
    pub satisfaction: gd_satisfaction,
    /// The citizen's answer about the manner (one of GD_SATISFACTION_, or 0).
    pub attitude: gd_satisfaction,
    /// Whether the matter is solved (GD_YES, GD_NO, or 0 where it is not known).
    pub solved: i32,
    /// With what outcome it was closed; left out, it is not known to be (one of
    /// GD_CLOSE_OUTCOME_, or 0).
    pub outcome: gd_close_outcome,
    /// When it was closed (milliseconds since 1970, or 0).
    pub closed_at: i64,
    /// The day of the register: what has no moment counts from then, where nothing after it has
    /// one; left out, the moment at which it is said (milliseconds since 1970, or 0).
    pub known_on: i64,
    /// The file that it comes from: the first signs of its SHA-256 (or NULL).
    pub source: *const c_char,
    /// Its row there (or 0).
    pub row: u64,
}

sized::sized!(gd_backfill, "backfill", size_of::<gd_backfill>());

/// State what is known of the past of a ticket from an old register: what is left out is unknown,
/// and counts as neither late nor in time; what is stated again adds nothing, what contradicts is
/// refused. By the centre alone.
///
/// It may still change.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_backfill(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    backfill: *const gd_backfill,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        let backfill = sized::read(backfill)?;
        Ok(Command::Backfill {
            unit: given.optional("unit", backfill.unit)?,
            transferred_at: numbers::moment_any("transferred_at", backfill.transferred_at)?,
            sign_off_by: numbers::moment_any("sign_off_by", backfill.sign_off_by)?,
            handle_by: numbers::moment_any("handle_by", backfill.handle_by)?,
            policy_limits: numbers::flag("policy_limits", backfill.policy_limits)?,
            signed_off_at: numbers::moment_any("signed_off_at", backfill.signed_off_at)?,
            handled: numbers::flag_any("handled", backfill.handled)?,
            handled_at: numbers::moment_any("handled_at", backfill.handled_at)?,
            result: given.optional("result", backfill.result)?,
            callback: numbers::code_any!(CallbackOutcome, "callback", backfill.callback)?,
            called_back_at: numbers::moment_any("called_back_at", backfill.called_back_at)?,
            satisfaction: numbers::code_any!(Satisfaction, "satisfaction", backfill.satisfaction)?,
            attitude: numbers::code_any!(Satisfaction, "attitude", backfill.attitude)?,
            solved: numbers::flag_any("solved", backfill.solved)?,
            outcome: numbers::code_any!(CloseOutcome, "outcome", backfill.outcome)?,
            closed_at: numbers::moment_any("closed_at", backfill.closed_at)?,
            known_on: numbers::moment_any("known_on", backfill.known_on)?,
            source: given.optional("source", backfill.source)?,
            row: numbers::number_any("row", backfill.row)?,
        })
    })
}
