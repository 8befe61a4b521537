//! The fuzz target: each input is a sequence of calls on the C face.
#![no_main]

#[path = "../calls/mod.rs"]
mod calls;

libfuzzer_sys::fuzz_target!(|data: &[u8]| calls::calls(data));
