//! Moments: milliseconds since 1970 UTC, read and written in Beijing time.

use std::ffi::c_char;

use gongdan::{Moment, Problem};

use crate::door::call;
use crate::fault::Fault;
use crate::numbers::moment;
use crate::sized;
use crate::status::gd_status;

/// No moment. (1970-01-01 00:00 UTC to the millisecond is the one moment that cannot be said.)
pub const GD_NO_MOMENT: i64 = 0;

/// The present moment, for callers who want it: nothing inside the library asks the clock.
#[unsafe(no_mangle)]
pub extern "C" fn gd_now() -> i64 {
    let mut now = GD_NO_MOMENT;
    call(|_| {
        now = gongdan::now().ms();
        Ok(())
    });
    now
}

/// Reads `YYYY-MM-DD HH:MM[:SS[.mmm]]` in Beijing time, or RFC 3339 with an offset.
///
/// Errors: GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_moment_read(text: *const c_char, at: *mut i64) -> gd_status {
    call(|reader| {
        sized::put(at, Moment::parse("at", &reader.required("at", text)?)?.ms());
        Ok(())
    })
}

/// Reads a cut-off: a moment as in gd_moment_read, or a bare date, which means its end.
///
/// Errors: GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_moment_read_as_of(text: *const c_char, as_of: *mut i64) -> gd_status {
    call(|reader| {
        sized::put(as_of, Moment::parse_as_of(&reader.required("as_of", text)?)?.ms());
        Ok(())
    })
}

/// Writes a moment as `YYYY-MM-DD HH:MM:SS` in Beijing time, and a zero byte: at least 20 bytes
/// of room. GD_NO_MOMENT is written as "".
///
/// Errors: GD_E_INVALID_INPUT when it does not fit or is beyond the years 1 to 9999.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_moment_write(at: i64, text: *mut c_char, room: u64) -> gd_status {
    call(|_| {
        let words = match at {
            GD_NO_MOMENT => String::new(),
            at => moment("at", at)?.to_string(),
        };
        if text.is_null() {
            return Err(Fault::missing("text"));
        }
        if room <= words.len() as u64 {
            let from = words.len() as i64 + 1;
            return Err(Fault::argument("room", Problem::OutOfRange { from, to: i64::MAX }));
        }
        // SAFETY: the header's contract: `room` bytes can be written, and the words are fewer.
        unsafe {
            std::ptr::copy_nonoverlapping(words.as_ptr(), text.cast(), words.len());
            text.add(words.len()).write(0);
        }
        Ok(())
    })
}
