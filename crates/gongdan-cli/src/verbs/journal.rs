//! `gongdan journal` and `gongdan from-journal`: the whole history as JSON Lines, and back.

use std::path::{Path, PathBuf};

use clap::Args;
use gongdan::Hotline;
use serde_json::json;

use super::open;
use crate::exit::{Exit, Failure, Outcome};
use crate::progress::Progress;
use crate::screen::Screen;
use crate::words::{self, Pair};

/// From where to where.
#[derive(Args, Debug)]
pub(crate) struct Journal {
    /// The hotline's file
    file: PathBuf,
    /// The lines to write; what stands there is not overwritten
    to: PathBuf,
}

impl Journal {
    /// Writes the lines.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let hotline = open::reading(&self.file)?;
        let progress = Progress::wanted(screen.word(words::WRITING), false);
        let head = hotline.journal_to(&self.to, &mut |done, of| progress.at(done, of))?;
        drop(progress);
        told(screen, words::WRITTEN, &self.to, &head)
    }
}

/// From where to where.
#[derive(Args, Debug)]
pub(crate) struct FromJournal {
    /// The lines that `gongdan journal` wrote
    lines: PathBuf,
    /// The new file to make; what stands there is not overwritten
    to: PathBuf,
}

impl FromJournal {
    /// Makes the file, and says its head.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let progress = Progress::wanted(screen.word(words::READING_LINES), false);
        let tell = &mut |done, of| progress.at(done, of);
        let report = Hotline::from_journal(&self.lines, &self.to, tell)?;
        drop(progress);
        told(screen, words::MADE, &self.to, &report.head)
    }
}

fn told(screen: &Screen, done: Pair, to: &Path, (seq, hash): &(u64, String)) -> Outcome {
    let to = to.display();
    let said: Result<(), Failure> = match screen.json {
        true => screen.value(&json!({
            "written": to.to_string(),
            "head": { "seq": seq, "hash": hash },
        })),
        false => screen
            .line(format_args!("{}: {to}", screen.word(done)))
            .and_then(|()| screen.line(format_args!("{}: {seq} {hash}", screen.word(words::HEAD)))),
    };
    said.map(|()| Exit::Done)
}
