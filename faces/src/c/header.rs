//! The header in chapters, as its plan (`gongdan.h.in`) orders them, and the list of exported symbols.

use std::path::Path;

use gongdan::Chapter;

use crate::page::{Page, root};

use super::block::{Block, blocks};

const CRATE: &str = "bindings/c";

/// A chapter: its title, its sources, and what stands at its end.
struct Told {
    title: String,
    text: String,
    end: String,
}

/// The header, and the list of symbols.
pub(super) fn pages(written: &[Page]) -> Result<Vec<Page>, String> {
    let plan = read(&format!("{CRATE}/gongdan.h.in"))?;
    let (front, rest) = plan.split_once("@types\n").ok_or("gongdan.h.in: @types is missing")?;
    let (chapters, back) = chapters(rest, written)?;
    let blocks = generated(&chapters)?;
    let symbols: Vec<&str> = blocks.iter().filter_map(Block::symbol).collect();
    let header = header(&front_page(front, &chapters)?, &chapters, &blocks)? + &back;
    let header = header.replace("@version", env!("CARGO_PKG_VERSION"));
    match header.lines().find(|line| !line.is_ascii()) {
        Some(line) => Err(format!("the header is plain ASCII: {line}")),
        None => Ok(vec![
            Page::new(format!("{CRATE}/include/gongdan.h"), header),
            Page::new(format!("{CRATE}/gongdan.map"), map(symbols)),
        ]),
    }
}

fn read(path: &str) -> Result<String, String> {
    std::fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))
}

/// The chapters that the plan names, and what stands behind the last one.
fn chapters(plan: &str, written: &[Page]) -> Result<(Vec<Told>, String), String> {
    let mut chapters: Vec<Told> = Vec::new();
    let (plan, back) = plan.split_once("\n#ifdef").ok_or("gongdan.h.in: it does not end")?;
    for line in plan.lines() {
        if line == "@commands" {
            for chapter in Chapter::ALL {
                let title = format!("Commands: {}", chapter.note().trim_end_matches('.'));
                chapters.push(told(title, &format!("written/{}", chapter.word()), written)?);
            }
        } else if let Some((title, files)) =
            line.strip_prefix("@chapter ").and_then(|line| line.split_once(": "))
        {
            chapters.push(told(title.to_owned(), files, written)?);
        } else if let Some(last) = chapters.last_mut() {
            last.end += &format!("{line}\n");
        }
    }
    Ok((chapters, format!("\n#ifdef{back}")))
}

fn told(title: String, files: &str, written: &[Page]) -> Result<Told, String> {
    let mut text = String::new();
    for file in files.split(' ') {
        let path = format!("{CRATE}/src/{file}.rs");
        let own = written.iter().find(|page| page.path == path);
        let source = own.map_or_else(|| read(&path), |own| Ok(own.text.clone()))?;
        text += &source.split("#[cfg(test)]").next().unwrap_or_default().replace("//!", "//");
    }
    Ok(Told { title, text, end: String::new() })
}

/// What cbindgen makes of the sources, as it knows them: by the plain calling convention.
fn generated(chapters: &[Told]) -> Result<Vec<Block>, String> {
    let (ours, plain) = (format!("extern \"{}\" fn gd_", super::ABI), "extern \"C\" fn gd_");
    let text: String = chapters.iter().map(|told| told.text.replace(&ours, plain)).collect();
    let exports = (text.matches("no_mangle").count(), text.matches(plain).count());
    if exports.0 != exports.1 {
        return Err(format!(
            "{} exports, and {} by the calling convention {}",
            exports.0,
            exports.1,
            super::ABI
        ));
    }
    let folder = std::env::temp_dir().join(format!("gongdan-faces-{}", std::process::id()));
    let source = folder.join("exports.rs");
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(&source, text))
        .map_err(failed)?;
    let made = bindings(&source);
    std::fs::remove_dir_all(&folder).map_err(failed)?;
    made.map(|header| blocks(&header))
}

fn bindings(source: &Path) -> Result<String, String> {
    let config = cbindgen::Config::from_file(root().join(CRATE).join("cbindgen.toml"))?;
    let made = cbindgen::Builder::new().with_src(source).with_config(config).generate();
    let mut text = Vec::new();
    made.map_err(|error| error.to_string())?.write(&mut text);
    String::from_utf8(text).map_err(|error| error.to_string())
}

/// The first page with the list of chapters and the example in it.
fn front_page(front: &str, chapters: &[Told]) -> Result<String, String> {
    let mut out = String::new();
    for line in front.lines() {
        if line == "@contents" {
            for (nth, told) in (1..).zip(chapters) {
                out += &format!(" *   {nth}. {}\n", told.title);
            }
        } else if let Some(path) = line.strip_prefix("@example ") {
            out += &read(path)?;
        } else {
            out += &format!("{line}\n");
        }
    }
    Ok(out)
}

fn header(front: &str, chapters: &[Told], blocks: &[Block]) -> Result<String, String> {
    let types = blocks.iter().filter(|block| block.is_type()).map(Block::text);
    let mut out = front.to_owned() + &types.collect::<String>();
    let mut told = blocks.iter().filter(|block| block.is_type()).count();
    for (nth, chapter) in (1..).zip(chapters) {
        let rule = "-".repeat(94);
        out += &format!("/* {rule}\n * {nth}. {}\n * {rule} */\n\n", chapter.title);
        let own = blocks.iter().filter(|block| !block.is_type() && block.is_of(&chapter.text));
        for block in own {
            out += &block.text();
            told += 1;
        }
        out += chapter.end.trim_start();
        out += if chapter.end.is_empty() { "" } else { "\n" };
    }
    match told == blocks.len() {
        true => Ok(out.trim_end().to_owned() + "\n"),
        false => Err(format!("{told} of {} parts of the header stand in a chapter", blocks.len())),
    }
}

fn map(mut symbols: Vec<&str>) -> String {
    symbols.sort_unstable();
    let lines: String = symbols.iter().map(|name| format!("    {name};\n")).collect();
    format!(
        "# Every exported symbol, and nothing else. A later release adds a section; none is taken away.\n\
         GONGDAN_0 {{\n  global:\n{lines}  local:\n    *;\n}};\n"
    )
}
