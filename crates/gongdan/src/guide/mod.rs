//! Topics, for those who build on the library: a page each, every example of which runs as a test.
//! Whole programs stand in the crate's `examples/`: a clerk's day, a service, an analyst's month, a nightly
//! job.

#[doc = include_str!("writers_and_readers.md")]
pub mod writers_and_readers {}

#[doc = include_str!("asynchronous.md")]
pub mod asynchronous {}

#[doc = include_str!("errors.md")]
pub mod errors {}

#[doc = include_str!("time.md")]
pub mod time {}

#[doc = include_str!("formats.md")]
pub mod formats {}

#[doc = include_str!("backups.md")]
pub mod backups {}

#[doc = include_str!("features.md")]
pub mod features {}
