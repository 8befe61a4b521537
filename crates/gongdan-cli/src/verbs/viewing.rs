//! Who looks: the argument of every verb that shows tickets.

use std::path::Path;

use clap::Args;
use gongdan::{Error, Hotline, Invalid, Viewer};

use super::open;

/// Who looks.
#[derive(Args, Clone, Debug)]
pub(crate) struct Viewing {
    /// Look as this viewer, who sees no more than is for it: centre, supervisor, analyst (no texts) or
    /// unit:NAME (its own tickets) (查看身份)
    #[arg(long = "as", value_name = "VIEWER", default_value = "centre")]
    viewer: String,
}

impl Viewing {
    /// Opens a file to read, as the viewer may see it.
    pub(crate) fn reading<T, E: From<Error>>(
        &self,
        path: &Path,
        ask: impl FnOnce(&Hotline) -> Result<T, E>,
    ) -> Result<T, E> {
        let viewer = Viewer::parse(&self.viewer).map_err(as_typed)?;
        let hotline = open::reading(path)?;
        let view = hotline.viewed_by(viewer);
        // A unit that nobody knows is told under the option's own name.
        let known = view.ask(|_| Ok::<_, Error>(()));
        known.map_err(|wrong| wrong.invalid().cloned().map_or(wrong, as_typed))?;
        view.ask(ask)
    }
}

/// A wrong viewer, under the name of the option.
fn as_typed(wrong: Invalid) -> Error {
    wrong.named("as").into()
}
