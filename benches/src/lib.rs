//! What the measurements share: an office, tickets that live five steps each, the peer in C, and
//! ratios of medians taken in one run.
#![forbid(unsafe_code)]

mod desk;
mod peer;
mod ratio;

pub use desk::{Desk, STEPS};
pub use peer::Peer;
pub use ratio::{Goal, median};

/// Any failure of a measurement.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;
