//! The C face: a translation of the library's own face with one door. Nothing is decided here.
//!
//! `include/gongdan.h` is generated from these files and is the reference for C programmers; its
//! first page says what holds for every function.

pub mod arrow;
pub mod attachment;
pub mod batch;
pub mod bulletin;
pub mod caller;
pub mod desk;
pub mod document;
mod door;
pub mod error;
pub mod explain;
mod fault;
pub mod figures;
pub mod find;
pub mod history;
pub mod hotline;
pub mod importing;
mod last;
pub mod leaving;
mod live;
pub mod moment;
pub mod names;
pub mod numbers;
pub mod office;
pub mod past;
pub mod publish;
pub mod query;
pub mod ranking;
pub mod refs;
pub mod register;
pub mod salvage;
pub mod saving;
mod sized;
pub mod stamp;
pub mod status;
mod strings;
pub mod ticket;
pub mod verify;
pub mod viewer;
pub mod written;
