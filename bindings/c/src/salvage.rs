//! How a file stands, and what can be saved of a damaged one.

use std::ffi::c_char;

use gongdan::Hotline;

use crate::desk::gd_hotline;
use crate::door::{ask, call};
use crate::sized;
use crate::status::gd_status;
use crate::strings;

/// How a file stands. Set it to GD_HEALTH_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_health {
    /// The size of this struct.
    pub size: u32,
    /// 1 when the log is larger than writing alone makes it: somebody has been reading an old
    /// state for long.
    pub log_is_stuck: i32,
    /// The schema the file has.
    pub schema: i64,
    /// The bytes of one page.
    pub page_size: u64,
    /// The pages of the file, the log left out.
    pub pages: u64,
    /// The pages that hold nothing.
    pub free_pages: u64,
    /// The bytes of the log beside the file (`-wal`).
    pub log_bytes: u64,
    /// 1 when another copy of SQLite in this process has the file open (seen on Linux): nothing is
    /// lost by it there, and yet it should be closed.
    pub another_sqlite: i32,
    /// 0.
    pub reserved: i32,
}

sized::sized!(gd_health, "health", std::mem::offset_of!(gd_health, another_sqlite));

/// How the file stands: its size, its log, its free pages.
///
/// Errors: GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_health(
    hotline: *mut gd_hotline,
    health: *mut gd_health,
) -> gd_status {
    ask(hotline, |desk| {
        let found = desk.hotline.health()?;
        let row = gd_health {
            size: 0,
            log_is_stuck: i32::from(found.log_is_stuck()),
            schema: found.schema,
            page_size: found.page_size,
            pages: found.pages,
            free_pages: found.free_pages,
            log_bytes: found.log_bytes,
            another_sqlite: i32::from(found.another_sqlite),
            reserved: 0,
        };
        sized::fill(health, &row)
    })
}

/// What was kept of a damaged file, and what was not. Set it to GD_SALVAGED_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_salvaged {
    /// The size of this struct.
    pub size: u32,
    /// 1 when `events_before` is known.
    pub has_events_before: i32,
    /// Events kept, from the first one on.
    pub events: u64,
    /// How many events the damaged file's head spoke of.
    pub events_before: u64,
    /// Tickets whose rows were rebuilt.
    pub tickets: u64,
    /// Texts kept.
    pub texts: u64,
    /// Texts that the kept events carry, and that are missing, altered or not readable.
    pub texts_lost: u64,
    /// Request ids kept; one that is lost would be taken for a new request.
    pub requests: u64,
}

sized::sized!(gd_salvaged, "salvaged", size_of::<gd_salvaged>());

/// Makes a new file of what can be read of a damaged one: the events whose chain is whole from the
/// first one on, the texts that agree with them, and every row rebuilt from these. The damaged
/// file and its log do not change by a byte. Both paths are UTF-8. *salvaged may be left out
/// with NULL; verifying the new file names each text that is missing.
///
/// Errors: GD_E_NOT_FOUND; GD_E_EXISTS when the new path holds anything; GD_E_CORRUPT or
/// GD_E_NOT_A_HOTLINE when not even the first event can be read; GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_salvage(
    from: *const c_char,
    to: *const c_char,
    salvaged: *mut gd_salvaged,
) -> gd_status {
    call(|_| {
        let (from, to) = (strings::path("from", from)?, strings::path("to", to)?);
        sized::read_any(salvaged.cast_const())?;
        let kept = Hotline::salvage(from, to)?;
        let row = gd_salvaged {
            size: 0,
            has_events_before: i32::from(kept.events_before.is_some()),
            events: kept.events,
            events_before: kept.events_before.unwrap_or(0),
            tickets: kept.tickets,
            texts: kept.texts,
            texts_lost: kept.texts_lost,
            requests: kept.requests,
        };
        if salvaged.is_null() { Ok(()) } else { sized::fill(salvaged, &row) }
    })
}
