//! Sequences of calls on the C face, decoded from bytes: what the fuzzer makes up, and what the
//! ordinary tests replay.
//!
//! Most arguments are sensible, or hardly any sequence would come to anything; the rest are what
//! bytes happen to say. What must hold whatever is called stands in [`Caller::held`]; at the end of
//! a sequence the file is sound. (That, and a second handle, are half of the time of a short one:
//! the first byte says whether a sequence has them.)
// What a caller must hold stands once, at the top of the header; every pointer given here lives in
// the caller until its sequence ends, and every object is looked at before it is freed only.
#![allow(clippy::undocumented_unsafe_blocks, clippy::missing_safety_doc)]

mod act;
mod ask;
mod given;
mod office;

use std::ffi::{CStr, CString, c_char};
use std::path::PathBuf;
use std::ptr::null_mut;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use arbitrary::Unstructured;
use gongdan_c::batch::*;
use gongdan_c::error::*;
use gongdan_c::figures::{gd_figures, gd_figures_free};
use gongdan_c::find::{gd_tickets, gd_tickets_free};
use gongdan_c::hotline::*;
use gongdan_c::moment::*;
use gongdan_c::query::{gd_rows, gd_rows_count, gd_rows_free};
use gongdan_c::register::{gd_new_entry, gd_register_add};
use gongdan_c::stamp::gd_stamp;
use gongdan_c::status::*;
use gongdan_c::ticket::{gd_ticket, gd_ticket_free};
use gongdan_c::ticket_fields::*;
use gongdan_c::verify::*;

/// How many calls a sequence has at most.
const CALLS: usize = 40;
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
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name =
        format!("gongdan-calls-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let file = File(folder().join(name));
    file.write();
    let mut caller = Caller::new(data, &file);
    let mut left = CALLS;
    while left > 0 && !caller.bytes.is_empty() {
        caller.step();
        left -= 1;
    }
    caller.end();
}

fn folder() -> PathBuf {
    let shared = PathBuf::from("/dev/shm");
    if shared.is_dir() { shared } else { std::env::temp_dir() }
}

/// A file of a small county, removed when it goes.
struct File(PathBuf);

impl File {
    fn c_path(&self) -> CString {
        CString::new(self.0.to_string_lossy().as_bytes()).unwrap_or_default()
    }

    /// The county is founded once, and copied for every sequence.
    fn write(&self) {
        static COUNTY: OnceLock<Vec<u8>> = OnceLock::new();
        let county = COUNTY.get_or_init(|| {
            found(self);
            std::fs::read(&self.0).unwrap_or_default()
        });
        assert!(!county.is_empty() && std::fs::write(&self.0, county).is_ok(), "no county");
    }
}

impl Drop for File {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm"] {
            let mut path = self.0.clone().into_os_string();
            path.push(end);
            std::fs::remove_file(path).ok();
        }
    }
}

fn found(file: &File) {
    let mut hotline = null_mut();
    let (name, office) = (c"衡东县", c"衡东县行政审批服务局");
    let founding =
        sized!(gd_founding { region: 430424, name: name.as_ptr(), office: office.as_ptr() });
    let stamp =
        sized!(gd_stamp { role: 1, at: given::FIRST_MORNING - 86_400_000, by: c"desk".as_ptr() });
    let path = file.c_path();
    let status = unsafe { gd_hotline_create(path.as_ptr(), &founding, &stamp, 2, &mut hotline) };
    assert_eq!(status, GD_OK, "the county is founded");
    for (species, name) in given::ENTRIES {
        let name = CString::new(name).unwrap_or_default();
        let channel_kind = i32::from(species == given::CHANNEL_SPECIES);
        let entry = sized!(gd_new_entry {
            species: species,
            channel_kind: channel_kind,
            name: name.as_ptr()
        });
        let status = unsafe { gd_register_add(hotline, &stamp, &entry, null_mut()) };
        assert_eq!(status, GD_OK, "{name:?} is in the register");
    }
    unsafe { gd_hotline_close(hotline) };
}

/// Who calls: two handles on one file, and the objects that came of earlier calls.
struct Caller<'a> {
    bytes: Unstructured<'a>,
    hotlines: [*mut gd_hotline; 2],
    /// Whether each handle speaks GB18030, and which of them the call in hand is made on.
    gb18030: [bool; 2],
    /// Whether the file is verified at the end.
    checked: bool,
    on: usize,
    clock: i64,
    ids: [i64; POOL],
    tickets: [*mut gd_ticket; POOL],
    lists: [*mut gd_tickets; POOL],
    figures: [*mut gd_figures; POOL],
    rows: [*mut gd_rows; POOL],
    /// Strings and arrays of the call in hand.
    texts: Vec<CString>,
    pointers: Vec<Box<[*const c_char]>>,
}

impl<'a> Caller<'a> {
    fn new(data: &'a [u8], file: &File) -> Self {
        assert_eq!((gd_set_language(1), gd_set_encoding(1)), (GD_OK, GD_OK));
        let mut hotlines = [null_mut(); 2];
        let path = file.c_path();
        let mut bytes = Unstructured::new(data);
        let how: u8 = bytes.arbitrary().unwrap_or(0);
        for hotline in hotlines.iter_mut().take(if how & 1 == 0 { 1 } else { 2 }) {
            let status = unsafe { gd_hotline_open_patient(path.as_ptr(), 2, 0, hotline) };
            assert_eq!(status, GD_OK, "the county opens");
        }
        Self {
            bytes,
            checked: how & 6 == 0,
            hotlines,
            gb18030: [false; 2],
            on: 0,
            clock: given::FIRST_MORNING,
            ids: [0; POOL],
            tickets: [null_mut(); POOL],
            lists: [null_mut(); POOL],
            figures: [null_mut(); POOL],
            rows: [null_mut(); POOL],
            texts: Vec::new(),
            pointers: Vec::new(),
        }
    }

    fn step(&mut self) {
        self.texts.clear();
        self.pointers.clear();
        match self.below(20) {
            0..=2 => self.take_one_in(),
            3 => self.find(),
            4 => self.ask_about_one(),
            5 => self.ask_for_figures(),
            6 => self.ask_for_rows(),
            7 => self.ask_for_columns(),
            8 => self.ask_for_a_bulletin(),
            9 => self.compare(),
            10 => self.register(),
            11 => self.office(),
            12 => self.manners(),
            13 => self.person(),
            _ => self.go_on(),
        }
    }

    /// What must hold after every call.
    fn held(&mut self, status: gd_status, handed_out: bool, call: &str) -> gd_status {
        let message = unsafe { CStr::from_ptr(gd_error_message()) };
        let argument = unsafe { CStr::from_ptr(gd_error_argument()) };
        let known = (GD_OK..=GD_E_INTERRUPTED).contains(&status);
        let holds = known
            && status != GD_E_BUG
            && status != GD_E_CORRUPT
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
        let (place, id_place, moment) = (self.place(), self.place(), self.number());
        unsafe { gd_ticket_free(self.tickets[place]) };
        self.tickets[place] = ticket;
        unsafe {
            self.ids[id_place] = gd_ticket_id(ticket);
            assert!(!gd_ticket_number(ticket).is_null(), "every ticket has a number");
            gd_ticket_assisting_at(ticket, 0);
            gd_ticket_is_overdue(ticket, moment);
        }
    }

    fn manners(&mut self) {
        let mut entries = null_mut();
        let mut buffer = [0; 24];
        let mut moment = 0;
        match self.below(9) {
            0 => held!(self, gd_hotline_begin(self.handle())),
            1 => held!(self, gd_hotline_commit(self.handle())),
            2 => held!(self, gd_hotline_roll_back(self.handle())),
            3 => held!(self, gd_hotline_pending(self.handle()), entries),
            4 => self.speak(),
            5 => held!(
                self,
                gd_moment_write(self.number(), buffer.as_mut_ptr(), u64::from(self.below(25)))
            ),
            6 => held!(self, gd_moment_read(self.text(), &mut moment)),
            7 => self.language(),
            _ => self.mistake(),
        };
        unsafe { gd_entries_free(entries) };
    }

    fn language(&mut self) -> gd_status {
        let status = gd_set_language(self.code(2));
        self.held(status, false, "gd_set_language")
    }

    fn speak(&mut self) -> gd_status {
        let (handle, code) = (self.handle(), self.code(2));
        let status = held!(self, gd_hotline_set_encoding(handle, code));
        if status == GD_OK {
            self.gb18030[self.on] = code == 2;
        }
        status
    }

    /// What a caller may do by mistake, and is told of.
    fn mistake(&mut self) -> gd_status {
        let place = self.place();
        unsafe {
            gd_tickets_free(self.tickets[place].cast());
            gd_rows_count(self.figures[place].cast());
        }
        GD_OK
    }

    /// The file is sound, and every object can be freed.
    fn end(mut self) {
        let [first, second] = self.hotlines;
        unsafe {
            gd_hotline_roll_back(first);
            gd_hotline_roll_back(second);
        }
        if self.checked {
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
        unsafe {
            gd_hotline_close(first);
            gd_hotline_close(second);
        }
    }

    fn is_sound(&mut self, hotline: *mut gd_hotline) {
        let mut verified = null_mut();
        held!(self, gd_hotline_verify(hotline, None, null_mut()), verified);
        assert_eq!(unsafe { gd_verified_count(verified) }, 0, "the file is sound");
        unsafe { gd_verified_free(verified) };
    }
}
