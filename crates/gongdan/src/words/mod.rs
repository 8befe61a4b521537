//! The ground: errors, the closed lists that are the library's own, and their codes by name.

mod against;
mod class;
mod error;
pub(crate) mod flags;
mod form;
mod grouping;
pub(crate) mod known;
mod limit_of;
mod lists;
pub(crate) mod named;
mod queue;
mod report;
mod table;
mod viewer;

pub use against::Against;
pub use class::Class;
pub use error::{Error, ErrorKind, Outcome, Result};
pub use form::Form;
pub use grouping::{Basis, Grouping};
pub use limit_of::LimitOf;
pub use lists::LISTS;
pub use queue::Queue;
pub use report::ErrorReport;
pub use table::Table;
pub use viewer::Viewer;
