//! The arguments of a call: sensible ones, and what bytes happen to say.

use std::ffi::{CString, c_char};
use std::ptr::{null, null_mut};

use encoding_rs::GB18030;
use gongdan_c::hotline::gd_hotline;
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
    4_304_240_000_000_001,
    -62_135_625_600_001,
    253_402_300_800_000,
    FIRST_MORNING,
];

impl Caller<'_> {
    pub(super) fn below(&mut self, end: u8) -> u8 {
        self.bytes.arbitrary::<u8>().unwrap_or(0) % end
    }

    pub(super) fn place(&mut self) -> usize {
        usize::from(self.below(POOL as u8))
    }

    fn sensible(&mut self) -> bool {
        self.below(12) != 11
    }

    pub(super) fn number(&mut self) -> i64 {
        match self.below(16) {
            place @ 0..=11 => NUMBERS[usize::from(place)],
            _ => self.bytes.arbitrary().unwrap_or(0),
        }
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

    pub(super) fn seen(&mut self) -> u32 {
        match self.below(6) {
            0 => u32::from(self.below(5)),
            _ => 0,
        }
    }

    pub(super) fn handle(&mut self) -> *mut gd_hotline {
        match self.below(24) {
            22 => null_mut(),
            23 => self.tickets[0].cast(),
            which => {
                self.on = usize::from(which % 2);
                if self.hotlines[self.on].is_null() {
                    self.on = 0;
                }
                self.hotlines[self.on]
            }
        }
    }

    /// Any text: none, a long one, or bytes up to their first zero.
    pub(super) fn text(&mut self) -> *const c_char {
        let bytes = match self.below(12) {
            0 => return null(),
            1 => vec![b'y'; 30_000],
            length => {
                let length = usize::from(length) * 2;
                self.bytes.bytes(length.min(self.bytes.len())).unwrap_or_default().to_vec()
            }
        };
        self.lend(bytes)
    }

    /// This text, in the encoding of the handle in hand; or any.
    pub(super) fn name(&mut self, good: &str) -> *const c_char {
        match self.sensible() {
            true if self.gb18030[self.on] => self.lend(GB18030.encode(good).0.into_owned()),
            true => self.lend(good.as_bytes().to_vec()),
            false => self.text(),
        }
    }

    /// Nothing, more often than a name.
    pub(super) fn maybe(&mut self, good: &str) -> *const c_char {
        match self.below(3) {
            0 => self.name(good),
            _ => null(),
        }
    }

    pub(super) fn unit(&mut self) -> *const c_char {
        let good = [UNIT, OTHER_UNIT][usize::from(self.below(2))];
        self.name(good)
    }

    fn lend(&mut self, mut bytes: Vec<u8>) -> *const c_char {
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

    pub(super) fn stamp(&mut self) -> gd_stamp {
        self.clock += i64::from(self.below(250)) * 80_000;
        let mut stamp = sized!(gd_stamp {
            role: self.code(3),
            at: self.moment(),
            by: self.name("坐席07"),
            unit: self.unit(),
        });
        match self.below(32) {
            31 => stamp.request = self.text(),
            30 => stamp.request = self.name("request-1"),
            29 => stamp.size = u32::from(self.below(8)),
            28 => stamp.size = u32::MAX,
            _ => {}
        }
        stamp
    }
}
