//! What is printed, in every form, read back by other people's readers. One program, which is linked once.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests; a panic is a failed test")]

mod by_hand;
mod formats;
mod forms;
mod golden;
mod hostile;
mod lived;
mod misuses;
mod paper;
mod pictures;
mod places;
mod published;
mod read;
mod reference;
mod whose;
