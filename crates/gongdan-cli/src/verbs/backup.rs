//! `gongdan backup`: a complete copy, while others use the file.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::open;
use crate::exit::{Exit, Outcome};
use crate::screen::Screen;
use crate::words;

/// From where to where.
#[derive(Args, Debug)]
pub(crate) struct Backup {
    /// The hotline's file
    file: PathBuf,
    /// The copy to make; what stands there is not overwritten
    to: PathBuf,
}

impl Backup {
    /// Makes the copy.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let copy = open::reading(&self.file)?.backup_verified(&self.to)?;
        let (seq, hash) = &copy.head;
        let to = self.to.display();
        match screen.json {
            true => screen.value(&json!({
                "backup": to.to_string(),
                "head": { "seq": seq, "hash": hash },
            }))?,
            false => {
                screen.line(format_args!("{} {to}", screen.word(words::BACKED_UP)))?;
                screen.line(format_args!("{}: {seq} {hash}", screen.word(words::HEAD)))?;
            }
        }
        Ok(Exit::Done)
    }
}
