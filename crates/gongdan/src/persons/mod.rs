//! Personal data: shown with a reason and an event, erased, kept no longer than its term.

mod privacy;
mod retention;
mod reveals;
mod viewed;

pub use privacy::{Erasure, MaskedCaller, Subject, SubjectRecord};
pub use retention::Expired;
