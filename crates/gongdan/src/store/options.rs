//! How a file is opened.

use serde::{Deserialize, Serialize};
use std::time::Duration;

use super::seal::Salts;
use crate::machine::patience;

/// How sure an acknowledged command is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Durability {
    /// On disk before it is acknowledged: survives a crash and a power cut.
    #[default]
    Full,
    /// Survives a crash of the program; a power cut may take the last commands.
    Normal,
}

/// How a file is opened.
#[derive(Clone, Debug)]
pub struct Options {
    pub(crate) read_only: bool,
    pub(crate) durability: Durability,
    pub(crate) patience: Duration,
    pub(crate) reading: Duration,
    pub(crate) salts: Salts,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            read_only: false,
            durability: Durability::Full,
            patience: patience::DEFAULT,
            reading: patience::READING,
            salts: Salts::System,
        }
    }
}

impl Options {
    /// To read and write, every command on disk before it is acknowledged.
    pub fn new() -> Self {
        Self::default()
    }

    /// To read only.
    #[must_use]
    pub fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    /// With another durability.
    #[must_use]
    pub fn durability(mut self, durability: Durability) -> Self {
        self.durability = durability;
        self
    }

    /// Waiting at most this long for others who write; 10 seconds by default.
    #[must_use]
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Giving one question at most this long; 30 seconds by default. A question that takes longer
    /// is stopped and answered with `InvalidInput`: while it runs, the log cannot be emptied. A table
    /// that leaves (see [`Scan`](crate::Scan)) has so long for each batch.
    /// Verification and backup are not stopped.
    #[must_use]
    pub fn reading_deadline(mut self, deadline: Duration) -> Self {
        self.reading = deadline;
        self
    }

    /// Salts from a seed, so that the same commands give the same file on every machine. For
    /// invented data only: whoever knows the seed can test guesses at erased texts.
    #[must_use]
    pub fn seeded_salts(mut self, seed: u64) -> Self {
        self.salts = Salts::Seeded(seed);
        self
    }
}
