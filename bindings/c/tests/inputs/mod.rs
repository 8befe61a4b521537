//! Inputs of the fuzzer: those that were kept, and those from numbers.

/// Every kept input of a target, with its name; at least so many.
pub(crate) fn kept(target: &str, least: usize) -> Vec<(String, Vec<u8>)> {
    let folder = format!("{}/fuzz/corpus/{target}", env!("CARGO_MANIFEST_DIR"));
    let mut kept: Vec<_> = std::fs::read_dir(folder)
        .expect("the corpus")
        .map(|file| file.expect("a file of the corpus").path())
        .collect();
    kept.sort();
    assert!(kept.len() > least, "the corpus is there");
    let read = |file: &std::path::PathBuf| std::fs::read(file).expect("an input");
    kept.iter().map(|file| (file.display().to_string(), read(file))).collect()
}

/// So many bytes from a number, always the same ones.
pub(crate) fn bytes_of(number: u64, count: usize) -> Vec<u8> {
    let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    (0..count).map(|_| next()).collect()
}
