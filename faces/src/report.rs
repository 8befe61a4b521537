//! Counts the lines of the faces: written by hand, written by the writers, and the writers' own.

use std::path::Path;

use crate::page::{Page, root};

/// What is counted, and where it stands.
type Counted = (&'static str, &'static str);

/// What is told by hand of verbs, constants, getters, filters and subcommands, face by face.
const BY_HAND: &[Counted] = &[
    ("C", "bindings/c/src names.rs find.rs"),
    ("Python", "bindings/python/python/gongdan actor.py actors.py"),
    ("terminal", "crates/gongdan-cli/src told.rs verbs/ticket.rs verbs/find.rs who.rs"),
];

/// What is counted beside it.
const BESIDE: &[Counted] = &[
    ("how a value of each kind comes into C", "bindings/c/src numbers.rs"),
    ("how it comes into Python", "bindings/python/python/gongdan arguments.py"),
    ("the writers", "faces/src c layout.rs main.rs page.rs tables.rs templates.rs"),
    ("their templates", "faces templates"),
];

/// Prints the counts.
pub(crate) fn print(pages: &[Page]) -> Result<(), String> {
    println!("{:6} by hand", BY_HAND.iter().map(lines).sum::<Result<usize, String>>()?);
    for counted in BY_HAND.iter().chain(BESIDE) {
        println!("{:6} {}", lines(counted)?, counted.0);
    }
    let written = pages.iter().filter(|page| !page.by_hand);
    println!("{:6} written", written.map(|page| page.text.lines().count()).sum::<usize>());
    Ok(())
}

fn lines((_, files): &Counted) -> Result<usize, String> {
    let mut files = files.split(' ');
    let folder = root().join(files.next().unwrap_or_default());
    let counts = files.map(|file| lines_of(&folder.join(file)));
    counts.sum::<std::io::Result<usize>>().map_err(|error| format!("{}: {error}", folder.display()))
}

/// The lines of a file, or of all files in a folder.
fn lines_of(path: &Path) -> std::io::Result<usize> {
    match path.is_dir() {
        true => std::fs::read_dir(path)?.map(|entry| lines_of(&entry?.path())).sum(),
        false => Ok(std::fs::read_to_string(path)?.lines().count()),
    }
}
