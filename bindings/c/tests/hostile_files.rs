//! Hostile files as the fuzzer makes them: every input that was kept, those from numbers, and the
//! sound files themselves, of which every question is answered.

#[path = "../fuzz/files/mod.rs"]
mod files;

const FILES: u64 = 60;

fn holds(data: &[u8], called: &str) {
    let done = std::panic::catch_unwind(|| files::file(data));
    assert!(done.is_ok(), "{called} does not hold");
}

#[test]
fn the_kept_files_still_hold() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus/files");
    let mut kept: Vec<_> = std::fs::read_dir(folder)
        .expect("the corpus")
        .map(|file| file.expect("a file of the corpus").path())
        .collect();
    kept.sort();
    assert!(kept.len() > 10, "the corpus is there");
    for file in kept {
        holds(&std::fs::read(&file).expect("an input"), &file.display().to_string());
    }
}

#[test]
fn files_from_numbers_hold() {
    for number in 1..=FILES {
        let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        };
        let data: Vec<u8> = (0..24).map(|_| next()).collect();
        holds(&data, &format!("the file of {number}"));
    }
}

#[test]
fn a_sound_file_answers_every_question() {
    files::sound_files_answer();
}
