//! The fuzz target: each input is a few changes of a sound file, and what is asked of it.
#![no_main]

#[path = "../files/mod.rs"]
mod files;

libfuzzer_sys::fuzz_target!(|data: &[u8]| files::file(data));
