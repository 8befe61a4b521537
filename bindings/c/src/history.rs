//! A ticket's history: its events in order, with the texts that stand beside them.

use std::ffi::c_char;

use gongdan::{HistoryEntry, TicketId};

use crate::desk::gd_hotline;
use crate::door::{free, item, look, make, make_on, peek};
use crate::fault::Fault;
use crate::live::object;
use crate::sized;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::strings::{Encoding, Span, Texts};
use crate::written::words::{gd_role, gd_text_field};

/// What happened to a ticket. Opaque; free it with gd_history_free.
pub struct gd_history {
    texts: Texts,
    events: Vec<Event>,
}

object!(gd_history, b"hist", "history");

struct Event {
    entry: HistoryEntry,
    by: Span,
    acting_unit: Span,
    unit: Span,
    name: Span,
    term: Span,
    contents: Vec<Span>,
}

/// One event. Set it to GD_HISTORY_ENTRY_INIT first. Its strings are borrowed from the history.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_history_entry {
    /// The size of this struct.
    pub size: u32,
    /// The declared role of who did it, one of GD_ROLE_.
    pub role: gd_role,
    /// Its place in the journal.
    pub seq: u64,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// From when it counts: that moment, that of the fact it answers, or the true one that was stated
    /// afterwards.
    pub counts_at: i64,
    /// Who.
    pub by: *const c_char,
    /// For which unit, in the role of a unit; or NULL.
    pub acting_unit: *const c_char,
    /// The unit the event concerns, or NULL.
    pub unit: *const c_char,
    /// What happened: the event's name in ASCII.
    pub event: *const c_char,
    /// What happened: the office term.
    pub term: *const c_char,
    /// 1 when it came after the promise it answers.
    pub late: i32,
    /// The event's code in the journal.
    pub event_code: i32,
    /// How many texts stand beside it.
    pub text_count: u64,
}

sized::sized!(gd_history_entry, "entry", size_of::<gd_history_entry>());

/// One text of a ticket. Set it to GD_TEXT_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_text {
    /// The size of this struct.
    pub size: u32,
    /// What it is, one of GD_TEXT_FIELD_.
    pub field: gd_text_field,
    /// The event it belongs to.
    pub seq: u64,
    /// What was typed; borrowed from the object it came from.
    pub content: *const c_char,
}

sized::sized!(gd_text, "text", size_of::<gd_text>());

fn event(texts: &mut Texts, entry: HistoryEntry) -> Result<Event, Fault> {
    let content = |text: &gongdan::TicketText| texts.put("content", &text.content);
    let contents = entry.texts.iter().map(content).collect::<Result<_, _>>()?;
    Ok(Event {
        by: texts.put("by", &entry.by)?,
        acting_unit: texts.put_any("unit", entry.acting_unit.as_deref())?,
        unit: texts.put_any("unit", entry.unit.as_deref())?,
        name: texts.put("event", entry.event.word())?,
        term: texts.put("event", entry.event.term())?,
        contents,
        entry,
    })
}

/// A history in the encoding of its asker.
pub(crate) fn history(entries: Vec<HistoryEntry>, encoding: Encoding) -> Result<gd_history, Fault> {
    let mut texts = Texts::new(encoding);
    let events = entries.into_iter().map(|entry| event(&mut texts, entry));
    let events = events.collect::<Result<_, _>>()?;
    Ok(gd_history { texts, events })
}

/// What happened to a ticket, in order, with its texts but without the caller's data, and
/// without the telephone numbers in its texts. Free *history with gd_history_free.
///
/// Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_history(
    hotline: *mut gd_hotline,
    id: i64,
    history_of: *mut *mut gd_history,
) -> gd_status {
    make(hotline, history_of, |desk| history(desk.hotline.history(TicketId(id))?, desk.encoding))
}

/// What happened to a ticket with its texts as they were typed, telephone numbers and all, by the
/// centre. That they were seen is an event, as gd_ticket_reveal writes it. Free *history with
/// gd_history_free.
///
/// Errors: as gd_ticket_reveal; GD_E_REFUSED to a unit for any ticket that it had.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_reveal_history(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    reason: *const c_char,
    history_of: *mut *mut gd_history,
) -> gd_status {
    make_on(hotline, history_of, |desk| {
        let stamp = crate::stamp::read(desk.reader(), stamp)?;
        let reason = desk.reader().required("reason", reason)?;
        history(desk.hotline.reveal_history(&stamp, TicketId(id), &reason)?, desk.encoding)
    })
}

/// How many events there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_history_count(history: *const gd_history) -> u64 {
    peek(history, 0, |history| Ok(history.events.len() as u64))
}

/// One event.
///
/// Errors: GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_history_at(
    history: *const gd_history,
    index: u64,
    entry: *mut gd_history_entry,
) -> gd_status {
    look(history, |history| {
        let event = item(&history.events, index)?;
        let text = |span| history.texts.get(span);
        let row = gd_history_entry {
            size: 0,
            role: event.entry.role.code() as i32,
            seq: event.entry.seq,
            at: event.entry.at.ms(),
            counts_at: event.entry.counts_at.unwrap_or(event.entry.at).ms(),
            by: text(event.by),
            acting_unit: text(event.acting_unit),
            unit: text(event.unit),
            event: text(event.name),
            term: text(event.term),
            late: i32::from(event.entry.late),
            event_code: event.entry.event.code() as i32,
            text_count: event.contents.len() as u64,
        };
        sized::fill(entry, &row)
    })
}

/// One text of one event.
///
/// Errors: GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_history_text(
    history: *const gd_history,
    index: u64,
    text_index: u64,
    text: *mut gd_text,
) -> gd_status {
    look(history, |history| {
        let event = item(&history.events, index)?;
        let typed = item(&event.entry.texts, text_index)?;
        let content = history.texts.get(*item(&event.contents, text_index)?);
        let field = typed.field.code() as i32;
        sized::fill(text, &gd_text { size: 0, field, seq: typed.seq, content })
    })
}

/// Frees a history; NULL is nothing to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_history_free(history: *mut gd_history) {
    free(history);
}
