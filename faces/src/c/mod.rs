//! The C face: its exports in Rust, the header, and the list of exported symbols.

mod block;
mod header;

use gongdan::Chapter;
use minijinja::context;

use crate::page::Page;
use crate::templates::Templates;

/// Where what is written in Rust stands.
const FOLDER: &str = "bindings/c/src/written";

/// The pages of the C face.
pub(crate) fn pages(templates: &Templates) -> Result<Vec<Page>, String> {
    let own = ["statuses", "words", "spans", "ticket"].map(|name| (name, name));
    let asked = ["filter", "question", "ranking", "bulletin"].map(|name| (name, "asked"));
    let chapters = Chapter::ALL.iter().map(|chapter| (chapter.word(), "commands"));
    let sources: Vec<(&str, &str)> = own.into_iter().chain(asked).chain(chapters).collect();
    let source = |(name, template): &(&str, &str)| {
        let more = context!(abi => header::ABI, chapter => *name);
        let text = templates.write(&format!("c/{template}.rs"), more)?;
        Ok(Page::new(format!("{FOLDER}/{name}.rs"), text))
    };
    let written = sources.iter().map(source).collect::<Result<Vec<_>, String>>()?;
    let modules: String = sources.iter().map(|(name, _)| format!("pub mod {name};\n")).collect();
    let opening = "//! What `make faces` writes from the tables; it is not changed by hand.\n\n";
    let index = Page::new(format!("{FOLDER}/mod.rs"), format!("{opening}{modules}"));
    Ok(header::pages(&written)?.into_iter().chain(written).chain([index]).collect())
}
