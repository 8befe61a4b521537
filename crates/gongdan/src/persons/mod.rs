//! Personal data: shown with a reason and an event, erased, kept no longer than its term.

pub(crate) mod exposure;
mod privacy;
mod retention;

pub use exposure::Exposure;
pub use privacy::{Erasure, MaskedCaller, Subject, SubjectRecord};
pub use retention::Expired;
