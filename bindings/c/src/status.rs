//! Statuses: the library's kinds of errors as numbers, and versions.

use std::ffi::c_char;

/// What a call came to: GD_OK, or one of the GD_E_ numbers. A number is never used for anything
/// else; a later library may add some, so treat an unknown one as a failure.
pub type gd_status = i32;

/// The call did what it says.
pub const GD_OK: gd_status = 0;

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
