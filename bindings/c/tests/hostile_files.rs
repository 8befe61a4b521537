//! Hostile files as the fuzzer makes them: every input that was kept, those from numbers, and the
//! sound files themselves, of which every question is answered.

#[path = "../fuzz/files/mod.rs"]
mod files;
mod inputs;

const FILES: u64 = 60;

fn holds(data: &[u8], called: &str) {
    let done = std::panic::catch_unwind(|| files::file(data));
    assert!(done.is_ok(), "{called} does not hold");
}

#[test]
fn the_kept_files_still_hold() {
    inputs::kept("files", 10).iter().for_each(|(name, data)| holds(data, name));
}

#[test]
fn files_from_numbers_hold() {
    for number in 1..=FILES {
        holds(&inputs::bytes_of(number, 24), &format!("the file of {number}"));
    }
}

#[test]
fn a_sound_file_answers_every_question() {
    files::sound_files_answer();
}
