//! Whole-system tests on real files and with real processes. Every random test takes its seed from
//! a list and prints it when it fails.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod account;
mod anchored;
mod attached;
mod by_that_page;
mod canaries;
mod classes;
mod comparisons;
mod corrections;
mod crossing;
mod erasing;
mod files;
mod foreign_hands;
mod forgotten;
mod guarded;
mod guards_off;
mod hostile;
mod in_every_table;
mod inspected;
mod lines;
mod lists;
mod lived;
mod oracle;
mod past;
mod plans;
mod privacy;
mod publication;
mod query;
mod random_lives;
mod requests;
mod retention;
mod rows;
mod salvaged;
mod same_facts;
mod searching;
mod still;
mod taken_away;
mod tampered;
mod times;
mod trees;
mod two_processes;
mod viewed;
mod viewers;
mod warned;
mod what_if;
mod words;
