//! The rule book as tests: given what happened, when somebody asks, then what follows.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is a failed test")]

mod story;

mod attachments;
mod backfill;
mod callback;
mod clocks;
mod closing;
mod codes;
mod correct;
mod difficult;
mod dispatch;
mod exemption;
mod extension;
mod forwarding;
mod inspection;
mod intake;
mod joint;
mod journal;
mod office;
mod overlays;
mod pause;
mod privacy;
mod promised;
mod provisions;
mod random;
mod rated;
mod related;
mod returns;
mod review;
mod supervision;
mod table;
mod terms;
mod total;
mod verdicts;
