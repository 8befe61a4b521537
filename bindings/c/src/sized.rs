//! Structs that grow: what callers fill in and get filled begins with its size, so that programs
//! and libraries of different versions understand each other.

use gongdan::Problem;

use crate::fault::Fault;

/// A plain C struct whose first member is `uint32_t size`.
///
/// # Safety
/// `repr(C)`, `size` first, and every bit pattern, all zeros included, is a value.
pub(crate) unsafe trait Sized32: Copy {
    /// What it is called as an argument.
    const NAME: &'static str;
    /// Its size in the first version of the header.
    const FIRST: usize;
}

/// Declares a C struct that begins with its size.
macro_rules! sized {
    ($kind:ident, $name:literal, $first:expr) => {
        // SAFETY: `repr(C)`, `size` first; numbers and pointers only.
        unsafe impl crate::sized::Sized32 for $kind {
            const NAME: &'static str = $name;
            const FIRST: usize = $first;
        }
    };
}
pub(crate) use sized;

fn size_of_given<T: Sized32>(given: *const T) -> Result<usize, Fault> {
    if given.is_null() {
        return Err(Fault::missing(T::NAME));
    }
    // SAFETY: the header's contract: the struct begins with its size.
    let size = unsafe { given.cast::<u32>().read_unaligned() } as usize;
    let (from, to) = (T::FIRST as i64, 65_536);
    match (T::FIRST..=65_536).contains(&size) {
        true => Ok(size),
        false => Err(Fault::argument("size", Problem::OutOfRange { from, to })),
    }
}

/// Reads an in-struct of any version: what an older caller does not know is zero; what a newer
/// caller sets and this library does not know is an error, never overlooked.
pub(crate) fn read<T: Sized32>(given: *const T) -> Result<T, Fault> {
    let size = size_of_given(given)?;
    let known = size.min(size_of::<T>());
    // SAFETY: the header's contract: `size` bytes can be read.
    let bytes = unsafe { std::slice::from_raw_parts(given.cast::<u8>(), size) };
    if bytes[known..].iter().any(|byte| *byte != 0) {
        let rule = "this library is older than the program and does not know all that is asked";
        return Err(Fault::argument(T::NAME, Problem::Rule { rule }));
    }
    // SAFETY: the trait's contract: zeros are a value.
    let mut own: T = unsafe { std::mem::zeroed() };
    // SAFETY: both sides have `known` bytes, and any bytes are a value.
    unsafe {
        std::ptr::copy_nonoverlapping(bytes.as_ptr(), std::ptr::from_mut(&mut own).cast(), known);
    }
    Ok(own)
}

/// Reads an in-struct that may be left out.
pub(crate) fn read_any<T: Sized32>(given: *const T) -> Result<Option<T>, Fault> {
    match given.is_null() {
        true => Ok(None),
        false => read(given).map(Some),
    }
}

/// Fills an out-struct as far as its caller knows it; its size stays as the caller set it.
pub(crate) fn fill<T: Sized32>(out: *mut T, own: &T) -> Result<(), Fault> {
    let size = size_of_given(out.cast_const())?.min(size_of::<T>());
    let (from, to) = (std::ptr::from_ref(own).cast::<u8>(), out.cast::<u8>());
    // SAFETY: the header's contract: `size` bytes can be written; the first four stay.
    unsafe { std::ptr::copy_nonoverlapping(from.add(4), to.add(4), size - 4) };
    Ok(())
}

/// An array that a caller gave; NULL only when it is empty.
pub(crate) fn slice<'a, T>(
    name: &'static str,
    items: *const T,
    count: u64,
) -> Result<&'a [T], Fault> {
    const MOST: u64 = 1_000_000;
    if count > MOST {
        return Err(Fault::argument(name, Problem::OutOfRange { from: 0, to: MOST as i64 }));
    }
    match (items.is_null(), count) {
        (_, 0) => Ok(&[]),
        (true, _) => Err(Fault::missing(name)),
        // SAFETY: the header's contract: so many items stand there, for as long as the call.
        (false, _) => Ok(unsafe { std::slice::from_raw_parts(items, count as usize) }),
    }
}

/// Writes through an out-pointer unless it is NULL.
pub(crate) fn put<T>(out: *mut T, value: T) {
    if !out.is_null() {
        // SAFETY: the header's contract: an out-pointer that is not NULL can be written.
        unsafe { out.write(value) };
    }
}
