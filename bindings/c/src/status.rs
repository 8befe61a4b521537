//! Statuses: the library's kinds of errors as numbers, and versions.

use std::ffi::c_char;

/// What a call came to: GD_OK, or one of the GD_E_ numbers. A number is never used for anything
/// else; a later library may add some, so treat an unknown one as a failure.
pub type gd_status = i32;

/// The call did what it says.
pub const GD_OK: gd_status = 0;
/// A rule of the ticket's life refuses the command; see gd_error_refusal_code.
pub const GD_E_REFUSED: gd_status = 1;
/// There is no such ticket, file, issue or figure.
pub const GD_E_NOT_FOUND: gd_status = 2;
/// An argument is wrong in itself; gd_error_argument names it.
pub const GD_E_INVALID_INPUT: gd_status = 3;
/// The ticket has changed since the caller saw it, or a request id stands for something else.
pub const GD_E_CONFLICT: gd_status = 4;
/// Others kept the file locked for longer than the handle waits, or another thread is inside a
/// call on the same handle.
pub const GD_E_BUSY: gd_status = 5;
/// The file was opened for reading only.
pub const GD_E_READ_ONLY: gd_status = 6;
/// The file was written by a newer gongdan.
pub const GD_E_FILE_TOO_NEW: gd_status = 7;
/// The file is no gongdan file.
pub const GD_E_NOT_A_HOTLINE: gd_status = 8;
/// The file is damaged.
pub const GD_E_CORRUPT: gd_status = 9;
/// The handle or object is closed, freed, or was never one.
pub const GD_E_CLOSED: gd_status = 10;
/// The machine failed: disk, permission, memory.
pub const GD_E_IO: gd_status = 11;
/// Something stands there already and is not overwritten.
pub const GD_E_EXISTS: gd_status = 12;
/// A mistake in gongdan itself; the handle it happened on only closes from then on.
pub const GD_E_BUG: gd_status = 13;
/// The call was told to stop; what it did was taken back.
pub const GD_E_INTERRUPTED: gd_status = 14;
/// Something was under way on the file when the process was forked: the file is the parent's.
pub const GD_E_FORKED: gd_status = 15;
/// Another program took the file or its log away while it was open: no more is written.
pub const GD_E_REPLACED: gd_status = 16;

/// The version this header belongs to: major, minor and patch as 1000000 * major + 1000 * minor
/// + patch. Compare it with gd_version_number.
pub const GD_VERSION_NUMBER: i32 = 1_000;
/// The version of the library that runs, as a number like GD_VERSION_NUMBER.
///
/// Any thread. Leaves the thread's last message alone.
#[unsafe(no_mangle)]
pub extern "C" fn gd_version_number() -> i32 {
    GD_VERSION_NUMBER
}

/// The version of the library that runs, as text. The string lives for ever.
///
/// Any thread. Leaves the thread's last message alone.
#[unsafe(no_mangle)]
pub extern "C" fn gd_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_number_and_the_text_are_one_version() {
        let part = |text: &str| text.parse::<i32>().unwrap();
        let parts: Vec<i32> = env!("CARGO_PKG_VERSION").split('.').map(part).collect();
        let number = parts.iter().fold(0, |sum, part| sum * 1_000 + part);
        assert_eq!(number, super::gd_version_number());
    }
}
