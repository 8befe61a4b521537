//! Questions about tickets: how one stands, what happened to it, which ones a filter finds.

mod explain;
mod filter;
mod find;
mod rules;
mod sample;
mod ticket;
mod view;
mod warnings;

pub use explain::{Explained, LimitMove};
pub use filter::{FILTER, Filter, Page, Tickets};
pub use view::View;
pub use warnings::LimitWarning;

pub(crate) use find::look_up;
