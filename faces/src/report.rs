//! Counts the lines of the faces: written by hand, written by the writers, and the writers' own.

use std::path::Path;

use crate::page::{Page, root};

/// What is told by hand of verbs, constants, getters, filters and subcommands, face by face.
const BY_HAND: &[(&str, &[&str])] = &[
    ("C", &["bindings/c/src/names.rs", "bindings/c/src/find.rs"]),
    (
        "Python",
        &["bindings/python/python/gongdan/actor.py", "bindings/python/python/gongdan/actors.py"],
    ),
    (
        "terminal",
        &[
            "crates/gongdan-cli/src/told.rs",
            "crates/gongdan-cli/src/verbs/ticket.rs",
            "crates/gongdan-cli/src/verbs/find.rs",
            "crates/gongdan-cli/src/who.rs",
        ],
    ),
];

/// How a value of each kind comes in: once a kind, whatever takes it.
const VALUES: &[&str] =
    &["bindings/c/src/numbers.rs", "bindings/python/python/gongdan/arguments.py"];

/// Prints the counts.
pub(crate) fn print(pages: &[Page]) -> Result<(), String> {
    let mut total = 0;
    for (face, files) in BY_HAND {
        let lines: usize = files.iter().map(|file| lines(&root().join(file))).sum();
        println!("by hand, {face}: {lines}");
        total += lines;
    }
    println!("by hand, all: {total}");
    let values: usize = VALUES.iter().map(|file| lines(&root().join(file))).sum();
    println!("by hand, how a value of each kind comes in: {values}");
    let writers = folder(&root().join("faces/src"))? + folder(&root().join("faces/templates"))?;
    println!("the writers, with their templates: {writers}");
    println!("written: {}", pages.iter().map(|page| page.text.lines().count()).sum::<usize>());
    Ok(())
}

/// The lines of a file; none of one that is gone.
fn lines(file: &Path) -> usize {
    std::fs::read_to_string(file).map_or(0, |text| text.lines().count())
}

fn folder(folder: &Path) -> Result<usize, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| error.to_string())?;
    let mut sum = 0;
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        sum += if path.is_dir() { self::folder(&path)? } else { lines(&path) };
    }
    Ok(sum)
}
