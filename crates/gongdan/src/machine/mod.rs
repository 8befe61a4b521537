//! What a machine has that the domain has not: a clock, patience, and somebody who may stop it.

pub(crate) mod clock;
pub(crate) mod patience;
pub(crate) mod watch;

pub use clock::now;
pub use watch::{asked_outside, watched};
