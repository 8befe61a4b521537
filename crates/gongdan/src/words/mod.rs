//! The ground: errors, and the closed lists that are the library's own.

pub(crate) mod class;
pub(crate) mod error;
pub(crate) mod form;
pub(crate) mod lists;

pub use class::Class;
pub use error::{Error, ErrorKind, Outcome, Result};
pub use form::Form;
pub use lists::LISTS;
