//! `make bench-guard`: how many instructions a dozen paths take, beside kept figures; names what grew
//! by more than 3 % and then fails (benches/README.md, "The guard").
//!
//! ```text
//! bench-guard                        counts every path and compares
//! bench-guard PATH...                the same with these paths only
//! bench-guard keep                   counts every path and keeps the figures
//! bench-guard walk PATH FILE TIMES   walks one path, uncounted: what runs under valgrind
//! ```
#![forbid(unsafe_code)]

mod count;
mod faces;
mod files;
mod kept;
mod report;
mod tools;
mod walks;

use std::path::Path;
use std::process::ExitCode;

use gongdan_benches::Outcome;

use count::{Counter, Counts};
use files::Files;
use kept::Kept;
use report::Report;
use walks::{WALKS, Walk};

fn main() -> Outcome<ExitCode> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["keep"] => guard(&every(), true),
        ["walk", path, file, times] => walk(path, Path::new(file), times.parse()?),
        [] => guard(&every(), false),
        ref names => guard(&named(names)?, false),
    }
}

fn every() -> Vec<&'static Walk> {
    WALKS.iter().collect()
}

fn named(names: &[&str]) -> Outcome<Vec<&'static Walk>> {
    names.iter().map(|name| one(name)).collect()
}

fn one(name: &str) -> Outcome<&'static Walk> {
    let all = || WALKS.iter().map(|walk| walk.name).collect::<Vec<_>>().join(", ");
    let found = WALKS.iter().find(|walk| walk.name == name);
    found.ok_or_else(|| format!("{name:?} is no path; there are: {}", all()).into())
}

/// Walks one path of Rust, and fails when it saw nothing: counting that would measure nothing.
fn walk(path: &str, file: &Path, times: u64) -> Outcome<ExitCode> {
    match one(path)?.in_rust(file, times)? {
        0 => Err(format!("{path} saw nothing").into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn guard(walks: &[&Walk], keep: bool) -> Outcome<ExitCode> {
    let folder = std::env::temp_dir().join(format!("gongdan-guard-{:08}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let counted = count(&folder, walks);
    std::fs::remove_dir_all(&folder)?;
    let counts = counted?;
    let kept = Kept::read()?;
    let report = Report::of(&counts, &kept);
    report.print();
    if keep {
        kept.renewed(counts)?.write()?;
    }
    Ok(if keep || report.passes() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn count(folder: &Path, walks: &[&Walk]) -> Outcome<Counts> {
    let files = Files::named_in(folder)?;
    let counter = Counter::new(&files)?;
    if counter.can_count() {
        files.make()?;
    }
    let counted = |walk: &&Walk| Ok((files.shown(walk), counter.count(walk)?));
    let paths = walks.iter().map(counted).collect::<Outcome<_>>()?;
    Ok(Counts { paths, tools: counter.tools() })
}
