//! The rule book of a government hotline's ticket (工单), pure: no SQL, no clock, no files, no
//! randomness, no environment. Whatever is impure comes in as an argument.
#![forbid(unsafe_code)]

mod calendar;
mod deadline;
mod explain;
mod invalid;
mod moment;
mod notices;
mod office_hours;
mod period;
mod working_days;

pub use calendar::{Calendar, DayKind, Notice, SpecialDay};
pub use deadline::{Clock, Limit};
pub use explain::DayLine;
pub use invalid::{Invalid, Problem};
pub use moment::{Day, Moment, parse_day};
pub use notices::china_notices;
pub use office_hours::OfficeHours;
pub use period::Period;
pub use working_days::{DayVerdict, Why, WorkingDays};
