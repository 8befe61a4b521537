//! The stamp: who, in which role, when, and under which request id.

use std::ffi::c_char;

use gongdan::{Moment, Problem, Role, Stamp};

use crate::error::Fault;
use crate::sized;
use crate::strings::Reader;
use crate::vocabulary::gd_role;

/// Any version of the ticket: the caller does not say what it has seen.
pub const GD_ANY_VERSION: u32 = 0;

/// Who does it, in which role, when. Set it to GD_STAMP_INIT first: the role is then the centre.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_stamp {
    /// The size of this struct.
    pub size: u32,
    /// One of GD_ROLE_.
    pub role: gd_role,
    /// When: milliseconds since 1970 UTC, see gd_now. It has to be given.
    pub at: i64,
    /// The person's name; it has to be given.
    pub by: *const c_char,
    /// The unit's name, in the role of a unit.
    pub unit: *const c_char,
    /// The request's own id, 1 to 64 ASCII characters, or NULL. The same id again has one effect
    /// and the same answer: a call that failed with GD_E_IO can safely be made again.
    pub request: *const c_char,
}

sized::sized!(gd_stamp, "stamp", size_of::<gd_stamp>());

/// A moment that has to be given: 0 is none.
pub(crate) fn moment(name: &'static str, ms: i64) -> Result<Moment, Fault> {
    match ms {
        0 => Err(Fault::missing(name)),
        ms => Ok(Moment::from_ms(name, ms)?),
    }
}

/// A moment that may be left out.
pub(crate) fn moment_any(name: &'static str, ms: i64) -> Result<Option<Moment>, Fault> {
    match ms {
        0 => Ok(None),
        ms => Ok(Some(Moment::from_ms(name, ms)?)),
    }
}

/// A code of a word list: 0 is none.
macro_rules! code_any {
    ($kind:ty, $name:literal, $code:expr) => {
        match $code {
            0 => Ok::<Option<$kind>, crate::error::Fault>(None),
            code => match <$kind>::from_code(i64::from(code)) {
                Some(word) => Ok(Some(word)),
                None => Err(crate::stamp::unknown_code($name, <$kind>::ALL.len())),
            },
        }
    };
}
pub(crate) use code_any;

/// A code of a word list that has to be given.
macro_rules! code {
    ($kind:ty, $name:literal, $code:expr) => {
        crate::stamp::code_any!($kind, $name, $code)
            .and_then(|word| word.ok_or(crate::error::Fault::missing($name)))
    };
}
pub(crate) use code;

/// A number that stands for nothing in its list.
pub(crate) fn unknown_code(name: &'static str, words: usize) -> Fault {
    Fault::argument(name, Problem::OutOfRange { from: 1, to: words as i64 })
}

/// Reads a stamp.
pub(crate) fn read(reader: Reader, stamp: *const gd_stamp) -> Result<Stamp, Fault> {
    let given = sized::read(stamp)?;
    let at = moment("at", given.at)?;
    let by = reader.required("by", given.by)?;
    let unit = reader.optional("unit", given.unit)?;
    let stamp = match code!(Role, "role", given.role)? {
        Role::Centre => Stamp::centre(by, at),
        Role::Supervisor => Stamp::supervisor(by, at),
        Role::Unit => Stamp::unit(unit.ok_or(Fault::missing("unit"))?, by, at),
    };
    let request = reader.optional("request", given.request)?;
    Ok(match request {
        Some(id) => stamp.request(id),
        None => stamp,
    })
}
