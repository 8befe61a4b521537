//! What `make faces` writes from the tables; it is not changed by hand.

pub mod beside;
pub mod bulletin;
pub mod closing;
pub mod desk;
pub mod dispatch;
pub mod filter;
pub mod handling;
pub mod persons;
pub mod question;
pub mod ranking;
pub mod spans;
pub mod statuses;
pub mod ticket;
pub mod words;
