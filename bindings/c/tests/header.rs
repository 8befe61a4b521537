//! The header is plain ASCII, says the crate's version, and still has what the kept one had: every
//! function with its parameters, every number, every struct with its members in their places.

use std::collections::HashMap;
use std::path::Path;

fn read(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("include");
    std::fs::read_to_string(folder.join(file)).expect(file)
}

/// The declarations of a header: no comments, and one blank where there are several.
fn code(header: &str) -> String {
    let parts = header.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, code)| code));
    parts.collect::<String>()
}

fn functions(header: &str) -> Vec<String> {
    let declared = header.split("GD_API ").skip(1).filter_map(|rest| rest.split_once(';'));
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    declared.map(|(function, _)| words(function).replace("( ", "(")).collect()
}

fn numbers(header: &str) -> Vec<&str> {
    let number = |line: &&str| line.starts_with("#define GD_") && line.ends_with(char::is_numeric);
    header.lines().filter(number).collect()
}

/// The members of every struct that is filled in; what is reserved at the end may become another.
fn structs(header: &str) -> HashMap<&str, Vec<&str>> {
    let bodies = header.split("typedef struct ").filter_map(|rest| rest.split_once(" {\n"));
    let own = bodies.filter(|(name, _)| !name.contains(';'));
    own.map(|(name, rest)| {
        let body = rest.split_once('}').map_or("", |(body, _)| body);
        (name, body.lines().map(str::trim).filter(|line| !line.is_empty()).collect())
    })
    .collect()
}

#[test]
fn the_header_is_plain_ascii_and_says_its_version() {
    let header = read("gongdan.h");
    assert!(header.is_ascii());
    let version = format!("#define GD_VERSION \"{}\"\n", env!("CARGO_PKG_VERSION"));
    assert!(header.contains(&version), "GD_VERSION is the crate's");
}

#[test]
fn what_the_kept_header_had_still_stands() {
    let (kept, today) = (code(&read("history/gongdan-0.1.h")), code(&read("gongdan.h")));
    let now = functions(&today);
    let gone: Vec<_> = functions(&kept).into_iter().filter(|each| !now.contains(each)).collect();
    assert!(now.len() > 200 && gone.is_empty(), "changed or gone: {gone:#?}");
    let now = numbers(&today);
    let gone: Vec<_> = numbers(&kept).into_iter().filter(|each| !now.contains(each)).collect();
    assert!(now.len() > 200 && gone.is_empty(), "changed or gone: {gone:#?}");
    let now = structs(&today);
    for (name, mut members) in structs(&kept) {
        members.pop_if(|last| last.ends_with(" reserved;"));
        assert!(now[name].starts_with(&members), "{name}: {members:#?}");
    }
}
