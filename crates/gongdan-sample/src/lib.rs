//! Invented tickets to try a hotline with: one golden month whose figures are those of a real
//! printed bulletin, and cities of any number of tickets from a seed.
//!
//! Everything here is a *plan*: who called when about what, and what the desk and the units then
//! did. A plan depends on its seed alone, so the same seed gives the same lives on any machine.
//!
//! ```
//! let month = gongdan_sample::golden_month()?;
//! assert_eq!(month.lives.len(), 3_338);
//! # Ok::<(), gongdan_domain::Invalid>(())
//! ```
#![forbid(unsafe_code)]

mod account;
mod city;
mod contacts;
mod course;
mod day_curve;
mod dice;
mod difficult;
mod intake;
mod life;
mod live;
mod matters;
mod month;
mod month_days;
mod office;
mod office_book;
mod people;
mod rows;
mod script;
mod typical;

pub use account::{Printed, printed};
pub use city::{City, Mix};
pub use contacts::DayContacts;
pub use life::{
    Closing, Dispute, Handling, Life, Path, PlannedCallback, PlannedCase, PlannedLeg,
    PlannedRework, SignOff, Turned,
};
pub use live::{Lived, any_leap, city_file, found, golden_file, live_city, live_golden};
pub use month::{Month, golden_month};
pub use office_book::{CALLS, reference_entries};
pub use rows::{CategoryRow, ChannelRow, UnitRow};
pub use script::{Script, Step};
