//! Calls without a file: the lists of words, moments, the language, the last error.

use std::ffi::CStr;
use std::ptr::null_mut;

use gongdan_c::error::*;
use gongdan_c::moment::*;
use gongdan_c::names::*;
use gongdan_c::status::*;

use super::given::DAYS;
use super::look::seen;
use super::{Caller, held};

impl Caller<'_> {
    pub(super) fn words(&mut self) {
        match self.below(6) {
            0 => self.listed(),
            1 => self.named(),
            2 => self.write_a_moment(),
            3 => self.read_a_moment(),
            4 => self.last_error(),
            _ => {
                let language = self.code(2);
                self.held(gd_set_language(language), false, "gd_set_language");
            }
        }
    }

    fn listed(&mut self) {
        let (of, code, index) = (self.code(24), self.code(60), self.seldom() as u64);
        seen(gd_name(of, code));
        seen(gd_term(of, code));
        let count = gd_list_count(of);
        assert_eq!(gd_list_code(of, count), 0, "no more than were counted");
        gd_list_code(of, index);
    }

    fn named(&mut self) {
        let mut code = 0;
        let (of, name) = (self.code(24), self.one_of(&["closed", "sign_off", "satisfied", "unit"]));
        held!(self, gd_code(of, name, &mut code));
        let measure = self.one_of(&["closure_rate", "no_such_rate"]);
        seen(unsafe { gd_measure_rule(measure) });
        seen(gd_version());
        assert!(gd_version_number() > 0 && gd_now() > 0);
    }

    /// Into room that is as large as it says.
    fn write_a_moment(&mut self) {
        let (at, length) = (self.number(), self.below(25));
        let room = match self.below(16) {
            15 => null_mut(),
            _ => self.buffer(length),
        };
        if held!(self, gd_moment_write(at, room, u64::from(length))) == GD_OK {
            seen(room);
        }
    }

    fn read_a_moment(&mut self) {
        let mut moment = 0;
        let text = self.one_of(&["2020-09-24 16:50", "2020-09-24T16:50:00+08:00", DAYS[0]]);
        held!(self, gd_moment_read(text, &mut moment));
        held!(self, gd_moment_read_as_of(text, &mut moment));
        held!(self, gd_moment_read(self.text(), null_mut()));
    }

    /// What is said of the last error does not change it.
    fn last_error(&mut self) {
        let status = gd_error_status();
        let allowed = gd_error_allowed_count();
        assert_eq!(gd_error_allowed_at(allowed), 0, "no more than were counted");
        let asked = [gd_error_asked(), gd_error_bound(), gd_error_outcome(), gd_error_retry()];
        let numbers = (gd_error_bound_value(), gd_error_version(), gd_error_stage());
        std::hint::black_box((asked, numbers));
        let message = unsafe { CStr::from_ptr(gd_error_message()) };
        assert_eq!((status, status == GD_OK), (gd_error_status(), message.is_empty()));
    }
}
