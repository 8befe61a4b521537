//! Wild lives, the laws of the figures over them, and answers for an oracle that shares nothing with
//! the library's counting.
#![forbid(unsafe_code)]

mod asked;
mod deeds;
mod laws;
mod office;
mod taking_in;
mod wild;

pub use asked::answer_all;
pub use laws::{Law, try_all};
pub use wild::Wild;
