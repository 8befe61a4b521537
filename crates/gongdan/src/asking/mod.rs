//! Questions about tickets: how one stands, what happened to it, which ones a filter finds.

pub(crate) mod filter;
pub(crate) mod history;
pub(crate) mod ticket;

pub use filter::{FILTER, Filter, LimitOf, Page, Tickets};
pub use history::{Explained, TicketText};
