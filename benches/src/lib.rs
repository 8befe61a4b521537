//! What the measurements share: an office, tickets that live five steps each, the peer in C, ratios
//! of medians taken in one run, files to ask and the memory of processes.
#![forbid(unsafe_code)]

mod city;
mod desk;
mod memory;
mod peer;
mod ratio;

pub use city::{empty, golden, ten_years, two_years};
pub use desk::{Desk, STEPS};
pub use memory::{peak_of, peak_until_end};
pub use peer::Peer;
pub use ratio::{Goal, median};

/// Any failure of a measurement.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;
