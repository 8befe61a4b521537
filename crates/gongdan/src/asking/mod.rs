//! Questions about tickets: how one stands, what happened to it, which ones a filter finds.

mod explain;
mod filter;
mod find;
mod rules;
mod ticket;

pub use explain::Explained;
pub use filter::{FILTER, Filter, Page, Tickets};

pub(crate) use find::look_up;
pub(crate) use ticket::history_entry;
