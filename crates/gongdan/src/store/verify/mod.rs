//! Verify: the journal is replayed and compared with everything that was written from it, in parts
//! that two readers share.

mod anchors;
mod beside;
mod emptied;
mod events;
mod files;
mod office;
mod pages;
mod parts;
mod report;
mod requests;
mod rows;
mod strangers;
mod texts;
mod tickets;
mod whole;
mod work;

#[cfg(test)]
mod tests;

pub(crate) use anchors::SHORTEST;
pub use report::{Finding, Verified};
