//! Finding tickets: a filter, a page, and the list that answers.

use std::ffi::c_char;

use gongdan::{Filter, Page, Period, Stage};

use crate::door::{free, item, make, peek};
use crate::error::Fault;
use crate::hotline::gd_hotline;
use crate::live::{Marked, object};
use crate::sized;
use crate::stamp::{code, moment_any};
use crate::status::gd_status;
use crate::strings::Reader;
use crate::ticket::gd_ticket;
use crate::vocabulary::gd_stage;

/// What to look for, and which page of it. Set it to GD_FILTER_INIT first: every ticket, all on
/// one page. What is 0 or NULL does not narrow.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_filter {
    /// The size of this struct.
    pub size: u32,
    /// How many stages there are in `stages`.
    pub stage_count: u32,
    /// In one of these stages, each one of GD_STAGE_.
    pub stages: *const gd_stage,
    /// Come by this channel.
    pub channel: *const c_char,
    /// In this category.
    pub category: *const c_char,
    /// Led by this unit now.
    pub unit: *const c_char,
    /// Taken in during this period: `2020-09`, `2020-Q3`, `2020-09-21`, `2020-07..2020-08`.
    pub accepted: *const c_char,
    /// With this text in number, matter, appeal, result, answer or remark.
    pub text: *const c_char,
    /// Whose running limit had passed at this moment.
    pub overdue_at: i64,
    /// Whose running limit ends by this moment: those due soon.
    pub due_by: i64,
    /// Not 0: only those not ended.
    pub open: i32,
    /// Not 0: only those that no unit takes.
    pub difficult: i32,
    /// Not 0: only those picked by an editor.
    pub featured: i32,
    /// Not used; 0.
    pub reserved: i32,
    /// How many to pass over.
    pub offset: u64,
    /// How many to give at most; 0 means all.
    pub limit: u64,
}

sized::sized!(gd_filter, "filter", size_of::<gd_filter>());

/// The tickets that a filter found. Opaque; free it with gd_tickets_free.
pub struct gd_tickets {
    total: u64,
    tickets: Vec<Marked<gd_ticket>>,
}

object!(gd_tickets, b"list", "tickets");

/// Reads a filter.
pub(crate) fn filter(reader: Reader, given: &gd_filter) -> Result<Filter, Fault> {
    let mut filter = Filter::new();
    let stages = sized::slice("stages", given.stages, u64::from(given.stage_count))?;
    for stage in stages {
        filter = filter.stage(code!(Stage, "stage", *stage)?);
    }
    if let Some(channel) = reader.optional("channel", given.channel)? {
        filter = filter.channel(channel);
    }
    if let Some(category) = reader.optional("category", given.category)? {
        filter = filter.category(category);
    }
    if let Some(unit) = reader.optional("unit", given.unit)? {
        filter = filter.unit(unit);
    }
    if let Some(period) = reader.optional("accepted", given.accepted)? {
        filter = filter.accepted(Period::parse(&period)?);
    }
    if let Some(text) = reader.optional("text", given.text)? {
        filter = filter.text(text);
    }
    Ok(standing(when(filter, given)?, given))
}

fn when(mut filter: Filter, given: &gd_filter) -> Result<Filter, Fault> {
    if let Some(at) = moment_any("overdue_at", given.overdue_at)? {
        filter = filter.overdue_on(at);
    }
    if let Some(at) = moment_any("due_by", given.due_by)? {
        filter = filter.due_by(at);
    }
    Ok(filter)
}

fn standing(mut filter: Filter, given: &gd_filter) -> Filter {
    if given.open != 0 {
        filter = filter.open();
    }
    if given.difficult != 0 {
        filter = filter.difficult();
    }
    if given.featured != 0 {
        filter = filter.featured();
    }
    filter
}

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
    filter_for: *const gd_filter,
    tickets: *mut *mut gd_tickets,
) -> gd_status {
    make(hotline, tickets, |desk| {
        let given = sized::read(filter_for)?;
        let filter = filter(desk.reader(), &given)?;
        let found = desk.hotline.find(&filter, page(&given))?;
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
