//! The rule book of a government hotline's ticket (工单), pure: no SQL, no clock, no files, no
//! randomness, no environment. Whatever is impure comes in as an argument.
#![forbid(unsafe_code)]

mod invalid;
mod moment;
mod period;

pub use invalid::{Invalid, Problem};
pub use moment::{Day, Moment, parse_day};
pub use period::Period;
