//! The file as a whole: one state of it, its head, and what is saved of a damaged one.

mod salvage;
mod snapshot;
