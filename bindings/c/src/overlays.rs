//! Overlays: what stands beside the stage (notes, urges, supervision, cards, cases).

use std::ffi::c_char;

use gongdan::{Card, Command, Kind, Urgency};

use crate::error::Fault;
use crate::hotline::gd_hotline;
use crate::sized;
use crate::stamp::gd_stamp;
use crate::stamp::{code, code_any};
use crate::status::gd_status;
use crate::strings::Reader;
use crate::ticket::{command, gd_ticket};
use crate::vocabulary::{gd_card, gd_kind, gd_urgency};

/// What is put right on a ticket. Set it to GD_AMENDMENT_INIT first: what is 0 or NULL stays.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_amendment {
    /// The size of this struct.
    pub size: u32,
    /// The kind from now on, one of GD_KIND_.
    pub kind: gd_kind,
    /// The urgency from now on, one of GD_URGENCY_.
    pub urgency: gd_urgency,
    /// Not used; 0.
    pub reserved: i32,
    /// The area from now on.
    pub area: *const c_char,
    /// The matter from now on.
    pub matter: *const c_char,
    /// The appeal from now on.
    pub appeal: *const c_char,
}

sized::sized!(gd_amendment, "amendment", size_of::<gd_amendment>());

/// A typical or difficult case as edited for print. Set it to GD_CASE_INIT first: what is NULL is
/// taken from the ticket.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_case {
    /// The size of this struct.
    pub size: u32,
    /// Not used; 0.
    pub reserved: i32,
    /// Its title.
    pub title: *const c_char,
    /// The appeal, edited.
    pub appeal: *const c_char,
    /// The handling, edited.
    pub handling: *const c_char,
}

sized::sized!(gd_case, "case", size_of::<gd_case>());

fn amend(given: Reader, amendment: *const gd_amendment) -> Result<Command, Fault> {
    let amendment = sized::read(amendment)?;
    Ok(Command::Amend {
        kind: code_any!(Kind, "kind", amendment.kind)?,
        urgency: code_any!(Urgency, "urgency", amendment.urgency)?,
        area: given.optional("area", amendment.area)?,
        matter: given.optional("matter", amendment.matter)?,
        appeal: given.optional("appeal", amendment.appeal)?,
    })
}

fn featured(given: Reader, featured: bool, case: *const gd_case) -> Result<Command, Fault> {
    let Some(case) = sized::read_any(case)? else { return Ok(Command::feature(featured)) };
    Ok(Command::Feature {
        featured,
        title: given.optional("title", case.title)?,
        appeal: given.optional("appeal", case.appeal)?,
        handling: given.optional("handling", case.handling)?,
    })
}

/// Puts the ticket in another category, by the centre; NULL takes the category away.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_reclassify(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    category: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Reclassify { category: given.optional("category", category)? })
    })
}

/// Puts kind, urgency, area, matter or appeal right, by the centre.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_amend(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    amendment: *const gd_amendment,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| amend(given, amendment))
}

/// Adds a note, by anyone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_note(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    text: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Note { text: given.required("text", text)? })
    })
}

/// Withholds the caller's data (not 0) or no longer (0), by the centre.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_confidential(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    confidential: i32,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |_| {
        Ok(Command::Confidential { confidential: confidential != 0 })
    })
}

/// Urges the unit, by the centre. `text` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_urge(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    text: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Urge { text: given.optional("text", text)? })
    })
}

/// Demands something of a unit, or of the centre itself where `unit` is NULL; by the centre or the
/// supervisor.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_supervise(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    unit: *const c_char,
    demand: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Supervise {
            unit: given.optional("unit", unit)?,
            demand: given.required("demand", demand)?,
        })
    })
}

/// Answers the demand of that number, by the centre or the unit.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_answer(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    no: u32,
    result: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Answer { no, result: given.required("result", result)? })
    })
}

/// Shows a unit a card of GD_CARD_, by the centre or the supervisor.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_card(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    card: gd_card,
    unit: *const c_char,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        Ok(Command::Card {
            card: code!(Card, "card", card)?,
            unit: given.required("unit", unit)?,
            reason: given.required("reason", reason)?,
        })
    })
}

/// Picks the ticket as a typical case (not 0) or takes it out again (0), by the centre. `edited_case`
/// may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_feature(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    featured: i32,
    edited_case: *const gd_case,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        self::featured(given, featured != 0, edited_case)
    })
}

/// Erases every text of the ticket for good, by the centre; codes, times and figures stay. The
/// reason stays too, so it should not name the person. gd_hotline_empty_log says afterwards
/// whether the texts have left the log; gd_hotline_subject_erase erases a person's every ticket.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_erase(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    seen: u32,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, seen, ticket, |given| {
        let reason = given.required("reason", reason)?;
        Ok(Command::Erase { fields: Vec::new(), reason })
    })
}
