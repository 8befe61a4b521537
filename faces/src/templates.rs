//! The templates of the faces, and what they can ask for beside the tables.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior, path_loader};

use crate::page::root;
use crate::{layout, tables};

/// The templates over the tables.
pub(crate) struct Templates(Environment<'static>);

impl Templates {
    /// Reads them.
    pub(crate) fn read() -> Result<Self, String> {
        let mut templates = Environment::new();
        templates.set_loader(path_loader(root().join("faces/templates")));
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        templates.set_auto_escape_callback(|_| AutoEscape::None);
        let mut syntax = SyntaxConfig::builder();
        syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
        templates.set_syntax(syntax.build().map_err(|error| error.to_string())?);
        for tables in [tables::told(), tables::beside()] {
            for (name, table) in tables.as_object().into_iter().flatten() {
                templates.add_global(name.clone(), Serde(table));
            }
        }
        layout::add(&mut templates);
        Ok(Self(templates))
    }

    /// What a template writes, given more than the tables.
    pub(crate) fn write(&self, name: &str, more: Value) -> Result<String, String> {
        let written = self.0.get_template(&format!("{name}.j2")).and_then(|each| each.render(more));
        written.map_err(|error| format!("{name}.j2: {error}"))
    }
}
