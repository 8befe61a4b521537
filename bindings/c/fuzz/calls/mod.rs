//! Sequences of calls on the C face, decoded from bytes: what the fuzzer makes up, and what the
//! ordinary tests replay.
//!
//! Most arguments are sensible, or hardly any sequence would come to anything; the rest are what
//! bytes happen to say. Strings, structs and buffers stand each in memory of its own that is as
//! large as it says, so that AddressSanitizer sees a byte too much. What must hold whatever is
//! called stands in [`Caller::held`].
//!
//! Most sequences run inside a batch on a file that is kept and rolled back, which is quick; a few
//! commit on a copy of their own, some of them on two handles, and have the file verified at their
//! end. All bytes together say which, so that no mutation breeds the slow ones.
// What a caller must hold stands once, at the top of the header; every pointer given here lives in
// the caller until its sequence ends, and every object is looked at before it is freed only.
#![allow(clippy::undocumented_unsafe_blocks, clippy::missing_safety_doc)]

mod act;
mod ask;
mod county;
mod files;
mod given;
mod look;
mod office;
mod past;
mod words;

use std::ffi::{CStr, CString, c_char};
use std::ptr::null_mut;

use arbitrary::Unstructured;
use encoding_rs::GB18030;
use gongdan_c::batch::*;
use gongdan_c::desk::gd_hotline;
use gongdan_c::error::*;
use gongdan_c::figures::{gd_figures, gd_figures_free};
use gongdan_c::find::{gd_tickets, gd_tickets_free};
use gongdan_c::hotline::*;
use gongdan_c::query::{gd_rows, gd_rows_count, gd_rows_free};
use gongdan_c::status::*;
use gongdan_c::ticket::{gd_ticket, gd_ticket_free};
use gongdan_c::verify::*;
use gongdan_c::written::statuses::*;
use gongdan_c::written::ticket::{gd_ticket_id, gd_ticket_matter};

use county::County;

/// How many calls a sequence has at most.
const CALLS: usize = 16;
/// How many objects of a kind are kept at once.
const POOL: usize = 6;

/// A C struct of nothing but its size and what is named.
macro_rules! sized {
    ($kind:ident { $($field:ident: $value:expr),* $(,)? }) => {{
        let mut made: $kind = unsafe { std::mem::zeroed() };
        made.size = size_of::<$kind>() as u32;
        $(made.$field = $value;)*
        made
    }};
}
/// A call, and what must hold after it; then the object that it may have handed out.
macro_rules! held {
    ($caller:expr, $call:ident($($given:expr),* $(,)?)) => {{
        let status = unsafe { $call($($given),*) };
        $caller.held(status, false, stringify!($call))
    }};
    ($caller:expr, $call:ident($($given:expr),* $(,)?), $out:ident) => {{
        let status = unsafe { $call($($given),*, &mut $out) };
        $caller.held(status, !$out.is_null(), stringify!($call))
    }};
}
use {held, sized};

/// Runs the sequence that these bytes are.
pub(crate) fn calls(data: &[u8]) {
    let mut caller = Caller::new(data);
    let mut left = CALLS;
    while left > 0 && !caller.bytes.is_empty() {
        caller.step();
        left -= 1;
    }
    caller.end();
}

/// A number that any change of the bytes changes.
fn sum(data: &[u8]) -> u32 {
    let mixed = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    data.iter().fold(0x811c_9dc5, mixed) >> 16
}

/// Who calls: one handle or two on one file, and the objects that came of earlier calls.
struct Caller<'a> {
    bytes: Unstructured<'a>,
    county: County,
    /// Whether each handle speaks GB18030, and which of them the call in hand is made on.
    gb18030: [bool; 2],
    /// Whether the file is verified at the end.
    checked: bool,
    /// Whether calls are made that take as long as hundreds of others.
    unhurried: bool,
    on: usize,
    clock: i64,
    ids: [i64; POOL],
    tickets: [*mut gd_ticket; POOL],
    lists: [*mut gd_tickets; POOL],
    figures: [*mut gd_figures; POOL],
    rows: [*mut gd_rows; POOL],
    /// Strings, structs and arrays of the call in hand.
    texts: Vec<CString>,
    structs: Vec<Box<[u8]>>,
    pointers: Vec<Box<[*const c_char]>>,
}

impl<'a> Caller<'a> {
    fn new(data: &'a [u8]) -> Self {
        assert_eq!((gd_set_language(1), gd_set_encoding(1)), (GD_OK, GD_OK));
        let (how, speaks) = (sum(data) % 512, sum(data) >> 9 & 1 == 1);
        let county = match how {
            0 | 2 => County::fresh(2),
            1 | 3 => County::fresh(1),
            _ => County::in_a_batch(),
        };
        let encoding = if speaks { GD_ENCODING_GB18030 } else { GD_ENCODING_UTF8 };
        let first = county.hotlines[0];
        assert_eq!(unsafe { gd_hotline_set_encoding(first, encoding) }, GD_OK);
        Self {
            bytes: Unstructured::new(data),
            county,
            checked: how < 2,
            unhurried: how < 32,
            gb18030: [speaks, false],
            on: 0,
            clock: given::FIRST_MORNING + 10_800_000,
            ids: County::ids(),
            tickets: [null_mut(); POOL],
            lists: [null_mut(); POOL],
            figures: [null_mut(); POOL],
            rows: [null_mut(); POOL],
            texts: Vec::new(),
            structs: Vec::new(),
            pointers: Vec::new(),
        }
    }

    fn step(&mut self) {
        self.texts.clear();
        self.structs.clear();
        self.pointers.clear();
        match self.below(26) {
            0 | 1 => self.take_one_in(),
            2 => self.find(),
            3 => self.ask_about_one(),
            4 => self.ask_for_figures(),
            5 => self.ask_for_rows(),
            6 => self.ask_for_columns(),
            7 if self.unhurried => self.ask_for_a_bulletin(),
            7 => self.look(),
            8 => self.compare(),
            9 => self.register(),
            10 => self.office(),
            11 => self.manners(),
            12 => self.person(),
            13 => self.words(),
            14 => self.file(),
            15 => self.look(),
            16 | 17 => self.speak(),
            18 => self.past(),
            _ => self.go_on(),
        }
    }

    /// What must hold after every call.
    fn held(&mut self, status: gd_status, handed_out: bool, call: &str) -> gd_status {
        let message = unsafe { CStr::from_ptr(gd_error_message()) };
        let argument = unsafe { CStr::from_ptr(gd_error_argument()) };
        let known = (GD_OK..=GD_E_REPLACED).contains(&status);
        let holds = known
            && status != GD_E_BUG
            && (status != GD_E_CORRUPT || ["gd_salvage", "gd_journal_read"].contains(&call))
            && status == gd_error_status()
            && (status == GD_OK) == message.is_empty()
            && (argument.is_empty() || status == GD_E_INVALID_INPUT)
            && (status == GD_E_REFUSED) == (gd_error_refusal_code() != 0)
            && (status == GD_OK || !handed_out);
        assert!(holds, "{call} came to {status}: {message:?}");
        status
    }

    /// Keeps a ticket that was handed out, and looks at it.
    fn keep(&mut self, ticket: *mut gd_ticket) {
        if ticket.is_null() {
            return;
        }
        let (place, id_place) = (self.place(), self.place());
        unsafe { gd_ticket_free(self.tickets[place]) };
        self.tickets[place] = ticket;
        self.ids[id_place] = unsafe { gd_ticket_id(ticket) };
        let matter = unsafe { gd_ticket_matter(ticket) };
        if !matter.is_null() {
            let bytes = unsafe { CStr::from_ptr(matter) }.to_bytes();
            let read = match self.gb18030[self.on] {
                true => {
                    GB18030.decode_without_bom_handling_and_without_replacement(bytes).is_some()
                }
                false => std::str::from_utf8(bytes).is_ok(),
            };
            assert!(read, "{bytes:?} is in the encoding of the handle");
        }
    }

    fn manners(&mut self) {
        let (h, mut entries) = (self.handle(), null_mut());
        match self.below(20) {
            16 | 17 => held!(self, gd_hotline_begin_row(h)),
            18 => held!(self, gd_hotline_keep_row(h)),
            19 => held!(self, gd_hotline_take_row_back(h)),
            0..=2 if self.unhurried => self.commit(h),
            0..=3 => self.roll_back(h),
            4..=6 => held!(self, gd_hotline_begin(h)),
            7..=13 => held!(self, gd_hotline_pending(h), entries),
            _ => self.mistake(),
        };
        self.see_entries(entries);
        unsafe { gd_entries_free(entries) };
        // Twice, by mistake: what is freed is never read.
        unsafe { gd_entries_free(entries) };
    }

    fn commit(&mut self, h: *mut gd_hotline) -> gd_status {
        let status = held!(self, gd_hotline_commit(h));
        self.county.changed |= status == GD_OK;
        status
    }

    /// On the kept file the next batch begins at once: what is done outside of one stays.
    fn roll_back(&mut self, h: *mut gd_hotline) -> gd_status {
        match held!(self, gd_hotline_roll_back(h)) == GD_OK && self.county.is_kept() {
            true => held!(self, gd_hotline_begin(h)),
            false => GD_OK,
        }
    }

    fn speak(&mut self) {
        let (handle, code) = (self.handle(), self.code(2));
        if held!(self, gd_hotline_set_encoding(handle, code)) == GD_OK {
            self.gb18030[self.on] = code == GD_ENCODING_GB18030;
        }
    }

    /// What a caller may do by mistake, and is told of.
    fn mistake(&mut self) -> gd_status {
        let place = self.place();
        unsafe {
            gd_tickets_free(self.tickets[place].cast());
            gd_rows_count(self.figures[place].cast());
            gd_figures_free(self.rows[place].cast());
            gd_rows_free(self.lists[place].cast());
            gd_hotline_close(self.tickets[place].cast());
        }
        GD_OK
    }

    /// The file is sound, and every object can be freed, before its handle is closed or after.
    fn end(mut self) {
        if self.checked {
            let first = self.county.hotlines[0];
            unsafe {
                gd_hotline_roll_back(first);
                gd_hotline_roll_back(self.county.hotlines[1]);
            }
            self.is_sound(first);
        }
        for place in 0..POOL {
            unsafe {
                gd_ticket_free(self.tickets[place]);
                gd_tickets_free(self.lists[place]);
                gd_figures_free(self.figures[place]);
                gd_rows_free(self.rows[place]);
            }
        }
        self.county.leave();
    }

    fn is_sound(&mut self, hotline: *mut gd_hotline) {
        let mut verified = null_mut();
        if held!(self, gd_hotline_verify(hotline, None, null_mut()), verified) == GD_OK {
            assert_eq!(unsafe { gd_verified_count(verified) }, 0, "the file is sound");
        }
        unsafe { gd_verified_free(verified) };
    }
}
