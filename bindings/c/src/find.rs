//! Finding tickets: the list that answers a filter.

use gongdan::Page;

use crate::desk::gd_hotline;
use crate::door::{free, item, make, peek};
use crate::live::{Marked, object};
use crate::sized;
use crate::status::gd_status;
use crate::ticket::gd_ticket;
use crate::written::filter::{gd_filter, narrowed};

/// The tickets that a filter found. Opaque; free it with gd_tickets_free.
pub struct gd_tickets {
    total: u64,
    tickets: Vec<Marked<gd_ticket>>,
}

object!(gd_tickets, b"list", "tickets");

fn page(given: &gd_filter) -> Page {
    let most = i64::MAX as u64;
    let limit = if given.limit == 0 { most } else { given.limit.min(most) };
    Page::after(given.offset.min(most), limit)
}

/// The tickets that a filter finds, newest intake first. Free *tickets with gd_tickets_free.
///
/// Errors: GD_E_INVALID_INPUT names a channel, category or unit that nobody knows; GD_E_IO,
/// GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_find(
    hotline: *mut gd_hotline,
    filter: *const gd_filter,
    tickets: *mut *mut gd_tickets,
) -> gd_status {
    make(hotline, tickets, |desk| {
        let given = sized::read(filter)?;
        let found = desk.hotline.find(&narrowed(desk.reader(), &given)?, page(&given))?;
        let ticket = |view| gd_ticket::new(view, desk.encoding);
        let tickets = found.tickets.into_iter().map(ticket).collect::<Result<_, _>>()?;
        Ok(gd_tickets::new(found.total, tickets))
    })
}

impl gd_tickets {
    /// A list of tickets, of so many in all.
    pub(crate) fn new(total: u64, tickets: Vec<gd_ticket>) -> Self {
        Self { total, tickets: tickets.into_iter().map(Marked::new).collect() }
    }
}

/// How many tickets are on this page.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_tickets_count(tickets: *const gd_tickets) -> u64 {
    peek(tickets, 0, |tickets| Ok(tickets.tickets.len() as u64))
}

/// How many tickets are on all pages.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_tickets_total(tickets: *const gd_tickets) -> u64 {
    peek(tickets, 0, |tickets| Ok(tickets.total))
}

/// One ticket of the page, borrowed from the list; NULL past the last one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_tickets_at(tickets: *const gd_tickets, index: u64) -> *const gd_ticket {
    peek(tickets, std::ptr::null(), |tickets| Ok(item(&tickets.tickets, index)?.as_object()))
}

/// Frees a list and its tickets; NULL is nothing to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_tickets_free(tickets: *mut gd_tickets) {
    free(tickets);
}
