//! The header and the list of exported symbols are generated, committed and compared; no word list,
//! verb or kind of error of the library is missing from them.

use std::path::{Path, PathBuf};

fn here(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

fn generated() -> String {
    let config = cbindgen::Config::from_file(here("cbindgen.toml")).expect("cbindgen.toml reads");
    let bindings = cbindgen::Builder::new()
        .with_crate(here(""))
        .with_config(config)
        .generate()
        .expect("the header can be made");
    let mut text = Vec::new();
    bindings.write(&mut text);
    tidy(&String::from_utf8(text).expect("the header is text"))
}

/// The generator's comments as C89 has them, and types by their short names.
fn tidy(raw: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut comment: Option<Vec<String>> = None;
    for line in raw.lines() {
        let text = line.trim();
        match (&mut comment, text) {
            (None, "/*") if out.len() > 1 => comment = Some(Vec::new()),
            (Some(_), "*/") => {
                let indent = &line[..line.len() - line.trim_start().len()];
                let indent = &indent[..indent.len() - 1];
                out.extend(as_comment(indent, &comment.take().unwrap_or_default()));
            }
            (Some(lines), text) => lines.push(text.to_owned()),
            (None, _) => out.push(code(line)),
        }
    }
    out.join("\n") + "\n"
}

fn as_comment(indent: &str, lines: &[String]) -> Vec<String> {
    if let [only] = lines {
        return vec![format!("{indent}/* {only} */")];
    }
    let mut out = vec![format!("{indent}/*")];
    out.extend(lines.iter().map(|line| format!("{indent} * {line}").trim_end().to_owned()));
    out.push(format!("{indent} */"));
    out
}

fn code(line: &str) -> String {
    let line = line.trim_end();
    let line = match line.split_once("  // ").or_else(|| line.split_once(" // ")) {
        Some((code, said)) => format!("{code} /* {said} */"),
        None => line.to_owned(),
    };
    match line.starts_with("typedef struct") {
        true => line,
        false => line.replace("struct gd_", "gd_"),
    }
}

/// Compares, or writes when UPDATE_HEADER is set.
fn compare(file: &str, made: &str) {
    if std::env::var_os("UPDATE_HEADER").is_some() {
        std::fs::write(here(file), made).expect("the file can be written");
    }
    let committed = std::fs::read_to_string(here(file)).unwrap_or_default();
    assert!(
        committed == made,
        "{file} is stale: run with UPDATE_HEADER=1 and look at the difference"
    );
}

fn functions(header: &str) -> Vec<String> {
    let mut names: Vec<String> = header
        .split("GD_API")
        .skip(2)
        .filter_map(|rest| {
            let name = rest.split('(').next()?.rsplit([' ', '*', '\n']).next()?;
            name.starts_with("gd_").then(|| name.to_owned())
        })
        .collect();
    names.sort();
    names.dedup();
    names
}

#[test]
fn the_header_is_the_one_that_is_committed() {
    let header = generated();
    assert!(header.is_ascii(), "the header is plain ASCII");
    let version = format!("#define GD_VERSION \"{}\"\n", env!("CARGO_PKG_VERSION"));
    assert!(header.contains(&version), "GD_VERSION is the crate's");
    compare("include/gongdan.h", &header);
}

#[test]
fn the_exported_symbols_are_those_of_the_header() {
    let names = functions(&generated());
    assert!(names.len() > 150, "{}", names.len());
    let lines: String = names.iter().map(|name| format!("    {name};\n")).collect();
    let map = format!(
        "# Every exported symbol, and nothing else. A later release adds a section; none is taken away.\n\
         GONGDAN_0 {{\n  global:\n{lines}  local:\n    *;\n}};\n"
    );
    compare("gongdan.map", &map);
}

/// Every code of a list stands in the header under its name, and there are no others.
fn holds(header: &str, prefix: &str, words: impl Iterator<Item = (&'static str, i64)>) {
    let stem = format!("#define {prefix}_");
    let mut expected: Vec<String> =
        words.map(|(word, code)| format!("{stem}{} {code}", word.to_uppercase())).collect();
    let mut found: Vec<String> =
        header.lines().filter(|line| line.starts_with(&stem)).map(str::to_owned).collect();
    expected.sort();
    found.sort();
    assert_eq!(found, expected, "{prefix}");
}

#[test]
fn every_word_list_of_the_library_stands_in_the_header() {
    let header = generated();
    macro_rules! list {
        ($prefix:literal, $kind:ty) => {
            holds(&header, $prefix, <$kind>::ALL.iter().map(|w| (w.word(), w.code() as i64)));
        };
    }
    list!("GD_E", gongdan::ErrorKind);
    list!("GD_STAGE", gongdan::Stage);
    list!("GD_KIND", gongdan::Kind);
    list!("GD_URGENCY", gongdan::Urgency);
    list!("GD_ROLE", gongdan::Role);
    list!("GD_CALLBACK_OUTCOME", gongdan::CallbackOutcome);
    list!("GD_SATISFACTION", gongdan::Satisfaction);
    list!("GD_CLOSE_OUTCOME", gongdan::CloseOutcome);
    list!("GD_CHANNEL_KIND", gongdan::ChannelKind);
    list!("GD_CARD", gongdan::Card);
    list!("GD_TEXT_FIELD", gongdan::TextField);
    list!("GD_SPECIES", gongdan::Species);
    list!("GD_SETTING", gongdan::Setting);
    list!("GD_ROUNDING", gongdan::Rounding);
    list!("GD_VERB", gongdan::Verb);
    list!("GD_REFUSAL", gongdan::RefusalCode);
    list!("GD_COUNT", gongdan::Count);
    list!("GD_OUTCOME", gongdan::Outcome);
    holds(&header, "GD_BASIS", gongdan::Basis::ALL.iter().map(|w| w.word()).zip(1..));
    holds(&header, "GD_GROUPING", gongdan::Grouping::ALL.iter().map(|w| w.word()).zip(1..));
}

#[test]
fn every_verb_of_the_life_is_a_function() {
    let names = functions(&generated());
    for verb in gongdan::Verb::ALL {
        let name = format!("gd_ticket_{}", verb.word());
        assert!(names.contains(&name), "{name}");
    }
}
