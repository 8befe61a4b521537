//! A file on which actors have lived, in one piece: what forgers and flipped bits work on.

use std::path::{Path, PathBuf};

use gongdan::{Finding, Hotline, Options, Result, TicketId};
use gongdan_tests::{Actors, Folder, Players, found_with, live};

/// The file.
pub struct Lived {
    /// Where it is, with room for others.
    pub folder: Folder,
    /// The whole file, closed.
    pub whole: PathBuf,
    /// The file as it was when half of it had happened.
    pub half: PathBuf,
    /// Its tickets.
    pub tickets: Vec<TicketId>,
}

impl Lived {
    /// Lives so many commands; what is refused is passed over.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn new(folder: Folder, seed: u64, commands: usize) -> Result<Self> {
        let (whole, half) = (folder.file("whole.db"), folder.file("half.db"));
        let options = Options::new().seeded_salts(seed);
        let mut hotline = found_with(&folder.file("lived.db"), &options)?;
        let (mut actors, mut players) = (Actors::new(seed), Players::default());
        live(&mut hotline, &mut actors, &mut players, commands / 2)?;
        hotline.backup_to(&half)?;
        live(&mut hotline, &mut actors, &mut players, commands / 2)?;
        hotline.backup_to(&whole)?;
        Ok(Self { folder, whole, half, tickets: players.ids })
    }
}

/// Who verifies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verifier {
    /// The library.
    Whole,
    /// Mutant: the library with everything struck out that it found in a row.
    SkipsRows,
}

impl Verifier {
    /// What it finds wrong with a file; one that does not open is found wrong, too.
    pub fn findings(self, file: &Path) -> Vec<Finding> {
        let options = Options::new().read_only();
        let found = Hotline::open_with(file, &options)
            .and_then(|hotline| hotline.verify(&mut |_, _| {}))
            .map(|verified| verified.findings);
        let found = found
            .unwrap_or_else(|error| vec![Finding::new(error.kind().word(), error.to_string())]);
        let of_a_row = |finding: &Finding| ["row", "missing", "extra"].contains(&finding.kind);
        match self {
            Self::Whole => found,
            Self::SkipsRows => found.into_iter().filter(|each| !of_a_row(each)).collect(),
        }
    }
}
