//! Intake: a ticket comes into being.

use std::ffi::c_char;

use gongdan::{Intake, Kind, Urgency};

use crate::door::on;
use crate::error::Fault;
use crate::hotline::gd_hotline;
use crate::sized;
use crate::stamp::{code, gd_stamp};
use crate::status::gd_status;
use crate::strings::Reader;
use crate::ticket::{answer, gd_ticket};
use crate::vocabulary::{gd_kind, gd_urgency};

/// A new ticket. Set it to GD_INTAKE_INIT first: kind help, urgency normal, all else empty.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_intake {
    /// The size of this struct.
    pub size: u32,
    /// What the citizen wants, one of GD_KIND_.
    pub kind: gd_kind,
    /// How pressing it is, one of GD_URGENCY_.
    pub urgency: gd_urgency,
    /// Not 0: the caller's data is withheld from units and exports.
    pub confidential: i32,
    /// The channel's name; it has to be given.
    pub channel: *const c_char,
    /// The matter in a line; it has to be given.
    pub matter: *const c_char,
    /// What the citizen said.
    pub appeal: *const c_char,
    /// The category's name.
    pub category: *const c_char,
    /// The area's name.
    pub area: *const c_char,
    /// The caller's name. Personal data.
    pub caller_name: *const c_char,
    /// The caller's telephone number. Personal data.
    pub caller_phone: *const c_char,
    /// The caller's address. Personal data.
    pub caller_address: *const c_char,
    /// The number another platform gave it: seen again, it answers with the ticket that stands.
    pub external: *const c_char,
}

sized::sized!(gd_intake, "intake", size_of::<gd_intake>());

fn read(reader: Reader, given: *const gd_intake) -> Result<Intake, Fault> {
    let given = sized::read(given)?;
    Ok(Intake {
        channel: reader.required("channel", given.channel)?,
        matter: reader.required("matter", given.matter)?,
        appeal: reader.optional("appeal", given.appeal)?,
        category: reader.optional("category", given.category)?,
        kind: code!(Kind, "kind", given.kind)?,
        urgency: code!(Urgency, "urgency", given.urgency)?,
        area: reader.optional("area", given.area)?,
        caller_name: reader.optional("caller_name", given.caller_name)?,
        caller_phone: reader.optional("caller_phone", given.caller_phone)?,
        caller_address: reader.optional("caller_address", given.caller_address)?,
        confidential: given.confidential != 0,
        external: reader.optional("external", given.external)?,
    })
}

/// Takes a ticket in. *ticket, which may be NULL, is the ticket as it stands now; free it with
/// gd_ticket_free. An external number that was seen before answers with the ticket that stands
/// (gd_ticket_repeated) and writes nothing.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_CONFLICT, GD_E_BUSY, GD_E_READ_ONLY, GD_E_IO. Whatever the
/// error, nothing was written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_intake(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    intake: *const gd_intake,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    sized::put(ticket, std::ptr::null_mut());
    on(hotline, |desk| {
        let stamp = crate::stamp::read(desk.reader(), stamp)?;
        let intake = read(desk.reader(), intake)?;
        let receipt = desk.hotline.intake(&stamp, &intake)?;
        answer(desk, &receipt, ticket)
    })
}
