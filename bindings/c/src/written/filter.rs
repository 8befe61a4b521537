//! What to look for, and which page of it.

use std::ffi::c_char;

use gongdan::{Filter, LimitOf, Queue, Stage};

use crate::fault::Fault;
use crate::strings::Reader;
use crate::written::words::{gd_limit_of, gd_queue, gd_stage};
use crate::{numbers, sized};

/// What to look for, and which page of it. Set it to GD_FILTER_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_filter {
    /// The size of this struct.
    pub size: u32,
    /// In this stage (each one of GD_STAGE_, `stage_count` of them, or none).
    pub stage: *const gd_stage,
    /// How many there are in `stage`.
    pub stage_count: u32,
    /// Come by this channel (or NULL).
    pub channel: *const c_char,
    /// In this category (or NULL).
    pub category: *const c_char,
    /// Led by this unit; where a limit is asked for, whose limit it is (or NULL).
    pub unit: *const c_char,
    /// In this area (or NULL).
    pub area: *const c_char,
    /// With this number of another platform (or NULL).
    pub external: *const c_char,
    /// Taken in during this period (as `2020-09`, `2020-Q3`, `2020-W36`, `2020`, or two days
    /// joined by `..`, or NULL).
    pub accepted: *const c_char,
    /// Where a limit that ran at this moment had passed, as things stood then (milliseconds since
    /// 1970, or 0).
    pub overdue_on: i64,
    /// Where a limit that runs ends at this moment or later (milliseconds since 1970, or 0).
    pub due_from: i64,
    /// Where a limit that runs ends by this moment (milliseconds since 1970, or 0).
    pub due_by: i64,
    /// Only those not ended (GD_YES, or GD_NO or 0).
    pub open: i32,
    /// Only those that no unit takes (GD_YES, or GD_NO or 0).
    pub difficult: i32,
    /// Only those picked by an editor (GD_YES, or GD_NO or 0).
    pub featured: i32,
    /// With this text in number, matter, appeal, result, answer or remark; blank means any (or
    /// NULL).
    pub text: *const c_char,
    /// Whose limit overdue_on, due_from and due_by are about; left out, late_now (one of
    /// GD_LIMIT_OF_, or 0).
    pub limit_of: gd_limit_of,
    /// What waits so for somebody; with a unit, whose sign-off it is, or who leads (one of
    /// GD_QUEUE_, or 0).
    pub queue: gd_queue,
    /// Of the contact from which the ticket of this number came, that ticket too (or NULL).
    pub related: *const c_char,
    /// Of each unit's tickets that have ended and are found, so many per cent drawn by lot (1 to
    /// 100), at least one (or 0).
    pub sample: u64,
    /// The number by which the lots are drawn: the same again draws the same; left out, 0 (or 0).
    pub seed: u64,
    /// As things stood at this moment; left out, at overdue_on, or else now (milliseconds since
    /// 1970, or 0).
    pub as_of: i64,
    /// How many to pass over.
    pub offset: u64,
    /// How many to give at most; 0 means all.
    pub limit: u64,
}

sized::sized!(gd_filter, "filter", size_of::<gd_filter>());

/// Reads it.
pub(crate) fn narrowed(given: Reader, filter: &gd_filter) -> Result<Filter, Fault> {
    let mut wanted = Filter::new();
    wanted.stage = numbers::codes!(Stage, "stage", filter.stage, filter.stage_count)?;
    wanted.channel = given.optional("channel", filter.channel)?;
    wanted.category = given.optional("category", filter.category)?;
    wanted.unit = given.optional("unit", filter.unit)?;
    wanted.area = given.optional("area", filter.area)?;
    wanted.external = given.optional("external", filter.external)?;
    wanted.accepted = given.period_any("accepted", filter.accepted)?;
    wanted.overdue_on = numbers::moment_any("overdue_on", filter.overdue_on)?;
    wanted.due_from = numbers::moment_any("due_from", filter.due_from)?;
    wanted.due_by = numbers::moment_any("due_by", filter.due_by)?;
    wanted.open = numbers::flag("open", filter.open)?;
    wanted.difficult = numbers::flag("difficult", filter.difficult)?;
    wanted.featured = numbers::flag("featured", filter.featured)?;
    wanted.text = given.optional("text", filter.text)?;
    wanted.limit_of = numbers::code_any!(LimitOf, "limit_of", filter.limit_of)?;
    wanted.queue = numbers::code_any!(Queue, "queue", filter.queue)?;
    wanted.related = given.optional("related", filter.related)?;
    wanted.sample = numbers::number_any("sample", filter.sample)?;
    wanted.seed = numbers::number_any("seed", filter.seed)?;
    wanted.as_of = numbers::moment_any("as_of", filter.as_of)?;
    Ok(wanted)
}
