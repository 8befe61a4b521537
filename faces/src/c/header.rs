//! The header in chapters, as its plan (`gongdan.h.in`) orders them, and the list of exported
//! symbols.

use std::path::Path;

use gongdan::Chapter;

use crate::page::{Page, root};

use super::block::{Block, blocks};

/// The calling convention of every export and callback, as Rust spells it. A build for `__stdcall` on
/// 32 bits says `system` here, and `make faces` writes it wherever one is declared, by hand too.
pub(super) const ABI: &str = "C";

/// What the header says that no source does, and which sources each chapter tells.
const PLAN: &str = "bindings/c/gongdan.h.in";

/// A chapter: its title, its sources, those of them that are written by hand, and what stands at its
/// end.
struct Told {
    title: String,
    text: String,
    by_hand: Vec<Page>,
    end: String,
}

/// The header, the list of symbols, and the exports that are written by hand.
pub(super) fn pages(written: &[Page]) -> Result<Vec<Page>, String> {
    let plan = read(PLAN)?.replace("@version", env!("CARGO_PKG_VERSION"));
    let (front, rest) = plan.split_once("@types\n").ok_or(format!("{PLAN}: @types is missing"))?;
    let chapters = chapters(rest, written)?;
    let blocks = generated(&chapters)?;
    let header = front_page(front, &chapters)? + &header(&chapters, &blocks)?;
    let symbols = blocks.iter().filter_map(Block::symbol).collect();
    match header.lines().find(|line| !line.is_ascii()) {
        Some(line) => Err(format!("the header is plain ASCII: {line}")),
        None => {
            let mut pages: Vec<Page> = chapters.into_iter().flat_map(|told| told.by_hand).collect();
            pages.push(Page::new("bindings/c/include/gongdan.h", header));
            pages.push(Page::new("bindings/c/gongdan.map", map(symbols)));
            Ok(pages)
        }
    }
}

fn read(path: &str) -> Result<String, String> {
    std::fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))
}

/// The chapters that the plan names.
fn chapters(plan: &str, written: &[Page]) -> Result<Vec<Told>, String> {
    let commands = Chapter::ALL.iter().map(|chapter| {
        let (title, file) = (chapter.note().trim_end_matches('.'), chapter.word());
        format!("@chapter Commands: {title}: written/{file}\n")
    });
    let plan = plan.replace("@commands\n", &commands.collect::<String>());
    plan.split("@chapter ").skip(1).map(|chapter| told(chapter, written)).collect()
}

fn told(chapter: &str, written: &[Page]) -> Result<Told, String> {
    let (head, end) = chapter.split_once('\n').unwrap_or((chapter, ""));
    let (title, files) = head.rsplit_once(": ").ok_or(format!("{PLAN}: {head}: no sources"))?;
    let (mut text, mut by_hand) = (String::new(), Vec::new());
    for file in files.split(' ') {
        let path = format!("bindings/c/src/{file}.rs");
        let own = written.iter().find(|page| page.path == path);
        let source = own.map_or_else(|| read(&path), |own| Ok(own.text.clone()))?;
        text += &source.split("#[cfg(test)]").next().unwrap_or_default().replace("//!", "//");
        if own.is_none() {
            by_hand.push(Page::new(path, called(&source, ABI)).by_hand());
        }
    }
    let (title, end) = (title.to_owned(), end.trim_start().to_owned());
    Ok(Told { title, text, by_hand, end })
}

/// A source whose exports and callbacks have this calling convention.
fn called(text: &str, abi: &str) -> String {
    let mut parts = text.split("extern \"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (_, rest) = part.split_once('"').unwrap_or(("", part));
        out += &format!("extern \"{abi}\"{rest}");
    }
    out
}

/// What cbindgen makes of the sources, as it knows them: by the plain calling convention.
fn generated(chapters: &[Told]) -> Result<Vec<Block>, String> {
    let plain = "extern \"C\" fn gd_";
    let text: String = chapters.iter().map(|told| called(&told.text, "C")).collect();
    let (exports, called) = (text.matches("no_mangle").count(), text.matches(plain).count());
    if exports != called {
        return Err(format!("{exports} exports, and {called} that are called from outside"));
    }
    let exports = format!("gongdan-exports-{}.rs", std::process::id());
    let source = std::env::temp_dir().join(exports);
    let failed = |error: std::io::Error| format!("{}: {error}", source.display());
    std::fs::write(&source, text).map_err(failed)?;
    let made = bindings(&source);
    std::fs::remove_file(&source).map_err(failed)?;
    made.map(|header| blocks(&header))
}

fn bindings(source: &Path) -> Result<String, String> {
    let config = cbindgen::Config::from_file(root().join("bindings/c/cbindgen.toml"))?;
    let made = cbindgen::Builder::new().with_src(source).with_config(config).generate();
    let mut text = Vec::new();
    made.map_err(|error| error.to_string())?.write(&mut text);
    String::from_utf8(text).map_err(|error| error.to_string())
}

/// The first page with the list of chapters and the example in it.
fn front_page(front: &str, chapters: &[Told]) -> Result<String, String> {
    let contents = (1..).zip(chapters).map(|(nth, told)| format!(" *   {nth}. {}\n", told.title));
    let front = front.replace("@contents\n", &contents.collect::<String>());
    let example = front.lines().find_map(|line| line.strip_prefix("@example ")).unwrap_or_default();
    Ok(front.replace(&format!("@example {example}\n"), &read(example)?))
}

/// The types, and the chapters with all else: each part stands in the one chapter that declares it.
fn header(chapters: &[Told], blocks: &[Block]) -> Result<String, String> {
    let (types, rest): (Vec<&Block>, Vec<&Block>) = blocks.iter().partition(|each| each.is_type());
    for each in &rest {
        let chapters = chapters.iter().filter(|told| each.is_of(&told.text)).count();
        if chapters != 1 {
            return Err(format!("{chapters} chapters declare this:\n{}", each.text));
        }
    }
    let mut out: String = types.iter().map(|each| each.text.as_str()).collect();
    for (nth, Told { title, text, end, .. }) in (1..).zip(chapters) {
        let rule = "-".repeat(94);
        out += &format!("/* {rule}\n * {nth}. {title}\n * {rule} */\n\n");
        out.extend(rest.iter().filter(|each| each.is_of(text)).map(|each| each.text.as_str()));
        out += end;
        out += if end.is_empty() { "" } else { "\n" };
    }
    Ok(out.trim_end().to_owned() + "\n")
}

fn map(mut symbols: Vec<&str>) -> String {
    symbols.sort_unstable();
    let lines: String = symbols.iter().map(|name| format!("    {name};\n")).collect();
    format!(
        "# Every exported symbol, and nothing else. A later release adds a section; none is taken \
         away.\n\
         GONGDAN_0 {{\n  global:\n{lines}  local:\n    *;\n}};\n"
    )
}
