//! Whole-system tests on real files and with real processes. Every random test takes its seed from
//! a list and prints it when it fails.

mod files;
mod foreign_hands;
mod killed;
mod lived;
mod oracle;
mod past;
mod random_lives;
mod requests;
mod tampered;
mod two_processes;
