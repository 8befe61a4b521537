//! The arguments of a call: sensible ones, and what bytes happen to say.

use std::ffi::{CString, c_char};
use std::ptr::{null, null_mut};

use encoding_rs::GB18030;
use gongdan_c::desk::gd_hotline;
use gongdan_c::stamp::gd_stamp;

use super::{Caller, POOL, sized};

/// 2020-09-01 08:00 in Beijing.
pub(super) const FIRST_MORNING: i64 = 1_598_918_400_000;

pub(super) const CHANNEL: &str = "来电";
pub(super) const UNIT: &str = "县城管执法局";
pub(super) const OTHER_UNIT: &str = "县住建局";
pub(super) const CATEGORY: &str = "城市管理";
pub(super) const PHONE: &str = "13812345678";
pub(super) const MATTER: &str = "路灯不亮";

pub(super) const CHANNEL_SPECIES: i32 = 3;
/// What stands in the register of the county: its species and its name.
pub(super) const ENTRIES: [(i32, &str); 4] =
    [(CHANNEL_SPECIES, CHANNEL), (1, UNIT), (1, OTHER_UNIT), (2, CATEGORY)];

const NUMBERS: [i64; 12] = [
    0,
    1,
    -1,
    255,
    i32::MAX as i64,
    i32::MIN as i64,
    i64::MAX,
    i64::MIN,
    430_424_000_000_001,
    -62_135_625_600_001,
    253_402_300_800_000,
    FIRST_MORNING,
];

/// Texts that somebody types one day: in another encoding, cut, not to be written in one of the
/// two, longer in GB18030 than in UTF-8, full of somebody else's syntax.
const ODD: [&[u8]; 20] = [
    b"",
    b" ",
    b"\xff\xfe",
    b"\xe5\x8e",
    b"\xc2\xb7\xb5\xc6",
    b"%s%n%s%n",
    b"'; drop table event; --",
    b"\"*",
    b"AND",
    "🍎".as_bytes(),
    "\u{e5e5}".as_bytes(),
    "\u{202e}".as_bytes(),
    "Łódź, Ünïcödé".as_bytes(),
    "㵟䶮".as_bytes(),
    b"\x81\x30\x81\x30",
    b"\x95\x32\x82",
    "2020-02-30".as_bytes(),
    "洣水镇㵟".as_bytes(),
    PHONE.as_bytes(),
    b"0",
];

/// What is longer in GB18030 than in UTF-8, or as long.
const RARE: [&str; 4] = ["Łódź, Ünïcödé", "㵟䶮", "🍎", "洣水镇㵟"];

pub(super) const PERIODS: [&str; 5] =
    ["2020-09", "2020-09..2020-10", "2020-Q3", "2020-09-01", "2021-01"];
pub(super) const DAYS: [&str; 3] = ["2020-09-01", "2020-10-09", "2019-12-31"];

impl Caller<'_> {
    pub(super) fn below(&mut self, end: u8) -> u8 {
        self.bytes.arbitrary::<u8>().unwrap_or(0) % end
    }

    pub(super) fn place(&mut self) -> usize {
        usize::from(self.below(POOL as u8))
    }

    fn sensible(&mut self) -> bool {
        self.below(24) != 23
    }

    pub(super) fn number(&mut self) -> i64 {
        match self.below(16) {
            place @ 0..=11 => NUMBERS[usize::from(place)],
            _ => self.bytes.arbitrary().unwrap_or(0),
        }
    }

    /// 0 mostly, which narrows nothing.
    pub(super) fn seldom(&mut self) -> i64 {
        if self.below(4) == 3 { self.number() } else { 0 }
    }

    pub(super) fn code(&mut self, most: u8) -> i32 {
        match self.sensible() {
            true => 1 + i32::from(self.below(most)),
            false => self.number() as i32,
        }
    }

    pub(super) fn id(&mut self) -> i64 {
        match self.sensible() {
            true => self.ids[self.place()],
            false => self.number(),
        }
    }

    pub(super) fn moment(&mut self) -> i64 {
        match self.sensible() {
            true => self.clock,
            false => self.number(),
        }
    }

    fn version(&mut self) -> u32 {
        match self.below(8) {
            7 => u32::from(self.below(5)),
            _ => 0,
        }
    }

    pub(super) fn handle(&mut self) -> *mut gd_hotline {
        match self.below(48) {
            46 => null_mut(),
            47 => self.tickets[0].cast(),
            which => {
                self.on = usize::from(which % 2);
                if self.county.hotlines[self.on].is_null() {
                    self.on = 0;
                }
                self.county.hotlines[self.on]
            }
        }
    }

    /// Any text: none, an odd or long one, or bytes up to their first zero.
    pub(super) fn text(&mut self) -> *const c_char {
        let bytes = match self.below(24) {
            0 => return null(),
            1 if self.below(8) == 7 => vec![b'y'; 30_000],
            1 => Vec::new(),
            place @ 2..22 => self.as_spoken(ODD[usize::from(place) - 2]),
            length => {
                let length = usize::from(length - 21) * 4;
                self.bytes.bytes(length.min(self.bytes.len())).unwrap_or_default().to_vec()
            }
        };
        self.lend(bytes)
    }

    /// In the encoding of the handle in hand, or as it is.
    fn as_spoken(&mut self, bytes: &[u8]) -> Vec<u8> {
        match std::str::from_utf8(bytes) {
            Ok(text) if self.gb18030[self.on] && self.below(4) > 0 => {
                GB18030.encode(text).0.into_owned()
            }
            _ => bytes.to_vec(),
        }
    }

    /// This text, in the encoding of the handle in hand; or any.
    pub(super) fn name(&mut self, good: &str) -> *const c_char {
        match self.sensible() {
            true if self.gb18030[self.on] => self.lend(GB18030.encode(good).0.into_owned()),
            true => self.lend(good.as_bytes().to_vec()),
            false => self.text(),
        }
    }

    /// One of these.
    pub(super) fn one_of(&mut self, good: &[&str]) -> *const c_char {
        let place = usize::from(self.below(good.len() as u8));
        self.name(good[place])
    }

    /// Nothing, more often than a name.
    pub(super) fn maybe(&mut self, good: &str) -> *const c_char {
        match self.below(3) {
            2 => self.name(good),
            _ => null(),
        }
    }

    /// Words for people: as they are, with rare characters, or any.
    pub(super) fn words_like(&mut self, good: &str) -> *const c_char {
        match self.below(6) {
            5 => self.text(),
            4 => self.one_of(&RARE),
            _ => self.name(good),
        }
    }

    pub(super) fn unit(&mut self) -> *const c_char {
        self.one_of(&[UNIT, UNIT, OTHER_UNIT])
    }

    pub(super) fn lend(&mut self, mut bytes: Vec<u8>) -> *const c_char {
        bytes.retain(|byte| *byte != 0);
        self.texts.push(CString::new(bytes).unwrap_or_default());
        self.texts.last().map_or(null(), |text| text.as_ptr())
    }

    /// Two names, where an array of names is asked for.
    pub(super) fn names(&mut self) -> *const *const c_char {
        let two = [self.unit(), self.text()];
        self.pointers.push(Box::new(two));
        self.pointers.last().map_or(null(), |names| names.as_ptr())
    }

    /// A struct in memory of its own: as large as it says, which a caller may have wrong.
    pub(super) fn given<T>(&mut self, whole: T) -> *const T {
        let full = size_of::<T>();
        let size = match self.below(64) {
            63 => usize::from(self.below(full as u8)),
            62 => full + 8,
            61 => return self.struct_of(&(u32::MAX.to_ne_bytes())).cast(),
            _ => full,
        };
        let mut own = vec![0; size.max(full)];
        // It begins with its size and holds numbers and pointers only.
        unsafe { std::ptr::copy_nonoverlapping((&raw const whole).cast(), own.as_mut_ptr(), full) };
        own[..4].copy_from_slice(&(size as u32).to_ne_bytes());
        own.truncate(size.max(4));
        if size > full {
            own[full] = self.below(2);
        }
        self.struct_of(&own).cast()
    }

    /// Room for a struct that the library fills, as large as it says.
    pub(super) fn room<T>(&mut self) -> *mut T {
        let full = size_of::<T>();
        let size = match self.below(8) {
            7 => usize::from(self.below(full as u8)),
            6 => full + 8,
            _ => full,
        };
        let mut own = vec![0; size.max(4)];
        own[..4].copy_from_slice(&(size as u32).to_ne_bytes());
        self.struct_of(&own).cast_mut().cast()
    }

    /// An array in memory of its own.
    pub(super) fn given_array<T: Copy>(&mut self, items: &[T]) -> *const T {
        // Numbers and pointers only, in memory that is aligned for any of them.
        let bytes =
            unsafe { std::slice::from_raw_parts(items.as_ptr().cast::<u8>(), size_of_val(items)) };
        self.struct_of(bytes).cast()
    }

    /// So many bytes, and no more.
    pub(super) fn buffer(&mut self, length: u8) -> *mut c_char {
        self.struct_of(&vec![0x55; usize::from(length)]).cast_mut().cast()
    }

    fn struct_of(&mut self, bytes: &[u8]) -> *const u8 {
        self.structs.push(bytes.into());
        self.structs.last().map_or(null(), |own| own.as_ptr())
    }

    pub(super) fn stamp(&mut self) -> *const gd_stamp {
        self.clock += i64::from(self.below(250)) * 80_000;
        let mut stamp =
            sized!(gd_stamp { role: 1 + i32::from(self.below(3) == 2), by: self.name("坐席07") });
        stamp.at = self.moment();
        stamp.unit = self.unit();
        stamp.version = self.version();
        match self.below(32) {
            31 => stamp.request = self.text(),
            30 | 29 => stamp.request = self.name("request-1"),
            28 => stamp.role = self.code(3),
            _ => {}
        }
        self.given(stamp)
    }
}
