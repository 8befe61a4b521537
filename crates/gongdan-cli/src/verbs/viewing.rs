//! Who looks: the argument of every verb that shows tickets.

use std::path::Path;

use clap::Args;
use gongdan::{Error, Hotline, Invalid, Viewer};

use super::open;
use crate::exit::Failure;

/// Who looks.
#[derive(Args, Clone, Debug)]
pub(crate) struct Viewing {
    /// Look as this viewer, who sees no more than is for it: centre, supervisor, analyst (no texts) or
    /// unit:NAME (its own tickets) (查看身份)
    #[arg(long = "as", value_name = "VIEWER", default_value = "centre")]
    viewer: String,
}

impl Viewing {
    /// The viewer.
    pub(crate) fn viewer(&self) -> Result<Viewer, Error> {
        Viewer::parse(&self.viewer).map_err(as_typed)
    }

    /// Opens a file to read, as the viewer may see it. A unit that nobody knows, and a question that is
    /// not answered to the viewer, is told under the option's own name.
    pub(crate) fn reading<T, E: Into<Failure>>(
        &self,
        path: &Path,
        ask: impl FnOnce(&Hotline) -> Result<T, E>,
    ) -> Result<T, Failure> {
        let viewer = self.viewer()?;
        let hotline = open::reading(path)?;
        let asked = hotline.viewed_by(viewer).ask(|hotline| ask(hotline).map_err(Into::into));
        asked.map_err(|failure| match failure {
            Failure::Hotline(error) => of_viewer(error).into(),
            other => other,
        })
    }
}

/// What is wrong with the viewer, as it was typed.
fn of_viewer(error: Error) -> Error {
    let wrong = error.invalid().filter(|wrong| wrong.argument == "viewer").cloned();
    wrong.map_or(error, as_typed)
}

/// A wrong viewer, under the name of the option.
fn as_typed(wrong: Invalid) -> Error {
    wrong.named("as").into()
}
