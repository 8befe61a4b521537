//! Every sequence of calls that the fuzzer found worth keeping is replayed, and it knows all calls.

#[path = "../fuzz/calls/mod.rs"]
mod calls;

const SEQUENCES: u64 = 150;

#[test]
fn the_kept_sequences_still_hold() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus/calls");
    let mut kept: Vec<_> = std::fs::read_dir(folder)
        .expect("the corpus")
        .map(|file| file.expect("a file of the corpus").path())
        .collect();
    kept.sort();
    assert!(kept.len() > 50, "the corpus is there");
    for file in kept {
        let data = std::fs::read(&file).expect("a sequence");
        let replayed = std::panic::catch_unwind(|| calls::calls(&data));
        assert!(replayed.is_ok(), "{} does not hold", file.display());
    }
}

#[test]
fn sequences_from_numbers_hold() {
    for number in 1..=SEQUENCES {
        let data = bytes_of(number);
        let done = std::panic::catch_unwind(|| calls::calls(&data));
        assert!(done.is_ok(), "the sequence of {number} does not hold");
    }
}

/// As many bytes as a sequence takes, always the same ones.
fn bytes_of(number: u64) -> Vec<u8> {
    let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    (0..400).map(|_| next()).collect()
}

#[test]
fn every_exported_function_is_called() {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/");
    let read = |path: &str| std::fs::read_to_string(format!("{here}{path}")).expect(path);
    let files = ["act", "ask", "county", "files", "given", "look", "mod", "office", "words"];
    let sources: String = files.iter().map(|file| read(&format!("fuzz/calls/{file}.rs"))).collect();
    let words: std::collections::HashSet<&str> =
        sources.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect();
    let map = read("gongdan.map");
    let symbols: Vec<&str> = map
        .lines()
        .filter_map(|line| line.trim().strip_suffix(';'))
        .filter(|s| s.starts_with("gd_"))
        .collect();
    let missing: Vec<_> = symbols.iter().filter(|symbol| !words.contains(*symbol)).collect();
    assert!(symbols.len() > 200 && missing.is_empty(), "the fuzzer never calls {missing:?}");
}
