//! Batches: several commands in one commit, all or nothing; taken back, they are a dry run.

use std::ffi::c_char;

use gongdan::Written;

use crate::desk::gd_hotline;
use crate::door::{free, item, look, make_on, on, peek};
use crate::fault::Fault;
use crate::live::object;
use crate::sized;
use crate::status::gd_status;
use crate::strings::{Encoding, Span, Texts};

/// Begins a batch: every command of this handle until gd_hotline_commit shares one commit, and
/// others wait. A command that is refused leaves the batch as it was; GD_E_IO ends it. Questions
/// asked meanwhile include what the batch did.
///
/// Errors: GD_E_INVALID_INPUT when a batch is open; GD_E_BUSY, GD_E_READ_ONLY, GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_begin(hotline: *mut gd_hotline) -> gd_status {
    on(hotline, |desk| Ok(desk.hotline.begin()?))
}

/// Begins a row of the open batch: the commands until gd_hotline_keep_row stand or fall together. gd_hotline_take_row_back
/// takes them back, and the batch goes on as it was before them. Rows do not stand inside each other.
///
/// Errors: GD_E_INVALID_INPUT when no batch is open, or a row of it is; GD_E_IO, and then the batch has ended.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_begin_row(hotline: *mut gd_hotline) -> gd_status {
    on(hotline, |desk| Ok(desk.hotline.begin_row()?))
}

/// Keeps the open row: from now on it stands or falls with its batch.
///
/// Errors: GD_E_INVALID_INPUT when none is open; GD_E_IO, and then the batch has ended.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_keep_row(hotline: *mut gd_hotline) -> gd_status {
    on(hotline, |desk| Ok(desk.hotline.keep_row()?))
}

/// Takes the open row back. The ids of tickets that it took in are those of the next ones then.
///
/// Errors: GD_E_INVALID_INPUT when none is open; GD_E_IO, and then the batch has ended.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_take_row_back(hotline: *mut gd_hotline) -> gd_status {
    on(hotline, |desk| Ok(desk.hotline.take_row_back()?))
}

/// Puts the open batch on disk.
///
/// Errors: GD_E_INVALID_INPUT when none is open, or a row of it is; GD_E_IO, and then nothing of it was kept.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_commit(hotline: *mut gd_hotline) -> gd_status {
    on(hotline, |desk| Ok(desk.hotline.commit()?))
}

/// Takes the open batch back, with its open row; nothing happens when none is open.
///
/// Errors: GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_roll_back(hotline: *mut gd_hotline) -> gd_status {
    on(hotline, |desk| Ok(desk.hotline.roll_back()?))
}

/// One event that a command wrote. Set it to GD_ENTRY_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_entry {
    /// The size of this struct.
    pub size: u32,
    /// Not used; 0.
    pub reserved: i32,
    /// Its place in the journal.
    pub seq: u64,
    /// Its name in ASCII, as in the table of events; borrowed from the object it came from.
    pub event: *const c_char,
}

sized::sized!(gd_entry, "entry", size_of::<gd_entry>());

/// Events that were, or would be, written. Opaque; free it with gd_entries_free.
pub struct gd_entries {
    texts: Texts,
    entries: Vec<(u64, Span)>,
}

object!(gd_entries, b"entr", "entries");

impl gd_entries {
    /// A list in the encoding of its asker.
    pub(crate) fn new(entries: &[Written], encoding: Encoding) -> Result<Self, Fault> {
        let mut texts = Texts::new(encoding);
        let entries = entries.iter().map(|each| Ok((each.seq, texts.put("event", each.event)?)));
        let entries = entries.collect::<Result<_, Fault>>()?;
        Ok(Self { texts, entries })
    }
}

/// What the open batch has written so far. A dry run is gd_hotline_begin, the commands, this, and
/// gd_hotline_roll_back: nothing stays, and what would be refused was refused. Free *entries with
/// gd_entries_free.
///
/// Errors: GD_E_INVALID_INPUT when no batch is open; GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_pending(
    hotline: *mut gd_hotline,
    entries: *mut *mut gd_entries,
) -> gd_status {
    make_on(hotline, entries, |desk| gd_entries::new(&desk.hotline.pending()?, desk.encoding))
}

/// How many events there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_entries_count(entries: *const gd_entries) -> u64 {
    peek(entries, 0, |entries| Ok(entries.entries.len() as u64))
}

/// One event; its strings are borrowed from the list.
///
/// Errors: GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_entries_at(
    entries: *const gd_entries,
    index: u64,
    entry: *mut gd_entry,
) -> gd_status {
    look(entries, |entries| {
        let (seq, event) = *item(&entries.entries, index)?;
        let event = entries.texts.get(event);
        sized::fill(entry, &gd_entry { size: 0, reserved: 0, seq, event })
    })
}

/// Frees a list; NULL is nothing to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_entries_free(entries: *mut gd_entries) {
    free(entries);
}
