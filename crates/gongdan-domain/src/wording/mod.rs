//! All sentences for people, in two languages: why a command was refused, what is wrong with an
//! argument, what a limit is, why a day counts. A face chooses the language.

mod chinese;
mod english;
mod pieces;
mod spoken;

pub use spoken::{Language, denied, invalid, invalid_typed, limit, refusal, why};
