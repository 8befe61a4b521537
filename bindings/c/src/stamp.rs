//! The stamp: who, in which role, when; and the guard: under which request id, having seen what.

use std::ffi::c_char;

use gongdan::{Role, Stamp, Viewer};

use crate::fault::Fault;
use crate::numbers::{code, flag, moment};
use crate::sized;
use crate::strings::Reader;
use crate::written::words::gd_role;

/// Any version of the ticket: the caller does not say what it has seen.
pub const GD_ANY_VERSION: u32 = 0;

/// Who does it, in which role, when. Set it to GD_STAMP_INIT first: the role is then the centre.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_stamp {
    /// The size of this struct.
    pub size: u32,
    /// One of GD_ROLE_. Preset: GD_ROLE_CENTRE.
    pub role: gd_role,
    /// When: milliseconds since 1970 UTC, see gd_now. It has to be given.
    pub at: i64,
    /// The person's name; it has to be given.
    pub by: *const c_char,
    /// The unit's name, in the role of a unit.
    pub unit: *const c_char,
    /// The request's own id, 1 to 64 ASCII characters, or NULL; "desk-7#18" is request 18 of a client that
    /// numbers them, of which the last alone is kept. The same id again has one effect
    /// and the same answer: a call that failed with GD_E_IO can safely be made again.
    pub request: *const c_char,
    /// The version of the ticket that the caller has seen (gd_ticket_version): if it has changed
    /// since, nothing is done and the status is GD_E_CONFLICT. GD_ANY_VERSION does not ask.
    pub version: u32,
    /// GD_YES when the moment is meant, however far from all that happened so far; else it is refused
    /// (`time_leap`).
    pub meant: i32,
}

sized::sized!(gd_stamp, "stamp", size_of::<gd_stamp>());

/// Reads who asks, of which a stamp says the role and the unit.
pub(crate) fn role(reader: Reader, stamp: *const gd_stamp) -> Result<Viewer, Fault> {
    let given = sized::read(stamp)?;
    let unit = reader.optional("unit", given.unit)?;
    Ok(match code!(Role, "role", given.role)? {
        Role::Centre => Viewer::Centre,
        Role::Supervisor => Viewer::Supervisor,
        Role::Unit => Viewer::unit(unit.ok_or(Fault::missing("unit"))?),
    })
}

/// Reads a stamp.
pub(crate) fn read(reader: Reader, stamp: *const gd_stamp) -> Result<Stamp, Fault> {
    let given = sized::read(stamp)?;
    let at = moment("at", given.at)?;
    let by = reader.required("by", given.by)?;
    let unit = reader.optional("unit", given.unit)?;
    let stamp = match code!(Role, "role", given.role)? {
        Role::Centre => Stamp::centre(by, at),
        Role::Supervisor => Stamp::supervisor(by, at),
        Role::Unit => Stamp::unit(unit.ok_or(Fault::missing("unit"))?, by, at),
    };
    let stamp = match reader.optional("request", given.request)? {
        Some(id) => stamp.request(id),
        None => stamp,
    };
    let stamp = match given.version {
        GD_ANY_VERSION => stamp,
        version => stamp.seen(version),
    };
    Ok(if flag("meant", given.meant)? { stamp.meant() } else { stamp })
}
