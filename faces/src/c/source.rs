//! A written source of the C face: what it opens with, what it uses, and what it says.

use std::collections::{BTreeMap, BTreeSet};

use crate::page::Page;

/// A file of exports, structs and constants.
pub(super) struct Source {
    name: String,
    opening: String,
    uses: BTreeMap<String, BTreeSet<String>>,
    body: String,
}

impl Source {
    /// A file of that name, opened by a sentence.
    pub(super) fn new(name: &str, opening: &str) -> Self {
        let opening = format!("//! {opening}\n");
        Self { name: name.to_owned(), opening, uses: BTreeMap::new(), body: String::new() }
    }

    /// It uses a name of a module.
    pub(super) fn uses(&mut self, module: &str, name: &str) {
        self.uses.entry(module.to_owned()).or_default().insert(name.to_owned());
    }

    /// It goes on so.
    pub(super) fn say(&mut self, text: &str) {
        self.body.push_str(text);
    }

    /// Its text.
    pub(super) fn text(&self) -> String {
        let floor = |own: fn(&str) -> bool| {
            let of = self.uses.iter().filter(move |(module, _)| own(module));
            of.map(|(module, names)| format!("use {module}::{{{}}};\n", joined(names)))
                .collect::<String>()
        };
        let floors = [
            floor(|at| at.starts_with("std")),
            floor(|at| at == "gongdan"),
            floor(|at| at.starts_with("crate")),
        ];
        let uses: Vec<&str> =
            floors.iter().map(String::as_str).filter(|floor| !floor.is_empty()).collect();
        format!("{}\n{}\n{}", self.opening, uses.join("\n"), self.body)
    }

    /// The name of its module.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Its page.
    pub(super) fn page(&self) -> Page {
        Page::new(path(&self.name), self.text())
    }
}

fn joined(names: &BTreeSet<String>) -> String {
    names.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn path(name: &str) -> String {
    format!("bindings/c/src/written/{name}.rs")
}

/// The page that names the modules.
pub(super) fn index(sources: &[Source]) -> Page {
    let modules: String = sources.iter().map(|each| format!("pub mod {};\n", each.name)).collect();
    let opening = "//! What `make faces` writes from the tables; it is not changed by hand.\n\n";
    Page::new(path("mod"), format!("{opening}{modules}"))
}
