//! Deadlines explained: each promise of a ticket, day by day.

use std::ffi::c_char;

use gongdan::{EventKind, Explained, Language, Limit, TicketId, Why, wording};

use crate::desk::gd_hotline;
use crate::door::{free, item, look, make, peek};
use crate::fault::Fault;
use crate::last::language;
use crate::live::object;
use crate::sized;
use crate::status::gd_status;
use crate::strings::{Encoding, Span, Texts};
use crate::written::words::gd_event;

/// The promises of a ticket. Opaque; free it with gd_promises_free.
pub struct gd_promises {
    texts: Texts,
    promises: Vec<Promise>,
}

object!(gd_promises, b"prom", "promises");

struct Promise {
    explained: Explained,
    name: Span,
    unit: Span,
    rule: Span,
    days: Vec<Day>,
    moves: Vec<Span>,
}

struct Day {
    date: Span,
    why: Span,
    source: Span,
}

/// A limit in working days, from the next day.
pub const GD_LIMIT_WORKING_DAYS: i32 = 1;
/// A limit in minutes of office hours.
pub const GD_LIMIT_WORKING_MINUTES: i32 = 2;
/// A limit in minutes on the wall clock.
pub const GD_LIMIT_CLOCK_MINUTES: i32 = 3;

/// One promise. Set it to GD_PROMISE_INIT first. Its strings are borrowed from the promises.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_promise {
    /// The size of this struct.
    pub size: u32,
    /// The clock of its limit, one of GD_LIMIT_.
    pub limit_kind: i32,
    /// How many days or minutes.
    pub limit: u32,
    /// How many notices the calendar had when it was given.
    pub calendar: u32,
    /// From when it counts.
    pub from: i64,
    /// The promise as it was first given.
    pub first_by: i64,
    /// The promise now, after extensions, pauses and reschedulings.
    pub by: i64,
    /// Which promise: `sign_off`, `handle`, `report`, `rework` or `total`.
    pub promise: *const c_char,
    /// The unit it was given to; "" for the citizen's own limit.
    pub unit: *const c_char,
    /// Its limit as people say it, in the thread's language.
    pub rule: *const c_char,
    /// How many days are counted or skipped.
    pub day_count: u64,
    /// Since when the centre holds it; 0 when it does not.
    pub held_since: i64,
    /// How many events moved it.
    pub move_count: u64,
}

sized::sized!(gd_promise, "promise", size_of::<gd_promise>());

/// Why a day counts or does not.
pub type gd_why = i32;
/// Monday to Friday: worked.
pub const GD_WHY_WEEKDAY: gd_why = 1;
/// Saturday or Sunday: off.
pub const GD_WHY_WEEKEND: gd_why = 2;
/// A holiday: off.
pub const GD_WHY_HOLIDAY: gd_why = 3;
/// A day that makes up for a break: worked.
pub const GD_WHY_MAKE_UP_DAY: gd_why = 4;
/// The limit runs on the wall clock.
pub const GD_WHY_WALL_CLOCK: gd_why = 5;
/// The centre held the limit: what it would have counted was given back.
pub const GD_WHY_HELD: gd_why = 6;

/// One day of a promise. Set it to GD_PROMISE_DAY_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_promise_day {
    /// The size of this struct.
    pub size: u32,
    /// The n-th day counted, from 1; 0 when the day was skipped.
    pub ordinal: u32,
    /// How much of the limit ran on this day, in milliseconds.
    pub counted_ms: i64,
    /// The day as `YYYY-MM-DD`.
    pub day: *const c_char,
    /// Why, as people say it, in the thread's language.
    pub why: *const c_char,
    /// The source of the notice that decides; "" on the wall clock.
    pub source: *const c_char,
    /// Why, one of GD_WHY_.
    pub why_code: gd_why,
    /// Not used; 0.
    pub reserved: i32,
}

sized::sized!(gd_promise_day, "day", size_of::<gd_promise_day>());

/// What moved a promise. Set it to GD_PROMISE_MOVE_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_promise_move {
    /// The size of this struct.
    pub size: u32,
    /// What moved it, one of GD_EVENT_.
    pub event: gd_event,
    /// From when that counts.
    pub at: i64,
    /// Where the promise ended from then on.
    pub by: i64,
    /// What moved it, as people say it, in the thread's language.
    pub term: *const c_char,
}

sized::sized!(gd_promise_move, "moved", size_of::<gd_promise_move>());

fn promise(texts: &mut Texts, explained: Explained) -> Result<Promise, Fault> {
    let days = explained.days.iter().map(|line| {
        Ok(Day {
            date: texts.put("day", &line.day.to_string())?,
            why: texts.put("why", &wording::why(&line.why, language()))?,
            source: texts.put("source", &line.source)?,
        })
    });
    let days = days.collect::<Result<_, Fault>>()?;
    let moves = explained.moves.iter().map(|each| texts.put("term", term(each.event)));
    let moves = moves.collect::<Result<_, Fault>>()?;
    Ok(Promise {
        name: texts.put("promise", explained.promise)?,
        unit: texts.put("unit", explained.unit.as_deref().unwrap_or_default())?,
        rule: texts.put("rule", &wording::limit(explained.limit, language()))?,
        days,
        moves,
        explained,
    })
}

/// The kind of an event whose word it is.
fn kind(word: &str) -> Option<EventKind> {
    EventKind::ALL.iter().copied().find(|kind| kind.word() == word)
}

fn term(word: &'static str) -> &'static str {
    match language() {
        Language::Chinese => kind(word).map_or(word, |kind| kind.term()),
        Language::English => word,
    }
}

fn promises(explained: Vec<Explained>, encoding: Encoding) -> Result<gd_promises, Fault> {
    let mut texts = Texts::new(encoding);
    let promises = explained.into_iter().map(|each| promise(&mut texts, each));
    let promises = promises.collect::<Result<_, _>>()?;
    Ok(gd_promises { texts, promises })
}

/// The running promises of a ticket, day by day: which days counted, which were skipped, and why,
/// under the calendar of the moment they were given. Free *explained with gd_promises_free.
///
/// Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_explain(
    hotline: *mut gd_hotline,
    id: i64,
    explained: *mut *mut gd_promises,
) -> gd_status {
    make(hotline, explained, |desk| promises(desk.hotline.explain(TicketId(id))?, desk.encoding))
}

/// How many promises there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_promises_count(promises: *const gd_promises) -> u64 {
    peek(promises, 0, |promises| Ok(promises.promises.len() as u64))
}

fn clock(limit: Limit) -> (i32, u32) {
    match limit {
        Limit::WorkingDays(days) => (GD_LIMIT_WORKING_DAYS, days),
        Limit::WorkingMinutes(minutes) => (GD_LIMIT_WORKING_MINUTES, minutes),
        Limit::ClockMinutes(minutes) => (GD_LIMIT_CLOCK_MINUTES, minutes),
    }
}

/// One promise.
///
/// Errors: GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_promises_at(
    promises: *const gd_promises,
    index: u64,
    promise: *mut gd_promise,
) -> gd_status {
    look(promises, |promises| {
        let own = item(&promises.promises, index)?;
        let (limit_kind, limit) = clock(own.explained.limit);
        let row = gd_promise {
            size: 0,
            limit_kind,
            limit,
            calendar: own.explained.calendar,
            from: own.explained.from.ms(),
            first_by: own.explained.first_by.ms(),
            by: own.explained.by.ms(),
            promise: promises.texts.get(own.name),
            unit: promises.texts.get(own.unit),
            rule: promises.texts.get(own.rule),
            day_count: own.days.len() as u64,
            held_since: own.explained.held_since.map_or(0, |since| since.ms()),
            move_count: own.moves.len() as u64,
        };
        sized::fill(promise, &row)
    })
}

fn reason(why: &Why) -> gd_why {
    match why {
        Why::Weekday => GD_WHY_WEEKDAY,
        Why::Weekend => GD_WHY_WEEKEND,
        Why::Holiday(_) => GD_WHY_HOLIDAY,
        Why::MakeUpDay(_) => GD_WHY_MAKE_UP_DAY,
        Why::WallClock => GD_WHY_WALL_CLOCK,
        Why::Held => GD_WHY_HELD,
    }
}

/// One day of one promise.
///
/// Errors: GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_promises_day(
    promises: *const gd_promises,
    index: u64,
    day_index: u64,
    day: *mut gd_promise_day,
) -> gd_status {
    look(promises, |promises| {
        let own = item(&promises.promises, index)?;
        let line = item(&own.explained.days, day_index)?;
        let words = item(&own.days, day_index)?;
        let row = gd_promise_day {
            size: 0,
            ordinal: line.ordinal.unwrap_or(0),
            counted_ms: line.counted_ms,
            day: promises.texts.get(words.date),
            why: promises.texts.get(words.why),
            source: promises.texts.get(words.source),
            why_code: reason(&line.why),
            reserved: 0,
        };
        sized::fill(day, &row)
    })
}

/// One event that moved one promise, in order.
///
/// Errors: GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_promises_move(
    promises: *const gd_promises,
    index: u64,
    move_index: u64,
    moved: *mut gd_promise_move,
) -> gd_status {
    look(promises, |promises| {
        let own = item(&promises.promises, index)?;
        let line = item(&own.explained.moves, move_index)?;
        let term = item(&own.moves, move_index)?;
        let row = gd_promise_move {
            size: 0,
            event: kind(line.event).map_or(0, |kind| kind.code() as gd_event),
            at: line.at.ms(),
            by: line.by.ms(),
            term: promises.texts.get(*term),
        };
        sized::fill(moved, &row)
    })
}

/// Frees promises; NULL is nothing to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_promises_free(promises: *mut gd_promises) {
    free(promises);
}
