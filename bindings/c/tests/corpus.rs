//! Every sequence of calls that the fuzzer found worth keeping is replayed, and it knows all calls.

#[path = "../fuzz/calls/mod.rs"]
mod calls;
mod inputs;

const SEQUENCES: u64 = 150;

fn holds(data: &[u8], called: &str) {
    let done = std::panic::catch_unwind(|| calls::calls(data));
    assert!(done.is_ok(), "{called} does not hold");
}

#[test]
fn the_kept_sequences_still_hold() {
    inputs::kept("calls", 50).iter().for_each(|(name, data)| holds(data, name));
}

#[test]
fn sequences_from_numbers_hold() {
    for number in 1..=SEQUENCES {
        holds(&inputs::bytes_of(number, 400), &format!("the sequence of {number}"));
    }
}

#[test]
fn every_exported_function_is_called() {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/");
    let read = |path: &str| std::fs::read_to_string(format!("{here}{path}")).expect(path);
    let files =
        ["act", "ask", "county", "files", "given", "look", "mod", "office", "past", "words"];
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
