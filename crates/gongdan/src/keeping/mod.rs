//! The file as a whole: one state of it, its head, whether it is sound, its copies, and what is saved of
//! a damaged one.

mod backup;
mod health;
mod journal;
mod salvage;
mod snapshot;
mod verify;
