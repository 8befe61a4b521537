//! Every sequence of calls that the fuzzer found worth keeping is replayed.

#[path = "../fuzz/calls/mod.rs"]
mod calls;

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
