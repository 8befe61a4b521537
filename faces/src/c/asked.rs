//! Structs that carry arguments, and how the filter and the question are read from theirs.

use gongdan::{Argument, FILTER, QUESTION};

use super::given::{Place, places, read};
use super::prose::comment;
use super::source::Source;

/// The page of a list that a filter asks for, beside what narrows it.
const PAGE: &[(&str, &str)] =
    &[("offset", "How many to pass over"), ("limit", "How many to give at most; 0 means all")];

/// The filter and the question.
pub(super) fn sources() -> Result<Vec<Source>, String> {
    let filter = Asked {
        name: "filter",
        kind: "Filter",
        reader: "narrowed",
        opening: "What to look for, and which page of it",
        rows: FILTER,
        beside: PAGE,
    };
    let question = Asked {
        name: "question",
        kind: "Question",
        reader: "asked",
        opening: "A question to the figures",
        rows: QUESTION,
        beside: &[],
    };
    [filter, question].iter().map(Asked::source).collect()
}

/// Something that is asked by a struct.
struct Asked {
    name: &'static str,
    kind: &'static str,
    reader: &'static str,
    opening: &'static str,
    rows: &'static [Argument],
    beside: &'static [(&'static str, &'static str)],
}

impl Asked {
    fn source(&self) -> Result<Source, String> {
        let Self { name, kind, reader, opening, .. } = self;
        let mut source = Source::new(name, &format!("{opening}."));
        declared(&mut source, name, opening, self.rows, self.beside);
        source.uses("crate::error", "Fault");
        source.uses("crate::strings", "Reader");
        source.uses("gongdan", kind);
        let mut members = String::new();
        for row in self.rows {
            members += &member(row.name, &read(&mut source, row, &format!("{name}."))?);
        }
        source.say(&format!(
            "/// Reads it.\npub(crate) fn {reader}(given: Reader, {name}: &gd_{name}) -> Result<{kind}, Fault> \
             {{\nOk({kind} {{ {members} }})\n}}\n"
        ));
        Ok(source)
    }
}

/// A member of a struct of Rust as it is made.
pub(super) fn member(name: &str, value: &str) -> String {
    if name == value { format!("{name}, ") } else { format!("{name}: {value}, ") }
}

/// A struct of C with its size, a member for each argument, and others beside them.
pub(super) fn declared(
    source: &mut Source,
    name: &str,
    opening: &str,
    rows: &[Argument],
    beside: &[(&str, &str)],
) {
    let whole = |name: &str, kind: &str, words: &str| Place {
        name: name.to_owned(),
        kind: kind.to_owned(),
        words: words.to_owned(),
        preset: None,
    };
    let mut members = vec![whole("size", "u32", "The size of this struct")];
    members.extend(rows.iter().flat_map(|row| places(source, row)));
    members.extend(beside.iter().map(|(name, words)| whole(name, "u64", words)));
    if !members.iter().fold(0, end).is_multiple_of(8) {
        members.push(whole("reserved", "i32", "Not used; 0"));
    }
    source.uses("crate", "sized");
    let init = format!("{opening}. Set it to GD_{}_INIT first.", name.to_uppercase());
    source.say(&comment("", &[init]));
    source.say(&format!("#[repr(C)]\n#[derive(Clone, Copy)]\npub struct gd_{name} {{\n"));
    for Place { name, kind, words, preset } in members {
        let preset = preset.map_or(String::new(), |preset| format!(" Preset: {preset}."));
        source.say(&comment("    ", &[format!("{words}.{preset}")]));
        source.say(&format!("pub {name}: {kind},\n"));
    }
    source.say(&format!("}}\n\nsized::sized!(gd_{name}, \"{name}\", size_of::<gd_{name}>());\n\n"));
}

/// Where a member ends after what stands before it. A hole at the end of a struct is a member of its
/// own: what stands there later is then 0 in the programs of today.
fn end(at: usize, place: &Place) -> usize {
    let size = if place.kind.ends_with("64") || place.kind.starts_with('*') { 8 } else { 4 };
    at.next_multiple_of(size) + size
}
