//! Who asks: a handle on the same hotline that answers one viewer, who is told no more than it may see.

use gongdan::Viewer;

use crate::desk::gd_hotline;
use crate::door::make_view;
use crate::stamp::{gd_stamp, role};
use crate::status::gd_status;

/// The hotline as somebody may see it who has this role, and in the role of a unit this unit, by any
/// of its names; the stamp's other members are not looked at. Every question is asked of *view as it
/// is of the hotline, and answers what is for its viewer: to a unit the tickets that it has or ever had,
/// and those that something was demanded of it about, without the texts of other units and without any
/// of a confidential ticket. To it no other ticket exists (GD_E_NOT_FOUND). What is not narrowed so is
/// GD_E_INVALID_INPUT and names `viewer`. What is asked of the hotline itself is asked by the centre.
///
/// A view takes no commands: those are given to the hotline, and the ticket that they answer is as the
/// stamp's role may see it. Encoding and open batch are the hotline's, and a call on either is a call on
/// both. Close *view with gd_hotline_close; when the hotline is closed, it answers GD_E_CLOSED.
///
/// Errors: GD_E_INVALID_INPUT names a unit that nobody knows; GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_viewed_by(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    view: *mut *mut gd_hotline,
) -> gd_status {
    make_view(hotline, view, |desk| role(desk.reader(), stamp))
}

/// The hotline as somebody may see it who works with figures and columns: every ticket, no text, and no
/// caller, not even masked. *view is as gd_hotline_viewed_by says.
///
/// Errors: as gd_hotline_viewed_by.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_viewed_by_analyst(
    hotline: *mut gd_hotline,
    view: *mut *mut gd_hotline,
) -> gd_status {
    make_view(hotline, view, |_| Ok(Viewer::Analyst))
}
