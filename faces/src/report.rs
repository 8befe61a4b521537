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

/// What is counted beside it.
const BESIDE: &[(&str, &[&str])] = &[
    (
        "by hand, how a value of each kind comes in, whatever takes it",
        &["bindings/c/src/numbers.rs", "bindings/python/python/gongdan/arguments.py"],
    ),
    ("the writers, with their templates", &["faces/src", "faces/templates"]),
];

/// Prints the counts.
pub(crate) fn print(pages: &[Page]) -> Result<(), String> {
    let mut total = 0;
    for (face, files) in BY_HAND {
        println!("{:6} by hand, {face}", lines(files)?);
        total += lines(files)?;
    }
    println!("{total:6} by hand, all");
    for (what, files) in BESIDE {
        println!("{:6} {what}", lines(files)?);
    }
    let written = pages.iter().filter(|page| !page.by_hand);
    println!("{:6} written", written.map(|page| page.text.lines().count()).sum::<usize>());
    Ok(())
}

fn lines(paths: &[&str]) -> Result<usize, String> {
    let counts = paths
        .iter()
        .map(|path| lines_of(&root().join(path)).map_err(|error| format!("{path}: {error}")));
    counts.sum()
}

/// The lines of a file, or of all files in a folder.
fn lines_of(path: &Path) -> std::io::Result<usize> {
    match path.is_dir() {
        true => std::fs::read_dir(path)?.map(|entry| lines_of(&entry?.path())).sum(),
        false => Ok(std::fs::read_to_string(path)?.lines().count()),
    }
}
